/** The figures of a coupon series in SQL: built as queries, so that the heavy reader may run them where it likes. */
import type { Kysely } from 'kysely';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** How many coupons are in a state, or were in it when their last day was over. Read from an index alone. */
export function couponsIn(
  db: Db,
  seriesId: string,
  state: Tables['coupon']['state'],
  overOn: BusinessDay | null = null,
) {
  const coupons = db
    .selectFrom('coupon')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('series_id', '=', seriesId)
    .where('state', '=', state);
  return overOn === null ? coupons : coupons.where('expires_on', '<', overOn);
}

/** The uses of a series that were not given back with their sale. */
function usesOf(db: Db, seriesId: string) {
  return db
    .selectFrom('coupon_use')
    .where('coupon_use.series_id', '=', seriesId)
    .where('coupon_use.given_back_at', 'is', null);
}

/**
 * All uses of a series in one pass, by batch and person: what the receipts came to, what the coupons cost the shop itself,
 * whom they brought, and how many uses carry a flag. Everything else is summed from these few rows.
 */
export function usesByBatchAndPerson(db: Db, seriesId: string) {
  return usesOf(db, seriesId)
    .select(({ eb, fn }) => [
      'batch_id',
      'person_id',
      fn.countAll<number>().as('uses'),
      fn.sum<number>('sale_net_som').as('brought'),
      fn.sum<number>(eb('amount_som', '-', eb.ref('partner_share_som'))).as('cost'),
      // A customer has one first purchase, so these are different customers.
      fn.sum<number>('is_first_purchase').as('new_customers'),
      fn.sum<number>('is_by_giver').as('redeemedByGiver'),
      fn.sum<number>('is_after_payment_key').as('afterPaymentKey'),
      fn.count<number>('goodwill_reason').as('goodwill'),
    ])
    .groupBy(['batch_id', 'person_id']);
}

/** The batches of a series, the newest first. */
export function batchesOf(db: Db, seriesId: string) {
  return db
    .selectFrom('coupon_batch')
    .select(['id', 'label', 'kind', 'made_count'])
    .where('series_id', '=', seriesId)
    .orderBy('created_at', 'desc')
    .orderBy('id');
}

export const flags = ['redeemedByGiver', 'afterPaymentKey', 'goodwill'] as const;
export type Flag = (typeof flags)[number];

/** Uses that carry a flag of their own. */
function flagged(db: Db, seriesId: string, flag: Flag) {
  switch (flag) {
    case 'redeemedByGiver':
      return usesOf(db, seriesId).where('is_by_giver', '=', 1);
    case 'afterPaymentKey':
      return usesOf(db, seriesId).where('is_after_payment_key', '=', 1);
    case 'goodwill':
      return usesOf(db, seriesId).where('goodwill_reason', 'is not', null);
  }
}

const receiptColumns = [
  'coupon_use.person_id',
  'coupon_use.sale_id',
  'coupon_use.receipt_number',
  'coupon_use.used_at',
] as const;

/** The last receipts with a flag, of all persons. */
export function flaggedReceipts(db: Db, seriesId: string, flag: Flag, limit: number) {
  return flagged(db, seriesId, flag)
    .select(receiptColumns)
    .orderBy('coupon_use.used_at', 'desc')
    .orderBy('coupon_use.sale_id')
    .limit(limit);
}

/** The last receipts of one person, or of one customer on one day. */
export function receiptsOf(
  db: Db,
  seriesId: string,
  of: { readonly personId: string } | { readonly customerId: string; readonly day: string },
  limit: number,
) {
  const uses = usesOf(db, seriesId).select(receiptColumns);
  const some =
    'personId' in of
      ? uses.where('person_id', '=', of.personId)
      : uses.where('customer_id', '=', of.customerId).where('business_day', '=', of.day);
  return some.orderBy('used_at', 'desc').orderBy('sale_id').limit(limit);
}

/** Customers who used many of a series' coupons on one day, the last days first. */
export function customersOften(
  db: Db,
  seriesId: string,
  { least, limit }: { readonly least: number; readonly limit: number },
) {
  return usesOf(db, seriesId)
    .select(({ fn }) => ['customer_id', 'business_day', fn.countAll<number>().as('uses')])
    .where('customer_id', 'is not', null)
    .groupBy(['customer_id', 'business_day'])
    .having(({ eb, fn }) => eb(fn.countAll<number>(), '>=', least))
    .orderBy('business_day', 'desc')
    .orderBy('customer_id')
    .limit(limit);
}
