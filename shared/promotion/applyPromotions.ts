/** Steps 2–4 of the fixed order: promotions on goods, free pieces, promotions on the basket (docs/rules.md rules 4–7). */
import type { Adjustment, PricingStep } from '../basket.ts';
import { type Som, som, subtractSom, zeroSom } from '../money.ts';
import { basketDiscount, lineDiscount } from './benefit.ts';
import { findSets, type SetShare } from './cheapestFree.ts';
import { splitOverLines } from './lineOrder.ts';
import { type LivePromotion, missOf, type PreparedPromotions } from './preparePromotions.ts';
import {
  type BasketPromotion,
  isBasketPromotion,
  isLinePromotion,
  isSetPromotion,
  type Promotion,
  type PromotionMiss,
  type SetPromotion,
} from './promotion.ts';

/** The basket after steps 2–4 under one choice of `alone` promotions. */
export interface PromotedBasket {
  /** Base of thresholds, basket promotions and coupons: after promotions on goods, before those on the basket. */
  readonly afterProductSom: readonly Som[];
  readonly afterBasketSom: readonly Som[];
  /** Per line, in the order of the steps. */
  readonly adjustments: readonly (readonly Adjustment[])[];
  /** The `alone` promotion that holds the line; every other promotion and coupon stays away from it. */
  readonly heldBy: readonly (Promotion | null)[];
  /** Lines that share a set's discount when something is returned (docs/rules.md rule 9). */
  readonly sets: readonly (readonly SetShare[])[];
  readonly applied: ReadonlySet<Promotion>;
  readonly misses: readonly PromotionMiss[];
}

interface Draft {
  readonly prepared: PreparedPromotions;
  readonly tieOrder: readonly number[] | null;
  readonly costSom: Som[];
  readonly adjustments: Adjustment[][];
  readonly heldBy: (Promotion | null)[];
  readonly sets: (readonly SetShare[])[];
  readonly applied: Set<Promotion>;
  readonly misses: PromotionMiss[];
}

/**
 * Prices the basket with the chosen `alone` promotions holding their lines and all others on the rest. `tieOrder` breaks
 * the ties of splits when a later step looks at single lines; null gives ties to the earlier line.
 */
export function applyPromotions(
  prepared: PreparedPromotions,
  chosen: readonly LivePromotion[],
  tieOrder: readonly number[] | null,
): PromotedBasket {
  const draft: Draft = {
    prepared,
    tieOrder,
    costSom: [...prepared.afterManualSom],
    adjustments: prepared.lines.map(() => []),
    heldBy: prepared.lines.map(() => null),
    sets: [],
    applied: new Set(),
    misses: [...prepared.misses],
  };
  for (const live of chosen) holdLines(draft, live);
  applyBestOffers(draft);
  applySets(draft);
  const afterProductSom = [...draft.costSom];
  applyBasketPromotions(draft, afterProductSom, chosen);
  const { costSom, adjustments, heldBy, sets, applied, misses } = draft;
  return { afterProductSom, afterBasketSom: costSom, adjustments, heldBy, sets, applied, misses };
}

function takeOff(draft: Draft, index: number, step: PricingStep, promotion: Promotion, amountSom: Som): void {
  const line = draft.prepared.lines[index];
  if (line === undefined || amountSom === 0) return;
  draft.costSom[index] = subtractSom(draft.costSom[index] ?? zeroSom, amountSom);
  draft.adjustments[index]?.push({
    lineId: line.lineId,
    step,
    sourceId: promotion.promotionId,
    reason: promotion.name,
    amountSom,
  });
  draft.applied.add(promotion);
}

/** An `alone` promotion takes the lines it touches that no other holds yet; one on goods gives its discount at once. */
function holdLines(draft: Draft, live: LivePromotion): void {
  const { promotion } = live;
  const isFree = (index: number) => live.covers[index] === true && draft.heldBy[index] === null;
  if (isSetPromotion(promotion)) {
    const shares = findSetsFor(draft, promotion, isFree);
    for (const share of shares) draft.heldBy[share.index] = promotion;
    giveSets(draft, promotion, shares);
    return;
  }
  for (const [index, line] of draft.prepared.lines.entries()) {
    const costSom = draft.costSom[index] ?? zeroSom;
    if (!isFree(index) || costSom === 0) continue;
    if (isLinePromotion(promotion)) {
      const amountSom = lineDiscount(promotion.benefit, line, costSom);
      if (amountSom === 0) continue;
      takeOff(draft, index, 'product', promotion, amountSom);
    }
    draft.heldBy[index] = promotion;
  }
}

