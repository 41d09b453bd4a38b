/** What a customer bought and when, for the page that shows their habits. */
import type { Kysely } from 'kysely';
import { maskPhone } from '../../shared/customer/phone.ts';
import { type LocalText, tidyName } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/**
 * Receipts since a day under any of the ids, those included that were given to the customer after payment: such a receipt
 * has no customer of its own, so none is told twice.
 */
export function receiptsOf(db: Db, customerIds: readonly string[], since: BusinessDay) {
  return db
    .selectFrom('sale')
    .select(['sale.id', 'sale.business_day', 'sale.sold_at'])
    .where('sale.customer_id', 'in', customerIds)
    .where('sale.business_day', '>=', since)
    .unionAll(
      db
        .selectFrom('sale_attachment')
        .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
        .select(['sale.id', 'sale.business_day', 'sale.sold_at'])
        .where('sale_attachment.customer_id', 'in', customerIds)
        .where('sale.business_day', '>=', since),
    );
}

/** The goods of those receipts: on how many days each was bought, the last of them, and the most frequent first. */
export function goodsOf(db: Db, customerIds: readonly string[], since: BusinessDay, limit: number) {
  return db
    .selectFrom(receiptsOf(db, customerIds, since).as('receipt'))
    .innerJoin('sale_line', 'sale_line.sale_id', 'receipt.id')
    .select(({ fn }) => [
      'sale_line.product_id',
      fn.count<number>('receipt.business_day').distinct().as('days'),
      fn.max('receipt.business_day').as('last_on'),
    ])
    .groupBy('sale_line.product_id')
    .orderBy('days', 'desc')
    .orderBy('last_on', 'desc')
    .orderBy('sale_line.product_id')
    .limit(limit);
}

/** What goods are called now, by their ids. */
export async function namesOfGoods(
  db: Db,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, LocalText>> {
  if (productIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('product')
    .select(['id', 'name_json'])
    .where('id', 'in', productIds)
    .execute();
  return new Map(rows.map(({ id, name_json }) => [id, JSON.parse(name_json) as LocalText]));
}

/** The customer who sent this one, under the name or the masked phone; null when nobody did, or who did is nobody now. */
export async function whoBrought(db: Db, customerId: string) {
  const row = await db
    .selectFrom('referral')
    .innerJoin('customer', 'customer.id', 'referral.referrer_id')
    .select(['customer.id', 'customer.name', 'customer.phone'])
    .where('referral.friend_id', '=', customerId)
    .where('referral.state', '!=', 'refused')
    .where('customer.erased_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { customerId: row.id, name: tidyName(row.name) || (row.phone === null ? '' : maskPhone(row.phone)) };
}

/** How many customers came because this one sent them; those whom the rules refused do not count. */
export async function friendsBroughtBy(db: Db, customerId: string): Promise<number> {
  const row = await db
    .selectFrom('referral')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('referrer_id', '=', customerId)
    .where('state', '!=', 'refused')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
