/** What became of each live promotion, and why: the answer to "why do I not get the discount?". */
import type { Som, Thousandths } from '../money.ts';
import type { LocalText } from '../text.ts';
import type { Unmet } from './condition.ts';
import type { LimitReached } from './limits.ts';
import type { Promotion, RewardPromotion } from './promotion.ts';

export type PromotionOutcome =
  /** It took so much off, all lines together. */
  | { readonly kind: 'applied'; readonly amountSom: Som }
  | { readonly kind: 'rewarded' }
  /** Nothing of its scope is in the basket. */
  | { readonly kind: 'nothingCovered' }
  | { readonly kind: 'conditionUnmet'; readonly unmet: readonly Unmet[] }
  | { readonly kind: 'limitReached'; readonly limit: LimitReached }
  /** It would have cost more than is left of its budget. */
  | { readonly kind: 'overBudget'; readonly leftSom: Som; readonly wantedSom: Som }
  /** Pieces are missing for its set, its gift or its first step. */
  | { readonly kind: 'incomplete' }
  /** Others give more on the same goods; `by` names one of them, null stands for several or the coupon together. */
  | { readonly kind: 'outdone'; readonly by: string | null }
  /** A promotion that stands alone holds the goods. */
  | { readonly kind: 'heldByAnother'; readonly by: string }
  /** There was nothing left to take off. */
  | { readonly kind: 'noEffect' }
  /** The shop's cap on discounts took it away. */
  | { readonly kind: 'cutByCap' };

/** What more goods would bring: the next step of a promotion that works, or a first one. */
export interface Nearest {
  /** How much more goods must cost; 0 when only pieces are missing. */
  readonly missingSom: Som;
  /** How many more must be in the basket; 0 when only the sum is missing. */
  readonly missingThousandths: Thousandths;
}

export interface PromotionReport {
  readonly promotionId: string;
  readonly name: LocalText;
  readonly outcome: PromotionOutcome;
  /** Null when no goods would help. */
  readonly nearest: Nearest | null;
}

/** A promotion that a little more would bring, for "12 000 so'm more and tea is free". */
export interface PromotionMiss extends Nearest {
  readonly promotionId: string;
  readonly name: LocalText;
  readonly gives: Promotion['benefit'];
}

/** What a promotion gives besides money off. A multiplier has changed the rate of its lines already. */
export interface Reward {
  readonly promotionId: string;
  readonly name: LocalText;
  readonly benefit: RewardPromotion['benefit'];
  readonly count: number;
  /** The lines for which it is given. */
  readonly lineIds: readonly string[];
}
