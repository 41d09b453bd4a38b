/** Classes by share of the money: few customers bring most of it (Pareto). The bounds are the shop's own. */
import { type BasisPoints, basisPoints, multiplyDivideFloor } from '../money.ts';

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

/** A point of the Pareto curve: the share of the customers, the best first, and the share of the money they bring. */
export interface CurvePoint {
  readonly customersBasisPoints: BasisPoints;
  readonly moneyBasisPoints: BasisPoints;
}

/** So many points draw the curve of any number of customers. */
const curveSteps = 100;

/**
 * The curve from nobody and nothing to everybody and everything; empty while nobody brought anything. A sum of zero or less
 * is a customer without money. Four customers with 70, 20, 10 and 0:
 *
 * | customers | 0 % | 25 % | 50 % | 75 %  | 100 % |
 * |-----------|-----|------|------|-------|-------|
 * | money     | 0 % | 70 % | 90 % | 100 % | 100 % |
 */
export function paretoCurve(sums: readonly number[]): readonly CurvePoint[] {
  const sorted = sums.map((sum) => Math.max(0, sum)).sort((a, b) => b - a);
  const total = sorted.reduce((all, sum) => all + sum, 0);
  if (total === 0) return [];
  const steps = Math.min(curveSteps, sorted.length);
  const points: CurvePoint[] = [];
  let counted = 0;
  let moneySom = 0;
  for (let step = 0; step <= steps; step++) {
    const customers = Math.ceil((sorted.length * step) / steps);
    for (; counted < customers; counted++) moneySom += sorted[counted] ?? 0;
    points.push({
      customersBasisPoints: basisPoints(multiplyDivideFloor(customers, 10_000, sorted.length)),
      moneyBasisPoints: basisPoints(multiplyDivideFloor(moneySom, 10_000, total)),
    });
  }
  return points;
}
