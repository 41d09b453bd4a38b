/** Charity at the till: the total rounded up for a fund that the shop names. */
import { type Som, som } from '../money.ts';

/** The sums to which a customer may let the total be rounded up. */
export const roundUpSteps = [500, 1000, 5000] as const;

/**
 * What rounding up gives; a total that is round already gives nothing, because nobody was asked for a whole step.
 *
 * | total  | step  | gives |
 * |--------|-------|-------|
 * | 54 780 | 1 000 | 220   |
 * | 55 000 | 1 000 | 0     |
 * | 0      | 1 000 | 0     |
 */
export function roundUpDonation(totalSom: Som, stepSom: number): Som {
  const over = totalSom % stepSom;
  return som(over === 0 ? 0 : stepSom - over);
}
