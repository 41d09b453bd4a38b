/** The margin on goods whose purchase price is known, VAT by rate, and debts by age, worked out by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOfLine } from '../../../shared/catalogue/purchasePrice.ts';
import { basisPoints, largestSom, som, thousandths } from '../../../shared/money.ts';
import { debtsBySpan, spanOf } from '../../../shared/report/debtSpans.ts';
import { marginOf, partBack } from '../../../shared/report/margin.ts';
import { vatByRate, vatLeft, vatOfReturn } from '../../../shared/report/vatByRate.ts';
import { businessDay } from '../../../shared/time.ts';

const goods = (known: number, cost: number, unknown = 0) => ({
  productId: `goods ${known} ${unknown}`,
  knownSom: som(known),
  costSom: som(cost),
  unknownSom: som(unknown),
  unknownLines: unknown === 0 ? 0 : 1,
});

describe('the margin', () => {
  test('is what is left of the sales without VAT, and says how much nobody could tell', () => {
    expect(marginOf([goods(100_000, 75_000), goods(0, 0, 20_000)], [])).toEqual({
      salesSom: 100_000,
      costSom: 75_000,
      marginSom: 25_000,
      marginBasisPoints: 2500,
      unknownSom: 20_000,
      unknownProducts: 1,
    });
  });

  test('goes back with the goods: 10 000 that had cost 8 000 leave 23 000 of 90 000', () => {
    const back = {
      netSom: som(11_200),
      lineVatSom: som(1_200),
      lineCostSom: som(8_000),
      soldThousandths: 1000,
      beforeThousandths: 0,
      backThousandths: 1000,
    };
    expect(marginOf([goods(100_000, 75_000)], [back])).toMatchObject({
      salesSom: 90_000,
      costSom: 67_000,
      marginSom: 23_000,
      marginBasisPoints: 2556,
    });
  });

  test('of a month in which nothing was sold is no percent', () => {
    expect(marginOf([], [], som(5_000))).toMatchObject({ marginBasisPoints: null, unknownSom: -5_000 });
  });

  test('any sequence of part returns takes back exactly what the line had cost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
        (cost, pieces) => {
          const sold = pieces.reduce((sum, each) => sum + each, 0) * 1000;
          let before = 0;
          let back = 0;
          for (const each of pieces) {
            back += partBack(som(cost), {
              soldThousandths: sold,
              beforeThousandths: before,
              backThousandths: each * 1000,
            });
            before += each * 1000;
          }
          expect(back).toBe(cost);
        },
      ),
    );
  });
});

describe('what a line cost the shop', () => {
  test.each([
    [8_000, 2_000, 16_000],
    [8_333, 1_250, 10_416],
    [null, 2_000, null],
  ])('%s for %s thousandths is %s', (cost, quantity, expected) => {
    expect(costOfLine(cost === null ? null : som(cost), thousandths(quantity))).toBe(expected);
  });

  test('a purchase price that no receipt could hold never stops a sale', () => {
    expect(costOfLine(som(largestSom), thousandths(2_000))).toBeNull();
  });
});

describe('VAT of a return', () => {
  const line = (netSom: number, rate: number | null) => ({
    netSom: som(netSom),
    rateBasisPoints: rate === null ? null : basisPoints(rate),
  });

  test('all of it belongs to the rate that has any', () => {
    const vat = vatOfReturn([line(11_200, 1200), line(3_000, null)], som(1_200));
    expect(vat.map(({ vatSom }) => vatSom)).toEqual([1_200, 0]);
  });

  test('two rates share it by what they have inside, to the last soʻm', () => {
    const vat = vatOfReturn([line(11_200, 1200), line(10_500, 500)], som(1_701));
    expect(vat.map(({ vatSom }) => vatSom)).toEqual([1_201, 500]);
  });

  test('so little that no line has a whole soʻm inside still goes to a line with a rate', () => {
    const vat = vatOfReturn([line(2, null), line(3, 1200)], som(1));
    expect(vat.map(({ vatSom }) => vatSom)).toEqual([0, 1]);
  });
});

test('rates stand with the highest first, and what is left of each is sold less back', () => {
  const of = (rate: number | null, netSom: number, vatSom: number) => ({
    rateBasisPoints: rate === null ? null : basisPoints(rate),
    netSom: som(netSom),
    vatSom: som(vatSom),
  });
  const rates = vatByRate([of(null, 5_000, 0), of(1200, 22_400, 2_400)], [of(1200, 11_200, 1_200)]);
  expect(vatLeft(rates)).toEqual([of(1200, 11_200, 1_200), of(null, 5_000, 0)]);
});

describe('debts by age', () => {
  const last = businessDay('2026-11-30');

  test.each([
    ['2026-11-30', 'upTo30'],
    ['2026-10-31', 'upTo30'],
    ['2026-10-30', 'upTo90'],
    ['2026-09-01', 'upTo90'],
    ['2026-08-31', 'upTo180'],
    ['2026-06-02', 'over180'],
  ])('taken on %s it is %s', (takenOn, span) => {
    expect(spanOf(businessDay(takenOn), last)).toBe(span);
  });

  test('sums of all ages are told, also where nobody owes anything', () => {
    const debts = [
      { takenOn: businessDay('2026-11-02'), openSom: som(10_000) },
      { takenOn: businessDay('2026-11-03'), openSom: som(5_000) },
    ];
    expect(debtsBySpan(debts, last).map(({ openSom }) => openSom)).toEqual([15_000, 0, 0, 0]);
  });
});
