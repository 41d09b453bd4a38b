/** A shop to learn in: its file says what it is, so that nothing of it is ever taken for a real sale. */
import type { Kysely } from 'kysely';
import { flagColumn, otherwise } from '../columns.ts';
import { addColumns } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, 'shop_setting', { is_training: otherwise(flagColumn(), 0) });
}
