/** What a screen may ask about the shift of this till: opening, cash, counting, closing, X and Z. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  pageSchema,
  signedSomSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';
import { checklistVerbs } from './checklistContract.ts';
import { cashCountSchema, cashMoveKinds, nonCashSchema, shiftFiguresSchema } from './figures.ts';
import { notebookVerbs } from './notebookContract.ts';

export const shiftSchema = z.object({
  id: idSchema,
  number: z.int(),
  businessDay: businessDaySchema,
  openedAt: instantSchema,
  openedByName: z.string(),
  floatSom: somSchema,
  receipts: z.int(),
  /** Less what came back in the shift, so that it may be below zero; null for who counts blind, as with the cash. */
  netSom: signedSomSchema.nullable(),
  /** What the drawer should hold now; null for who counts blind (no right to `shift.x`). */
  expectedCashSom: signedSomSchema.nullable(),
  /** Opened on an earlier day than today: somebody forgot to close it. */
  isForgotten: z.boolean(),
});

export const cashMoveSchema = z.object({
  id: idSchema,
  number: z.int(),
  kind: z.enum(cashMoveKinds),
  amountSom: somSchema,
  reason: z.string(),
  personName: z.string(),
  movedAt: instantSchema,
});

const countRefusals = {
  /** The notes do not come to the sum. */
  CountWrong: z.object({ notesSom: somSchema }),
};

export const shiftContract = {
  current: readVerb({
    action: 'shift.read',
    input: z.object({}),
    output: z.object({ shift: shiftSchema.nullable(), lastCountedSom: somSchema.nullable() }),
    refusals: {},
  }),
  open: writeVerb({
    action: 'shift.open',
    input: { floatSom: somSchema, notes: cashCountSchema.nullable().default(null) },
    output: z.object({ shift: shiftSchema }),
    refusals: { ShiftAlreadyOpen: z.object({}), ...countRefusals },
  }),
  /** Cash that comes into the drawer or leaves it beside the sales. */
  moveCash: writeVerb({
    action: 'shift.moveCash',
    input: {
      kind: z.enum(cashMoveKinds),
      amountSom: somSchema.refine((sum) => sum > 0),
      reason: someWords(120),
    },
    output: z.object({ moveId: idSchema, number: z.int() }),
    refusals: {
      ShiftNotOpen: z.object({}),
      /** More than the drawer can hold; how much that is stays untold. */
      CashNotThere: z.object({}),
      /** It was asked too often how much the drawer gives: only with somebody who may know. */
      SecondPersonNeeded: z.object({}),
    },
  }),
  cashMoves: readVerb({
    action: 'shift.read',
    input: z.object({ shiftId: idSchema }),
    output: z.object({ moves: z.array(cashMoveSchema) }),
    refusals: {},
  }),
  /** A quick count when the till goes to another seller; it changes no money. */
  countCash: writeVerb({
    action: 'shift.count',
    input: {
      countedSom: somSchema,
      notes: cashCountSchema.nullable().default(null),
      toPersonId: idSchema.nullable(),
    },
    /** Null for who counts blind; the owner sees it in the shift's report. */
    output: z.object({ differenceSom: signedSomSchema.nullable() }),
    refusals: { ShiftNotOpen: z.object({}), ...countRefusals },
  }),
  /** Opens the drawer without a sale; counted for the owner. */
  openDrawer: writeVerb({
    action: 'shift.openDrawer',
    input: { reason: someWords(120) },
    output: z.object({}),
    refusals: { ShiftNotOpen: z.object({}), NoPrinter: z.object({}) },
  }),
  /** What should be looked at before the shift is closed; no sums, because the count is blind. */
  beforeClose: readVerb({
    action: 'shift.close',
    input: z.object({}),
    output: z.object({
      isBasketOpen: z.boolean(),
      parked: z.array(
        z.object({ saleId: idSchema, label: z.string(), parkedAt: instantSchema, totalSom: somSchema }),
      ),
      /** Terminals and QR services that took or gave money in this shift. */
      nonCash: z.array(nonCashSchema),
      unticked: z.int(),
    }),
    refusals: { ShiftNotOpen: z.object({}) },
  }),
  /** Blind: the cashier types what was counted and what the terminals say, then sees the differences. */
  close: writeVerb({
    action: 'shift.close',
    input: {
      countedSom: somSchema,
      notes: cashCountSchema.nullable().default(null),
      terminals: z
        .array(nonCashSchema.extend({ toldSom: somSchema }))
        .max(20)
        .default([]),
      /** Why it differs, when it does by more than the shop's limit. */
      reason: words(200).default(''),
    },
    output: z.object({
      shiftId: idSchema,
      number: z.int(),
      expectedSom: signedSomSchema,
      differenceSom: signedSomSchema,
      terminals: z.array(
        nonCashSchema.extend({ expectedSom: signedSomSchema, toldSom: somSchema.nullable() }),
      ),
    }),
    refusals: {
      ShiftNotOpen: z.object({}),
      BasketNotEmpty: z.object({}),
      /** More than the shop's limit: count again, or give a reason with a second person; after three counts only so. */
      DifferenceAboveLimit: z.object({}),
      SecondPersonNeeded: z.object({}),
      ...countRefusals,
    },
  }),
  /** The X report of the open shift, or the Z report of a closed one. */
  report: readVerb({
    action: 'shift.x',
    input: z.object({ shiftId: idSchema.nullable() }),
    output: shiftFiguresSchema,
    refusals: { ShiftNotOpen: z.object({}) },
  }),
  /** Prints an X, or a Z once more as a copy. */
  printReport: writeVerb({
    action: 'shift.x',
    input: { shiftId: idSchema.nullable() },
    output: z.object({ copyNumber: z.int() }),
    refusals: { ShiftNotOpen: z.object({}), NoPrinter: z.object({}) },
  }),
  list: readVerb({
    action: 'shift.x',
    input: pageSchema,
    output: z.object({
      shifts: z.array(
        z.object({
          id: idSchema,
          number: z.int(),
          businessDay: businessDaySchema,
          openedAt: instantSchema,
          closedAt: instantSchema.nullable(),
          openedByName: z.string(),
          closedByName: z.string().nullable(),
          netSom: signedSomSchema,
          differenceSom: signedSomSchema.nullable(),
          /** Closed on a later day than it was opened. */
          isLate: z.boolean(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    refusals: {},
  }),
  ...notebookVerbs,
  ...checklistVerbs,
};
