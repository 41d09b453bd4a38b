/** What a screen may ask of goods that come back: which receipt, what of it, what follows, and doing it. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  codeSchema,
  idSchema,
  instantSchema,
  localTextSchema,
  pageSchema,
  quantitySchema,
  signedSomSchema,
  someWords,
  somSchema,
  tenderSchema,
  unitSchema,
} from '../wire.ts';

/** Why goods came back. */
export const returnReasons = ['quality', 'expired', 'wrong', 'changedMind', 'price'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** How the money part goes back: as it was paid; from the drawer whatever was paid; or onto the customer's account. */
export const moneyBackWays = ['asPaid', 'cash', 'storeCredit'] as const;
export type MoneyBackWay = (typeof moneyBackWays)[number];

export const linesBackSchema = z
  .array(z.object({ lineNumber: z.int().min(1), quantityThousandths: quantitySchema }))
  .min(1)
  .max(500);

const wantedReturn = {
  saleId: idSchema,
  lines: linesBackSchema,
  moneyBack: z.enum(moneyBackWays).default('asPaid'),
};

const returnRefusals = {
  ReceiptUnknown: z.object({}),
  ShiftNotOpen: z.object({}),
  ReturnTooMuch: z.object({ lineNumber: z.int(), leftThousandths: z.int() }),
  ReturnTooLate: z.object({ lastOn: businessDaySchema }),
  /** Half a piece of what is sold by the piece. */
  WholePiecesOnly: z.object({ name: localTextSchema }),
  /** Nobody is known on whose account it could go. */
  StoreCreditNeedsCustomer: z.object({}),
};

/** What a return does: to the money, the bonus, the debt and the coupons. */
export const consequencesSchema = z.object({
  netSom: somSchema,
  /** What is handed back in money, and what goes back elsewhere. */
  moneyBackSom: somSchema,
  bonusBackSom: somSchema,
  giftCardBackSom: somSchema,
  storeCreditBackSom: somSchema,
  debtLoweredSom: somSchema,
  /** Where each part goes, in the fixed order. */
  tenders: z.array(tenderSchema),
  /** Earned bonus that the returned goods no longer deserve. */
  bonusTakenBackSom: somSchema,
  /** The part of it that is kept from the money, because the customer has spent it (setting). */
  withheldSom: somSchema,
  bonusBalanceSom: signedSomSchema.nullable(),
  /** The coupon that the sale used: open again, or used for good; null without one. */
  couponUsed: z.object({ code: z.string(), isReopened: z.boolean() }).nullable(),
  /** Coupons that the sale brought and that are void now. */
  couponsVoided: z.array(z.string()),
  isWhole: z.boolean(),
  /** Everything of a sale of today: as if it had never been. */
  isCancel: z.boolean(),
});

export const takenBackSchema = consequencesSchema.extend({ returnId: idSchema, number: z.int() });

const soldSummarySchema = z.object({
  saleId: idSchema,
  number: z.int(),
  soldAt: instantSchema,
  netSom: somSchema,
  customerName: z.string().nullable(),
  personName: z.string(),
  lines: z.int(),
  /** What has come back of it. */
  backSom: somSchema,
});

export const returnVerbs = {
  /** Receipts by their code, number, day, customer or product, newest first; at least one of them is asked for. */
  findSold: readVerb({
    action: 'sale.read',
    input: pageSchema.extend({
      /** The code below the receipt, scanned or typed. */
      code: codeSchema.nullable().default(null),
      number: z.int().min(1).nullable(),
      from: businessDaySchema.nullable(),
      to: businessDaySchema.nullable(),
      customerId: idSchema.nullable(),
      productId: idSchema.nullable(),
    }),
    output: z.object({ sales: z.array(soldSummarySchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  /** What of a receipt may still come back. */
  returnable: readVerb({
    action: 'sale.read',
    input: z.object({ saleId: idSchema }),
    output: z.object({
      sale: soldSummarySchema,
      customerId: idSchema.nullable(),
      soldOn: businessDaySchema,
      /** The last day for a return without the right to late ones. */
      lastOn: businessDaySchema,
      isLate: z.boolean(),
      isToday: z.boolean(),
      lines: z.array(
        z.object({
          lineNumber: z.int(),
          productId: idSchema,
          name: localTextSchema,
          unit: unitSchema,
          quantityThousandths: quantitySchema,
          /** 0 when all of it has come back. */
          leftThousandths: z.int().min(0),
          /** What the line counts for, and what of that is left. */
          netSom: somSchema,
          leftSom: somSchema,
        }),
      ),
      paidWith: z.array(tenderSchema),
      returns: z.array(
        z.object({
          returnId: idSchema,
          number: z.int(),
          returnedAt: instantSchema,
          personName: z.string(),
          reason: z.enum(returnReasons),
          netSom: somSchema,
        }),
      ),
    }),
    refusals: { ReceiptUnknown: z.object({}) },
  }),
  /** What a return would do; nothing is written. */
  previewReturn: readVerb({
    action: 'sale.read',
    input: z.object(wantedReturn),
    output: consequencesSchema,
    refusals: returnRefusals,
  }),
  /** Takes sold goods back: money and bonus go where they came from (docs/rules.md rules 8–10). */
  takeBack: writeVerb({
    action: 'sale.takeBack',
    input: {
      ...wantedReturn,
      reason: z.enum(returnReasons),
      /** What the cashier saw; another sum is refused, so that nobody hands back what was not shown. */
      expectedMoneyBackSom: somSchema.optional(),
    },
    output: takenBackSchema,
    refusals: { ...returnRefusals, ReturnChanged: z.object({ moneyBackSom: somSchema }) },
  }),
  /** Goods without a receipt: a right of its own, at most at today's price, within the shop's sum of the day. */
  takeBackLoose: writeVerb({
    action: 'sale.takeBackLoose',
    input: {
      lines: z
        .array(z.object({ productId: idSchema, quantityThousandths: quantitySchema, priceSom: somSchema }))
        .min(1)
        .max(100),
      customerId: idSchema.nullable(),
      reason: z.enum(returnReasons),
      note: someWords(200),
      moneyBack: z.enum(['cash', 'storeCredit']),
    },
    output: z.object({ returnId: idSchema, number: z.int(), netSom: somSchema }),
    refusals: {
      ShiftNotOpen: z.object({}),
      WholePiecesOnly: z.object({ name: localTextSchema }),
      StoreCreditNeedsCustomer: z.object({}),
      LoosePriceTooHigh: z.object({ name: localTextSchema, atMostSom: somSchema }),
      LooseLimit: z.object({ leftSom: somSchema }),
    },
  }),
};
