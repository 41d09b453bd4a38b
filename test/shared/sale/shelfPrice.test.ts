/** The shelf's price as the first discount by hand of its line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BasketLine } from '../../../shared/basket.ts';
import { addSom, basisPoints, lineAmount, som, thousandths } from '../../../shared/money.ts';
import { manualAdjustments, measureManual } from '../../../shared/sale/manualDiscount.ts';
import { priceBasket } from '../../../shared/sale/priceBasket.ts';
import { costAtShelf, shelfAdjustment, shelfPriceOff } from '../../../shared/sale/shelfPrice.ts';
import { businessDay } from '../../../shared/time.ts';

interface Given {
  readonly till: number;
  readonly shelf: number | null;
  readonly atMost?: number | null;
  readonly thousandths?: number;
  readonly off?: number;
  readonly lineId?: string;
  readonly isDiscountable?: boolean;
}

function line({ till, shelf, ...given }: Given): BasketLine {
  const atMost = given.atMost ?? null;
  return {
    lineId: given.lineId ?? 'a',
    productId: given.lineId ?? 'a',
    categoryId: null,
    name: { uz: 'Guruch' },
    unit: 'kilogram',
    priceSom: som(till),
    quantityThousandths: thousandths(given.thousandths ?? 1_000),
    vatBasisPoints: null,
    manualDiscount: given.off === undefined ? null : { amountSom: som(given.off), reason: 'egilgan' },
    shelfPrice:
      shelf === null ? null : { priceSom: som(shelf), atMostSom: atMost === null ? null : som(atMost) },
    bonusBasisPoints: basisPoints(0),
    isDiscountable: given.isDiscountable ?? true,
  };
}

describe('what a shelf price takes off', () => {
  it.each([
    [{ till: 12_000, shelf: 10_000, atMost: 10_000 }, 2_000],
    [{ till: 12_000, shelf: 10_000, atMost: 10_000, thousandths: 8_000 }, 10_000],
    [{ till: 12_000, shelf: 10_000, thousandths: 8_000 }, 16_000],
    [{ till: 12_000, shelf: 10_000, thousandths: 333 }, 666],
    [{ till: 9_500, shelf: 10_000 }, 0],
    [{ till: 10_000, shelf: 10_000 }, 0],
    [{ till: 10_000, shelf: 0 }, 10_000],
    [{ till: 10_000, shelf: null }, 0],
  ])('%o: %i', (given, offSom) => {
    expect(shelfPriceOff(line(given))).toBe(offSom);
    expect(shelfAdjustment(line(given))).toHaveLength(offSom === 0 ? 0 : 1);
  });

  it('leaves the customer exactly the shelf price, whatever was weighed', () => {
    const price = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(price, price, fc.integer({ min: 1, max: 99_999 }), (till, shelf, weighed) => {
        const given = line({ till, shelf, thousandths: weighed });
        expect(costAtShelf(given)).toBe(lineAmount(som(Math.min(till, shelf)), thousandths(weighed)));
      }),
    );
  });
});

const totalOf = (adjustments: readonly { readonly amountSom: number }[]) =>
  adjustments.reduce((sum, { amountSom }) => sum + amountSom, 0);

describe('beside discounts by hand', () => {
  const grossOf = (lines: readonly BasketLine[]) =>
    lines.map((each) => lineAmount(each.priceSom, each.quantityThousandths));

  it('comes first, and what is given by hand is taken of what is left', () => {
    const lines = [line({ till: 10_000, shelf: 8_000, off: 400 })];
    const [own = []] = manualAdjustments(lines, grossOf(lines), {
      discount: { kind: 'percent', rateBasisPoints: basisPoints(1_000) },
      reason: 'ulgurji',
    });
    // 8 000 − 400 = 7 600, and 10 % of it.
    expect(own.map(({ sourceId, amountSom }) => [sourceId, amountSom])).toEqual([
      ['shelfPrice', 2_000],
      ['manual', 400],
      ['manual', 760],
    ]);
    expect(measureManual(lines, null, 'a')).toEqual({ takenSom: 400, ofSom: 8_000 });
  });

  it('is given also on goods that are never discounted', () => {
    const lines = [line({ till: 10_000, shelf: 8_000, off: 400, isDiscountable: false })];
    expect(manualAdjustments(lines, grossOf(lines), null)[0]).toMatchObject([{ amountSom: 2_000 }]);
  });

  it('never takes more than the goods cost', () => {
    const price = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(price, price, price, fc.integer({ min: 0, max: 10_000 }), (till, shelf, off, rate) => {
        const lines = [line({ till, shelf, off })];
        const [own = []] = manualAdjustments(lines, grossOf(lines), {
          discount: { kind: 'percent', rateBasisPoints: basisPoints(rate) },
          reason: 'ulgurji',
        });
        expect(totalOf(own)).toBeLessThanOrEqual(till);
      }),
    );
  });
});

describe('in a whole basket', () => {
  const priced = (lines: readonly BasketLine[], cap: number | null, tier = 5_000) =>
    priceBasket({
      lines,
      day: businessDay('2026-11-22'),
      promotions: [],
      coupon: null,
      tier: { tierId: 'gold', rateBasisPoints: basisPoints(tier), name: { uz: 'Oltin' } },
      discountCapBasisPoints: cap === null ? null : basisPoints(cap),
    });

  it('is no discount for the shop’s cap: that is reckoned on the shelf’s price and cuts all the rest first', () => {
    const lines = [line({ till: 10_000, shelf: 4_000 })];
    // The tier takes half of 4 000; a cap of 10 % leaves it 400.
    expect(priced(lines, null).netSom).toBe(2_000);
    expect(priced(lines, 1_000).netSom).toBe(3_600);
    expect(priced(lines, 0).netSom).toBe(4_000);
  });

  it('keeps its line at the shelf’s price while the cap cuts what was given by hand on another', () => {
    const lines = [
      line({ till: 10_000, shelf: 4_000, lineId: 'a' }),
      line({ till: 10_000, shelf: null, lineId: 'b', off: 4_000 }),
    ];
    // 10 % of 4 000 and 10 000 is all that may go: 1 400 of the 4 000.
    const { lines: cut } = priced(lines, 1_000, 0);
    expect(cut.map(({ netSom }) => netSom)).toEqual([4_000, 8_600]);
  });

  it('makes the same total in whatever order the goods are scanned', () => {
    const given = fc.record({
      till: fc.integer({ min: 1, max: 500 }),
      shelf: fc.option(fc.integer({ min: 0, max: 500 })),
    });
    fc.assert(
      fc.property(fc.array(given, { minLength: 2, maxLength: 4 }), (list) => {
        const lines = list.map((each, index) => line({ ...each, lineId: `l${index}` }));
        const there = priced(lines, 3_000);
        const back = priced(lines.toReversed(), 3_000);
        expect(back.netSom).toBe(there.netSom);
        expect(addSom(...there.lines.map(({ netSom }) => netSom))).toBe(there.netSom);
      }),
    );
  });
});
