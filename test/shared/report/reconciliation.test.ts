/** The reconciliation of an account: documents in a row, two turnovers, and a balance that follows from them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { som } from '../../../shared/money.ts';
import { type AccountEntry, reconcile } from '../../../shared/report/reconciliation.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';

const entry = (documentKind: string, documentId: string, amountSom: number): AccountEntry => ({
  day: businessDay('2026-11-03'),
  at: '2026-11-03T08:00:00.000Z' as Instant,
  documentKind,
  documentId,
  amountSom: som(amountSom),
});

describe('an account is reconciled', () => {
  test('from what was owed before, over what was taken and paid, to what is owed now', () => {
    const { rows, ...sums } = reconcile(som(100_000), [
      entry('sale', 'a', 60_000),
      entry('debtRepaid', 'b', -100_000),
    ]);
    expect(rows.map((row) => [row.documentKind, row.debitSom, row.creditSom, row.balanceSom])).toEqual([
      ['sale', 60_000, 0, 160_000],
      ['debtRepaid', 0, 100_000, 60_000],
    ]);
    expect(sums).toEqual({ debitSom: 60_000, creditSom: 100_000, closingSom: 60_000 });
  });

  test('a receipt paid from the account and owed for the rest is one row', () => {
    const { rows, closingSom } = reconcile(som(-20_000), [
      entry('sale', 'a', 50_000),
      entry('sale', 'a', 20_000),
    ]);
    expect(rows.map((row) => row.debitSom)).toEqual([70_000]);
    expect(closingSom).toBe(50_000);
  });

  test('two customers who became one leave no row', () => {
    const { rows, closingSom } = reconcile(som(30_000), [
      entry('customerMerged', 'm', -30_000),
      entry('customerMerged', 'm', 30_000),
    ]);
    expect(rows).toEqual([]);
    expect(closingSom).toBe(30_000);
  });

  test('the balance is always what was before, and what was taken, less what was paid', () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), amounts, (opening, moves) => {
        const entries = moves.map(([amountSom, document]) => entry('sale', String(document), amountSom));
        const { rows, debitSom, creditSom, closingSom } = reconcile(som(opening), entries);
        expect(closingSom).toBe(opening + debitSom - creditSom);
        expect(closingSom).toBe(opening + moves.reduce((sum, [amountSom]) => sum + amountSom, 0));
        expect(rows.at(-1)?.balanceSom ?? opening).toBe(closingSom);
        for (const row of rows) {
          expect(Math.min(row.debitSom, row.creditSom)).toBe(0);
          expect(row.debitSom + row.creditSom).toBeGreaterThan(0);
        }
      }),
    );
  });
});
