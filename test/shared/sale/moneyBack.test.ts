/** Rule 9: money goes back as it came, and returned goods undo their part of each discount. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { som } from '../../../shared/money.ts';
import { discountsBack, type MoneyPaid, moneyBackAs } from '../../../shared/sale/moneyBack.ts';

const cash = (sum: number): MoneyPaid => ({ kind: 'cash', provider: null, leftSom: som(sum) });
const click = (sum: number): MoneyPaid => ({ kind: 'qr', provider: 'click', leftSom: som(sum) });
const humo = (sum: number): MoneyPaid => ({ kind: 'card', provider: 'humo', leftSom: som(sum) });
const written = (backSom: number, paid: readonly MoneyPaid[]) =>
  moneyBackAs(som(backSom), paid).map((tender) => [tender.provider ?? tender.kind, tender.amountSom]);

describe('money that goes back', () => {
  it.each([
    ['is cash first', 15_000, [click(10_000), cash(20_000)], [['cash', 15_000]]],
    [
      'then goes where the rest came from',
      25_000,
      [click(10_000), cash(20_000)],
      [
        ['cash', 20_000],
        ['click', 5_000],
      ],
    ],
    ['is never cash for a card', 50_000, [humo(50_000)], [['humo', 50_000]]],
    ['is cash for a debt that was repaid', 25_000, [], [['cash', 25_000]]],
    ['adds what rounding let go to the cash', 20_540, [cash(20_500)], [['cash', 20_540]]],
    ['is nothing for nothing', 0, [cash(20_500)], []],
  ] as const)('%s', (_, backSom, paid, tenders) => {
    expect(written(backSom, paid)).toEqual(tenders);
  });

  it('is always the whole sum', () => {
    const sum = fc.integer({ min: 0, max: 50_000 });
    fc.assert(
      fc.property(sum, sum, sum, sum, (backSom, inCash, byClick, byHumo) => {
        const tenders = moneyBackAs(som(backSom), [humo(byHumo), click(byClick), cash(inCash)]);
        expect(tenders.reduce((all, tender) => all + tender.amountSom, 0)).toBe(backSom);
        expect(tenders.every((tender) => tender.amountSom > 0)).toBe(true);
      }),
    );
  });
});

test('of 3 for 2 each piece undoes what the set took off it, also the one that was printed as free', () => {
  const line = (gross: number, settled: number, free: number) => ({
    grossSom: som(gross),
    settledSom: som(settled),
    adjustments: free === 0 ? [] : [{ step: 'free' as const, amountSom: som(free) }],
    quantityThousandths: 1_000,
    returnedBeforeThousandths: 0,
    returnedAfterThousandths: 1_000,
  });
  expect(discountsBack([line(12_000, 9_052, 0)])).toEqual({ free: 2_948 });
  expect(discountsBack([line(7_000, 5_281, 7_000)])).toEqual({ free: 1_719 });
  expect(discountsBack([line(12_000, 9_052, 0), line(9_500, 7_167, 0), line(7_000, 5_281, 7_000)])).toEqual({
    free: 7_000,
  });
});

test('in whatever steps a line comes back, exactly its discounts are undone', () => {
  const part = fc.integer({ min: 0, max: 9_999 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), part, part, (pieces, product, coupon) => {
      const undone = { product: 0, coupon: 0 };
      for (let piece = 0; piece < pieces; piece += 1) {
        const back = discountsBack([
          {
            grossSom: som(30_000),
            settledSom: som(30_000 - product - coupon),
            adjustments: [
              { step: 'product', amountSom: som(product) },
              { step: 'coupon', amountSom: som(coupon) },
            ],
            quantityThousandths: pieces * 1_000,
            returnedBeforeThousandths: piece * 1_000,
            returnedAfterThousandths: (piece + 1) * 1_000,
          },
        ]);
        undone.product += back.product ?? 0;
        undone.coupon += back.coupon ?? 0;
        expect(back.free ?? 0).toBe(0);
      }
      expect(undone).toEqual({ product, coupon });
    }),
  );
});
