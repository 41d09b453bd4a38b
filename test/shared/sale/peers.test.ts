/**
 * Prices that the tests of other tills assert, where our rules say the same; a soʻm stands for a cent. Where we differ on
 * purpose the test says so with the number of our rule in docs/rules.md.
 */
import { describe, expect, it } from 'vitest';
import type { BasketLine } from '../../../shared/basket.ts';
import { basisPoints, som, thousandths } from '../../../shared/money.ts';
import type { Condition } from '../../../shared/promotion/condition.ts';
import type { Promotion } from '../../../shared/promotion/promotion.ts';
import type { BasketToPrice } from '../../../shared/sale/priceBasket.ts';
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
} from '../baskets.ts';

const net = (
  lines: readonly BasketLine[],
  promotions: readonly Promotion[],
  more: Partial<BasketToPrice> = {},
) => price(lines, { promotions, ...more }).netSom;
const minimum = (sum: number): { conditions: readonly Condition[] } => ({
  conditions: [{ kind: 'minimumSum', minimumSom: som(sum) }],
});
const pieces = (count: number): { conditions: readonly Condition[] } => ({
  conditions: [{ kind: 'minimumQuantity', minimumThousandths: thousandths(count * 1000) }],
});
const buyGet = (buyPieces: number, getPieces: number, more = {}) =>
  ({ kind: 'buyGet', buyPieces, getPieces, off: percent(100), atMostTimes: null, ...more }) as const;
const only = (...ids: string[]) => ({ scope: onlyProducts(...ids) });

const cabinet = (count: number) => line('cabinet', 32_000, count);
const chair = (count: number) => line('chair', 1_650, count);
const drawer = (count: number) => line('drawer', 2_500, count);
const organizer = (count: number) => line('organizer', 510, count);
const pen = (count: number) => line('pen', 320, count);

describe('free goods, as Odoo, ERPNext and Vendure count them', () => {
  it('buy three cabinets, get the fourth: four in the basket, three are paid, and 10 % of these three (A1)', () => {
    const promotions = [onGoods('p', buyGet(3, 1))];
    expect(net([cabinet(4)], promotions)).toBe(96_000);
    expect(net([cabinet(4)], [...promotions, onBasket('code', basketPercent(10))])).toBe(86_400);
  });

  it('two cabinets bring nothing (A2)', () => {
    expect(net([cabinet(2)], [onGoods('p', buyGet(3, 1))])).toBe(64_000);
  });

  it('three drawers bring exactly one free table (A4)', () => {
    const promotions = [onGoods('p', buyGet(3, 1, { get: onlyProducts('table') }), only('drawer'))];
    expect(net([drawer(3), line('table', 4_000_000, 1)], promotions)).toBe(7_500);
    expect(net([drawer(3), line('table', 4_000_000, 2)], promotions)).toBe(4_007_500);
  });

  it('a chair is free from two chairs and 3 300 of chairs on (A5)', () => {
    const gift = onGoods(
      'p',
      { kind: 'gift', of: onlyProducts('chair'), pieces: 1 },
      { ...only('chair'), conditions: [...minimum(3_300).conditions, ...pieces(2).conditions] },
    );
    expect(net([chair(2), drawer(1)], [gift])).toBe(5_800);
    expect(net([chair(3), drawer(1)], [gift])).toBe(5_800);
    expect(net([chair(3)], [gift])).toBe(3_300);
  });

  it('one drawer makes all tables free (A7)', () => {
    const tables = onGoods('p', percent(100), {
      ...only('table'),
      conditions: [{ kind: 'contains', of: onlyProducts('drawer') }],
    });
    expect(net([drawer(2), line('table', 4_000_000, 1)], [tables])).toBe(5_000);
    expect(net([drawer(2), line('table', 4_000_000, 2)], [tables])).toBe(5_000);
  });

  it('every third organizer is free: 3, 6 and 7 pieces (A8)', () => {
    const promotions = [onGoods('p', cheapestFree(3))];
    expect([3, 6, 7].map((count) => net([organizer(count)], promotions))).toEqual([1_020, 2_040, 2_550]);
  });

  it('three boards bring a pen, six bring two, none brings none (A10, A11)', () => {
    const promotions = [onGoods('p', buyGet(3, 1, { get: onlyProducts('pen') }), only('board'))];
    const boards = (count: number) => line('board', 198, count);
    expect(net([boards(3), pen(1)], promotions)).toBe(594);
    expect(net([boards(6), pen(2)], promotions)).toBe(1_188);
    expect(net([pen(1)], promotions)).toBe(320);
  });

  it('buy two of a tag, get the third: rule 7 takes the cheapest pieces, where Odoo takes one of each product (A13)', () => {
    const promotions = [onGoods('p', cheapestFree(3), { scope: { kind: 'tags', tags: ['sale'] } })];
    const a = (count: number) => line('A', 100, count, { tags: ['sale'] });
    const b = (count: number) => line('B', 500, count, { tags: ['sale'] });
    expect(net([a(3)], promotions)).toBe(200);
    expect(net([a(3), b(3)], promotions)).toBe(1_600);
    // Two sets, two free pieces of 100; Odoo asserts 1 200.
  });

  it('a free product that is not in the basket disturbs no other discount (A14)', () => {
    const promotions = [
      onGoods('p', buyGet(1, 1, { get: onlyProducts('B') }), only('A')),
      onGoods('c', percent(10), only('C')),
    ];
    expect(net([line('A', 4_000, 1), line('C', 10_000, 1)], promotions)).toBe(13_000);
  });

  it('ten free for every hundred: 150 bring ten and not fifteen (A17)', () => {
    const promotions = [onGoods('p', buyGet(100, 10, { get: onlyProducts('free') }), only('paid'))];
    const off = (count: number) =>
      price([line('paid', 10, count), line('free', 10, 20)], { promotions }).discountSom;
    expect([100, 150, 200].map(off)).toEqual([100, 100, 200]);
  });

  it('buy B, get C (A19)', () => {
    const promotions = [onGoods('p', buyGet(1, 1, { get: onlyProducts('C') }), only('B'))];
    expect(net([line('B', 8_000, 1), line('C', 2_000, 1)], promotions)).toBe(8_000);
  });

  it('all is free from three pieces on (A20)', () => {
    const promotions = [onGoods('p', percent(100), pieces(3))];
    expect(net([line('a', 6_000, 1), line('b', 1_200, 1)], promotions)).toBe(7_200);
    expect(net([line('a', 6_000, 2), line('b', 1_200, 1)], promotions)).toBe(0);
  });
});

