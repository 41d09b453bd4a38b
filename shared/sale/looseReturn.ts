/** Goods that come back without a receipt: at most at today's price, and within the shop's sum of the day. */
import { fractionalUnits, type Unit } from '../basket.ts';
import { type Refused, refuse } from '../errors.ts';
import {
  addSom,
  type BasisPoints,
  largerSom,
  largestSom,
  lineAmount,
  ONE,
  type Som,
  som,
  subtractSom,
  sumOf,
  type Thousandths,
  vatInside,
  zeroSom,
} from '../money.ts';
import type { LocalText } from '../text.ts';

/** A product as the catalogue knows it now. */
export interface LooseProduct {
  readonly name: LocalText;
  readonly unit: Unit;
  readonly priceSom: Som;
  readonly vatBasisPoints: BasisPoints | null;
}

export interface LooseLine {
  readonly product: LooseProduct;
  readonly quantityThousandths: Thousandths;
  /** What is given back for one piece, or one kilogram. */
  readonly priceSom: Som;
}

export interface LooseReturn {
  readonly lines: readonly (LooseLine & { readonly netSom: Som; readonly vatSom: Som })[];
  readonly netSom: Som;
  readonly vatSom: Som;
}

export type LooseRefusal =
  | Refused<'WholePiecesOnly', { readonly name: LocalText }>
  | Refused<'LoosePriceTooHigh', { readonly name: LocalText; readonly atMostSom: Som }>
  | Refused<'LooseLimit', { readonly leftSom: Som }>;

/**
 * What goods without a receipt bring back. Nobody knows what was paid for them, so no discount is looked for and no bonus
 * moves; the price is at most today's, and VAT is inside it at the product's rate. `leftTodaySom` is what is left of the
 * shop's sum of the day; null for whoever is bound by none but the largest sum that a till writes.
 *
 * | line                         | today's price | VAT  | left today | answer                     |
 * |------------------------------|---------------|------|------------|----------------------------|
 * | 2 × 12 990                   | 12 990        | 12 % | 200 000    | 25 980, VAT 2 784          |
 * | 1 × 13 000                   | 12 990        | 12 % | 200 000    | LoosePriceTooHigh 12 990   |
 * | 2 × 12 990                   | 12 990        | 12 % | 20 000     | LooseLimit 20 000          |
 * | 0.5 of what goes by the piece | 12 990       | 12 % | 200 000    | WholePiecesOnly            |
 */
export function looseReturn(
  lines: readonly LooseLine[],
  leftTodaySom: Som | null,
): LooseReturn | LooseRefusal {
  for (const { product, quantityThousandths, priceSom } of lines) {
    const { name, unit, priceSom: atMostSom } = product;
    if (quantityThousandths % ONE !== 0 && !fractionalUnits.includes(unit)) {
      return refuse('WholePiecesOnly', { name });
    }
    if (priceSom > atMostSom) return refuse('LoosePriceTooHigh', { name, atMostSom });
  }
  const counted = lines.map((line) => {
    const netSom = lineAmount(line.priceSom, line.quantityThousandths);
    const rate = line.product.vatBasisPoints;
    return { ...line, netSom, vatSom: rate === null ? zeroSom : vatInside(netSom, rate) };
  });
  const netSom = sumOf(counted, (line) => line.netSom);
  const leftSom = leftTodaySom ?? largestSom;
  if (netSom > leftSom) return refuse('LooseLimit', { leftSom: som(leftSom) });
  return { lines: counted, netSom, vatSom: sumOf(counted, (line) => line.vatSom) };
}

/** What is left of the sum of a day when so much came back already; never below zero. */
export function looseLeftSom(dailySom: Som, ...cameBackSom: readonly Som[]): Som {
  return largerSom(zeroSom, subtractSom(dailySom, addSom(...cameBackSom)));
}
