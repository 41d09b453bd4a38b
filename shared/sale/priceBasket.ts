/** The price of a basket: the fixed order of discounts from the shelf price to the net (docs/rules.md rules 3–7). */
import type { Adjustment, BasketLine, PricedLine } from '../basket.ts';
import { type CouponFacts, type CouponRefusal, judgeCoupon } from '../coupon/judgeCoupon.ts';
import type { Coupon, CouponSeries } from '../coupon/series.ts';
import {
  type BasisPoints,
  lineAmount,
  percentOf,
  type Som,
  smallerSom,
  som,
  subtractSom,
  sumOf,
  vatInside,
  zeroSom,
} from '../money.ts';
import { applyPromotions, type PromotedBasket } from '../promotion/applyPromotions.ts';
import { basketDiscount } from '../promotion/benefit.ts';
import { splitOverLines } from '../promotion/lineOrder.ts';
import {
  type LivePromotion,
  type PreparedPromotions,
  preparePromotions,
} from '../promotion/preparePromotions.ts';
import { comparePromotions, type Promotion, type PromotionMiss } from '../promotion/promotion.ts';
import { isInScope } from '../promotion/scope.ts';
import { type LocalText, sameText } from '../text.ts';
import type { BusinessDay } from '../time.ts';
import { cutToCap } from './discountCap.ts';
import { settleSets } from './settleSets.ts';

/** The discount of the customer's tier: it tops up, it never removes anything. */
export interface TierDiscount {
  readonly tierId: string;
  readonly name: LocalText;
  readonly rateBasisPoints: BasisPoints;
}

/** The one coupon that lies on the basket, with all that is known of it. */
export interface CouponOnBasket {
  readonly coupon: Coupon;
  readonly series: CouponSeries;
  readonly facts: CouponFacts;
}

export interface BasketToPrice {
  readonly lines: readonly BasketLine[];
  readonly promotions: readonly Promotion[];
  readonly day: BusinessDay;
  readonly coupon: CouponOnBasket | null;
  readonly tier: TierDiscount | null;
  /** The most that all discounts together may take off the gross; what was applied last is cut first. Null: no cap. */
  readonly discountCapBasisPoints: BasisPoints | null;
}

/** A priced line and what it counts for in tenders and returns: its net, with the discount of a set shared over the set. */
export interface SettledLine extends PricedLine {
  readonly settledSom: Som;
}

export type CouponOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'applied'; readonly code: string; readonly amountSom: Som }
  | { readonly kind: 'refused'; readonly code: string; readonly refusal: CouponRefusal }
  /** The coupon is good, but an `alone` promotion is better here; it stays unused. */
  | { readonly kind: 'setAside'; readonly code: string; readonly promotion: LocalText }
  /** The coupon is good, but there is nothing it could take off; it stays unused. */
  | { readonly kind: 'noEffect'; readonly code: string };

