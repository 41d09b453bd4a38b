/** Discounts by hand: what they take off a line and a basket, and who may give how much. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BasketLine } from '../../../shared/basket.ts';
import { basisPoints, lineAmount, som } from '../../../shared/money.ts';
import {
  type BasketManualDiscount,
  discountLimitOf,
  manualAdjustments,
  manualAmount,
  mayGive,
  measureManual,
} from '../../../shared/sale/manualDiscount.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { sameText } from '../../../shared/text.ts';
import { line, onGoods, percent, price } from '../baskets.ts';

const percentOff = (rate: number) => ({ kind: 'percent', rateBasisPoints: basisPoints(rate * 100) }) as const;
const sumOff = (sum: number) => ({ kind: 'amount', amountSom: som(sum) }) as const;
const onBasket = (
  discount: BasketManualDiscount['discount'],
  limit = 100,
  reason = 'mijoz uchun',
): BasketManualDiscount => ({
  discount,
  reason,
  personId: 'senior',
  atMostBasisPoints: basisPoints(limit * 100),
});
const byHand = (sum: number, limit = 100) => ({
  amountSom: som(sum),
  reason: 'shikastlangan',
  personId: 'cashier',
  atMostBasisPoints: basisPoints(limit * 100),
});
const grossOf = (lines: readonly BasketLine[]) =>
  lines.map((each) => lineAmount(each.priceSom, each.quantityThousandths));
const takenOff = (lines: readonly BasketLine[], basket: BasketManualDiscount | null = null) =>
  manualAdjustments(lines, grossOf(lines), basket).map((own) => own.map((each) => Number(each.amountSom)));

describe('a discount by hand', () => {
  it('of a percent floors once on the whole line: 15 % off 3 × 6 333 is 2 849', () => {
    expect(manualAmount(percentOff(15), som(18_999))).toBe(2_849);
  });

  it('of a sum never takes more than there is', () => {
    expect(manualAmount(sumOff(5_000), som(3_000))).toBe(3_000);
  });

  it('names the person who stands for it and the reason', () => {
    const [own] = manualAdjustments(
      [line('tea', 10_000, 1, { manualDiscount: byHand(500) })],
      [som(10_000)],
      null,
    );
    expect(own).toEqual([
      {
        lineId: 'line-tea',
        step: 'manual',
        sourceId: 'cashier',
        reason: sameText('shikastlangan'),
        amountSom: 500,
      },
    ]);
  });

  it('leaves goods alone that are never discounted', () => {
    const tobacco = line('tobacco', 10_000, 1, { isDiscountable: false, manualDiscount: byHand(500) });
    expect(takenOff([tobacco, line('tea', 10_000, 1)], onBasket(percentOff(10)))).toEqual([[], [1_000]]);
  });
});

describe('a discount on the whole basket', () => {
  it('floors once on the sum and is split by largest remainder: 10 % of 3 × 999 is 100, 100 and 99', () => {
    const lines = [line('a', 999, 1), line('b', 999, 1), line('c', 999, 1)];
    expect(takenOff(lines, onBasket(percentOff(10)))).toEqual([[100], [100], [99]]);
  });

  it('is taken of what the lines cost after their own discounts', () => {
    const lines = [line('a', 10_000, 1, { manualDiscount: byHand(1_000) }), line('b', 5_000, 1)];
    expect(takenOff(lines, onBasket(percentOff(10)))).toEqual([[1_000, 900], [500]]);
  });

  it('of a sum larger than the basket makes it free and no cheaper', () => {
    const lines = [line('a', 10_000, 1), line('b', 5_000, 1)];
    expect(takenOff(lines, onBasket(sumOff(20_000)))).toEqual([[10_000], [5_000]]);
  });

  it('works before any promotion: 10 % by hand, then 10 % of the rest', () => {
    const priced = price([line('a', 10_000, 1)], {
      manualDiscount: onBasket(percentOff(10)),
      promotions: [onGoods('p', percent(10))],
    });
    expect(priced.netSom).toBe(8_100);
    expect(priced.lines[0]?.adjustments.map(({ step, sourceId }) => [step, sourceId])).toEqual([
      ['manual', 'senior'],
      ['product', 'p'],
    ]);
  });

  it('is cut by the shop’s cap on discounts before the line’s own, which was given first', () => {
    const lines = [line('a', 10_000, 1, { manualDiscount: byHand(1_000) })];
    const priced = price(lines, {
      manualDiscount: onBasket(sumOff(2_000)),
      discountCapBasisPoints: basisPoints(1_500),
    });
    expect(priced.lines[0]?.adjustments.map((each) => each.amountSom)).toEqual([1_000, 500]);
  });
});

describe('what was granted is never widened', () => {
  it('by a smaller quantity: 500 of 10 000 was 5 %, and of one piece of 1 000 stays 5 %', () => {
    expect(takenOff([line('a', 1_000, 10, { manualDiscount: byHand(500, 5) })])).toEqual([[500]]);
    expect(takenOff([line('a', 1_000, 1, { manualDiscount: byHand(500, 5) })])).toEqual([[50]]);
  });

  it('by taking goods out: what line and basket lose together stays within the limit', () => {
    const tea = line('a', 10_000, 1, { manualDiscount: byHand(500, 5) });
    const rice = line('b', 30_000, 1);
    expect(takenOff([tea, rice], onBasket(sumOff(1_500), 5))).toEqual([[500, 361], [1_139]]);
    expect(takenOff([tea], onBasket(sumOff(1_500), 5))).toEqual([[500]]);
  });

  it('and a line that somebody with a higher limit stands for does not eat up the basket’s discount', () => {
    const tea = line('a', 10_000, 1, { manualDiscount: byHand(5_000, 100) });
    expect(takenOff([tea], onBasket(percentOff(5), 5))).toEqual([[5_000, 250]]);
  });
});

describe('who may give how much', () => {
  const settings = defaultSettings;
  const cashier = discountLimitOf({ role: 'cashier' }, settings);
  const senior = discountLimitOf({ role: 'senior' }, settings);
  const owner = discountLimitOf({ role: 'owner' }, settings);

  it('is a setting for cashiers and seniors, and no bound for the owner', () => {
    expect([cashier, senior, owner]).toEqual([500, 2_000, 10_000]);
  });

  it('is measured on the line with its share of the basket’s discount', () => {
    const lines = [line('a', 10_000, 1, { manualDiscount: byHand(500) }), line('b', 10_000, 1)];
    const alone = measureManual(lines, null, 'line-a');
    expect(alone).toEqual({ takenSom: 500, ofSom: 10_000 });
    expect(mayGive(sumOff(500), alone, cashier)).toBe(true);
    const withBasket = measureManual(lines, onBasket(percentOff(2)), 'line-a');
    expect(withBasket).toEqual({ takenSom: 690, ofSom: 10_000 });
    expect(mayGive(sumOff(500), withBasket, cashier)).toBe(false);
    expect(mayGive(sumOff(500), withBasket, senior)).toBe(true);
  });

  it('is measured on the basket with all that its lines lose already', () => {
    const lines = [line('a', 10_000, 1, { manualDiscount: byHand(600) }), line('b', 10_000, 1)];
    const measured = measureManual(lines, onBasket(sumOff(400)), null);
    expect(measured).toEqual({ takenSom: 1_000, ofSom: 20_000 });
    expect(mayGive(sumOff(400), measured, cashier)).toBe(true);
    const more = measureManual(lines, onBasket(sumOff(401)), null);
    expect(mayGive(sumOff(401), more, cashier)).toBe(false);
  });

  it('does not count goods that are never discounted', () => {
    const lines = [line('a', 10_000, 1), line('tobacco', 90_000, 1, { isDiscountable: false })];
    expect(measureManual(lines, onBasket(sumOff(500)), null)).toEqual({
      takenSom: 500,
      ofSom: 10_000,
    });
  });

  it('refuses too large a percent also while nothing is in the basket', () => {
    const empty = measureManual([], onBasket(percentOff(50)), null);
    expect(mayGive(percentOff(50), empty, cashier)).toBe(false);
    expect(mayGive(percentOff(5), empty, cashier)).toBe(true);
  });
});

describe('any basket with discounts by hand', () => {
  it('is never below nothing, loses what its adjustments say, and no more than was stood for', () => {
    const anyLine = fc.record({
      price: fc.integer({ min: 0, max: 100_000 }),
      pieces: fc.integer({ min: 1, max: 9 }),
      off: fc.integer({ min: 0, max: 200_000 }),
      limit: fc.integer({ min: 0, max: 100 }),
      isDiscountable: fc.boolean(),
    });
    const anyBasket = fc.record({
      lines: fc.array(anyLine, { minLength: 1, maxLength: 8 }),
      discount: fc.oneof(
        fc.integer({ min: 1, max: 100 }).map(percentOff),
        fc.integer({ min: 1, max: 300_000 }).map(sumOff),
      ),
      limit: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(anyBasket, ({ lines: wanted, discount, limit }) => {
        const lines = wanted.map((each, index) =>
          line(`p${index}`, each.price, each.pieces, {
            manualDiscount: byHand(each.off, each.limit),
            isDiscountable: each.isDiscountable,
          }),
        );
        const priced = price(lines, { manualDiscount: onBasket(discount, limit) });
        for (const each of priced.lines) {
          const off = each.adjustments.reduce((sum, { amountSom }) => sum + amountSom, 0);
          expect(each.netSom).toBe(each.grossSom - off);
          expect(each.netSom).toBeGreaterThanOrEqual(0);
          if (!each.isDiscountable) expect(off).toBe(0);
        }
        const open = priced.lines.filter((each) => each.isDiscountable);
        const openSom = open.reduce((sum, each) => sum + each.grossSom, 0);
        const highest = Math.max(limit, ...wanted.map((each) => each.limit));
        expect(priced.discountSom).toBeLessThanOrEqual(Math.floor((openSom * highest) / 100));
      }),
    );
  });
});
