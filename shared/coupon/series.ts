/** A coupon series: what all its coupons give, how long they live, who holds them and which sales bring one. */
import { z } from 'zod';
import type { BasisPoints, Som } from '../money.ts';
import { type BasketBenefit, basketBenefitSchema } from '../promotion/basketBenefits.ts';
import { type Scope, scopeSchema } from '../promotion/scope.ts';
import type { LocalText } from '../text.ts';
import { addDays, type BusinessDay, type Instant } from '../time.ts';
import { businessDaySchema, localTextSchema, rateSchema, somSchema } from '../wire.ts';

/** What a coupon gives: money off, bonus, or goods. */
export type CouponBenefit =
  | BasketBenefit
  | { readonly kind: 'bonus'; readonly bonusSom: Som }
  | { readonly kind: 'gift'; readonly of: Scope; readonly pieces: number };

/** Where the codes come from: made here, a partner's list, or a partner's numbers in a range. */
export type CouponCodes =
  | { readonly kind: 'own' }
  | { readonly kind: 'list' }
  /** `prefix` and a number of `digits` digits from `first` to `last`: AB000100 to AB000999. */
  | {
      readonly kind: 'range';
      readonly prefix: string;
      readonly digits: number;
      readonly first: number;
      readonly last: number;
    };

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
  readonly benefit: CouponBenefit;
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
  readonly usesPerCoupon: number;
  /** All that its coupons may take off together; null for no bound. */
  readonly budgetSom: Som | null;
  readonly codes: CouponCodes;
  /** A partner's coupons that are printed here are used at the partner's. */
  readonly usedAt: 'here' | 'partner';
  readonly partnerId: string | null;
  /** The part of the discount that the partner pays: 0 none, 10 000 all. */
  readonly partnerBearsBasisPoints: BasisPoints;
  /** Further conditions and exclusions in words, for the paper. */
  readonly conditions: LocalText | null;
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

const positiveSom = somSchema.refine((sum) => sum > 0);

const benefitSchema: z.ZodType<CouponBenefit> = z.union([
  basketBenefitSchema,
  z.strictObject({ kind: z.literal('bonus'), bonusSom: positiveSom }),
  z.strictObject({ kind: z.literal('gift'), of: scopeSchema, pieces: z.int().min(1).max(100) }),
]);

const codesSchema: z.ZodType<CouponCodes> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own') }),
  z.strictObject({ kind: z.literal('list') }),
  z
    .strictObject({
      kind: z.literal('range'),
      prefix: z
        .string()
        .trim()
        .regex(/^[0-9A-Z-]{0,20}$/),
      digits: z.int().min(1).max(15),
      first: z.int().min(0),
      last: z.int().min(0),
    })
    .refine(({ first, last, digits }) => first <= last && String(last).length <= digits),
]);

/** A series without its id, name, partner and whether it is given: what its row keeps as one text. */
export const seriesContentSchema = z.strictObject({
  benefit: benefitSchema,
  scope: scopeSchema,
  minimumSom: somSchema,
  validity: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(365) }),
    z
      .strictObject({ kind: z.literal('between'), from: businessDaySchema, to: businessDaySchema })
      .refine(({ from, to }) => from <= to),
  ]),
  giving: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('everySale'), fromSom: somSchema }),
    z.strictObject({ kind: z.literal('byHand') }),
  ]),
  holding: z.enum(['bound', 'bearer']),
  mayBeGivenOn: z.boolean(),
  usesPerCoupon: z.int().min(1).max(1_000_000),
  budgetSom: somSchema.nullable(),
  codes: codesSchema,
  usedAt: z.enum(['here', 'partner']),
  partnerBearsBasisPoints: rateSchema,
  conditions: localTextSchema.nullable(),
});
export type SeriesContent = z.output<typeof seriesContentSchema>;
