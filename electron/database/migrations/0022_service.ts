/** What customers wish for and are promised: wishes, special orders, tasks, polls, firm customers. */
import type { Kysely } from 'kysely';

export async function up(_db: Kysely<unknown>): Promise<void> {}
