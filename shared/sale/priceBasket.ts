/** The price of a basket: the fixed order of discounts from the shelf price to the net (docs/rules.md rules 3–7). */
import type { Adjustment, BasketLine, PricedLine } from '../basket.ts';
import { judgeHolderAndDay } from '../coupon/judgeCoupon.ts';
import { openedPromotion } from '../coupon/openedPromotion.ts';
import {
  addSom,
  type BasisPoints,
  lineAmount,
  type Som,
  subtractSom,
  sumOf,
  vatInside,
  zeroSom,
} from '../money.ts';
import { applyPromotions, type PromotedBasket, totalOf } from '../promotion/applyPromotions.ts';
import { chooseAlone } from '../promotion/chooseAlone.ts';
import { explainPromotions, nearestMisses } from '../promotion/explainPromotions.ts';
import type { PlannedTender, PricingFacts, PromotionCustomer, PromotionUsage } from '../promotion/facts.ts';
import { type GivenRewards, giveRewards } from '../promotion/giveRewards.ts';
import type { LivePromotion } from '../promotion/livePromotion.ts';
import type { PromotionMiss, PromotionOutcome, PromotionReport, Reward } from '../promotion/outcome.ts';
import { type PreparedPromotions, preparePromotions } from '../promotion/preparePromotions.ts';
import type { Promotion } from '../promotion/promotion.ts';
import type { BusinessDay } from '../time.ts';
import { bonusOfRewards, type CouponGift, couponGift } from './couponGift.ts';
import {
  afterCap,
  afterOpening,
  applyCoupon,
  type CouponOnBasket,
  type CouponOutcome,
} from './couponStep.ts';
import { cutToCap } from './discountCap.ts';
import { type BasketManualDiscount, manualAdjustments } from './manualDiscount.ts';
import { settleSets } from './settleSets.ts';
import { type TierDiscount, topUpByTier } from './tierTopUp.ts';

export interface BasketToPrice {
  readonly lines: readonly BasketLine[];
  readonly promotions: readonly Promotion[];
  readonly day: BusinessDay;
  readonly coupon: CouponOnBasket | null;
  readonly tier: TierDiscount | null;
  /** The most that all discounts together may take off the gross; what was applied last is cut first. Null: no cap. */
  readonly discountCapBasisPoints: BasisPoints | null;
  /** A discount by hand on the whole basket; left out, there is none. */
  readonly manualDiscount?: BasketManualDiscount | null;
  /** Minutes since midnight on the shop's clock; left out, no happy hour holds. */
  readonly minuteOfDay?: number | null;
  /** Left out, nobody is attached. */
  readonly customer?: PromotionCustomer | null;
  /** Left out, no way of paying is chosen yet. */
  readonly payment?: readonly PlannedTender[] | null;
  /** How often each promotion worked before; one that is not named has never worked. */
  readonly usage?: ReadonlyMap<string, PromotionUsage>;
}

/** A priced line and what it counts for in tenders and returns: its net, with the discount of a set shared over the set. */
export interface SettledLine extends PricedLine {
  readonly settledSom: Som;
}

export interface PricedBasket {
  readonly lines: readonly SettledLine[];
  readonly grossSom: Som;
  readonly discountSom: Som;
  readonly netSom: Som;
  readonly vatSom: Som;
  readonly coupon: CouponOutcome;
  /** What the coupon gave in all, and what of it its partner bears. */
  readonly couponGift: CouponGift;
  /** What promotions give besides money off; multipliers are in the lines' bonus rates already. */
  readonly rewards: readonly Reward[];
  /** Why each promotion of the day did or did not work, in their order of precedence. */
  readonly promotions: readonly PromotionReport[];
  /** Promotions that a little more would bring, nearest first. */
  readonly misses: readonly PromotionMiss[];
}

/** The basket while it is priced; the arrays run parallel to the lines. */
interface Priced {
  readonly netSom: readonly Som[];
  readonly adjustments: readonly (readonly Adjustment[])[];
  readonly totalSom: Som;
  readonly coupon: CouponOutcome;
  readonly promoted: PromotedBasket;
}

/** A basket priced under one set of facts, with what each promotion took off. */
interface Attempt {
  readonly prepared: PreparedPromotions;
  readonly grossSom: readonly Som[];
  readonly priced: Priced;
  readonly given: GivenRewards;
  readonly takenSom: ReadonlyMap<string, Som>;
}

