/** What customers say: feedback, complaints with their clock, contacts by every channel. */
import type { Kysely } from 'kysely';

export async function up(_db: Kysely<unknown>): Promise<void> {}
