/** Which goods are worth an offer, at what price, and what an offer brought. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basisPoints, som } from '../../../shared/money.ts';
import { offerDays, offerSentence } from '../../../shared/report/offerEffect.ts';
import {
  type RecentSales,
  slowSellers,
  suggestedOff,
  suggestedSom,
  tallySales,
} from '../../../shared/report/offerSuggestion.ts';
import { addDays, type BusinessDay, businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');

describe('the price to offer', () => {
  test.each([
    ['on its last day', 0, 3000],
    ['three days before', 3, 3000],
    ['four days before', 4, 2000],
    ['a week before', 7, 2000],
    ['eight days before', 8, 1500],
    ['two weeks before', 14, 1500],
  ])('%s goods get cheaper by the nearness of their end', (_when, days, off) => {
    expect(suggestedOff(addDays(today, days), today)).toBe(off);
  });

  test('goods that only sell slowly get 10 % cheaper', () => {
    expect(suggestedOff(null, today)).toBe(1000);
  });

  test.each([
    [18_990, 1500, 16_100], // 16 142 exactly
    [20_000, 3000, 14_000],
    [12_000, 1000, 10_800],
    [150, 1000, 100], // 135
    [90, 3000, 63],
    [3, 3000, null], // 30 % of 3 is nothing
    [1, 3000, null],
  ])('%i less %i basis points is offered at %s', (price, off, offered) => {
    expect(suggestedSom(som(price), basisPoints(off))).toBe(offered);
  });

  test('a price is always lower, never nothing, and never above what the percent gives', () => {
    const price = fc.integer({ min: 0, max: 5_000_000 }).map(som);
    const off = fc.constantFrom(1000, 1500, 2000, 3000).map(basisPoints);
    fc.assert(
      fc.property(price, off, (priceSom, rate) => {
        const offered = suggestedSom(priceSom, rate);
        if (offered === null) return;
        expect(offered).toBeGreaterThan(0);
        expect(offered).toBeLessThan(priceSom);
        expect(offered).toBeLessThanOrEqual(priceSom - Math.floor((priceSom * rate) / 10_000));
        if (offered >= 100) expect(offered % 100).toBe(0);
      }),
    );
  });
});

describe('what sells slowly', () => {
  const day = (back: number, ...sold: readonly [string, number][]) => ({
    day: addDays(today, -back),
    sold: sold.map(([productId, quantityThousandths]) => ({ productId, quantityThousandths })),
  });

  test('only the last 30 days are summed, but a last sale is looked for further back', () => {
    const { add, sales } = tallySales(today);
    add(day(31, ['jam', 1_000]));
    add(day(0, ['tea', 1_000]));
    add(day(29, ['tea', 2_000]));
    add(day(30, ['tea', 9_000], ['jam', 5_000]));
    expect([...sales]).toEqual([
      ['jam', { soldThousandths: 0, lastSoldOn: '2026-10-23' }],
      ['tea', { soldThousandths: 3_000, lastSoldOn: '2026-11-22' }],
    ]);
  });

  const sold = (soldThousandths: number, lastSoldOn: string): RecentSales => ({
    soldThousandths,
    lastSoldOn: lastSoldOn as BusinessDay,
  });

  test('three in 30 days are slow, four are not; the slowest and the longest unsold come first', () => {
    const sales = new Map([
      ['bread', sold(4_000, '2026-11-22')],
      ['tea', sold(3_000, '2026-11-20')],
      ['salt', sold(0, '2026-10-01')],
      ['jam', sold(0, '2026-09-01')],
      ['honey', sold(0, '2026-09-01')],
    ]);
    expect(slowSellers(sales)).toEqual(['honey', 'jam', 'salt', 'tea']);
  });
});

describe('what an offer brought', () => {
  const week = { from: businessDay('2026-11-23'), to: businessDay('2026-11-29') };

  test('a week is compared with the week before', () => {
    expect(offerDays(week, businessDay('2026-11-30'))).toEqual({
      from: '2026-11-23',
      to: '2026-11-29',
      beforeFrom: '2026-11-16',
      beforeTo: '2026-11-22',
    });
  });

  test('an offer that runs is compared with as many days as it has had', () => {
    expect(offerDays(week, businessDay('2026-11-24'))).toEqual({
      from: '2026-11-23',
      to: '2026-11-24',
      beforeFrom: '2026-11-21',
      beforeTo: '2026-11-22',
    });
    expect(offerDays(week, today)).toBeNull();
  });

  const plain = (text: string) => text.replaceAll('\u00A0', ' ');
  const said = (figures: Parameters<typeof offerSentence>[0]) => {
    const { uz, ru, en } = offerSentence(figures);
    return [plain(uz), plain(ru), plain(en)];
  };

  test('is one sentence in three languages', () => {
    const figures = {
      receipts: 23,
      broughtSom: som(1_840_000),
      soldThousandths: 61_000,
      soldBeforeThousandths: 20_000,
      couponsUsed: 12,
    };
    expect(said(figures)).toEqual([
      'Taklif 1 840 000 soʻmlik 23 ta chek keltirdi; undagi mahsulotlardan 61 sotildi, undan oldingi shuncha kunda 20; 12 ta kupon ishlatildi.',
      'Предложение принесло чеков: 23 на 1 840 000 сум; товаров из него продано: 61, за столько же дней до него: 20; использовано купонов: 12.',
      'The offer brought 23 receipts for 1,840,000 soʻm; of its goods 61 were sold, 20 in as many days before; 12 coupons were used.',
    ]);
    expect(said({ ...figures, receipts: 1, couponsUsed: 1 })[2]).toBe(
      'The offer brought 1 receipt for 1,840,000 soʻm; of its goods 61 were sold, 20 in as many days before; 1 coupon was used.',
    );
    expect(said({ ...figures, couponsUsed: 0 })[2]).toMatch(/20 in as many days before\.$/);
  });

  test('says so when it has not begun, or brought nothing', () => {
    expect(said(null)).toEqual([
      'Taklif hali boshlanmagan.',
      'Предложение ещё не началось.',
      'The offer has not begun yet.',
    ]);
    const nothing = {
      receipts: 0,
      broughtSom: som(0),
      soldThousandths: 0,
      soldBeforeThousandths: 0,
      couponsUsed: 0,
    };
    expect(said(nothing)[2]).toBe('Nobody has bought anything from the offer yet.');
  });
});
