/** Why each live promotion did or did not work, and what a little more would bring. */
import { ONE, type Som, som, thousandths } from '../money.ts';
import { countedAfterProduct, isOpenToSets, openBase, type PromotedBasket } from './applyPromotions.ts';
import { basketDiscount, missingToNextSum } from './basketBenefits.ts';
import { canGoodsMend, type Unmet, unmetOf } from './condition.ts';
import { unmetBeforeFree } from './gifts.ts';
import { lineDiscount, missingToNextStep } from './lineBenefits.ts';
import { type LivePromotion, linesAtHand } from './livePromotion.ts';
import type { Nearest, PromotionMiss, PromotionOutcome, PromotionReport } from './outcome.ts';
import type { PreparedPromotions } from './preparePromotions.ts';
import {
  type BasketPromotion,
  isBasketPromotion,
  isLinePromotion,
  isSetPromotion,
  type LinePromotion,
  type SetPromotion,
} from './promotion.ts';
import { findSets } from './setBenefits.ts';
import { poolOf } from './setPool.ts';
import { situationOf } from './situation.ts';

/** What the pricing came to, by promotion. */
export interface Given {
  /** What each promotion took off in the end, after the cap. */
  readonly amountSom: ReadonlyMap<string, Som>;
  readonly rewarded: ReadonlySet<string>;
}

interface Explained {
  readonly outcome: PromotionOutcome;
  readonly nearest: Nearest | null;
}

interface Sight {
  readonly prepared: PreparedPromotions;
  readonly promoted: PromotedBasket;
  readonly given: Given;
}

/** One report for each promotion of the day, in their order of precedence. */
export function explainPromotions(
  prepared: PreparedPromotions,
  promoted: PromotedBasket,
  given: Given,
): readonly PromotionReport[] {
  const sight = { prepared, promoted, given };
  return prepared.considered.map(({ live, outcome }) => {
    const { promotionId, name } = live.promotion;
    return { promotionId, name, ...explain(sight, live, outcome) };
  });
}

/**
 * Promotions that a little more would bring, nearest first: those whose first or next step only goods keep away. One that
 * would still be outdone by what works now is no reason to buy more and is left out.
 */
export function nearestMisses(
  prepared: PreparedPromotions,
  promoted: PromotedBasket,
  reports: readonly PromotionReport[],
): readonly PromotionMiss[] {
  return reports
    .flatMap(({ promotionId, name, nearest }, place): readonly PromotionMiss[] => {
      const live = prepared.considered[place]?.live;
      if (live === undefined || nearest === null || !isWorthwhile(prepared, promoted, live, nearest))
        return [];
      return [{ promotionId, name, gives: live.promotion.benefit, ...nearest }];
    })
    .sort((a, b) => a.missingSom - b.missingSom || a.missingThousandths - b.missingThousandths);
}

function explain(sight: Sight, live: LivePromotion, kept: PromotionOutcome | null): Explained {
  const { promotion } = live;
  const { promotionId } = promotion;
  const { amountSom, rewarded } = sight.given;
  if (kept !== null) {
    return { outcome: kept, nearest: kept.kind === 'conditionUnmet' ? nearestOf(kept.unmet) : null };
  }
  const taken = amountSom.get(promotionId);
  const next = isLinePromotion(promotion)
    ? explainLine(sight, { ...live, promotion })
    : isSetPromotion(promotion)
      ? explainSet(sight, { ...live, promotion })
      : isBasketPromotion(promotion)
        ? explainBasket(sight, { ...live, promotion })
        : explainReward(sight, live);
  if (taken !== undefined)
    return { outcome: { kind: 'applied', amountSom: taken }, nearest: nextStep(live, next) };
  if (rewarded.has(promotionId)) return { outcome: { kind: 'rewarded' }, nearest: null };
  if (sight.promoted.applied.has(promotion)) return { outcome: { kind: 'cutByCap' }, nearest: null };
  return next;
}

/** Of promotions that work only those with steps speak of the next one. */
function nextStep({ promotion }: LivePromotion, { nearest }: Explained): Nearest | null {
  return isSetPromotion(promotion) ? null : nearest;
}

/** What keeps all of a promotion's lines from it: somebody who holds them. */
function holderOf(
  { prepared, promoted }: Sight,
  { covers, promotion }: LivePromotion,
): PromotionOutcome | null {
  const holders = prepared.order.filter((index) => covers[index]).map((index) => promoted.heldBy[index]);
  const [first] = holders;
  if (!first || holders.some((each) => !each || each === promotion)) return null;
  return { kind: 'heldByAnother', by: first.promotionId };
}

function explainLine(sight: Sight, live: LivePromotion<LinePromotion>): Explained {
  const { prepared, promoted } = sight;
  const { lines, afterManualSom, giftThousandths, order } = prepared;
  const goods = { lines, costSom: afterManualSom, giftThousandths, areGiftsFree: false };
  const atHand = linesAtHand(live, goods, afterManualSom);
  const covered = order.filter((index) => live.covers[index] === true);
  const { benefit } = live.promotion;
  const missing = missingToNextStep(benefit, () => covered.map(atHand));
  const nearest = missing === 0 ? null : pieces(missing);
  const held = holderOf(sight, live);
  if (held !== null) return { outcome: held, nearest: null };
  const gives = covered.find((index) => lineDiscount(benefit, atHand(index)) > 0);
  if (gives === undefined)
    return { outcome: { kind: nearest === null ? 'noEffect' : 'incomplete' }, nearest };
  const better = promoted.heldBy[gives] ?? prepared.bestOffers[gives]?.promotion ?? null;
  const by = better === null || better === live.promotion ? null : better.promotionId;
  return { outcome: { kind: 'outdone', by }, nearest };
}

