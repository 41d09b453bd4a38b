/** Tables that leave the till as files: the journal notes which and how many rows, never what stood in them. */
import type { exportKinds } from '../../shared/journal/contract.ts';
import { api } from './api.ts';
import { csvFile } from './csvFile.ts';
import { saveFile } from './saveFile.ts';
import { newIntentionId } from './uuid.ts';

export type ExportKind = (typeof exportKinds)[number];

/** Notes a file that was saved; the file is the user's whatever becomes of the note. */
export function noteExport(what: ExportKind, rows: number): void {
  void api.journal.exported({ intentionId: newIntentionId(), what, rows });
}

/** Gives the user a table as a csv file. */
export function saveTable(what: ExportKind, name: string, rows: readonly (readonly string[])[]): void {
  saveFile(name, csvFile(rows));
  noteExport(what, rows.length);
}
