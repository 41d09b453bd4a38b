/** What of debts, store credit and gift cards stands against erasing a person, and what was written beside them. */
import type { Kysely } from 'kysely';
import type { EraseBlock } from '../../shared/customer/eraseContract.ts';
import { som, sumOf } from '../../shared/money.ts';
import type { Tables } from '../database/tables.ts';
import { type Cleaner, emptyWords } from '../forgetWords.ts';
import { nothing, owedOn } from './queries.ts';

/** Money is settled first: nobody could be asked for a debt of nobody, or get back what they left with the shop. */
export async function creditBlocks(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly EraseBlock[]> {
  const debts = await db
    .selectFrom('debt')
    .select('open_som')
    .where('customer_id', 'in', [...ids])
    .where('open_som', '>', nothing)
    .execute();
  const blocks: EraseBlock[] = [];
  if (debts.length > 0) {
    const amountSom = som(debts.reduce((sum, debt) => sum + debt.open_som, 0));
    blocks.push({ kind: 'debt', count: debts.length, amountSom });
  }
  const left = [];
  for (const id of ids) left.push(await owedOn(db, 'storeCredit', id));
  const owed = left.filter((amountSom) => amountSom > 0);
  if (owed.length > 0) {
    blocks.push({ kind: 'storeCredit', count: owed.length, amountSom: sumOf(owed, (amount) => amount) });
  }
  return blocks;
}

const typed = [
  { table: 'debt', column: 'note' },
  { table: 'debt_payment', column: 'note' },
  { table: 'gift_card', column: 'block_reason' },
] as const;

/** A gift card stays good for whoever holds it. */
export const creditCleaners: readonly Cleaner[] = [
  {
    name: 'creditWords',
    clean: async ({ trx }, { ids }) => {
      for (const place of typed) await emptyWords(trx, place, ids);
    },
  },
];
