/** What the sell screen shows of a basket, with the rules of the shop applied at one place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPoints, som, thousandths } from '../../../shared/money.ts';
import { type BasketContent, emptyBasket } from '../../../shared/sale/basketContent.ts';
import {
  type BasketFacts,
  isOverfull,
  linesToPrice,
  type QuotedCustomer,
  quoteBasket,
  type SoldProduct,
} from '../../../shared/sale/quoteBasket.ts';
import { defaultSettings, type ShopSettings } from '../../../shared/shop/settings.ts';
import { businessDay } from '../../../shared/time.ts';

const day = businessDay('2026-11-22');
const product = (id: string, priceSom: number): SoldProduct => ({
  id,
  name: { uz: id },
  unit: 'piece',
  priceSom: som(priceSom),
  vatBasisPoints: basisPoints(1200),
  categoryId: null,
  isActive: true,
});
const shelf = [product('tea', 12_990), product('rice', 45_500), product('salt', 8_300)];
const products = new Map(shelf.map((each) => [each.id, each]));

const line = (productId: string, count: number) => ({
  kind: 'product' as const,
  lineId: `line of ${productId}`,
  productId,
  quantityThousandths: thousandths(count * 1000),
  manualDiscount: null,
  shelfPrice: null,
});
const worked = [line('tea', 2), line('rice', 1), line('salt', 1)];

const customer: QuotedCustomer = {
  customerId: 'customer',
  identification: 'card',
  isRegistered: true,
  lots: [
    { lotId: '1', remainingSom: som(30_000), activeFrom: day, expiresOn: null },
    { lotId: '2', remainingSom: som(9_000), activeFrom: day, expiresOn: businessDay('2026-11-21') },
    { lotId: '3', remainingSom: som(9_000), activeFrom: businessDay('2026-11-23'), expiresOn: null },
  ],
  spentTodaySom: som(0),
  isApproved: false,
};

function facts(
  content: Partial<BasketContent> = {},
  who: Partial<QuotedCustomer> | null = {},
  settings: Partial<ShopSettings> = {},
): BasketFacts {
  return {
    content: { ...emptyBasket, lines: worked, ...content },
    products,
    customer: who === null ? null : { ...customer, ...who },
    coupon: null,
    settings: { ...defaultSettings, ...settings },
    day,
  };
}

describe('a quote', () => {
  it('adds up the goods and says what the sale will earn', () => {
    const quote = quoteBasket(facts());
    expect(quote).toMatchObject({
      totalSom: 79_780,
      dueSom: 79_780,
      bonusToEarnSom: 1_595,
      bonusToSpendSom: 0,
    });
    expect(quote.priced.vatSom).toBe(8_548);
  });

  it('of an empty basket is nothing', () => {
    expect(quoteBasket(facts({ lines: [] }))).toMatchObject({
      totalSom: 0,
      dueSom: 0,
      dueCashSom: 0,
      bonusAtMostSom: 0,
      bonusToEarnSom: 0,
    });
  });

  it('promises what a receipt earns also to who has no card: it waits on the claim code', () => {
    expect(quoteBasket(facts({}, null))).toMatchObject({ bonusToEarnSom: 1_595, bonusAtMostSom: 0 });
  });

  it('rounds only what is paid in cash', () => {
    const quote = quoteBasket(facts({}, {}, { cashRoundingSom: 500 }));
    expect(quote).toMatchObject({ totalSom: 79_780, dueSom: 79_780, dueCashSom: 79_500 });
  });

  it('keeps unknown codes and goods that left the catalogue out of the total', () => {
    const red = {
      kind: 'unknown' as const,
      lineId: 'red',
      code: '4780099999999',
      quantityThousandths: thousandths(1_000),
    };
    const quoted = facts({ lines: [...worked, red, line('gone', 1)] });
    expect(quoteBasket(quoted)).toMatchObject({ totalSom: 79_780, unknownLines: [red] });
    expect(linesToPrice(quoted)).toHaveLength(3);
  });
});

describe('the most that bonus may pay', () => {
  it.each<[string, Partial<QuotedCustomer>, Partial<ShopSettings>, number]>([
    ['30 % of the goods', {}, {}, 23_934],
    ['what the living lots hold', { lots: customer.lots.slice(1) }, {}, 0],
    ['the lots, when they hold less', {}, { bonusCeilingBasisPoints: basisPoints(5000) }, 30_000],
    ['20 000 a day with the phone alone', { identification: 'phone' }, {}, 20_000],
    ['the rest of the day’s 20 000', { identification: 'search', spentTodaySom: som(12_000) }, {}, 8_000],
    ['30 % again once somebody allowed it', { identification: 'phone', isApproved: true }, {}, 23_934],
    [
      'nothing, when the day’s limit is overdrawn',
      { identification: 'phone', spentTodaySom: som(60_000) },
      {},
      0,
    ],
    ['30 % with an instant card', { identification: 'instantCard', isRegistered: false }, {}, 23_934],
    [
      'the rest of an instant card’s 50 000',
      { identification: 'instantCard', isRegistered: false, spentTodaySom: som(40_000) },
      {},
      10_000,
    ],
    ['nothing, where the owner allows none', {}, { bonusCeilingBasisPoints: basisPoints(0) }, 0],
  ])('is %s', (_what, who, settings, atMostSom) => {
    expect(quoteBasket(facts({}, who, settings)).bonusAtMostSom).toBe(atMostSom);
  });
});

describe('bonus the customer asked for', () => {
  it('is taken off what is due, and its part earns nothing', () => {
    const quote = quoteBasket(facts({ bonusToSpendSom: som(20_000) }));
    expect(quote).toMatchObject({ bonusToSpendSom: 20_000, dueSom: 59_780, bonusToEarnSom: 1_195 });
  });

  it('is never more than may be spent now', () => {
    expect(quoteBasket(facts({ bonusToSpendSom: som(30_000) })).bonusToSpendSom).toBe(23_934);
    expect(quoteBasket(facts({ bonusToSpendSom: som(30_000) }, null)).bonusToSpendSom).toBe(0);
  });

  it('earns nothing at all where the owner says so', () => {
    const none = { earnWhileRedeeming: false };
    expect(quoteBasket(facts({ bonusToSpendSom: som(1) }, {}, none)).bonusToEarnSom).toBe(0);
    expect(quoteBasket(facts({}, {}, none)).bonusToEarnSom).toBe(1_595);
  });

  it('never leaves less than nothing to pay, whatever is asked and allowed', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(10_000), fc.nat(200_000), (asked, ceiling, held) => {
        const lots = [{ lotId: '1', remainingSom: som(held), activeFrom: day, expiresOn: null }];
        const settings = { bonusCeilingBasisPoints: basisPoints(ceiling) };
        const quote = quoteBasket(facts({ bonusToSpendSom: som(asked) }, { lots }, settings));
        expect(quote.bonusToSpendSom).toBeLessThanOrEqual(Math.min(asked, held, quote.ceilingSom));
        expect(quote.dueSom + quote.bonusToSpendSom).toBe(quote.totalSom);
        expect(quote.dueSom).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a basket that is more than a till takes', () => {
  const many = (count: number) => ({
    content: {
      ...emptyBasket,
      lines: Array.from({ length: count }, (_, index) => ({ ...line('tea', 1), lineId: `line ${index}` })),
    },
    products,
  });

  it('has more than 500 lines', () => {
    expect(isOverfull(many(500))).toBe(false);
    expect(isOverfull(many(501))).toBe(true);
  });

  it('costs more than 999 999 999 999', () => {
    const dear = new Map([['tv', product('tv', 999_999_999_999)]]);
    const basket = (count: number) => ({
      content: { ...emptyBasket, lines: [line('tv', count)] },
      products: dear,
    });
    expect(isOverfull(basket(1))).toBe(false);
    expect(isOverfull(basket(2))).toBe(true);
    expect(isOverfull(basket(999_999))).toBe(true);
  });
});
