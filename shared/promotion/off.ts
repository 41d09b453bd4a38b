/** The three ways to make goods cheaper, shared by every benefit: percent, amount, fixed price. */
import { z } from 'zod';
import {
  type BasisPoints,
  largerSom,
  lineAmount,
  percentOf,
  type Som,
  smallerSom,
  subtractSom,
  type Thousandths,
  zeroSom,
} from '../money.ts';
import { rateSchema, somSchema } from '../wire.ts';

export type Off =
  | { readonly kind: 'percent'; readonly rateBasisPoints: BasisPoints }
  /** So much off each piece, kilogram or litre. */
  | { readonly kind: 'amountPerUnit'; readonly amountSom: Som }
  /** Each piece, kilogram or litre at this price; never dearer than it is. */
  | { readonly kind: 'fixedPrice'; readonly priceSom: Som };

export const offSchema: z.ZodType<Off> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), rateBasisPoints: rateSchema }),
  z.strictObject({ kind: z.literal('amountPerUnit'), amountSom: somSchema }),
  z.strictObject({ kind: z.literal('fixedPrice'), priceSom: somSchema }),
]);

/** Some pieces, or some weight, and what they cost together. */
export interface GoodsAtHand {
  readonly costSom: Som;
  readonly quantityThousandths: Thousandths;
}

/**
 * What is taken off goods: floored once on their total and never per piece (docs/rules.md rule 3), never more than they
 * cost.
 *
 * | goods     | off          | takes |
 * |-----------|--------------|-------|
 * | 3 × 6 333 | 15 %         | 2 849 |
 * | 3 × 6 333 | 500 per unit | 1 500 |
 * | 3 × 6 333 | fixed 6 000  | 999   |
 */
export function takenOff(off: Off, { costSom, quantityThousandths }: GoodsAtHand): Som {
  switch (off.kind) {
    case 'percent':
      return percentOf(costSom, off.rateBasisPoints);
    case 'amountPerUnit':
      return smallerSom(lineAmount(off.amountSom, quantityThousandths), costSom);
    case 'fixedPrice':
      return largerSom(zeroSom, subtractSom(costSom, lineAmount(off.priceSom, quantityThousandths)));
  }
}
