/** An order of lines that does not depend on the order of scanning, for every place where a tie must be broken. */
import type { BasketLine } from '../basket.ts';
import { allocate, type Som, som } from '../money.ts';

/** Positions of the lines, sorted by everything that pricing looks at; lines that are equal in all keep their order. */
export function scanFreeOrder(lines: readonly BasketLine[]): readonly number[] {
  return lines.map((_, index) => index).sort((a, b) => compareLines(lines[a], lines[b]) || a - b);
}

function compareLines(a: BasketLine | undefined, b: BasketLine | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a.productId !== b.productId) return a.productId < b.productId ? -1 : 1;
  return (
    a.quantityThousandths - b.quantityThousandths ||
    a.priceSom - b.priceSom ||
    (a.manualDiscount?.amountSom ?? 0) - (b.manualDiscount?.amountSom ?? 0) ||
    (a.shelfPrice?.priceSom ?? a.priceSom) - (b.shelfPrice?.priceSom ?? b.priceSom)
  );
}

/**
 * Splits a sum over lines by largest remainder. Ties go to the earlier line (docs/rules.md rule 3); where a later step
 * looks at the result line by line, pass `order` so that a tie cannot make the total depend on the order of scanning.
 */
export function splitOverLines(
  total: Som,
  weights: readonly number[],
  order: readonly number[] | null,
): readonly Som[] {
  if (order === null) return allocate(total, weights);
  const parts = allocate(
    total,
    order.map((index) => weights[index] ?? 0),
  );
  const result = weights.map(() => som(0));
  for (const [place, index] of order.entries()) result[index] = parts[place] ?? som(0);
  return result;
}
