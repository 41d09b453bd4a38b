/** The quiet badge of the printers, and a person's answer about a paper whose end nobody knows. */
import { Refusal } from '../../shared/errors.ts';
import { receiptContract } from '../../shared/receipt/contract.ts';
import type { TillParts } from '../parts.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { resolvePrintJob } from './inTransaction.ts';
import { printTroubles } from './queries.ts';
import { emptySecretPapers } from './secretPapers.ts';

export const state = readingVerb(receiptContract.state, (scope) => printTroubles(scope.db));

/** Refuses NotFound when the job needs no answer any more, for example because somebody else has given it. */
export const resolveJob = (parts: Pick<TillParts, 'printQueue'>) =>
  writingVerb(receiptContract.resolveJob, async (scope, { jobId, cameOut }) => {
    const found = await resolvePrintJob(scope.trx, { jobId, cameOut, at: scope.now });
    if (!found) throw new Refusal('NotFound', { what: 'printJob' });
    await emptySecretPapers(scope.trx);
    scope.changed('receipt');
    scope.afterCommit(() => parts.printQueue.wake());
    return {};
  });
