/** The coupon room's SQL, and rows turned into what the rules speak of. */
import type { Kysely, Selectable } from 'kysely';
import type { Coupon, CouponHolder, CouponSeries, CouponState } from '../../shared/coupon/series.ts';
import { som } from '../../shared/money.ts';
import type { LocalText } from '../../shared/text.ts';
import { businessDay, type Instant } from '../../shared/time.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

const liveSeriesQuery = hotQuery((db: Db, value: { isGiven: 1 }) =>
  db.selectFrom('coupon_series').selectAll().where('is_given', '=', value.isGiven).orderBy('id'),
);

/** Series of which sales bring coupons now. */
export async function seriesGivenNow(db: Db): Promise<readonly CouponSeries[]> {
  return (await liveSeriesQuery.all(db, { isGiven: 1 })).map(rowToSeries);
}

export function rowToSeries(row: Selectable<Tables['coupon_series']>): CouponSeries {
  return {
    seriesId: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    benefit: { kind: 'amount', amountSom: som(row.discount_som) },
    scope: { kind: 'all' },
    minimumSom: som(row.minimum_basket_som),
    validity: { kind: 'days', days: row.valid_days },
    giving: { kind: 'everySale', fromSom: som(row.given_from_som) },
    holding: 'bound',
    mayBeGivenOn: row.may_be_given_on === 1,
    isGiven: row.is_given === 1,
  };
}

const couponQuery = hotQuery((db: Db, value: { code: string }) =>
  db
    .selectFrom('coupon')
    .innerJoin('coupon_series', 'coupon_series.id', 'coupon.series_id')
    .select([
      'coupon.code',
      'coupon.series_id',
      'coupon.state',
      'coupon.valid_from',
      'coupon.expires_on',
      'coupon.customer_id',
      'coupon.claim_code',
      'coupon.redeemed_sale_id',
      'coupon.redeemed_at',
      'coupon.redeemed_receipt_number',
      'coupon_series.id',
      'coupon_series.name_json',
      'coupon_series.discount_som',
      'coupon_series.minimum_basket_som',
      'coupon_series.given_from_som',
      'coupon_series.valid_days',
      'coupon_series.is_given',
      'coupon_series.may_be_given_on',
      'coupon_series.created_at',
    ])
    .where('coupon.code', '=', value.code),
);

export interface KnownCoupon {
  readonly coupon: Coupon;
  readonly series: CouponSeries;
}

/** A coupon with its series; null for a code that was never issued. */
export async function couponOfCode(db: Db, code: string): Promise<KnownCoupon | null> {
  const row = await couponQuery.first(db, { code });
  return row === undefined ? null : { coupon: rowToCoupon(row), series: rowToSeries(row) };
}

function rowToCoupon(row: {
  readonly code: string;
  readonly series_id: string;
  readonly state: 'issued' | 'redeemed' | 'voided';
  readonly valid_from: string;
  readonly expires_on: string;
  readonly customer_id: string | null;
  readonly claim_code: string | null;
  readonly redeemed_at: string | null;
  readonly redeemed_receipt_number: number | null;
}): Coupon {
  return {
    code: row.code,
    seriesId: row.series_id,
    validFrom: businessDay(row.valid_from),
    expiresOn: businessDay(row.expires_on),
    holder: holderOf(row.customer_id, row.claim_code),
    state: stateOf(row.state, row.redeemed_at, row.redeemed_receipt_number),
  };
}

function holderOf(customerId: string | null, claimCode: string | null): CouponHolder {
  if (customerId !== null) return { kind: 'customer', customerId };
  return claimCode === null ? { kind: 'bearer' } : { kind: 'claim', claimCode };
}

function stateOf(
  state: 'issued' | 'redeemed' | 'voided',
  redeemedAt: string | null,
  receiptNumber: number | null,
): CouponState {
  if (state === 'redeemed') {
    return { kind: 'redeemed', redeemedAt: (redeemedAt ?? '') as Instant, receiptNumber: receiptNumber ?? 0 };
  }
  return { kind: state };
}

const couponsOfCustomerQuery = hotQuery((db: Db, value: { customerId: string; day: string }) =>
  db
    .selectFrom('coupon')
    .innerJoin('coupon_series', 'coupon_series.id', 'coupon.series_id')
    .select(['coupon.code', 'coupon_series.name_json', 'coupon_series.minimum_basket_som'])
    .where('coupon.customer_id', '=', value.customerId)
    .where('coupon.state', '=', 'issued')
    .where('coupon.valid_from', '<=', value.day)
    .where('coupon.expires_on', '>=', value.day)
    .orderBy('coupon.expires_on')
    .limit(5),
);

/** The coupons that a customer could use on a day, the one that expires first in front; at most five. */
export async function couponsOfCustomer(db: Db, customerId: string, day: string) {
  const rows = await couponsOfCustomerQuery.all(db, { customerId, day });
  return rows.map((row) => ({
    code: row.code,
    name: JSON.parse(row.name_json) as LocalText,
    minimumSom: som(row.minimum_basket_som),
  }));
}

export const insertCoupons = hotInsert('coupon', [
  'code',
  'series_id',
  'state',
  'valid_from',
  'expires_on',
  'customer_id',
  'claim_code',
  'issued_sale_id',
  'issued_at',
]);

const redeemQuery = hotQuery(
  (
    db: Db,
    value: { code: string; saleId: string; at: string; receiptNumber: number; goodwillReason: string | null },
  ) =>
    db
      .updateTable('coupon')
      .set({
        state: 'redeemed',
        redeemed_sale_id: value.saleId,
        redeemed_at: value.at,
        redeemed_receipt_number: value.receiptNumber,
        goodwill_reason: value.goodwillReason,
      })
      .where('code', '=', value.code)
      .where('state', '=', 'issued')
      .returning('code'),
);

export interface Redemption {
  readonly code: string;
  readonly saleId: string;
  readonly at: Instant;
  readonly receiptNumber: number;
  readonly goodwillReason: string | null;
}

/** Marks a coupon as used; false when somebody else used it in the meantime. */
export async function markRedeemed(db: Db, redemption: Redemption): Promise<boolean> {
  return (await redeemQuery.first(db, { ...redemption })) !== undefined;
}

/** All series with how many coupons were given and used. */
export async function allSeries(db: Db) {
  return db
    .selectFrom('coupon_series')
    .selectAll('coupon_series')
    .select((eb) => [
      eb
        .selectFrom('coupon')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('coupon.series_id', '=', 'coupon_series.id')
        .as('issued'),
      eb
        .selectFrom('coupon')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('coupon.series_id', '=', 'coupon_series.id')
        .where('coupon.state', '=', 'redeemed')
        .as('redeemed'),
    ])
    .orderBy('coupon_series.created_at')
    .execute();
}

/** The coupons that a sale brought, as its paper says them. */
export async function couponsOfSale(db: Db, saleId: string) {
  const rows = await db
    .selectFrom('coupon')
    .innerJoin('coupon_series', 'coupon_series.id', 'coupon.series_id')
    .select([
      'coupon.code',
      'coupon.expires_on',
      'coupon.customer_id',
      'coupon.claim_code',
      'coupon_series.name_json',
      'coupon_series.minimum_basket_som',
      'coupon_series.may_be_given_on',
    ])
    .where('coupon.issued_sale_id', '=', saleId)
    .orderBy('coupon.code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    name: JSON.parse(row.name_json) as LocalText,
    minimumSom: row.minimum_basket_som,
    expiresOn: row.expires_on,
    isBound: row.may_be_given_on === 0 && (row.customer_id !== null || row.claim_code !== null),
  }));
}
