/** The month of one seller in SQL: receipts, discounts by hand, returns, and lines that left a basket. */
import type { Kysely } from 'kysely';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** Whose work, on which business days. */
export interface OwnDays {
  readonly personId: string;
  readonly first: BusinessDay;
  readonly last: BusinessDay;
}

function ownSales(db: Db, { personId, first, last }: OwnDays) {
  return db
    .selectFrom('sale')
    .where('sale.business_day', '>=', first)
    .where('sale.business_day', '<=', last)
    .where('sale.person_id', '=', personId);
}

/** One row: receipts, their net, and how many have a customer by now. */
export function ownReceipts(db: Db, days: OwnDays) {
  return ownSales(db, days)
    .leftJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .select(({ fn, ref }) => [
      fn.count<number>('sale.id').as('receipts'),
      fn.sum<number | null>('sale.net_som').as('net'),
      fn
        .count<number>(fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id')))
        .as('with_customer'),
    ]);
}

/** What the basket calls a shelf price: a mistake of the shelf is no gift of the seller. */
const shelfPrice = 'shelfPrice';

/** One row: how many receipts had something taken off by hand, and how much. */
export function ownDiscounts(db: Db, days: OwnDays) {
  return ownSales(db, days)
    .innerJoin('sale_adjustment', 'sale_adjustment.sale_id', 'sale.id')
    .where('sale_adjustment.step', '=', 'manual')
    .where('sale_adjustment.source_id', '!=', shelfPrice)
    .select(({ fn }) => [
      fn.count<number>('sale.id').distinct().as('receipts'),
      fn.sum<number | null>('sale_adjustment.amount_som').as('amount'),
    ]);
}

/** One row for returns with a receipt and one for those without: what this person took back, whoever had sold. */
export function ownReturns(db: Db, { personId, first, last }: OwnDays) {
  const taken = (table: 'sale_return' | 'loose_return') =>
    db
      .selectFrom(table)
      .where('business_day', '>=', first)
      .where('business_day', '<=', last)
      .where('person_id', '=', personId)
      .select(({ fn }) => [fn.count<number>('id').as('returns'), fn.sum<number | null>('net_som').as('net')]);
  return taken('sale_return').unionAll(taken('loose_return'));
}

/** The documents of those days by which goods left a basket unpaid, whoever took them out. */
export function removals(db: Db, { first, last }: OwnDays) {
  return db
    .selectFrom('journal')
    .select('content_json')
    .where('business_day', '>=', first)
    .where('business_day', '<=', last)
    .where('document_kind', 'in', ['lineRemoved', 'basketCleared']);
}
