/** Classes by share of the money: few customers bring most of it (Pareto). The bounds are the shop's own. */
import type { BasisPoints } from '../money.ts';

export const abcClasses = ['A', 'B', 'C'] as const;
export type AbcClass = (typeof abcClasses)[number];

/** Up to which share of the money a customer is A, and up to which B; 80 and 95 % by convention. */
export interface AbcBounds {
  readonly aBasisPoints: BasisPoints;
  readonly bBasisPoints: BasisPoints;
}

/**
 * The class of each, by the money of those **before** it in the order of money: whoever crosses a bound still belongs to the
 * better class. Equal sums stand in the order of their ids. A sum of zero or less is C. With 80 and 95 %:
 *
 * | customer | sum | before | share before | class |
 * |----------|-----|--------|--------------|-------|
 * | a        | 70  | 0      | 0 %          | A     |
 * | b        | 20  | 70     | 70 %         | A     |
 * | c        | 6   | 90     | 90 %         | B     |
 * | d        | 4   | 96     | 96 %         | C     |
 * | e        | −3  |        |              | C     |
 */
export function abcOf<T extends { readonly id: string; readonly sumSom: number }>(
  rows: readonly T[],
  bounds: AbcBounds,
): ReadonlyMap<string, AbcClass> {
  const sorted = [...rows].sort((a, b) => b.sumSom - a.sumSom || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const total = BigInt(sorted.reduce((sum, row) => sum + Math.max(0, row.sumSom), 0));
  let before = 0n;
  const classes = new Map<string, AbcClass>();
  for (const { id, sumSom } of sorted) {
    classes.set(id, sumSom <= 0 ? 'C' : classAfter(before, total, bounds));
    before += BigInt(Math.max(0, sumSom));
  }
  return classes;
}

function classAfter(before: bigint, total: bigint, { aBasisPoints, bBasisPoints }: AbcBounds): AbcClass {
  const scaled = before * 10_000n;
  if (scaled < total * BigInt(aBasisPoints)) return 'A';
  return scaled < total * BigInt(bBasisPoints) ? 'B' : 'C';
}
