/** Whether a paper is kept from its customer: by its own trouble, or by the paper before it at the same printer. */
import type { PrintJob } from '../../shared/receipt/spoolContract.ts';
import { isInTrouble } from './paperActs.ts';

type Job = Pick<PrintJob, 'documentId' | 'kind' | 'printerId' | 'state' | 'attempts'>;

/**
 * `jobs` are those that are not done.
 *
 * | the document's paper              | another one at its printer | answer |
 * |-----------------------------------|----------------------------|--------|
 * | none: it came out                 | –                          | false  |
 * | blocked, retry_wait, unknown, failed | –                       | true   |
 * | queued                            | waits for the printer      | true   |
 * | queued, or sent for the first time | prints                    | false  |
 * | sent once more after a try failed | –                          | true   |
 */
export function isHeldUp(jobs: readonly Job[], documentId: string): boolean {
  const papers = jobs.filter((job) => job.documentId === documentId && job.kind === 'paper');
  return papers.some(
    (paper) =>
      isInTrouble(paper.state) ||
      isTriedAgain(paper) ||
      (paper.state === 'queued' && jobs.some((job) => job.printerId === paper.printerId && isStopped(job))),
  );
}

const isTriedAgain = ({ state, attempts }: Job): boolean => state === 'sending' && attempts > 1;

const isStopped = (job: Job): boolean =>
  job.state === 'blocked' || job.state === 'retry_wait' || isTriedAgain(job);
