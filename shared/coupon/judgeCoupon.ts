/** Whether a coupon may be used on a basket now, and if not, exactly why. */
import { type Refused, refuse } from '../errors.ts';
import { type Som, subtractSom } from '../money.ts';
import type { BusinessDay, Instant } from '../time.ts';
import type { Coupon, CouponHolder, CouponSeries } from './series.ts';

/** What the till knows when a coupon is shown. */
export interface CouponFacts {
  readonly day: BusinessDay;
  /** The customer attached to the basket. */
  readonly customerId: string | null;
  /** The claim code of an earlier receipt whose paper stands in for a card. */
  readonly claimCode: string | null;
  /** The cashier accepts an expired or short coupon with a reason, within the shop's limit or with approval (rule 23). */
  readonly isGoodwill: boolean;
}

export type CouponRefusal =
  | Refused<'CouponVoided', Record<string, never>>
  | Refused<'CouponUsed', { readonly redeemedAt: Instant; readonly receiptNumber: number }>
  | Refused<'CouponOfAnother', Record<string, never>>
  | Refused<'CouponNotYet', { readonly validFrom: BusinessDay }>
  | Refused<'CouponExpired', { readonly expiredOn: BusinessDay }>
  | Refused<'CouponBelowMinimum', { readonly minimumSom: Som; readonly missingSom: Som }>;

/**
 * Judges a coupon apart from the basket's sum: null when it may be used by this holder today. The worst reason comes
 * first, so that a used coupon never sounds as if only money were missing.
 *
 * | coupon                    | answer          | goodwill helps |
 * |---------------------------|-----------------|----------------|
 * | voided                    | CouponVoided    | no             |
 * | used                      | CouponUsed      | no             |
 * | bound to somebody else    | CouponOfAnother | no             |
 * | before its first day      | CouponNotYet    | no             |
 * | after its last day        | CouponExpired   | yes            |
 */
export function judgeHolderAndDay(
  coupon: Coupon,
  series: CouponSeries,
  facts: CouponFacts,
): CouponRefusal | null {
  const { state, holder } = coupon;
  if (state.kind === 'voided') return refuse('CouponVoided', {});
  if (state.kind === 'redeemed') {
    return refuse('CouponUsed', { redeemedAt: state.redeemedAt, receiptNumber: state.receiptNumber });
  }
  if (!series.mayBeGivenOn && !isHeldBy(holder, facts)) return refuse('CouponOfAnother', {});
  if (facts.day < coupon.validFrom) return refuse('CouponNotYet', { validFrom: coupon.validFrom });
  if (facts.day > coupon.expiresOn && !facts.isGoodwill) {
    return refuse('CouponExpired', { expiredOn: coupon.expiresOn });
  }
  return null;
}

/**
 * The whole judgement: null when the coupon may be used on this basket. `basketSom` is what the goods of the series'
 * scope cost after promotions on goods, before basket promotions and coupons (docs/rules.md rule 6).
 */
export function judgeCoupon(
  coupon: Coupon,
  series: CouponSeries,
  facts: CouponFacts,
  basketSom: Som,
): CouponRefusal | null {
  const refusal = judgeHolderAndDay(coupon, series, facts);
  if (refusal !== null) return refusal;
  if (basketSom < series.minimumSom && !facts.isGoodwill) {
    return refuse('CouponBelowMinimum', {
      minimumSom: series.minimumSom,
      missingSom: subtractSom(series.minimumSom, basketSom),
    });
  }
  return null;
}

/** Whether goodwill could lift a refusal: only an expired or a short coupon. */
export function goodwillHelps(refusal: CouponRefusal): boolean {
  return refusal.refused === 'CouponExpired' || refusal.refused === 'CouponBelowMinimum';
}

function isHeldBy(holder: CouponHolder, facts: CouponFacts): boolean {
  switch (holder.kind) {
    case 'bearer':
      return true;
    case 'customer':
      return holder.customerId === facts.customerId;
    case 'claim':
      return holder.claimCode === facts.claimCode;
  }
}
