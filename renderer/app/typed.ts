/** What a person typed into a field of money or quantity, as a number; and what a key of the number pad does to it. */
import { largestSom, type Som, som, type Thousandths, thousandths } from '../../shared/money.ts';

/** Spaces of every width, as pasted from a spreadsheet or a message. */
const spaces = /[\s\u00A0\u2007\u2009\u202F]/g;

/**
 * A sum as typed or pasted, in whole so'm; null when it is not one (empty, letters, a fraction, too large).
 *
 * | typed            | sum     |
 * |------------------|---------|
 * | `125 000`        | 125 000 |
 * | `125.000`        | 125 000 |
 * | `12 500,50`      | –       |
 */
export function somTyped(text: string): Som | null {
  const plain = text.replace(spaces, '');
  const grouped = /^\d{1,3}([.,'])\d{3}(\1\d{3})*$/.test(plain);
  const digits = grouped ? plain.replace(/\D/g, '') : plain;
  if (!/^\d{1,15}$/.test(digits)) return null;
  const value = Number(digits);
  return value > largestSom ? null : som(value);
}

/** A quantity above zero with up to three decimals, comma or point; null when it is not one. */
export function quantityTyped(text: string, mayBeFraction: boolean): Thousandths | null {
  const parts = /^(\d{1,6})(?:[.,](\d{1,3}))?$/.exec(text.replace(spaces, ''));
  if (!parts) return null;
  const [, figure = '0', decimals = ''] = parts;
  const value = Number(figure) * 1000 + Number(decimals.padEnd(3, '0'));
  if (value === 0 || (!mayBeFraction && value % 1000 !== 0)) return null;
  return thousandths(value);
}

export const numpadKeys = [
  ['7', '8', '9', 'back'],
  ['4', '5', '6', 'times'],
  ['1', '2', '3', 'minus'],
  ['0', '00', '000', 'clear'],
] as const;
export type NumpadKey = (typeof numpadKeys)[number][number];

/** The digits after a key of the pad; `times` and `minus` mean something to the screen and change no digits. */
export function afterNumpadKey(digits: string, key: NumpadKey, longest = 12): string {
  if (key === 'back') return digits.slice(0, -1);
  if (key === 'clear') return '';
  if (key === 'times' || key === 'minus') return digits;
  const next = digits === '0' ? key.replace(/^0+(?=\d)/, '') : digits + key;
  const tidy = /^0+$/.test(next) ? '0' : next.replace(/^0+(?=\d)/, '');
  return tidy.length > longest ? digits : tidy;
}
