/** Goods at sale prices of their own, and bonus beside what a receipt earns anyhow. */
import { describe, expect, it } from 'vitest';
import { som, thousandths } from '../../../shared/money.ts';
import { faultsOf, nothingKnown } from '../../../shared/promotion/checkPromotion.ts';
import { promotionSchema } from '../../../shared/promotion/promotion.ts';
import { line, onGoods, onlyProducts, percent, price, reward } from '../baskets.ts';

const prices = {
  kind: 'salePrices',
  prices: [
    { productId: 'tea', priceSom: som(15_000) },
    { productId: 'cup', priceSom: som(9_000) },
    { productId: 'sugar', priceSom: som(30_000) },
  ],
} as const;

describe('sale prices', () => {
  const sale = onGoods('sale', prices);

  it('each product at its own, the rest at the shelf price', () => {
    const priced = price([line('tea', 20_000, 2), line('cup', 12_000, 1), line('gum', 1_000, 5)], {
      promotions: [sale],
    });
    expect(priced.lines.map((each) => each.netSom)).toEqual([30_000, 9_000, 5_000]);
    expect(priced.promotions[0]?.outcome).toEqual({ kind: 'applied', amountSom: 10_000 + 3_000 });
  });

  it('never make anything dearer', () => {
    expect(price([line('sugar', 20_000, 1)], { promotions: [sale] }).discountSom).toBe(0);
  });

  it('hold for weighed goods by the kilogram', () => {
    const weighed = line('tea', 20_000, 1, { unit: 'kilogram', quantityThousandths: thousandths(1_250) });
    expect(price([weighed], { promotions: [sale] }).netSom).toBe(18_750);
  });

  it('compete with other promotions on the same goods: the lower price holds', () => {
    const lines = [line('tea', 20_000, 1), line('cup', 12_000, 1)];
    const thirty = onGoods('thirty', percent(30));
    // Tea 14 000 by thirty per cent, cup 8 400 against 9 000.
    expect(price(lines, { promotions: [sale, thirty] }).netSom).toBe(14_000 + 8_400);
    const five = onGoods('five', percent(5));
    expect(price(lines, { promotions: [sale, five] }).netSom).toBe(15_000 + 9_000);
  });

  it('name a product once', () => {
    const twice = [...prices.prices, { productId: 'tea', priceSom: som(14_000) }];
    const written = { ...sale, benefit: { ...prices, prices: twice } };
    expect(promotionSchema.safeParse(sale).success).toBe(true);
    expect(promotionSchema.safeParse(written).success).toBe(false);
    expect(promotionSchema.safeParse({ ...sale, benefit: { ...prices, prices: [] } }).success).toBe(false);
  });

  it('are faulty when a product is gone, and when the rule covers none of them', () => {
    const known = { ...nothingKnown, productIds: new Set(['tea', 'sugar']) };
    expect(faultsOf(sale, known)).toEqual([{ fault: 'Unknown', what: 'productIds', id: 'cup' }]);
    expect(faultsOf(onGoods('sale', prices, { scope: onlyProducts('cup') }), known)).toEqual([
      { fault: 'Unknown', what: 'productIds', id: 'cup' },
    ]);
    expect(faultsOf(onGoods('sale', prices, { scope: onlyProducts('gum') }))).toEqual([
      { fault: 'GivesNothing' },
    ]);
  });
});

describe('extra bonus', () => {
  const lines = [line('tea', 20_000, 2), line('cup', 12_000, 1)];
  const bonusOf = (per: object, more: object = {}) => {
    const benefit = { kind: 'bonus', bonusSom: som(500), per } as Parameters<typeof reward>[1];
    const [given] = price(lines, { promotions: [reward('bonus', benefit, more)] }).rewards;
    return given?.count ?? 0;
  };

  it('comes once a receipt, for each piece, or for every so much paid', () => {
    expect(bonusOf({ kind: 'receipt' })).toBe(500);
    expect(bonusOf({ kind: 'piece' })).toBe(1_500);
    // 52 000 hold 10 000 five times.
    expect(bonusOf({ kind: 'sum', eachSom: som(10_000) })).toBe(2_500);
    expect(bonusOf({ kind: 'sum', eachSom: som(60_000) })).toBe(0);
  });

  it('counts the goods of its scope alone', () => {
    expect(bonusOf({ kind: 'piece' }, { scope: onlyProducts('tea') })).toBe(1_000);
    expect(bonusOf({ kind: 'receipt' }, { scope: onlyProducts('gum') })).toBe(0);
  });

  it('leaves prices and rates as they are', () => {
    const bonus = { kind: 'bonus', bonusSom: som(500), per: { kind: 'receipt' } } as const;
    const priced = price(lines, { promotions: [reward('bonus', bonus)] });
    expect(priced.discountSom).toBe(0);
    expect(priced.lines.map((each) => each.bonusBasisPoints)).toEqual([200, 200]);
    expect(priced.promotions[0]?.outcome).toEqual({ kind: 'rewarded' });
  });

  it('is above nothing and at most ten million', () => {
    const written = (bonusSom: number) =>
      promotionSchema.safeParse({
        promotionId: 'p',
        name: { uz: 'p' },
        level: 'reward',
        benefit: { kind: 'bonus', bonusSom, per: { kind: 'receipt' } },
      }).success;
    expect([0, 1, 10_000_000, 10_000_001].map(written)).toEqual([false, true, true, false]);
  });
});

it('two spans of hours that never meet are a rule that never holds', () => {
  const hours = (fromMinute: number, toMinute: number) => ({ kind: 'hours', fromMinute, toMinute }) as const;
  const rule = (...conditions: ReturnType<typeof hours>[]) =>
    faultsOf(onGoods('p', percent(10), { conditions }));
  expect(rule(hours(480, 600), hours(840, 1_080))).toEqual([{ fault: 'NeverHolds', condition: 'hours' }]);
  expect(rule(hours(480, 900), hours(840, 1_080))).toEqual([]);
});
