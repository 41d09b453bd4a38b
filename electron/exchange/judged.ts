/** What the check of one row finds, whatever the list is of, and how rows of one file know of each other. */
import type { CheckedRow, ImportOptions, Verdict } from '../../shared/exchange/contract.ts';
import { type CellNote, isFault } from '../../shared/exchange/faults.ts';
import type { CustomerDraft } from '../../shared/exchange/readCustomerRow.ts';
import type { Cells, ProductDraft, ReadRow } from '../../shared/exchange/readProductRow.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { WriteScope } from '../verb.ts';
import type { KnownHere, RowKey } from './knownHere.ts';
import { holderOfKey, type KeyKind, type StagedRow, stagedOf } from './queries.ts';

export interface RowToJudge {
  readonly row: number;
  readonly cells: Cells;
}

export interface Judged {
  readonly row: number;
  readonly cells: Cells;
  readonly verdict: Verdict;
  readonly notes: readonly CellNote[];
  readonly otherRow: number | null;
  /** What the till knows already and the row changes. */
  readonly subjectId: string | null;
  readonly draft: ProductDraft | CustomerDraft;
  readonly bonusSom: number;
  readonly debtSom: number;
  /** By what later rows are seen to be the same; a row with an error is nobody's double. */
  readonly keys: readonly RowKey[];
}

/** The import a row belongs to, and what was chosen for it. */
export interface Judging {
  readonly scope: Pick<WriteScope, 'trx'>;
  readonly importId: string;
  readonly options: ImportOptions;
  readonly today: BusinessDay;
  readonly inFile: FileKeys;
  readonly here: KnownHere;
}

/** A row of which the cells are read; what it means is judged next. */
export interface ReadRowOf<Draft> extends RowToJudge {
  readonly read: ReadRow<Draft>;
}

/** The rows of one file, those of the portion that is being checked among them. */
export interface FileKeys {
  /** The earlier row that has one of the keys; null when none has. */
  readonly holderOf: (keys: readonly RowKey[], row: number) => Promise<number | null>;
  readonly nameOf: (row: number) => Promise<string>;
  readonly keep: (judged: Judged, name: string) => void;
}

/** Goods or a customer that a row changes: a second row of the same ones would change them twice. */
export function subjectKey(subjectId: string | null): readonly RowKey[] {
  return subjectId === null ? [] : [{ kind: 'subject', code: subjectId }];
}

/** Kinds of keys that are asked for a whole portion at once. */
const asked: ReadonlySet<KeyKind> = new Set(['phone', 'card', 'barcode', 'name']);

export const keyText = ({ kind, code }: RowKey): string => `${kind} ${code}`;

/**
 * Keys of this portion are kept beside those of the portions before, which lie in the database; `before` are those of the
 * portion's own keys that are there.
 */
export function fileKeys(
  { trx }: Pick<WriteScope, 'trx'>,
  importId: string,
  before: ReadonlySet<string>,
): FileKeys {
  const fresh = new Map<string, number>();
  const names = new Map<number, string>();
  return {
    async holderOf(keys, row) {
      for (const key of keys) {
        const text = keyText(key);
        const isBefore = before.has(text) || !asked.has(key.kind);
        const holder =
          fresh.get(text) ?? (isBefore ? await holderOfKey(trx, importId, key.kind, key.code) : null);
        if (holder !== null && holder !== row) return holder;
      }
      return null;
    },
    async nameOf(row) {
      const known = names.get(row);
      if (known !== undefined) return known;
      const staged = await stagedOf(trx, importId, row);
      return staged === null
        ? ''
        : nameOfDraft(JSON.parse(staged.draft_json) as ProductDraft | CustomerDraft);
    },
    keep(judged, name) {
      names.set(judged.row, name);
      for (const key of judged.keys) if (!fresh.has(keyText(key))) fresh.set(keyText(key), judged.row);
    },
  };
}

/** The name of goods or of a person, in whichever language the row has it. */
export function nameOfDraft({ name }: ProductDraft | CustomerDraft): string {
  return typeof name === 'string' ? name : (name.uz ?? name.ru ?? name.en ?? '');
}

export function stagedFrom(importId: string, judged: Judged): StagedRow {
  const comes = judged.verdict === 'add' || judged.verdict === 'update';
  return {
    import_id: importId,
    row_no: judged.row,
    cells_json: JSON.stringify(judged.cells),
    verdict: judged.verdict,
    notes_json: judged.notes.length === 0 ? '[]' : JSON.stringify(judged.notes),
    has_warnings: judged.notes.some(({ code }) => !isFault(code)) ? 1 : 0,
    other_row_no: judged.otherRow,
    subject_id: judged.subjectId,
    bonus_som: comes ? judged.bonusSom : 0,
    debt_som: comes ? judged.debtSom : 0,
    draft_json: JSON.stringify(judged.draft),
  };
}

export function checkedRow(row: StagedRow): CheckedRow {
  return {
    row: row.row_no,
    cells: JSON.parse(row.cells_json) as CheckedRow['cells'],
    verdict: row.verdict,
    notes: JSON.parse(row.notes_json) as CheckedRow['notes'],
    otherRow: row.other_row_no,
  };
}