describe('discounts on the whole basket', () => {
  it('10 % automatic: a second one on the basket does not add up, the best works (B1)', () => {
    expect(net([cabinet(1)], [onBasket('a', basketPercent(10)), onBasket('b', basketPercent(10))])).toBe(
      28_800,
    );
  });

  it('24 900 off never goes below nothing (B2)', () => {
    const promotions = [onBasket('p', amount(24_900))];
    expect(net([drawer(1)], promotions)).toBe(0);
    expect(net([drawer(17)], promotions)).toBe(17_600);
  });

  it('a coupon larger than the goods leaves nothing, and no VAT (B4)', () => {
    const taxed = line('a', 11_500, 1, { vatBasisPoints: basisPoints(1500) });
    expect(price([taxed], { coupon: coupon({ benefit: amount(30_000) }) })).toMatchObject({
      netSom: 0,
      vatSom: 0,
    });
  });

  it('rule 6: a coupon looks at the basket before basket promotions, where Odoo refuses it after them (B5)', () => {
    const priced = price([line('a', 16_500, 1)], {
      promotions: [onBasket('p', amount(10_000), minimum(10_000))],
      coupon: coupon({ benefit: amount(10_000), minimumSom: som(10_000) }),
    });
    expect(priced.coupon).toMatchObject({ kind: 'applied', amountSom: 6_500 });
    expect(priced.netSom).toBe(0);
  });

  it('rule 4: the order of applying never matters, where Odoo gives 1 350 or 2 385 (B7, B8)', () => {
    const lines = [line('a', 11_500, 1), line('b', 10_000, 1), line('c', 10_000, 1)];
    const rules = {
      promotions: [onBasket('p', basketPercent(10))],
      coupon: coupon({ benefit: amount(28_850) }),
    };
    // 10 % of 31 500 is 3 150; the coupon takes what is left.
    expect(price(lines, rules).netSom).toBe(0);
    expect(price([...lines].reverse(), rules).netSom).toBe(0);
  });

  it('steps of the receipt: the best step only, at every quantity anew (B10, B11)', () => {
    const steps = onBasket('p', {
      kind: 'sumSteps',
      steps: [1_000, 1_500, 2_000, 2_500].map((rate, place) => ({
        kind: 'percent',
        fromSom: som([150_000, 175_000, 200_000, 250_000][place] ?? 0),
        rateBasisPoints: basisPoints(rate),
      })),
    });
    const unit = (count: number) => net([line('a', 11_800, count)], [steps]);
    expect([14, 17, 20, 14].map(unit)).toEqual([148_680, 160_480, 188_800, 148_680]);
    // 15 × 11 800 = 177 000 at 15 %: no stale discount of the step before.
    expect(unit(15)).toBe(150_450);
  });

  it('an edited promotion is priced anew (B14)', () => {
    expect(net([line('a', 1_000, 1)], [onBasket('p', amount(1_000))])).toBe(0);
    expect(net([line('a', 1_000, 1)], [onBasket('p', amount(500))])).toBe(500);
  });

  it('a cap of 4 000 is shared over two lines of one promotion, largest remainder (B17)', () => {
    const capped = onBasket('p', basketPercent(100, 4_000), only('A', 'B'));
    const lines = [line('trigger', 3_450, 1), line('A', 1_500, 2), line('B', 2_500, 1)];
    const priced = price(lines, { promotions: [capped] });
    expect(priced.netSom).toBe(4_950);
    expect(priced.lines.map((each) => each.grossSom - each.netSom)).toEqual([0, 2_182, 1_818]);
  });

  it('a fixed discount stops at the price (B19)', () => {
    const a = line('a', 10_000, 1);
    expect([1_000, 10_000, 20_000].map((off) => net([a], [onBasket('p', amount(off))]))).toEqual([
      9_000, 0, 0,
    ]);
  });

  it('20 % and 10.5 % of 6 000 (B20)', () => {
    const a = line('a', 600_000, 1);
    expect(net([a], [onBasket('p', basketPercent(20))])).toBe(480_000);
    expect(net([a], [onBasket('p', basketPercent(10.5))])).toBe(537_000);
  });

  it('a fixed discount on a line is taken once and not per piece (B23)', () => {
    expect(net([line('a', 1_000, 3)], [onGoods('p', { kind: 'amountPerLine', amountSom: som(1_000) })])).toBe(
      2_000,
    );
  });

  it('100 % off, and a discount as large as the price, leave exactly nothing (B25, F19)', () => {
    const a = line('a', 5_000, 1);
    expect(net([a], [onGoods('p', percent(100))])).toBe(0);
    expect(net([a], [onGoods('p', { kind: 'amountPerUnit', amountSom: som(5_000) })])).toBe(0);
    expect(price([a], { coupon: coupon({ benefit: basketPercent(100) }) }).netSom).toBe(0);
  });

  it('15 %, −1 000 and a price of 3 000 (B26)', () => {
    const a = line('a', 5_000, 1);
    expect(net([a], [onGoods('p', percent(15))])).toBe(4_250);
    expect(net([a], [onGoods('p', { kind: 'amountPerUnit', amountSom: som(1_000) })])).toBe(4_000);
    expect(net([a], [onGoods('p', { kind: 'fixedPrice', priceSom: som(3_000) })])).toBe(3_000);
  });

  it('rule 3: a percent is floored once on the line, where POS Awesome rounds the unit price (B28)', () => {
    // 25 pieces of 1 372 with 10 %: 34 300 − 3 430; per piece it would be 25 × 1 235 = 30 875.
    expect(net([line('a', 1_372, 25)], [onGoods('p', percent(10))])).toBe(30_870);
  });
});

