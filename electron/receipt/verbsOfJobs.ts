/** Papers on their way: the quiet badge, the queue, a person's answer about a doubtful one, and the paper on the screen. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../shared/actor.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { receiptContract } from '../../shared/receipt/contract.ts';
import { copyOf } from '../../shared/receipt/copyMark.ts';
import { previewOf } from '../../shared/receipt/preview.ts';
import { printerProfiles } from '../../shared/receipt/printers.ts';
import type { PrintState } from '../../shared/receipt/printState.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import type { PrintQueue } from '../parts.ts';
import { readingVerb, requireAllowed, type WriteScope, writingVerb } from '../verb.ts';
import {
  cancelPrintJob,
  movePrintJob,
  queuePrint,
  resolvePrintJob,
  retryNow as retryPrinter,
} from './inTransaction.ts';
import { blocksToCopy, neverCopied, printedBySeniors } from './papersVerbs.ts';
import {
  blocksOf,
  blocksOfOriginal,
  defaultPrinter,
  nextCopyNumber,
  type PrintJobRow,
  printerInUse,
  printJobById,
  printTroubles,
} from './queries.ts';
import { emptySecretPapers, secretPaper } from './secretPapers.ts';
import { blocksOfWaiting, jobsPage, printersWithWaiting, stepsOfJob } from './spoolQueries.ts';

interface Parts {
  readonly printQueue: Pick<PrintQueue, 'wake'>;
}

/** Every verb of shared/receipt/spoolContract.ts. */
export const spoolVerbs = (parts: Parts) => ({
  state,
  jobs,
  jobSteps,
  resolveJob: resolveJob(parts),
  retryNow: retryNow(parts),
  cancelJob: cancelJob(parts),
  moveJob: moveJob(parts),
  onScreen,
});

export const state = readingVerb(receiptContract.state, (scope) => printTroubles(scope.db));

export const jobs = readingVerb(receiptContract.jobs, async ({ db }, input) => {
  const { jobs: page, nextCursor } = await jobsPage(db, input);
  return { jobs: [...page], nextCursor, printers: await printersWithWaiting(db) };
});

export const jobSteps = readingVerb(receiptContract.jobSteps, async ({ db }, { jobId }) => ({
  steps: (await stepsOfJob(db, jobId)).map((row) => ({
    at: row.at as Instant,
    from: row.from_state as PrintState,
    to: row.to_state as PrintState,
    detail: row.detail,
  })),
}));

/**
 * Refuses NotFound when the job needs no answer any more, for example because somebody else has given it; PaperNotKept when
 * a paper of this kind is never printed twice.
 */
export const resolveJob = (parts: Parts) =>
  writingVerb(receiptContract.resolveJob, async (scope, { jobId, answer, printerId }) => {
    const job = await printJobById(scope.trx, jobId);
    const settled = await resolvePrintJob(scope.trx, {
      jobId,
      answer,
      personId: personOf(scope),
      at: scope.now,
    });
    if (job === null || !settled) throw new Refusal('NotFound', { what: 'printJob' });
    const copyJobId = answer === 'torn' ? await queueCopyOf(scope, job, printerId) : null;
    await forgetSecret(scope, job);
    afterwards(scope, parts);
    return { copyJobId };
  });

/** A torn paper comes again with its mark and the same codes; it stands in the journal like any other copy. */
async function queueCopyOf(scope: WriteScope, job: PrintJobRow, printerId: string | null): Promise<string> {
  const document = { documentKind: job.document_kind, documentId: job.document_id };
  const blocks = await blocksOfTorn(scope, job);
  const printer = await requirePrinter(scope, printerId ?? job.printer_id);
  const copyNumber = await nextCopyNumber(scope.trx, document);
  const copyJobId = scope.newId();
  await queuePrint(scope.trx, {
    id: copyJobId,
    ...document,
    purpose: 'copy',
    copyNumber,
    printerId: printer.id,
    blocks: copyOf(blocks, scope.settings.language, copyNumber),
    at: scope.now,
  });
  await scope.follow(
    documentOf(scope, 'reprint', { of: document.documentKind, document: document.documentId, copyNumber }),
  );
  return copyJobId;
}

