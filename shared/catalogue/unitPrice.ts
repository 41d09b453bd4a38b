/** The price of a kilogram, a litre, a metre or a piece of what is sold by the pack, so that packs can be compared. */
import type { Unit } from '../basket.ts';
import { largestSom, multiplyDivideHalfUp, type Som, som, type Thousandths } from '../money.ts';

/** What a pack can hold so much of. */
export const contentUnits = ['kilogram', 'litre', 'metre', 'piece'] as const;
export type ContentUnit = (typeof contentUnits)[number];

/** What one pack holds, in thousandths of a unit: 250 g are 250 thousandths of a kilogram. */
export interface Content {
  readonly thousandths: Thousandths;
  readonly unit: ContentUnit;
}

export interface UnitPrice {
  readonly priceSom: Som;
  readonly unit: ContentUnit;
}

/** Goods that are counted are packs; what is weighed or measured has the price of a unit on its tag already. */
export function isPack(soldBy: Unit): boolean {
  return soldBy === 'piece' || soldBy === 'pack';
}

/**
 * The price of one whole unit of what a pack holds, half up to a whole so'm: always of 1 kg, 1 l, 1 m or 1 piece, because
 * shelves here compare kilograms and litres, and two ways of counting would compare nothing. Null where it would say
 * nothing: goods that are weighed, a pack of unknown content, a pack of exactly one unit, less than one piece, a price
 * below half a so'm, and a sum larger than the till counts.
 *
 * | sold by  | price  | one pack holds | the price of a unit |
 * |----------|--------|----------------|---------------------|
 * | piece    | 18 500 | 250 g          | 74 000 for 1 kg     |
 * | piece    | 14 000 | 900 ml         | 15 556 for 1 l      |
 * | pack     | 25 000 | 12 pieces      | 2 083 for 1 piece   |
 * | piece    | 45 000 | 1 kg           | –                   |
 * | kilogram | 45 000 | anything       | –                   |
 */
export function unitPrice(priceSom: Som, soldBy: Unit, content: Content | null): UnitPrice | null {
  if (content === null || !isPack(soldBy)) return null;
  const { thousandths, unit } = content;
  if (thousandths <= 0 || thousandths === 1000) return null;
  if (unit === 'piece' && thousandths < 1000) return null;
  const price = multiplyDivideHalfUp(priceSom, 1000, thousandths);
  return price > 0 && price <= largestSom ? { priceSom: som(price), unit } : null;
}
