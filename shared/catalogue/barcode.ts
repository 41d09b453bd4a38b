/** Barcodes of goods: EAN-13, EAN-8, UPC-A and GTIN-14 with their check digits. */
import { gs1CheckDigit } from '../checkDigit.ts';

/** Whether a text is an EAN-8, UPC-A, EAN-13 or GTIN-14 with a right check digit. */
export function isBarcode(text: string): boolean {
  if (!/^(\d{8}|\d{12}|\d{13}|\d{14})$/.test(text)) return false;
  return gs1CheckDigit(text.slice(0, -1)) === Number(text.at(-1));
}

/**
 * The spellings under which a scanned barcode may be stored: a UPC-A is the EAN-13 with a leading zero, and scanners send
 * either. The text as it was read comes first; other lengths have no second spelling.
 */
export function barcodeSpellings(text: string): readonly string[] {
  if (!isBarcode(text)) return [text];
  if (text.length === 12) return [text, `0${text}`];
  if (text.length === 13 && text.startsWith('0')) return [text, text.slice(1)];
  return [text];
}
