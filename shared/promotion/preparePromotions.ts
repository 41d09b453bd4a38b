/** Sorts out once per basket which promotions live, whom they cover and what they would give. */
import type { BasketLine } from '../basket.ts';
import { type Som, som, thousandths } from '../money.ts';
import type { BusinessDay } from '../time.ts';
import { lineDiscount } from './benefit.ts';
import { scanFreeOrder } from './lineOrder.ts';
import {
  type BasketPromotion,
  comparePromotions,
  isBasketPromotion,
  isLinePromotion,
  isLiveOn,
  isSetPromotion,
  type LinePromotion,
  type Promotion,
  type PromotionMiss,
  type SetPromotion,
} from './promotion.ts';
import { isInScope } from './scope.ts';

/** A promotion that lives today and, per line, whether it covers it. */
export interface LivePromotion<P extends Promotion = Promotion> {
  readonly promotion: P;
  readonly covers: readonly boolean[];
}

export interface LineOffer {
  readonly promotion: LinePromotion;
  readonly amountSom: Som;
}

/** A basket and its promotions, made ready so that several choices of `alone` promotions can be tried cheaply. */
export interface PreparedPromotions {
  readonly lines: readonly BasketLine[];
  readonly afterManualSom: readonly Som[];
  /** The order that breaks ties; it does not depend on the order of scanning. */
  readonly order: readonly number[];
  /** The best promotion `withOthers` on each line (docs/rules.md rule 5). */
  readonly bestOffers: readonly (LineOffer | null)[];
  readonly sets: readonly LivePromotion<SetPromotion>[];
  readonly basket: readonly LivePromotion<BasketPromotion>[];
  /** Promotions that want their lines for themselves. */
  readonly alone: readonly LivePromotion[];
  readonly misses: readonly PromotionMiss[];
}

/** Prepares the basket. Promotions on goods look at it after manual discounts (docs/rules.md rule 4). */
export function preparePromotions(
  lines: readonly BasketLine[],
  afterManualSom: readonly Som[],
  promotions: readonly Promotion[],
  day: BusinessDay,
): PreparedPromotions {
  const bestOffers: (LineOffer | null)[] = lines.map(() => null);
  const sets: LivePromotion<SetPromotion>[] = [];
  const basket: LivePromotion<BasketPromotion>[] = [];
  const alone: LivePromotion[] = [];
  const misses: PromotionMiss[] = [];
  for (const promotion of promotions.filter((each) => isLiveOn(each, day)).sort(comparePromotions)) {
    const covers = lines.map((line) => isInScope(line, promotion.scope));
    if (!covers.includes(true)) continue;
    const miss = promotion.level === 'product' ? missOf(promotion, lines, afterManualSom, covers) : null;
    if (miss !== null) misses.push(miss);
    else if (promotion.combines === 'alone') alone.push({ promotion, covers });
    else if (isBasketPromotion(promotion)) basket.push({ promotion, covers });
    else if (isSetPromotion(promotion)) sets.push({ promotion, covers });
    else if (isLinePromotion(promotion))
      takeBetterOffers(bestOffers, promotion, covers, lines, afterManualSom);
  }
  return { lines, afterManualSom, order: scanFreeOrder(lines), bestOffers, sets, basket, alone, misses };
}

/** What a promotion still misses, or null when its conditions hold; `costSom` is the base of its level (rule 6). */
export function missOf(
  promotion: Promotion,
  lines: readonly BasketLine[],
  costSom: readonly Som[],
  covers: readonly boolean[],
): PromotionMiss | null {
  if (promotion.conditions.length === 0) return null;
  let sum = 0;
  let quantity = 0;
  for (const [index, line] of lines.entries()) {
    if (covers[index] !== true) continue;
    sum += costSom[index] ?? 0;
    quantity += line.quantityThousandths;
  }
  let missingSom = 0;
  let missingThousandths = 0;
  for (const condition of promotion.conditions) {
    switch (condition.kind) {
      case 'minimumSum':
        missingSom = Math.max(missingSom, condition.minimumSom - sum);
        break;
      case 'minimumQuantity':
        missingThousandths = Math.max(missingThousandths, condition.minimumThousandths - quantity);
        break;
    }
  }
  if (missingSom === 0 && missingThousandths === 0) return null;
  return {
    promotionId: promotion.promotionId,
    name: promotion.name,
    missingSom: som(missingSom),
    missingThousandths: thousandths(missingThousandths),
  };
}

/** Promotions come in their order of precedence, so that only a truly larger discount replaces an offer. */
function takeBetterOffers(
  bestOffers: (LineOffer | null)[],
  promotion: LinePromotion,
  covers: readonly boolean[],
  lines: readonly BasketLine[],
  afterManualSom: readonly Som[],
): void {
  for (const [index, line] of lines.entries()) {
    if (covers[index] !== true) continue;
    const amountSom = lineDiscount(promotion.benefit, line, afterManualSom[index] ?? som(0));
    if (amountSom > (bestOffers[index]?.amountSom ?? 0)) bestOffers[index] = { promotion, amountSom };
  }
}
