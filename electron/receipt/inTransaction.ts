/** What other rooms let happen to printers and print jobs inside their own transaction. */
import type { Transaction } from 'kysely';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { PrinterConnection, PrinterProfile } from '../../shared/receipt/printers.ts';
import type { Instant } from '../../shared/time.ts';
import { hotInsert } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { takeStep } from './jobSteps.ts';
import { waitingStates } from './queries.ts';

type Trx = Transaction<Tables>;

/** A document's paper. `copyNumber` is 0 for the original and for a test slip, 1, 2, 3 … for copies. */
export interface PaperToQueue {
  readonly id: string;
  readonly documentKind: string;
  readonly documentId: string;
  readonly purpose: 'original' | 'copy' | 'test';
  readonly copyNumber: number;
  readonly printerId: string;
  readonly blocks: readonly Block[];
  readonly at: Instant;
}

/** One opening of the drawer. `id` is the job's own; a document opens the drawer once, never with its copies. */
export interface DrawerToQueue {
  readonly id: string;
  readonly documentKind: string;
  readonly documentId: string;
  readonly printerId: string;
  /** Which connector to pulse; without it the one in the printer's profile. */
  readonly pin?: 0 | 1;
  readonly at: Instant;
}

const insertJob = hotInsert(
  'print_job',
  [
    'id',
    'kind',
    'document_kind',
    'document_id',
    'purpose',
    'copy_number',
    'printer_id',
    'blocks_json',
    'state',
    'attempts',
    'next_at',
    'last_error',
    'created_at',
    'sending_at',
    'done_at',
    'drawer_pin',
  ],
  (query) => query.onConflict((conflict) => conflict.doNothing()),
);

const fresh = {
  state: 'queued',
  attempts: 0,
  next_at: null,
  last_error: null,
  sending_at: null,
  done_at: null,
} as const;

/**
 * Queues a paper; it prints after the commit, when the runner is woken. The same document, purpose and copy number is
 * queued once, however often it is asked for.
 */
export function queuePrint(trx: Trx, paper: PaperToQueue): Promise<void> {
  return insertJob.one(trx, {
    ...fresh,
    id: paper.id,
    kind: 'paper',
    document_kind: paper.documentKind,
    document_id: paper.documentId,
    purpose: paper.purpose,
    copy_number: paper.copyNumber,
    printer_id: paper.printerId,
    blocks_json: JSON.stringify(paper.blocks),
    created_at: paper.at,
    drawer_pin: null,
  });
}

/** Queues the opening of the drawer. It goes before a paper of the same moment, and is dropped when it cannot happen soon. */
export function queueDrawer(trx: Trx, drawer: DrawerToQueue): Promise<void> {
  return insertJob.one(trx, {
    ...fresh,
    id: drawer.id,
    kind: 'drawer',
    document_kind: drawer.documentKind,
    document_id: drawer.documentId,
    purpose: 'original',
    copy_number: 0,
    printer_id: drawer.printerId,
    blocks_json: '[]',
    created_at: drawer.at,
    drawer_pin: drawer.pin ?? null,
  });
}

/** What a person saw on the paper of a job whose end nobody knew, or decided about one that failed. */
export interface PaperAnswer {
  readonly jobId: string;
  readonly answer: 'whole' | 'torn' | 'skip';
  /** Null for the till itself. */
  readonly personId: string | null;
  readonly at: Instant;
}

/**
 * Settles a job by a person's word. Answers whether there was such a job.
 *
 * | answer | unknown               | failed                | any other |
 * |--------|-----------------------|-----------------------|-----------|
 * | whole  | printed               | –                     | –         |
 * | torn   | cancelled             | cancelled             | –         |
 * | skip   | cancelled             | cancelled             | –         |
 *
 * After `torn` the caller queues the marked copy in the same transaction.
 */
export function resolvePrintJob(trx: Trx, { jobId, answer, personId, at }: PaperAnswer): Promise<boolean> {
  const resolution = answer === 'skip' ? 'skipped' : answer;
  return takeStep(trx, jobId, {
    from: answer === 'whole' ? ['unknown'] : ['unknown', 'failed'],
    to: answer === 'whole' ? 'printed' : 'cancelled',
    at,
    detail: resolution,
    set: { done_at: at, resolved_by: personId, resolution },
  });
}

/** Gives up a job of which nothing was sent. Answers whether there was such a job. */
export function cancelPrintJob(
  trx: Trx,
  { jobId, personId, at }: { readonly jobId: string; readonly personId: string | null; readonly at: Instant },
): Promise<boolean> {
  return takeStep(trx, jobId, {
    from: waitingStates,
    to: 'cancelled',
    at,
    detail: 'skipped',
    set: { done_at: at, next_at: null, resolved_by: personId, resolution: 'skipped' },
  });
}

/**
 * Gives a paper of which no byte was printed to another printer, as the original or the copy it is. A failed one goes back
 * into a queue by it, also into that of its own printer. Answers whether there was such a job.
 */
export function movePrintJob(
  trx: Trx,
  {
    jobId,
    printerId,
    personId,
    at,
  }: {
    readonly jobId: string;
    readonly printerId: string;
    readonly personId: string | null;
    readonly at: Instant;
  },
): Promise<boolean> {
  return takeStep(trx, jobId, {
    from: [...waitingStates, 'failed'],
    to: 'queued',
    at,
    detail: 'moved',
    set: {
      printer_id: printerId,
      next_at: null,
      last_error: null,
      done_at: null,
      resolved_by: personId,
      resolution: 'moved',
    },
  });
}

/** Lets a printer's waiting jobs be tried at once, for a person who has just put paper in. */
export async function retryNow(trx: Trx, printerId: string): Promise<void> {
  await trx
    .updateTable('print_job')
    .set({ next_at: null })
    .where('printer_id', '=', printerId)
    .where('state', 'in', ['blocked', 'retry_wait'])
    .execute();
}

export interface PrinterToSave {
  readonly id: string;
  readonly name: string;
  readonly connection: PrinterConnection;
  readonly profile: PrinterProfile;
  readonly isDefault: boolean;
  readonly at: Instant;
}

/** Adds a printer or changes one. A new default takes the place of the old one. */
export async function savePrinter(trx: Trx, printer: PrinterToSave): Promise<void> {
  if (printer.isDefault) await trx.updateTable('printer').set({ is_default: 0 }).execute();
  const changeable = {
    name: printer.name,
    connection_json: JSON.stringify(printer.connection),
    profile_json: JSON.stringify(printer.profile),
    is_default: printer.isDefault ? (1 as const) : (0 as const),
  };
  await trx
    .insertInto('printer')
    .values({ id: printer.id, ...changeable, created_at: printer.at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changeable))
    .execute();
}

/** Receipts go to this printer from now on. */
export async function makeDefaultPrinter(trx: Trx, printerId: string): Promise<void> {
  await trx.updateTable('printer').set({ is_default: 0 }).where('is_default', '=', 1).execute();
  await trx.updateTable('printer').set({ is_default: 1 }).where('id', '=', printerId).execute();
}

/** Takes a printer out of use; what it printed stays. It is the default no more. */
export async function putPrinterAway(trx: Trx, printerId: string): Promise<void> {
  await trx.updateTable('printer').set({ is_active: 0, is_default: 0 }).where('id', '=', printerId).execute();
}