export interface PricedBasket {
  readonly lines: readonly SettledLine[];
  readonly grossSom: Som;
  readonly discountSom: Som;
  readonly netSom: Som;
  readonly vatSom: Som;
  readonly coupon: CouponOutcome;
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

/** More `alone` promotions than this on one basket are tried one after another rather than in all combinations. */
const alonePromotionsTriedTogether = 4;

/**
 * Prices a basket. The order is fixed: manual → promotions on goods → free pieces → basket promotion → coupon → tier.
 * The order of scanning never changes the total; prices are never overwritten, every discount is an adjustment that
 * names its source.
 *
 * | 12 990 × 2, 45 500, 8 300 = 79 780 | off   | net    |
 * |------------------------------------|-------|--------|
 * | 10 % on the basket                 | 7 978 | 71 802 |
 * | coupon of 5 000                    | 5 000 | 74 780 |
 */
export function priceBasket(basket: BasketToPrice): PricedBasket {
  const grossSom = basket.lines.map((line) => lineAmount(line.priceSom, line.quantityThousandths));
  const manual = basket.lines.map((line, index) => manualAdjustments(line, grossSom[index] ?? zeroSom));
  const afterManualSom = grossSom.map((gross, index) =>
    subtractSom(gross, sumOf(manual[index] ?? [], amountOf)),
  );
  const prepared = preparePromotions(basket.lines, afterManualSom, basket.promotions, basket.day);
  const best = bestChoice(prepared.alone, (chosen) => priceWith(basket, prepared, manual, chosen));
  return assemble(basket, grossSom, best);
}

const amountOf = (adjustment: Adjustment): Som => adjustment.amountSom;

function manualAdjustments(line: BasketLine, grossSom: Som): readonly Adjustment[] {
  const discount = line.manualDiscount;
  if (discount === null || discount.amountSom === 0 || grossSom === 0) return [];
  const amountSom = smallerSom(discount.amountSom, grossSom);
  return [
    { lineId: line.lineId, step: 'manual', sourceId: 'manual', reason: sameText(discount.reason), amountSom },
  ];
}

/**
 * Between promotions that stand alone and the rest the lower total wins; a tie goes to the larger priority, then the
 * smaller id, and never to "none" (docs/rules.md rule 5).
 */
function bestChoice(
  alone: readonly LivePromotion[],
  price: (chosen: readonly LivePromotion[]) => Priced,
): Priced {
  let best = price([]);
  if (alone.length <= alonePromotionsTriedTogether) {
    for (let choice = 1; choice < 2 ** alone.length; choice += 1) {
      const candidate = price(alone.filter((_, index) => (choice >> index) % 2 === 1));
      if (isBetter(candidate, best)) best = candidate;
    }
    return best;
  }
  let chosen: readonly LivePromotion[] = [];
  for (const live of alone) {
    const candidate = price([...chosen, live]);
    if (!isBetter(candidate, best)) continue;
    best = candidate;
    chosen = [...chosen, live];
  }
  return best;
}

function isBetter(candidate: Priced, current: Priced): boolean {
  if (candidate.totalSom !== current.totalSom) return candidate.totalSom < current.totalSom;
  const mine = candidate.promoted.applied;
  const theirs = current.promoted.applied;
  const [first] = [...mine, ...theirs]
    .filter((each) => mine.has(each) !== theirs.has(each))
    .sort(comparePromotions);
  return first !== undefined && mine.has(first);
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
  const coupon = applyCoupon(basket, promoted, hasTier ? prepared.order : null, takeOff);
  if (basket.tier !== null && hasTier) {
    topUpByTier(basket.lines, basket.tier, prepared.afterManualSom, promoted, netSom, takeOff);
  }
  const priced = { netSom, adjustments, promoted };
  if (basket.discountCapBasisPoints === null) return { ...priced, totalSom: totalOf(netSom), coupon };
  cutToCap(basket.lines, basket.discountCapBasisPoints, adjustments, netSom);
  return { ...priced, totalSom: totalOf(netSom), coupon: afterCap(coupon, adjustments) };
}

type TakeOff = (adjustment: Adjustment, index: number) => void;

/** Step 5: judged and measured after promotions on goods, taken from what the basket promotion left. */
function applyCoupon(
  basket: BasketToPrice,
  promoted: PromotedBasket,
  tieOrder: readonly number[] | null,
  takeOff: TakeOff,
): CouponOutcome {
  if (basket.coupon === null) return { kind: 'none' };
  const { coupon, series, facts } = basket.coupon;
  const { code } = coupon;
  const covers = basket.lines.map((line) => isInScope(line, series.scope));
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
  const amountSom = smallerSom(basketDiscount(series.benefit, baseOf(isOpen)), totalOf(weights));
  if (amountSom === 0) {
    const holder = promoted.heldBy.find((each, index) => each !== null && covers[index] === true);
    return holder ? { kind: 'setAside', code, promotion: holder.name } : { kind: 'noEffect', code };
  }
  for (const [index, part] of splitOverLines(amountSom, weights, tieOrder).entries()) {
    const lineId = basket.lines[index]?.lineId ?? '';
    takeOff({ lineId, step: 'coupon', sourceId: code, reason: series.name, amountSom: part }, index);
  }
  return { kind: 'applied', code, amountSom };
}

/** What the cap left of the coupon; one that was cut to nothing stays unused. */
function afterCap(coupon: CouponOutcome, adjustments: readonly (readonly Adjustment[])[]): CouponOutcome {
  if (coupon.kind !== 'applied') return coupon;
  const amountSom = sumOf(
    adjustments.flat().filter((each) => each.step === 'coupon'),
    amountOf,
  );
  return amountSom === 0 ? { kind: 'noEffect', code: coupon.code } : { ...coupon, amountSom };
}

/**
 * Step 6 (docs/rules.md rule 5): on a line without a promotion on goods the tier's rate of what the line costs now; on a
 * line with one only what is missing to the tier's rate of the line after its manual discount.
 */
function topUpByTier(
  lines: readonly BasketLine[],
  tier: TierDiscount,
  afterManualSom: readonly Som[],
  promoted: PromotedBasket,
  netSom: readonly Som[],
  takeOff: TakeOff,
): void {
  for (const [index, line] of lines.entries()) {
    const leftSom = netSom[index] ?? zeroSom;
    if (!line.isDiscountable || leftSom === 0) continue;
    const beforeSom = afterManualSom[index] ?? zeroSom;
    const productLevelSom = subtractSom(beforeSom, promoted.afterProductSom[index] ?? zeroSom);
    const wanted =
      productLevelSom === 0
        ? percentOf(leftSom, tier.rateBasisPoints)
        : Math.max(0, percentOf(beforeSom, tier.rateBasisPoints) - productLevelSom);
    const amountSom = smallerSom(som(wanted), leftSom);
    takeOff(
      { lineId: line.lineId, step: 'tier', sourceId: tier.tierId, reason: tier.name, amountSom },
      index,
    );
  }
}

function assemble(basket: BasketToPrice, grossSom: readonly Som[], priced: Priced): PricedBasket {
  const settledSom = settleSets(priced.promoted, priced.netSom);
  const lines = basket.lines.map((line, index): SettledLine => {
    const netSom = priced.netSom[index] ?? zeroSom;
    return {
      ...line,
      grossSom: grossSom[index] ?? zeroSom,
      adjustments: priced.adjustments[index] ?? [],
      netSom,
      vatSom: line.vatBasisPoints === null ? zeroSom : vatInside(netSom, line.vatBasisPoints),
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
    coupon: priced.coupon,
    misses: [...priced.promoted.misses].sort((a, b) => a.missingSom - b.missingSom),
  };
}

function totalOf(amounts: readonly Som[]): Som {
  let total = 0;
  for (const amount of amounts) total += amount;
  return som(total);
}
