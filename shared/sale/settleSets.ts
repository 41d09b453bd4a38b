/** What each line counts for in tenders and returns when free pieces are among them (docs/rules.md rule 9). */
import { allocate, type Som, som, subtractSom, zeroSom } from '../money.ts';
import type { PromotedBasket } from '../promotion/applyPromotions.ts';

/**
 * The receipt shows a set's discount on its free piece; whoever then returned only the dear pieces would keep the free
 * one for nothing. So for tenders and returns the set's lines share what was paid for them, as if the discount had been
 * spread over the pieces by their prices.
 *
 * | 3 for 2               | 12 000 | 9 500 | 7 000 |
 * |-----------------------|--------|-------|-------|
 * | on the receipt        | 12 000 | 9 500 | 0     |
 * | in tenders, returns   | 9 052  | 7 167 | 5 281 |
 *
 * A set that was free altogether and still costs something, because the cap gave some back, is shared alike.
 */
export function settleSets(promoted: PromotedBasket, netSom: readonly Som[]): readonly Som[] {
  if (promoted.sets.length === 0) return netSom;
  const settled = [...netSom];
  for (const shares of promoted.sets) {
    const freeSom = som(shares.reduce((sum, share) => sum + share.freeSom, 0));
    const spread = allocate(
      freeSom,
      shares.map((share) => share.piecesSom),
    );
    const weights = shares.map((share, place) => {
      const beforeSom = (promoted.afterProductSom[share.index] ?? 0) + share.freeSom;
      return subtractSom(som(beforeSom), spread[place] ?? zeroSom);
    });
    const paidSom = som(shares.reduce((sum, share) => sum + (netSom[share.index] ?? 0), 0));
    const parts = allocate(paidSom, weights.some((weight) => weight > 0) ? weights : shares.map(() => 1));
    for (const [place, share] of shares.entries()) settled[share.index] = parts[place] ?? zeroSom;
  }
  return settled;
}
