/** What a screen may ask of finished sales: the list, the receipt as it was printed, its copies, its customer. */
import { z } from 'zod';
import { previewSchema } from '../receipt/preview.ts';
import { readVerb, writeVerb } from '../verb.ts';
import { codeSchema, idSchema, instantSchema, pageSchema, signedSomSchema, somSchema } from '../wire.ts';

export const saleSummarySchema = z.object({
  saleId: idSchema,
  number: z.int(),
  soldAt: instantSchema,
  netSom: somSchema,
  customerName: z.string().nullable(),
  personName: z.string(),
  lines: z.int(),
});

const attachRefusals = {
  ReceiptUnknown: z.object({}),
  ReceiptHasCustomer: z.object({}),
  ReceiptTooOld: z.object({}),
  ClaimUnknown: z.object({}),
  ClaimTaken: z.object({}),
  ClaimExpired: z.object({ expiredOn: z.string() }),
  /** The customer has earned what one may earn in a day; the receipt waits for another day or its own customer. */
  EarnedEnoughToday: z.object({}),
};

export const finishedVerbs = {
  recent: readVerb({
    action: 'sale.read',
    input: pageSchema,
    output: z.object({ sales: z.array(saleSummarySchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  /** The receipt as it was printed, drawn from the same blocks. */
  receipt: readVerb({
    action: 'sale.read',
    input: z.object({ saleId: idSchema }),
    output: z.object({
      summary: saleSummarySchema,
      preview: previewSchema,
    }),
    refusals: {},
  }),
  reprint: writeVerb({
    action: 'sale.reprint',
    input: { saleId: idSchema },
    output: z.object({ copyNumber: z.int() }),
    refusals: { NoPrinter: z.object({}) },
  }),
  /** Gives a finished sale to a customer: a receipt of today, or a claim code while it waits (docs/rules.md rule 20). */
  attachLater: writeVerb({
    action: 'sale.attachLater',
    input: { code: codeSchema, customerId: idSchema },
    output: z.object({ bonusSom: somSchema, bonusBalanceSom: signedSomSchema }),
    refusals: attachRefusals,
  }),
};
