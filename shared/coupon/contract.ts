/** What a screen may ask about coupons: the series that the shop gives, and one coupon's fate. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  codeSchema,
  idSchema,
  instantSchema,
  localTextSchema,
  somSchema,
} from '../wire.ts';

export const couponSeriesSchema = z.object({
  id: idSchema,
  name: localTextSchema,
  discountSom: somSchema,
  minimumBasketSom: somSchema,
  /** A receipt of at least this sum brings a coupon. */
  givenFromSom: somSchema,
  validDays: z.int(),
  isGiven: z.boolean(),
  mayBeGivenOn: z.boolean(),
  issued: z.int(),
  redeemed: z.int(),
});

export const couponSchema = z.object({
  code: z.string(),
  seriesName: localTextSchema,
  state: z.enum(['issued', 'redeemed', 'expired', 'voided']),
  validFrom: businessDaySchema,
  expiresOn: businessDaySchema,
  discountSom: somSchema,
  minimumBasketSom: somSchema,
  redeemedAt: instantSchema.nullable(),
  redeemedReceiptNumber: z.int().nullable(),
});

/** Why a coupon cannot be used; every answer says what the customer needs to hear. */
export const couponRefusals = {
  CouponNotReadable: z.object({}),
  CouponUnknown: z.object({}),
  CouponUsed: z.object({ redeemedAt: instantSchema, receiptNumber: z.int() }),
  CouponExpired: z.object({ expiredOn: businessDaySchema }),
  CouponNotYet: z.object({ validFrom: businessDaySchema }),
  CouponVoided: z.object({}),
  CouponOfAnother: z.object({}),
  /** Bound, and no customer is attached yet. */
  CouponNeedsCustomer: z.object({}),
  CouponBelowMinimum: z.object({ minimumSom: somSchema, missingSom: somSchema }),
  CouponAlreadyOnBasket: z.object({}),
};

export const couponContract = {
  series: readVerb({
    action: 'coupon.read',
    input: z.object({}),
    output: z.object({ series: z.array(couponSeriesSchema) }),
    refusals: {},
  }),
  saveSeries: writeVerb({
    action: 'coupon.change',
    input: {
      seriesId: idSchema.nullable(),
      name: localTextSchema,
      discountSom: somSchema.refine((discount) => discount > 0),
      minimumBasketSom: somSchema,
      givenFromSom: somSchema,
      validDays: z.int().min(1).max(365),
      isGiven: z.boolean(),
      mayBeGivenOn: z.boolean(),
    },
    output: z.object({ seriesId: idSchema }),
    refusals: { DiscountAboveMinimum: z.object({}) },
  }),
  look: readVerb({
    action: 'coupon.read',
    input: z.object({ code: codeSchema }),
    output: z.object({ coupon: couponSchema }),
    refusals: { CouponNotReadable: z.object({}), CouponUnknown: z.object({}) },
  }),
};
