/** The programme's rates, bounds and the preview of another expiry. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lotExpiry } from '../../../shared/loyalty/lots.ts';
import {
  activeFrom,
  bonusGiven,
  burnBounds,
  earningRates,
  type ProgrammeRules,
  programmeRules,
} from '../../../shared/loyalty/programme.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { sameText } from '../../../shared/text.ts';
import { addDays, businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');
const rules: ProgrammeRules = {
  baseBasisPoints: basisPoints(200),
  multipliers: [
    { scope: { kind: 'categories', categoryIds: ['tea'] }, timesBasisPoints: 20_000 },
    { scope: { kind: 'products', productIds: ['green'] }, timesBasisPoints: 30_000 },
  ],
  excluded: { kind: 'categories', categoryIds: ['beer'] },
  excludesDiscounted: false,
  minimumReceiptSom: som(50_000),
  activationDelayDays: 0,
  mostReceiptsPerDay: 3,
  mostEarnedPerDaySom: som(5_000),
};
const line = (productId: string, categoryId: string | null, off = 0) => ({
  productId,
  categoryId,
  brandId: null,
  tags: [],
  expiresOn: null,
  adjustments:
    off === 0
      ? []
      : [
          {
            lineId: productId,
            step: 'product' as const,
            sourceId: 'p',
            reason: sameText('p'),
            amountSom: som(off),
          },
        ],
});

describe('what goods earn', () => {
  const lines = [line('bread', null), line('black', 'tea'), line('green', 'tea'), line('lager', 'beer')];

  it('is the shop’s rate, the largest multiplier of the goods, and nothing for excluded goods', () => {
    expect(earningRates(lines, rules, null, today)).toEqual([200, 400, 600, 0]);
  });

  it('is the tier’s rate in the place of the shop’s', () => {
    expect(earningRates(lines, rules, basisPoints(500), today)).toEqual([500, 1000, 1500, 0]);
  });

  it('is never more than the price itself', () => {
    expect(earningRates([line('green', 'tea')], rules, basisPoints(5000), today)).toEqual([10_000]);
  });

  it('is nothing on discounted lines where the shop wants it so', () => {
    const discounted = [line('bread', null, 100), line('bread2', null)];
    expect(earningRates(discounted, { ...rules, excludesDiscounted: true }, null, today)).toEqual([0, 200]);
    expect(earningRates(discounted, rules, null, today)).toEqual([200, 200]);
  });
});

describe('what a receipt really brings', () => {
  it.each([
    [45_000, 0, 0, 0],
    [49_999, 0, 0, 0],
    [50_000, 0, 0, 900],
    [50_000, 3, 0, 0],
    [50_000, 2, 4_500, 500],
    [50_000, 2, 6_000, 0],
  ])('of %i after %i receipts and %i bonus today is %i', (receipt, receipts, earned, given) => {
    expect(bonusGiven(som(900), som(receipt), { receipts, earnedSom: som(earned) }, rules)).toBe(given);
  });

  it('has no bounds where none are set', () => {
    const free = { ...rules, minimumReceiptSom: som(0), mostReceiptsPerDay: null, mostEarnedPerDaySom: null };
    expect(bonusGiven(som(900), som(1), { receipts: 99, earnedSom: som(99_999) }, free)).toBe(900);
  });

  it('may be spent after the days that the shop waits', () => {
    expect(activeFrom(today, { activationDelayDays: 0 })).toBe('2026-11-22');
    expect(activeFrom(today, { activationDelayDays: 14 })).toBe('2026-12-06');
  });
});

describe('the preview of another life', () => {
  it('draws its lines between what is over, what ends within a month and what lives on', () => {
    // 22 October lives for 30 days up to 21 November; 23 October up to and with today.
    expect(burnBounds(30, today)).toEqual({ atOnceBefore: '2026-10-23', withinMonthBefore: '2026-11-22' });
    expect(burnBounds(0, today)).toBe(null);
  });

  it('says of every lot what its own last day says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 3650 }), fc.nat(4000), (days, ago) => {
        const from = addDays(today, -ago);
        const last = lotExpiry(from, days) ?? today;
        const bounds = burnBounds(days, today);
        expect(from < (bounds?.atOnceBefore ?? '')).toBe(last < today);
        expect(from < (bounds?.withinMonthBefore ?? '')).toBe(last < addDays(today, 30));
      }),
    );
  });
});

describe('the settings and the rules for goods', () => {
  const tea = { kind: 'categories', categoryIds: ['tea'] } as const;
  const beer = { kind: 'categories', categoryIds: ['beer'] } as const;
  const settings = { ...defaultSettings, minimumReceiptSom: som(10_000), discountedEarnNothing: true };

  it('are one set of rules', () => {
    expect(
      programmeRules(settings, [
        { kind: 'times', scope: tea, timesBasisPoints: 20_000 },
        { kind: 'neverEarns', scope: beer },
        { kind: 'neverPaid', scope: tea },
      ]),
    ).toEqual({
      baseBasisPoints: 200,
      multipliers: [{ scope: tea, timesBasisPoints: 20_000 }],
      excluded: beer,
      excludesDiscounted: true,
      minimumReceiptSom: 10_000,
      activationDelayDays: 0,
      mostReceiptsPerDay: null,
      mostEarnedPerDaySom: null,
    });
  });

  it('exclude nothing without a rule, and all that several name', () => {
    expect(programmeRules(settings, []).excluded).toBe(null);
    const never = [
      { kind: 'neverEarns', scope: beer },
      { kind: 'neverEarns', scope: tea },
    ] as const;
    expect(programmeRules(settings, never).excluded).toEqual({ kind: 'anyOf', scopes: [beer, tea] });
  });
});
