/** The small budget of a shift from which a cashier says sorry without asking anybody. */
import type { CouponSeries } from '../coupon/series.ts';
import { type Som, som, subtractSom, zeroSom } from '../money.ts';

export interface ApologyFacts {
  /** Whether the drawer is open: the budget belongs to a shift. */
  readonly isShiftOpen: boolean;
  readonly budgetSom: Som;
  /** What was given in this shift already without a second person. */
  readonly givenSom: Som;
}

/** What is left of the budget; nothing without a shift. */
export function apologyLeftSom({ isShiftOpen, budgetSom, givenSom }: ApologyFacts): Som {
  if (!isShiftOpen || givenSom >= budgetSom) return zeroSom;
  return subtractSom(budgetSom, givenSom);
}

/**
 * Whether somebody else must stand for an apology. `amountSom` is null for a coupon whose worth only its sale will tell
 * (a percentage, a gift): it never fits a budget. What a second person stood for takes nothing from the budget.
 *
 * | budget | given  | apology      | second person |
 * |--------|--------|--------------|---------------|
 * | 50 000 | 0      | 50 000       | no            |
 * | 50 000 | 30 000 | 20 000       | no            |
 * | 50 000 | 30 000 | 20 001       | yes           |
 * | 50 000 | 0      | 10 % coupon  | yes           |
 * | 0      | 0      | 1 000        | yes           |
 */
export function needsSecondPerson(facts: ApologyFacts, amountSom: Som | null): boolean {
  return amountSom === null || amountSom > apologyLeftSom(facts);
}

/**
 * What a coupon of a series may take off at most, for the budget; null where only its sale will tell.
 *
 * | coupon                     | worth  |
 * |----------------------------|--------|
 * | 5 000 off, used once       | 5 000  |
 * | 5 000 off, used three times | 15 000 |
 * | 3 000 bonus                | 3 000  |
 * | 10 % off                   | none   |
 */
export function couponWorthSom({
  benefit,
  usesPerCoupon,
}: Pick<CouponSeries, 'benefit' | 'usesPerCoupon'>): Som | null {
  if (benefit.kind === 'amount') return som(benefit.amountSom * usesPerCoupon);
  return benefit.kind === 'bonus' ? som(benefit.bonusSom * usesPerCoupon) : null;
}
