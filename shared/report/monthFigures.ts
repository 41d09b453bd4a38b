/** All figures of one month, as the page shows them, the accountant's file carries them and a closed month keeps them. */
import { z } from 'zod';
import { pricingSteps } from '../basket.ts';
import { expenseKinds } from '../ledger/expense.ts';
import { monthSchema } from '../ledger/monthContract.ts';
import { businessDaySchema, idSchema, rateSchema, signedSomSchema, somSchema } from '../wire.ts';
import { moveKinds } from './monthMoves.ts';

const countAndSum = { count: z.int(), sumSom: somSchema } as const;

/** Opening and all movements come to closing; a movement that makes the account less is below zero. */
export const accountMonthSchema = z.object({
  openingSom: signedSomSchema,
  movements: z.array(z.object({ kind: z.enum(moveKinds), amountSom: signedSomSchema })),
  closingSom: signedSomSchema,
});
export type AccountMonth = z.output<typeof accountMonthSchema>;

/** Of a rate: what was sold and what came back of it. Net is with its VAT. Null is sold without VAT. */
export const rateMonthSchema = z.object({
  rateBasisPoints: rateSchema.nullable(),
  soldSom: signedSomSchema,
  soldVatSom: signedSomSchema,
  backSom: signedSomSchema,
  backVatSom: signedSomSchema,
});
export type RateMonth = z.output<typeof rateMonthSchema>;

/** Debts at the end of the month by how long ago they were taken; later promises of another day change nothing. */
export const debtSpans = ['upTo30', 'upTo90', 'upTo180', 'over180'] as const;
export type DebtSpan = (typeof debtSpans)[number];

export const marginSchema = z.object({
  /** Net without VAT of the goods whose purchase price was known when they were sold, less what came back. */
  salesSom: signedSomSchema,
  costSom: signedSomSchema,
  marginSom: signedSomSchema,
  /** Of those sales, half up; null where they come to nothing. */
  marginBasisPoints: z.int().nullable(),
  /** Net without VAT of the goods whose purchase price nobody knew. */
  unknownSom: signedSomSchema,
  unknownProducts: z.int(),
});
export type Margin = z.output<typeof marginSchema>;

export const monthFiguresSchema = z.object({
  month: monthSchema,
  receipts: z.int(),
  /** Before discounts, and after them. */
  grossSom: somSchema,
  soldSom: somSchema,
  returns: z.object(countAndSum),
  looseReturns: z.object(countAndSum),
  /** Sold less everything that came back. */
  netSom: signedSomSchema,
  vat: z.array(rateMonthSchema),
  /** What goods were paid with, less what went back; bonus, gift cards, account and debt stand among them. */
  tenders: z.array(
    z.object({
      kind: z.string(),
      provider: z.string().nullable(),
      inSom: somSchema,
      backSom: somSchema,
    }),
  ),
  discounts: z.array(z.object({ step: z.enum(pricingSteps), givenSom: somSchema, backSom: signedSomSchema })),
  /** What partners bore of their coupons, less what came back of it: a discount for the customer, none of the shop. */
  borneByPartnersSom: signedSomSchema,
  roundingSom: signedSomSchema,
  margin: marginSchema,
  bonus: accountMonthSchema,
  giftCards: accountMonthSchema,
  storeCredit: accountMonthSchema,
  debts: accountMonthSchema,
  debtsByAge: z.array(z.object({ span: z.enum(debtSpans), openSom: signedSomSchema })),
  partners: z.array(accountMonthSchema.extend({ id: idSchema })),
  charity: z.array(accountMonthSchema.extend({ id: idSchema })),
  drawer: accountMonthSchema,
  /** Money from customers by the way it came, in all: goods, gift cards, repaid debts, less what went back. */
  money: z.array(
    z.object({
      kind: z.enum(['cash', 'card', 'qr']),
      provider: z.string().nullable(),
      goodsSom: signedSomSchema,
      giftCardsSom: signedSomSchema,
      debtsSom: signedSomSchema,
      backSom: signedSomSchema,
      totalSom: signedSomSchema,
    }),
  ),
  overShort: z.array(
    z.object({
      shiftNumber: z.int(),
      day: businessDaySchema,
      expectedSom: signedSomSchema,
      countedSom: somSchema,
      differenceSom: signedSomSchema,
    }),
  ),
  expenses: z.object({
    /** Noted by kind, counter-entries counted. */
    byKind: z.array(z.object({ kind: z.enum(expenseKinds), amountSom: signedSomSchema })),
    /** Paid from the drawer. */
    drawerSom: signedSomSchema,
    /** Debts that were given up, and balances of customers changed by hand. */
    forgivenSom: signedSomSchema,
    correctedSom: signedSomSchema,
    totalSom: signedSomSchema,
  }),
});
export type MonthFigures = z.output<typeof monthFiguresSchema>;
