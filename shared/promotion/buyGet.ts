/** Buy some, get some: which pieces are bought, which are got cheaper. */
import { zeroSom } from '../money.ts';
import { type Off, takenOff } from './off.ts';
import { asQuantity, costOf, type FoundSets, type PoolLine, type SetPool } from './setPool.ts';

interface BuyGet {
  readonly buyPieces: number;
  readonly getPieces: number;
  readonly off: Off;
  readonly atMostTimes: number | null;
}

/** How many pieces can only be bought, only be got, or be either. */
interface Counts {
  readonly onlyBuy: number;
  readonly onlyGet: number;
  readonly either: number;
}

/**
 * Whole packages only (docs/rules.md rule 7). The cheapest pieces that leave enough to buy are got, the next cheapest are
 * bought; no piece is both.
 *
 * | buy, get     | pieces                                 | times | got free     |
 * |--------------|----------------------------------------|-------|--------------|
 * | 2, 1 of same | 12 000, 9 500, 7 000                   | 1     | 7 000        |
 * | 2, 1 of same | 5 000 × 5                              | 1     | 5 000        |
 * | 2, 1 of same | 12 000 × 2, 7 000 × 2, 3 000 × 2       | 2     | 3 000, 3 000 |
 * | 3 tea, 1 cup | tea × 7, cup 4 000, cup 6 000, cup 9 000 | 2   | 4 000, 6 000 |
 */
export function findBuyGet(benefit: BuyGet, pool: SetPool): FoundSets {
  const counts = countPieces(pool);
  const times = Math.min(timesOf(benefit, counts), benefit.atMostTimes ?? Number.POSITIVE_INFINITY);
  const bought = times * benefit.buyPieces;
  const got = takeGot(pool, times * benefit.getPieces, counts.either - Math.max(0, bought - counts.onlyBuy));
  const freeSomOf = (line: PoolLine, pieces: number) =>
    takenOff(benefit.off, { costSom: costOf(line, pieces), quantityThousandths: asQuantity(pieces) });
  let freeSom = 0;
  for (const [line, pieces] of got) freeSom += freeSomOf(line, pieces);
  return {
    freeSom,
    shares: () => {
      let toBuy = bought;
      return pool.lines.flatMap((line) => {
        const free = got.get(line) ?? 0;
        const paid = pool.isOf(0, line.index) ? Math.min(line.pieces - free, toBuy) : 0;
        toBuy -= paid;
        if (free + paid === 0) return [];
        return [
          {
            index: line.index,
            freeSom: free === 0 ? zeroSom : freeSomOf(line, free),
            freeThousandths: asQuantity(free),
            piecesSom: costOf(line, free + paid),
          },
        ];
      });
    },
    missingPieces: () => (times === benefit.atMostTimes ? 0 : missingFor(benefit, counts, times + 1)),
  };
}

function countPieces(pool: SetPool): Counts {
  let [onlyBuy, onlyGet, either] = [0, 0, 0];
  const isSame = (index: number) => pool.isOf(0, index) && isGot(pool, index);
  for (const { index, pieces } of pool.lines) {
    if (isSame(index)) either += pieces;
    else if (pool.isOf(0, index)) onlyBuy += pieces;
    else onlyGet += pieces;
  }
  return { onlyBuy, onlyGet, either };
}

/** Of a benefit with one part the same goods are bought and got. */
function isGot(pool: SetPool, index: number): boolean {
  return pool.parts === 1 ? pool.isOf(0, index) : pool.isOf(1, index);
}

function timesOf({ buyPieces, getPieces }: BuyGet, { onlyBuy, onlyGet, either }: Counts): number {
  return Math.min(
    Math.floor((onlyBuy + either) / buyPieces),
    Math.floor((onlyGet + either) / getPieces),
    Math.floor((onlyBuy + onlyGet + either) / (buyPieces + getPieces)),
  );
}

function missingFor(
  { buyPieces, getPieces }: BuyGet,
  { onlyBuy, onlyGet, either }: Counts,
  times: number,
): number {
  const toBuy = Math.max(0, times * buyPieces - onlyBuy - either);
  const toGet = Math.max(0, times * getPieces - onlyGet - either);
  return Math.max(toBuy + toGet, times * (buyPieces + getPieces) - onlyBuy - onlyGet - either);
}

/** The cheapest pieces; of those that could be bought as well at most so many as the buying can spare. */
function takeGot(pool: SetPool, wanted: number, spare: number): ReadonlyMap<PoolLine, number> {
  const got = new Map<PoolLine, number>();
  let [left, spareLeft] = [wanted, spare];
  for (const line of pool.lines) {
    if (left === 0) break;
    if (!isGot(pool, line.index)) continue;
    const couldBuy = pool.isOf(0, line.index);
    const taken = Math.min(line.pieces, left, couldBuy ? spareLeft : left);
    if (taken === 0) continue;
    if (couldBuy) spareLeft -= taken;
    left -= taken;
    got.set(line, taken);
  }
  return got;
}
