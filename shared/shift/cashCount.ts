/** Counting a drawer: the notes and coins there are, and what a count of them comes to. */
import { type Som, som } from '../money.ts';
import type { CashCount } from './figures.ts';

/** Notes, then coins, in soʻm, the largest first. */
export const denominationsSom = [
  200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50,
] as const;

/** What the notes come to: 3 × 50 000 and 4 × 5 000 are 170 000. */
export function sumOfNotes(notes: CashCount): Som {
  return som(notes.reduce((sum, { noteSom, count }) => sum + noteSom * count, 0));
}
