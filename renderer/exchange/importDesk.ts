/** Keeps the opened files of an import and answers questions about them; it works in a thread of its own. */

import { cellsOfRow, headsGroup } from '../../shared/exchange/cellsOfRow.ts';
import { isCommerceMl, readCommerceMl } from '../../shared/exchange/commerceMl.ts';
import type { ImportKind } from '../../shared/exchange/fields.ts';
import {
  type FileFormat,
  fingerprintOf,
  formatOf,
  guessColumns,
  headingRowOf,
  kindOf,
  type Mapping,
} from '../../shared/exchange/guessColumns.ts';
import { type DayOrder, dayOrderOf } from '../../shared/exchange/readDay.ts';
import { type Encoding, encodingOf, readFileRows, type Sheet, separatorOf } from '../app/fileRows.ts';

const shownRows = 6;

export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface OpenedFiles {
  readonly encoding: Encoding | null;
  /** How the columns of a text file are parted; null for a workbook. */
  readonly separator: string | null;
  readonly format: FileFormat;
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
}

/** What a sheet looks like, and what was guessed about it. */
export interface LookedSheet {
  readonly kind: ImportKind;
  readonly format: FileFormat;
  /** The row of the headings counted from 0; null when the list begins at once. */
  readonly headingRow: number | null;
  readonly headings: readonly string[];
  readonly columns: number;
  readonly first: readonly (readonly string[])[];
  readonly mapping: Mapping;
  readonly fingerprint: string;
  /** Rows that hold something. */
  readonly rows: number;
}

export interface SendableRow {
  readonly row: number;
  readonly cells: ReturnType<typeof cellsOfRow>;
}

export type ImportQuestion =
  | { readonly ask: 'open'; readonly files: readonly PickedFile[] }
  | {
      readonly ask: 'look';
      readonly sheet: number;
      /** Null: as it is guessed. */
      readonly kind: ImportKind | null;
      /** `guess`, or what the person says. */
      readonly headingRow: number | null | 'guess';
    }
  | {
      readonly ask: 'prepare';
      readonly sheet: number;
      readonly headingRow: number | null;
      readonly mapping: Mapping;
    }
  | { readonly ask: 'portion'; readonly from: number; readonly count: number };

export interface ImportAnswers {
  readonly open: OpenedFiles;
  readonly look: LookedSheet;
  readonly prepare: { readonly count: number; readonly dayOrder: DayOrder };
  readonly portion: readonly SendableRow[];
}

type Rows = Sheet['rows'];

interface Opened {
  readonly sheets: readonly Sheet[];
  readonly format: FileFormat | null;
}

/** A text of CommerceML, however it is written; null for every other file. */
function commerceMlIn({ bytes }: PickedFile): string | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return null;
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return isCommerceMl(text) ? text : null;
}

function openFiles(files: readonly PickedFile[]): { readonly opened: Opened; readonly told: OpenedFiles } {
  const texts = files.map(commerceMlIn);
  if (texts.length > 0 && texts.every((text) => text !== null)) {
    const rows = readCommerceMl(texts);
    if (rows === null) throw new Error('a file of 1C that is broken off');
    const sheets = [{ name: files.map(({ name }) => name).join(' + '), rows }];
    const told = { encoding: null, separator: null, format: 'commerceMl' as const };
    return { opened: { sheets, format: 'commerceMl' }, told: { ...told, sheets: countsOf(sheets) } };
  }
  const [file] = files;
  if (file === undefined) throw new Error('no file');
  const { sheets, encoding } = readFileRows(file.bytes);
  const separator =
    encoding === null ? null : separatorOf(new TextDecoder(encoding).decode(file.bytes.subarray(0, 40_000)));
  return {
    opened: { sheets, format: null },
    told: { encoding, separator, format: 'generic', sheets: countsOf(sheets) },
  };
}

const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '');

const countsOf = (sheets: readonly Sheet[]) =>
  sheets.map(({ name, rows }) => ({ name, rows: rows.filter(isFilled).length }));

