/** The price of a basket: rounding, the order of discounts and what each step looks at. */
import { describe, expect, it } from 'vitest';
import { basisPoints, som, thousandths } from '../../../shared/money.ts';
import type { PricedBasket } from '../../../shared/sale/priceBasket.ts';
import { businessDay } from '../../../shared/time.ts';
import {
  amount,
  basketPercent,
  cheapestFree,
  coupon,
  line,
  onBasket,
  onGoods,
  onlyProducts,
  percent,
  price,
  tier,
  today,
} from '../baskets.ts';

const nets = (priced: PricedBasket) => priced.lines.map((each) => each.netSom);
const steps = (priced: PricedBasket) =>
  priced.lines.map((each) => each.adjustments.map(({ step, amountSom }) => [step, amountSom]));

describe('rule 3: rounding', () => {
  it('takes 10 % of 3 × 999 once from the sum and shares 299 as 100, 100 and 99', () => {
    const lines = [line('a', 999, 1), line('b', 999, 1), line('c', 999, 1)];
    const priced = price(lines, { promotions: [onBasket('p', basketPercent(10))] });
    expect(steps(priced).flat()).toEqual([
      ['basket', 100],
      ['basket', 100],
      ['basket', 99],
    ]);
  });

  it('rounds a weighed line half up before any discount: 1.255 kg at 12 990 is 16 302', () => {
    const tomatoes = line('tomato', 12_990, 1, {
      unit: 'kilogram',
      quantityThousandths: thousandths(1_255),
    });
    expect(price([tomatoes]).grossSom).toBe(16_302);
    expect(price([{ ...tomatoes, priceSom: som(2), quantityThousandths: thousandths(250) }]).grossSom).toBe(
      1,
    );
  });

  it('takes VAT out of each net line half up and adds the lines', () => {
    const vatBasisPoints = basisPoints(1200);
    const priced = price([line('a', 14, 1, { vatBasisPoints }), line('b', 14, 1, { vatBasisPoints })]);
    expect(priced.lines.map((each) => each.vatSom)).toEqual([2, 2]);
    expect(priced.vatSom).toBe(4);
  });

  it('has no VAT in goods without it', () => {
    expect(price([line('a', 1_000, 1)]).vatSom).toBe(0);
  });
});

describe('rule 4: the order of discounts', () => {
  it('goes manual, goods, basket, coupon, tier, and every step explains itself', () => {
    const discounted = line('a', 100_000, 1, { manualDiscount: { amountSom: som(10_000), reason: 'dent' } });
    const priced = price([discounted], {
      promotions: [onGoods('goods', percent(10)), onBasket('basket', basketPercent(10))],
      coupon: coupon({ benefit: amount(5_000) }),
      tier: tier(20),
    });
    // 100 000 − 10 000 = 90 000; 10 % of it 9 000; 10 % of 81 000 = 8 100; 5 000; tier 20 % of 90 000 less 9 000.
    expect(steps(priced)).toEqual([
      [
        ['manual', 10_000],
        ['product', 9_000],
        ['basket', 8_100],
        ['coupon', 5_000],
        ['tier', 9_000],
      ],
    ]);
    expect(priced.netSom).toBe(58_900);
    expect(priced.lines[0]?.adjustments.map((each) => each.sourceId)).toEqual([
      'manual',
      'goods',
      'basket',
      'K23456789A',
      'gold',
    ]);
  });

  it('measures a coupon in percent before the basket promotion, as the paper promised', () => {
    const priced = price([line('a', 100_000, 1)], {
      promotions: [onBasket('basket', basketPercent(10))],
      coupon: coupon({ benefit: basketPercent(20) }),
    });
    expect(priced.netSom).toBe(100_000 - 10_000 - 20_000);
  });

  it('leaves the shelf price and the gross untouched', () => {
    const priced = price([line('a', 10_000, 2)], { promotions: [onGoods('p', percent(50))] });
    expect(priced.lines[0]).toMatchObject({ priceSom: 10_000, grossSom: 20_000, netSom: 10_000 });
    expect(priced).toMatchObject({ grossSom: 20_000, discountSom: 10_000, netSom: 10_000 });
  });

  it('never lets discounts go below nothing', () => {
    const priced = price(
      [line('a', 10_000, 1, { manualDiscount: { amountSom: som(99_999), reason: 'gift' } })],
      {
        promotions: [onBasket('p', amount(5_000))],
        coupon: coupon(),
        tier: tier(10),
      },
    );
    expect(priced.netSom).toBe(0);
    expect(steps(priced)).toEqual([[['manual', 10_000]]]);
  });

  it('prices an empty basket at nothing', () => {
    expect(
      price([], { promotions: [onBasket('p', basketPercent(10))], coupon: coupon(), tier: tier(5) }),
    ).toMatchObject({
      lines: [],
      grossSom: 0,
      netSom: 0,
      vatSom: 0,
    });
  });
});

