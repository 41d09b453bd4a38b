/** A coupon series: what all its coupons give, how long they live, who holds them and which sales bring one. */
import type { Som } from '../money.ts';
import type { BasketBenefit } from '../promotion/basketBenefits.ts';
import type { Scope } from '../promotion/scope.ts';
import type { LocalText } from '../text.ts';
import { addDays, type BusinessDay, type Instant } from '../time.ts';

/** How long a coupon lives: so many days after the day it was given, or between two days whenever it was given. */
export type CouponValidity =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'between'; readonly from: BusinessDay; readonly to: BusinessDay };

/** Which sales bring a coupon of the series. */
export type CouponGiving =
  | { readonly kind: 'everySale'; readonly fromSom: Som }
  /** Made in a batch or by hand; no sale brings one. */
  | { readonly kind: 'byHand' };

export interface CouponSeries {
  readonly seriesId: string;
  readonly name: LocalText;
  readonly benefit: BasketBenefit;
  readonly scope: Scope;
  /** What the covered goods must cost after promotions on goods and before any coupon (docs/rules.md rule 6). */
  readonly minimumSom: Som;
  readonly validity: CouponValidity;
  readonly giving: CouponGiving;
  /** A bound coupon belongs to the customer, or to the claim code of the receipt it was printed on (rule 23). */
  readonly holding: 'bound' | 'bearer';
  /** Whether the holder may hand a bound coupon to somebody else. */
  readonly mayBeGivenOn: boolean;
  /** A series that is no longer given keeps the coupons that are out. */
  readonly isGiven: boolean;
}

export type CouponHolder =
  | { readonly kind: 'bearer' }
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'claim'; readonly claimCode: string };

export type CouponState =
  | { readonly kind: 'issued' }
  | { readonly kind: 'redeemed'; readonly redeemedAt: Instant; readonly receiptNumber: number }
  | { readonly kind: 'voided' };

/** One coupon with its own code. `expiresOn` is its last day, valid to the end of it. */
export interface Coupon {
  readonly code: string;
  readonly seriesId: string;
  readonly validFrom: BusinessDay;
  readonly expiresOn: BusinessDay;
  readonly holder: CouponHolder;
  readonly state: CouponState;
}

/** First and last day of a coupon that is given on a day; null when the series' own days are already over. */
export function couponDays(
  validity: CouponValidity,
  givenOn: BusinessDay,
): { readonly validFrom: BusinessDay; readonly expiresOn: BusinessDay } | null {
  if (validity.kind === 'days') {
    return { validFrom: givenOn, expiresOn: addDays(givenOn, validity.days) };
  }
  return givenOn <= validity.to ? { validFrom: validity.from, expiresOn: validity.to } : null;
}
