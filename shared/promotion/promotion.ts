/** What a promotion is: when it holds, what it gives, how often, and how it combines. */
import { z } from 'zod';
import type { LocalText } from '../text.ts';
import type { BusinessDay } from '../time.ts';
import { businessDaySchema, localTextSchema } from '../wire.ts';
import { type BasketBenefit, basketBenefitSchema } from './basketBenefits.ts';
import { type Condition, conditionSchema } from './condition.ts';
import { referenceSchema, schemaOfKinds } from './kinds.ts';
import { type Limits, limitsSchema, noLimits } from './limits.ts';
import { type LineBenefit, lineBenefits } from './lineBenefits.ts';
import { type RewardBenefit, rewardBenefitSchema } from './rewards.ts';
import { type Scope, scopeSchema, wholeBasket } from './scope.ts';
import { type SetBenefit, setBenefits } from './setBenefits.ts';

interface PromotionBase {
  readonly promotionId: string;
  readonly name: LocalText;
  /** The goods it works on, and those that its thresholds count. */
  readonly scope: Scope;
  /** All of them must hold. */
  readonly conditions: readonly Condition[];
  /** First and last business day, both included; null leaves that side open. */
  readonly from: BusinessDay | null;
  readonly to: BusinessDay | null;
  /** The larger goes first when two promotions give the same. */
  readonly priority: number;
  /** `alone` excludes every other promotion and coupon on the lines it touches (docs/rules.md rule 5). */
  readonly combines: 'alone' | 'withOthers';
  readonly limits: Limits;
}

/** The level decides the step of the fixed order in which a promotion works (docs/rules.md rule 4); rewards come last. */
export type Promotion = PromotionBase &
  (
    | { readonly level: 'product'; readonly benefit: LineBenefit | SetBenefit }
    | { readonly level: 'basket'; readonly benefit: BasketBenefit }
    | { readonly level: 'reward'; readonly benefit: RewardBenefit }
  );

const base = {
  promotionId: referenceSchema,
  name: localTextSchema,
  scope: scopeSchema.default(wholeBasket),
  conditions: z.array(conditionSchema).max(20).default([]),
  from: businessDaySchema.nullable().default(null),
  to: businessDaySchema.nullable().default(null),
  priority: z.int().min(-1000).max(1000).default(0),
  combines: z.enum(['alone', 'withOthers']).default('withOthers'),
  limits: limitsSchema.default(noLimits),
};

const goodsBenefitSchema: z.ZodType<LineBenefit | SetBenefit> = schemaOfKinds({
  ...lineBenefits,
  ...setBenefits,
});

/** A promotion as it is written down; what may be left out has the defaults of a plain one. */
export const promotionSchema = z.discriminatedUnion('level', [
  z.strictObject({ ...base, level: z.literal('product'), benefit: goodsBenefitSchema }),
  z.strictObject({ ...base, level: z.literal('basket'), benefit: basketBenefitSchema }),
  z.strictObject({ ...base, level: z.literal('reward'), benefit: rewardBenefitSchema }),
]) satisfies z.ZodType<Promotion>;

export type LinePromotion = Promotion & { readonly level: 'product'; readonly benefit: LineBenefit };
export type SetPromotion = Promotion & { readonly level: 'product'; readonly benefit: SetBenefit };
export type BasketPromotion = Promotion & { readonly level: 'basket' };
export type RewardPromotion = Promotion & { readonly level: 'reward' };

export function isBasketPromotion(promotion: Promotion): promotion is BasketPromotion {
  return promotion.level === 'basket';
}

export function isSetPromotion(promotion: Promotion): promotion is SetPromotion {
  return promotion.level === 'product' && promotion.benefit.kind in setBenefits;
}

export function isLinePromotion(promotion: Promotion): promotion is LinePromotion {
  return promotion.level === 'product' && promotion.benefit.kind in lineBenefits;
}

export function isRewardPromotion(promotion: Promotion): promotion is RewardPromotion {
  return promotion.level === 'reward';
}

/** Whether a promotion holds on a business day. */
export function isLiveOn(promotion: Promotion, day: BusinessDay): boolean {
  return (promotion.from === null || promotion.from <= day) && (promotion.to === null || day <= promotion.to);
}

/** Which of two promotions goes first: the larger priority, then the smaller id (docs/rules.md rule 4). */
export function comparePromotions(a: Promotion, b: Promotion): number {
  if (a.priority !== b.priority) return b.priority - a.priority;
  return a.promotionId < b.promotionId ? -1 : a.promotionId > b.promotionId ? 1 : 0;
}
