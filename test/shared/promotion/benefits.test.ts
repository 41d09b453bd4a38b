/** What promotions give: steps, sets, bundles, gifts and rewards. */
import { describe, expect, it } from 'vitest';
import { basisPoints, som, thousandths } from '../../../shared/money.ts';
import type { PricedBasket } from '../../../shared/sale/priceBasket.ts';
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
  reward,
} from '../baskets.ts';

const nets = (priced: PricedBasket) => priced.lines.map((each) => each.netSom);
const free = percent(100);

describe('discounts that grow with quantity', () => {
  const steps = (counts: 'together' | 'eachProduct') =>
    onGoods('steps', {
      kind: 'volumeSteps',
      counts,
      steps: [
        { fromThousandths: thousandths(3_000), off: percent(5) },
        { fromThousandths: thousandths(10_000), off: percent(10) },
      ],
    });
  const net = (pieces: number) =>
    price([line('tea', 1_000, pieces)], { promotions: [steps('together')] }).netSom;

  it('give the highest step reached on all pieces', () => {
    expect([2, 3, 9, 10].map(net)).toEqual([2_000, 2_850, 8_550, 9_000]);
  });

  it('count products together or each for itself', () => {
    const lines = [line('tea', 1_000, 2), line('coffee', 2_000, 1)];
    expect(price(lines, { promotions: [steps('together')] }).discountSom).toBe(50 * 2 + 100);
    expect(price(lines, { promotions: [steps('eachProduct')] }).discountSom).toBe(0);
  });

  it('say how many more bring the next step', () => {
    const priced = price([line('tea', 1_000, 4)], { promotions: [steps('together')] });
    expect(priced.misses).toMatchObject([{ promotionId: 'steps', missingThousandths: 6_000 }]);
    expect(priced.promotions[0]?.outcome).toEqual({ kind: 'applied', amountSom: 200 });
  });

  it('take an amount off a line once, however many pieces it has', () => {
    const promotions = [onGoods('p', { kind: 'amountPerLine', amountSom: som(1_000) })];
    expect(price([line('tea', 1_000, 3), line('gum', 500, 1)], { promotions }).netSom).toBe(2_000);
  });
});

describe('discounts on the basket', () => {
  it('grow with its sum: the highest step only, and say what the next one needs', () => {
    const steps = onBasket('steps', {
      kind: 'sumSteps',
      steps: [
        { kind: 'percent', fromSom: som(100_000), rateBasisPoints: basisPoints(500) },
        { kind: 'amount', fromSom: som(200_000), amountSom: som(30_000) },
      ],
    });
    const at = (cost: number) => price([line('a', cost, 1)], { promotions: [steps] });
    expect([99_999, 100_000, 199_999, 200_000].map((cost) => at(cost).discountSom)).toEqual([
      0, 5_000, 9_999, 30_000,
    ]);
    expect(at(88_000).misses).toMatchObject([{ missingSom: 12_000 }]);
    expect(at(150_000).misses).toMatchObject([{ missingSom: 50_000 }]);
    expect(at(200_000).misses).toEqual([]);
  });

  it('may be a price for all of it together, never a dearer one', () => {
    const promotions = [onBasket('p', { kind: 'fixedPrice', priceSom: som(25_000) })];
    expect(nets(price([line('a', 20_000, 1), line('b', 10_000, 1)], { promotions }))).toEqual([
      16_667, 8_333,
    ]);
    expect(price([line('a', 20_000, 1)], { promotions }).netSom).toBe(20_000);
  });
});

