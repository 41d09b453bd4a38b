/** What a screen may ask of finished sales: the list, the receipt as it was printed, its copies, its customer. */
import { z } from 'zod';
import { paperWaitsRefusal } from '../receipt/papersContract.ts';
import { previewSchema } from '../receipt/preview.ts';
import { receiptFormSchema } from '../shop/receiptForm.ts';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  codeSchema,
  idSchema,
  instantSchema,
  languageSchema,
  pageSchema,
  signedSomSchema,
  somSchema,
} from '../wire.ts';

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
    /** Receipts of some business days, both of them included; of all days where none is said. */
    input: pageSchema.extend({
      from: businessDaySchema.nullable().default(null),
      to: businessDaySchema.nullable().default(null),
    }),
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
    refusals: { NoPrinter: z.object({}), ...paperWaitsRefusal },
  }),
  /**
   * A receipt for whoever gets the goods as a gift: goods without prices and the code to bring them back with. The first is
   * number 0, every further one a marked copy. Refuses NothingToGive when everything has come back.
   */
  printGiftReceipt: writeVerb({
    action: 'sale.reprint',
    input: { saleId: idSchema },
    output: z.object({ copyNumber: z.int() }),
    refusals: { NoPrinter: z.object({}), NothingToGive: z.object({}), ...paperWaitsRefusal },
  }),
  /** A receipt of a sample basket as this form would print it; nothing is printed or kept. */
  tryReceipt: readVerb({
    action: 'shop.changeSettings',
    input: z.object({
      form: receiptFormSchema,
      /** The customer's, for a form that chose no languages. */
      language: languageSchema,
      columns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
    }),
    output: z.object({ preview: previewSchema }),
    refusals: {},
  }),
  /** Gives a finished sale to a customer: a receipt of today, or a claim code while it waits (docs/rules.md rule 20). */
  attachLater: writeVerb({
    action: 'sale.attachLater',
    input: { code: codeSchema, customerId: idSchema },
    output: z.object({ bonusSom: somSchema, bonusBalanceSom: signedSomSchema }),
    refusals: attachRefusals,
  }),
};
