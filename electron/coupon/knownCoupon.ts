/** Rows of series and coupons turned into what the rules speak of. */
import type { Selectable } from 'kysely';
import type {
  Coupon,
  CouponHolder,
  CouponSeries,
  CouponState,
  SeriesContent,
} from '../../shared/coupon/series.ts';
import type { CouponUses } from '../../shared/coupon/useCoupon.ts';
import { type Som, som } from '../../shared/money.ts';
import type { LocalText } from '../../shared/text.ts';
import { businessDay, type Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { readOnce } from '../readOnce.ts';

/** A coupon with everything that judging and using it needs; its code is ours or a partner's. */
export interface KnownCoupon {
  readonly coupon: Coupon;
  readonly series: CouponSeries;
  /** The partner of the series, if it has one. */
  readonly partner: { readonly partnerId: string; readonly name: string } | null;
  /** What all coupons of the series took off until now. */
  readonly spentSom: Som;
  readonly uses: CouponUses;
}

type SeriesRow = Pick<
  Selectable<Tables['coupon_series']>,
  'id' | 'name_json' | 'content_json' | 'is_given' | 'partner_id'
>;

const contentOf = readOnce((text) => JSON.parse(text) as SeriesContent);

/** A series as its row keeps it; its content was checked when it was saved. */
export function rowToSeries(row: SeriesRow): CouponSeries {
  return {
    ...contentOf(row.id, row.content_json),
    seriesId: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    isGiven: row.is_given === 1,
    partnerId: row.partner_id,
  };
}

/** The columns of a series that `knownSeries` reads, beside those of another table that has an `id` too. */
export const seriesColumns = [
  'coupon_series.id as series_id',
  'coupon_series.name_json',
  'coupon_series.content_json',
  'coupon_series.is_given',
  'coupon_series.partner_id',
  'coupon_series.spent_som',
  'partner.name as partner_name',
] as const;

interface JoinedSeries extends Omit<SeriesRow, 'id'> {
  readonly series_id: string;
  readonly spent_som: number;
  readonly partner_name: string | null;
}

/** The series part of a known coupon, from a row that joined the series and its partner. */
export function knownSeries(row: JoinedSeries): Pick<KnownCoupon, 'series' | 'partner' | 'spentSom'> {
  const { partner_id: partnerId, partner_name: name } = row;
  return {
    series: rowToSeries({ ...row, id: row.series_id }),
    partner: partnerId === null || name === null ? null : { partnerId, name },
    spentSom: som(row.spent_som),
  };
}

export type CouponRow = Selectable<Tables['coupon']>;

/** A coupon of ours with its holder and its state. */
export function rowToCoupon(
  row: Pick<
    CouponRow,
    | 'code'
    | 'series_id'
    | 'state'
    | 'valid_from'
    | 'expires_on'
    | 'customer_id'
    | 'claim_code'
    | 'redeemed_at'
    | 'redeemed_receipt_number'
  >,
): Coupon {
  return {
    code: row.code,
    seriesId: row.series_id,
    validFrom: businessDay(row.valid_from),
    expiresOn: businessDay(row.expires_on),
    holder: holderOf(row.customer_id, row.claim_code),
    state: stateOf(row),
  };
}

function holderOf(customerId: string | null, claimCode: string | null): CouponHolder {
  if (customerId !== null) return { kind: 'customer', customerId };
  return claimCode === null ? { kind: 'bearer' } : { kind: 'claim', claimCode };
}

function stateOf({
  state,
  redeemed_at: redeemedAt,
  redeemed_receipt_number: receiptNumber,
}: Pick<CouponRow, 'state' | 'redeemed_at' | 'redeemed_receipt_number'>): CouponState {
  if (state !== 'redeemed') return { kind: state };
  return { kind: 'redeemed', redeemedAt: (redeemedAt ?? '') as Instant, receiptNumber: receiptNumber ?? 0 };
}
