/** Recency, frequency and money: five equal parts in which equal customers always stand together. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewestForRfm, rfmGroupOf, rfmOf } from '../../../shared/customer/rfm.ts';

const customer = (id: number, recencyDays: number, receipts: number, paidSom: number) => ({
  id: `c${id}`,
  recencyDays,
  receipts,
  paidSom,
});

test('of twenty customers every four share a score, the latest visit the best', () => {
  const scores = rfmOf(
    Array.from({ length: 20 }, (_, index) => customer(index, index + 1, 20 - index, (20 - index) * 1000)),
  );
  expect(scores.get('c0')).toEqual({ recency: 5, frequency: 5, money: 5, group: 'champion' });
  expect(scores.get('c3')?.recency).toBe(5);
  expect(scores.get('c4')?.recency).toBe(4);
  expect(scores.get('c19')).toEqual({ recency: 1, frequency: 1, money: 1, group: 'hibernating' });
});

test('a shop of fewer than twenty customers has no scores', () => {
  const few = Array.from({ length: fewestForRfm - 1 }, (_, index) => customer(index, 1, 1, 1));
  expect(rfmOf(few).size).toBe(0);
});

test('customers who bought once each all have the lowest frequency', () => {
  const scores = rfmOf(Array.from({ length: 25 }, (_, index) => customer(index, index + 1, 1, 1000)));
  expect(new Set([...scores.values()].map(({ frequency }) => frequency))).toEqual(new Set([1]));
});

test.each([
  [1, 2, 'hibernating'],
  [2, 3, 'atRisk'],
  [1, 5, 'cantLose'],
  [3, 1, 'aboutToSleep'],
  [3, 3, 'needAttention'],
  [3, 4, 'loyal'],
  [4, 5, 'loyal'],
  [4, 1, 'promising'],
  [5, 1, 'new'],
  [4, 2, 'potentialLoyalist'],
  [5, 3, 'potentialLoyalist'],
  [5, 4, 'champion'],
] as const)('recency %i with frequency %i is %s', (recency, frequency, group) => {
  expect(rfmGroupOf(recency, frequency)).toBe(group);
});

test('who is better on a measure never has a lower score on it', () => {
  const some = fc.array(
    fc.record({ recencyDays: fc.integer({ min: 1, max: 400 }), receipts: fc.integer({ min: 1, max: 30 }) }),
    { minLength: fewestForRfm, maxLength: 80 },
  );
  fc.assert(
    fc.property(some, (rows) => {
      const customers = rows.map((row, index) =>
        customer(index, row.recencyDays, row.receipts, row.receipts * 10),
      );
      const scores = rfmOf(customers);
      const byRecency = [...customers].sort((a, b) => a.recencyDays - b.recencyDays);
      byRecency.slice(1).forEach((later, index) => {
        const earlier = byRecency[index]?.id ?? '';
        const [better, worse] = [scores.get(earlier)?.recency ?? 0, scores.get(later.id)?.recency ?? 9];
        expect(better).toBeGreaterThanOrEqual(worse);
      });
    }),
  );
});
