/** The thread that reads files of imports, as the page asks it. */
import { openWorkerThread, type WorkerThread } from '../app/workerThread.ts';
import type { ImportAnswers, ImportQuestion } from './importDesk.ts';

export type ImportThread = WorkerThread<ImportQuestion, ImportAnswers>;

export function openImportThread(): ImportThread {
  return openWorkerThread<ImportQuestion, ImportAnswers>(
    new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' }),
  );
}
