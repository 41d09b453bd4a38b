/** Whole so'm: rounding and splitting that never lose or make one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocate,
  basisPoints,
  largestSom,
  lineAmount,
  multiplyDivideFloor,
  multiplyDivideHalfUp,
  percentOf,
  som,
  thousandths,
  vatInside,
} from '../../shared/money.ts';

describe('money', () => {
  it('is whole: a fraction or a nonsense number is a bug', () => {
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => som(wrong)).toThrow(RangeError);
    }
    expect(Object.is(som(-0), 0)).toBe(true);
  });

  it('floors percents', () => {
    expect(percentOf(som(18_999), basisPoints(1500))).toBe(2_849);
    expect(percentOf(som(9_999), basisPoints(1))).toBe(0);
    expect(percentOf(som(12_345), basisPoints(10_000))).toBe(12_345);
  });

  it('rounds a weighed line and VAT half up', () => {
    expect(lineAmount(som(1), thousandths(499))).toBe(0);
    expect(lineAmount(som(1), thousandths(500))).toBe(1);
    expect(vatInside(som(14), basisPoints(1200))).toBe(2);
    expect(vatInside(som(0), basisPoints(1200))).toBe(0);
  });

  it('stays exact where ordinary numbers no longer are', () => {
    expect(percentOf(som(largestSom), basisPoints(9_999))).toBe(999_899_999_999);
    expect(multiplyDivideFloor(largestSom, 999_999_999, 1_000)).toBe(
      Number((999_999_999_999n * 999_999_999n) / 1_000n),
    );
    expect(multiplyDivideFloor(-7, 1, 2)).toBe(-4);
    expect(multiplyDivideHalfUp(-3, 1, 2)).toBe(-1);
    expect(multiplyDivideFloor(-largestSom, 99_999_999, 10)).toBe(
      Number(-(999_999_999_999n * 99_999_999n) / 10n) - 1,
    );
  });

  it('agrees with exact arithmetic everywhere', () => {
    const wide = fc.integer({ min: 0, max: largestSom });
    fc.assert(
      fc.property(
        wide,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        (a, b, c) => {
          const exact = BigInt(a) * BigInt(b);
          expect(multiplyDivideFloor(a, b, c)).toBe(Number(exact / BigInt(c)));
          expect(multiplyDivideHalfUp(a, b, c)).toBe(Number((2n * exact + BigInt(c)) / (2n * BigInt(c))));
        },
      ),
    );
  });
});

describe('a sum that is split', () => {
  it('goes by largest remainder, ties to the earlier one', () => {
    expect(allocate(som(299), [999, 999, 999])).toEqual([100, 100, 99]);
    expect(allocate(som(5_000), [25_980, 45_500, 8_300])).toEqual([1_628, 2_852, 520]);
    expect(allocate(som(-299), [999, 999, 999])).toEqual([-100, -100, -99]);
  });

  it('gives nothing to a weight of nothing, and cannot be split over nothing', () => {
    expect(allocate(som(7), [0, 1, 0])).toEqual([0, 7, 0]);
    expect(allocate(som(0), [])).toEqual([]);
    expect(() => allocate(som(1), [0, 0])).toThrow(RangeError);
    expect(() => allocate(som(1), [2, -1])).toThrow(RangeError);
  });

  it('always sums to the whole, each part within one of its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: largestSom }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestSom }), weights, (total, parts) => {
        const sum = parts.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const split = allocate(som(total), parts);
        expect(split.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [index, part] of split.entries()) {
          const exact = (BigInt(total) * BigInt(parts[index] ?? 0)) / BigInt(sum);
          expect(BigInt(part) - exact === 0n || BigInt(part) - exact === 1n).toBe(true);
        }
      }),
    );
  });
});
