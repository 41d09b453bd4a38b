/** What promotions ask of the till: those of the day, how often they worked, the hour, and the customer's history. */
import type { Kysely } from 'kysely';
import { openedPromotion } from '../../shared/coupon/openedPromotion.ts';
import { som, thousandths } from '../../shared/money.ts';
import type { Condition } from '../../shared/promotion/condition.ts';
import type { PastPurchase, PromotionCustomer } from '../../shared/promotion/facts.ts';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import type { PricingRules, QuotedCoupon } from '../../shared/sale/quoteBasket.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { addDays, type BusinessDay, type Instant, localTimeOf } from '../../shared/time.ts';
import { customerOfPromotions, keptSegmentsOf } from '../customer/inTransaction.ts';
import { everyIdOf } from '../customer/queries.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { freePiecePromotions } from '../loyalty/inTransaction.ts';
import { livePromotions, usageOf } from '../promotion/inTransaction.ts';

type Db = Kysely<Tables>;

/** Where and when a basket is priced. */
export interface PricingMoment {
  readonly db: Db;
  readonly settings: ShopSettings;
  readonly businessDay: BusinessDay;
  readonly now: Instant;
}

/** The basket's customer and coupon, as far as promotions look at them. */
export interface PricedFor {
  readonly customerId: string | null;
  /** Recognised by a card that lies on the counter. */
  readonly isByCard: boolean;
  /** The tier of the day; null below the first. */
  readonly tierId: string | null;
  readonly coupon: QuotedCoupon | null;
  /** Who sent the customer, when the referral was found good. */
  readonly referredBy: string | null;
}

/** The rules of the day for one basket. A shop without promotions and stamp cards pays two short queries and nothing else. */
export async function promotionFacts(moment: PricingMoment, priced: PricedFor): Promise<PricingRules> {
  const { db, businessDay: day, settings, now } = moment;
  const promotions = [...(await livePromotions(db, day)), ...(await freePieces(moment, priced))];
  const opened = priced.coupon === null ? null : openedPromotion(priced.coupon.series);
  if (promotions.length === 0 && opened === null) return {};
  const { hour, minute } = localTimeOf(now, settings.timeZone);
  return {
    promotions,
    minuteOfDay: hour * 60 + minute,
    usage: await usageOf(db, promotions, priced.customerId, day),
    customer: await customerFor(db, day, promotions, priced),
  };
}

/** What full stamp cards give of this basket: nothing that anybody made, and so counted by their own room alone. */
async function freePieces(
  { db, businessDay }: PricingMoment,
  { customerId }: PricedFor,
): Promise<readonly Promotion[]> {
  return customerId === null ? [] : freePiecePromotions(db, customerId, businessDay);
}

async function customerFor(
  db: Db,
  day: BusinessDay,
  promotions: readonly Promotion[],
  { customerId, isByCard, tierId, referredBy }: PricedFor,
): Promise<PromotionCustomer | null> {
  if (customerId === null) return null;
  const known = await customerOfPromotions(db, customerId);
  if (known === null) return null;
  const days = longestLookBack(promotions);
  return {
    ...known,
    hasCard: known.hasCard || isByCard,
    tierId,
    segmentIds: asksForSegments(promotions) ? await keptSegmentsOf(db, customerId) : [],
    purchases: days === null ? [] : await purchasesSince(db, customerId, addDays(day, 1 - days)),
    referredBy,
  };
}

/** Whether any of the promotions is for a group of customers: only then the till looks in which ones the customer is. */
function asksForSegments(promotions: readonly Promotion[]): boolean {
  const asks = (condition: Condition): boolean => {
    if (condition.kind === 'all' || condition.kind === 'any') return condition.conditions.some(asks);
    if (condition.kind === 'not') return asks(condition.condition);
    return condition.kind === 'segment';
  };
  return promotions.some(({ conditions }) => conditions.some(asks));
}

/** How many days back the promotions look at what was bought, today counted; null when none of them asks. */
function longestLookBack(promotions: readonly Promotion[]): number | null {
  let longest: number | null = null;
  for (const { conditions } of promotions) {
    for (const days of lookBacksOf(conditions)) longest = Math.max(longest ?? 0, days);
  }
  return longest;
}

function lookBacksOf(conditions: readonly Condition[]): readonly number[] {
  return conditions.flatMap((condition): readonly number[] => {
    switch (condition.kind) {
      case 'boughtBefore':
        return [condition.withinDays];
      case 'all':
      case 'any':
        return lookBacksOf(condition.conditions);
      case 'not':
        return lookBacksOf([condition.condition]);
      default:
        return [];
    }
  });
}

/** Whether a birthday is among what must hold; "not on a birthday" asks for none. */
export function asksForBirthday(conditions: readonly Condition[]): boolean {
  return conditions.some((condition) => {
    if (condition.kind === 'all' || condition.kind === 'any') return asksForBirthday(condition.conditions);
    return condition.kind === 'birthday';
  });
}

const boughtQuery = hotQuery((db: Db, value: { customerId: string; first: string }) =>
  linesOfSales(db)
    .where('sale.customer_id', 'in', everyIdOf(db, value.customerId))
    .where('sale.business_day', '>=', value.first),
);

const attachedQuery = hotQuery((db: Db, value: { customerId: string; first: string }) =>
  linesOfSales(db)
    .innerJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .where('sale_attachment.customer_id', 'in', everyIdOf(db, value.customerId))
    .where('sale.business_day', '>=', value.first),
);

/** Goods as they are filed now: a product that moved to another category counts there with its whole history. */
function linesOfSales(db: Db) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_line', 'sale_line.sale_id', 'sale.id')
    .innerJoin('product', 'product.id', 'sale_line.product_id')
    .select([
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

/** Earlier purchases of a customer, also those of receipts that were given to them later; no goods come back yet. */
async function purchasesSince(
  db: Db,
  customerId: string,
  first: BusinessDay,
): Promise<readonly PastPurchase[]> {
  const made = await boughtQuery.all(db, { customerId, first });
  const given = await attachedQuery.all(db, { customerId, first });
  return [...made, ...given].map((row) => ({
    productId: row.product_id,
    categoryId: row.category_id,
    brandId: row.brand_id,
    tags: JSON.parse(row.tags_json) as readonly string[],
    expiresOn: row.expires_on as BusinessDay | null,
    boughtOn: row.business_day as BusinessDay,
    paidSom: som(row.settled_som),
    refundedSom: som(0),
    boughtThousandths: thousandths(row.quantity_thousandths),
    returnedThousandths: thousandths(0),
  }));
}
