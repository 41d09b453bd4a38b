/** A file while it is looked at: opened in its own thread, with its sheet, its headings and what every column holds. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportField, ImportKind } from '../../shared/exchange/fields.ts';
import type { Mapping } from '../../shared/exchange/guessColumns.ts';
import { api } from '../app/api.ts';
import type { ImportQuestion, LookedSheet, OpenedFiles, SendableRow } from './importDesk.ts';
import { type ImportThread, openImportThread } from './importThread.ts';

export interface LookedFile {
  readonly name: string;
  readonly file: OpenedFiles;
  readonly sheet: number;
  readonly looked: LookedSheet;
  /** As the person left it; begins with what was chosen for such a file before, else with what is guessed. */
  readonly mapping: Mapping;
  readonly isRemembered: boolean;
}

export interface ImportFile {
  readonly picked: LookedFile | null;
  readonly isReading: boolean;
  readonly isUnreadable: boolean;
  readonly open: (files: readonly File[]) => Promise<void>;
  readonly openText: (text: string, name: string) => Promise<void>;
  readonly look: (again: { sheet?: number; kind?: ImportKind; headingRow?: number | null }) => Promise<void>;
  readonly setField: (column: number, field: ImportField | null) => void;
  readonly prepare: () => Promise<{
    readonly count: number;
    readonly dayOrder: 'dayFirst' | 'monthFirst';
  } | null>;
  readonly portion: (from: number, count: number) => Promise<readonly SendableRow[]>;
}

/** The first sheet that holds something; workbooks often begin with an empty one. */
const firstFilled = ({ sheets }: OpenedFiles): number =>
  Math.max(
    0,
    sheets.findIndex(({ rows }) => rows > 0),
  );

async function lookedFile(
  thread: ImportThread,
  about: Pick<LookedFile, 'name' | 'file' | 'sheet'>,
  question: Omit<Extract<ImportQuestion, { ask: 'look' }>, 'ask' | 'sheet'>,
): Promise<LookedFile | null> {
  const looked = await thread.ask({ ask: 'look', sheet: about.sheet, ...question });
  if (looked === null || looked.rows === 0) return null;
  const known = await api.exchange.columnsOf({ kind: looked.kind, fingerprint: looked.fingerprint });
  const remembered = known.ok ? known.data.mapping : null;
  const isRemembered = remembered !== null && remembered.length === looked.mapping.length;
  return { ...about, looked, mapping: isRemembered ? remembered : looked.mapping, isRemembered };
}

export function useImportFile(): ImportFile {
  const thread = useRef<ImportThread | null>(null);
  const [picked, setPicked] = useState<LookedFile | null>(null);
  const [isReading, setReading] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  useEffect(
    () => () => {
      thread.current?.close();
      thread.current = null;
    },
    [],
  );
  const work = useCallback(async (look: (thread: ImportThread) => Promise<LookedFile | null>) => {
    thread.current ??= openImportThread();
    setReading(true);
    const next = await look(thread.current);
    setReading(false);
    setUnreadable(next === null);
    if (next !== null) setPicked(next);
  }, []);
  const openBytes = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) =>
    work(async (desk) => {
      const file = await desk.ask({ ask: 'open', files });
      if (file === null) return null;
      const name = files.map((each) => each.name).join(' + ');
      const about = { name, file, sheet: firstFilled(file) };
      return lookedFile(desk, about, { kind: null, headingRow: 'guess' });
    });
  return {
    picked,
    isReading,
    isUnreadable,
    open: async (files) =>
      openBytes(
        await Promise.all(
          files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
        ),
      ),
    openText: (text, name) => openBytes([{ name, bytes: new TextEncoder().encode(text) }]),
    look: ({ sheet, kind, headingRow }) =>
      work(async (desk) => {
        if (picked === null) return null;
        const about = { name: picked.name, file: picked.file, sheet: sheet ?? picked.sheet };
        // Another sheet is looked at afresh; another heading or kind keeps what else was said.
        const isFresh = sheet !== undefined;
        return lookedFile(desk, about, {
          kind: kind ?? (isFresh ? null : picked.looked.kind),
          headingRow:
            headingRow !== undefined
              ? headingRow
              : isFresh || kind !== undefined
                ? 'guess'
                : picked.looked.headingRow,
        });
      }),
    setField: (column, field) =>
      setPicked((before) =>
        before === null
          ? null
          : { ...before, mapping: before.mapping.map((each, at) => (at === column ? field : each)) },
      ),
    prepare: async () => {
      if (picked === null || thread.current === null) return null;
      const { sheet, looked, mapping } = picked;
      return thread.current.ask({ ask: 'prepare', sheet, headingRow: looked.headingRow, mapping });
    },
    portion: async (from, count) => (await thread.current?.ask({ ask: 'portion', from, count })) ?? [],
  };
}
