import { expect, test } from 'vitest';
import { denominationsSom, sumOfNotes } from '../../../shared/shift/cashCount.ts';
import { cashCountSchema } from '../../../shared/shift/figures.ts';

test('3 notes of 50 000 and 4 of 5 000 are 170 000', () => {
  expect(
    sumOfNotes([
      { noteSom: 50_000, count: 3 },
      { noteSom: 5_000, count: 4 },
    ]),
  ).toBe(170_000);
  expect(sumOfNotes([])).toBe(0);
});

test('one of each note and coin is 388 850, and every one of them may be counted', () => {
  const one = denominationsSom.map((noteSom) => ({ noteSom, count: 1 }));
  expect(sumOfNotes(one)).toBe(388_850);
  expect(cashCountSchema.safeParse(one).success).toBe(true);
  expect([...denominationsSom]).toEqual([...denominationsSom].sort((a, b) => b - a));
});
