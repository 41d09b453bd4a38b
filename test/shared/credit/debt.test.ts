/** Rule 24: goods sold on credit, settled oldest first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageingOf,
  ageOfDebt,
  type DebtFacts,
  dueDay,
  judgeDebt,
  limitOf,
  type OpenDebt,
  repayDebts,
} from '../../../shared/credit/debt.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');
const debt = (debtId: string, takenOn: string, open: number, dueOn = '2026-12-31'): OpenDebt => ({
  debtId,
  takenOn: businessDay(takenOn),
  dueOn: businessDay(dueOn),
  openSom: som(open),
});
const facts = (changes: Partial<DebtFacts> = {}): DebtFacts => ({
  day: today,
  isRegistered: true,
  limitSom: som(500_000),
  debts: [],
  isApproved: false,
  ...changes,
});

describe('the limit of a customer', () => {
  it.each([
    ['their own before the shop’s', 500_000, 100_000, 500_000],
    ['the shop’s for whom nobody set one', null, 100_000, 100_000],
    ['none where the shop gives nobody one', null, 0, null],
    ['none for whom it was set to nothing', 0, 100_000, null],
  ])('is %s', (_, own, everybodys, limit) => {
    expect(limitOf(own === null ? null : som(own), som(everybodys))).toBe(limit);
  });
});

describe('goods on credit', () => {
  const owing = facts({ debts: [debt('a', '2026-11-01', 450_000)] });

  it('go up to the customer’s limit and not one soʻm further', () => {
    expect(judgeDebt(som(50_000), owing)).toBeNull();
    expect(judgeDebt(som(50_001), owing)).toEqual({
      refused: 'DebtAboveLimit',
      data: { limitSom: 500_000, leftSom: 50_000 },
    });
  });

  it('are for customers with a phone only, and for those the owner trusts', () => {
    expect(judgeDebt(som(1), facts({ isRegistered: false, isApproved: true }))).toMatchObject({
      refused: 'DebtNeedsCustomer',
    });
    expect(judgeDebt(som(1), facts({ limitSom: null }))).toMatchObject({ refused: 'DebtNotAllowed' });
    expect(judgeDebt(som(1), facts({ limitSom: null, isApproved: true }))).toBeNull();
  });

  it('stop when something is late, until a person who may allows it', () => {
    const late = [
      debt('a', '2026-10-01', 30_000, '2026-11-21'),
      debt('b', '2026-10-05', 5_000, '2026-11-22'),
    ];
    expect(judgeDebt(som(1), facts({ debts: late }))).toEqual({
      refused: 'DebtOverdue',
      data: { overdueSom: 30_000, dueOn: '2026-11-21' },
    });
    expect(judgeDebt(som(1), facts({ debts: late, isApproved: true }))).toBeNull();
  });

  it('may exceed a limit that was lowered below what is owed: nothing more then', () => {
    expect(judgeDebt(som(1), facts({ limitSom: som(100_000), debts: owing.debts }))).toMatchObject({
      data: { leftSom: 0 },
    });
  });

  it('are due so many days after they were taken', () => {
    expect(dueDay(businessDay('2026-02-15'), 30)).toBe('2026-03-17');
  });
});

describe('a repayment', () => {
  it('settles the oldest debt first', () => {
    const debts = [debt('new', '2026-05-09', 20_000), debt('old', '2026-05-01', 30_000)];
    expect(repayDebts(som(40_000), debts)).toEqual([
      { debtId: 'old', amountSom: 30_000 },
      { debtId: 'new', amountSom: 10_000 },
    ]);
  });

  it('is never more than what is owed', () => {
    expect(repayDebts(som(30_001), [debt('a', '2026-05-01', 30_000)])).toEqual({
      refused: 'RepaymentTooMuch',
      data: { openSom: 30_000 },
    });
  });

  it('settles exactly what was paid, whatever was owed', () => {
    const anyDebts = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 28 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyDebts, fc.nat(1_000_000), (owed, wanted) => {
        const debts = owed.map(([open, day], at) =>
          debt(`d${at}`, `2026-05-${String(day).padStart(2, '0')}`, open),
        );
        const open = owed.reduce((sum, [each]) => sum + each, 0);
        const paid = Math.min(wanted, open);
        const moves = repayDebts(som(paid), debts);
        if ('refused' in moves) throw new Error('not more than is owed');
        expect(moves.reduce((sum, move) => sum + move.amountSom, 0)).toBe(paid);
        for (const move of moves) {
          const from = debts.find((each) => each.debtId === move.debtId);
          expect(move.amountSom).toBeLessThanOrEqual(from?.openSom ?? 0);
        }
      }),
    );
  });
});

describe('how late a debt is', () => {
  it.each([
    ['2026-11-22', 'notDue'],
    ['2026-11-21', 'upTo7'],
    ['2026-11-15', 'upTo7'],
    ['2026-11-14', 'upTo30'],
    ['2026-10-23', 'upTo30'],
    ['2026-10-22', 'upTo90'],
    ['2026-08-24', 'upTo90'],
    ['2026-08-23', 'over90'],
  ])('with %s as its last day on time is %s', (dueOn, age) => {
    expect(ageOfDebt(businessDay(dueOn), today)).toBe(age);
  });

  it('adds up to everything that is owed', () => {
    const debts = [debt('a', '2026-11-01', 300, '2026-12-01'), debt('b', '2026-01-01', 70, '2026-02-01')];
    expect(ageingOf(debts, today)).toEqual({ notDue: 300, upTo7: 0, upTo30: 0, upTo90: 0, over90: 70 });
  });
});
