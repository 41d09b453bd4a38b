/** The margin on goods whose purchase price was known when they were sold. It is no profit: expenses are not in it. */
import { multiplyDivideFloor, multiplyDivideHalfUp, type Som, som, zeroSom } from '../money.ts';
import type { Margin } from './monthFigures.ts';

/** Goods of one kind that were sold in a month. */
export interface SoldGoods {
  readonly productId: string;
  /** Of the lines whose cost was known: net less VAT, and what they cost the shop. */
  readonly knownSom: Som;
  readonly costSom: Som;
  /** Net less VAT of the lines whose cost nobody knew, and how many there were. */
  readonly unknownSom: Som;
  readonly unknownLines: number;
}

/** A line that came back in part or whole, with the line as it was sold. */
export interface GoodsBack {
  /** What the pieces that came back had counted for, VAT inside. */
  readonly netSom: Som;
  readonly lineVatSom: Som;
  /** Of the whole line; null where nobody knew. */
  readonly lineCostSom: Som | null;
  readonly soldThousandths: number;
  readonly beforeThousandths: number;
  readonly backThousandths: number;
}

/**
 * The part of a line's sum that this return takes back: cumulative, so that any sequence of part returns takes back exactly
 * what was there.
 *
 * | line cost 10 000, 3 pieces | takes back |
 * |----------------------------|------------|
 * | first piece                | 3 333      |
 * | second                     | 3 333      |
 * | third                      | 3 334      |
 */
export function partBack(
  lineSom: Som,
  line: Pick<GoodsBack, 'soldThousandths' | 'beforeThousandths' | 'backThousandths'>,
): Som {
  const { soldThousandths: sold, beforeThousandths: before, backThousandths: back } = line;
  return som(multiplyDivideFloor(lineSom, before + back, sold) - multiplyDivideFloor(lineSom, before, sold));
}

/**
 * `looseSom` came back without a receipt, VAT taken off: nobody knows what those goods had cost.
 *
 * | sold without VAT, cost known | its cost | unknown | came back, cost | margin | of sales |
 * |------------------------------|----------|---------|-----------------|--------|----------|
 * | 100 000                      | 75 000   | 20 000  | –               | 25 000 | 25 %     |
 * | 100 000                      | 75 000   | 20 000  | 10 000, 8 000   | 23 000 | 25.56 %  |
 */
export function marginOf(
  sold: readonly SoldGoods[],
  back: readonly GoodsBack[],
  looseSom: Som = zeroSom,
): Margin {
  let sales = 0;
  let cost = 0;
  let unknown = -looseSom;
  for (const goods of sold) {
    sales += goods.knownSom;
    cost += goods.costSom;
    unknown += goods.unknownSom;
  }
  for (const line of back) {
    const withoutVat = line.netSom - partBack(line.lineVatSom, line);
    if (line.lineCostSom === null) {
      unknown -= withoutVat;
      continue;
    }
    sales -= withoutVat;
    cost -= partBack(line.lineCostSom, line);
  }
  return {
    salesSom: som(sales),
    costSom: som(cost),
    marginSom: som(sales - cost),
    marginBasisPoints: sales > 0 ? multiplyDivideHalfUp(sales - cost, 10_000, sales) : null,
    unknownSom: som(unknown),
    unknownProducts: new Set(sold.filter((each) => each.unknownLines > 0).map(({ productId }) => productId))
      .size,
  };
}
