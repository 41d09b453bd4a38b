/** Expenses beside the till, and months that are closed against later edits. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import {
  businessDaySchema,
  idSchema,
  instantSchema,
  signedSomSchema,
  someWords,
  somSchema,
  words,
} from '../wire.ts';
import { expenseKinds } from './expense.ts';

/** A month as it is named everywhere: `2026-11`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What writes into an earlier month answers when that month is closed: a sale written on paper, an expense. */
export const monthRefusals = { MonthClosed: z.object({ month: monthSchema }) };

export const monthVerbs = {
  /** Notes money that was spent beside the till, on its day. */
  noteExpense: writeVerb({
    action: 'report.expenses',
    input: {
      day: businessDaySchema,
      kind: z.enum(expenseKinds),
      amountSom: somSchema.refine((sum) => sum > 0),
      note: words(200).default(''),
    },
    output: z.object({ expenseId: idSchema }),
    refusals: { DayInFuture: z.object({ today: businessDaySchema }), ...monthRefusals },
  }),
  /** Takes a wrong expense back by its counter-entry; nothing is deleted. */
  takeBackExpense: writeVerb({
    action: 'report.expenses',
    input: { expenseId: idSchema, reason: someWords(200) },
    output: z.object({ expenseId: idSchema }),
    refusals: { ExpenseTakenBack: z.object({}), ...monthRefusals },
  }),
  /** The expenses of a month, the newest day first, with what they come to by kind. */
  expenses: readVerb({
    action: 'report.expenses',
    input: z.object({ month: monthSchema }),
    output: z.object({
      expenses: z.array(
        z.object({
          id: idSchema,
          day: businessDaySchema,
          kind: z.enum(expenseKinds),
          /** Below zero for a counter-entry. */
          amountSom: signedSomSchema,
          note: z.string(),
          personName: z.string(),
          notedAt: instantSchema,
          isTakenBack: z.boolean(),
          isCounterEntry: z.boolean(),
        }),
      ),
      byKind: z.array(z.object({ kind: z.enum(expenseKinds), amountSom: signedSomSchema })),
      totalSom: signedSomSchema,
      isClosed: z.boolean(),
    }),
    refusals: {},
  }),
  /** Keeps the month's figures for ever; from now on nothing is written into it. */
  closeMonth: writeVerb({
    action: 'report.closeMonth',
    input: { month: monthSchema },
    output: z.object({ figuresHash: z.string() }),
    refusals: {
      MonthNotOver: z.object({ lastOn: businessDaySchema }),
      ShiftStillOpen: z.object({ number: z.int() }),
      ...monthRefusals,
    },
  }),
  reopenMonth: writeVerb({
    action: 'report.closeMonth',
    input: { month: monthSchema, reason: someWords(200) },
    output: z.object({}),
    refusals: { MonthNotClosed: z.object({}) },
  }),
};
