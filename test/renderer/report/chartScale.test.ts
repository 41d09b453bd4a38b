import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksUpTo } from '../../../renderer/report/chartScale.ts';

describe('the axis of the hour chart', () => {
  test.each([
    { largest: 0, marks: [0, 250, 500, 750, 1000] },
    { largest: 735_000, marks: [0, 200_000, 400_000, 600_000, 800_000] },
    { largest: 95_000, marks: [0, 25_000, 50_000, 75_000, 100_000] },
    { largest: 1_200_000, marks: [0, 500_000, 1_000_000, 1_500_000] },
  ])('has round marks up to $largest', ({ largest, marks }) => {
    expect(marksUpTo(largest)).toEqual(marks);
  });

  test('always covers the largest sum, evenly, with at most four steps of whole so’m', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (largest) => {
        const marks = marksUpTo(largest);
        const step = marks[1] ?? 0;
        expect(marks.at(-1)).toBeGreaterThanOrEqual(largest);
        expect(marks.length).toBeLessThanOrEqual(5);
        expect(marks).toEqual(marks.map((_, index) => index * step));
        expect(marks.every(Number.isSafeInteger)).toBe(true);
      }),
    );
  });
});
