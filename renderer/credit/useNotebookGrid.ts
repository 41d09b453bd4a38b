/** The rows of the notebook that are being copied: each goes to the till by itself, and what was typed survives a reload. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { api } from '../app/api.ts';
import { useSession } from '../app/session.tsx';
import { useConnection } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import {
  changeRows,
  draftText,
  type GridRow,
  isEmptyRow,
  type NotedDebt,
  type RowChange,
  readDraft,
  readRow,
  rowAfter,
  type TypedRow,
} from './notebookRows.ts';

/** What the till found out about a row that it noted. */
export interface NotedAnswer {
  readonly isNewCustomer: boolean;
  /** All that the customer owes now. */
  readonly openSom: number;
}

export interface NotebookGrid {
  /** The last one is being typed. */
  readonly rows: readonly GridRow[];
  readonly answers: ReadonlyMap<string, NotedAnswer>;
  /** Goes up with each row that was sent: the focus belongs to the last row again. */
  readonly sent: number;
  readonly type: (intentionId: string, patch: Partial<TypedRow>) => void;
  readonly send: (row: GridRow, debt: NotedDebt) => void;
  readonly remove: (intentionId: string) => void;
}

const storageKey = 'daftar.notebook';

function firstRows(today: Parameters<typeof rowAfter>[2]): readonly GridRow[] {
  const kept = readDraft(sessionStorage.getItem(storageKey)) ?? [];
  const last = kept.at(-1);
  if (last?.state === 'typing') return kept;
  return [...kept, rowAfter(last ?? null, newIntentionId(), today)];
}

export function useNotebookGrid(): NotebookGrid {
  const today = useSession().shop.businessDay;
  const [rows, change] = useReducer(
    (before: readonly GridRow[], each: RowChange) => changeRows(before, each, today),
    today,
    firstRows,
  );
  const [answers, setAnswers] = useState<ReadonlyMap<string, NotedAnswer>>(new Map());
  const [sent, setSent] = useState(0);
  useEffect(() => {
    const isUntouched = rows.length === 1 && rows[0] !== undefined && isEmptyRow(rows[0]);
    if (isUntouched) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, draftText(rows));
  }, [rows]);

  const send = useCallback((row: GridRow, debt: NotedDebt) => {
    const { intentionId } = row;
    change({ kind: 'sent', intentionId, debt, nextId: newIntentionId() });
    setSent((before) => before + 1);
    const note = async () => {
      const answer = await api.credit.noteDebt({ intentionId, ...debt });
      if (answer.ok) {
        const { debtId, isNewCustomer, openSom } = answer.data;
        setAnswers((before) => new Map(before).set(debtId, { isNewCustomer, openSom }));
        change({ kind: 'saved', intentionId });
      } else change({ kind: 'failed', intentionId, error: answer.error, newId: newIntentionId() });
    };
    void note();
  }, []);

  useAskAgain(rows, today, send);
  return {
    rows,
    answers,
    sent,
    type: useCallback((intentionId, patch) => change({ kind: 'typed', intentionId, patch }), []),
    send,
    remove: useCallback((intentionId) => change({ kind: 'removed', intentionId }), []),
  };
}

/** Rows of which nobody knows whether they were noted are asked again whenever the till is there again. */
function useAskAgain(
  rows: readonly GridRow[],
  today: Parameters<typeof readRow>[1],
  send: NotebookGrid['send'],
): void {
  const connection = useConnection();
  const latest = useRef({ rows, today });
  useEffect(() => {
    latest.current = { rows, today };
  });
  useEffect(() => {
    if (connection !== 'open') return;
    for (const row of latest.current.rows) {
      if (row.state !== 'unsure') continue;
      const read = readRow(row.typed, latest.current.today);
      if (read.isRight) send(row, read.debt);
    }
  }, [connection, send]);
}
