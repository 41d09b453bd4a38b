/** What of imports is cleared away inside a transaction of somebody else's: names and phones that nobody needs any more. */
import type { Transaction } from 'kysely';
import { addSeconds } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { WriteScope } from '../verb.ts';

export const stagedTables = ['import_row', 'import_key'] as const;

/** As few rows in one transaction that a sale in between does not wait noticeably. */
const clearedAtOnce = 250;
const daySeconds = 86_400;

/** Deletes some rows of imports that are over; answers whether there may be more. */
export async function clearSome(
  trx: Transaction<Tables>,
  table: (typeof stagedTables)[number],
): Promise<boolean> {
  const over = trx.selectFrom('import').select('id').where('state', '!=', 'reading');
  const rows = await trx
    .selectFrom(table)
    .select(['import_id', 'row_no'])
    .where('import_id', 'in', over)
    .orderBy('import_id')
    .limit(clearedAtOnce)
    .execute();
  for (const importId of new Set(rows.map((row) => row.import_id))) {
    const numbers = rows.filter((row) => row.import_id === importId).map((row) => row.row_no);
    await trx.deleteFrom(table).where('import_id', '=', importId).where('row_no', 'in', numbers).execute();
  }
  return rows.length === clearedAtOnce;
}

/**
 * Drops an import that was begun over a day ago and never finished, because the window was closed or the power went, and
 * some of the rows that such ones left. Answers whether there may be more.
 */
export async function clearForgotten({ trx, now }: Pick<WriteScope, 'trx' | 'now'>): Promise<boolean> {
  await trx
    .updateTable('import')
    .set({ state: 'cancelled' })
    .where('state', '=', 'reading')
    .where('begun_at', '<', addSeconds(now, -daySeconds))
    .execute();
  for (const table of stagedTables) if (await clearSome(trx, table)) return true;
  return false;
}
