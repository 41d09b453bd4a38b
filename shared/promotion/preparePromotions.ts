/** Sorts out once per basket which promotions live, whom they cover and what they would give. */
import type { BasketLine } from '../basket.ts';
import { type Som, subtractSom, zeroSom } from '../money.ts';
import type { PricingFacts } from './facts.ts';
import { type BeforeFree, giftOf, isGift, unmetBeforeFree } from './gifts.ts';
import { limitReached } from './limits.ts';
import { lineDiscount } from './lineBenefits.ts';
import { scanFreeOrder } from './lineOrder.ts';
import { type LivePromotion, linesAtHand, liveOn } from './livePromotion.ts';
import type { PromotionOutcome } from './outcome.ts';
import {
  type BasketPromotion,
  comparePromotions,
  isBasketPromotion,
  isLinePromotion,
  isLiveOn,
  isRewardPromotion,
  isSetPromotion,
  type LinePromotion,
  type Promotion,
  type RewardPromotion,
  type SetPromotion,
} from './promotion.ts';
import { countedLines, type PoolLine } from './setPool.ts';
import type { CountedGoods } from './situation.ts';

export interface LineOffer {
  readonly promotion: LinePromotion;
  readonly amountSom: Som;
}

/** A live promotion and what keeps it out before anything is priced, if anything does. */
export interface Considered {
  readonly live: LivePromotion;
  readonly outcome: PromotionOutcome | null;
}

/** A basket and its promotions, made ready so that several choices of `alone` promotions can be tried cheaply. */
export interface PreparedPromotions {
  readonly lines: readonly BasketLine[];
  readonly facts: PricingFacts;
  readonly afterManualSom: readonly Som[];
  /** How much of each line is given as a gift and counts for no threshold. */
  readonly giftThousandths: readonly number[];
  /** The order that breaks ties; it does not depend on the order of scanning. */
  readonly order: readonly number[];
  /** The best promotion `withOthers` on each line (docs/rules.md rule 5). */
  readonly bestOffers: readonly (LineOffer | null)[];
  readonly sets: readonly LivePromotion<SetPromotion>[];
  readonly basket: readonly LivePromotion<BasketPromotion>[];
  readonly rewards: readonly LivePromotion<RewardPromotion>[];
  /** Lines that may form sets, at their best offers. Lines that nobody holds cost the same in every choice. */
  readonly counted: readonly PoolLine[];
  /** Promotions that want their lines for themselves. */
  readonly alone: readonly LivePromotion[];
  /** All promotions of the day in their order of precedence. */
  readonly considered: readonly Considered[];
}

/**
 * Prepares the basket. Promotions on goods look at it after manual discounts (docs/rules.md rule 4). `putOut` names those
 * that an earlier attempt found too dear for their budget.
 */
export function preparePromotions(
  lines: readonly BasketLine[],
  afterManualSom: readonly Som[],
  promotions: readonly Promotion[],
  facts: PricingFacts,
  putOut: ReadonlyMap<string, PromotionOutcome> = new Map(),
): PreparedPromotions {
  const lives = promotions
    .filter((each) => isLiveOn(each, facts.day))
    .sort(comparePromotions)
    .map((promotion) => liveOn(promotion, lines, facts));
  const order = scanFreeOrder(lines);
  const noGifts = lines.map(() => 0);
  const first = sortOut(lives, lines, afterManualSom, facts, order, noGifts, putOut);
  const giftThousandths = findGifts(first);
  if (giftThousandths.every((gift) => gift === 0)) return first;
  return sortOut(lives, lines, afterManualSom, facts, order, giftThousandths, putOut);
}

