/** Goods without a receipt: today's price at most, VAT inside, a sum of the day. */
import { expect, test } from 'vitest';
import { basisPoints, som, thousandths } from '../../../shared/money.ts';
import { type LooseLine, looseLeftSom, looseReturn } from '../../../shared/sale/looseReturn.ts';

const tea = {
  name: { uz: 'Choy' },
  unit: 'piece' as const,
  priceSom: som(12_990),
  vatBasisPoints: basisPoints(1200),
};
const line = (different: Partial<LooseLine> = {}): LooseLine => ({
  product: tea,
  quantityThousandths: thousandths(2_000),
  priceSom: som(12_990),
  ...different,
});

test('two pieces of tea bring 25 980 with 2 784 of VAT inside', () => {
  // 25 980 × 12 ÷ 112 = 2 783.57
  expect(looseReturn([line()], som(200_000))).toMatchObject({ netSom: 25_980, vatSom: 2_784 });
});

test('less than today’s price may be given, more may not', () => {
  expect(looseReturn([line({ priceSom: som(10_000) })], null)).toMatchObject({ netSom: 20_000 });
  expect(looseReturn([line({ priceSom: som(12_991) })], null)).toEqual({
    refused: 'LoosePriceTooHigh',
    data: { name: tea.name, atMostSom: 12_990 },
  });
});

test('the sum of the day holds for all lines together; nobody is bound by none', () => {
  const two = [line(), line()];
  expect(looseReturn(two, som(51_960))).toMatchObject({ netSom: 51_960 });
  expect(looseReturn(two, som(51_959))).toEqual({ refused: 'LooseLimit', data: { leftSom: 51_959 } });
  expect(looseReturn(two, null)).toMatchObject({ netSom: 51_960 });
});

test('not even the owner takes back for more than a till can write: a stuck key is refused', () => {
  const stuck = line({ quantityThousandths: thousandths(999_999_000) });
  const dear = { ...tea, priceSom: som(1_000_100) };
  expect(looseReturn([{ ...stuck, product: dear, priceSom: som(1_000_100) }], null)).toEqual({
    refused: 'LooseLimit',
    data: { leftSom: 999_999_999_999 },
  });
});

test('what goes by the piece comes back in whole pieces, what is weighed by the gram', () => {
  const half = { quantityThousandths: thousandths(500) };
  expect(looseReturn([line(half)], null)).toMatchObject({ refused: 'WholePiecesOnly' });
  const weighed = { ...tea, unit: 'kilogram' as const, vatBasisPoints: null };
  expect(looseReturn([line({ ...half, product: weighed })], null)).toMatchObject({
    netSom: 6_495,
    vatSom: 0,
  });
});

test('what came back in the day is not there again', () => {
  expect(looseLeftSom(som(200_000), som(150_000))).toBe(50_000);
  expect(looseLeftSom(som(200_000), som(150_000), som(80_000))).toBe(0);
});
