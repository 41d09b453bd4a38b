/** What customers say, with the doubt that few answers leave; reference values computed apart from this code. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { npsAnswers, npsOf, shareOf } from '../../../shared/service/opinion.ts';

test.each([
  [7, 2, 1, 60, 7.039409, 85.268284],
  [0, 0, 5, -100, -100, -17.491453],
  [10, 0, 0, 100, 47.503552, 100],
  [3, 3, 4, -10, -51.44856, 36.063945],
  [120, 60, 20, 50, 39.988321, 58.533847],
  [1, 0, 0, 100, -48.498649, 98.498649],
])(
  '%i promoters, %i passives, %i detractors: score %d',
  (promoters, passives, detractors, score, low, high) => {
    const nps = npsOf({ promoters, passives, detractors });
    expect(nps.score).toBeCloseTo(score, 6);
    expect(nps.low).toBeCloseTo(low, 5);
    expect(nps.high).toBeCloseTo(high, 5);
  },
);

test('without answers nothing is said', () => {
  expect(npsOf(npsAnswers([]))).toMatchObject({ score: null, low: null, high: null });
  expect(shareOf(0, 0)).toBeNull();
});

test('9 and 10 promote, 7 and 8 are silent, the rest warn', () => {
  expect(npsAnswers([0, 6, 7, 8, 9, 10])).toEqual({ promoters: 2, passives: 2, detractors: 2 });
});

test.each([
  [8, 10, 0.49016247, 0.94331785],
  [0, 7, 0, 0.35433044],
  [45, 50, 0.78639769, 0.95652424],
  [30, 30, 0.88648661, 1],
  [181, 240, 0.69597031, 0.80435478],
])('%i of %i satisfied', (some, all, low, high) => {
  const share = shareOf(some, all);
  expect(share?.low).toBeCloseTo(low, 7);
  expect(share?.high).toBeCloseTo(high, 7);
});

test('the interval always holds the share and never leaves 0–1', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (some, others) => {
      const share = shareOf(some, some + others);
      if (share === null) return;
      expect(share.low).toBeGreaterThanOrEqual(0);
      expect(share.high).toBeLessThanOrEqual(1);
      expect(share.low).toBeLessThanOrEqual(share.share);
      expect(share.high).toBeGreaterThanOrEqual(share.share);
    }),
  );
});
