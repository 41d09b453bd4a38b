/** The bonus of goods taken on credit: earned when they are paid for (docs/rules.md rules 2 and 24). */
import {
  addSom,
  type BasisPoints,
  multiplyDivideFloor,
  type Som,
  som,
  subtractSom,
  sumOf,
  zeroSom,
} from '../money.ts';
import { bonusOn } from './cashback.ts';

/** A sold line as repayment sees it: its stored rate and how much of it was taken on credit. */
export interface CreditLine {
  readonly bonusBasisPoints: BasisPoints;
  readonly debtShareSom: Som;
}

/**
 * The bonus that a repayment earns: what the whole debt of the sale would earn at the sale's stored rates, in proportion to
 * what was repaid until now, less what earlier repayments earned. So any parts together earn exactly the whole.
 *
 * | debt 25 000 at 2 % = 500 | repaid before | now    | earns |
 * |--------------------------|---------------|--------|-------|
 * |                          | 0             | 10 001 | 200   |
 * |                          | 10 001        | 14 999 | 300   |
 */
export function bonusOfRepayment(lines: readonly CreditLine[], repaidBeforeSom: Som, amountSom: Som): Som {
  const debtSom = sumOf(lines, (line) => line.debtShareSom);
  if (debtSom === 0) return zeroSom;
  const wholeSom = bonusOn(
    lines.map((line) => ({ baseSom: line.debtShareSom, rateBasisPoints: line.bonusBasisPoints })),
  );
  const earnedAt = (repaidSom: Som) => som(multiplyDivideFloor(wholeSom, repaidSom, debtSom));
  return subtractSom(earnedAt(addSom(repaidBeforeSom, amountSom)), earnedAt(repaidBeforeSom));
}
