/** Questions with exactly two answers that are asked at the counter: when they are asked, and what the answers say. */
import type { BusinessDay } from '../time.ts';
import { type Share, shareOf } from './opinion.ts';

export const pollChoices = ['a', 'b'] as const;
export type PollChoice = (typeof pollChoices)[number];

export const pollStates = ['ahead', 'open', 'over'] as const;
export type PollState = (typeof pollStates)[number];

export interface PollDays {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

/**
 * Whether a question is asked on a day; both ends count.
 *
 * | from   | to     | day    | state |
 * |--------|--------|--------|-------|
 * | 10 Nov | 12 Nov | 9 Nov  | ahead |
 * | 10 Nov | 12 Nov | 10 Nov | open  |
 * | 10 Nov | 12 Nov | 12 Nov | open  |
 * | 10 Nov | 12 Nov | 13 Nov | over  |
 */
export function pollStateOn({ from, to }: PollDays, day: BusinessDay): PollState {
  if (day < from) return 'ahead';
  return day <= to ? 'open' : 'over';
}

/** What was answered already that stands in the way of another answer. */
export interface EarlierAnswers {
  /** To the same receipt. */
  readonly ofReceipt: boolean;
  /** By the same customer on the same business day. */
  readonly ofCustomerToday: boolean;
}

export type PollFault = 'PollNotOpen' | 'PollAnswered';

/**
 * Why an answer is not taken; null when it is. A receipt answers once, a customer once a day; whoever has neither card nor
 * receipt is not counted twice by anybody but the cashier, who sees them.
 *
 * | question | receipt answered | customer today | answer       |
 * |----------|------------------|----------------|--------------|
 * | over     | no               | no             | PollNotOpen  |
 * | open     | yes              | no             | PollAnswered |
 * | open     | no               | yes            | PollAnswered |
 * | open     | no               | no             | taken        |
 */
export function pollFault(state: PollState, earlier: EarlierAnswers): PollFault | null {
  if (state !== 'open') return 'PollNotOpen';
  return earlier.ofReceipt || earlier.ofCustomerToday ? 'PollAnswered' : null;
}

export type PollSaveFault = 'PollDaysWrong' | 'PollHasAnswers';

/** What of a question may be saved: its words are fixed as soon as somebody has answered them, its days are not. */
export function pollSaveFault(
  days: PollDays,
  { answers, isReworded }: { readonly answers: number; readonly isReworded: boolean },
): PollSaveFault | null {
  if (days.to < days.from) return 'PollDaysWrong';
  return answers > 0 && isReworded ? 'PollHasAnswers' : null;
}

export interface PollCounts {
  readonly a: number;
  readonly b: number;
}

/**
 * The share of the first answer with its Wilson 95 % interval (shared/service/opinion.ts), and whether one answer leads: the
 * interval lies wholly on one side of a half. Null of nothing.
 *
 * | a  | b  | share of a | low   | high  | leads |
 * |----|----|------------|-------|-------|-------|
 * | 8  | 2  | 0.8        | 0.490 | 0.943 | nobody |
 * | 16 | 4  | 0.8        | 0.584 | 0.919 | a     |
 * | 4  | 16 | 0.2        | 0.081 | 0.416 | b     |
 */
export function pollResult({
  a,
  b,
}: PollCounts): { readonly share: Share; readonly leads: PollChoice | null } | null {
  const share = shareOf(a, a + b);
  if (share === null) return null;
  if (share.low > 0.5) return { share, leads: 'a' };
  return { share, leads: share.high < 0.5 ? 'b' : null };
}
