/** What pricing knows besides the goods: the moment, the customer, the way of paying and how often promotions worked. */
import type { PaymentProvider, TenderKind } from '../basket.ts';
import type { Som, Thousandths } from '../money.ts';
import type { BusinessDay } from '../time.ts';
import type { ScopedGoods } from './scope.ts';

/** One product of an earlier receipt. What came back is counted on the day of the purchase, not of the return. */
export interface PastPurchase extends ScopedGoods {
  readonly boughtOn: BusinessDay;
  readonly paidSom: Som;
  readonly refundedSom: Som;
  readonly boughtThousandths: Thousandths;
  readonly returnedThousandths: Thousandths;
}

/** The attached customer as far as promotions ask. */
export interface PromotionCustomer {
  readonly customerId: string;
  /** False for an instant card nobody registered: no birthday and no referral (docs/rules.md rule 20). */
  readonly isRegistered: boolean;
  readonly hasCard: boolean;
  readonly tierId: string | null;
  readonly segmentIds: readonly string[];
  readonly tags: readonly string[];
  readonly birthDate: BusinessDay | null;
  /** Since when the shop knows the birth date; a fresh one brings nothing (docs/rules.md rule 13). */
  readonly birthDateKnownSince: BusinessDay | null;
  /** The day on which a birthday promotion last worked for this customer. */
  readonly birthdayUsedOn: BusinessDay | null;
  /** Earlier receipts, without those that were wholly returned. */
  readonly visits: number;
  readonly lastVisitOn: BusinessDay | null;
  /** As far back as the longest promotion looks. */
  readonly purchases: readonly PastPurchase[];
  /** Who sent this customer, when the referral was found good. */
  readonly referredBy: string | null;
}

/** A part of the payment as the cashier has chosen it; amounts do not matter. */
export interface PlannedTender {
  readonly kind: TenderKind;
  readonly provider: PaymentProvider | null;
}

/** How often a promotion has worked and what it has cost; sales wholly returned do not count (docs/rules.md rule 9). */
export interface PromotionUsage {
  readonly times: number;
  readonly timesToday: number;
  readonly timesByCustomer: number;
  readonly timesByCustomerToday: number;
  readonly spentSom: Som;
}

export interface PricingFacts {
  readonly day: BusinessDay;
  /** Minutes since midnight on the shop's clock; null when only the day is known, and then no hours hold. */
  readonly minuteOfDay: number | null;
  readonly customer: PromotionCustomer | null;
  /** Null while no way of paying is chosen. */
  readonly payment: readonly PlannedTender[] | null;
  /** The series of the good coupon that lies on the basket. */
  readonly couponSeriesId: string | null;
  readonly usage: ReadonlyMap<string, PromotionUsage>;
}

/** Sum and quantity of some goods of the basket. */
export interface Measure {
  readonly sumSom: Som;
  readonly quantityThousandths: Thousandths;
}
