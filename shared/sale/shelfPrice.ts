/** A price on the shelf that is lower than the till's: the customer gets it, as the first discount by hand of its line. */
import type { Adjustment, BasketLine } from '../basket.ts';
import { lineAmount, type Som, smallerSom, subtractSom, zeroSom } from '../money.ts';
import type { LocalText } from '../text.ts';

/** Stands as the source of the adjustment, so that figures tell it from what a person gave away. */
export const shelfPriceSource = 'shelfPrice';

const reason: LocalText = { uz: 'Javondagi narx', ru: 'Цена с полки', en: 'Shelf price' };

type ShelfPriced = Pick<BasketLine, 'priceSom' | 'quantityThousandths' | 'shelfPrice'>;

/**
 * What the shelf price takes off a line: both prices times the quantity, the one less the other, and no more than whoever
 * granted it may let go on one line (docs/rules.md rule 36). A till's price that has fallen to the shelf's meanwhile takes nothing.
 *
 * | till    | shelf  | quantity | at most | off    |
 * |---------|--------|----------|---------|--------|
 * | 12 000  | 10 000 | 1        | 10 000  | 2 000  |
 * | 12 000  | 10 000 | 8        | 10 000  | 10 000 |
 * | 12 000  | 10 000 | 8        | no end  | 16 000 |
 * | 12 000  | 10 000 | 0.333    | 10 000  | 666    |
 * | 9 500   | 10 000 | 1        | 10 000  | 0      |
 */
export function shelfPriceOff({ priceSom, quantityThousandths, shelfPrice }: ShelfPriced): Som {
  if (shelfPrice == null || shelfPrice.priceSom >= priceSom) return zeroSom;
  const offSom = subtractSom(
    lineAmount(priceSom, quantityThousandths),
    lineAmount(shelfPrice.priceSom, quantityThousandths),
  );
  return shelfPrice.atMostSom === null ? offSom : smallerSom(offSom, shelfPrice.atMostSom);
}

/** What a line costs before all other discounts: with the shelf price where one was granted. */
export function costAtShelf(line: ShelfPriced): Som {
  return subtractSom(lineAmount(line.priceSom, line.quantityThousandths), shelfPriceOff(line));
}

/** The adjustment of a line's shelf price; none where it takes nothing off. */
export function shelfAdjustment(line: ShelfPriced & Pick<BasketLine, 'lineId'>): readonly Adjustment[] {
  const amountSom = shelfPriceOff(line);
  if (amountSom === 0) return [];
  return [{ lineId: line.lineId, step: 'manual', sourceId: shelfPriceSource, reason, amountSom }];
}