describe('buy some, get some', () => {
  const buy2get1 = (more = {}) =>
    onGoods('p', { kind: 'buyGet', buyPieces: 2, getPieces: 1, off: free, atMostTimes: null, ...more });

  it('of the same goods count whole packages of three', () => {
    const off = (pieces: number) =>
      price([line('a', 5_000, pieces)], { promotions: [buy2get1()] }).discountSom;
    expect([2, 3, 5, 6, 7].map(off)).toEqual([0, 5_000, 5_000, 10_000, 10_000]);
  });

  it('of other goods give the cheapest of them', () => {
    const cups = { get: onlyProducts('small', 'large') };
    const promotions = [onGoods('p', { ...benefitOf(buy2get1(cups)) }, { scope: onlyProducts('tea') })];
    const lines = [line('tea', 9_000, 5), line('large', 6_000, 1), line('small', 4_000, 1)];
    expect(nets(price(lines, { promotions }))).toEqual([45_000, 0, 0]);
    expect(nets(price([line('tea', 9_000, 2), ...lines.slice(1)], { promotions }))).toEqual([
      18_000, 6_000, 0,
    ]);
  });

  it('never count a piece as bought and got', () => {
    // Tea is bought and may be got as well: two of three pieces buy, one is got.
    const promotions = [
      onGoods('p', benefitOf(buy2get1({ get: onlyProducts('tea', 'cup') })), { scope: onlyProducts('tea') }),
    ];
    expect(price([line('tea', 9_000, 2)], { promotions }).discountSom).toBe(0);
    expect(price([line('tea', 9_000, 3)], { promotions }).discountSom).toBe(9_000);
    expect(price([line('tea', 9_000, 2), line('cup', 20_000, 1)], { promotions }).discountSom).toBe(20_000);
  });

  it('may give less than the whole, and at most so often', () => {
    const half = buy2get1({ off: percent(50), atMostTimes: 1 });
    expect(price([line('a', 5_001, 9)], { promotions: [half] }).discountSom).toBe(2_500);
  });

  it('say how many pieces are missing', () => {
    const priced = price([line('a', 5_000, 2)], { promotions: [buy2get1()] });
    expect(priced.promotions).toMatchObject([
      { outcome: { kind: 'incomplete' }, nearest: { missingThousandths: 1_000 } },
    ]);
  });

  it('share the discount over the set for returns', () => {
    const promotions = [
      onGoods('p', benefitOf(buy2get1({ get: onlyProducts('cup') })), { scope: onlyProducts('tea') }),
    ];
    const priced = price([line('tea', 9_000, 2), line('cup', 6_000, 1)], { promotions });
    expect(priced.lines.map((each) => each.settledSom)).toEqual([13_500, 4_500]);
  });
});

function benefitOf(promotion: ReturnType<typeof onGoods>) {
  if (promotion.level !== 'product') throw new Error('not a promotion on goods');
  return promotion.benefit;
}

describe('the cheapest piece', () => {
  it('is cheaper once a receipt', () => {
    const promotions = [onGoods('p', { kind: 'cheapest', off: percent(50) })];
    expect(nets(price([line('a', 9_000, 2), line('b', 4_001, 3)], { promotions }))).toEqual([18_000, 10_003]);
  });
});

describe('a bundle', () => {
  const outfit = onGoods('outfit', {
    kind: 'bundle',
    parts: [
      { of: onlyProducts('shirt', 'silk'), pieces: 1 },
      { of: onlyProducts('tie'), pieces: 2 },
    ],
    priceSom: som(200_000),
    atMostTimes: null,
  });

  it('costs its price, shared over its goods', () => {
    const priced = price([line('shirt', 150_000, 1), line('tie', 50_000, 2)], { promotions: [outfit] });
    expect(nets(priced)).toEqual([120_000, 80_000]);
    expect(priced.lines.map((each) => each.settledSom)).toEqual([120_000, 80_000]);
  });

  it('takes the dearest goods first, and is never dearer than them', () => {
    const lines = [line('shirt', 150_000, 1), line('silk', 300_000, 1), line('tie', 50_000, 3)];
    expect(price(lines, { promotions: [outfit] }).discountSom).toBe(200_000);
    expect(price([line('shirt', 90_000, 1), line('tie', 50_000, 2)], { promotions: [outfit] }).netSom).toBe(
      190_000,
    );
  });

  it('is formed as often as its goods allow', () => {
    const any3 = onGoods('p', {
      kind: 'bundle',
      parts: [{ of: { kind: 'all' }, pieces: 3 }],
      priceSom: som(20_000),
      atMostTimes: null,
    });
    expect(price([line('a', 10_000, 3), line('b', 5_000, 3)], { promotions: [any3] }).discountSom).toBe(
      10_000,
    );
    expect(price([line('a', 8_000, 7)], { promotions: [any3] }).discountSom).toBe(8_000);
  });

  it('gives the only fitting goods to the part that fits nothing else', () => {
    const white = onGoods('p', {
      kind: 'bundle',
      parts: [
        { of: onlyProducts('white', 'blue'), pieces: 1 },
        { of: onlyProducts('white'), pieces: 1 },
      ],
      priceSom: som(10_000),
      atMostTimes: null,
    });
    expect(price([line('white', 9_000, 1), line('blue', 8_000, 1)], { promotions: [white] }).netSom).toBe(
      10_000,
    );
  });
});