function sortOut(
  lives: readonly LivePromotion[],
  lines: readonly BasketLine[],
  afterManualSom: readonly Som[],
  facts: PricingFacts,
  order: readonly number[],
  giftThousandths: readonly number[],
  putOut: ReadonlyMap<string, PromotionOutcome>,
): PreparedPromotions {
  const goods = { lines, costSom: afterManualSom, giftThousandths, areGiftsFree: false };
  const bestOffers: (LineOffer | null)[] = lines.map(() => null);
  const sets: LivePromotion<SetPromotion>[] = [];
  const basket: LivePromotion<BasketPromotion>[] = [];
  const rewards: LivePromotion<RewardPromotion>[] = [];
  const alone: LivePromotion[] = [];
  const beforeOffers = countedLines(lines, afterManualSom, order);
  const at = { lines, facts, costSom: afterManualSom, counted: beforeOffers, giftThousandths };
  const considered = lives.map((live) => {
    const { promotion } = live;
    const isAlone = promotion.combines === 'alone';
    const outcome = putOut.get(promotion.promotionId) ?? keptOut(live, at);
    if (outcome !== null) return { live, outcome };
    if (isRewardPromotion(promotion)) rewards.push({ ...live, promotion });
    else if (isAlone) alone.push(live);
    else if (isBasketPromotion(promotion)) basket.push({ ...live, promotion });
    else if (isSetPromotion(promotion)) sets.push({ ...live, promotion });
    else if (isLinePromotion(promotion)) {
      takeBetterOffers(bestOffers, { ...live, promotion }, goods, afterManualSom);
    }
    return { live, outcome };
  });
  const afterOffersSom = afterManualSom.map((cost, index) =>
    subtractSom(cost, bestOffers[index]?.amountSom ?? zeroSom),
  );
  const counted = countedLines(lines, afterOffersSom, order);
  const choices = { counted, bestOffers, sets, basket, rewards, alone, considered };
  return { lines, facts, afterManualSom, giftThousandths, order, ...choices };
}

/** What keeps a promotion out at once: its limits, its scope, and of one on lines or a set that stands alone, its conditions. */
function keptOut(live: LivePromotion, at: BeforeFree): PromotionOutcome | null {
  const { promotion, counts } = live;
  const limit = limitReached(promotion.promotionId, promotion.limits, at.facts);
  if (limit !== null) return { kind: 'limitReached', limit };
  if (!counts.includes(true)) return { kind: 'nothingCovered' };
  if (live.unmet.length > 0) return { kind: 'conditionUnmet', unmet: live.unmet };
  const isAloneSet = isSetPromotion(promotion) && promotion.combines === 'alone';
  if (!isLinePromotion(promotion) && !isAloneSet) return null;
  const unmet = unmetBeforeFree(live, at);
  return unmet.length === 0 ? null : { kind: 'conditionUnmet', unmet };
}

/** Promotions come in their order of precedence, so that only a truly larger discount replaces an offer. */
function takeBetterOffers(
  bestOffers: (LineOffer | null)[],
  live: LivePromotion<LinePromotion>,
  goods: CountedGoods,
  afterManualSom: readonly Som[],
): void {
  const atHand = linesAtHand(live, goods, afterManualSom);
  for (const [index, covered] of live.covers.entries()) {
    if (!covered) continue;
    const amountSom = lineDiscount(live.promotion.benefit, atHand(index));
    if (amountSom > (bestOffers[index]?.amountSom ?? 0)) {
      bestOffers[index] = { promotion: live.promotion, amountSom };
    }
  }
}

/** Which pieces are gifts, judged after promotions on lines and before any gift counts for a threshold. */
function findGifts(prepared: PreparedPromotions): readonly number[] {
  const { lines, afterManualSom, bestOffers, counted, facts } = prepared;
  const costSom = afterManualSom.map((cost, index) =>
    subtractSom(cost, bestOffers[index]?.amountSom ?? zeroSom),
  );
  const giftThousandths = lines.map(() => 0);
  for (const { live, outcome } of prepared.considered) {
    if (!isGift(live) || (outcome !== null && outcome.kind !== 'conditionUnmet')) continue;
    const at = { lines, facts, costSom, counted, giftThousandths };
    if (unmetBeforeFree(live, at).length > 0) continue;
    for (const [index, own] of giftOf(live, at).entries()) {
      const together = (giftThousandths[index] ?? 0) + own;
      giftThousandths[index] = Math.min(lines[index]?.quantityThousandths ?? 0, together);
    }
  }
  return giftThousandths;
}
