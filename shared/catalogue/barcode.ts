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

/**
 * Which of a product's codes stands on its label: an EAN-13 before every other
 * code with a check digit, and these before the rest. Null for a product without a code.
 *
 * | codes                      | on the label  |
 * |----------------------------|---------------|
 * | 111, 4780012345677         | 4780012345677 |
 * | 96385074, 4780012345677    | 4780012345677 |
 * | KOLA-1, 14 digits of a box | the 14 digits |
 * | KOLA-1, 111                | 111           |
 */
export function labelBarcode(codes: readonly string[]): string | null {
  const sorted = [...codes].sort();
  const standard = sorted.filter(isBarcode);
  return standard.find((code) => code.length === 13) ?? standard[0] ?? sorted[0] ?? null;
}
