/** What a merge of two customers moved, so that it can be taken back for a day. */
import type { Kysely } from 'kysely';

export async function up(_db: Kysely<unknown>): Promise<void> {}
