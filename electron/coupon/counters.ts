/** The counts kept with each series: coupons given, uses, and what they took off. */
import type { Kysely, Transaction } from 'kysely';
import type { Som } from '../../shared/money.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

const countIssuedQuery = hotQuery((db: Db, value: { id: string; more: number }) =>
  db
    .updateTable('coupon_series')
    .set((eb) => ({ issued_count: eb('issued_count', '+', value.more) }))
    .where('id', '=', value.id),
);

/** Counts coupons that were just made or given. */
export async function countIssued(trx: Transaction<Tables>, seriesId: string, more: number): Promise<void> {
  await countIssuedQuery.all(trx, { id: seriesId, more });
}

const countUseQuery = hotQuery((db: Db, value: { id: string; amountSom: number }) =>
  db
    .updateTable('coupon_series')
    .set((eb) => ({
      redeemed_count: eb('redeemed_count', '+', 1),
      spent_som: eb('spent_som', '+', value.amountSom),
    }))
    .where('id', '=', value.id),
);

/** Counts one use and what it took off. */
export async function countUse(trx: Transaction<Tables>, seriesId: string, amountSom: Som): Promise<void> {
  await countUseQuery.all(trx, { id: seriesId, amountSom });
}

/** Counts a use and what it took off back, because the sale that made it is gone with all of its goods. */
export async function countUseBack(
  trx: Transaction<Tables>,
  seriesId: string,
  amountSom: Som,
): Promise<void> {
  await trx
    .updateTable('coupon_series')
    .set((eb) => ({
      redeemed_count: eb('redeemed_count', '-', 1),
      spent_som: eb('spent_som', '-', amountSom),
    }))
    .where('id', '=', seriesId)
    .execute();
}
