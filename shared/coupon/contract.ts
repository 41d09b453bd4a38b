/** What a screen may ask about coupons: series, single coupons, and batches that are handed out. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  codeSchema,
  idSchema,
  instantSchema,
  languageSchema,
  localTextSchema,
  pageSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';
import { batchKinds, couponBatchSchema } from './contractBatch.ts';
import { offerVerbs } from './offerContract.ts';
import { partnerVerbs } from './partnerContract.ts';
import { seriesContentSchema } from './series.ts';

export const couponSeriesSchema = z.object({
  id: idSchema,
  name: localTextSchema,
  content: seriesContentSchema,
  /** What a coupon gives and asks for, as one sentence in all three languages. */
  sentence: localTextSchema,
  partnerId: idSchema.nullable(),
  partnerName: z.string().nullable(),
  isGiven: z.boolean(),
  issued: z.int(),
  redeemed: z.int(),
  spentSom: somSchema,
});
export type CouponSeriesRow = z.output<typeof couponSeriesSchema>;

/** What a coupon looks like now; `expired` is an issued one whose last day is over. */
export const couponStates = ['issued', 'redeemed', 'expired', 'voided'] as const;

export const couponSchema = z.object({
  code: z.string(),
  seriesId: idSchema,
  seriesName: localTextSchema,
  sentence: localTextSchema,
  state: z.enum(couponStates),
  validFrom: businessDaySchema,
  expiresOn: businessDaySchema,
  minimumSom: somSchema,
  usesAllowed: z.int(),
  usesCount: z.int(),
  customerId: idSchema.nullable(),
  customerName: z.string().nullable(),
  issuedAt: instantSchema,
  /** Null for a coupon that came with a receipt or a promotion. */
  issuedBy: z.string().nullable(),
  issuedReceiptNumber: z.int().nullable(),
  redeemedAt: instantSchema.nullable(),
  redeemedReceiptNumber: z.int().nullable(),
  redeemedBy: z.string().nullable(),
  voidedAt: instantSchema.nullable(),
  voidedBy: z.string().nullable(),
  voidReason: z.string().nullable(),
});
export type CouponRow = z.output<typeof couponSchema>;

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
  /** Printed here for a partner's shop, where it is used. */
  CouponForPartner: z.object({ partnerName: z.string() }),
  /** All that the series may give has been given. */
  CouponBudgetSpent: z.object({}),
};

const seriesRefusals = {
  /** The discount is not smaller than what must be bought for it. */
  DiscountAboveMinimum: z.object({}),
  SeriesNeedsPartner: z.object({}),
  PartnerCodesInUse: z.object({}),
  UnknownGoods: z.object({ id: z.string() }),
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
      content: seriesContentSchema,
      partnerId: idSchema.nullable(),
      isGiven: z.boolean(),
    },
    output: z.object({ seriesId: idSchema }),
    refusals: seriesRefusals,
  }),
  look: readVerb({
    action: 'coupon.read',
    input: z.object({ code: codeSchema }),
    output: z.object({ coupon: couponSchema }),
    refusals: { CouponNotReadable: z.object({}), CouponUnknown: z.object({}) },
  }),
  /** The coupons of a series, a batch or a customer, newest first. */
  list: readVerb({
    action: 'coupon.read',
    input: pageSchema
      .extend({
        seriesId: idSchema.nullable().default(null),
        batchId: idSchema.nullable().default(null),
        customerId: idSchema.nullable().default(null),
        state: z.enum(couponStates).nullable().default(null),
      })
      .refine(
        ({ seriesId, batchId, customerId }) => seriesId !== null || batchId !== null || customerId !== null,
        {
          error: 'the coupons of which series, batch or customer',
        },
      ),
    output: z.object({ coupons: z.array(couponSchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  /** Gives one coupon by hand: to a customer, or as a paper for whoever holds it; prints it where there is a printer. */
  giveByHand: writeVerb({
    action: 'coupon.give',
    input: {
      seriesId: idSchema,
      customerId: idSchema.nullable(),
      reason: someWords(120),
      isPrinted: z.boolean(),
    },
    output: z.object({ code: z.string() }),
    refusals: {
      SeriesEnded: z.object({}),
      CouponNeedsCustomer: z.object({}),
      CouponBudgetSpent: z.object({}),
      PartnerCodesRunOut: z.object({}),
    },
  }),
  /** A coupon that was lost, misprinted or given by mistake; a used one stays used. */
  void: writeVerb({
    action: 'coupon.void',
    input: { code: codeSchema, reason: someWords(120) },
    output: z.object({}),
    refusals: {
      CouponNotReadable: z.object({}),
      CouponUnknown: z.object({}),
      CouponUsed: couponRefusals.CouponUsed,
    },
  }),
  batches: readVerb({
    action: 'coupon.handOut',
    input: z.object({ seriesId: idSchema.nullable().default(null) }),
    output: z.object({ batches: z.array(couponBatchSchema) }),
    refusals: {},
  }),
  batch: readVerb({
    action: 'coupon.handOut',
    input: z.object({ batchId: idSchema }),
    output: z.object({ batch: couponBatchSchema, series: couponSeriesSchema }),
    refusals: {},
  }),
  /** The codes of a batch in the order they were made. */
  batchCodes: readVerb({
    action: 'coupon.handOut',
    input: z.object({ batchId: idSchema, from: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.object({
      coupons: z.array(
        z.object({ code: z.string(), validFrom: businessDaySchema, expiresOn: businessDaySchema }),
      ),
    }),
    refusals: {},
  }),
  /** Begins a batch; its codes are made in portions after the answer, and the batch is ready when all are there. */
  makeBatch: writeVerb({
    action: 'coupon.change',
    input: {
      seriesId: idSchema,
      kind: z.enum(batchKinds),
      label: words(80),
      languages: z.array(languageSchema).min(1).max(3),
      count: z.int().min(1).max(20_000),
    },
    output: z.object({ batchId: idSchema }),
    refusals: {
      SeriesEnded: z.object({}),
      /** Coupons of a batch are handed to anybody, so the series must not bind them to a customer. */
      BatchNeedsBearer: z.object({}),
      /** The codes of a partner's list are theirs to hand out. */
      BatchNeedsOwnCodes: z.object({}),
      CouponBudgetSpent: z.object({}),
    },
  }),
  /** Stops a batch that is still being made; what was made of it is void. */
  cancelBatch: writeVerb({
    action: 'coupon.change',
    input: { batchId: idSchema },
    output: z.object({}),
    refusals: { BatchClosed: z.object({}) },
  }),
  /** Lost or stolen paper: none of its unused coupons can be used any more. */
  voidBatch: writeVerb({
    action: 'coupon.change',
    input: { batchId: idSchema, reason: someWords(120) },
    output: z.object({ voided: z.int() }),
    refusals: { BatchClosed: z.object({}) },
  }),
  /** Prints the coupons of a batch one after another on the receipt printer. */
  printStrip: writeVerb({
    action: 'coupon.handOut',
    input: { batchId: idSchema, from: z.int().min(0), count: z.int().min(1).max(100) },
    output: z.object({ jobs: z.int() }),
    refusals: { NoPrinter: z.object({}), BatchClosed: z.object({}) },
  }),
  ...partnerVerbs,
  ...offerVerbs,
};
