/** Sale prices as an owner sets them: so many percent off everything, and which prices are none. */
import { type BasisPoints, multiplyDivideFloor, percentOf, type Som, som, subtractSom } from '../money.ts';

/** Coins are not used any more: prices on the shelf end in two zeroes. */
const stepSom = 100;

/**
 * The usual price less a percent, rounded down to whole hundreds, so that the shelf never gives less than the poster
 * promises. What would round to nothing stays as it is.
 *
 * | usual  | off  | sale price |
 * |--------|------|------------|
 * | 18 500 | 10 % | 16 600     |
 * | 6 000  | 10 % | 5 400      |
 * | 90     | 10 % | 81         |
 */
export function salePriceOf(usualSom: Som, off: BasisPoints): Som {
  const exactSom = subtractSom(usualSom, percentOf(usualSom, off));
  const roundSom = exactSom - (exactSom % stepSom);
  return roundSom === 0 ? exactSom : som(roundSom);
}

/** How much a sale price takes off the usual one, rounded down to whole percents; 0 when it takes nothing off. */
export function percentOff(usualSom: Som, saleSom: Som): number {
  return usualSom > saleSom ? multiplyDivideFloor(usualSom - saleSom, 100, usualSom) : 0;
}

/** Whether a price is one to put on a sale tag: above 0, because a gift is another promotion, and cheaper than usual. */
export function isSalePrice(usualSom: Som, saleSom: Som): boolean {
  return saleSom > 0 && saleSom < usualSom;
}