describe('rule 4: the order of scanning never changes the total', () => {
  const one = line('one', 1, 1);
  const three = line('three', 3, 1);

  it('although a basket promotion of 2 over 1 and 3 ties, and the tier then floors line by line', () => {
    const rules = { promotions: [onBasket('p', amount(2))], tier: tier(50) };
    expect(price([one, three], rules).netSom).toBe(price([three, one], rules).netSom);
  });

  it('although a coupon ties in the same way', () => {
    const rules = { coupon: coupon({ benefit: amount(2) }), tier: tier(50) };
    expect(price([one, three], rules).netSom).toBe(price([three, one], rules).netSom);
  });

  it('although a coupon then covers only one of the lines', () => {
    const rules = {
      promotions: [onBasket('p', amount(2))],
      coupon: coupon({ benefit: amount(5), scope: onlyProducts('one') }),
    };
    expect(price([one, three], rules).netSom).toBe(price([three, one], rules).netSom);
  });
});

describe('what a promotion on goods gives', () => {
  const tea = line('tea', 6_333, 3);

  it('takes so much off each piece', () => {
    const promotions = [onGoods('p', { kind: 'amountPerUnit', amountSom: som(500) })];
    expect(price([tea], { promotions }).discountSom).toBe(1_500);
  });

  it('takes off by weight where goods are weighed', () => {
    const promotions = [onGoods('p', { kind: 'amountPerUnit', amountSom: som(1_000) })];
    const cheese = line('cheese', 80_000, 1, { unit: 'kilogram', quantityThousandths: thousandths(350) });
    expect(price([cheese], { promotions }).netSom).toBe(28_000 - 350);
  });

  it('sells at a fixed price, and never dearer than without it', () => {
    const at = (fixed: number) =>
      price([tea], { promotions: [onGoods('p', { kind: 'fixedPrice', priceSom: som(fixed) })] }).netSom;
    expect(at(6_000)).toBe(18_000);
    expect(at(7_000)).toBe(18_999);
  });

  it('works only from its first to its last day, both included', () => {
    const on = (from: string, to: string) =>
      price([tea], {
        promotions: [onGoods('p', percent(10), { from: businessDay(from), to: businessDay(to) })],
      }).discountSom;
    expect(on('2026-11-22', '2026-11-22')).toBe(1_899);
    expect(on('2026-11-23', '2026-12-01')).toBe(0);
    expect(on('2026-11-01', '2026-11-21')).toBe(0);
    expect(today).toBe('2026-11-22');
  });

  it('covers only its goods or its categories', () => {
    const lines = [tea, line('bread', 3_000, 1, { categoryId: 'bakery' })];
    expect(
      nets(price(lines, { promotions: [onGoods('p', percent(10), { scope: onlyProducts('bread') })] })),
    ).toEqual([18_999, 2_700]);
    const bakery = { scope: { kind: 'categories', categoryIds: ['bakery'] } } as const;
    expect(nets(price(lines, { promotions: [onGoods('p', percent(10), bakery)] }))).toEqual([18_999, 2_700]);
  });

  it('leaves goods alone that are never discounted', () => {
    const tobacco = line('tobacco', 20_000, 1, { isDiscountable: false });
    const priced = price([tobacco, line('tea', 10_000, 1)], {
      promotions: [onGoods('p', percent(10)), onBasket('b', basketPercent(10))],
      coupon: coupon({ benefit: amount(1_000) }),
      tier: tier(50),
    });
    expect(priced.lines[0]?.netSom).toBe(20_000);
  });
});

describe('rule 6: thresholds', () => {
  it('count what goods cost after their own promotions, and say how much is missing', () => {
    const promotions = [
      onGoods('goods', percent(10)),
      onBasket('from50', basketPercent(10), {
        conditions: [{ kind: 'minimumSum', minimumSom: som(50_000) }],
      }),
    ];
    const short = price([line('a', 55_000, 1)], { promotions });
    expect(short.netSom).toBe(49_500);
    expect(short.misses).toMatchObject([{ promotionId: 'from50', missingSom: 500, missingThousandths: 0 }]);
    expect(price([line('a', 55_556, 1)], { promotions }).netSom).toBe(45_001);
  });

  it('are not lowered by the coupon itself', () => {
    const onBasketToo = coupon({ benefit: amount(20_000), minimumSom: som(50_000) });
    expect(price([line('a', 50_000, 1)], { coupon: onBasketToo }).netSom).toBe(30_000);
  });

  it('refuse a coupon below its minimum with the missing sum, and price the basket without it', () => {
    const priced = price([line('a', 38_000, 1)], { coupon: coupon({ minimumSom: som(50_000) }) });
    expect(priced.netSom).toBe(38_000);
    expect(priced.coupon).toMatchObject({
      kind: 'refused',
      refusal: { refused: 'CouponBelowMinimum', data: { minimumSom: 50_000, missingSom: 12_000 } },
    });
  });

  it('count only goods that may be discounted', () => {
    const lines = [line('tobacco', 30_000, 1, { isDiscountable: false }), line('tea', 30_000, 1)];
    expect(price(lines, { coupon: coupon({ minimumSom: som(50_000) }) }).coupon.kind).toBe('refused');
  });

  it('by quantity say how many pieces are missing', () => {
    const conditions = [{ kind: 'minimumQuantity', minimumThousandths: thousandths(3_000) }] as const;
    const promotions = [onGoods('three', percent(10), { conditions })];
    expect(price([line('tea', 1_000, 3)], { promotions }).netSom).toBe(2_700);
    expect(price([line('tea', 1_000, 2)], { promotions }).misses).toMatchObject([
      { promotionId: 'three', missingSom: 0, missingThousandths: 1_000 },
    ]);
  });
});

