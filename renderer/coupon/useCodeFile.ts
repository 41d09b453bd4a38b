/** A file of codes while it is looked at: opened in its own thread, with the sheet and column that hold the codes. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenedFile, OpenedSheet, ReadCodes } from './codeListDesk.ts';
import { type CodeListThread, openCodeListThread } from './codeListThread.ts';
import type { CodeChoice, CodeRow } from './readCodeList.ts';

export interface LookedAt {
  readonly name: string;
  readonly file: OpenedFile;
  readonly sheet: number;
  readonly opened: OpenedSheet;
  readonly choice: CodeChoice;
  readonly codes: ReadCodes;
}

export interface CodeFile {
  /** Null before a file was opened. */
  readonly looked: LookedAt | null;
  readonly isReading: boolean;
  /** The last file could not be read: damaged, locked, or no list at all. */
  readonly isUnreadable: boolean;
  readonly open: (file: File) => Promise<void>;
  readonly chooseSheet: (sheet: number) => Promise<void>;
  readonly choose: (choice: CodeChoice) => Promise<void>;
  /** The codes from one place on, as many as go out at once. */
  readonly portion: (from: number, count: number) => Promise<readonly CodeRow[]>;
}

async function lookAt(
  thread: CodeListThread,
  about: Pick<LookedAt, 'name' | 'file' | 'sheet'>,
): Promise<LookedAt | null> {
  const { sheet } = about;
  const opened = await thread.ask({ ask: 'sheet', sheet });
  if (opened === null) return null;
  const choice: CodeChoice = {
    column: opened.column,
    hasHeading: opened.hasHeading,
    shortCodes: 'leaveOut',
  };
  const codes = await thread.ask({ ask: 'codes', sheet, choice });
  return codes === null ? null : { ...about, opened, choice, codes };
}

/** The first sheet that holds something; workbooks often begin with an empty one. */
function firstFilled({ sheets }: OpenedFile): number {
  return Math.max(
    0,
    sheets.findIndex(({ rows }) => rows > 0),
  );
}

export function useCodeFile(): CodeFile {
  const thread = useRef<CodeListThread | null>(null);
  const [looked, setLooked] = useState<LookedAt | null>(null);
  const [isReading, setReading] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  useEffect(
    () => () => {
      thread.current?.close();
      thread.current = null;
    },
    [],
  );
  const work = useCallback(async (look: (thread: CodeListThread) => Promise<LookedAt | null>) => {
    thread.current ??= openCodeListThread();
    setReading(true);
    const next = await look(thread.current);
    setReading(false);
    setUnreadable(next === null);
    if (next !== null) setLooked(next);
  }, []);
  return {
    looked,
    isReading,
    isUnreadable,
    open: (picked) =>
      work(async (desk) => {
        const bytes = new Uint8Array(await picked.arrayBuffer());
        const file = await desk.ask({ ask: 'open', bytes });
        if (file === null || file.sheets.every(({ rows }) => rows === 0)) return null;
        return lookAt(desk, { name: picked.name, file, sheet: firstFilled(file) });
      }),
    chooseSheet: (sheet) =>
      work(async (desk) => (looked === null ? null : lookAt(desk, { ...looked, sheet }))),
    choose: (choice) =>
      work(async (desk) => {
        if (looked === null) return null;
        const codes = await desk.ask({ ask: 'codes', sheet: looked.sheet, choice });
        return codes === null ? null : { ...looked, choice, codes };
      }),
    portion: async (from, count) => (await thread.current?.ask({ ask: 'portion', from, count })) ?? [],
  };
}
