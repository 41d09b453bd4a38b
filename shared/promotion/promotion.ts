/** What a promotion is: when it holds, what it gives and how it combines. A new kind of either is one more member here. */
import type { BasisPoints, Som, Thousandths } from '../money.ts';
import type { LocalText } from '../text.ts';
import type { BusinessDay } from '../time.ts';
import type { Scope } from './scope.ts';

/** What must be true of the basket; all conditions of a promotion must hold. Sums and quantities count its own scope. */
export type Condition =
  | { readonly kind: 'minimumSum'; readonly minimumSom: Som }
  | { readonly kind: 'minimumQuantity'; readonly minimumThousandths: Thousandths };

/** What a promotion on goods gives, line by line. */
export type LineBenefit =
  | { readonly kind: 'percent'; readonly rateBasisPoints: BasisPoints }
  /** So much off each piece, kilogram or litre. */
  | { readonly kind: 'amountPerUnit'; readonly amountSom: Som }
  /** Each piece, kilogram or litre at this price; never dearer than it is. */
  | { readonly kind: 'fixedPrice'; readonly priceSom: Som };

/** Of every `of` pieces the cheapest is free: 3 for 2 is `of: 3`. Whole packages only; weighed goods do not count. */
export interface SetBenefit {
  readonly kind: 'cheapestFree';
  readonly of: number;
}

/** What a promotion on the basket, or a coupon, gives: once, on the sum of the lines it covers. */
export type BasketBenefit =
  | {
      readonly kind: 'percent';
      readonly rateBasisPoints: BasisPoints;
      /** "10 %, but no more than 20 000". */
      readonly atMostSom: Som | null;
    }
  | { readonly kind: 'amount'; readonly amountSom: Som };

interface PromotionBase {
  readonly promotionId: string;
  readonly name: LocalText;
  readonly scope: Scope;
  readonly conditions: readonly Condition[];
  /** First and last business day, both included; null leaves that side open. */
  readonly from: BusinessDay | null;
  readonly to: BusinessDay | null;
  /** The larger goes first when two promotions give the same. */
  readonly priority: number;
  /** `alone` excludes every other promotion and coupon on the lines it touches (docs/rules.md rule 5). */
  readonly combines: 'alone' | 'withOthers';
}

/** The level decides the step of the fixed order in which a promotion works (docs/rules.md rule 4). */
export type Promotion = PromotionBase &
  (
    | { readonly level: 'product'; readonly benefit: LineBenefit | SetBenefit }
    | { readonly level: 'basket'; readonly benefit: BasketBenefit }
  );

export type LinePromotion = Promotion & { readonly level: 'product'; readonly benefit: LineBenefit };
export type SetPromotion = Promotion & { readonly level: 'product'; readonly benefit: SetBenefit };
export type BasketPromotion = Promotion & { readonly level: 'basket' };

export function isBasketPromotion(promotion: Promotion): promotion is BasketPromotion {
  return promotion.level === 'basket';
}

export function isSetPromotion(promotion: Promotion): promotion is SetPromotion {
  return promotion.level === 'product' && promotion.benefit.kind === 'cheapestFree';
}

export function isLinePromotion(promotion: Promotion): promotion is LinePromotion {
  return promotion.level === 'product' && promotion.benefit.kind !== 'cheapestFree';
}

/** A promotion and the conditions that keep it from working, for "12 000 so'm more and tea is free". */
export interface PromotionMiss {
  readonly promotionId: string;
  readonly name: LocalText;
  /** How much more goods of its scope must cost; 0 when only the quantity is missing. */
  readonly missingSom: Som;
  /** How many more must be in the basket; 0 when only the sum is missing. */
  readonly missingThousandths: Thousandths;
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
