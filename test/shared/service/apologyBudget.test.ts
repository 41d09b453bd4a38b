/** Who may say sorry with money alone, and from which sum on a second person stands for it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basisPoints, som } from '../../../shared/money.ts';
import { apologyLeftSom, couponWorthSom, needsSecondPerson } from '../../../shared/service/apologyBudget.ts';

const shift = (givenSom: number, budgetSom = 50_000) => ({
  isShiftOpen: true,
  budgetSom: som(budgetSom),
  givenSom: som(givenSom),
});

test('within what is left of the shift’s budget nobody else is asked', () => {
  expect(needsSecondPerson(shift(0), som(50_000))).toBe(false);
  expect(needsSecondPerson(shift(30_000), som(20_000))).toBe(false);
  expect(needsSecondPerson(shift(30_000), som(20_001))).toBe(true);
  expect(needsSecondPerson(shift(0, 0), som(1_000))).toBe(true);
});

test('a coupon of unknown worth never fits the budget, and without a shift there is none', () => {
  expect(needsSecondPerson(shift(0), null)).toBe(true);
  expect(needsSecondPerson({ ...shift(0), isShiftOpen: false }, som(1))).toBe(true);
  expect(apologyLeftSom({ ...shift(0), isShiftOpen: false })).toBe(0);
});

test('alone, no more than the budget is ever given in a shift', () => {
  const sum = fc.integer({ min: 0, max: 200_000 });
  fc.assert(
    fc.property(sum, fc.array(sum), (budget, wishes) => {
      let given = 0;
      for (const wish of wishes) {
        if (!needsSecondPerson(shift(given, budget), som(wish))) given += wish;
      }
      expect(given).toBeLessThanOrEqual(budget);
    }),
  );
});

test('a coupon is worth all its uses', () => {
  const off = { kind: 'amount', amountSom: som(5_000) } as const;
  expect(couponWorthSom({ benefit: off, usesPerCoupon: 1 })).toBe(5_000);
  expect(couponWorthSom({ benefit: off, usesPerCoupon: 3 })).toBe(15_000);
  const bonus = { kind: 'bonus', bonusSom: som(3_000) } as const;
  expect(couponWorthSom({ benefit: bonus, usesPerCoupon: 1 })).toBe(3_000);
  const tenth = { kind: 'percent', rateBasisPoints: basisPoints(1000), atMostSom: null } as const;
  expect(couponWorthSom({ benefit: tenth, usesPerCoupon: 1 })).toBeNull();
});
