/** A, B and C by share of the money. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { abcOf, paretoCurve } from '../../../shared/customer/abc.ts';
import { basisPoints } from '../../../shared/money.ts';

const usual = { aBasisPoints: basisPoints(8000), bBasisPoints: basisPoints(9500) };
const rowsOf = (sums: Readonly<Record<string, number>>) =>
  Object.entries(sums).map(([id, sumSom]) => ({ id, sumSom }));

test('whoever crosses a bound still belongs to the better class; who brought nothing is C', () => {
  const classes = abcOf(rowsOf({ d: 4, e: -3, a: 70, c: 6, b: 20 }), usual);
  expect(Object.fromEntries(classes)).toEqual({ a: 'A', b: 'A', c: 'B', d: 'C', e: 'C' });
});

test('exactly at a bound begins the next class', () => {
  const classes = abcOf(rowsOf({ a: 80, b: 15, c: 5 }), usual);
  expect(Object.fromEntries(classes)).toEqual({ a: 'A', b: 'B', c: 'C' });
});

test('equal sums stand in the order of their ids, however the list came', () => {
  const classes = abcOf(rowsOf({ z: 50, y: 50 }), { ...usual, aBasisPoints: basisPoints(5000) });
  expect(Object.fromEntries(classes)).toEqual({ y: 'A', z: 'B' });
});

test("the shop's own bounds count", () => {
  const bounds = { aBasisPoints: basisPoints(5000), bBasisPoints: basisPoints(7500) };
  const classes = abcOf(rowsOf({ a: 60, b: 20, c: 20 }), bounds);
  expect(Object.fromEntries(classes)).toEqual({ a: 'A', b: 'B', c: 'C' });
});

test('nobody who brought more stands in a worse class, and the A customers bring at least the bound', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1000, max: 10 ** 12 }), { minLength: 1, maxLength: 60 }),
      (sums) => {
        const rows = sums.map((sumSom, index) => ({ id: `c${index}`, sumSom }));
        const classes = abcOf(rows, usual);
        const rank = (id: string) => 'ABC'.indexOf(classes.get(id) ?? 'C');
        for (const a of rows) {
          for (const b of rows) if (a.sumSom > b.sumSom) expect(rank(a.id)).toBeLessThanOrEqual(rank(b.id));
        }
        const total = rows.reduce((sum, row) => sum + Math.max(0, row.sumSom), 0);
        const ofA = rows
          .filter(({ id }) => classes.get(id) === 'A')
          .reduce((sum, row) => sum + row.sumSom, 0);
        expect(ofA * 10).toBeGreaterThanOrEqual(total * 8);
      },
    ),
  );
});

const curveOf = (...sums: readonly number[]) =>
  paretoCurve(sums).map((point) => [point.customersBasisPoints / 100, point.moneyBasisPoints / 100]);

test('the curve begins with the best customer and ends with everybody and all the money', () => {
  expect(curveOf(10, 0, 70, 20)).toEqual([
    [0, 0],
    [25, 70],
    [50, 90],
    [75, 100],
    [100, 100],
  ]);
});

test('a customer whose goods all came back is a customer without money, and nobody is below zero', () => {
  expect(curveOf(-50, 100)).toEqual([
    [0, 0],
    [50, 100],
    [100, 100],
  ]);
});

test('a shop in which nobody brought anything has no curve', () => {
  expect(curveOf()).toEqual([]);
  expect(curveOf(0, -5)).toEqual([]);
});

test('the curve of any number of customers has a hundred steps at most, rises ever more slowly and ends at the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1, maxLength: 500 }), (sums) => {
      const curve = paretoCurve(sums);
      expect(curve.length).toBe(Math.min(100, sums.length) + 1);
      expect(curve.at(-1)).toEqual({ customersBasisPoints: 10_000, moneyBasisPoints: 10_000 });
      for (const point of curve) {
        // The best part of the customers brings at least its share; a basis point is lost by rounding down.
        expect(point.moneyBasisPoints + 1).toBeGreaterThanOrEqual(point.customersBasisPoints);
      }
    }),
  );
});
