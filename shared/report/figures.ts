/** The arithmetic of an owner's day: averages, shares, and how a figure stands against an earlier one. */
import {
  type BasisPoints,
  basisPoints,
  multiplyDivideFloor,
  multiplyDivideHalfUp,
  type Som,
  som,
} from '../money.ts';

/** What one receipt brings, rounded down; 0 on a day without receipts, or when more was given back than sold. */
export function averageSom(netSom: Som, receipts: number): Som {
  return som(receipts > 0 && netSom > 0 ? multiplyDivideFloor(netSom, 1, receipts) : 0);
}

/** How much of a whole a part is, half up: 1 of 3 is 3333 basis points. Null when there is no whole. */
export function shareOf(part: number, whole: number): BasisPoints | null {
  return whole > 0 ? basisPoints(multiplyDivideHalfUp(part, 10_000, whole)) : null;
}

export interface Change {
  readonly difference: number;
  /** The difference as a part of the earlier figure, half up; null when the earlier figure is not above zero. */
  readonly changeBasisPoints: number | null;
}

/**
 * How a figure stands against an earlier one.
 *
 * | now | before | difference | in basis points |
 * |-----|--------|------------|-----------------|
 * | 150 | 100    | 50         | 5000            |
 * | 90  | 100    | −10        | −1000           |
 * | 5   | 0      | 5          | null            |
 */
export function changeOf(now: number, before: number): Change {
  const difference = now - before;
  return {
    difference,
    changeBasisPoints: before > 0 ? multiplyDivideHalfUp(difference, 10_000, before) : null,
  };
}
