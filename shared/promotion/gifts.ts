/** Free gifts: which pieces are given, and that they count for no threshold (docs/rules.md rule 5). */
import type { BasketLine } from '../basket.ts';
import type { Som } from '../money.ts';
import { type Unmet, unmetOf } from './condition.ts';
import type { PricingFacts } from './facts.ts';
import type { LivePromotion } from './livePromotion.ts';
import { isSetPromotion } from './promotion.ts';
import { findSets } from './setBenefits.ts';
import { type PoolLine, poolOf } from './setPool.ts';
import { situationOf } from './situation.ts';

/** The basket at a step before free pieces are taken off. */
export interface BeforeFree {
  readonly lines: readonly BasketLine[];
  readonly facts: PricingFacts;
  readonly costSom: readonly Som[];
  /** Lines that may form sets, cheapest pieces first. */
  readonly counted: readonly PoolLine[];
  /** What other promotions give already. */
  readonly giftThousandths: readonly number[];
}

export function isGift({ promotion }: LivePromotion): boolean {
  return promotion.benefit.kind === 'gift';
}

/** How much of each line a gift promotion would give; nothing for any other promotion. */
export function giftOf(
  live: LivePromotion,
  { lines, counted }: Pick<BeforeFree, 'lines' | 'counted'>,
): readonly number[] {
  const given = lines.map(() => 0);
  const { promotion } = live;
  if (!isSetPromotion(promotion) || !isGift(live)) return given;
  const pool = poolOf(counted, live, () => true);
  for (const share of findSets(promotion.benefit, pool).shares()) given[share.index] = share.freeThousandths;
  return given;
}

/**
 * What keeps a promotion on goods from working. A gift does not count for its own threshold: with "from 100 000 a tea"
 * goods of 95 000 and a tea of 10 000 miss 5 000.
 */
export function unmetBeforeFree(live: LivePromotion, at: BeforeFree): readonly Unmet[] {
  if (!live.asksGoods) return [];
  const goods = { ...at, areGiftsFree: false };
  if (!isGift(live)) return unmetOf(live.promotion.conditions, situationOf(at.facts, goods, live.counts));
  const own = giftOf(live, at);
  const giftThousandths = at.giftThousandths.map((gift, index) => Math.max(gift, own[index] ?? 0));
  return unmetOf(
    live.promotion.conditions,
    situationOf(at.facts, { ...goods, giftThousandths }, live.counts),
  );
}
