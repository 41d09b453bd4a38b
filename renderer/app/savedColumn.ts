/** What a list becomes in a file: its columns, and the table of them; nothing here knows of screens. */
import type { TFunction } from 'i18next';
import type { Format } from '../../shared/format.ts';
import type { Language } from '../../shared/text.ts';
import type { TableCell } from './xlsxFile.ts';

/** One column of the file. */
export interface SavedColumn<Row> {
  readonly header: string;
  /** A sum or a count stays a figure; a code, a phone and a day are texts. */
  readonly value: (row: Row) => TableCell;
}

/** The words in which a file is written. */
export interface SavedWords {
  readonly t: TFunction;
  readonly format: Format;
  readonly language: Language;
}

/** The headings and a row for each of the list. */
export function savedTable<Row>(
  columns: readonly SavedColumn<Row>[],
  rows: readonly Row[],
): readonly (readonly TableCell[])[] {
  return [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ value }) => value(row)))];
}
