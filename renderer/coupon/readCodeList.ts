/** A partner's codes out of the rows of a file: which column holds them, and which rows a spreadsheet has spoilt. */
import type { Sheet } from '../app/fileRows.ts';

/** What a spreadsheet does to codes of digits before anybody sees the file. */
export type SpoiltCode = 'shortened' | 'zerosLost';

/** What is done with codes that seem to have lost the zeros at their beginning. */
export type ShortCodes = 'leaveOut' | 'fillUp' | 'keep';

export interface CodeChoice {
  readonly column: number;
  readonly hasHeading: boolean;
  readonly shortCodes: ShortCodes;
}

export interface CodeRow {
  /** As a spreadsheet counts: the first row is 1. */
  readonly row: number;
  readonly code: string;
}

export interface CodeList {
  readonly rows: readonly CodeRow[];
  readonly spoilt: readonly (CodeRow & { readonly fault: SpoiltCode })[];
  /** How long the codes of digits are when some are shorter; null when none is, or when lengths simply differ. */
  readonly usualLength: number | null;
  readonly shortCount: number;
}

const looksLikeCode = /^(?=.*\d)[0-9A-Za-z-]{4,40}$/;
/** A figure in short form: the digits that are not shown are gone. */
const shortened = /^\d(?:[.,]\d+)?E\+\d+$/i;
const longestSent = 200;
const looked = 200;

/** A cell as a code: without spaces around it and without the mark by which Excel keeps a figure as text. */
function codeIn(cell: string | undefined): string {
  return (cell ?? '').replace(/^[\s\u00a0\ufeff']+|[\s\u00a0]+$/g, '').slice(0, longestSent);
}

/** The column with the most different texts that could be codes; the first of equals. */
export function likelyColumn(rows: Sheet['rows']): number {
  const seen = new Map<number, Set<string>>();
  for (const row of rows.slice(0, looked)) {
    for (const [column, cell] of row.entries()) {
      const code = codeIn(cell);
      if (!looksLikeCode.test(code) && !shortened.test(code)) continue;
      seen.set(column, (seen.get(column) ?? new Set()).add(code));
    }
  }
  let best = { column: 0, codes: 0 };
  for (const [column, codes] of [...seen].sort(([a], [b]) => a - b)) {
    if (codes.size > best.codes) best = { column, codes: codes.size };
  }
  return best.column;
}

/** Whether the first row names the column: it has no digit while the rows below have codes. */
export function seemsHeading(rows: Sheet['rows'], column: number): boolean {
  const first = codeIn(rows[0]?.[column]);
  if (first === '' || /\d/.test(first)) return false;
  return rows.slice(1, looked).some((row) => /\d/.test(codeIn(row[column])));
}

/**
 * The length that nearly all codes of digits have, when the rest are shorter: they began with zeros.
 *
 * | codes                           | usual length |
 * |---------------------------------|--------------|
 * | 004512, 4512, 981204, 330018, … | 6            |
 * | 1, 2, 3 … 1000                  | 3, and whoever reads the list says that nothing is lost |
 * | AB12, AB345                     | none: letters keep their zeros |
 */
function usualLengthOf(codes: readonly string[]): number | null {
  const counts = new Map<number, number>();
  for (const code of codes) {
    if (!/^\d+$/.test(code)) return null;
    counts.set(code.length, (counts.get(code.length) ?? 0) + 1);
  }
  let usual = { length: 0, codes: 0 };
  for (const [length, count] of counts) if (count > usual.codes) usual = { length, codes: count };
  const isUsual = usual.codes * 5 >= codes.length * 4;
  const hasShorter = [...counts.keys()].some((length) => length < usual.length);
  return isUsual && hasShorter ? usual.length : null;
}

/** The codes of a sheet. Empty rows are passed over; a row whose code alone is missing goes to the till, which says so. */
export function codesIn(rows: Sheet['rows'], { column, hasHeading, shortCodes }: CodeChoice): CodeList {
  const all: CodeRow[] = [];
  const spoilt: (CodeRow & { fault: SpoiltCode })[] = [];
  for (const [at, cells] of rows.entries()) {
    if ((at === 0 && hasHeading) || cells.every((cell) => cell.trim() === '')) continue;
    const found = { row: at + 1, code: codeIn(cells[column]) };
    if (shortened.test(found.code)) spoilt.push({ ...found, fault: 'shortened' });
    else all.push(found);
  }
  const usualLength = usualLengthOf(all.map(({ code }) => code).filter((code) => code !== ''));
  if (usualLength === null) return { rows: all, spoilt, usualLength, shortCount: 0 };
  const isShort = ({ code }: CodeRow) => code !== '' && code.length < usualLength;
  const shortRows = all.filter(isShort);
  const facts = { usualLength, shortCount: shortRows.length };
  if (shortCodes === 'keep') return { rows: all, spoilt, ...facts };
  if (shortCodes === 'fillUp') {
    const filled = all.map((row) =>
      isShort(row) ? { ...row, code: row.code.padStart(usualLength, '0') } : row,
    );
    return { rows: filled, spoilt, ...facts };
  }
  const lost = shortRows.map((row) => ({ ...row, fault: 'zerosLost' as const }));
  const inOrder = [...spoilt, ...lost].sort((a, b) => a.row - b.row);
  return { rows: all.filter((row) => !isShort(row)), spoilt: inOrder, ...facts };
}

/** A column as a spreadsheet names it: A to Z, then AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
