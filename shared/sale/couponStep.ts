/** Step 5 of the fixed order: the one coupon of the receipt, judged, measured and taken off (docs/rules.md rules 4–6). */
import type { Adjustment, BasketLine } from '../basket.ts';
import { type CouponFacts, type CouponRefusal, judgeCoupon } from '../coupon/judgeCoupon.ts';
import { moneyBenefit } from '../coupon/openedPromotion.ts';
import type { Coupon, CouponSeries } from '../coupon/series.ts';
import { type Som, smallerSom, sumOf, zeroSom } from '../money.ts';
import { type PromotedBasket, totalOf } from '../promotion/applyPromotions.ts';
import { basketDiscount } from '../promotion/basketBenefits.ts';
import type { Condition } from '../promotion/condition.ts';
import { splitOverLines } from '../promotion/lineOrder.ts';
import { isInScope } from '../promotion/scope.ts';
import type { LocalText } from '../text.ts';

/** The one coupon that lies on the basket, with all that is known of it. */
export interface CouponOnBasket {
  readonly coupon: Coupon;
  readonly series: CouponSeries;
  readonly facts: CouponFacts;
}

export type CouponOutcome =
  | { readonly kind: 'none' }
  /** Used up by this sale. The amount is its own; 0 when it only opened a promotion that asks for it. */
  | { readonly kind: 'applied'; readonly code: string; readonly amountSom: Som }
  | { readonly kind: 'refused'; readonly code: string; readonly refusal: CouponRefusal }
  /** The coupon is good, but an `alone` promotion is better here; it stays unused. */
  | { readonly kind: 'setAside'; readonly code: string; readonly promotion: LocalText }
  /** The coupon is good, but there is nothing it could take off; it stays unused. */
  | { readonly kind: 'noEffect'; readonly code: string };

/** Judged and measured after promotions on goods, taken from what the basket promotion left. */
export function applyCoupon(
  onBasket: CouponOnBasket | null,
  lines: readonly BasketLine[],
  promoted: PromotedBasket,
  tieOrder: readonly number[] | null,
  takeOff: (adjustment: Adjustment, index: number) => void,
): CouponOutcome {
  if (onBasket === null) return { kind: 'none' };
  const { coupon, series, facts } = onBasket;
  const { code } = coupon;
  const covers = lines.map((line) => isInScope(line, series.scope, facts.day));
  const baseOf = (mayCount: (index: number) => boolean) =>
    totalOf(promoted.afterProductSom.filter((_, index) => covers[index] === true && mayCount(index)));
  const refusal = judgeCoupon(
    coupon,
    series,
    facts,
    baseOf(() => true),
  );
  if (refusal !== null) return { kind: 'refused', code, refusal };
  const isOpen = (index: number) => promoted.heldBy[index] === null;
  const weights = promoted.afterBasketSom.map((cost, index) =>
    covers[index] && isOpen(index) ? cost : zeroSom,
  );
  const amountSom = smallerSom(basketDiscount(moneyBenefit(series), baseOf(isOpen)), totalOf(weights));
  if (amountSom === 0) {
    const holder = promoted.heldBy.find((each, index) => each !== null && covers[index] === true);
    return holder ? { kind: 'setAside', code, promotion: holder.name } : { kind: 'noEffect', code };
  }
  for (const [index, part] of splitOverLines(amountSom, weights, tieOrder).entries()) {
    const lineId = lines[index]?.lineId ?? '';
    takeOff({ lineId, step: 'coupon', sourceId: code, reason: series.name, amountSom: part }, index);
  }
  return { kind: 'applied', code, amountSom };
}

/** What the cap left of the coupon; one that was cut to nothing stays unused. */
export function afterCap(
  coupon: CouponOutcome,
  adjustments: readonly (readonly Adjustment[])[],
): CouponOutcome {
  if (coupon.kind !== 'applied') return coupon;
  const amountSom = sumOf(
    adjustments.flat().filter((each) => each.step === 'coupon'),
    (each) => each.amountSom,
  );
  return amountSom === 0 ? { kind: 'noEffect', code: coupon.code } : { ...coupon, amountSom };
}

/**
 * A coupon that took nothing off itself is used up all the same when a promotion worked that asks for a coupon of its
 * series. One that works for other coupons, or without any, leaves it to the customer.
 */
export function afterOpening(
  coupon: CouponOutcome,
  seriesId: string | null,
  working: readonly { readonly conditions: readonly Condition[] }[],
): CouponOutcome {
  if (coupon.kind !== 'noEffect' && coupon.kind !== 'setAside') return coupon;
  const isOpened = seriesId !== null && working.some(({ conditions }) => asksForCoupon(conditions, seriesId));
  return isOpened ? { kind: 'applied', code: coupon.code, amountSom: zeroSom } : coupon;
}

function asksForCoupon(conditions: readonly Condition[], seriesId: string): boolean {
  return conditions.some((condition) => {
    if (condition.kind === 'couponPresented') return condition.seriesIds.includes(seriesId);
    const isJoined = condition.kind === 'all' || condition.kind === 'any';
    return isJoined && asksForCoupon(condition.conditions, seriesId);
  });
}
