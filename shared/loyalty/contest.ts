/** Contests by merit: places by the jury's points, by the nearest guess, or by the most stamps. */
import type { Instant } from '../time.ts';

export type ContestKind = 'photo' | 'guess' | 'mostStamps';

/** What somebody brought to a contest. */
export interface ContestEntry {
  readonly entryId: string;
  readonly enteredAt: Instant;
  /** The jury's points; null where it has not looked yet. */
  readonly points: number | null;
  readonly guess: number | null;
  readonly stamps: number | null;
}

export interface RankedEntry {
  readonly entryId: string;
  /** Null for an entry that nothing can be said of: no points, no guess, no stamp. */
  readonly place: number | null;
  /** Which prize it takes, counted from 0; the earlier of equals takes the better one. Null for none. */
  readonly prizeIndex: number | null;
}

/**
 * Gives the places, best first. Equals share a place and the next one is left out; among them the earlier entry stands
 * first and takes the better prize, so that exactly as many prizes are given as there are.
 *
 * | points        | places  | prizes of two  |
 * |---------------|---------|----------------|
 * | 9, 7, 9, none | 1, 3, 1 | first, –, second |
 *
 * Of guesses the nearest to the answer wins, too much or too little alike; without an answer there are no places yet.
 */
export function rankEntries(
  kind: ContestKind,
  entries: readonly ContestEntry[],
  { answer, prizes }: { readonly answer: number | null; readonly prizes: number },
): readonly RankedEntry[] {
  const scored = entries
    .map((entry) => ({ entry, score: scoreOf(kind, entry, answer) }))
    .sort((a, b) => compareScores(a.score, b.score) || compareEntries(a.entry, b.entry));
  return scored.map(({ entry: { entryId }, score }, index) => {
    if (score === null) return { entryId, place: null, prizeIndex: null };
    const place = scored.findIndex((other) => other.score === score) + 1;
    return { entryId, place, prizeIndex: index < prizes ? index : null };
  });
}

/** The more the better; null for an entry that takes no place. */
function scoreOf(kind: ContestKind, entry: ContestEntry, answer: number | null): number | null {
  switch (kind) {
    case 'photo':
      return entry.points;
    case 'guess':
      return entry.guess === null || answer === null ? null : -Math.abs(entry.guess - answer);
    case 'mostStamps':
      return entry.stamps === 0 ? null : entry.stamps;
  }
}

function compareScores(a: number | null, b: number | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return b - a;
}

function compareEntries(a: ContestEntry, b: ContestEntry): number {
  if (a.enteredAt !== b.enteredAt) return a.enteredAt < b.enteredAt ? -1 : 1;
  return a.entryId < b.entryId ? -1 : 1;
}
