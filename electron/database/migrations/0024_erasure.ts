/** Who was erased at their wish or because nobody came any more, and the order of what is applied again after a restore. */
import type { Kysely } from 'kysely';

export async function up(_db: Kysely<unknown>): Promise<void> {}
