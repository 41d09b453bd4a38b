/** Contests: places by merit, equals side by side, exactly as many prizes as there are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContestEntry, rankEntries } from '../../../shared/loyalty/contest.ts';
import type { Instant } from '../../../shared/time.ts';

const entry = (entryId: string, minute: number, what: Partial<ContestEntry>): ContestEntry => ({
  entryId,
  enteredAt: `2026-11-22T08:${String(minute).padStart(2, '0')}:00.000Z` as Instant,
  points: null,
  guess: null,
  stamps: null,
  ...what,
});

const table = (...rows: Parameters<typeof rankEntries>) =>
  rankEntries(...rows).map(({ entryId, place, prizeIndex }) => [entryId, place, prizeIndex]);

describe('a contest', () => {
  it('of photos goes by the jury’s points: equals share a place, and the earlier one takes the better prize', () => {
    const entries = [
      entry('a', 1, { points: 9 }),
      entry('b', 2, { points: 7 }),
      entry('c', 3, { points: 9 }),
      entry('d', 4, {}),
    ];
    expect(table('photo', entries, { answer: null, prizes: 2 })).toEqual([
      ['a', 1, 0],
      ['c', 1, 1],
      ['b', 3, null],
      ['d', null, null],
    ]);
  });

  it('of guesses goes to the nearest, too much or too little alike', () => {
    const entries = [
      entry('low', 3, { guess: 480 }),
      entry('high', 1, { guess: 520 }),
      entry('far', 2, { guess: 900 }),
      entry('exact', 9, { guess: 500 }),
    ];
    expect(table('guess', entries, { answer: 500, prizes: 1 })).toEqual([
      ['exact', 1, 0],
      ['high', 2, null],
      ['low', 2, null],
      ['far', 4, null],
    ]);
    const before = rankEntries('guess', entries, { answer: null, prizes: 1 });
    expect(before.every(({ place, prizeIndex }) => place === null && prizeIndex === null)).toBe(true);
  });

  it('of stamps leaves out who collected none', () => {
    const entries = [entry('a', 1, { stamps: 0 }), entry('b', 2, { stamps: 12 })];
    expect(table('mostStamps', entries, { answer: null, prizes: 3 })).toEqual([
      ['b', 1, 0],
      ['a', null, null],
    ]);
  });

  it('does not depend on the order in which the jury looked, and gives each prize once', () => {
    const points = fc.array(fc.option(fc.nat(5), { nil: null }), { maxLength: 12 });
    fc.assert(
      fc.property(points, fc.nat(5), (given, prizes) => {
        const entries = given.map((each, index) => entry(`e${index}`, index, { points: each }));
        const forwards = rankEntries('photo', entries, { answer: null, prizes });
        expect(rankEntries('photo', entries.toReversed(), { answer: null, prizes })).toEqual(forwards);
        const handed = forwards.flatMap(({ prizeIndex }) => prizeIndex ?? []);
        const judged = given.filter((each) => each !== null).length;
        expect(handed).toEqual(Array.from({ length: Math.min(prizes, judged) }, (_, index) => index));
      }),
    );
  });
});
