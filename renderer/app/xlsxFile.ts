/** Rows as an Excel workbook: texts stay texts and figures stay figures; nothing in it is ever a formula. */
import { utils, write } from '@e965/xlsx';

/** A figure stays a figure; everything else is a text. */
export type TableCell = string | number | null;

/** What a spreadsheet would take for a formula if the sheet were saved as text later. */
const formulaLike = /^[=+\-@\t\r]/;

const cellOf = (value: TableCell) => {
  if (typeof value === 'number') return { t: 'n' as const, v: value };
  const text = value ?? '';
  // The mark by which spreadsheets keep a text a text; a phone and a figure below zero are no formulas.
  const isPlain = /^[+-]?[\d\s().-]+$/.test(text) && !/^[\t\r]/.test(text);
  return { t: 's' as const, v: formulaLike.test(text) && !isPlain ? `'${text}` : text, z: '@' };
};

const widestColumn = 60;

function widthOf(rows: readonly (readonly TableCell[])[], column: number): number {
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, String(row[column] ?? '').length), 8);
  return Math.min(widestColumn, longest + 2);
}

export interface NamedSheet {
  readonly name: string;
  readonly rows: readonly (readonly TableCell[])[];
}

/** One sheet or several, each with columns as wide as what stands in them. */
export function xlsxBytes(sheets: readonly NamedSheet[]): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(cellOf)));
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
    sheet['!cols'] = Array.from({ length: columns }, (_, column) => ({ wch: widthOf(rows, column) }));
    utils.book_append_sheet(book, sheet, name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }));
}

export function xlsxFile(sheets: readonly NamedSheet[]): Blob {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return new Blob([new Uint8Array(xlsxBytes(sheets))], { type });
}
