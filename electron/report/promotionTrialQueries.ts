/** The receipts of a past day with everything that one promotion may ask of them, read in portions. */
import type { Kysely } from 'kysely';
import type { BasketLine, PaymentProvider, TenderKind, Unit } from '../../shared/basket.ts';
import { type BasisPoints, som, thousandths } from '../../shared/money.ts';
import type { PastPurchase, PlannedTender } from '../../shared/promotion/facts.ts';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { everyIdOf } from '../customer/queries.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** The receipts of a day in the order of sale, with the customer they belong to now. */
export function salesOfDay(db: Db, day: BusinessDay) {
  return db
    .selectFrom('sale')
    .leftJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .select(({ fn, ref }) => [
      'sale.id',
      'sale.number',
      'sale.net_som',
      'sale.sold_at',
      fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id')).as('customer_id'),
    ])
    .where('sale.business_day', '=', day)
    .orderBy('sale.sold_at')
    .orderBy('sale.id');
}

const linesQuery = hotQuery((db: Db, value: { saleId: string }) =>
  db
    .selectFrom('sale_line')
    .innerJoin('product', 'product.id', 'sale_line.product_id')
    .select([
      'sale_line.line_no',
      'sale_line.product_id',
      'sale_line.unit',
      'sale_line.price_som',
      'sale_line.quantity_thousandths',
      'product.category_id',
      'product.brand_id',
      'product.tags_json',
      'product.expires_on',
      'product.is_discountable',
    ])
    .where('sale_line.sale_id', '=', value.saleId)
    .orderBy('sale_line.line_no'),
);

const noName: LocalText = {};
const noTags: readonly string[] = [];

function tagsOf(json: string): readonly string[] {
  return json === '[]' ? noTags : (JSON.parse(json) as string[]);
}

/** The lines at their shelf prices, with the goods as they are filed now. */
export async function linesSold(
  db: Db,
  saleId: string,
  bonusBasisPoints: BasisPoints,
): Promise<readonly BasketLine[]> {
  const rows = await linesQuery.all(db, { saleId });
  return rows.map((row) => ({
    lineId: String(row.line_no),
    productId: row.product_id,
    categoryId: row.category_id,
    brandId: row.brand_id,
    tags: tagsOf(row.tags_json),
    expiresOn: row.expires_on as BusinessDay | null,
    name: noName,
    unit: row.unit as Unit,
    priceSom: som(row.price_som),
    quantityThousandths: thousandths(row.quantity_thousandths),
    vatBasisPoints: null,
    manualDiscount: null,
    bonusBasisPoints,
    isDiscountable: row.is_discountable === 1,
  }));
}

const tendersQuery = hotQuery((db: Db, value: { saleId: string }) =>
  db.selectFrom('sale_tender').select(['kind', 'provider']).where('sale_id', '=', value.saleId),
);

/** How a receipt was paid. */
export async function paymentOf(db: Db, saleId: string): Promise<readonly PlannedTender[]> {
  const rows = await tendersQuery.all(db, { saleId });
  return rows.map((row) => ({
    kind: row.kind as TenderKind,
    provider: row.provider as PaymentProvider | null,
  }));
}

/** Which coupon series were used on the receipts of a day. */
export function couponsOfDay(db: Db, day: BusinessDay) {
  return db.selectFrom('coupon_use').select(['sale_id', 'series_id']).where('business_day', '=', day);
}

/** Who was sent by a friend, and on which receipt that was rewarded. */
export function referralsOfDay(db: Db, day: BusinessDay) {
  return db
    .selectFrom('referral')
    .innerJoin('sale', 'sale.id', 'referral.sale_id')
    .select(['referral.sale_id', 'referral.referrer_id'])
    .where('sale.business_day', '=', day);
}

export interface PastReceipt {
  readonly soldAt: string;
  readonly day: BusinessDay;
}

const ownReceipts = hotQuery((db: Db, value: { customerId: string }) =>
  db
    .selectFrom('sale')
    .select(['sold_at', 'business_day'])
    .where('customer_id', 'in', everyIdOf(db, value.customerId)),
);

const attachedReceipts = hotQuery((db: Db, value: { customerId: string }) =>
  db
    .selectFrom('sale_attachment')
    .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
    .select(['sale.sold_at', 'sale.business_day'])
    .where('sale_attachment.customer_id', 'in', everyIdOf(db, value.customerId)),
);

/** All receipts of a customer, those given to them later included. */
export async function receiptsOf(db: Db, customerId: string): Promise<readonly PastReceipt[]> {
  const value = { customerId };
  const rows = [...(await ownReceipts.all(db, value)), ...(await attachedReceipts.all(db, value))];
  return rows.map((row) => ({ soldAt: row.sold_at, day: row.business_day as BusinessDay }));
}

function boughtLines(db: Db) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_line', 'sale_line.sale_id', 'sale.id')
    .innerJoin('product', 'product.id', 'sale_line.product_id')
    .select([
      'sale.sold_at',
      'sale.business_day',
      'sale_line.product_id',
      'sale_line.settled_som',
      'sale_line.quantity_thousandths',
      'product.category_id',
      'product.brand_id',
      'product.tags_json',
      'product.expires_on',
    ]);
}

const ownPurchases = hotQuery((db: Db, value: { customerId: string; first: string }) =>
  boughtLines(db)
    .where('sale.customer_id', 'in', everyIdOf(db, value.customerId))
    .where('sale.business_day', '>=', value.first),
);

const attachedPurchases = hotQuery((db: Db, value: { customerId: string; first: string }) =>
  boughtLines(db)
    .innerJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .where('sale_attachment.customer_id', 'in', everyIdOf(db, value.customerId))
    .where('sale.business_day', '>=', value.first),
);

export interface DatedPurchase extends PastPurchase {
  readonly soldAt: string;
}

/** What a customer bought from a day on, with the goods as they are filed now. */
export async function boughtSince(
  db: Db,
  customerId: string,
  first: BusinessDay,
): Promise<readonly DatedPurchase[]> {
  const value = { customerId, first };
  const rows = [...(await ownPurchases.all(db, value)), ...(await attachedPurchases.all(db, value))];
  return rows.map((row) => ({
    soldAt: row.sold_at,
    productId: row.product_id,
    categoryId: row.category_id,
    brandId: row.brand_id,
    tags: tagsOf(row.tags_json),
    expiresOn: row.expires_on as BusinessDay | null,
    boughtOn: row.business_day as BusinessDay,
    paidSom: som(row.settled_som),
    refundedSom: som(0),
    boughtThousandths: thousandths(row.quantity_thousandths),
    returnedThousandths: thousandths(0),
  }));
}
