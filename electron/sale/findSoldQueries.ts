/** The SQL that finds a receipt again: by its code, number, day, customer or product, always along an index. */
import type { Kysely } from 'kysely';
import type { BusinessDay } from '../../shared/time.ts';
import { everyIdOf } from '../customer/queries.ts';
import type { Tables } from '../database/tables.ts';
import type { SalePlace } from './salePlace.ts';

type Db = Kysely<Tables>;

export interface SoldFilter {
  /** The code below the receipt. */
  readonly code: string | null;
  readonly number: number | null;
  readonly from: BusinessDay | null;
  readonly to: BusinessDay | null;
  readonly customerId: string | null;
  readonly productId: string | null;
}

/**
 * Receipts that fit, newest first. A number is found by the series of each till, a customer by their own receipts and those
 * that were given to them later, a day by the index of days; goods are looked for in the receipts of the days that are left.
 */
export function soldSales(db: Db, filter: SoldFilter, before: SalePlace | null, limit: number) {
  const { code, number, from, to, customerId, productId } = filter;
  let query = soldRows(db);
  if (code !== null) query = query.where('sale.receipt_code', '=', code);
  if (number !== null) {
    query = query
      .where('sale.till_id', 'in', (eb) => eb.selectFrom('till').select('till.id'))
      .where('sale.number', '=', number);
  }
  if (customerId !== null) query = query.where('sale.id', 'in', salesOf(db, customerId));
  if (from !== null) query = query.where('sale.business_day', '>=', from);
  if (to !== null) query = query.where('sale.business_day', '<=', to);
  if (productId !== null) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('sale_line')
          .select('sale_line.line_no')
          .whereRef('sale_line.sale_id', '=', 'sale.id')
          .where('sale_line.product_id', '=', productId),
      ),
    );
  }
  if (before !== null) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('sale.business_day', 'sale.sold_at', 'sale.id'),
        '<',
        tuple(before.businessDay, before.soldAt, before.id),
      ),
    );
  }
  return query
    .orderBy('sale.business_day', 'desc')
    .orderBy('sale.sold_at', 'desc')
    .orderBy('sale.id', 'desc')
    .limit(limit);
}

/** With the customer of the sale, also one who was attached to it later, and what has come back of it. */
export function soldRows(db: Db) {
  return db
    .selectFrom('sale')
    .innerJoin('person', 'person.id', 'sale.person_id')
    .leftJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .leftJoin('customer', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('customer.id', '=', fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id'))),
      ),
    )
    .select(({ selectFrom }) => [
      'sale.id',
      'sale.number',
      'sale.business_day',
      'sale.sold_at',
      'sale.net_som',
      'sale.line_count',
      'person.name as person_name',
      'customer.name as customer_name',
      'customer.phone as customer_phone',
      selectFrom('sale_return')
        .select((eb) => eb.fn.sum<number | null>('sale_return.net_som').as('back'))
        .whereRef('sale_return.sale_id', '=', 'sale.id')
        .as('back_som'),
    ]);
}

export type SoldRow = Awaited<ReturnType<ReturnType<typeof soldRows>['execute']>>[number];

function salesOf(db: Db, customerId: string) {
  return db
    .selectFrom('sale as own')
    .select('own.id')
    .where('own.customer_id', 'in', everyIdOf(db, customerId))
    .union(
      db
        .selectFrom('sale_attachment as given')
        .select('given.sale_id as id')
        .where('given.customer_id', 'in', everyIdOf(db, customerId)),
    );
}

/** The returns of a sale with whoever took the goods back, the first one first. */
export function returnsShown(db: Db, saleId: string) {
  return db
    .selectFrom('sale_return')
    .innerJoin('person', 'person.id', 'sale_return.person_id')
    .select([
      'sale_return.id',
      'sale_return.number',
      'sale_return.returned_at',
      'sale_return.reason',
      'sale_return.net_som',
      'person.name as person_name',
    ])
    .where('sale_return.sale_id', '=', saleId)
    .orderBy('sale_return.return_no')
    .execute();
}
