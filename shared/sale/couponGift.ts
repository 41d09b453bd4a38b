/** What a coupon gave on a receipt, whichever way it works, and which part of it a partner bears (docs/rules.md rule 19). */
import type { Adjustment } from '../basket.ts';
import type { CouponSeries } from '../coupon/series.ts';
import { partnerShareSom } from '../coupon/useCoupon.ts';
import { addSom, allocate, type Som, som, sumOf, zeroSom } from '../money.ts';
import type { Reward } from '../promotion/outcome.ts';
import type { CouponOnBasket, CouponOutcome } from './couponStep.ts';

export interface CouponGift {
  /** Taken off goods: the coupon's own discount, or the gift it opened. */
  readonly discountSom: Som;
  readonly bonusSom: Som;
  /** Whose coupon it is; null for the shop's own, and while no coupon works. */
  readonly partnerId: string | null;
  /** The partner's part of the discount on each line; runs parallel to the lines. */
  readonly partnerSharesSom: readonly Som[];
  /** The partner's part of the bonus. */
  readonly partnerBonusSom: Som;
}

const nothing: CouponGift = {
  discountSom: zeroSom,
  bonusSom: zeroSom,
  partnerId: null,
  partnerSharesSom: [],
  partnerBonusSom: zeroSom,
};

/**
 * The partner's part of the discount is floored once on the whole of it and split over the lines as the discount is.
 *
 * | coupon                  | off the lines | partner bears | partner's part |
 * |-------------------------|---------------|---------------|----------------|
 * | 5 000 off               | 1 628, 2 852, 520 | 50 %      | 814, 1 426, 260 |
 * | a tea of 8 000 for nothing | 8 000      | all           | 8 000          |
 * | 3 000 bonus             | –             | 30 %          | 900 of the bonus |
 */
export function couponGift(
  onBasket: CouponOnBasket | null,
  outcome: CouponOutcome,
  adjustments: readonly (readonly Adjustment[])[],
  rewards: readonly Reward[],
): CouponGift {
  if (onBasket === null || outcome.kind !== 'applied') return nothing;
  const { series } = onBasket;
  const offSom = adjustments.map((own) =>
    sumOf(own, (each) => (isGivenBy(series, outcome.code, each) ? each.amountSom : zeroSom)),
  );
  const discountSom = addSom(...offSom);
  const bonusSom = bonusOfRewards(rewards, series.seriesId);
  const partner = partnerShareSom(series, discountSom);
  return {
    discountSom,
    bonusSom,
    partnerId: series.partnerId,
    partnerSharesSom: partner === 0 ? [] : allocate(partner, offSom),
    partnerBonusSom: partnerShareSom(series, bonusSom),
  };
}

/** A gift that the coupon opened carries the id of the series. */
function isGivenBy({ seriesId }: CouponSeries, code: string, { step, sourceId }: Adjustment): boolean {
  return step === 'coupon' ? sourceId === code : sourceId === seriesId;
}

/** The extra bonus that promotions give on a receipt, or one of them; its count is soʻm already. */
export function bonusOfRewards(rewards: readonly Reward[], promotionId?: string): Som {
  return sumOf(rewards, ({ benefit, count, ...reward }) => {
    if (benefit.kind !== 'bonus') return zeroSom;
    if (promotionId !== undefined && reward.promotionId !== promotionId) return zeroSom;
    return som(count);
  });
}
