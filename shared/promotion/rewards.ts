/** What a promotion gives besides money off: bonus, coupons, stamps, tickets. A new kind is one more entry here. */
import { z } from 'zod';
import { largestSom, ONE, type Som } from '../money.ts';
import { somSchema } from '../wire.ts';
import { type KindOf, referenceSchema, schemaOfKinds } from './kinds.ts';

/** The goods on which a reward is counted, after all discounts. */
export interface RewardedGoods {
  readonly netSom: Som;
  readonly pieces: number;
}

interface RewardKind<Fields extends z.ZodRawShape> {
  readonly fields: Fields;
  /** How many are given; 0 for none. */
  readonly counts: (reward: Readonly<z.output<z.ZodObject<Fields>>>, goods: RewardedGoods) => number;
}

function rewardKind<Fields extends z.ZodRawShape>(
  fields: Fields,
  counts: RewardKind<Fields>['counts'],
): RewardKind<Fields> {
  return { fields, counts };
}

const countSchema = z.int().min(1).max(1000);
/** Once a receipt, for every whole piece, or for every so many soʻm that were paid. */
const perSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receipt') }),
  z.strictObject({ kind: z.literal('piece') }),
  z.strictObject({ kind: z.literal('sum'), eachSom: somSchema.refine((each) => each > 0) }),
]);

/** At most ten million, so that even a receipt of a million pieces is counted exactly. */
const extraBonusSchema = somSchema.refine((bonus) => bonus > 0 && bonus <= 10_000_000);

export const rewards = {
  /** Bonus of the covered lines times so much: 20 000 doubles it. It changes the rate that is stored on the line. */
  bonusMultiplier: rewardKind({ timesBasisPoints: z.int().min(10_001).max(1_000_000) }, () => 1),

  /** A coupon of a series for the next visit; with a partner it is one of theirs. */
  nextCoupon: rewardKind({ seriesId: referenceSchema, partnerId: referenceSchema.nullable() }, () => 1),

  stamps: rewardKind(
    { stampCardId: referenceSchema, stamps: countSchema, per: perSchema },
    ({ stamps, per }, goods) => stamps * timesOf(per, goods),
  ),

  tickets: rewardKind({ drawId: referenceSchema, tickets: countSchema, per: perSchema }, (reward, goods) => {
    return reward.tickets * timesOf(reward.per, goods);
  }),

  /** Bonus beside what the receipt earns anyhow; the count is bonus soʻm: 5 000 for the first purchase, 500 a piece. */
  bonus: rewardKind({ bonusSom: extraBonusSchema, per: perSchema }, ({ bonusSom, per }, goods) => {
    return Math.min(largestSom, bonusSom * timesOf(per, goods));
  }),
};

function timesOf(per: z.output<typeof perSchema>, { netSom, pieces }: RewardedGoods): number {
  if (per.kind === 'receipt') return 1;
  return per.kind === 'piece' ? pieces : Math.floor(netSom / per.eachSom);
}

export type RewardBenefit = KindOf<typeof rewards>;
export const rewardBenefitSchema: z.ZodType<RewardBenefit> = schemaOfKinds(rewards);

/** How many of the reward the goods bring. */
export function rewardCount(benefit: RewardBenefit, goods: RewardedGoods): number {
  const kind: { readonly counts: (benefit: never, goods: RewardedGoods) => number } = rewards[benefit.kind];
  return kind.counts(benefit as never, goods);
}

/** Whole pieces of a quantity; a weighed line counts as one. */
export function piecesOf(quantityThousandths: number): number {
  return quantityThousandths % ONE === 0 ? quantityThousandths / ONE : 1;
}
