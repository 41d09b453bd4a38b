/** What is typed while a drawer is counted: a sum alone, or how many there are of each note and coin. */
import type { Som } from '../../shared/money.ts';
import { denominationsSom, sumOfNotes } from '../../shared/shift/cashCount.ts';
import type { CashCount } from '../../shared/shift/figures.ts';

export interface CashTyped {
  /** Null while nothing is typed. */
  readonly sumSom: Som | null;
  /** How many of each; null when the sum alone is typed. */
  readonly counts: Readonly<Partial<Record<number, number | null>>> | null;
}

export const noSum: CashTyped = { sumSom: null, counts: null };
export const noNotes: CashTyped = { sumSom: null, counts: {} };

/** The notes that were counted, the largest first; null when the sum alone was typed. A note of which there is none is left out. */
export function notesOf({ counts }: CashTyped): CashCount | null {
  if (counts === null) return null;
  return denominationsSom
    .map((noteSom) => ({ noteSom, count: counts[noteSom] ?? 0 }))
    .filter(({ count }) => count > 0);
}

/**
 * The same with one note counted anew. An empty box counts as none, but as long as all are empty nothing was counted:
 * a drawer with nothing in it is a 0 that somebody typed.
 */
export function withCount(typed: CashTyped, noteSom: number, count: number | null): CashTyped {
  const counts = { ...typed.counts, [noteSom]: count };
  const isEmpty = Object.values(counts).every((each) => each === null || each === undefined);
  return { counts, sumSom: isEmpty ? null : sumOfNotes(notesOf({ sumSom: null, counts }) ?? []) };
}
