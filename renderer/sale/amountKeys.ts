/** What a key of the number pad does to the amount of a payment. */
import { type Som, som } from '../../shared/money.ts';
import { afterNumpadKey, type NumpadKey } from '../app/typed.ts';

/**
 * The amount after a key; null is the exact rest. The first figure replaces the exact rest that stood there.
 *
 * | before | key   | after   |
 * |--------|-------|---------|
 * | exact  | 5     | 5       |
 * | 50     | 000   | 50 000  |
 * | 5      | back  | exact   |
 * | 50 000 | clear | exact   |
 */
export function amountAfterKey(typedSom: Som | null, key: NumpadKey): Som | null {
  const digits = afterNumpadKey(typedSom === null ? '' : String(typedSom), key);
  return digits === '' ? null : som(Number(digits));
}
