/** What the owner's pages may ask about promotions, coupons and price tags: what they would give, and what they brought. */
import { z } from 'zod';
import { promotionFaultSchema, sentenceSchema, sentPromotionSchema } from '../promotion/contract.ts';
import { readVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  quantitySchema,
  signedSomSchema,
  somSchema,
} from '../wire.ts';
import { labelSchema } from './labelContract.ts';

const pricedSampleSchema = z.object({
  grossSom: somSchema,
  netSom: somSchema,
  /** What this promotion alone took off; 0 when it did not work. */
  givenSom: somSchema,
  lines: z.array(
    z.object({
      productId: idSchema,
      name: localTextSchema,
      quantityThousandths: quantitySchema,
      grossSom: somSchema,
      netSom: somSchema,
    }),
  ),
  /** Why it did or did not work, in all three languages. */
  outcome: sentenceSchema,
});

/** Something a cashier should not do, or only rarely: counted, never accused. */
export const couponSignKinds = [
  'redeemedByGiver',
  'afterPaymentKey',
  'goodwill',
  'manyByOnePerson',
  'sameCustomerOften',
] as const;

export const promotionReports = {
  /** What a rule says and what it would have done, before it is saved. */
  tryPromotion: readVerb({
    action: 'report.promotions',
    input: z.object({
      promotion: sentPromotionSchema,
      sample: z
        .array(z.object({ productId: idSchema, quantityThousandths: quantitySchema }))
        .max(50)
        .default([]),
      /** The day whose real receipts are priced anew; null for yesterday. */
      day: businessDaySchema.nullable().default(null),
    }),
    output: z.object({
      sentence: sentenceSchema,
      faults: z.array(promotionFaultSchema),
      sample: pricedSampleSchema.nullable(),
      /** Its own day and hours do not count here: the question is what it would give, not when it holds. */
      receipts: z.object({
        day: businessDaySchema,
        all: z.int(),
        reached: z.int(),
        givenSom: somSchema,
        /** Up to ten of them, the largest first. */
        largest: z.array(
          z.object({ saleId: idSchema, number: z.int(), netSom: somSchema, givenSom: somSchema }),
        ),
        /** The goods of the day's dearest receipt, a basket to try the rule on; empty on a day without sales. */
        dearest: z.array(z.object({ productId: idSchema, quantityThousandths: quantitySchema })),
      }),
    }),
    refusals: {},
  }),
  /** What a promotion cost and what the receipts with it came to. */
  promotionEffect: readVerb({
    action: 'report.promotions',
    input: z.object({ promotionId: idSchema }),
    output: z.object({
      receipts: z.int(),
      givenSom: somSchema,
      broughtSom: signedSomSchema,
      customers: z.int(),
      newCustomers: z.int(),
      /** A return counts below zero on its own day. */
      days: z.array(z.object({ day: businessDaySchema, receipts: z.int(), givenSom: signedSomSchema })),
    }),
    refusals: {},
  }),
  /** A series in figures: given, used, expired, brought, cost, by batch, and the signs of misuse. */
  couponSeries: readVerb({
    action: 'report.promotions',
    input: z.object({ seriesId: idSchema }),
    output: z.object({
      issued: z.int(),
      redeemed: z.int(),
      expired: z.int(),
      voided: z.int(),
      open: z.int(),
      broughtSom: signedSomSchema,
      costSom: somSchema,
      newCustomers: z.int(),
      batches: z.array(
        z.object({
          batchId: idSchema,
          label: z.string(),
          kind: z.string(),
          count: z.int(),
          redeemed: z.int(),
          broughtSom: signedSomSchema,
          costSom: somSchema,
        }),
      ),
      signs: z.array(
        z.object({
          kind: z.enum(couponSignKinds),
          personName: z.string(),
          count: z.int(),
          receipts: z.array(z.object({ saleId: idSchema, number: z.int(), usedAt: instantSchema })),
        }),
      ),
    }),
    refusals: {},
  }),
  /** The tags that must be printed so that the shelf tells the truth on a day. */
  priceTags: readVerb({
    action: 'catalogue.read',
    input: z.object({ day: businessDaySchema.nullable().default(null) }),
    output: z.object({
      day: businessDaySchema,
      tags: z.array(labelSchema.extend({ why: z.enum(['saleBegins', 'saleEnds', 'priceChanged']) })),
    }),
    refusals: {},
  }),
  /** Goods worth an offer: those that expire soon and those that hardly sell. */
  offerSuggestions: readVerb({
    action: 'report.promotions',
    input: z.object({}),
    output: z.object({
      goods: z.array(
        z.object({
          productId: idSchema,
          name: localTextSchema,
          priceSom: somSchema,
          suggestedSom: somSchema,
          why: z.enum(['expiresSoon', 'sellsSlowly']),
          expiresOn: businessDaySchema.nullable(),
          soldThousandths: z.int(),
          lastSoldOn: businessDaySchema.nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  /** What an offer of the week brought, as one sentence with its figures. */
  offerEffect: readVerb({
    action: 'report.promotions',
    input: z.object({ offerId: idSchema }),
    output: z.object({
      receipts: z.int(),
      soldThousandths: z.int(),
      /** The same goods in as many days before. */
      soldBeforeThousandths: z.int(),
      givenSom: somSchema,
      broughtSom: signedSomSchema,
      couponsUsed: z.int(),
      sentence: sentenceSchema,
    }),
    refusals: {},
  }),
};