describe('the coupon on a basket', () => {
  it('gives at most its cap: 10 % but no more than 20 000', () => {
    const capped = coupon({ benefit: basketPercent(10, 20_000) });
    expect(price([line('a', 500_000, 1)], { coupon: capped }).discountSom).toBe(20_000);
    expect(price([line('a', 150_000, 1)], { coupon: capped }).discountSom).toBe(15_000);
  });

  it('never gives more than its goods cost', () => {
    const onTea = coupon({ scope: onlyProducts('tea'), benefit: amount(5_000) });
    const priced = price([line('tea', 3_000, 1), line('bread', 9_000, 1)], { coupon: onTea });
    expect(nets(priced)).toEqual([0, 9_000]);
    expect(priced.coupon).toEqual({ kind: 'applied', code: 'K23456789A', amountSom: 3_000 });
  });

  it('stays unused where nothing in the basket is covered', () => {
    const priced = price([line('bread', 9_000, 1)], { coupon: coupon({ scope: onlyProducts('tea') }) });
    expect(priced.coupon).toEqual({ kind: 'noEffect', code: 'K23456789A' });
    expect(priced.netSom).toBe(9_000);
  });

  it('can cost 100 %: exactly nothing is left', () => {
    const free = coupon({ benefit: basketPercent(100) });
    expect(price([line('a', 12_345, 3), line('b', 7, 1)], { coupon: free }).netSom).toBe(0);
  });
});

describe('rule 7: free pieces', () => {
  const threeForTwo = [onGoods('set', cheapestFree(3))];

  it('count whole packages only', () => {
    expect(price([line('a', 5_000, 2)], { promotions: threeForTwo }).netSom).toBe(10_000);
    expect(price([line('a', 5_000, 5)], { promotions: threeForTwo }).netSom).toBe(20_000);
    expect(price([line('a', 5_000, 6)], { promotions: threeForTwo }).netSom).toBe(20_000);
  });

  it('make the cheapest pieces free by what one piece costs, not one line', () => {
    const lines = [line('cheap', 3_000, 4), line('dear', 9_000, 2)];
    expect(nets(price(lines, { promotions: threeForTwo }))).toEqual([6_000, 18_000]);
  });

  it('look at the price after promotions on goods', () => {
    const lines = [line('a', 10_000, 2), line('b', 12_000, 1)];
    const promotions = [...threeForTwo, onGoods('half', percent(50), { scope: onlyProducts('b') })];
    expect(nets(price(lines, { promotions }))).toEqual([20_000, 0]);
  });

  it('do not count weighed goods', () => {
    const apples = line('apple', 5_000, 3, { unit: 'kilogram' });
    expect(price([apples], { promotions: threeForTwo }).netSom).toBe(15_000);
  });

  it('count the set once for returns: each piece carries its share of what was paid', () => {
    const lines = [line('a', 12_000, 1), line('b', 9_500, 1), line('c', 7_000, 1)];
    const priced = price(lines, { promotions: threeForTwo });
    expect(nets(priced)).toEqual([12_000, 9_500, 0]);
    expect(priced.lines.map((each) => each.settledSom)).toEqual([9_052, 7_167, 5_281]);
  });

  it('give the larger of two sets when both want the same pieces', () => {
    const lines = [line('a', 10_000, 4)];
    const promotions = [onGoods('four', cheapestFree(4)), onGoods('two', cheapestFree(2))];
    expect(price(lines, { promotions }).netSom).toBe(20_000);
  });
});

describe('a cap on all discounts', () => {
  it('cuts what was applied last first', () => {
    const priced = price([line('a', 100_000, 1)], {
      promotions: [onBasket('b', basketPercent(20))],
      coupon: coupon({ benefit: amount(10_000) }),
      tier: tier(10),
      discountCapBasisPoints: basisPoints(2500),
    });
    expect(steps(priced)).toEqual([
      [
        ['basket', 20_000],
        ['coupon', 5_000],
      ],
    ]);
    expect(priced.coupon).toMatchObject({ kind: 'applied', amountSom: 5_000 });
  });

  it('leaves a coupon unused that it cuts to nothing', () => {
    const priced = price([line('a', 100_000, 1)], {
      promotions: [onBasket('b', basketPercent(30))],
      coupon: coupon(),
      discountCapBasisPoints: basisPoints(2000),
    });
    expect(priced.netSom).toBe(80_000);
    expect(priced.coupon.kind).toBe('noEffect');
  });
});
