/** Which tag should hang on the shelf on a day, and whether it must be printed. */
import type { Som } from '../money.ts';
import type { BusinessDay } from '../time.ts';

/** A price that everybody gets on a day without asking, and the last day on which it holds; null when none is set. */
export interface SalePrice {
  readonly priceSom: Som;
  readonly until: BusinessDay | null;
}

export interface ShelfTag {
  readonly priceSom: Som;
  /** The usual price, crossed out, while a sale price holds. */
  readonly oldPriceSom: Som | null;
  readonly until: BusinessDay | null;
}

/**
 * The lowest sale price with the usual one crossed out, else the usual price alone. Of equal sale prices the one that
 * holds longest is promised.
 *
 * | usual  | on sale for    | the tag           |
 * |--------|----------------|-------------------|
 * | 18 500 | –              | 18 500            |
 * | 18 500 | 15 000         | 15 000, ~~18 500~~ |
 * | 18 500 | 15 000, 14 900 | 14 900, ~~18 500~~ |
 * | 14 000 | 15 000         | 14 000            |
 */
export function shelfTag(usualSom: Som, salePrices: readonly SalePrice[]): ShelfTag {
  const [best] = salePrices
    .filter(({ priceSom }) => priceSom < usualSom)
    .sort((a, b) => a.priceSom - b.priceSom || laterFirst(a.until, b.until));
  if (best === undefined) return { priceSom: usualSom, oldPriceSom: null, until: null };
  return { priceSom: best.priceSom, oldPriceSom: usualSom, until: best.until };
}

function laterFirst(a: BusinessDay | null, b: BusinessDay | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a > b ? -1 : 1;
}

/** The tag that was printed last. */
export type PrintedTag = Pick<ShelfTag, 'priceSom' | 'oldPriceSom'>;

export type TagReason = 'saleBegins' | 'saleEnds' | 'priceChanged';

/**
 * Why a tag must be printed; null when the shelf tells the truth. Goods whose tag was never printed here and whose price
 * never changed have one by hand, so that a shop with a thousand goods does not begin with a thousand tags.
 *
 * | should hang        | hangs              | price was changed | why           |
 * |--------------------|--------------------|-------------------|---------------|
 * | 18 500             | 18 500             |                   | –             |
 * | 19 000             | 18 500             |                   | price changed |
 * | 15 000, ~~18 500~~ | 18 500, or nothing |                   | sale begins   |
 * | 14 000, ~~18 500~~ | 15 000, ~~18 500~~ |                   | price changed |
 * | 18 500             | 15 000, ~~18 500~~ |                   | sale ends     |
 * | 18 500             | nothing            | no                | –             |
 * | 18 500             | nothing            | yes               | price changed |
 */
export function whyPrint(
  tag: ShelfTag,
  printed: PrintedTag | null,
  wasPriceChanged: boolean,
): TagReason | null {
  const isOnSale = tag.oldPriceSom !== null;
  if (printed === null) {
    if (isOnSale) return 'saleBegins';
    return wasPriceChanged ? 'priceChanged' : null;
  }
  if (printed.priceSom === tag.priceSom && printed.oldPriceSom === tag.oldPriceSom) return null;
  const hangsOnSale = printed.oldPriceSom !== null;
  if (isOnSale === hangsOnSale) return 'priceChanged';
  return isOnSale ? 'saleBegins' : 'saleEnds';
}
