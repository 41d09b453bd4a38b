/** PDFs of sheets for any printer: begun, followed, fetched in portions and forgotten. */
import { Refusal } from '../../shared/errors.ts';
import { receiptContract } from '../../shared/receipt/contract.ts';
import type { TillParts } from '../parts.ts';
import { actingVerb, type ReadScope, readingVerb, streamingVerb } from '../verb.ts';
import { createPdfJobs } from './pdfJobs.ts';

/** The five verbs share the jobs, which live as long as the till. */
export function pdfVerbs(parts: Pick<TillParts, 'pdfPress' | 'sessions' | 'random' | 'note'>) {
  const { pdfPress: press, sessions, random, note } = parts;
  const newKey = () => `press ${Buffer.from(random(16)).toString('hex')}`;
  const jobs = press === null ? null : createPdfJobs({ press, sessions, newKey, note });
  return {
    startPdf: actingVerb(receiptContract.startPdf, async (scope, { what }) => {
      if (jobs === null || press === null || !(await press.isThere())) throw new Refusal('PdfNotPossible');
      const jobId = scope.newId();
      const asked = { jobId, key: scope.key, personId: personOf(scope), kind: what.kind, id: what.id };
      if (!jobs.start(asked)) throw new Refusal('PdfTooMany');
      return { jobId };
    }),
    pdfProgress: streamingVerb(receiptContract.pdfProgress, (key, signal) =>
      jobs === null ? untilAborted(signal) : jobs.follow(key, signal),
    ),
    cancelPdf: actingVerb(receiptContract.cancelPdf, async (scope, { jobId }) => {
      jobs?.cancel(jobId, personOf(scope));
      return {};
    }),
    pdfPart: readingVerb(receiptContract.pdfPart, async (scope, { jobId, from }) => {
      const portion = jobs?.part(jobId, personOf(scope), from) ?? null;
      if (portion === null) throw new Refusal('PdfGone');
      return portion;
    }),
    pdfDone: actingVerb(receiptContract.pdfDone, async (scope, { jobId }) => {
      jobs?.forget(jobId, personOf(scope));
      return {};
    }),
  };
}

function personOf({ actor }: ReadScope): string {
  if (actor === null) throw new Refusal('LogInNeeded');
  return actor.personId;
}

/** A till without a press has no news. */
async function* untilAborted(signal: AbortSignal | undefined): AsyncGenerator<never> {
  if (signal?.aborted === false) {
    await new Promise((done) => signal.addEventListener('abort', done, { once: true }));
  }
}
