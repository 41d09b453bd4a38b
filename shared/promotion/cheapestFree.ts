/** Sets with a free piece: which pieces form the sets, which are free, and how the set shares the discount. */
import { type BasketLine, fractionalUnits } from '../basket.ts';
import { multiplyDivideFloor, ONE, type Som, som } from '../money.ts';

/** A line's part in the sets of one promotion. */
export interface SetShare {
  /** Position of the line in the basket. */
  readonly index: number;
  /** What its free pieces cost: the discount that the receipt shows on this line. */
  readonly freeSom: Som;
  /** What its pieces inside the sets cost before the discount: the weight with which it shares the discount. */
  readonly piecesSom: Som;
}

interface Candidate {
  readonly index: number;
  readonly pieces: number;
  readonly lineSom: number;
}

/**
 * Finds the sets of "of every N pieces the cheapest is free" (docs/rules.md rule 7). Only whole packages count; the
 * cheapest pieces by net unit price are free, the next cheapest pay for them, what is left over is outside the sets.
 *
 * | N | pieces                        | sets | free          |
 * |---|-------------------------------|------|---------------|
 * | 3 | 12 000, 9 500, 7 000          | 1    | 7 000         |
 * | 3 | 5 000 × 5                     | 1    | 5 000         |
 * | 3 | 12 000 × 2, 7 000 × 2, 3 000 × 2 | 2 | 3 000, 3 000  |
 *
 * `lineSom` holds what each line costs before this step; `order` is the order that breaks ties, free of the order of
 * scanning so that it never changes the total.
 */
export function findSets(
  of: number,
  lines: readonly BasketLine[],
  lineSom: readonly Som[],
  order: readonly number[],
  mayTakePart: (index: number) => boolean,
): readonly SetShare[] {
  const candidates = cheapestFirst(lines, lineSom, order, mayTakePart);
  const pieces = candidates.reduce((sum, candidate) => sum + candidate.pieces, 0);
  const sets = Math.floor(pieces / of);
  let freeLeft = sets;
  let inSetsLeft = sets * of;
  const shares: SetShare[] = [];
  for (const candidate of candidates) {
    const inSets = Math.min(candidate.pieces, inSetsLeft);
    if (inSets === 0) break;
    const free = Math.min(candidate.pieces, freeLeft);
    shares.push({
      index: candidate.index,
      freeSom: costOf(candidate, free),
      piecesSom: costOf(candidate, inSets),
    });
    freeLeft -= free;
    inSetsLeft -= inSets;
  }
  return shares;
}

function cheapestFirst(
  lines: readonly BasketLine[],
  lineSom: readonly Som[],
  order: readonly number[],
  mayTakePart: (index: number) => boolean,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const index of order) {
    if (!mayTakePart(index)) continue;
    const line = lines[index];
    const cost = lineSom[index] ?? 0;
    if (line === undefined || cost === 0 || !isCounted(line)) continue;
    candidates.push({ index, pieces: line.quantityThousandths / ONE, lineSom: cost });
  }
  return candidates.sort((a, b) => a.lineSom * b.pieces - b.lineSom * a.pieces);
}

/** Goods that are counted in whole pieces; what is weighed or measured cannot form a set. */
function isCounted(line: BasketLine): boolean {
  return !fractionalUnits.includes(line.unit) && line.quantityThousandths % ONE === 0;
}

/** What some pieces of a line cost; all of them together cost exactly the line. */
function costOf(candidate: Candidate, pieces: number): Som {
  return som(multiplyDivideFloor(candidate.lineSom, pieces, candidate.pieces));
}
