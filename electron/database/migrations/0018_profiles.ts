/** What the shop knows of a customer besides name and phone: more phones, facts with date and author, household, source, photo. */
import type { Kysely } from 'kysely';

export async function up(_db: Kysely<unknown>): Promise<void> {}
