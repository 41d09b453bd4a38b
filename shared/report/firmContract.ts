/** What a screen may ask of a customer's account with the shop over a time, and of the prices agreed with them. */
import { z } from 'zod';
import { readVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  localTextSchema,
  signedSomSchema,
  somSchema,
} from '../wire.ts';

/** What a row of the account was: a word of the program, told on the page and on paper. */
export const reconciledKinds = [
  'sale',
  'goodsTakenBack',
  'debtRepaid',
  'debtForgiven',
  'debtNoted',
  'deposit',
  'corrected',
] as const;
export type ReconciledKind = (typeof reconciledKinds)[number];

export const reconciliationSchema = z.object({
  customerName: z.string(),
  /** Empty for a customer who buys for themselves. */
  legalName: z.string(),
  taxNumber: z.string(),
  contractNumber: z.string(),
  contractOn: businessDaySchema.nullable(),
  from: businessDaySchema,
  to: businessDaySchema,
  /** Above zero the customer owes the shop, below it the shop owes the customer. */
  openingSom: signedSomSchema,
  rows: z.array(
    z.object({
      day: businessDaySchema,
      at: instantSchema,
      kind: z.enum(reconciledKinds),
      receiptNumber: z.int().nullable(),
      debitSom: somSchema,
      creditSom: somSchema,
      balanceSom: signedSomSchema,
    }),
  ),
  debitSom: somSchema,
  creditSom: somSchema,
  closingSom: signedSomSchema,
  /** Bought and paid at the counter, which leaves nothing to be reconciled. */
  atOnce: z.object({ receipts: z.int(), sumSom: somSchema }),
});
export type Reconciliation = z.output<typeof reconciliationSchema>;

export const firmReports = {
  /** Refused by the border: a time that ends before it begins. */
  reconciliation: readVerb({
    action: 'credit.read',
    input: z
      .object({ customerId: idSchema, from: businessDaySchema, to: businessDaySchema })
      .refine(({ from, to }) => from <= to, { path: ['to'] }),
    output: reconciliationSchema,
    refusals: {},
  }),
  /** Sale prices that hold for a tag instead of everybody: what a firm's price list may be. */
  priceLists: readVerb({
    action: 'promotion.read',
    input: z.object({}),
    output: z.object({
      lists: z.array(
        z.object({
          promotionId: idSchema,
          name: localTextSchema,
          tags: z.array(z.string()),
          from: businessDaySchema.nullable(),
          to: businessDaySchema.nullable(),
          goods: z.array(
            z.object({
              productId: idSchema,
              name: localTextSchema,
              usualSom: somSchema,
              priceSom: somSchema,
            }),
          ),
        }),
      ),
    }),
    refusals: {},
  }),
};