describe('a free gift', () => {
  const teaFrom100 = onGoods(
    'gift',
    { kind: 'gift', of: onlyProducts('tea'), pieces: 1 },
    { conditions: [{ kind: 'minimumSum', minimumSom: som(100_000) }] },
  );
  const tea = line('tea', 10_000, 1);

  it('is free from the threshold on, and does not help to reach it', () => {
    expect(price([line('a', 100_000, 1), tea], { promotions: [teaFrom100] }).netSom).toBe(100_000);
    const short = price([line('a', 95_000, 1), tea], { promotions: [teaFrom100] });
    expect(short.netSom).toBe(105_000);
    expect(short.misses).toMatchObject([{ promotionId: 'gift', missingSom: 5_000 }]);
  });

  it('that is not given counts like any other goods', () => {
    const twoPieces = {
      conditions: [{ kind: 'minimumQuantity', minimumThousandths: thousandths(2_000) }],
    } as const;
    const other = onBasket('basket', amount(5_000), twoPieces);
    expect(price([line('a', 95_000, 1), tea], { promotions: [teaFrom100, other] }).netSom).toBe(100_000);
  });

  it('counts for no other threshold: not of goods, not of the basket, not of a coupon', () => {
    const from105 = { conditions: [{ kind: 'minimumSum', minimumSom: som(105_000) }] } as const;
    const lines = [line('a', 104_000, 1), tea];
    const onThreshold = (other: ReturnType<typeof onGoods>) =>
      price(lines, { promotions: [teaFrom100, other] }).netSom;
    expect(onThreshold(onGoods('goods', percent(1), from105))).toBe(104_000);
    expect(onThreshold(onBasket('basket', basketPercent(10), from105))).toBe(104_000);
    const twoPieces = {
      conditions: [{ kind: 'minimumQuantity', minimumThousandths: thousandths(2_000) }],
    } as const;
    expect(onThreshold(onBasket('basket', basketPercent(10), twoPieces))).toBe(104_000);
    const short = coupon({ minimumSom: som(105_000) });
    expect(price(lines, { promotions: [teaFrom100], coupon: short }).coupon.kind).toBe('refused');
  });

  it('looks at what the goods cost after their own promotions (rule 6)', () => {
    const promotions = [teaFrom100, onGoods('ten', percent(10), { scope: onlyProducts('a') })];
    expect(price([line('a', 105_000, 1), tea], { promotions }).netSom).toBe(94_500 + 10_000);
    expect(price([line('a', 112_000, 1), tea], { promotions }).netSom).toBe(100_800);
  });

  it('is only so many pieces, and waits to be put into the basket', () => {
    expect(price([line('a', 100_000, 1), line('tea', 10_000, 3)], { promotions: [teaFrom100] }).netSom).toBe(
      120_000,
    );
    const waiting = price([line('a', 100_000, 1)], { promotions: [teaFrom100] });
    expect(waiting.promotions).toMatchObject([{ outcome: { kind: 'incomplete' } }]);
    expect(waiting.misses).toMatchObject([{ promotionId: 'gift', missingThousandths: 1_000 }]);
  });

  it('comes back as nothing when it is returned alone', () => {
    const priced = price([line('a', 100_000, 1), tea], { promotions: [teaFrom100] });
    expect(priced.lines.map((each) => each.settledSom)).toEqual([100_000, 0]);
  });
});

