/** What one use makes of a coupon, what a partner owes for it, and which series make no sense. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CouponSeries } from '../../../shared/coupon/series.ts';
import { type SeriesFault, seriesFault } from '../../../shared/coupon/seriesFault.ts';
import { partnerShareSom, stateAfterUse } from '../../../shared/coupon/useCoupon.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import type { Instant } from '../../../shared/time.ts';
import { amount, basketPercent, couponSeries } from '../baskets.ts';

const use = { redeemedAt: '2026-11-22T06:00:00.000Z' as Instant, receiptNumber: 7 };

describe('a coupon', () => {
  it.each([
    { allowed: 1, count: 0, after: 'redeemed' },
    { allowed: 3, count: 0, after: 'issued' },
    { allowed: 3, count: 1, after: 'issued' },
    { allowed: 3, count: 2, after: 'redeemed' },
    { allowed: null, count: 40, after: 'issued' },
  ])('for $allowed uses, used $count times, is $after after one more', ({ allowed, count, after }) => {
    expect(stateAfterUse({ allowed, count }, use).kind).toBe(after);
  });

  it('that is used up says when and on which receipt', () => {
    expect(stateAfterUse({ allowed: 1, count: 0 }, use)).toEqual({ kind: 'redeemed', ...use });
  });

  it('is used up after exactly as many uses as it allows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (allowed) => {
        let count = 0;
        while (stateAfterUse({ allowed, count }, use).kind === 'issued') count += 1;
        expect(count + 1).toBe(allowed);
      }),
    );
  });
});

describe('the partner’s part of a discount', () => {
  const share = (bears: number, partnerId: string | null, discount: number) =>
    partnerShareSom({ partnerId, partnerBearsBasisPoints: basisPoints(bears) }, som(discount));

  it('is their part of it, rounded down, and nothing without a partner', () => {
    expect(share(10_000, 'bakery', 5_000)).toBe(5_000);
    expect(share(5_000, 'bakery', 4_999)).toBe(2_499);
    expect(share(3_333, 'bakery', 10_000)).toBe(3_333);
    expect(share(0, 'bakery', 5_000)).toBe(0);
    expect(share(10_000, null, 5_000)).toBe(0);
  });
});

describe('a series', () => {
  const fault = (different: Partial<CouponSeries>): SeriesFault | null =>
    seriesFault({ ...couponSeries, ...different });

  it('takes off less than must be bought for it', () => {
    expect(fault({ benefit: amount(49_999), minimumSom: som(50_000) })).toBeNull();
    expect(fault({ benefit: amount(50_000), minimumSom: som(50_000) })).toBe('DiscountAboveMinimum');
    expect(fault({ benefit: amount(50_000), minimumSom: som(0) })).toBeNull();
    expect(fault({ benefit: basketPercent(100), minimumSom: som(50_000) })).toBeNull();
  });

  it('is looked at step by step', () => {
    const steps = (last: number): Partial<CouponSeries> => ({
      minimumSom: som(0),
      benefit: {
        kind: 'sumSteps',
        steps: [
          { kind: 'percent', fromSom: som(10_000), rateBasisPoints: basisPoints(1_000) },
          { kind: 'amount', fromSom: som(20_000), amountSom: som(last) },
        ],
      },
    });
    expect(fault(steps(19_999))).toBeNull();
    expect(fault(steps(20_000))).toBe('DiscountAboveMinimum');
  });

  it('that gives bonus or goods has no discount to compare', () => {
    expect(fault({ benefit: { kind: 'bonus', bonusSom: som(90_000) } })).toBeNull();
    expect(fault({ benefit: { kind: 'gift', of: { kind: 'all' }, pieces: 1 } })).toBeNull();
  });

  it('needs the partner whose codes, place or money it names', () => {
    for (const part of [
      { usedAt: 'partner' },
      { codes: { kind: 'list' } },
      { partnerBearsBasisPoints: basisPoints(1) },
    ] as const) {
      expect(fault(part)).toBe('SeriesNeedsPartner');
      expect(fault({ ...part, partnerId: 'bakery' })).toBeNull();
    }
  });
});
