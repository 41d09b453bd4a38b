/** Codes that a partner made: how they are spelt, and what is wrong with the rows of a list. */
import { readCode } from '../code.ts';
import { readCardNumber } from '../customer/cardNumber.ts';
import type { codeRowFaults } from './partnerContract.ts';

/** No partner's code is longer. */
export const longestPartnerCode = 48;

/** A code as it is stored and compared: upper case, without spaces. Hyphens belong to it. */
export function foldPartnerCode(text: string): string {
  return text.replace(/\s/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** The code that a text may be, or null when no partner's code looks like it. */
export function readPartnerCode(text: string): string | null {
  const code = foldPartnerCode(text);
  return code.length <= longestPartnerCode && /^[0-9A-Z-]+$/.test(code) ? code : null;
}

export type CodeRowFault = (typeof codeRowFaults)[number];

export interface CodeRow {
  /** Its number in the file, from 1. */
  readonly row: number;
  readonly code: string;
}

export interface FaultyRow extends CodeRow {
  readonly fault: CodeRowFault;
}

/** What the till knows about the codes of a portion of rows; all in their stored spelling. */
export interface KnownCodes {
  /** Came with an earlier portion of the same file. */
  readonly inThisFile: ReadonlySet<string>;
  /** Belong to another list or range. */
  readonly taken: ReadonlySet<string>;
  /** Barcodes of goods: a scanner could not tell one from the other. */
  readonly barcodes: ReadonlySet<string>;
}

export interface CheckedRows {
  /** Codes to keep, each once, in the order of the file. */
  readonly codes: readonly string[];
  readonly faults: readonly FaultyRow[];
}

/**
 * Checks a portion of a list row by row; one bad row never stops the others. The first fault in this order is told:
 *
 * | row                                   | fault          |
 * |---------------------------------------|----------------|
 * | nothing, or only spaces               | empty          |
 * | 49 characters                         | tooLong        |
 * | `ЧОЙ-10`, `A_1`, `A.1`                | characters     |
 * | a valid code or card of the shop      | looksLikeOurs  |
 * | the barcode of goods                  | looksLikeOurs  |
 * | stood in the file before              | twiceInFile    |
 * | belongs to another list or range      | taken          |
 */
export function checkCodeRows(rows: readonly CodeRow[], known: KnownCodes): CheckedRows {
  const seen = new Set<string>();
  const faults: FaultyRow[] = [];
  for (const row of rows) {
    const code = foldPartnerCode(row.code);
    const fault = faultOf(code, known, seen);
    if (fault === null) seen.add(code);
    else faults.push({ ...row, fault });
  }
  return { codes: [...seen], faults };
}

/** The codes of a portion that are worth looking up: spelt as they are stored, each once. */
export function codesToLookUp(rows: readonly CodeRow[]): readonly string[] {
  const codes = rows.map((row) => readPartnerCode(row.code)).filter((code) => code !== null);
  return [...new Set(codes)];
}

function faultOf(code: string, known: KnownCodes, seen: ReadonlySet<string>): CodeRowFault | null {
  if (code === '') return 'empty';
  if (code.length > longestPartnerCode) return 'tooLong';
  if (readPartnerCode(code) === null) return 'characters';
  if (readCode(code) !== null || readCardNumber(code) !== null || known.barcodes.has(code)) {
    return 'looksLikeOurs';
  }
  if (seen.has(code) || known.inThisFile.has(code)) return 'twiceInFile';
  return known.taken.has(code) ? 'taken' : null;
}
