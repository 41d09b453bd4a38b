/** What one promotion would give on a basket if it were the only one. */
import type { BasketLine } from '../basket.ts';
import { addSom, type BasisPoints, type Som, som, zeroSom } from '../money.ts';
import { withCouponOf } from '../promotion/assume.ts';
import { asksFor } from '../promotion/condition.ts';
import { noGoodsHelp } from '../promotion/conditionKind.ts';
import type { PlannedTender, PromotionCustomer, PromotionUsage } from '../promotion/facts.ts';
import type { PromotionOutcome, PromotionReport } from '../promotion/outcome.ts';
import type { Promotion } from '../promotion/promotion.ts';
import { bonusOfRewards } from '../sale/couponGift.ts';
import { type PricedBasket, priceBasket } from '../sale/priceBasket.ts';
import type { BusinessDay } from '../time.ts';

export interface TriedBasket {
  /** The lines at their shelf prices. */
  readonly lines: readonly BasketLine[];
  readonly day: BusinessDay;
  readonly minuteOfDay: number | null;
  readonly customer: PromotionCustomer | null;
  readonly payment: readonly PlannedTender[] | null;
  /** The series whose coupons were used on it. */
  readonly couponSeriesIds: readonly string[];
  readonly discountCapBasisPoints: BasisPoints | null;
  readonly usage: ReadonlyMap<string, PromotionUsage>;
}

export interface Trial {
  readonly priced: PricedBasket;
  readonly report: Pick<PromotionReport, 'promotionId' | 'outcome' | 'nearest'>;
  /** It took something off or gave its reward. */
  readonly isReached: boolean;
  /** Money off and bonus together: one bonus is one soʻm. A coupon, a stamp or a ticket counts nothing. */
  readonly givenSom: Som;
}

/** Prices the basket with this promotion alone: no other promotion, no coupon's own discount, no tier, nothing by hand. */
export function tryPromotion(promotion: Promotion, basket: TriedBasket): Trial {
  const { couponSeriesIds, ...facts } = basket;
  const tried = asksFor(promotion.conditions, 'couponPresented')
    ? withCouponOf(promotion, couponSeriesIds)
    : promotion;
  const priced = priceBasket({ ...facts, promotions: [tried], coupon: null, tier: null });
  const [judged] = priced.promotions;
  const report = judged ?? {
    promotionId: promotion.promotionId,
    outcome: notToday(promotion),
    nearest: null,
  };
  const { outcome } = report;
  const offSom = outcome.kind === 'applied' ? outcome.amountSom : zeroSom;
  const isReached = outcome.kind === 'applied' || outcome.kind === 'rewarded';
  const bonusSom = addSom(bonusOfRewards(priced.rewards), bonusOfMultiplier(priced, basket.lines));
  return { priced, report, isReached, givenSom: addSom(offSom, bonusSom) };
}

/** A promotion whose own days are others is not even judged. */
function notToday({ from, to }: Promotion): PromotionOutcome {
  const condition = { kind: 'dates' as const, from, to };
  return { kind: 'conditionUnmet', unmet: [{ condition, ...noGoodsHelp }] };
}

/** What a multiplier adds to the rates of the lines, on what they cost in the end. */
function bonusOfMultiplier({ rewards, lines: priced }: PricedBasket, lines: readonly BasketLine[]): Som {
  if (!rewards.some((reward) => reward.benefit.kind === 'bonusMultiplier')) return zeroSom;
  const earned = (rateOf: (index: number) => number) =>
    Math.floor(priced.reduce((sum, line, index) => sum + line.netSom * rateOf(index), 0) / 10_000);
  const before = earned((index) => lines[index]?.bonusBasisPoints ?? 0);
  return som(earned((index) => priced[index]?.bonusBasisPoints ?? 0) - before);
}

/** How often the promotion has worked in a trial so far: its limits and its budget count there too. */
export interface Tally {
  readonly usageFor: (customerId: string | null) => PromotionUsage;
  readonly note: (customerId: string | null, givenSom: Som) => void;
}

/** A count that begins at nothing. */
export function createTally(): Tally {
  let times = 0;
  let spentSom = zeroSom;
  const byCustomer = new Map<string, number>();
  return {
    usageFor: (customerId) => {
      const own = customerId === null ? 0 : (byCustomer.get(customerId) ?? 0);
      return { times, timesToday: times, timesByCustomer: own, timesByCustomerToday: own, spentSom };
    },
    note: (customerId, givenSom) => {
      times += 1;
      spentSom = addSom(spentSom, givenSom);
      if (customerId !== null) byCustomer.set(customerId, (byCustomer.get(customerId) ?? 0) + 1);
    },
  };
}
