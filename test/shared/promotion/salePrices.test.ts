import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPoints, som } from '../../../shared/money.ts';
import { isSalePrice, percentOff, salePriceOf } from '../../../shared/promotion/salePrices.ts';

describe('so many percent off everything', () => {
  it.each([
    [18_500, 1000, 16_600],
    [6_000, 1000, 5_400],
    [1_000, 500, 900],
    [16_999, 0, 16_900],
    [90, 1000, 81],
    [18_500, 10_000, 0],
  ])('%i less %i basis points is %i', (usual, off, sale) => {
    expect(salePriceOf(som(usual), basisPoints(off))).toBe(sale);
  });

  it('never gives less than the poster promises', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (usual, off) => {
          const sale = salePriceOf(som(usual), basisPoints(off));
          expect(sale * 10_000).toBeLessThanOrEqual(usual * (10_000 - off) + 9_999);
          expect(sale).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('a sale price', () => {
  it('is above nothing and below the usual one', () => {
    expect([0, 1, 18_499, 18_500, 18_501].map((price) => isSalePrice(som(18_500), som(price)))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    [18_500, 16_600, 10],
    [20_000, 15_000, 25],
    [18_500, 18_500, 0],
    [18_500, 19_000, 0],
  ])('of %i for %i is told as %i percent off, never more than it is', (usual, sale, percent) => {
    expect(percentOff(som(usual), som(sale))).toBe(percent);
  });
});
