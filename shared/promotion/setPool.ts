/** The pieces of a basket from which sets are formed, and how some of a line's pieces share its cost. */
import { type BasketLine, fractionalUnits } from '../basket.ts';
import { multiplyDivideFloor, ONE, type Som, som, type Thousandths, thousandths } from '../money.ts';

/** A line's part in the sets of one promotion. */
export interface SetShare {
  /** Position of the line in the basket. */
  readonly index: number;
  /** What is taken off it: the discount that the receipt shows on this line. */
  readonly freeSom: Som;
  /** How many of its pieces the discount stands on. */
  readonly freeThousandths: Thousandths;
  /** What its pieces inside the sets cost before the discount: the weight with which it shares the discount. */
  readonly piecesSom: Som;
}

/** Sets that could be formed. Many are compared for one that is given, so the rest is worked out when it is asked for. */
export interface FoundSets {
  /** What is taken off all of them together. */
  readonly freeSom: number;
  readonly shares: () => readonly SetShare[];
  /** How many more pieces the next set needs; 0 when no further set may be formed. */
  readonly missingPieces: () => number;
}

/** A line whose pieces may form sets. */
export interface PoolLine {
  readonly index: number;
  readonly pieces: number;
  readonly costSom: Som;
}

export interface SetPool {
  /** Cheapest pieces first; equals in an order that does not depend on scanning. */
  readonly lines: readonly PoolLine[];
  /** How many parts a set has. */
  readonly parts: number;
  /** Whether a line is of the n-th part of the set. */
  readonly isOf: (part: number, index: number) => boolean;
}

/**
 * The lines whose pieces can be counted, cheapest pieces first; what costs nothing any more is none of them. `order` breaks
 * ties, free of the order of scanning so that it never changes the total.
 */
export function countedLines(
  lines: readonly BasketLine[],
  costSom: readonly Som[],
  order: readonly number[],
): readonly PoolLine[] {
  const counted: PoolLine[] = [];
  for (const index of order) {
    const line = lines[index];
    const cost = costSom[index] ?? som(0);
    if (line === undefined || cost === 0 || !isCounted(line)) continue;
    counted.push({ index, pieces: line.quantityThousandths / ONE, costSom: cost });
  }
  return counted.sort((a, b) => a.costSom * b.pieces - b.costSom * a.pieces);
}

/** Those of the counted lines that are of a part of the set and may take part. */
export function poolOf(
  counted: readonly PoolLine[],
  { covers, parts }: { readonly covers: readonly boolean[]; readonly parts: readonly (readonly boolean[])[] },
  mayTakePart: (index: number) => boolean,
): SetPool {
  return {
    lines: counted.filter(({ index }) => covers[index] === true && mayTakePart(index)),
    parts: parts.length,
    isOf: (part, index) => parts[part]?.[index] === true,
  };
}

/** Goods that are counted in whole pieces; what is weighed or measured cannot form a set. */
function isCounted(line: BasketLine): boolean {
  return !fractionalUnits.includes(line.unit) && line.quantityThousandths % ONE === 0;
}

/** What some pieces of a line cost; all of them together cost exactly the line. */
export function costOf(line: PoolLine, pieces: number): Som {
  return som(multiplyDivideFloor(line.costSom, pieces, line.pieces));
}

/** Pieces as a quantity. */
export function asQuantity(pieces: number): Thousandths {
  return thousandths(pieces * ONE);
}
