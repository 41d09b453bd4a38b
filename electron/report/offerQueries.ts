/** The SQL of offers: what days sold, what receipts an offer brought, which goods may be offered. */
import type { Kysely } from 'kysely';
import { type BusinessDay, businessDay, type Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** How much of each product one day sold: few enough rows that selling does not wait for the answer. */
export function soldOnDay(db: Db, day: BusinessDay) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_line', 'sale_line.sale_id', 'sale.id')
    .select(({ fn }) => [
      'sale_line.product_id as productId',
      fn.sum<number>('sale_line.quantity_thousandths').as('quantityThousandths'),
    ])
    .where('sale.business_day', '=', day)
    .groupBy('sale_line.product_id');
}

/** How much one day sold of some products together. */
export function soldOfOnDay(db: Db, productIds: readonly string[], day: BusinessDay) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_line', 'sale_line.sale_id', 'sale.id')
    .select(({ fn }) => fn.sum<number | null>('sale_line.quantity_thousandths').as('sold'))
    .where('sale.business_day', '=', day)
    .where('sale_line.product_id', 'in', productIds);
}

const productColumns = ['id', 'name_json', 'price_som', 'expires_on'] as const;

/** Goods that are sold, may be discounted, and have not run out. */
function offerable(db: Db, today: BusinessDay) {
  return db
    .selectFrom('product')
    .select(productColumns)
    .where('is_active', '=', 1)
    .where('is_discountable', '=', 1)
    .where((eb) => eb.or([eb('expires_on', 'is', null), eb('expires_on', '>=', today)]));
}

/** Goods whose last day is still to come and near, the nearest first. */
export function expiringGoods(db: Db, today: BusinessDay, last: BusinessDay, limit: number) {
  return offerable(db, today)
    .where('expires_on', '>=', today)
    .where('expires_on', '<=', last)
    .orderBy('expires_on')
    .orderBy('id')
    .limit(limit);
}

/** A day, and the moment before which goods must have been here: what is new has had no time to sell. */
export interface LongHere {
  readonly today: BusinessDay;
  readonly madeBefore: Instant;
}

/** Those of some products that may be offered and have been here for long. */
export function goodsOfIds(db: Db, ids: readonly string[], { today, madeBefore }: LongHere) {
  return offerable(db, today).where('id', 'in', ids).where('created_at', '<', madeBefore);
}

/** A portion of all goods that have been here for long, in the order of their ids. */
export function goodsAfter(db: Db, afterId: string, { today, madeBefore }: LongHere, limit: number) {
  return offerable(db, today)
    .where('id', '>', afterId)
    .where('created_at', '<', madeBefore)
    .orderBy('id')
    .limit(limit);
}

/** The receipts on which a promotion worked, what it took off, and what they came to; a full return counts back. */
export function promotionReceipts(db: Db, promotionId: string) {
  return db
    .selectFrom('promotion_use')
    .leftJoin('sale', 'sale.id', 'promotion_use.document_id')
    .select(({ eb, fn }) => [
      fn
        .sum<number | null>(eb.case().when('document_kind', '=', 'sale').then(1).else(-1).end())
        .as('receipts'),
      fn.sum<number | null>('promotion_use.amount_som').as('given'),
      fn.sum<number | null>('sale.net_som').as('brought'),
    ])
    .where('promotion_use.promotion_id', '=', promotionId);
}

/** How often coupons of a series were used. */
export function usesOfSeries(db: Db, seriesId: string) {
  return db
    .selectFrom('coupon_use')
    .select(({ fn }) => fn.countAll<number>().as('used'))
    .where('series_id', '=', seriesId)
    .where('given_back_at', 'is', null);
}

/** What an offer made and when it holds, with the ids of its goods; null when there is none with this id. */
export async function offerOfId(db: Db, offerId: string) {
  const row = await db
    .selectFrom('offer')
    .select(['promotion_id', 'series_id', 'from_on', 'to_on', 'goods_json'])
    .where('id', '=', offerId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const goods = JSON.parse(row.goods_json) as readonly { readonly productId: string }[];
  return {
    promotionId: row.promotion_id,
    seriesId: row.series_id,
    from: businessDay(row.from_on),
    to: businessDay(row.to_on),
    productIds: goods.map(({ productId }) => productId),
  };
}
