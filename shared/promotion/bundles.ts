/** Bundles: goods that cost a fixed price together. */
import { allocate, type Som, som, zeroSom } from '../money.ts';
import type { Scope } from './scope.ts';
import { asQuantity, costOf, type FoundSets, type PoolLine, type SetPool } from './setPool.ts';

interface Bundle {
  readonly parts: readonly { readonly of: Scope; readonly pieces: number }[];
  readonly priceSom: Som;
  readonly atMostTimes: number | null;
}

/** Pieces of one line that go into one bundle. */
interface Pick {
  readonly line: PoolLine;
  readonly pieces: number;
}

/**
 * Forms bundles from the dearest pieces on, as long as each is cheaper than its goods alone. A part with fewer goods to
 * choose from chooses first, so that "any shirt" does not take the only one that fits "a white shirt".
 *
 * | any 3 for 20 000        | bundles | off    |
 * |-------------------------|---------|--------|
 * | 10 000 × 3, 5 000 × 3   | 1       | 10 000 |
 * | 8 000 × 6               | 2       | 8 000  |
 */
export function findBundles(bundle: Bundle, pool: SetPool): FoundSets {
  const left = new Map(pool.lines.map((line) => [line, line.pieces]));
  const inBundles = new Map<PoolLine, number>();
  const most = bundle.atMostTimes ?? Number.POSITIVE_INFINITY;
  let times = 0;
  while (times < most) {
    const picks = pickBundle(bundle, pool, left);
    if (picks === null) break;
    const worthSom = picks.reduce((sum, { line, pieces }) => sum + costOf(line, pieces), 0);
    if (worthSom <= bundle.priceSom) break;
    const alike = Math.min(
      most - times,
      ...picks.map(({ line, pieces }) => Math.floor((left.get(line) ?? 0) / pieces)),
    );
    for (const { line, pieces } of picks) {
      left.set(line, (left.get(line) ?? 0) - pieces * alike);
      inBundles.set(line, (inBundles.get(line) ?? 0) + pieces * alike);
    }
    times += alike;
  }
  const taken = pool.lines.filter((line) => inBundles.has(line));
  const piecesSom = taken.map((line) => costOf(line, inBundles.get(line) ?? 0));
  const freeSom = som(piecesSom.reduce((sum, each) => sum + each, 0) - times * bundle.priceSom);
  return {
    freeSom,
    shares: () => {
      const parts = allocate(freeSom, piecesSom);
      return taken.map((line, place) => ({
        index: line.index,
        freeSom: parts[place] ?? zeroSom,
        freeThousandths: asQuantity(inBundles.get(line) ?? 0),
        piecesSom: piecesSom[place] ?? zeroSom,
      }));
    },
    missingPieces: () => (times === most ? 0 : fill(bundle, pool, left).missing),
  };
}

/** The pieces of one bundle, each line named once, or null when a part cannot be filled. */
function pickBundle(
  bundle: Bundle,
  pool: SetPool,
  left: ReadonlyMap<PoolLine, number>,
): readonly Pick[] | null {
  const { picked, missing } = fill(bundle, pool, left);
  return missing > 0 ? null : [...picked].map(([line, pieces]) => ({ line, pieces }));
}

function fill(bundle: Bundle, pool: SetPool, left: ReadonlyMap<PoolLine, number>) {
  const picked = new Map<PoolLine, number>();
  const dearestFirst = [...pool.lines].reverse();
  const choices = (part: number) => pool.lines.filter((line) => pool.isOf(part, line.index)).length;
  const narrowFirst = bundle.parts
    .map((part, at) => ({ pieces: part.pieces, at }))
    .sort((a, b) => choices(a.at) - choices(b.at) || a.at - b.at);
  let missing = 0;
  for (const { pieces, at } of narrowFirst) {
    let wanted = pieces;
    for (const line of dearestFirst) {
      if (wanted === 0) break;
      if (!pool.isOf(at, line.index)) continue;
      const before = picked.get(line) ?? 0;
      const taken = Math.min(wanted, (left.get(line) ?? 0) - before);
      if (taken <= 0) continue;
      picked.set(line, before + taken);
      wanted -= taken;
    }
    missing += wanted;
  }
  return { picked, missing };
}
