/** The barcodes of one row: several in a cell, and what a spreadsheet did to them before anybody looked. */
import { isBarcode } from '../catalogue/barcode.ts';
import { gs1CheckDigit } from '../checkDigit.ts';
import { readCode } from '../code.ts';
import type { RowFault, RowWarning } from './faults.ts';

/** A product carries at most so many, as the contract of the catalogue says. */
const mostBarcodes = 20;

export interface ReadCodes {
  readonly codes: readonly string[];
  readonly faults: readonly { readonly code: RowFault; readonly hint: string }[];
  readonly warnings: readonly { readonly code: RowWarning; readonly hint: string }[];
}

/** A figure in short form: the digits that are not shown are gone. */
const shortened = /^\d(?:[.,]\d+)?e\+?\d+$/i;
const separators = /[\s;|/\\]+|,(?!\d+e\+)/i;

/** A number whose first zeros a spreadsheet dropped: with them back, the check digit fits. Null for anything else. */
export function withZerosBack(code: string): string | null {
  if (!/^\d{7}$|^\d{9,11}$/.test(code) || isBarcode(code)) return null;
  const whole = code.padStart(code.length === 7 ? 8 : 12, '0');
  return isBarcode(whole) ? whole : null;
}

/** Whether a code of 8, 12, 13 or 14 digits has a check digit that does not fit. */
function hasWrongCheckDigit(code: string): boolean {
  return (
    /^(\d{8}|\d{12}|\d{13}|\d{14})$/.test(code) && gs1CheckDigit(code.slice(0, -1)) !== Number(code.at(-1))
  );
}

/** What the till reads as something else than goods: a card of the shop, a coupon, a receipt (docs/rules.md rule 22). */
export function isReservedCode(code: string): boolean {
  return /^29\d{11}$/.test(code) || readCode(code) !== null;
}

/**
 * | cell                         | codes                         | fault            |
 * |------------------------------|-------------------------------|------------------|
 * | 4600068009043; 4600068038029 | both                          |                  |
 * | 4,78E+12                     |                               | barcodeShortened |
 * | 1234565 (was 01234565)       |                               | barcodeZeroLost  |
 * | 2912345678905                |                               | barcodeReserved  |
 * | 4600068009044                | kept, checkDigitWrong          |                  |
 */
export function readBarcodes(cell: string): ReadCodes {
  const codes = new Set<string>();
  const faults: { code: RowFault; hint: string }[] = [];
  const warnings: { code: RowWarning; hint: string }[] = [];
  for (const part of cell.split(separators)) {
    const code = part.replace(/^['"]+|['"]+$/g, '');
    if (code === '') continue;
    const fault = faultOf(code);
    if (fault !== null) faults.push({ code: fault, hint: withZerosBack(code) ?? code });
    else codes.add(code);
    if (fault === null && hasWrongCheckDigit(code)) warnings.push({ code: 'checkDigitWrong', hint: code });
  }
  if (codes.size > mostBarcodes) faults.push({ code: 'barcodesTooMany', hint: String(codes.size) });
  return { codes: [...codes], faults, warnings };
}

function faultOf(code: string): RowFault | null {
  if (shortened.test(code)) return 'barcodeShortened';
  if (withZerosBack(code) !== null) return 'barcodeZeroLost';
  if (!/^[0-9A-Za-z-]{3,48}$/.test(code)) return 'barcodeCharacters';
  return isReservedCode(code) ? 'barcodeReserved' : null;
}