function lookAt(
  { sheets, format }: Opened,
  { sheet, kind: chosenKind, headingRow: chosenRow }: Extract<ImportQuestion, { ask: 'look' }>,
): LookedSheet {
  const rows: Rows = sheets[sheet]?.rows ?? [];
  const kind = chosenKind ?? kindOf(rows);
  const headingRow = chosenRow === 'guess' ? headingRowOf(rows, kind) : chosenRow;
  const headings = headingRow === null ? null : (rows[headingRow] ?? []);
  const body = rows.slice(headingRow === null ? 0 : headingRow + 1).filter(isFilled);
  const mapping = guessColumns(headings, body, kind);
  const columns = body.slice(0, 200).reduce((most, row) => Math.max(most, row.length), headings?.length ?? 0);
  return {
    kind,
    format: format ?? (headings === null ? 'generic' : formatOf(headings)),
    headingRow,
    headings: headings ?? [],
    columns,
    first: body.slice(0, shownRows),
    mapping: Array.from({ length: columns }, (_, column) => mapping[column] ?? null),
    fingerprint: fingerprintOf(headings ?? Array.from({ length: columns }, (_, column) => String(column))),
    rows: body.length,
  };
}

/** Loyverse names goods with variants only in their first row; the rows of one handle belong together. */
function namesFilledDown(rows: Rows, headings: readonly string[]): Rows {
  const at = (heading: string) => headings.findIndex((each) => each.trim().toLowerCase() === heading);
  const [handle, name] = [at('handle'), at('name')];
  let last = { handle: '', name: '' };
  return rows.map((row) => {
    const own = { handle: row[handle] ?? '', name: row[name] ?? '' };
    if (own.name !== '' || own.handle === '' || own.handle !== last.handle) {
      last = own;
      return row;
    }
    return row.map((cell, column) => (column === name ? last.name : cell));
  });
}

/**
 * The rows that go to the till. Empty ones are passed over, and so are those that only head a group; where no column holds
 * the category, the group above is the category of the rows below it.
 */
function sendable(
  { sheets, format }: Opened,
  { sheet, headingRow, mapping }: Extract<ImportQuestion, { ask: 'prepare' }>,
): readonly SendableRow[] {
  const all = sheets[sheet]?.rows ?? [];
  const headings = headingRow === null ? [] : (all[headingRow] ?? []);
  const isLoyverse = (format ?? formatOf(headings)) === 'loyverseItems';
  const rows = isLoyverse ? namesFilledDown(all, headings) : all;
  const takesGroups = mapping.includes('price') && !mapping.includes('category');
  const ready: SendableRow[] = [];
  let group: string | null = null;
  for (const [at, row] of rows.entries()) {
    if ((headingRow !== null && at <= headingRow) || !isFilled(row)) continue;
    const heading = headsGroup(row, mapping);
    if (heading !== null) {
      group = heading;
      continue;
    }
    const cells = cellsOfRow(row, mapping);
    if (takesGroups && group !== null) cells.category = group;
    if (Object.keys(cells).length > 0) ready.push({ row: at + 1, cells });
  }
  return ready;
}

const dayFields = ['birthDate', 'expiresOn', 'lastVisit'] as const;

/** An `open` that throws leaves the files before it open. */
export function openImportDesk() {
  let opened: Opened = { sheets: [], format: null };
  let ready: readonly SendableRow[] = [];
  return {
    answer(question: ImportQuestion): ImportAnswers[ImportQuestion['ask']] {
      switch (question.ask) {
        case 'open': {
          const next = openFiles(question.files);
          opened = next.opened;
          ready = [];
          return next.told;
        }
        case 'look':
          return lookAt(opened, question);
        case 'prepare': {
          ready = sendable(opened, question);
          const days = ready.flatMap(({ cells }) => dayFields.flatMap((field) => cells[field] ?? []));
          return { count: ready.length, dayOrder: dayOrderOf(days) };
        }
        case 'portion':
          return ready.slice(question.from, question.from + question.count);
      }
    },
  };
}
