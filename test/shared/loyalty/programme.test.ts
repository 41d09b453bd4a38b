/** The programme's rates, bounds and the preview of another expiry. */
import { describe, expect, it } from 'vitest';
import {
  activeFrom,
  bonusGiven,
  burnPreview,
  earningRates,
  type ProgrammeRules,
} from '../../../shared/loyalty/programme.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import { sameText } from '../../../shared/text.ts';
import { businessDay } from '../../../shared/time.ts';

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

describe('the preview of another expiry', () => {
  const lot = (customerId: string, earnedOn: string, remaining: number) => ({
    customerId,
    earnedOn: businessDay(earnedOn),
    remainingSom: som(remaining),
  });
  const lots = [
    lot('a', '2026-10-01', 700),
    lot('a', '2026-10-02', 300),
    lot('b', '2026-10-22', 50),
    lot('b', '2026-10-23', 40),
    lot('c', '2026-11-21', 9),
    lot('d', '2026-09-01', 0),
  ];

  it('says what would burn tonight, whose it is, and what follows within a month', () => {
    // 22 October lives for 30 days up to 21 November; 23 October up to and with today.
    expect(burnPreview(lots, 30, today)).toEqual({
      atOnceSom: 1_050,
      customersAtOnce: 2,
      withinMonthSom: 49,
    });
  });

  it('burns nothing when bonus lives long or for ever', () => {
    const nothing = { atOnceSom: 0, customersAtOnce: 0, withinMonthSom: 0 };
    expect(burnPreview(lots, 365, today)).toEqual(nothing);
    expect(burnPreview(lots, 0, today)).toEqual(nothing);
  });
});
