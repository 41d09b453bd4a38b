/** The rows of a file that a shop was sent: csv in any usual encoding and with any usual separator, xlsx or xls. */
import { read as readWorkbook, SSF, type WorkSheet } from '@e965/xlsx';
import { parse } from 'papaparse';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/** One sheet of a workbook, or the whole of a text file; a row is its cells as texts. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface FileRows {
  readonly sheets: readonly Sheet[];
  /** Null for a workbook. */
  readonly encoding: Encoding | null;
}

/** Where a text without a mark has its zero bytes: UTF-16 of Latin letters and digits has one in every pair. */
function silentUtf16(bytes: Uint8Array): Encoding | null {
  const looked = Math.min(bytes.length, 2000) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const enough = looked / 8;
  if (looked === 0 || (even < enough && odd < enough)) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/**
 * How a text file is written.
 *
 * | bytes                                   | encoding       |
 * |-----------------------------------------|----------------|
 * | begin with FF FE or FE FF               | UTF-16         |
 * | every second byte is zero               | UTF-16         |
 * | are right as UTF-8                      | UTF-8          |
 * | anything else                           | Windows-1251, as Excel writes csv in Russian |
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const silent = silentUtf16(bytes);
  if (silent !== null) return silent;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

const separators = [';', '\t', '|', ','] as const;
/** Stands in no text, so that every line is one cell. */
const noSeparator = '\u001f';
/** A figure that a spreadsheet shortened has a comma that separates nothing: 4,78E+12. */
const shortened = /\d,\d+E\+\d+/gi;
const lookedCharacters = 20_000;
const lookedLines = 50;

/** The sign that stands equally often in most lines; none when every line is one cell. */
export function separatorOf(text: string): string {
  // What stands in quotes separates nothing, not even lines; the beginning of the file is enough.
  const bare = text
    .slice(0, lookedCharacters)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, lookedLines)
    .map((line) => line.replace(shortened, ''));
  let best = { separator: noSeparator, lines: 0 };
  for (const separator of separators) {
    const counts = new Map<number, number>();
    for (const line of bare) {
      const count = line.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const most = Math.max(0, ...counts.values());
    if (most > best.lines && most * 5 >= bare.length * 4) best = { separator, lines: most };
  }
  return best.separator;
}

function rowsOfText(text: string): readonly (readonly string[])[] {
  const { data } = parse<string[]>(text, { delimiter: separatorOf(text), skipEmptyLines: false });
  return data;
}

const mostDigits = 15;

/** A figure of a spreadsheet keeps 15 digits; of a longer one the last digits are lost, so it stays in its short form. */
function figureText(value: number, shown: string | undefined): string {
  if (shown !== undefined && /^0\d*$/.test(shown) && Number(shown) === value) return shown;
  if (!Number.isInteger(value)) return String(value);
  const digits = Math.abs(value).toFixed(0);
  return digits.length <= mostDigits ? String(value) : value.toExponential(5).replace('e', 'E');
}

interface SheetCell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  /** How the figure is shown, when that was asked for. */
  readonly z?: unknown;
  readonly f?: string;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A day is a figure with a format; it is written as a day, whatever language the spreadsheet spoke. */
function dayText(value: number): string | null {
  const date = SSF.parse_date_code(value) as { y: number; m: number; d: number; H: number; M: number } | null;
  if (date === null || date.y < 1900) return null;
  const day = `${date.y}-${twoDigits(date.m)}-${twoDigits(date.d)}`;
  return date.H + date.M === 0 ? day : `${day} ${twoDigits(date.H)}:${twoDigits(date.M)}`;
}

/** A formula that nobody worked out yet stays a formula: its answer is not in the file. */
function cellText(cell: SheetCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.v === undefined || cell.v === null) return cell.f === undefined ? '' : `=${cell.f}`;
  if (cell.t === 'e') return cell.w ?? '#N/A';
  if (cell.t === 'z') return '';
  if (typeof cell.v !== 'number') return cell.w ?? String(cell.v);
  const day = typeof cell.z === 'string' && SSF.is_date(cell.z) ? dayText(cell.v) : null;
  return day ?? figureText(cell.v, cell.w);
}

function rowsOfSheet(sheet: WorkSheet): readonly (readonly string[])[] {
  const dense: readonly (readonly (SheetCell | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const rows = Array.from(dense, (row) => Array.from(row ?? [], cellText));
  // A cell merged over several rows stands for all of them; merged over columns it is a heading of its own.
  for (const { s, e } of sheet['!merges'] ?? []) {
    if (s.c !== e.c) continue;
    const text = rows[s.r]?.[s.c] ?? '';
    for (let row = s.r + 1; row <= e.r; row++) {
      const cells = rows[row];
      if (cells === undefined) continue;
      while (cells.length <= s.c) cells.push('');
      cells[s.c] = text;
    }
  }
  return rows;
}

/** xlsx is a zip, xls an OLE file; each begins with its own bytes, whatever the file is called. */
function isWorkbook(bytes: Uint8Array): boolean {
  const begins = (...first: readonly number[]) => first.every((byte, at) => bytes[at] === byte);
  return begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0);
}

/** Reads a file whole. Throws what the workbook reader throws when the file is damaged or locked with a password. */
export function readFileRows(bytes: Uint8Array): FileRows {
  if (!isWorkbook(bytes)) {
    const encoding = encodingOf(bytes);
    return { encoding, sheets: [{ name: '', rows: rowsOfText(new TextDecoder(encoding).decode(bytes)) }] };
  }
  const book = readWorkbook(bytes, { type: 'array', dense: true, cellNF: true, cellHTML: false });
  const sheets = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet === undefined ? [] : [{ name, rows: rowsOfSheet(sheet) }];
  });
  return { encoding: null, sheets };
}
