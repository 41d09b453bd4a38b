/** Steps 2–4 of the fixed order: promotions on goods, free pieces, promotions on the basket (docs/rules.md rules 4–7). */
import type { Adjustment, PricingStep } from '../basket.ts';
import { type Som, som, subtractSom, zeroSom } from '../money.ts';
import { basketDiscount } from './basketBenefits.ts';
import { unmetOf } from './condition.ts';
import { unmetBeforeFree } from './gifts.ts';
import { lineDiscount } from './lineBenefits.ts';
import { splitOverLines } from './lineOrder.ts';
import { type LivePromotion, linesAtHand } from './livePromotion.ts';
import type { PreparedPromotions } from './preparePromotions.ts';
import {
  type BasketPromotion,
  isBasketPromotion,
  isLinePromotion,
  isSetPromotion,
  type Promotion,
  type SetPromotion,
} from './promotion.ts';
import { findSets } from './setBenefits.ts';
import { countedLines, type FoundSets, poolOf, type SetShare } from './setPool.ts';
import { type CountedGoods, situationOf } from './situation.ts';

/** The basket after steps 2–4 under one choice of `alone` promotions. */
export interface PromotedBasket {
  readonly chosen: readonly LivePromotion[];
  /** After promotions on lines and those that stand alone, before other sets. */
  readonly afterLinesSom: readonly Som[];
  /** Base of thresholds, basket promotions and coupons: after promotions on goods, before those on the basket. */
  readonly afterProductSom: readonly Som[];
  readonly afterBasketSom: readonly Som[];
  /** Per line, in the order of the steps. */
  readonly adjustments: readonly (readonly Adjustment[])[];
  /** The `alone` promotion that holds the line; every other promotion and coupon stays away from it. */
  readonly heldBy: readonly (Promotion | null)[];
  /** Lines that share a set's discount when something is returned (docs/rules.md rule 9). */
  readonly sets: readonly (readonly SetShare[])[];
  /** The promotion whose set the line is part of. */
  readonly setOf: readonly (Promotion | null)[];
  readonly applied: ReadonlySet<Promotion>;
}

