/** The thread that reads files of codes, as the page asks it. */
import { openWorkerThread, type WorkerThread } from '../app/workerThread.ts';
import type { Answers, Question } from './codeListDesk.ts';

export type CodeListThread = WorkerThread<Question, Answers>;

export function openCodeListThread(): CodeListThread {
  return openWorkerThread<Question, Answers>(
    new Worker(new URL('./codeListWorker.ts', import.meta.url), { type: 'module' }),
  );
}
