/** Whether a coupon may be used on a basket now, and if not, exactly why. */
import { type Refused, refuse } from '../errors.ts';
import { addSom, type Som, subtractSom, zeroSom } from '../money.ts';
import { basketDiscount } from '../promotion/basketBenefits.ts';
import type { BusinessDay, Instant } from '../time.ts';
import { moneyBenefit } from './openedPromotion.ts';
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
  /** What all coupons of the series took off until now; left out, nothing. */
  readonly spentSom?: Som;
  /** The partner of the series, as the customer knows it; left out, the series has none. */
  readonly partnerName?: string | undefined;
}

export type CouponRefusal =
  | Refused<'CouponVoided', Record<string, never>>
  | Refused<'CouponUsed', { readonly redeemedAt: Instant; readonly receiptNumber: number }>
  | Refused<'CouponForPartner', { readonly partnerName: string }>
  | Refused<'CouponOfAnother', Record<string, never>>
  | Refused<'CouponNotYet', { readonly validFrom: BusinessDay }>
  | Refused<'CouponExpired', { readonly expiredOn: BusinessDay }>
  | Refused<'CouponBudgetSpent', Record<string, never>>
  | Refused<'CouponBelowMinimum', { readonly minimumSom: Som; readonly missingSom: Som }>;

/**
 * Judges a coupon apart from the basket's sum: null when it may be used by this holder today. The worst reason comes
 * first, so that a used coupon never sounds as if only money were missing. A coupon that may be used several times is
 * used up with its last use only. Of a series that binds nobody, and of one that may be given on, anybody may use them.
 *
 * | coupon                          | answer            | goodwill helps |
 * |---------------------------------|-------------------|----------------|
 * | voided                          | CouponVoided      | no             |
 * | used up                         | CouponUsed        | no             |
 * | used at the partner's           | CouponForPartner  | no             |
 * | bound to somebody else          | CouponOfAnother   | no             |
 * | before its first day            | CouponNotYet      | no             |
 * | after its last day              | CouponExpired     | yes            |
 * | nothing left of the budget      | CouponBudgetSpent | no             |
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
  if (series.usedAt === 'partner') {
    return refuse('CouponForPartner', { partnerName: facts.partnerName ?? '' });
  }
  const isBound = series.holding === 'bound' && !series.mayBeGivenOn;
  if (isBound && !isHeldBy(holder, facts)) return refuse('CouponOfAnother', {});
  if (facts.day < coupon.validFrom) return refuse('CouponNotYet', { validFrom: coupon.validFrom });
  if (facts.day > coupon.expiresOn && !facts.isGoodwill) {
    return refuse('CouponExpired', { expiredOn: coupon.expiresOn });
  }
  if (isBudgetSpent(series, facts.spentSom ?? zeroSom)) return refuse('CouponBudgetSpent', {});
  return null;
}

/**
 * The whole judgement: null when the coupon may be used on this basket. `basketSom` is what the goods of the series'
 * scope cost after promotions on goods, before basket promotions and coupons (docs/rules.md rule 6). A coupon that would
 * take off more than is left of the budget is not used, as a promotion is not: whole or not at all.
 *
 * | budget 100 000, coupon 5 000 from 50 000 | spent  | goods  | answer                     |
 * |------------------------------------------|--------|--------|----------------------------|
 * |                                          | 95 000 | 50 000 | good                       |
 * |                                          | 95 001 | 50 000 | CouponBudgetSpent          |
 * |                                          | 95 000 | 49 999 | CouponBelowMinimum, 1 more |
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
  const wouldBeSpent = addSom(facts.spentSom ?? zeroSom, basketDiscount(moneyBenefit(series), basketSom));
  if (series.budgetSom !== null && wouldBeSpent > series.budgetSom) return refuse('CouponBudgetSpent', {});
  return null;
}

/** Whether nothing is left of what the coupons of a series may take off together; such a series gives no more coupons. */
export function isBudgetSpent({ budgetSom }: Pick<CouponSeries, 'budgetSom'>, spentSom: Som): boolean {
  return budgetSom !== null && spentSom >= budgetSom;
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
