/** The page's end of the thread that reads files of codes: questions go out, answers come back in their order. */
import type { Answers, Question } from './codeListDesk.ts';

export interface CodeListThread {
  /** Null when the file could not be read. */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['ask']] | null>;
  close(): void;
}

type Done = (answer: Answers[Question['ask']] | null) => void;

export function openCodeListThread(): CodeListThread {
  const worker = new Worker(new URL('./codeListWorker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Done>();
  let last = 0;
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<{ id: number; answer: Parameters<Done>[0] }>) => {
      waiting.get(data.id)?.(data.answer);
      waiting.delete(data.id);
    },
  );
  worker.addEventListener('error', () => {
    for (const done of waiting.values()) done(null);
    waiting.clear();
  });
  return {
    ask<Q extends Question>(question: Q) {
      last += 1;
      const id = last;
      return new Promise<Answers[Q['ask']] | null>((done) => {
        waiting.set(id, done as Done);
        worker.postMessage({ id, question });
      });
    },
    close: () => worker.terminate(),
  };
}
