/** What the sell screen shows: total, bonus and what is due, from one place. */
import { describe, expect, it } from 'vitest';
import type { BonusLot } from '../../../shared/loyalty/lots.ts';
import { som, thousandths } from '../../../shared/money.ts';
import { addProduct, type BasketContent, emptyBasket } from '../../../shared/sale/basketContent.ts';
import {
  type BasketFacts,
  type QuotedCustomer,
  quoteBasket,
  type SoldProduct,
} from '../../../shared/sale/quoteBasket.ts';
import { defaultSettings, type ShopSettings } from '../../../shared/shop/settings.ts';
import { businessDay } from '../../../shared/time.ts';
import { couponSeries, today, unusedCoupon } from '../baskets.ts';

const coat: SoldProduct = {
  id: 'coat',
  name: { uz: 'Palto' },
  unit: 'piece',
  priceSom: som(100_050),
  vatBasisPoints: null,
  categoryId: null,
  isActive: true,
};
const lot: BonusLot = {
  lotId: 'lot',
  remainingSom: som(80_000),
  activeFrom: businessDay('2026-01-01'),
  expiresOn: null,
};
const aziza: QuotedCustomer = {
  customerId: 'aziza',
  identification: 'card',
  isRegistered: true,
  lots: [lot],
  spentTodaySom: som(0),
  isApproved: false,
};

function quote(
  more: Partial<BasketFacts> = {},
  content: Partial<BasketContent> = {},
  settings: Partial<ShopSettings> = {},
) {
  return quoteBasket({
    content: { ...addProduct(emptyBasket, 'coat', thousandths(1_000), 'line-1'), ...content },
    products: new Map([['coat', coat]]),
    customer: null,
    coupon: null,
    settings: { ...defaultSettings, ...settings },
    day: today,
    ...more,
  });
}

describe('the quote', () => {
  it('shows total, bonus to earn and the cash after rounding down', () => {
    expect(quote({}, {}, { cashRoundingSom: 100 })).toMatchObject({
      totalSom: 100_050,
      bonusToEarnSom: 2_001,
      bonusAtMostSom: 0,
      dueSom: 100_050,
      dueCashSom: 100_000,
    });
  });

  it('lets bonus pay up to the ceiling, and then earns on the money only', () => {
    const spending = quote({ customer: aziza }, { bonusToSpendSom: som(30_015) });
    expect(spending).toMatchObject({ bonusAtMostSom: 30_015, bonusToSpendSom: 30_015, dueSom: 70_035 });
    expect(spending.bonusToEarnSom).toBe(1_400);
  });

  it('offers no more bonus than the lots hold today', () => {
    const burnt = { ...lot, expiresOn: businessDay('2026-11-21') };
    const small = { ...lot, lotId: 'small', remainingSom: som(700) };
    expect(quote({ customer: { ...aziza, lots: [burnt, small] } }).bonusAtMostSom).toBe(700);
  });

  it('offers no more than the day’s limit without a card', () => {
    const byPhone = { ...aziza, identification: 'phone', spentTodaySom: som(5_000) } as const;
    expect(quote({ customer: byPhone }).bonusAtMostSom).toBe(15_000);
    expect(quote({ customer: { ...byPhone, isApproved: true } }).bonusAtMostSom).toBe(30_015);
  });

  it('never spends more than may be, when the basket shrank after the customer asked', () => {
    expect(quote({ customer: aziza }, { bonusToSpendSom: som(70_000) }).bonusToSpendSom).toBe(30_015);
    expect(quote({}, { bonusToSpendSom: som(70_000) }).bonusToSpendSom).toBe(0);
  });

  it('takes the coupon off, with goodwill also one that has expired', () => {
    const lapsed = {
      coupon: { ...unusedCoupon, expiresOn: businessDay('2026-11-21') },
      series: couponSeries,
    };
    const onBasket = { code: unusedCoupon.code, goodwill: null };
    expect(quote({ coupon: lapsed }, { coupon: onBasket }).priced.coupon.kind).toBe('refused');
    const goodwill = { reason: 'regular', personId: 'owner' };
    expect(quote({ coupon: lapsed }, { coupon: { ...onBasket, goodwill } }).totalSom).toBe(95_050);
  });

  it('does not price a code that nobody knows', () => {
    const lines: BasketContent['lines'] = [
      { kind: 'unknown', lineId: 'line-1', code: '478', quantityThousandths: thousandths(1_000) },
    ];
    const unknown = quote({}, { lines });
    expect(unknown.totalSom).toBe(0);
    expect(unknown.unknownLines).toEqual(lines);
  });
});
