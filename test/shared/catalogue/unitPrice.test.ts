import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContentUnit, contentUnits, unitPrice } from '../../../shared/catalogue/unitPrice.ts';
import { som, thousandths } from '../../../shared/money.ts';

const of = (size: number, unit: ContentUnit) => ({ thousandths: thousandths(size), unit });

describe('the price of a kilogram, a litre, a metre or a piece', () => {
  it.each([
    // 18 500 for 250 g: four of them are a kilogram.
    [18_500, of(250, 'kilogram'), 74_000],
    // 14 000 for 0.9 l: 14 000 × 10 ÷ 9 = 15 555.55…, half up.
    [14_000, of(900, 'litre'), 15_556],
    // 25 000 for 12 pieces: 2 083.33…
    [25_000, of(12_000, 'piece'), 2083],
    // 9 000 for 1.5 l: exactly 6 000.
    [9000, of(1500, 'litre'), 6000],
    // 15 000 for 8 m: 1 875 exactly.
    [15_000, of(8000, 'metre'), 1875],
    // 1 for 2 pieces: half a so'm is rounded up.
    [1, of(2000, 'piece'), 1],
  ])('%i so’m for a pack of %o is %i for one', (price, content, expected) => {
    expect(unitPrice(som(price), 'piece', content)).toEqual({ priceSom: expected, unit: content.unit });
    expect(unitPrice(som(price), 'pack', content)).toEqual({ priceSom: expected, unit: content.unit });
  });

  it('is not told where nobody said what a pack holds', () => {
    expect(unitPrice(som(18_500), 'piece', null)).toBeNull();
  });

  it('is not told twice: goods that are weighed or measured have it on the tag', () => {
    for (const soldBy of ['kilogram', 'litre', 'metre'] as const)
      expect(unitPrice(som(18_500), soldBy, of(250, 'kilogram'))).toBeNull();
  });

  it('is not told where it is the price itself', () => {
    for (const unit of contentUnits) expect(unitPrice(som(18_500), 'piece', of(1000, unit))).toBeNull();
  });

  it('is not told of half a piece, nor where it would be nothing, nor where the till cannot count so far', () => {
    expect(unitPrice(som(18_500), 'piece', of(500, 'piece'))).toBeNull();
    expect(unitPrice(som(1), 'pack', of(3000, 'piece'))).toBeNull();
    expect(unitPrice(som(999_999_999_999), 'piece', of(1, 'kilogram'))).toBeNull();
  });

  it('times what the pack holds is the price of the pack, to half a so’m of each unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom(...contentUnits),
        (price, size, unit) => {
          const told = unitPrice(som(price), 'piece', of(size, unit));
          if (told === null) return;
          expect(told.unit).toBe(unit);
          // |unit price × size − price × 1000| ≤ size ÷ 2
          expect(Math.abs(2 * (told.priceSom * size - price * 1000))).toBeLessThanOrEqual(size);
        },
      ),
    );
  });

  it('never rises when the same price buys more', () => {
    const priced = (price: number, size: number) =>
      unitPrice(som(price), 'piece', of(size, 'kilogram'))?.priceSom ?? null;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 50_000 }),
        (price, size, more) => {
          const [small, large] = [priced(price, size), priced(price, size + more)];
          if (small !== null && large !== null) expect(large).toBeLessThanOrEqual(small);
        },
      ),
    );
  });
});