describe('rewards', () => {
  const lines = [line('tea', 30_000, 2), line('bread', 5_000, 1)];

  it('multiply the bonus of their lines, the largest on each', () => {
    const promotions = [
      reward('double', { kind: 'bonusMultiplier', timesBasisPoints: 20_000 }),
      reward('triple', { kind: 'bonusMultiplier', timesBasisPoints: 30_000 }, { scope: onlyProducts('tea') }),
    ];
    const priced = price(lines, { promotions });
    expect(priced.lines.map((each) => each.bonusBasisPoints)).toEqual([600, 400]);
    expect(priced.netSom).toBe(65_000);
    expect(priced.rewards.map(({ promotionId, lineIds }) => [promotionId, lineIds])).toEqual([
      ['double', ['line-bread']],
      ['triple', ['line-tea']],
    ]);
  });

  it('give tickets for every so many soʻm that were paid, stamps for every piece, and a coupon', () => {
    const promotions = [
      onBasket('b', amount(6_000)),
      reward('tickets', {
        kind: 'tickets',
        drawId: 'autumn',
        tickets: 2,
        per: { kind: 'sum', eachSom: som(20_000) },
      }),
      reward('stamps', { kind: 'stamps', stampCardId: 'coffee', stamps: 1, per: { kind: 'piece' } }),
      reward('coupon', { kind: 'nextCoupon', seriesId: 'pizza', partnerId: 'bellissimo' }),
    ];
    // 59 000 are paid: two full 20 000, two tickets each.
    expect(
      price(lines, { promotions }).rewards.map(({ promotionId, count }) => [promotionId, count]),
    ).toEqual([
      ['coupon', 1],
      ['stamps', 3],
      ['tickets', 4],
    ]);
  });

  it('are not given where their conditions do not hold or a promotion that stands alone holds the goods', () => {
    const from100 = { conditions: [{ kind: 'minimumSum', minimumSom: som(100_000) }] } as const;
    const coupons = (more: Parameters<typeof reward>[2]) =>
      reward('c', { kind: 'nextCoupon', seriesId: 's', partnerId: null }, more);
    expect(price(lines, { promotions: [coupons(from100)] }).rewards).toEqual([]);
    const alone = onGoods('alone', percent(10), { combines: 'alone' });
    const priced = price(lines, { promotions: [coupons({}), alone] });
    expect(priced.rewards).toEqual([]);
    expect(priced.promotions).toContainEqual(
      expect.objectContaining({ promotionId: 'c', outcome: { kind: 'heldByAnother', by: 'alone' } }),
    );
  });

  it('that stand alone are given only for goods that no promotion has touched', () => {
    const alone = reward(
      'r',
      { kind: 'stamps', stampCardId: 'x', stamps: 1, per: { kind: 'receipt' } },
      { combines: 'alone' },
    );
    expect(price(lines, { promotions: [alone] }).rewards).toHaveLength(1);
    expect(price(lines, { promotions: [alone, onGoods('p', percent(10))] }).rewards).toEqual([]);
  });
});

describe('sets that want the same pieces', () => {
  it('say which other set was better', () => {
    const priced = price([line('a', 10_000, 4)], {
      promotions: [onGoods('four', cheapestFree(4)), onGoods('two', cheapestFree(2))],
    });
    expect(priced.promotions).toMatchObject([
      { promotionId: 'four', outcome: { kind: 'outdone', by: 'two' } },
      { promotionId: 'two', outcome: { kind: 'applied', amountSom: 20_000 } },
    ]);
  });
});
