/** Rule 5: which promotions work together, which stand alone, and how the tier tops up. */
import { describe, expect, it } from 'vitest';
import { som } from '../../../shared/money.ts';
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
  tier,
} from '../baskets.ts';

const coat = line('coat', 100_000, 1);
const sources = (priced: PricedBasket) =>
  priced.lines.flatMap((each) => each.adjustments.map((adjustment) => adjustment.sourceId));

describe('the best of each level', () => {
  it('takes the best promotion on each line and the best on the basket', () => {
    const promotions = [
      onGoods('five', percent(5)),
      onGoods('ten', percent(10)),
      onBasket('small', amount(1_000)),
      onBasket('large', amount(3_000)),
    ];
    const priced = price([coat], { promotions });
    expect(sources(priced)).toEqual(['ten', 'large']);
    expect(priced.netSom).toBe(87_000);
  });

  it('may take another promotion on another line', () => {
    const promotions = [
      onGoods('tea', percent(30), { scope: onlyProducts('tea') }),
      onGoods('all', percent(10)),
    ];
    const priced = price([line('tea', 10_000, 1), line('bread', 10_000, 1)], { promotions });
    expect(sources(priced)).toEqual(['tea', 'all']);
  });

  it('breaks a tie by the larger priority, then by the smaller id, and never gives nothing', () => {
    const tie = [onGoods('b', percent(10)), onGoods('a', percent(10))];
    expect(sources(price([coat], { promotions: tie }))).toEqual(['a']);
    const preferred = [onGoods('a', percent(10)), onGoods('b', percent(10), { priority: 1 })];
    expect(sources(price([coat], { promotions: preferred }))).toEqual(['b']);
  });
});

describe('a promotion that stands alone', () => {
  const alone = { combines: 'alone' } as const;

  it('wins when it makes the receipt cheaper, and then excludes all others and the coupon on its lines', () => {
    const priced = price([coat], {
      promotions: [
        onGoods('alone', percent(30), alone),
        onGoods('goods', percent(10)),
        onBasket('b', amount(5_000)),
      ],
      coupon: coupon({ benefit: amount(5_000) }),
    });
    expect(sources(priced)).toEqual(['alone']);
    expect(priced.netSom).toBe(70_000);
    expect(priced.coupon).toMatchObject({ kind: 'setAside', promotion: { uz: 'aksiya' } });
  });

  it('loses when the others together are cheaper', () => {
    const priced = price([coat], {
      promotions: [
        onGoods('alone', percent(15), alone),
        onGoods('goods', percent(10)),
        onBasket('b', amount(5_001)),
      ],
    });
    // 100 000 − 10 000 − 5 001 against 85 000.
    expect(priced.netSom).toBe(84_999);
  });

  it('on a tie the larger priority wins, then the smaller id', () => {
    const rest = onGoods('m', percent(15));
    const withAlone = (id: string, priority: number) =>
      sources(price([coat], { promotions: [onGoods(id, percent(15), { ...alone, priority }), rest] }));
    expect(withAlone('z', 1)).toEqual(['z']);
    expect(withAlone('z', 0)).toEqual(['m']);
    expect(withAlone('a', 0)).toEqual(['a']);
  });

  it('keeps the coupon for another day when both give the same', () => {
    const priced = price([coat], {
      promotions: [onGoods('alone', percent(5), alone)],
      coupon: coupon({ benefit: amount(5_000) }),
    });
    expect(priced.coupon.kind).toBe('setAside');
  });

  it('touches only its own lines: the others keep their promotions and the coupon', () => {
    const lines = [line('tea', 20_000, 1), line('bread', 10_000, 1)];
    const priced = price(lines, {
      promotions: [
        onGoods('tea', percent(50), { ...alone, scope: onlyProducts('tea') }),
        onBasket('b', basketPercent(10)),
      ],
      coupon: coupon({ benefit: amount(2_000) }),
    });
    expect(priced.lines.map((each) => each.netSom)).toEqual([10_000, 7_000]);
  });

  it('still lets its goods count for the minimum of a coupon', () => {
    const lines = [line('tea', 40_000, 1), line('bread', 20_000, 1)];
    const priced = price(lines, {
      promotions: [onGoods('tea', percent(25), { ...alone, scope: onlyProducts('tea') })],
      coupon: coupon({ benefit: amount(5_000), minimumSom: som(50_000) }),
    });
    expect(priced.lines.map((each) => each.netSom)).toEqual([30_000, 15_000]);
  });

  it('may be one on the basket or a set as well', () => {
    const whole = price([coat], {
      promotions: [onBasket('alone', basketPercent(20), alone), onGoods('goods', percent(10))],
    });
    expect(sources(whole)).toEqual(['alone']);
    const set = price([line('a', 10_000, 2), line('b', 10_000, 1)], {
      promotions: [onGoods('alone', cheapestFree(3), alone), onGoods('goods', percent(10))],
    });
    expect(set.netSom).toBe(20_000);
    expect(sources(set)).toEqual(['alone']);
  });

  it('wins together with another where neither wins by itself', () => {
    const lines = ['a', 'b', 'c'].map((id) => line(id, 9_000, 1));
    const off5000 = (id: string) =>
      onGoods(
        `alone-${id}`,
        { kind: 'amountPerUnit', amountSom: som(5_000) },
        { ...alone, scope: onlyProducts(id) },
      );
    const set = onGoods('set', cheapestFree(3));
    // The set gives 9 000; one alone breaks it and gives 5 000, both give 10 000.
    expect(price(lines, { promotions: [set, off5000('a')] }).netSom).toBe(18_000);
    expect(price(lines, { promotions: [set, off5000('a'), off5000('b')] }).netSom).toBe(17_000);
  });

  it('finds the best of several that want different lines', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => line(id, 10_000, 1));
    const promotions = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
      onGoods(`alone-${id}`, percent(20), { ...alone, scope: onlyProducts(id) }),
    );
    const rest = onBasket('rest', basketPercent(10));
    expect(price(lines, { promotions: [...promotions, rest] }).netSom).toBe(48_000);
  });
});

describe('the tier tops up', () => {
  it('adds only what is missing to its rate: 5 % on the goods and a tier of 8 % are 5 000 and 3 000', () => {
    const priced = price([coat], { promotions: [onGoods('p', percent(5))], tier: tier(8) });
    expect(priced.lines[0]?.adjustments.map((each) => each.amountSom)).toEqual([5_000, 3_000]);
  });

  it('adds nothing where the promotion gives more', () => {
    expect(price([coat], { promotions: [onGoods('p', percent(10))], tier: tier(8) }).netSom).toBe(90_000);
  });

  it('without a promotion on the goods takes its rate of what the line costs after the coupon', () => {
    const priced = price([coat], {
      promotions: [onBasket('b', amount(10_000))],
      coupon: coupon({ benefit: amount(10_000) }),
      tier: tier(10),
    });
    expect(priced.netSom).toBe(72_000);
  });

  it('never takes more than is left of the line', () => {
    const priced = price([coat], {
      promotions: [onGoods('p', percent(10)), onBasket('b', amount(85_000))],
      tier: tier(50),
    });
    expect(priced.netSom).toBe(0);
  });

  it('tops up beside a promotion that stands alone', () => {
    const alone = onGoods('alone', percent(5), { combines: 'alone' });
    expect(price([coat], { promotions: [alone], tier: tier(8) }).netSom).toBe(92_000);
  });
});
