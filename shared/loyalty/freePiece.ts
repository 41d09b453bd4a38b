/** The free piece of a full stamp card, as a promotion that only its customer has. */
import { noLimits } from '../promotion/limits.ts';
import type { Promotion } from '../promotion/promotion.ts';
import type { BusinessDay } from '../time.ts';
import type { StampCard } from './stamps.ts';

const prefix = 'stamp:';

/** By what the adjustments of a receipt name a stamp card; it is the id of no promotion that anybody made. */
export function freePieceId(stampCardId: string): string {
  return prefix + stampCardId;
}

/** The stamp card whose free piece it is; null for any other promotion. */
export function stampCardOfPromotion(promotionId: string): string | null {
  return promotionId.startsWith(prefix) ? promotionId.slice(prefix.length) : null;
}

/**
 * The promotion by which a full card gives its piece on a day: of the covered goods the cheapest one costs nothing, one a
 * receipt, beside whatever else works. It is a gift, so it asks for no other goods, counts for no threshold and holds no
 * other line (docs/rules.md rules 5 and 7). Weighed goods are never the free piece, as with any gift.
 *
 * | basket                      | free          |
 * |-----------------------------|---------------|
 * | coffee 15 000, latte 22 000 | coffee 15 000 |
 * | coffee 15 000 × 3           | 15 000        |
 * | tea only                    | nothing, the piece waits |
 */
export function freePiecePromotion(
  { stampCardId, name, scope }: Pick<StampCard, 'stampCardId' | 'name' | 'scope'>,
  day: BusinessDay,
): Promotion {
  return {
    promotionId: freePieceId(stampCardId),
    name,
    scope,
    conditions: [],
    from: day,
    to: day,
    priority: 0,
    combines: 'withOthers',
    limits: noLimits,
    level: 'product',
    benefit: { kind: 'gift', of: scope, pieces: 1 },
  };
}
