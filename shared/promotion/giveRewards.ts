/** After the price: bonus multipliers, coupons, stamps and tickets of promotions that give no money off. */
import type { Adjustment } from '../basket.ts';
import { type BasisPoints, basisPoints, multiplyDivideFloor, type Som, som } from '../money.ts';
import { countedAfterProduct, type PromotedBasket } from './applyPromotions.ts';
import { unmetOf } from './condition.ts';
import type { LivePromotion } from './livePromotion.ts';
import type { Reward } from './outcome.ts';
import type { PreparedPromotions } from './preparePromotions.ts';
import type { RewardPromotion } from './promotion.ts';
import { piecesOf, rewardCount } from './rewards.ts';
import { situationOf } from './situation.ts';

export interface GivenRewards {
  readonly rewards: readonly Reward[];
  /** Each line's bonus rate with the best multiplier on it; stored on the sale, so that a return counts the same. */
  readonly bonusBasisPoints: readonly BasisPoints[];
}

/**
 * Rewards stand on what the covered lines cost in the end. Lines that an `alone` promotion holds bring none; a reward that
 * stands alone itself counts only lines that no promotion and no coupon has touched. Of multipliers the largest on each line
 * works, of the others each gives its own.
 */
export function giveRewards(
  prepared: PreparedPromotions,
  promoted: PromotedBasket,
  netSom: readonly Som[],
  adjustments: readonly (readonly Adjustment[])[],
): GivenRewards {
  const multipliers: (RewardPromotion | null)[] = prepared.lines.map(() => null);
  const rewards: Reward[] = [];
  const goods = countedAfterProduct(prepared, promoted.afterProductSom);
  for (const live of prepared.rewards) {
    const { conditions, benefit } = live.promotion;
    if (unmetOf(conditions, situationOf(prepared.facts, goods, live.counts)).length > 0) continue;
    const indexes = rewardedLines(live, promoted, netSom, adjustments);
    if (indexes.length === 0) continue;
    if (benefit.kind === 'bonusMultiplier') {
      for (const index of indexes) {
        if (timesOf(multipliers[index]) < benefit.timesBasisPoints) multipliers[index] = live.promotion;
      }
      continue;
    }
    const reward = rewardOf(live.promotion, indexes, prepared, netSom);
    if (reward.count > 0) rewards.push(reward);
  }
  return {
    rewards: [...multiplierRewards(prepared, multipliers), ...rewards],
    bonusBasisPoints: prepared.lines.map((line, index) =>
      multiplied(line.bonusBasisPoints, timesOf(multipliers[index])),
    ),
  };
}

function rewardedLines(
  { covers, promotion }: LivePromotion,
  { heldBy }: PromotedBasket,
  netSom: readonly Som[],
  adjustments: readonly (readonly Adjustment[])[],
): readonly number[] {
  const isTouched = (index: number) =>
    adjustments[index]?.some(({ step }) => step !== 'manual' && step !== 'tier') ?? false;
  return [...covers.keys()].filter(
    (index) =>
      covers[index] === true &&
      heldBy[index] === null &&
      (netSom[index] ?? 0) > 0 &&
      !(promotion.combines === 'alone' && isTouched(index)),
  );
}

function rewardOf(
  promotion: RewardPromotion,
  indexes: readonly number[],
  { lines }: PreparedPromotions,
  netSom: readonly Som[],
): Reward {
  const goods = {
    netSom: som(indexes.reduce((sum, index) => sum + (netSom[index] ?? 0), 0)),
    pieces: indexes.reduce((sum, index) => sum + piecesOf(lines[index]?.quantityThousandths ?? 0), 0),
  };
  const { promotionId, name, benefit } = promotion;
  const lineIds = indexes.map((index) => lines[index]?.lineId ?? '');
  return { promotionId, name, benefit, count: rewardCount(benefit, goods), lineIds };
}

function multiplierRewards(
  { lines, rewards }: PreparedPromotions,
  multipliers: readonly (RewardPromotion | null)[],
): readonly Reward[] {
  return rewards.flatMap(({ promotion }) => {
    const lineIds = lines.filter((_, index) => multipliers[index] === promotion).map((line) => line.lineId);
    const { promotionId, name, benefit } = promotion;
    return lineIds.length === 0 ? [] : [{ promotionId, name, benefit, count: 1, lineIds }];
  });
}

const once = 10_000;

function timesOf(promotion: RewardPromotion | null | undefined): number {
  return promotion?.benefit.kind === 'bonusMultiplier' ? promotion.benefit.timesBasisPoints : once;
}

/** Never more bonus than the goods cost. */
function multiplied(rate: BasisPoints, times: number): BasisPoints {
  return basisPoints(Math.min(Math.max(rate, 10_000), multiplyDivideFloor(rate, times, once)));
}