function applyBestOffers(draft: Draft): void {
  for (const [index, offer] of draft.prepared.bestOffers.entries()) {
    if (offer === null || draft.heldBy[index] !== null) continue;
    takeOff(draft, index, 'product', offer.promotion, offer.amountSom);
  }
}

/** Sets that want the same lines compete: the one that gives most goes first, the others make do with other lines. */
function applySets(draft: Draft): void {
  const inASet = new Set<number>();
  const offerOf = (live: LivePromotion<SetPromotion>): SetOffer => {
    const mayTakePart = (index: number) =>
      live.covers[index] === true && draft.heldBy[index] === null && !inASet.has(index);
    const shares = findSetsFor(draft, live.promotion, mayTakePart);
    return { live, shares, freeSom: shares.reduce((sum, share) => sum + share.freeSom, 0) };
  };
  let offers = draft.prepared.sets.map(offerOf);
  for (;;) {
    let best: SetOffer | null = null;
    for (const offer of offers) if (offer.freeSom > (best?.freeSom ?? 0)) best = offer;
    if (best === null) return;
    const { live, shares } = best;
    giveSets(draft, live.promotion, shares);
    for (const share of shares) inASet.add(share.index);
    // Only a promotion that wanted one of these lines has to look for others.
    const lostALine = (offer: SetOffer) => shares.some(({ index }) => offer.live.covers[index] === true);
    offers = offers
      .filter((offer) => offer !== best)
      .map((offer) => (lostALine(offer) ? offerOf(offer.live) : offer));
  }
}

/** What the sets of one promotion would give now. */
interface SetOffer {
  readonly live: LivePromotion<SetPromotion>;
  readonly shares: readonly SetShare[];
  readonly freeSom: number;
}

function findSetsFor(draft: Draft, promotion: SetPromotion, mayTakePart: (index: number) => boolean) {
  const { lines, order } = draft.prepared;
  return findSets(promotion.benefit.of, lines, draft.costSom, order, mayTakePart);
}

function giveSets(draft: Draft, promotion: SetPromotion, shares: readonly SetShare[]): void {
  for (const share of shares) takeOff(draft, share.index, 'free', promotion, share.freeSom);
  if (shares.length > 0) draft.sets.push(shares);
}

/** Each chosen `alone` promotion works on the lines it holds; of all others the best one works on the rest. */
function applyBasketPromotions(
  draft: Draft,
  afterProductSom: readonly Som[],
  chosen: readonly LivePromotion[],
): void {
  const { lines, basket } = draft.prepared;
  for (const { promotion, covers } of chosen) {
    if (!isBasketPromotion(promotion)) continue;
    if (missOf(promotion, lines, afterProductSom, covers) !== null) continue;
    const weights = afterProductSom.map((cost, index) =>
      draft.heldBy[index] === promotion ? cost : zeroSom,
    );
    giveOnBasket(draft, promotion, weights);
  }
  let best: { promotion: BasketPromotion; weights: readonly Som[]; amountSom: Som } | null = null;
  for (const { promotion, covers } of basket) {
    const miss = missOf(promotion, lines, afterProductSom, covers);
    if (miss !== null) {
      draft.misses.push(miss);
      continue;
    }
    const weights = afterProductSom.map((cost, index) =>
      covers[index] === true && draft.heldBy[index] === null ? cost : zeroSom,
    );
    const amountSom = basketDiscount(promotion.benefit, totalOf(weights));
    if (amountSom > (best?.amountSom ?? 0)) best = { promotion, weights, amountSom };
  }
  if (best !== null) giveOnBasket(draft, best.promotion, best.weights);
}

function giveOnBasket(draft: Draft, promotion: BasketPromotion, weights: readonly Som[]): void {
  const amountSom = basketDiscount(promotion.benefit, totalOf(weights));
  const parts = splitOverLines(amountSom, weights, draft.tieOrder);
  for (const [index, part] of parts.entries()) takeOff(draft, index, 'basket', promotion, part);
}

function totalOf(amounts: readonly Som[]): Som {
  let total = 0;
  for (const amount of amounts) total += amount;
  return som(total);
}
