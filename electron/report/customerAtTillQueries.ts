/** The SQL behind what the till says of a customer: allergies, open complaints, visits, and goods bought again and again. */
import type { Kysely } from 'kysely';
import type { Unit } from '../../shared/basket.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { receiptsOf } from './profileQueries.ts';

type Db = Kysely<Tables>;

/** Allergies that were noted and not taken back, the newest first. */
export async function allergiesOf(db: Db, customerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('customer_fact')
    .select('words')
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'allergy')
    .where('removed_at', 'is', null)
    .orderBy('noted_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ words }) => words);
}

/** Complaints under any of the ids that are not closed, the newest first. */
export function openComplaintsOf(db: Db, customerIds: readonly string[]) {
  return db
    .selectFrom('complaint')
    .select(['id', 'number', 'topic', 'state'])
    .where('customer_id', 'in', customerIds)
    .where('state', '!=', 'closed')
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The days of visits since a day, in order, each once. */
export function visitDaysOf(db: Db, customerIds: readonly string[], since: BusinessDay) {
  return db
    .selectFrom(receiptsOf(db, customerIds, since).as('receipt'))
    .select('receipt.business_day')
    .distinct()
    .orderBy('receipt.business_day');
}

/** The newest receipts since a day under any of the ids, those included that were given to the customer after payment. */
function newestReceipts(db: Db, customerIds: readonly string[], since: BusinessDay, limit: number) {
  const own = db
    .selectFrom('sale')
    .select(['sale.id', 'sale.business_day'])
    .where('sale.customer_id', 'in', customerIds)
    .where('sale.business_day', '>=', since)
    .orderBy('sale.sold_at', 'desc')
    .limit(limit);
  const givenLater = db
    .selectFrom('sale_attachment')
    .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
    .select(['sale.id', 'sale.business_day'])
    .where('sale_attachment.customer_id', 'in', customerIds)
    .where('sale.business_day', '>=', since)
    .orderBy('sale.sold_at', 'desc')
    .limit(limit);
  return db
    .selectFrom(own.as('own'))
    .selectAll()
    .unionAll(db.selectFrom(givenLater.as('given_later')).selectAll());
}

/** The goods of the newest receipts since a day with the days on which they were bought, line by line. */
export function goodsByDay(db: Db, customerIds: readonly string[], since: BusinessDay, limit: number) {
  return db
    .selectFrom(newestReceipts(db, customerIds, since, limit).as('receipt'))
    .innerJoin('sale_line', 'sale_line.sale_id', 'receipt.id')
    .select(['sale_line.product_id', 'receipt.business_day']);
}

export interface SoldProduct {
  readonly name: LocalText;
  readonly unit: Unit;
}

/** Those of the goods that are still sold, by their ids. */
export async function stillSold(
  db: Db,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, SoldProduct>> {
  if (productIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('product')
    .select(['id', 'name_json', 'unit'])
    .where('id', 'in', productIds)
    .where('is_active', '=', 1)
    .execute();
  return new Map(
    rows.map(({ id, name_json, unit }) => [
      id,
      { name: JSON.parse(name_json) as LocalText, unit: unit as Unit },
    ]),
  );
}
