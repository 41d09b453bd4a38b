/** What goods cost the shop itself: the purchase price of a product, and of a line when it is sold. */
import { largestSom, lineAmount, type Som, type Thousandths } from '../money.ts';

/**
 * What the goods of a line cost the shop, half up like the price of weighed goods; null where the purchase price is not
 * known, or so wrong that no receipt could hold it: selling never waits for the books.
 *
 * | purchase price | quantity | cost   |
 * |----------------|----------|--------|
 * | 8 000          | 2 pieces | 16 000 |
 * | 8 333          | 1.250 kg | 10 416 |
 * | unknown        | 2 pieces | null   |
 */
export function costOfLine(costSom: Som | null, quantityThousandths: Thousandths): Som | null {
  if (costSom === null || costSom * quantityThousandths > largestSom * 1000) return null;
  return lineAmount(costSom, quantityThousandths);
}
