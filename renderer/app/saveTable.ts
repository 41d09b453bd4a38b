/** Tables that leave the till as files: the journal notes which and how many rows, never what stood in them. */
import type { exportKinds } from '../../shared/journal/contract.ts';
import { api } from './api.ts';
import { csvFile } from './csvFile.ts';
import { saveFile } from './saveFile.ts';
import { newIntentionId } from './uuid.ts';
import type { TableCell } from './xlsxFile.ts';

export type ExportKind = (typeof exportKinds)[number];

/** Notes a file that was saved; the file is the user's whatever becomes of the note. */
export function noteExport(what: ExportKind, rows: number): void {
  void api.journal.exported({ intentionId: newIntentionId(), what, rows });
}

export type TableFormat = 'xlsx' | 'csv';

/** Gives the user a table as a csv file. */
export function saveTable(what: ExportKind, name: string, rows: readonly (readonly string[])[]): void {
  saveFile(name, csvFile(rows));
  noteExport(what, rows.length);
}

/** Gives the user a table as a workbook or as csv; `name` is without its ending. The first row is the headings. */
export async function saveTableAs(
  format: TableFormat,
  what: ExportKind,
  name: string,
  rows: readonly (readonly TableCell[])[],
): Promise<void> {
  if (format === 'csv') {
    saveFile(`${name}.csv`, csvFile(rows.map((row) => row.map((cell) => String(cell ?? '')))));
  } else {
    // The writer is large, and a page that saves nothing never needs it.
    const { xlsxFile } = await import('./xlsxFile.ts');
    saveFile(`${name}.xlsx`, xlsxFile([{ name: 'Daftar', rows }]));
  }
  noteExport(what, Math.max(0, rows.length - 1));
}
