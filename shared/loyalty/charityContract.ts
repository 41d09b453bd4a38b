/** Charity: rounded-up totals, bonus given to a fund, what the shop adds, and the month's statement. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  signedSomSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';

export const fundSchema = z.object({ fundId: idSchema, name: localTextSchema, isActive: z.boolean() });

/** `2026-11`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const charityVerbs = {
  /** With what lies with the shop for each of them. */
  funds: readVerb({
    action: 'loyalty.read',
    input: z.object({}),
    output: z.object({ funds: z.array(fundSchema.extend({ balanceSom: signedSomSchema })) }),
    refusals: {},
  }),
  saveFund: writeVerb({
    action: 'loyalty.changeProgramme',
    input: fundSchema.shape,
    output: z.object({}),
    refusals: {},
  }),
  /** A customer gives bonus to a fund, because they ask for it. */
  donateBonus: writeVerb({
    action: 'loyalty.donate',
    input: { customerId: idSchema, fundId: idSchema, amountSom: somSchema.refine((sum) => sum > 0) },
    output: z.object({ bonusBalanceSom: signedSomSchema }),
    refusals: {
      FundClosed: z.object({}),
      BonusNotEnough: z.object({ spendableSom: somSchema }),
      /** More than may be spent today by whoever showed no card; somebody who may allows more in place. */
      BonusNeedsCard: z.object({ atMostSom: somSchema }),
    },
  }),
  /** A sum that the shop itself gives. */
  sponsor: writeVerb({
    action: 'loyalty.charity',
    input: { fundId: idSchema, amountSom: somSchema.refine((sum) => sum > 0), note: someWords(200) },
    output: z.object({}),
    refusals: { FundClosed: z.object({}) },
  }),
  /** What was handed over to the fund, from the drawer or from elsewhere. */
  payFund: writeVerb({
    action: 'loyalty.charity',
    input: {
      fundId: idSchema,
      amountSom: somSchema.refine((sum) => sum > 0),
      from: z.enum(['drawer', 'outside']),
      note: words(200),
    },
    output: z.object({}),
    refusals: { FundHoldsLess: z.object({ balanceSom: signedSomSchema }), ShiftNotOpen: z.object({}) },
  }),
  charityMonth: readVerb({
    action: 'loyalty.read',
    input: z.object({ month: monthSchema }),
    output: z.object({
      funds: z.array(
        z.object({
          fundId: idSchema,
          name: localTextSchema,
          beforeSom: signedSomSchema,
          roundUpSom: signedSomSchema,
          roundUpReceipts: z.int(),
          bonusSom: somSchema,
          shopSom: somSchema,
          paidOutSom: somSchema,
          afterSom: signedSomSchema,
        }),
      ),
      /** What the shop gave and what was handed over, line by line. */
      entries: z.array(
        z.object({
          day: businessDaySchema,
          at: instantSchema,
          fundId: idSchema,
          kind: z.enum(['shop', 'paidOut']),
          amountSom: somSchema,
          note: z.string(),
        }),
      ),
    }),
    refusals: {},
  }),
};
