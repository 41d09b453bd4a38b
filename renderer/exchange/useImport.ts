/** Brings a looked-at file into the till: sends it by portions, checks, carries it out, or drops it. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type ImportOptions, type ImportSummary, rowsAtOnce } from '../../shared/exchange/contract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useIntention } from '../app/useTill.ts';
import { newIntentionId } from '../app/uuid.ts';
import type { ImportFile } from './useImportFile.ts';

export type ImportStep = 'file' | 'columns' | 'sending' | 'check' | 'summary' | 'done';
export type ChosenOptions = Omit<ImportOptions, 'dayOrder'>;

export interface Import {
  readonly step: ImportStep;
  readonly importId: string | null;
  readonly sent: number;
  readonly all: number;
  readonly error: TillError | null;
  readonly isBusy: boolean;
  readonly done: ImportSummary | null;
  readonly go: (step: 'file' | 'columns' | 'check' | 'summary') => void;
  readonly send: (options: ChosenOptions) => Promise<void>;
  readonly stop: () => void;
  readonly finish: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** An import that nobody finished is dropped when the page is left: names and phones must not wait in the till. */
function useDropWhenLeft(importId: RefObject<string | null>): void {
  useEffect(
    () => () => {
      const left = importId.current;
      importId.current = null;
      if (left !== null) void api.exchange.cancel({ importId: left, intentionId: newIntentionId() });
    },
    [importId],
  );
}

interface SendingRows {
  readonly id: string;
  readonly all: number;
  readonly isStopped: RefObject<boolean>;
  readonly onSent: (sent: number) => void;
}

/** Sends the prepared rows until all are sent or somebody stops it; answers why the till did not take them. */
async function sendRows(
  file: ImportFile,
  { id, all, isStopped, onSent }: SendingRows,
): Promise<TillError | null> {
  for (let sent = 0; sent < all && !isStopped.current; ) {
    const rows = await file.portion(sent, rowsAtOnce);
    if (rows.length === 0) break;
    const intentionId = newIntentionId();
    const answer = await api.exchange.takeRows({ importId: id, intentionId, rows: [...rows] });
    if (!answer.ok) return answer.error;
    sent += rows.length;
    onSent(sent);
  }
  return null;
}

/** What a file is brought in with: the description of the file, as the till keeps it. */
function aboutFile({ picked }: ImportFile) {
  if (picked === null) return null;
  const { kind, format, fingerprint } = picked.looked;
  return { kind, fileName: picked.name.slice(0, 200), format, fingerprint, mapping: [...picked.mapping] };
}

/** The step that is shown and what went wrong in it; another step begins without the error of the one before. */
function useSteps() {
  const [step, setStep] = useState<ImportStep>('file');
  const [error, setError] = useState<TillError | null>(null);
  const go = useCallback((next: ImportStep) => {
    setError(null);
    setStep(next);
  }, []);
  return { step, setStep, error, setError, go };
}

export function useImport(file: ImportFile): Import {
  const start = useIntention(api.exchange.start);
  const finishing = useIntention(api.exchange.finish);
  const cancelling = useIntention(api.exchange.cancel);
  const { step, setStep, error, setError, go } = useSteps();
  const [progress, setProgress] = useState({ sent: 0, all: 0 });
  const [done, setDone] = useState<ImportSummary | null>(null);
  const importId = useRef<string | null>(null);
  const isStopped = useRef(false);
  useDropWhenLeft(importId);

  const begin = async (options: ChosenOptions) => {
    const about = aboutFile(file);
    const ready = await file.prepare();
    if (about === null || ready === null) return null;
    const begun = await start.send({ ...about, options: { ...options, dayOrder: ready.dayOrder } });
    importId.current = begun.ok ? begun.data.importId : null;
    setError(begun.ok ? null : begun.error);
    return begun.ok ? ready.count : null;
  };

  const send = async (options: ChosenOptions) => {
    isStopped.current = false;
    const all = await begin(options);
    const id = importId.current;
    if (all === null || id === null) return;
    setProgress({ sent: 0, all });
    setStep('sending');
    const failure = await sendRows(file, {
      id,
      all,
      isStopped,
      onSent: (sent) => setProgress({ sent, all }),
    });
    setError(failure);
    if (failure !== null) isStopped.current = true;
    setStep(isStopped.current ? 'columns' : 'check');
  };

  return {
    step,
    importId: importId.current,
    ...progress,
    error,
    isBusy: start.isSending || finishing.isSending || cancelling.isSending,
    done,
    go,
    send,
    stop: () => {
      isStopped.current = true;
    },
    finish: async () => {
      if (importId.current === null) return;
      const answer = await finishing.send({ importId: importId.current });
      setError(answer.ok ? null : answer.error);
      if (!answer.ok) return;
      importId.current = null;
      setDone(answer.data);
      setStep('done');
    },
    drop: async () => {
      const id = importId.current;
      if (id !== null) await cancelling.send({ importId: id });
      importId.current = null;
      setError(null);
      setStep('columns');
    },
  };
}
