import { describe, expect, test } from 'vitest';
import { couponPaper, headlineOf, type PaperSeries } from '../../../../renderer/coupon/print/couponPaper.ts';
import { isSheetKind, sheetsOf } from '../../../../renderer/coupon/print/layouts.ts';
import type { CouponBenefit } from '../../../../shared/coupon/series.ts';
import type { BasisPoints, Som } from '../../../../shared/money.ts';
import type { Language } from '../../../../shared/text.ts';
import type { BusinessDay } from '../../../../shared/time.ts';

const som = (sum: number) => sum as Som;
const rate = (basisPoints: number) => basisPoints as BasisPoints;
const shop = { name: 'Oʻrikzor', address: 'Toshkent', phone: '+998 90 123-45-67', logo: null };
const coupon = {
  code: 'KPHM9EEEEG',
  validFrom: '2026-12-01' as BusinessDay,
  expiresOn: '2026-12-31' as BusinessDay,
};

function series(
  changes: Partial<PaperSeries['content']> = {},
  partnerName: string | null = null,
): PaperSeries {
  return {
    sentence: { uz: 'Choyga 10% chegirma', ru: 'Скидка 10 % на чай' },
    content: {
      benefit: { kind: 'percent', rateBasisPoints: rate(1000), atMostSom: null },
      validity: { kind: 'days', days: 30 },
      conditions: null,
      usedAt: 'here',
      ...changes,
    },
    partnerName,
  };
}

describe('the benefit is read from across the shop', () => {
  const steps: CouponBenefit = {
    kind: 'sumSteps',
    steps: [
      { kind: 'percent', fromSom: som(100_000), rateBasisPoints: rate(500) },
      { kind: 'percent', fromSom: som(300_000), rateBasisPoints: rate(2000) },
    ],
  };
  test.each<[CouponBenefit, Language, string]>([
    [{ kind: 'percent', rateBasisPoints: rate(1000), atMostSom: null }, 'uz', '−10%'],
    [{ kind: 'percent', rateBasisPoints: rate(1250), atMostSom: null }, 'ru', '−12,5 %'],
    [{ kind: 'amount', amountSom: som(10_000) }, 'uz', '−10 000 soʻm'],
    [{ kind: 'amount', amountSom: som(10_000) }, 'ru', '−10 000 сум'],
    [{ kind: 'fixedPrice', priceSom: som(99_000) }, 'en', '99,000 soʻm'],
    [{ kind: 'bonus', bonusSom: som(5000) }, 'uz', '+5 000 bonus'],
    [{ kind: 'gift', of: { kind: 'all' }, pieces: 1 }, 'ru', 'Подарок'],
    [steps, 'uz', '−20% gacha'],
    [steps, 'ru', 'до −20 %'],
    [steps, 'en', 'up to −20%'],
  ])('%j in %s', (benefit, language, read) => {
    const { before, figure, after } = headlineOf(benefit, language);
    expect(
      [before, figure, after]
        .filter((part) => part !== '')
        .join(' ')
        .replaceAll('\u00A0', ' '),
    ).toBe(read);
  });
});

describe('a printed coupon', () => {
  test('says the rule and its conditions in each language of the batch, the first one first', () => {
    const conditions = { uz: 'Tamakidan tashqari.', ru: 'Кроме табака' };
    const { lines, title, daysLabel } = couponPaper(shop, series({ conditions }), ['ru', 'uz']);
    expect(lines).toEqual([
      { language: 'ru', sentence: 'Скидка 10 % на чай', small: 'Кроме табака. Один купон на чек' },
      {
        language: 'uz',
        sentence: 'Choyga 10% chegirma',
        small: 'Tamakidan tashqari. Bitta chekka bitta kupon',
      },
    ]);
    expect(title).toBe('Купон · Kupon');
    expect(daysLabel).toBe('Последний день · Oxirgi kun');
  });

  test('falls back to a language that has words, and to Uzbek when a batch names none', () => {
    expect(couponPaper(shop, series(), ['en']).lines[0]?.sentence).toBe('Choyga 10% chegirma');
    expect(couponPaper(shop, series(), []).title).toBe('Kupon');
  });

  test('shows its last day, or both days when it lives between two', () => {
    expect(couponPaper(shop, series(), ['uz']).daysOf(coupon)).toBe('31.12.2026');
    const validity = { kind: 'between', from: coupon.validFrom, to: coupon.expiresOn } as const;
    expect(couponPaper(shop, series({ validity }), ['uz']).daysOf(coupon)).toBe('01.12.2026 – 31.12.2026');
  });

  test('that is used at a partner’s names the partner', () => {
    const { lines } = couponPaper(shop, series({ usedAt: 'partner' }, 'Nur dorixonasi'), ['uz']);
    expect(lines[0]?.small).toBe('Qabul qilinadi: Nur dorixonasi. Bitta chekka bitta kupon');
    expect(couponPaper(shop, series({}, 'Nur dorixonasi'), ['uz']).lines[0]?.small).not.toContain('Nur');
  });

  test('keeps the phone of the shop in one line', () => {
    expect(couponPaper(shop, series(), ['uz']).shop.phone).toBe('+998\u00A090\u00A0123-45-67');
  });
});

test.each([
  ['sheet8', 20, 3],
  ['sheet10', 20, 2],
  ['neckHanger', 4, 1],
  ['shelfCard', 5, 2],
  ['posterA3', 3, 3],
  ['flags', 7, 3],
] as const)('%s: %i coupons need %i sheets', (kind, coupons, sheets) => {
  expect(sheetsOf(kind, coupons)).toBe(sheets);
});

test('the strip of the receipt printer and messages are no sheets', () => {
  expect(['strip', 'message', 'sheet8'].map((kind) => isSheetKind(kind as 'strip'))).toEqual([
    false,
    false,
    true,
  ]);
});
