import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noNotes, noSum, notesOf, withCount } from '../../../renderer/shift/cashTyped.ts';
import { denominationsSom } from '../../../shared/shift/cashCount.ts';

test('notes that are counted come to their sum, whatever the order of counting', () => {
  const typed = withCount(withCount(withCount(noNotes, 5_000, 4), 50_000, 3), 200_000, 0);
  expect(typed.sumSom).toBe(170_000);
  expect(notesOf(typed)).toEqual([
    { noteSom: 50_000, count: 3 },
    { noteSom: 5_000, count: 4 },
  ]);
});

test('a note counted anew replaces what was typed before', () => {
  const typed = withCount(withCount(noNotes, 1_000, 12), 1_000, 10);
  expect(typed.sumSom).toBe(10_000);
});

test('empty boxes are no count, and a typed 0 is one', () => {
  expect(noNotes.sumSom).toBeNull();
  expect(withCount(noNotes, 1_000, null).sumSom).toBeNull();
  const zero = withCount(noNotes, 1_000, 0);
  expect(zero.sumSom).toBe(0);
  expect(notesOf(zero)).toEqual([]);
  expect(withCount(zero, 1_000, null).sumSom).toBeNull();
});

test('where only the sum is typed nobody says which notes there were', () => {
  expect(notesOf(noSum)).toBeNull();
});

test('any count of any notes comes to what the till adds up itself', () => {
  const counts = fc.array(
    fc.record({ noteSom: fc.constantFrom(...denominationsSom), count: fc.integer({ min: 0, max: 9999 }) }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(counts, (typed) => {
      const state = typed.reduce((before, { noteSom, count }) => withCount(before, noteSom, count), noNotes);
      const last = new Map(typed.map(({ noteSom, count }) => [noteSom, count]));
      const sum = [...last].reduce((whole, [noteSom, count]) => whole + noteSom * count, 0);
      expect(state.sumSom).toBe(sum);
    }),
  );
});
