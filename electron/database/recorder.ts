/** Remembers what a transaction wrote, statement by statement, so that the redo log can do it once more. */
import type Sqlite from 'better-sqlite3';

export interface RecordedStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A committed transaction: what it wrote, and which one it was. */
export interface RecordedTransaction {
  /** 1, 2, 3 … as the file itself counts them; whoever puts an older file back falls behind it. */
  readonly position: number;
  readonly statements: readonly RecordedStatement[];
}

export type TransactionSink = (transaction: RecordedTransaction) => void;

export interface Recorder {
  readonly wrote: (sql: string, parameters: readonly unknown[]) => void;
  /** A savepoint, its release, or the way back to it: what was undone is not remembered. */
  readonly control: (sql: string) => void;
  /** The last act of the transaction: counts it in the file. */
  readonly beforeCommit: () => void;
  readonly committed: () => void;
  readonly rolledBack: () => void;
}

const toSavepoint = /^\s*rollback\b/i;
const savepoint = /^\s*savepoint\b/i;

/**
 * Records for a sink, which is handed each transaction after its commit. A transaction that wrote nothing is none. The
 * count lies in a table of its own, so that it is rolled back, lost and put back together with what it counts.
 */
export function createRecorder(handle: Sqlite.Database, sink: TransactionSink): Recorder {
  const count = handle.prepare<[], number>(
    "update redo_position set number = number + 1 where id = 'shop' returning number",
  );
  count.pluck();
  let statements: RecordedStatement[] = [];
  /** How many statements stood before each open savepoint. */
  let marks: number[] = [];
  let position = 0;

  function forget(): void {
    statements = [];
    if (marks.length > 0) marks = [];
  }

  return {
    wrote(sql, parameters) {
      statements.push({ sql, parameters });
    },
    control(sql) {
      if (savepoint.test(sql)) marks.push(statements.length);
      else if (toSavepoint.test(sql)) statements.length = marks.at(-1) ?? 0;
      else marks.pop();
    },
    beforeCommit() {
      if (statements.length === 0) return;
      position = count.get() ?? 0;
    },
    committed() {
      if (statements.length > 0) sink({ position, statements });
      forget();
    },
    rolledBack: forget,
  };
}
