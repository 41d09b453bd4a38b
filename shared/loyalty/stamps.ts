/** Stamp cards: so many of some goods, and the next one is given. */
import type { PricedLine } from '../basket.ts';
import { type Som, subtractSom, sumOf } from '../money.ts';
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

/** A sold line as stamps and tickets look at it. */
export type StampedLine = Pick<
  PricedLine,
  | 'productId'
  | 'categoryId'
  | 'brandId'
  | 'tags'
  | 'expiresOn'
  | 'quantityThousandths'
  | 'grossSom'
  | 'netSom'
  | 'adjustments'
>;

/** How many stamps a receipt brings: one for each piece of the covered goods that was not given for nothing. */
export function stampsFor(
  card: Pick<StampCard, 'scope'>,
  lines: readonly StampedLine[],
  day: BusinessDay,
): number {
  const covers = matcherOf(card.scope, day);
  return lines
    .filter((line) => line.netSom > 0 && covers(line))
    .reduce((sum, line) => sum + piecesOf(line.quantityThousandths) - freePiecesOf(line), 0);
}

/**
 * How many whole pieces of a line were given for nothing. A promotion writes a free piece as its share of the line,
 * rounded down, so the one so'm that this may have lost is added before the pieces are counted.
 *
 * | line                | taken off as free | free pieces |
 * |---------------------|-------------------|-------------|
 * | 3 × 15 000          | 15 000            | 1           |
 * | 3 for 100 in all    | 33                | 1           |
 * | 2 × 15 000          | 7 500 (half off)  | 0           |
 */
function freePiecesOf({ quantityThousandths, grossSom, adjustments }: StampedLine): number {
  const off = (...steps: readonly string[]): Som =>
    sumOf(
      adjustments.filter(({ step }) => steps.includes(step)),
      ({ amountSom }) => amountSom,
    );
  const freeSom = off('free');
  if (freeSom === 0) return 0;
  const costSom = subtractSom(grossSom, off('manual', 'product'));
  const pieces = piecesOf(quantityThousandths);
  return Math.min(pieces, Math.floor(((freeSom + 1) * pieces) / Math.max(1, costSom)));
}

/** The stamps that still count on a day: after a pause longer than the card's days a customer begins anew. */
export function stampsLeft(
  card: Pick<StampCard, 'validDays'>,
  progress: StampProgress,
  day: BusinessDay,
): number {
  if (card.validDays === 0 || progress.lastOn === null) return progress.stamps;
  return day <= addDays(progress.lastOn, card.validDays) ? progress.stamps : 0;
}

/**
 * The last day on which the stamps still count without a new one; null where there are none or they never lapse.
 *
 * | stamps | last one on | days of the card | counts until |
 * |--------|-------------|------------------|--------------|
 * | 3      | 1 November  | 30               | 1 December   |
 * | 3      | 1 November  | 0                | –            |
 */
export function stampsLastDay(
  { validDays }: Pick<StampCard, 'validDays'>,
  { stamps, lastOn }: StampProgress,
): BusinessDay | null {
  return stamps === 0 || validDays === 0 || lastOn === null ? null : addDays(lastOn, validDays);
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
  card: Pick<StampCard, 'needed' | 'validDays'>,
  progress: StampProgress,
  newStamps: number,
  day: BusinessDay,
): { readonly fullCards: number; readonly stamps: number } {
  const all = stampsLeft(card, progress, day) + newStamps;
  return { fullCards: Math.floor(all / card.needed), stamps: all % card.needed };
}

/** Stamps, and the free pieces that wait beside them. */
export interface StampHolding {
  readonly stamps: number;
  readonly fullCards: number;
}

/** What one receipt did to a card. */
export interface StampsOfSale {
  readonly brought: number;
  /** Stamps of full cards, which went away for the reward. */
  readonly spent: number;
  /** Free pieces that were taken on it. */
  readonly piecesUsed: number;
}

/**
 * What is left of a card when all goods of a receipt came back (docs/rules.md rule 9): its stamps go, and a free piece that
 * was taken on it waits once more. A piece is worth the stamps of a full card, so that one which waits pays for stamps
 * that are gone already; what nothing covers is let go. Where full cards bring bonus or coupons, those are taken back and
 * the stamps they cost come back.
 *
 * | needed | now         | the receipt                             | then         |
 * |--------|-------------|-----------------------------------------|--------------|
 * | 9      | 0 + 1 piece | 1 stamp, which filled the card          | 8            |
 * | 9      | 4           | 1 stamp, which filled it; piece is gone | 3            |
 * | 9      | 2 + 1 piece | 3 stamps                                | 8            |
 * | 9      | 3           | 5 stamps                                | 0 (2 let go) |
 * | 9      | 1           | 2 stamps and a free piece               | 8            |
 */
export function stampsAfterReturn(
  { needed, givesPieces }: Pick<StampCard, 'needed'> & { readonly givesPieces: boolean },
  now: StampHolding,
  { brought, spent, piecesUsed }: StampsOfSale,
): StampHolding {
  if (!givesPieces) {
    return { stamps: Math.max(0, now.stamps + spent - brought), fullCards: now.fullCards };
  }
  const all = Math.max(0, now.stamps + (now.fullCards + piecesUsed) * needed - brought);
  return { stamps: all % needed, fullCards: Math.floor(all / needed) };
}
