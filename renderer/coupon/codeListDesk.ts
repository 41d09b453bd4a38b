/** Keeps one opened file and answers questions about it; it works in a thread of its own, so that the page never stands still. */
import { type Encoding, type FileRows, readFileRows } from '../app/fileRows.ts';
import {
  type CodeChoice,
  type CodeList,
  type CodeRow,
  codesIn,
  likelyColumn,
  seemsHeading,
} from './readCodeList.ts';

const previewRows = 5;

export interface OpenedFile {
  readonly encoding: Encoding | null;
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
}

/** What a sheet looks like, and what was guessed about it. */
export interface OpenedSheet {
  readonly first: readonly (readonly string[])[];
  readonly columns: number;
  readonly column: number;
  readonly hasHeading: boolean;
}

export interface ReadCodes {
  readonly count: number;
  readonly first: readonly CodeRow[];
  readonly spoilt: CodeList['spoilt'];
  readonly usualLength: number | null;
  readonly shortCount: number;
}

export type Question =
  | { readonly ask: 'open'; readonly bytes: Uint8Array }
  | { readonly ask: 'sheet'; readonly sheet: number }
  | { readonly ask: 'codes'; readonly sheet: number; readonly choice: CodeChoice }
  | { readonly ask: 'portion'; readonly from: number; readonly count: number };

export interface Answers {
  readonly open: OpenedFile;
  readonly sheet: OpenedSheet;
  readonly codes: ReadCodes;
  readonly portion: readonly CodeRow[];
}

export type DeskAnswer = Answers[keyof Answers];

export interface CodeListDesk {
  answer(question: Question): DeskAnswer;
}

function lookAtSheet(file: FileRows, sheet: number): OpenedSheet {
  const rows = file.sheets[sheet]?.rows ?? [];
  const column = likelyColumn(rows);
  const first = rows.slice(0, previewRows);
  const columns = rows.slice(0, 200).reduce((most, row) => Math.max(most, row.length), 0);
  return { first, columns, column, hasHeading: seemsHeading(rows, column) };
}

/** An `open` that throws leaves the file before it open. */
export function openCodeListDesk(): CodeListDesk {
  let file: FileRows = { sheets: [], encoding: null };
  let codes: readonly CodeRow[] = [];
  return {
    answer(question) {
      switch (question.ask) {
        case 'open': {
          file = readFileRows(question.bytes);
          codes = [];
          const sheets = file.sheets.map(({ name, rows }) => ({ name, rows: rows.length }));
          return { encoding: file.encoding, sheets };
        }
        case 'sheet':
          return lookAtSheet(file, question.sheet);
        case 'codes': {
          const list = codesIn(file.sheets[question.sheet]?.rows ?? [], question.choice);
          codes = list.rows;
          const { spoilt, usualLength, shortCount } = list;
          return { count: codes.length, first: codes.slice(0, previewRows), spoilt, usualLength, shortCount };
        }
        case 'portion':
          return codes.slice(question.from, question.from + question.count);
      }
    },
  };
}
