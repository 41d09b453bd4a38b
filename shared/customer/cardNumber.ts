/** Numbers of customer cards: an EAN-13 that starts with 29 and carries a Damm digit, so that mistypes do not pass. */
import { dammDigit, gs1CheckDigit } from '../checkDigit.ts';

const prefix = '29';
const serialDigits = 9;
const cardNumberLength = 13;

/**
 * A new card number from nine random digits: `29`, the digits, a Damm digit over the first eleven, the EAN-13 check digit.
 * The digits are random rather than counted so that nobody can guess a neighbour's card. Throws RangeError otherwise.
 */
export function newCardNumber(randomDigits: string): string {
  if (!new RegExp(`^\\d{${serialDigits}}$`).test(randomDigits)) {
    throw new RangeError('a card number needs nine random digits');
  }
  const body = `${prefix}${randomDigits}`;
  const checked = `${body}${dammDigit(body)}`;
  return `${checked}${gs1CheckDigit(checked)}`;
}

/** Nine digits from at least six random bytes; the bias of a remainder of 2^48 is under four in a million. */
export function cardDigits(randomBytes: Uint8Array): string {
  if (randomBytes.length < 6) throw new RangeError('nine digits need six random bytes');
  let value = 0;
  for (const byte of randomBytes.subarray(0, 6)) value = value * 256 + byte;
  return String(value % 10 ** serialDigits).padStart(serialDigits, '0');
}

/** The thirteen digits of a card as they are stored, or null; spaces and hyphens are tolerated. */
export function readCardNumber(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^29\d{11}$/.test(digits)) return null;
  const checked = digits.slice(0, cardNumberLength - 1);
  if (gs1CheckDigit(checked) !== Number(digits.at(-1)) || dammDigit(checked) !== 0) return null;
  return digits;
}

/** Whether a text that is no valid card number was probably meant to be one: thirteen digits that start with 29. */
export function looksLikeCardNumber(text: string): boolean {
  return /^29\d{10,12}$/.test(text.replace(/[\s-]/g, ''));
}

/** The number as it is printed on the card: `29 1234 56789 0 1`. */
export function formatCardNumber(number: string): string {
  return number.replace(/^(\d{2})(\d{4})(\d{5})(\d)(\d)$/, '$1 $2 $3 $4 $5');
}

/** Enough of a number to recognise a card by, for receipts and logs: `29…5678`. */
export function maskCardNumber(number: string): string {
  return `29…${number.slice(-4)}`;
}