/**
 * Prices a basket. The order is fixed: manual → promotions on goods → free pieces → basket promotion → coupon → tier.
 * The order of scanning never changes the total; prices are never overwritten, every discount is an adjustment that
 * names its source, and every promotion of the day is answered for.
 *
 * | 12 990 × 2, 45 500, 8 300 = 79 780 | off   | net    |
 * |------------------------------------|-------|--------|
 * | 10 % on the basket                 | 7 978 | 71 802 |
 * | coupon of 5 000                    | 5 000 | 74 780 |
 *
 * A promotion that would cost more than is left of its budget is put out and the basket is priced again without it; so is
 * a coupon that opened a promotion and then turns out to be below its minimum.
 */
export function priceBasket(wanted: BasketToPrice): PricedBasket {
  const basket = withOpened(wanted);
  const facts = factsOf(basket);
  const putOut = new Map<string, PromotionOutcome>();
  let attempt = tryPricing(basket, facts, putOut);
  if (attempt.priced.coupon.kind === 'refused' && facts.couponSeriesId !== null) {
    attempt = tryPricing(basket, { ...facts, couponSeriesId: null }, putOut);
  }
  for (;;) {
    const over = overBudget(basket, facts, attempt);
    if (over.length === 0) return assemble(basket, attempt);
    for (const [promotionId, outcome] of over) putOut.set(promotionId, outcome);
    attempt = tryPricing(basket, attempt.prepared.facts, putOut);
  }
}

/** Adds the promotion by which the coupon gives bonus or goods, bounded by what is left of the series' budget. */
function withOpened(basket: BasketToPrice): BasketToPrice {
  const { coupon, promotions, usage = new Map<string, PromotionUsage>() } = basket;
  const opened = coupon === null ? null : openedPromotion(coupon.series);
  if (coupon === null || opened === null) return basket;
  const { seriesId, budgetSom } = coupon.series;
  const used = { ...neverUsed, spentSom: coupon.facts.spentSom ?? zeroSom };
  return {
    ...basket,
    promotions: [...promotions, { ...opened, limits: { ...opened.limits, budgetSom } }],
    usage: new Map([...usage, [seriesId, used]]),
  };
}

const neverUsed = { times: 0, timesToday: 0, timesByCustomer: 0, timesByCustomerToday: 0 } as const;

function factsOf({ day, coupon, ...basket }: BasketToPrice): PricingFacts {
  const isGood = coupon !== null && judgeHolderAndDay(coupon.coupon, coupon.series, coupon.facts) === null;
  return {
    day,
    minuteOfDay: basket.minuteOfDay ?? null,
    customer: basket.customer ?? null,
    payment: basket.payment ?? null,
    couponSeriesId: isGood ? coupon.series.seriesId : null,
    usage: basket.usage ?? new Map(),
  };
}

function tryPricing(
  basket: BasketToPrice,
  facts: PricingFacts,
  putOut: ReadonlyMap<string, PromotionOutcome>,
): Attempt {
  const { lines } = basket;
  const grossSom = lines.map((line) => lineAmount(line.priceSom, line.quantityThousandths));
  const manual = manualAdjustments(lines, grossSom, basket.manualDiscount ?? null);
  const afterManualSom = grossSom.map((gross, index) =>
    subtractSom(
      gross,
      sumOf(manual[index] ?? [], (each) => each.amountSom),
    ),
  );
  const prepared = preparePromotions(lines, afterManualSom, basket.promotions, facts, putOut);
  const priced = chooseAlone(prepared.alone, (chosen) => priceWith(basket, prepared, manual, chosen));
  const given = giveRewards(prepared, priced.promoted, priced.netSom, priced.adjustments);
  return { prepared, grossSom, priced, given, takenSom: takenByPromotion(priced) };
}

