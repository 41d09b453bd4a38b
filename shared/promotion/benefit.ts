/** How much a benefit takes off: one line, or the sum of the lines it covers. */
import type { BasketLine } from '../basket.ts';
import { largerSom, lineAmount, percentOf, type Som, smallerSom, subtractSom, zeroSom } from '../money.ts';
import type { BasketBenefit, LineBenefit } from './promotion.ts';

/**
 * What a promotion takes off one line that costs `lineSom` after its manual discount: floored once on the line's total,
 * never per piece (docs/rules.md rule 3), never more than the line.
 *
 * | line             | benefit         | off   |
 * |------------------|-----------------|-------|
 * | 3 × 6 333        | 15 %            | 2 849 |
 * | 3 × 6 333        | 500 per unit    | 1 500 |
 * | 3 × 6 333        | fixed 6 000     | 999   |
 */
export function lineDiscount(benefit: LineBenefit, line: BasketLine, lineSom: Som): Som {
  switch (benefit.kind) {
    case 'percent':
      return percentOf(lineSom, benefit.rateBasisPoints);
    case 'amountPerUnit':
      return smallerSom(lineAmount(benefit.amountSom, line.quantityThousandths), lineSom);
    case 'fixedPrice':
      return largerSom(zeroSom, subtractSom(lineSom, lineAmount(benefit.priceSom, line.quantityThousandths)));
  }
}

/** What a basket promotion or a coupon takes off lines that cost `baseSom` together: floored once (docs/rules.md rule 3). */
export function basketDiscount(benefit: BasketBenefit, baseSom: Som): Som {
  switch (benefit.kind) {
    case 'percent': {
      const off = percentOf(baseSom, benefit.rateBasisPoints);
      return benefit.atMostSom === null ? off : smallerSom(off, benefit.atMostSom);
    }
    case 'amount':
      return smallerSom(benefit.amountSom, baseSom);
  }
}
