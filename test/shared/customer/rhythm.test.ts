/** Who is late is judged by their own habit, and by the shop's where they have none. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsOf, rhythmOf, type ShopRhythm, shopRhythm } from '../../../shared/customer/rhythm.ts';
import { addDays, type BusinessDay, businessDay } from '../../../shared/time.ts';

const first = businessDay('2026-03-01');
const days = (...offsets: readonly number[]): readonly BusinessDay[] =>
  offsets.map((offset) => addDays(first, offset));
const shop: ShopRhythm = { medianGapDays: 10, k90: 2, longestGapDays: 60 };

test.each([
  // visits, today, typical gap, threshold, state
  [[0], 8, 10, 20, 'onTrack'],
  [[0], 15, 10, 20, 'due'],
  [[0, 4, 8], 20, 7, 14, 'due'],
  [[0, 4, 8], 23, 7, 14, 'lapsed'],
  // Somebody who comes twice a year is not waited for longer than the longest twentieth of all gaps.
  [[0, 180], 239, 200 / 3, 60, 'onTrack'],
  [[0, 180], 241, 200 / 3, 60, 'lapsed'],
])('visits on days %j, looked at on day %i', (visits, today, typical, threshold, state) => {
  const rhythm = rhythmOf(days(...visits), shop, addDays(first, today));
  expect(rhythm?.typicalGapDays).toBeCloseTo(typical, 9);
  expect(rhythm?.thresholdDays).toBeCloseTo(threshold, 9);
  expect(rhythm?.state).toBe(state);
});

test('the next visit is expected after the typical gap, rounded up to whole days', () => {
  expect(rhythmOf(days(0, 4, 9), shop, addDays(first, 10))?.dueOn).toBe(addDays(first, 9 + 8));
});

test('whoever never came has no rhythm, and a shop to which nobody came twice has none', () => {
  expect(rhythmOf([], shop, first)).toBeNull();
  expect(shopRhythm([[], []])).toBeNull();
});

test("the shop's figures, computed by hand", () => {
  // All gaps: 2 4 5 6 8 10 20, the median 6, the 95 % rank the last.
  // Ratios: of 5, 10, 20, 8 the third gap 20 after (5 + 10 + 12) / 4 = 6.75, the fourth 8 after (35 + 12) / 5 = 9.4.
  const rhythm = shopRhythm([[5, 10, 20, 8], [2, 4], [6]]);
  expect(rhythm).toEqual({ medianGapDays: 6, k90: 20 / 6.75, longestGapDays: 20 });
});

test('without a habit to compare with, twice the typical gap is waited', () => {
  expect(shopRhythm([[3], [5]])).toEqual({ medianGapDays: 4, k90: 2, longestGapDays: 5 });
});

test('a customer who stays away only gets later, never back on track', () => {
  const order = ['onTrack', 'due', 'lapsed'];
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 50 }),
      (gaps, silent, more) => {
        let day = 0;
        const visits = [0, ...gaps.map((gap) => (day += gap))];
        const last = visits.at(-1) ?? 0;
        expect(gapsOf(days(...visits))).toEqual(gaps);
        const at = (today: number) => rhythmOf(days(...visits), shop, addDays(first, last + today));
        const before = at(silent)?.state ?? '';
        expect(order.indexOf(at(silent + more)?.state ?? '')).toBeGreaterThanOrEqual(order.indexOf(before));
      },
    ),
  );
});
