/** What a customer agreed to, by purpose and channel, and what was erased at their wish. */
import type { Kysely } from 'kysely';

export async function up(_db: Kysely<unknown>): Promise<void> {}