interface Draft {
  readonly prepared: PreparedPromotions;
  readonly tieOrder: readonly number[] | null;
  readonly costSom: Som[];
  readonly adjustments: Adjustment[][];
  readonly heldBy: (Promotion | null)[];
  readonly sets: (readonly SetShare[])[];
  readonly setOf: (Promotion | null)[];
  readonly applied: Set<Promotion>;
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
    setOf: prepared.lines.map(() => null),
    applied: new Set(),
  };
  for (const live of chosen) holdLines(draft, live);
  applyBestOffers(draft);
  const afterLinesSom = [...draft.costSom];
  applySets(draft);
  const afterProductSom = [...draft.costSom];
  applyBasketPromotions(draft, afterProductSom, chosen);
  const { costSom, adjustments, heldBy, sets, setOf, applied } = draft;
  const after = { afterLinesSom, afterProductSom, afterBasketSom: costSom };
  return { chosen, ...after, adjustments, heldBy, sets, setOf, applied };
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
    const counted = countedLines(draft.prepared.lines, draft.costSom, draft.prepared.order);
    const found = findSets(promotion.benefit, poolOf(counted, live, isFree));
    if (found.freeSom === 0) return;
    const shares = found.shares();
    for (const share of shares) draft.heldBy[share.index] = promotion;
    giveSets(draft, promotion, shares);
    return;
  }
  const { lines, afterManualSom, giftThousandths } = draft.prepared;
  const goods = { lines, costSom: afterManualSom, giftThousandths, areGiftsFree: false };
  const atHand = linesAtHand(live, goods, draft.costSom);
  for (const index of lines.keys()) {
    if (!isFree(index) || draft.costSom[index] === 0) continue;
    if (isLinePromotion(promotion)) {
      const amountSom = lineDiscount(promotion.benefit, atHand(index));
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
  const { prepared, costSom } = draft;
  if (prepared.sets.length === 0) return;
  const at = { ...prepared, costSom };
  const offerOf = (live: LivePromotion<SetPromotion>): SetOffer => {
    const pool = poolOf(prepared.counted, live, (index) => isOpenToSets(draft, index));
    return { live, found: findSets(live.promotion.benefit, pool) };
  };
  let offers = prepared.sets.filter((live) => unmetBeforeFree(live, at).length === 0).map(offerOf);
  for (;;) {
    let best: SetOffer | null = null;
    for (const offer of offers) if (offer.found.freeSom > (best?.found.freeSom ?? 0)) best = offer;
    if (best === null) return;
    const { live, found } = best;
    const shares = found.shares();
    giveSets(draft, live.promotion, shares);
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
  readonly found: FoundSets;
}

/** A line takes part in one set, and in none when a promotion that stands alone holds it. */
export function isOpenToSets(
  { heldBy, setOf }: Pick<PromotedBasket, 'heldBy' | 'setOf'>,
  index: number,
): boolean {
  return heldBy[index] === null && setOf[index] === null;
}

function giveSets(draft: Draft, promotion: SetPromotion, shares: readonly SetShare[]): void {
  for (const share of shares) {
    takeOff(draft, share.index, 'free', promotion, share.freeSom);
    draft.setOf[share.index] = promotion;
  }
  // A gift stands on no other pieces, so nobody shares its discount when goods come back.
  if (shares.length > 0 && promotion.benefit.kind !== 'gift') draft.sets.push(shares);
}

/** Goods as conditions of basket promotions and rewards count them (docs/rules.md rule 6). */
export function countedAfterProduct(
  prepared: PreparedPromotions,
  afterProductSom: readonly Som[],
): CountedGoods {
  const { lines, giftThousandths } = prepared;
  return { lines, costSom: afterProductSom, giftThousandths, areGiftsFree: true };
}

function isMet(prepared: PreparedPromotions, live: LivePromotion, goods: CountedGoods): boolean {
  if (!live.asksGoods) return true;
  return unmetOf(live.promotion.conditions, situationOf(prepared.facts, goods, live.counts)).length === 0;
}

/** Each chosen `alone` promotion works on the lines it holds; of all others the best one works on the rest. */
function applyBasketPromotions(
  draft: Draft,
  afterProductSom: readonly Som[],
  chosen: readonly LivePromotion[],
): void {
  const { prepared } = draft;
  const goods = countedAfterProduct(prepared, afterProductSom);
  for (const live of chosen) {
    const { promotion } = live;
    if (!isBasketPromotion(promotion) || !isMet(prepared, live, goods)) continue;
    const weights = afterProductSom.map((cost, index) =>
      draft.heldBy[index] === promotion ? cost : zeroSom,
    );
    giveOnBasket(draft, promotion, weights);
  }
  let best: { live: LivePromotion<BasketPromotion>; amountSom: Som } | null = null;
  for (const live of prepared.basket) {
    if (!isMet(prepared, live, goods)) continue;
    const baseSom = openBase(live, afterProductSom, draft.heldBy);
    const amountSom = basketDiscount(live.promotion.benefit, baseSom);
    if (amountSom > (best?.amountSom ?? 0)) best = { live, amountSom };
  }
  if (best === null) return;
  const { covers, promotion } = best.live;
  const weights = afterProductSom.map((cost, index) =>
    covers[index] === true && draft.heldBy[index] === null ? cost : zeroSom,
  );
  giveOnBasket(draft, promotion, weights);
}

/** What the covered lines that nobody holds cost: the base of a basket promotion. */
export function openBase(
  { covers }: LivePromotion,
  afterProductSom: readonly Som[],
  heldBy: readonly (Promotion | null)[],
): Som {
  let base = 0;
  for (let index = 0; index < covers.length; index += 1) {
    if (covers[index] === true && heldBy[index] === null) base += afterProductSom[index] ?? 0;
  }
  return som(base);
}

function giveOnBasket(draft: Draft, promotion: BasketPromotion, weights: readonly Som[]): void {
  const amountSom = basketDiscount(promotion.benefit, totalOf(weights));
  const parts = splitOverLines(amountSom, weights, draft.tieOrder);
  for (const [index, part] of parts.entries()) takeOff(draft, index, 'basket', promotion, part);
}

export function totalOf(amounts: readonly Som[]): Som {
  let total = 0;
  for (const amount of amounts) total += amount;
  return som(total);
}