/** What the torn paper said, without the mark of a copy. A receipt of before there was a printer has copies only. */
async function blocksOfTorn({ trx, actor }: WriteScope, job: PrintJobRow): Promise<readonly Block[]> {
  const document = { documentKind: job.document_kind, documentId: job.document_id };
  if (job.kind !== 'paper' || job.purpose === 'test' || neverCopied.includes(job.document_kind)) {
    throw new Refusal('PaperNotKept');
  }
  if ((await blocksOfOriginal(trx, document)) === null) return blocksOf(job).slice(1);
  return blocksToCopy(trx, actor, document);
}

async function requirePrinter({ trx }: WriteScope, printerId: string) {
  const printer = await printerInUse(trx, printerId);
  if (printer === null) throw new Refusal('NotFound', { what: 'printer' });
  return printer;
}

export const retryNow = (parts: Parts) =>
  writingVerb(receiptContract.retryNow, async (scope, { printerId }) => {
    await requirePrinter(scope, printerId);
    await retryPrinter(scope.trx, printerId);
    afterwards(scope, parts);
    return {};
  });

export const cancelJob = (parts: Parts) =>
  writingVerb(receiptContract.cancelJob, async (scope, { jobId }) => {
    const job = await printJobById(scope.trx, jobId);
    const cancelled = await cancelPrintJob(scope.trx, { jobId, personId: personOf(scope), at: scope.now });
    if (job === null || !cancelled) throw new Refusal('JobNotWaiting');
    await forgetSecret(scope, job);
    afterwards(scope, parts);
    return {};
  });

/** A failed paper, of which nothing was printed either, may be moved too. */
export const moveJob = (parts: Parts) =>
  writingVerb(receiptContract.moveJob, async (scope, { jobId, printerId }) => {
    await requirePrinter(scope, printerId);
    const job = await printJobById(scope.trx, jobId);
    // Whoever chooses where a secret comes out reads it.
    if (job?.document_kind === secretPaper) requireAllowed(scope.actor, 'receipt.manage');
    const step = { jobId, printerId, personId: personOf(scope), at: scope.now };
    if (!(await movePrintJob(scope.trx, step))) throw new Refusal('JobNotWaiting');
    afterwards(scope, parts);
    return {};
  });

function personOf({ actor }: WriteScope): string | null {
  return actor.role === 'system' ? null : actor.personId;
}

/** A secret that needs no further try is not kept. */
async function forgetSecret({ trx }: WriteScope, job: PrintJobRow): Promise<void> {
  if (job.document_kind === secretPaper) await emptySecretPapers(trx);
}

function afterwards(scope: WriteScope, parts: Parts): void {
  scope.changed('receipt');
  scope.afterCommit(() => parts.printQueue.wake());
}

export const onScreen = readingVerb(receiptContract.onScreen, async ({ db, actor }, document) => {
  const blocks = await blocksToShow(db, actor, document);
  const printer = await defaultPrinter(db);
  return {
    preview: previewOf(blocks, printer?.profile ?? printerProfiles.epson80),
    codes: blocks.flatMap((block) =>
      block.kind === 'code'
        ? [{ symbology: block.symbology, data: block.data, caption: block.caption ?? '' }]
        : [],
    ),
  };
});

/**
 * A paper that has yet to come out would be in the cashier's hands by now: whoever may see sales may see it, as long as it
 * is none that is never seen twice, nor one that only a senior has printed. Once it is out, the rules of copies hold.
 */
async function blocksToShow(
  db: Kysely<Tables>,
  actor: Actor | null,
  document: { readonly documentKind: string; readonly documentId: string },
): Promise<readonly Block[]> {
  const isForTheCounter = !neverCopied.includes(document.documentKind) && !printedBySeniors(document);
  const waiting = isForTheCounter ? await blocksOfWaiting(db, document) : null;
  return waiting ?? blocksToCopy(db, actor, document);
}
