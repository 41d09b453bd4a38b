/** What is read of papers on their way: the queue in pages, a job's history, how much each printer has to do. */
import type { Kysely } from 'kysely';
import type { PrintJob } from '../../shared/receipt/spoolContract.ts';
import type { Tables } from '../database/tables.ts';
import { blocksOf, openJobs, printers, waitingStates } from './queries.ts';

type Db = Kysely<Tables>;

export interface JobsPage {
  /** Not settled, oldest first; or everything, newest first. */
  readonly which: 'open' | 'all';
  readonly printerId: string | null;
  /** The id of the last job of the page before. */
  readonly cursor: string | null;
  readonly limit: number;
}

/** A page of jobs and, where there are more, the cursor of the next. A drawer that did not open asks nobody. */
export async function jobsPage(
  db: Db,
  { which, printerId, cursor, limit }: JobsPage,
): Promise<{ readonly jobs: readonly PrintJob[]; readonly nextCursor: string | null }> {
  const isOpen = which === 'open';
  const openIds = isOpen ? await openIdsAfter(db, { printerId, cursor, limit }) : null;
  // A job's id grows with time, so its own order is the order of the papers.
  const rows = await db
    .selectFrom('print_job')
    .innerJoin('printer', 'printer.id', 'print_job.printer_id')
    .selectAll('print_job')
    .select('printer.name as printer_name')
    .$if(openIds !== null, (query) => query.where('print_job.id', 'in', openIds ?? []))
    .$if(!isOpen && printerId !== null, (query) => query.where('printer_id', '=', printerId ?? ''))
    .$if(!isOpen && cursor !== null, (query) => query.where('print_job.id', '<', cursor ?? ''))
    .orderBy('print_job.id', isOpen ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    jobs: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      documentKind: row.document_kind,
      documentId: row.document_id,
      purpose: row.purpose,
      copyNumber: row.copy_number,
      printerId: row.printer_id,
      printerName: row.printer_name,
      state: row.state,
      reason: row.last_error,
      attempts: row.attempts,
      createdAt: row.created_at as PrintJob['createdAt'],
      nextTryAt: row.next_at as PrintJob['nextTryAt'],
      doneAt: row.done_at as PrintJob['doneAt'],
      resolution: row.resolution,
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/**
 * The ids of the next page of open jobs and of one more. They are put in order here: asked for the first few ids in order, the
 * engine goes through the papers of years until it has met so many that are open.
 */
async function openIdsAfter(
  db: Db,
  { printerId, cursor, limit }: Omit<JobsPage, 'which'>,
): Promise<readonly string[]> {
  const rows = await openIdsQuery(db, printerId).execute();
  const after = rows.map(({ id }) => id).filter((id) => cursor === null || id > cursor);
  return after.sort().slice(0, limit + 1);
}

/** Of its own so that a test can ask the engine how it would run it. */
export function openIdsQuery(db: Db, printerId: string | null) {
  return openJobs(db)
    .where(({ eb, or }) => or([eb('kind', '=', 'paper'), eb('state', 'in', [...waitingStates, 'sending'])]))
    .$if(printerId !== null, (query) => query.where('printer_id', '=', printerId ?? ''))
    .select('id');
}

/** Printers in use with the papers that wait for each, the default one first. */
export async function printersWithWaiting(db: Db) {
  const rows = await openJobs(db)
    .where('kind', '=', 'paper')
    .where('state', 'in', waitingStates)
    .select(({ fn }) => ['printer_id', fn.countAll<number>().as('papers')])
    .groupBy('printer_id')
    .execute();
  const waiting = new Map(rows.map((row) => [row.printer_id, Number(row.papers)]));
  return (await printers(db)).map(({ id, name }) => ({ id, name, waiting: waiting.get(id) ?? 0 }));
}

/** The steps of a job, oldest first. */
export function stepsOfJob(db: Db, jobId: string) {
  return db
    .selectFrom('print_event')
    .select(['at', 'from_state', 'to_state', 'detail'])
    .where('job_id', '=', jobId)
    .orderBy('event_no')
    .execute();
}

/** What the original of a document says that has yet to come out; null when it came out, or may have, or there is none. */
export async function blocksOfWaiting(
  db: Db,
  document: { readonly documentKind: string; readonly documentId: string },
) {
  const row = await openJobs(db)
    .where('kind', '=', 'paper')
    .where('purpose', '=', 'original')
    .where('document_kind', '=', document.documentKind)
    .where('document_id', '=', document.documentId)
    .where('state', 'in', [...waitingStates, 'failed'])
    .select('blocks_json')
    .executeTakeFirst();
  return row === undefined ? null : blocksOf(row);
}
