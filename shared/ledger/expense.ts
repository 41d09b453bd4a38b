/** Simple expenses: money spent beside the till, by a short list of kinds, and their posting. */
import { type Refused, refuse } from '../errors.ts';
import type { Som } from '../money.ts';
import type { BusinessDay } from '../time.ts';
import { balanced, credit, debit, type Posting } from './posting.ts';

export const expenseKinds = [
  'rent',
  'wages',
  'electricity',
  'transport',
  'repairs',
  'taxes',
  'other',
] as const;
export type ExpenseKind = (typeof expenseKinds)[number];

/** Money of the shop that was spent and never lay in a drawer; below zero it takes an earlier expense back. */
export function expensePosting(amountSom: Som): Posting {
  return balanced([debit('expense', amountSom), credit('cashOutsideTill', amountSom)]);
}

/** An expense that is not yet spent is none; null when it is. */
export function judgeExpenseDay(
  day: BusinessDay,
  today: BusinessDay,
): Refused<'DayInFuture', { readonly today: BusinessDay }> | null {
  return day > today ? refuse('DayInFuture', { today }) : null;
}

/**
 * The day of the counter-entry: that of the expense itself, so that its month comes out right; where that month is closed
 * by now, today.
 */
export function counterEntryDay(
  expense: { readonly day: BusinessDay; readonly isMonthClosed: boolean },
  today: BusinessDay,
): BusinessDay {
  return expense.isMonthClosed ? today : expense.day;
}
