/** What a tax visitor may be shown: receipts, Z reports, returns and VAT of a period; no person is named anywhere. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  rateSchema,
  signedSomSchema,
  somSchema,
} from '../wire.ts';

const vatOfRate = {
  /** Null is sold without VAT. */
  rateBasisPoints: rateSchema.nullable(),
  netSom: signedSomSchema,
  vatSom: signedSomSchema,
} as const;

const shownSchema = z.object({ inspectionId: idSchema });

export const inspectedReceiptSchema = z.object({
  tillNumber: z.int(),
  number: z.int(),
  day: businessDaySchema,
  soldAt: instantSchema,
  netSom: somSchema,
  vat: z.array(z.object(vatOfRate)),
  tenders: z.array(z.object({ kind: z.string(), provider: z.string().nullable(), amountSom: somSchema })),
  /** What has come back of it until now, and whether that is all. */
  returnedSom: somSchema,
  isReturned: z.boolean(),
  /** Sold without power, on paper, and typed in later. */
  isWrittenOnPaper: z.boolean(),
  /** The number of the fiscal receipt; null where the shop has no fiscal service. */
  fiscalNumber: z.string().nullable(),
});
export type InspectedReceipt = z.output<typeof inspectedReceiptSchema>;

export const inspectionSchema = z.object({
  fromOn: businessDaySchema,
  toOn: businessDaySchema,
  shownAt: instantSchema,
  shop: z.object({ name: z.string(), stir: z.string(), address: z.string() }),
  receipts: z.int(),
  soldSom: somSchema,
  returns: z.array(
    z.object({
      tillNumber: z.int(),
      number: z.int(),
      day: businessDaySchema,
      returnedAt: instantSchema,
      /** Of which receipt; null without one. */
      receiptNumber: z.int().nullable(),
      netSom: somSchema,
      vatSom: somSchema,
    }),
  ),
  returnedSom: somSchema,
  netSom: signedSomSchema,
  /** Less what came back. */
  vat: z.array(z.object(vatOfRate)),
  zReports: z.array(
    z.object({
      tillNumber: z.int(),
      number: z.int(),
      day: businessDaySchema,
      openedAt: instantSchema,
      /** Null while it is open: there is no Z yet. */
      closedAt: instantSchema.nullable(),
      receipts: z.int(),
      firstReceipt: z.int().nullable(),
      lastReceipt: z.int().nullable(),
      netSom: signedSomSchema,
      vatSom: signedSomSchema,
    }),
  ),
  /** Of each series of numbers that the period touches; missing numbers are told up to twenty. */
  numbers: z.array(
    z.object({
      series: z.enum(['receipts', 'returns', 'looseReturns', 'zReports']),
      tillNumber: z.int(),
      first: z.int(),
      last: z.int(),
      missing: z.int(),
      examples: z.array(z.int()),
    }),
  ),
  /** Receipts with a fiscal number beside the shop's own; null where the shop has no fiscal service. */
  fiscalReceipts: z.int().nullable(),
});
export type Inspection = z.output<typeof inspectionSchema>;

export const inspectionReports = {
  /** Opens the books of a period for somebody who looks; without it nothing below answers, and it stands in the journal. */
  openInspection: writeVerb({
    action: 'report.inspection',
    input: { fromOn: businessDaySchema, toOn: businessDaySchema },
    output: z.object({ inspectionId: idSchema }),
    refusals: { PeriodWrong: z.object({}) },
  }),
  inspection: readVerb({
    action: 'report.inspection',
    input: shownSchema,
    output: inspectionSchema,
    refusals: {},
  }),
  inspectedReceipts: readVerb({
    action: 'report.inspection',
    input: shownSchema.extend({
      cursor: z.string().max(300).nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ receipts: z.array(inspectedReceiptSchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  /** Follows the journal's chain over the period: it takes as long as the period is. */
  inspectionProof: readVerb({
    action: 'report.inspection',
    input: shownSchema,
    output: z.object({
      documents: z.int(),
      /** The first link that does not hold; null when all do. */
      firstFault: z
        .object({ tillNumber: z.int(), sequence: z.int(), fault: z.enum(['order', 'broken', 'altered']) })
        .nullable(),
      /** The last link looked at, by which anybody can check the paper later. */
      lastSequence: z.int().nullable(),
      lastHash: z.string().nullable(),
    }),
    refusals: {},
  }),
};
