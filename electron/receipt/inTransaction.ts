/** What other rooms let happen to printers and print jobs inside their own transaction. */
import type { Transaction } from 'kysely';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { PrinterConnection, PrinterProfile } from '../../shared/receipt/printers.ts';
import type { Instant } from '../../shared/time.ts';
import { hotInsert } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

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
  });
}

/**
 * A person has looked at the paper of an unknown job, or has seen that a job failed. An unknown one that came out is
 * printed; everything else is cancelled, and whoever needs the paper queues a copy. Answers whether there was such a job.
 */
export async function resolvePrintJob(
  trx: Trx,
  { jobId, cameOut, at }: { readonly jobId: string; readonly cameOut: boolean; readonly at: Instant },
): Promise<boolean> {
  const printed = trx
    .updateTable('print_job')
    .set({ state: 'printed', done_at: at })
    .where('id', '=', jobId)
    .where('state', '=', 'unknown');
  const cancelled = trx
    .updateTable('print_job')
    .set({ state: 'cancelled', done_at: at })
    .where('id', '=', jobId)
    .where('state', 'in', ['unknown', 'failed']);
  return (await (cameOut ? printed : cancelled).returning('id').execute()).length > 0;
}

/** Gives up a job that has not been sent. Answers whether there was such a job. */
export async function cancelPrintJob(trx: Trx, jobId: string, at: Instant): Promise<boolean> {
  const rows = await trx
    .updateTable('print_job')
    .set({ state: 'cancelled', done_at: at })
    .where('id', '=', jobId)
    .where('state', 'in', ['queued', 'blocked', 'retry_wait'])
    .returning('id')
    .execute();
  return rows.length > 0;
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
