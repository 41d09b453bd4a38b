/** Which promotions that stand alone hold their lines: between them and all others the lower total wins (rule 5). */
import type { Som } from '../money.ts';
import type { LivePromotion } from './livePromotion.ts';
import { comparePromotions, type Promotion } from './promotion.ts';

/** More `alone` promotions than this on one basket are tried one after another rather than in all combinations. */
const alonePromotionsTriedTogether = 4;

/** A basket as far as choices are compared. */
export interface Comparable {
  readonly totalSom: Som;
  readonly promoted: { readonly applied: ReadonlySet<Promotion> };
}

/** A tie goes to the larger priority, then the smaller id, and never to "none" (docs/rules.md rule 5). */
export function chooseAlone<Priced extends Comparable>(
  alone: readonly LivePromotion[],
  price: (chosen: readonly LivePromotion[]) => Priced,
): Priced {
  let best = price([]);
  if (alone.length <= alonePromotionsTriedTogether) {
    for (let choice = 1; choice < 2 ** alone.length; choice += 1) {
      const candidate = price(alone.filter((_, index) => (choice >> index) % 2 === 1));
      if (isBetter(candidate, best)) best = candidate;
    }
    return best;
  }
  let chosen: readonly LivePromotion[] = [];
  for (const live of alone) {
    const candidate = price([...chosen, live]);
    if (!isBetter(candidate, best)) continue;
    best = candidate;
    chosen = [...chosen, live];
  }
  return best;
}

function isBetter(candidate: Comparable, current: Comparable): boolean {
  if (candidate.totalSom !== current.totalSom) return candidate.totalSom < current.totalSom;
  const mine = candidate.promoted.applied;
  const theirs = current.promoted.applied;
  const [first] = [...mine, ...theirs]
    .filter((each) => mine.has(each) !== theirs.has(each))
    .sort(comparePromotions);
  return first !== undefined && mine.has(first);
}
