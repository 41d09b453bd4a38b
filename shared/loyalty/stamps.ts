/** Stamp cards: so many of some goods, and the next one is given. */
import type { BasketLine } from '../basket.ts';
import type { Som } from '../money.ts';
import { piecesOf } from '../promotion/rewards.ts';
import { matcherOf, type Scope } from '../promotion/scope.ts';
import type { LocalText } from '../text.ts';
import { addDays, type BusinessDay } from '../time.ts';

export interface StampCard {
  readonly stampCardId: string;
  readonly name: LocalText;
  /** The goods that are stamped, one stamp a whole piece; a weighed line is one stamp. */
  readonly scope: Scope;
  /** A full card: 9 for "the tenth is free". */
  readonly needed: number;
  /** Stamps older than this no longer count; 0 for never. */
  readonly validDays: number;
}

/** A customer's stamps on one card. */
export interface StampProgress {
  readonly stamps: number;
  readonly lastOn: BusinessDay | null;
}

/** A sold line: what was given for nothing is not stamped. */
export type StampedLine = Pick<
  BasketLine,
  'productId' | 'categoryId' | 'brandId' | 'tags' | 'expiresOn' | 'quantityThousandths'
> & { readonly netSom: Som };

/** How many stamps a receipt brings. */
export function stampsFor(card: StampCard, lines: readonly StampedLine[], day: BusinessDay): number {
  const covers = matcherOf(card.scope, day);
  return lines
    .filter((line) => line.netSom > 0 && covers(line))
    .reduce((sum, line) => sum + piecesOf(line.quantityThousandths), 0);
}

/** The stamps that still count on a day: after a pause longer than the card's days a customer begins anew. */
export function stampsLeft(card: StampCard, progress: StampProgress, day: BusinessDay): number {
  if (card.validDays === 0 || progress.lastOn === null) return progress.stamps;
  return day <= addDays(progress.lastOn, card.validDays) ? progress.stamps : 0;
}

/**
 * What becomes of new stamps: full cards become rewards, the rest stays.
 *
 * | has | new | needed | full cards | left |
 * |-----|-----|--------|------------|------|
 * | 8   | 1   | 9      | 1          | 0    |
 * | 8   | 12  | 9      | 2          | 2    |
 * | 0   | 8   | 9      | 0          | 8    |
 */
export function stampUp(
  card: StampCard,
  progress: StampProgress,
  newStamps: number,
  day: BusinessDay,
): { readonly fullCards: number; readonly stamps: number } {
  const all = stampsLeft(card, progress, day) + newStamps;
  return { fullCards: Math.floor(all / card.needed), stamps: all % card.needed };
}
