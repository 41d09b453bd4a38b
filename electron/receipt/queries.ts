/** What the room reads: printers, print jobs and their troubles. */
import { type Kysely, type Selectable, sql } from 'kysely';
import { type Block, blocksSchema } from '../../shared/receipt/blocks.ts';
import {
  type PrinterConnection,
  type PrinterProfile,
  printerConnectionSchema,
  printerProfileSchema,
} from '../../shared/receipt/printers.ts';
import type { PrintState } from '../../shared/receipt/printState.ts';
import { hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { readOnce } from '../readOnce.ts';

type Db = Kysely<Tables>;
export type PrintJobRow = Selectable<Tables['print_job']>;

export interface Printer {
  readonly id: string;
  readonly name: string;
  readonly connection: PrinterConnection;
  readonly profile: PrinterProfile;
  readonly isDefault: boolean;
}

const connectionOf = readOnce((text) => printerConnectionSchema.parse(JSON.parse(text)));
const profileOf = readOnce((text) => printerProfileSchema.parse(JSON.parse(text)));

function printerOfRow(row: Selectable<Tables['printer']>): Printer {
  return {
    id: row.id,
    name: row.name,
    connection: connectionOf(row.id, row.connection_json),
    profile: profileOf(row.id, row.profile_json),
    isDefault: row.is_default === 1,
  };
}

/** All printers in use, the default one first. */
export async function printers(db: Db): Promise<readonly Printer[]> {
  const rows = await db
    .selectFrom('printer')
    .selectAll()
    .where('is_active', '=', 1)
    .orderBy('is_default', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(printerOfRow);
}

/** Also a printer that was put away: its papers still name it. */
export async function printerById(db: Db, printerId: string): Promise<Printer | null> {
  const row = await db.selectFrom('printer').selectAll().where('id', '=', printerId).executeTakeFirst();
  return row === undefined ? null : printerOfRow(row);
}

/** Null for a printer that is unknown or was put away. */
export async function printerInUse(db: Db, printerId: string): Promise<Printer | null> {
  const row = await db
    .selectFrom('printer')
    .selectAll()
    .where('id', '=', printerId)
    .where('is_active', '=', 1)
    .executeTakeFirst();
  return row === undefined ? null : printerOfRow(row);
}

const defaultPrinterQuery = hotQuery((db: Db, value: { isDefault: 1; isActive: 1 }) =>
  db
    .selectFrom('printer')
    .selectAll()
    .where('is_default', '=', value.isDefault)
    .where('is_active', '=', value.isActive),
);

/** The printer that receipts go to; null in a shop that prints nothing. */
export async function defaultPrinter(db: Db): Promise<Printer | null> {
  const row = await defaultPrinterQuery.first(db, { isDefault: 1, isActive: 1 });
  return row === undefined ? null : printerOfRow(row);
}

/** Every state that is not settled. The index over open jobs names the same states in the same order. */
const openStates = ['queued', 'sending', 'blocked', 'retry_wait', 'unknown', 'failed'] as const;
/** States that the till itself moves on; no byte was printed. */
export const waitingStates = ['queued', 'blocked', 'retry_wait'] as const;

/** Written out rather than bound as parameters: only so can the engine see that the index over open jobs holds the rows. */
export function openJobs(db: Db) {
  return db.selectFrom('print_job').where(
    'state',
    'in',
    openStates.map((state) => sql.lit<PrintState>(state)),
  );
}

/** The printers that have something to do. */
export async function printersWithWork(db: Db): Promise<readonly string[]> {
  const rows = await openJobs(db)
    .where('state', 'in', waitingStates)
    .select('printer_id')
    .distinct()
    .execute();
  return rows.map((row) => row.printer_id);
}

/** The oldest job a printer has yet to do; of one moment the drawer before the paper. */
export function nextJob(db: Db, printerId: string): Promise<PrintJobRow | undefined> {
  return nextJobQuery(db, printerId).executeTakeFirst();
}

/** The query of `nextJob`, of its own so that a test can ask the engine how it would run it. */
export function nextJobQuery(db: Db, printerId: string) {
  return openJobs(db)
    .where('printer_id', '=', printerId)
    .where('state', 'in', waitingStates)
    .selectAll()
    .orderBy('created_at')
    .orderBy('kind')
    .orderBy('id')
    .limit(1);
}

/** How many papers of a printer are not settled. */
export async function openPapers(db: Db, printerId: string): Promise<number> {
  const row = await openJobs(db)
    .where('printer_id', '=', printerId)
    .where('kind', '=', 'paper')
    .select((eb) => eb.fn.countAll().as('papers'))
    .executeTakeFirst();
  return Number(row?.papers ?? 0);
}

export interface PrintTroubles {
  /** Papers that have yet to come out. */
  readonly waiting: number;
  readonly problem: {
    readonly jobId: string;
    readonly state: 'blocked' | 'retry_wait' | 'unknown' | 'failed';
    readonly reason: string;
    readonly documentKind: string;
    readonly documentId: string;
    readonly printerId: string;
    readonly printerName: string;
  } | null;
}

const troubled = ['blocked', 'retry_wait', 'unknown', 'failed'] as const;

/** How many papers wait, and the oldest one that needs a person. */
export async function printTroubles(db: Db): Promise<PrintTroubles> {
  const papers = openJobs(db).where('kind', '=', 'paper');
  const counted = await papers
    .where('state', 'not in', ['unknown', 'failed'])
    .select((eb) => eb.fn.countAll().as('papers'))
    .executeTakeFirst();
  const waiting = Number(counted?.papers ?? 0);
  const oldest = await papers
    .where('state', 'in', troubled)
    .select(['id', 'state', 'last_error', 'document_kind', 'document_id', 'printer_id'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const state = troubled.find((each) => each === oldest?.state);
  if (oldest === undefined || state === undefined) return { waiting, problem: null };
  const printer = await printerById(db, oldest.printer_id);
  const problem = {
    jobId: oldest.id,
    state,
    reason: oldest.last_error ?? '',
    documentKind: oldest.document_kind,
    documentId: oldest.document_id,
    printerId: oldest.printer_id,
    printerName: printer?.name ?? '',
  };
  return { waiting, problem };
}

export async function printJobById(db: Db, jobId: string): Promise<PrintJobRow | null> {
  const row = await db.selectFrom('print_job').selectAll().where('id', '=', jobId).executeTakeFirst();
  return row ?? null;
}

/** What the original of a document said; null when none was ever made. */
export async function blocksOfOriginal(
  db: Db,
  document: { readonly documentKind: string; readonly documentId: string },
): Promise<readonly Block[] | null> {
  const row = await db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_id', '=', document.documentId)
    .where('document_kind', '=', document.documentKind)
    .where('kind', '=', 'paper')
    .where('purpose', '=', 'original')
    .executeTakeFirst();
  return row === undefined ? null : blocksOf(row);
}

export function blocksOf(job: Pick<PrintJobRow, 'blocks_json'>): readonly Block[] {
  return blocksSchema.parse(JSON.parse(job.blocks_json));
}

/** The number of the next copy of a document: 1, 2, 3 … */
export async function nextCopyNumber(
  db: Db,
  document: { readonly documentKind: string; readonly documentId: string },
): Promise<number> {
  const row = await db
    .selectFrom('print_job')
    .select((eb) => eb.fn.max('copy_number').as('highest'))
    .where('document_id', '=', document.documentId)
    .where('document_kind', '=', document.documentKind)
    .where('purpose', '=', 'copy')
    .executeTakeFirst();
  return Number(row?.highest ?? 0) + 1;
}

/** A paper that has yet to come out, or that a person must look at. */
export interface PaperOnItsWay {
  readonly jobId: string;
  readonly printerId: string;
  readonly state: (typeof onTheWay)[number];
}

/** Not `failed`: nothing of it will come, so a copy is the only paper there can be. */
const onTheWay = ['queued', 'sending', 'blocked', 'retry_wait', 'unknown'] as const;

/**
 * The paper of a document for which nobody should print another one yet; null when a copy may be made.
 *
 * | paper    | queued, sending      | blocked, retry_wait | unknown       | printed, failed |
 * |----------|----------------------|---------------------|---------------|-----------------|
 * | original | it is being printed  | it waits            | look at it    | –               |
 * | copy     | – (a second is meant) | it waits           | –             | –               |
 *
 * An original that is queued behind a paper that waits, waits like that one.
 */
export async function paperOnItsWay(
  db: Db,
  document: { readonly documentKind: string; readonly documentId: string },
): Promise<PaperOnItsWay | null> {
  const rows = await openJobs(db)
    .where('kind', '=', 'paper')
    .where('document_id', '=', document.documentId)
    .where('document_kind', '=', document.documentKind)
    .select(['id', 'printer_id', 'state', 'purpose'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  for (const { id, printer_id, state, purpose } of rows) {
    const stays = state === 'blocked' || state === 'retry_wait';
    const found = onTheWay.find((each) => each === state);
    if (found !== undefined && (stays || purpose === 'original')) {
      const heldUp = found === 'queued' ? await stopOf(db, printer_id) : null;
      return { jobId: id, printerId: printer_id, state: heldUp ?? found };
    }
  }
  return null;
}

/** Why the queue of a printer does not move; null when it does. The first paper holds up all behind it. */
async function stopOf(db: Db, printerId: string): Promise<'blocked' | 'retry_wait' | null> {
  const first = await nextJob(db, printerId);
  return first?.state === 'blocked' || first?.state === 'retry_wait' ? first.state : null;
}
