/** What a screen may ask of finished sales: the list, the receipt as it was printed, its copies, its customer. */
import { z } from 'zod';
import { previewSchema } from '../receipt/preview.ts';
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

/** Why goods came back. */
export const returnReasons = ['quality', 'expired', 'wrong', 'changedMind', 'price'] as const;

const takenBackSchema = z.object({
  returnId: idSchema,
  number: z.int(),
  netSom: somSchema,
  /** What is handed back in money, and what goes back elsewhere. */
  moneyBackSom: somSchema,
  bonusBackSom: somSchema,
  giftCardBackSom: somSchema,
  storeCreditBackSom: somSchema,
  debtLoweredSom: somSchema,
  /** Earned bonus that the returned goods no longer deserve. */
  bonusTakenBackSom: somSchema,
  bonusBalanceSom: signedSomSchema.nullable(),
  isWhole: z.boolean(),
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
  /** Takes sold goods back: money and bonus go where they came from (docs/rules.md rules 8–10). */
  takeBack: writeVerb({
    action: 'sale.takeBack',
    input: {
      saleId: idSchema,
      lines: z
        .array(z.object({ lineNumber: z.int().min(1), quantityThousandths: quantitySchema }))
        .min(1)
        .max(500),
      reason: z.enum(returnReasons),
    },
    output: takenBackSchema,
    refusals: {
      ReceiptUnknown: z.object({}),
      ShiftNotOpen: z.object({}),
      ReturnTooMuch: z.object({ lineNumber: z.int(), leftThousandths: z.int() }),
      ReturnTooLate: z.object({ lastOn: businessDaySchema }),
      /** Half a piece of what is sold by the piece. */
      WholePiecesOnly: z.object({ name: localTextSchema }),
    },
  }),
  /** Gives a finished sale to a customer: a receipt of today, or a claim code while it waits (docs/rules.md rule 20). */
  attachLater: writeVerb({
    action: 'sale.attachLater',
    input: { code: codeSchema, customerId: idSchema },
    output: z.object({ bonusSom: somSchema, bonusBalanceSom: signedSomSchema }),
    refusals: attachRefusals,
  }),
};
