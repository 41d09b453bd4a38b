/** Brings a looked-at list into the till: begins, sends, stops, goes on, and makes it count or drops it. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CodeRowFault } from '../../shared/coupon/partnerCodes.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import type { CodeRow, SpoiltCode } from './readCodeList.ts';
import { type Portion, sendCodeList } from './sendCodeList.ts';
import type { CodeFile } from './useCodeFile.ts';

export interface FaultyCode extends CodeRow {
  readonly fault: CodeRowFault | SpoiltCode;
}

export type ImportStep = 'look' | 'sending' | 'stopped' | 'sent' | 'done';

export interface CodeImport {
  readonly step: ImportStep;
  readonly sent: number;
  readonly accepted: number;
  readonly faults: readonly FaultyCode[];
  readonly error: TillError | null;
  readonly isBusy: boolean;
  /** Begins, or goes on where it stopped. */
  readonly send: (usesAllowed: number | null) => Promise<void>;
  readonly stop: () => void;
  readonly finish: () => Promise<void>;
  /** Drops what was sent: as if there had been no file. */
  readonly drop: () => Promise<void>;
}

interface Progress {
  readonly sent: number;
  readonly accepted: number;
  readonly faults: readonly FaultyCode[];
}

const nothing: Progress = { sent: 0, accepted: 0, faults: [] };

/** The verbs of an import; whichever failed last tells why. */
function useVerbs() {
  const start = useIntention(api.coupon.startImport);
  const rows = useIntention(api.coupon.importRows);
  const finish = useIntention(api.coupon.finishImport);
  const cancel = useIntention(api.coupon.cancelImport);
  const all = [start, rows, finish, cancel];
  return {
    start: start.send,
    rows: rows.send,
    finish: finish.send,
    cancel: cancel.send,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    isBusy: all.some(({ isSending }) => isSending),
  };
}

type RowsAnswer = Awaited<ReturnType<typeof api.coupon.importRows>>;

async function takenPortion(call: Promise<RowsAnswer>): Promise<Portion<FaultyCode, TillError>> {
  const answer = await call;
  return answer.ok
    ? { ok: true, ...answer.data, failure: null }
    : { ok: false, accepted: 0, faults: [], failure: answer.error };
}

/** A list that nobody finished is dropped when the page is left: half a list must not wait in the till. */
function useDropWhenLeft(importId: RefObject<string | null>): void {
  useEffect(
    () => () => {
      const left = importId.current;
      importId.current = null;
      if (left !== null) void api.coupon.cancelImport({ importId: left, intentionId: newIntentionId() });
    },
    [importId],
  );
}

export function useCodeImport(seriesId: string, file: CodeFile): CodeImport {
  const verbs = useVerbs();
  const [step, setStep] = useState<ImportStep>('look');
  const [progress, setProgress] = useState(nothing);
  const importId = useRef<string | null>(null);
  const isStopped = useRef(false);
  useDropWhenLeft(importId);

  const begin = async (usesAllowed: number | null) => {
    if (importId.current !== null) return importId.current;
    const fileName = file.looked?.name.slice(0, 200) ?? '';
    const begun = await verbs.start({ seriesId, fileName, usesAllowed });
    importId.current = begun.ok ? begun.data.importId : null;
    return importId.current;
  };

  const send = async (usesAllowed: number | null) => {
    const id = await begin(usesAllowed);
    if (id === null) return;
    isStopped.current = false;
    setStep('sending');
    const result = await sendCodeList({
      count: file.looked?.codes.count ?? 0,
      from: progress.sent,
      read: file.portion,
      send: (rows) => takenPortion(verbs.rows({ importId: id, rows: [...rows] })),
      onProgress: ({ sent, accepted, faults }) =>
        setProgress((before) => ({
          sent,
          accepted: before.accepted + accepted,
          faults: [...before.faults, ...faults],
        })),
      isStopped: () => isStopped.current,
    });
    setStep(result.kind === 'done' ? 'sent' : 'stopped');
  };

  const forget = () => {
    importId.current = null;
    setProgress(nothing);
  };
  return {
    step,
    ...progress,
    error: verbs.error,
    isBusy: verbs.isBusy,
    send,
    stop: () => {
      isStopped.current = true;
    },
    finish: async () => {
      if (importId.current === null) return;
      const answer = await verbs.finish({ importId: importId.current });
      if (!answer.ok) return;
      importId.current = null;
      setStep('done');
    },
    drop: async () => {
      const id = importId.current;
      if (id !== null && !(await verbs.cancel({ importId: id })).ok) return;
      forget();
      setStep('look');
    },
  };
}