function explainSet(sight: Sight, live: LivePromotion<SetPromotion>): Explained {
  const { prepared, promoted } = sight;
  const unmet = unmetBeforeFree(live, { ...prepared, costSom: promoted.afterLinesSom });
  if (unmet.length > 0) return { outcome: { kind: 'conditionUnmet', unmet }, nearest: nearestOf(unmet) };
  const held = live.covers.includes(true) ? holderOf(sight, live) : null;
  if (held !== null) return { outcome: held, nearest: null };
  const whatIf = findSets(
    live.promotion.benefit,
    poolOf(prepared.counted, live, () => true),
  );
  if (whatIf.freeSom > 0) {
    const index = whatIf.shares().find((share) => !isOpenToSets(promoted, share.index))?.index ?? -1;
    const by = promoted.heldBy[index] ?? promoted.setOf[index] ?? null;
    return { outcome: { kind: 'outdone', by: by?.promotionId ?? null }, nearest: null };
  }
  const missing = whatIf.missingPieces();
  if (missing === 0) return { outcome: { kind: 'noEffect' }, nearest: null };
  return { outcome: { kind: 'incomplete' }, nearest: pieces(missing * ONE) };
}

function explainBasket(sight: Sight, live: LivePromotion<BasketPromotion>): Explained {
  const { prepared, promoted } = sight;
  const unmet = unmetAfterProduct(sight, live);
  if (unmet.length > 0) return { outcome: { kind: 'conditionUnmet', unmet }, nearest: nearestOf(unmet) };
  const held = holderOf(sight, live);
  if (held !== null) return { outcome: held, nearest: null };
  const baseSom = openBase(live, promoted.afterProductSom, promoted.heldBy);
  const missingSom = missingToNextSum(live.promotion.benefit, baseSom);
  const nearest =
    missingSom === 0 ? null : { missingSom: som(missingSom), missingThousandths: thousandths(0) };
  if (basketDiscount(live.promotion.benefit, baseSom) === 0) {
    return { outcome: { kind: nearest === null ? 'noEffect' : 'incomplete' }, nearest };
  }
  const isBetter = prepared.basket.find(({ promotion }) => promoted.applied.has(promotion));
  return { outcome: { kind: 'outdone', by: isBetter?.promotion.promotionId ?? null }, nearest };
}

function explainReward(sight: Sight, live: LivePromotion): Explained {
  const unmet = unmetAfterProduct(sight, live);
  if (unmet.length > 0) return { outcome: { kind: 'conditionUnmet', unmet }, nearest: nearestOf(unmet) };
  const held = holderOf(sight, live);
  if (held !== null) return { outcome: held, nearest: null };
  const isOutdone = live.promotion.benefit.kind === 'bonusMultiplier' || live.promotion.combines === 'alone';
  return { outcome: isOutdone ? { kind: 'outdone', by: null } : { kind: 'noEffect' }, nearest: null };
}

function unmetAfterProduct({ prepared, promoted }: Sight, live: LivePromotion): readonly Unmet[] {
  const goods = countedAfterProduct(prepared, promoted.afterProductSom);
  return unmetOf(live.promotion.conditions, situationOf(prepared.facts, goods, live.counts));
}

function pieces(missing: number): Nearest {
  return { missingSom: som(0), missingThousandths: thousandths(missing) };
}

/** What goods would mend, when goods would mend all of it. */
function nearestOf(unmet: readonly Unmet[]): Nearest | null {
  if (!unmet.every(canGoodsMend)) return null;
  return {
    missingSom: som(Math.max(...unmet.map((each) => each.missingSom))),
    missingThousandths: thousandths(Math.max(...unmet.map((each) => each.missingThousandths))),
  };
}

/** Whether a promotion would give more than what works at its level now, if what is missing were bought. */
function isWorthwhile(
  prepared: PreparedPromotions,
  promoted: PromotedBasket,
  live: LivePromotion,
  { missingSom, missingThousandths }: Nearest,
): boolean {
  const { promotion } = live;
  if (isBasketPromotion(promotion)) {
    const reachedSom = (each: LivePromotion) =>
      som(openBase(each, promoted.afterProductSom, promoted.heldBy) + missingSom);
    const works = prepared.basket.find((each) => promoted.applied.has(each.promotion));
    if (works === undefined || works.promotion === promotion) return true;
    return (
      basketDiscount(promotion.benefit, reachedSom(live)) >
      basketDiscount(works.promotion.benefit, reachedSom(works))
    );
  }
  if (!isLinePromotion(promotion)) return true;
  const goods = { ...prepared, costSom: prepared.afterManualSom, areGiftsFree: false };
  const atHand = linesAtHand(live, goods, prepared.afterManualSom);
  return [...prepared.lines.keys()].some((index) => {
    if (live.covers[index] !== true || promoted.heldBy[index] !== null) return false;
    const now = atHand(index);
    const scope = {
      together: () => now.scope.together() + missingThousandths,
      ofProduct: (productId: string) => now.scope.ofProduct(productId) + missingThousandths,
    };
    const then = { ...now, scope };
    return lineDiscount(promotion.benefit, then) > (prepared.bestOffers[index]?.amountSom ?? 0);
  });
}
