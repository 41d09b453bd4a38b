/** Baskets that hold a person's card, and the names under which baskets wait. */
import type { Kysely } from 'kysely';
import type { EraseBlock } from '../../shared/customer/eraseContract.ts';
import type { Tables } from '../database/tables.ts';
import { type Cleaner, type ErasedPerson, emptyWords, sweepColumn } from '../forgetWords.ts';
import type { WriteScope } from '../verb.ts';

/** Whoever stands at the counter, or left something in a parked basket, is not erased under their own hands. */
export async function basketBlocks(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly EraseBlock[]> {
  const rows = await db
    .selectFrom('basket')
    .select('content_json')
    .where('state', 'in', ['open', 'parked'])
    .execute();
  const count = rows.filter(({ content_json }) => ids.some((id) => content_json.includes(id))).length;
  return count === 0 ? [] : [{ kind: 'basket', count, amountSom: null }];
}

/** What was typed into the baskets of the person's own receipts: why a price was lowered, under which name they waited. */
async function ownBaskets({ trx }: WriteScope, { ids }: ErasedPerson): Promise<void> {
  const rows = await trx
    .selectFrom('basket')
    .innerJoin('sale', 'sale.id', 'basket.sale_id')
    .select(['basket.sale_id', 'basket.content_json'])
    .where('sale.customer_id', 'in', [...ids])
    .execute();
  for (const { sale_id: saleId, content_json: text } of rows) {
    const left = JSON.stringify(
      JSON.parse(text, (key, value: unknown) => (typed.has(key) && typeof value === 'string' ? '' : value)),
    );
    if (left === text) continue;
    await trx.updateTable('basket').set({ content_json: left }).where('sale_id', '=', saleId).execute();
  }
}

const typed: ReadonlySet<string> = new Set(['reason', 'label']);

export const saleCleaners: readonly Cleaner[] = [
  { name: 'ownBaskets', clean: ownBaskets },
  {
    name: 'basketNames',
    clean: ({ trx }, person) => sweepColumn(trx, { table: 'basket', column: 'content_json' }, person),
  },
  {
    name: 'looseReturns',
    clean: ({ trx }, { ids }) => emptyWords(trx, { table: 'loose_return', column: 'note' }, ids),
  },
];
