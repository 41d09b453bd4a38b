/** Groups of customers by rule, and budgets of small gifts. */
import type { Kysely } from 'kysely';

export async function up(_db: Kysely<unknown>): Promise<void> {}