describe('cheapest, certain goods, categories', () => {
  it('90 % off the cheapest of five pens (C1)', () => {
    expect(net([pen(5)], [onGoods('p', { kind: 'cheapest', off: percent(90) })])).toBe(1_312);
  });

  it('25 % on both products, on one, 30 % on the other (C4)', () => {
    const lines = [chair(4), drawer(2)];
    expect(net(lines, [onBasket('p', basketPercent(25))])).toBe(8_700);
    expect(net(lines, [onGoods('p', percent(25), only('chair'))])).toBe(9_950);
    expect(net(lines, [onGoods('p', percent(30), only('drawer'))])).toBe(10_100);
  });

  it('rule 5: of three times 10 % on the same product one works, where Odoo multiplies to 21 870 (C7, E5)', () => {
    const promotions = ['a', 'b', 'c'].map((id) => onGoods(id, percent(10)));
    expect(net([line('x', 30_000, 1)], promotions)).toBe(27_000);
  });

  it('a discount never reaches the free piece (C8, D4)', () => {
    const promotions = [
      onGoods('free', buyGet(1, 1, { get: onlyProducts('gift') }), only('paid')),
      onBasket('ten', basketPercent(10)),
    ];
    expect(net([line('paid', 10_000, 1), line('gift', 10_000, 1)], promotions)).toBe(9_000);
    const eightOfTen = [onGoods('free', buyGet(4, 1)), onBasket('twenty', basketPercent(20))];
    expect(net([cabinet(10)], eightOfTen)).toBe(204_800);
  });

  it('50 % on a category, then on none (C11, C14)', () => {
    const lines = [line('A', 3_000, 1, { categoryId: 'food' }), line('B', 5_000, 1)];
    const food = { scope: { kind: 'categories', categoryIds: ['food'] } } as const;
    expect(net(lines, [onGoods('p', percent(50), food)])).toBe(6_500);
    expect(net(lines, [])).toBe(8_000);
  });

  it('10 % on jackets when trousers are there, and 2 000 off the basket (C16)', () => {
    const jackets = onGoods('jackets', percent(10), {
      ...only('jacket'),
      conditions: [{ kind: 'contains', of: onlyProducts('trousers') }],
    });
    const lines = [line('jacket', 10_000, 1), line('trousers', 8_000, 1)];
    expect(net(lines, [jackets])).toBe(17_000);
    expect(net(lines, [jackets, onBasket('b', amount(2_000))])).toBe(15_000);
    expect(net([line('jacket', 10_000, 1)], [jackets])).toBe(10_000);
  });
});