/** Steps 2–6 under one choice of `alone` promotions. */
function priceWith(
  basket: BasketToPrice,
  prepared: PreparedPromotions,
  manual: readonly (readonly Adjustment[])[],
  chosen: readonly LivePromotion[],
): Priced {
  const hasTier = basket.tier !== null && basket.tier.rateBasisPoints > 0;
  const basketTies = hasTier || basket.coupon !== null ? prepared.order : null;
  const promoted = applyPromotions(prepared, chosen, basketTies);
  const adjustments = manual.map((own, index) => [...own, ...(promoted.adjustments[index] ?? [])]);
  const netSom = [...promoted.afterBasketSom];
  const takeOff = (adjustment: Adjustment, index: number) => {
    if (adjustment.amountSom === 0) return;
    adjustments[index]?.push(adjustment);
    netSom[index] = subtractSom(netSom[index] ?? zeroSom, adjustment.amountSom);
  };
  const coupon = applyCoupon(basket.coupon, basket.lines, promoted, hasTier ? prepared.order : null, takeOff);
  if (basket.tier !== null && hasTier) {
    topUpByTier(basket.lines, basket.tier, prepared.afterManualSom, promoted, netSom, takeOff);
  }
  const priced = { netSom, adjustments, promoted };
  if (basket.discountCapBasisPoints === null) return { ...priced, totalSom: totalOf(netSom), coupon };
  cutToCap(basket.lines, basket.discountCapBasisPoints, adjustments, netSom);
  return { ...priced, totalSom: totalOf(netSom), coupon: afterCap(coupon, adjustments) };
}

function takenByPromotion({ adjustments }: Priced): ReadonlyMap<string, Som> {
  const taken = new Map<string, Som>();
  for (const { step, sourceId, amountSom } of adjustments.flat()) {
    if (step !== 'product' && step !== 'free' && step !== 'basket') continue;
    taken.set(sourceId, addSom(taken.get(sourceId) ?? zeroSom, amountSom));
  }
  return taken;
}

function overBudget(
  { promotions }: BasketToPrice,
  { usage }: PricingFacts,
  { takenSom, given }: Attempt,
): readonly (readonly [string, PromotionOutcome])[] {
  return promotions.flatMap(({ promotionId, limits }) => {
    if (limits.budgetSom === null) return [];
    const wantedSom = addSom(
      takenSom.get(promotionId) ?? zeroSom,
      bonusOfRewards(given.rewards, promotionId),
    );
    const leftSom = subtractSom(limits.budgetSom, usage.get(promotionId)?.spentSom ?? zeroSom);
    if (wantedSom === 0 || wantedSom <= leftSom) return [];
    return [[promotionId, { kind: 'overBudget', leftSom, wantedSom }] as const];
  });
}

function assemble(
  basket: BasketToPrice,
  { prepared, grossSom, priced, given, takenSom }: Attempt,
): PricedBasket {
  const rewarded = new Set(given.rewards.map((reward) => reward.promotionId));
  const working = prepared.considered
    .map(({ live }) => live.promotion)
    .filter(({ promotionId }) => takenSom.has(promotionId) || rewarded.has(promotionId));
  const reports = explainPromotions(prepared, priced.promoted, { amountSom: takenSom, rewarded });
  const coupon = afterOpening(priced.coupon, basket.coupon?.series.seriesId ?? null, working);
  const gave = couponGift(basket.coupon, coupon, priced.adjustments, given.rewards);
  const settledSom = settleSets(priced.promoted, priced.netSom);
  const lines = basket.lines.map((line, index): SettledLine => {
    const netSom = priced.netSom[index] ?? zeroSom;
    const partnerShareSom = gave.partnerSharesSom[index] ?? zeroSom;
    return {
      ...line,
      bonusBasisPoints: given.bonusBasisPoints[index] ?? line.bonusBasisPoints,
      grossSom: grossSom[index] ?? zeroSom,
      adjustments: priced.adjustments[index] ?? [],
      netSom,
      partnerShareSom,
      vatSom:
        line.vatBasisPoints === null
          ? zeroSom
          : vatInside(addSom(netSom, partnerShareSom), line.vatBasisPoints),
      settledSom: settledSom[index] ?? zeroSom,
    };
  });
  const gross = totalOf(grossSom);
  return {
    lines,
    grossSom: gross,
    discountSom: subtractSom(gross, priced.totalSom),
    netSom: priced.totalSom,
    vatSom: sumOf(lines, (line) => line.vatSom),
    coupon,
    couponGift: gave,
    rewards: given.rewards,
    promotions: reports,
    misses: nearestMisses(prepared, priced.promoted, reports),
  };
}
