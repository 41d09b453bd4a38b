/** What other rooms ask about coupons: one by its code, those of a customer or a sale, and the series with their counts. */
import type { Kysely } from 'kysely';
import { readCode } from '../../shared/code.ts';
import { isBudgetSpent } from '../../shared/coupon/judgeCoupon.ts';
import { type CouponSeries, couponDays } from '../../shared/coupon/series.ts';
import { type BusinessDay, businessDay } from '../../shared/time.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { type KnownCoupon, knownSeries, rowToCoupon, seriesColumns } from './knownCoupon.ts';
import { findPartnerCode } from './partnerCodes.ts';

type Db = Kysely<Tables>;

/** Coupons with their series, its partner, and the batch that may have been voided as a whole. */
export function couponsJoined(db: Db) {
  return db
    .selectFrom('coupon')
    .innerJoin('coupon_series', 'coupon_series.id', 'coupon.series_id')
    .leftJoin('partner', 'partner.id', 'coupon_series.partner_id')
    .leftJoin('coupon_batch', 'coupon_batch.id', 'coupon.batch_id')
    .selectAll('coupon')
    .select(seriesColumns)
    .select('coupon_batch.state as batch_state');
}

const couponQuery = hotQuery((db: Db, value: { code: string }) =>
  couponsJoined(db).where('coupon.code', '=', value.code),
);

/**
 * A coupon by the code on it, ours or a partner's, in the spelling it was read in; null for a code nobody issued. The
 * coupons of a voided batch are void from that moment, also while their rows are still being marked.
 */
export async function couponOfCode(db: Db, code: string): Promise<KnownCoupon | null> {
  const read = readCode(code);
  if (read?.kind !== 'coupon') return findPartnerCode(db, code);
  const row = await couponQuery.first(db, { code: read.code });
  if (row === undefined) return null;
  const isVoided = row.state === 'issued' && isBatchOver(row.batch_state);
  return {
    ...knownSeries(row),
    coupon: rowToCoupon(isVoided ? { ...row, state: 'voided' } : row),
    uses: { allowed: row.uses_allowed, count: row.uses_count },
  };
}

/** Whether none of a batch's unused coupons is good any more. */
export function isBatchOver(state: Tables['coupon_batch']['state'] | null): boolean {
  return state === 'voided' || state === 'cancelled';
}

const couponsOfCustomerQuery = hotQuery((db: Db, value: { customerId: string; day: string }) =>
  couponsJoined(db)
    .where('coupon.customer_id', '=', value.customerId)
    .where('coupon.state', '=', 'issued')
    .where('coupon.valid_from', '<=', value.day)
    .where('coupon.expires_on', '>=', value.day)
    .orderBy('coupon.expires_on')
    .orderBy('coupon.code')
    .limit(10),
);

/** The coupons that a customer could use here on a day, the one that expires first in front; at most five. */
export async function couponsOfCustomer(db: Db, customerId: string, day: BusinessDay) {
  const rows = await couponsOfCustomerQuery.all(db, { customerId, day });
  return rows
    .filter((row) => !isBatchOver(row.batch_state))
    .map((row) => ({ code: row.code, ...knownSeries(row) }))
    .filter(({ series, spentSom }) => series.usedAt === 'here' && !isBudgetSpent(series, spentSom))
    .slice(0, 5)
    .map(({ code, series }) => ({ code, name: series.name, minimumSom: series.minimumSom }));
}

/** A coupon as its paper says it. */
export interface CouponToPrint {
  readonly code: string;
  readonly series: CouponSeries;
  readonly partnerName: string | null;
  readonly validFrom: BusinessDay;
  readonly expiresOn: BusinessDay;
  /** Only its holder may use it. */
  readonly isBound: boolean;
}

/** The coupons that a sale brought, ours and partners', with the codes they were given with. */
export async function couponsOfSale(db: Db, saleId: string): Promise<readonly CouponToPrint[]> {
  const own = await couponsJoined(db)
    .where('coupon.issued_sale_id', '=', saleId)
    .orderBy('coupon.code')
    .execute();
  const partners = await db
    .selectFrom('partner_code')
    .innerJoin('coupon_series', 'coupon_series.id', 'partner_code.series_id')
    .leftJoin('partner', 'partner.id', 'coupon_series.partner_id')
    .innerJoin('sale', 'sale.id', 'partner_code.given_sale_id')
    .select(['partner_code.code', 'sale.business_day', ...seriesColumns])
    .where('partner_code.given_sale_id', '=', saleId)
    .orderBy('partner_code.code')
    .execute();
  return [
    ...own.map((row) => {
      const { series, partner } = knownSeries(row);
      return {
        code: row.code,
        series,
        partnerName: partner?.name ?? null,
        validFrom: businessDay(row.valid_from),
        expiresOn: businessDay(row.expires_on),
        isBound:
          series.holding === 'bound' &&
          !series.mayBeGivenOn &&
          (row.customer_id !== null || row.claim_code !== null),
      };
    }),
    ...partners.flatMap((row) => {
      const { series, partner } = knownSeries(row);
      const days = couponDays(series.validity, businessDay(row.business_day));
      const partnerName = partner?.name ?? null;
      return days === null ? [] : [{ code: row.code, series, partnerName, ...days, isBound: false }];
    }),
  ];
}

export type KnownSeries = Pick<KnownCoupon, 'series' | 'partner' | 'spentSom'>;

function seriesJoined(db: Db) {
  return db
    .selectFrom('coupon_series')
    .leftJoin('partner', 'partner.id', 'coupon_series.partner_id')
    .select(seriesColumns)
    .select(['coupon_series.issued_count', 'coupon_series.redeemed_count', 'coupon_series.created_at']);
}

const givenNow = hotQuery((db: Db, value: { isGiven: 1 }) =>
  seriesJoined(db).where('coupon_series.is_given', '=', value.isGiven).orderBy('coupon_series.id'),
);

/** Series of which coupons are given now. */
export async function seriesGivenNow(db: Db): Promise<readonly KnownSeries[]> {
  return (await givenNow.all(db, { isGiven: 1 })).map(knownSeries);
}

const ofId = hotQuery((db: Db, value: { id: string }) =>
  seriesJoined(db).where('coupon_series.id', '=', value.id),
);

export interface CountedSeries extends KnownSeries {
  readonly issued: number;
  readonly redeemed: number;
}

type SeriesRow = NonNullable<Awaited<ReturnType<typeof ofId.first>>>;

function counted(row: SeriesRow): CountedSeries {
  return { ...knownSeries(row), issued: row.issued_count, redeemed: row.redeemed_count };
}

/** A series with its counts; null when there is none with this id. */
export async function seriesOfId(db: Db, seriesId: string): Promise<CountedSeries | null> {
  const row = await ofId.first(db, { id: seriesId });
  return row === undefined ? null : counted(row);
}

/** All series, the oldest first. */
export async function allSeries(db: Db): Promise<readonly CountedSeries[]> {
  const rows = await seriesJoined(db)
    .orderBy('coupon_series.created_at')
    .orderBy('coupon_series.id')
    .execute();
  return rows.map(counted);
}
