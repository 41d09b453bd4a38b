/** Firm customers: tax number, contract and the prices agreed with them. */
import type { Kysely } from 'kysely';

export async function up(_db: Kysely<unknown>): Promise<void> {}
