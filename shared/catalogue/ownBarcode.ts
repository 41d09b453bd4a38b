/** Barcodes of the shop's own for goods that came without one: EAN-13 from 20, a range that is nobody's outside the shop. */
import { gs1CheckDigit } from '../checkDigit.ts';

/** 20–29 are for use inside one shop; 29 are the cards of its customers, and a scale must be set to another than this. */
export const ownBarcodePrefix = '20';
const serialDigits = 10;

/**
 * The barcode with a serial number of ten digits: `20`, the digits, the check digit. Throws RangeError on anything else.
 *
 * | digits     | barcode       |
 * |------------|---------------|
 * | 0000000001 | 2000000000015 |
 * | 1234567890 | 2012345678903 |
 */
export function ownBarcode(digits: string): string {
  if (!new RegExp(`^\\d{${serialDigits}}$`).test(digits)) {
    throw new RangeError('a barcode of the shop needs ten digits');
  }
  const body = `${ownBarcodePrefix}${digits}`;
  return `${body}${gs1CheckDigit(body)}`;
}

/** Ten digits from at least six random bytes; the bias of a remainder of 2^48 is under forty in a million. */
export function ownBarcodeDigits(randomBytes: Uint8Array): string {
  if (randomBytes.length < 6) throw new RangeError('ten digits need six random bytes');
  let value = 0;
  for (const byte of randomBytes.subarray(0, 6)) value = value * 256 + byte;
  return String(value % 10 ** serialDigits).padStart(serialDigits, '0');
}
