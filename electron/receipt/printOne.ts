/** One job's way to its printer: bytes, the note that it is being sent, the sending, what became of it. */
import type { Kysely } from 'kysely';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { PrinterConnection, PrinterProfile } from '../../shared/receipt/printers.ts';
import type { EndReason, PrintState } from '../../shared/receipt/printState.ts';
import { type Instant, millisecondsOf } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { sendJob } from './connections/send.ts';
import { type TimeLimits, usualTimeLimits } from './connections/tcp.ts';
import { beginSending, endUnsent, noteOutcome, usualBackOffMilliseconds } from './jobStates.ts';
import { drawerJobBytes, printJobBytes } from './printJobBytes.ts';
import { blocksOf, type PrintJobRow } from './queries.ts';

/** A drawer that pops open minutes later is an invitation to theft: an older opening is dropped. */
const drawerLastsMilliseconds = 10_000;

export interface PrinterSetUp {
  readonly connection: PrinterConnection;
  readonly profile: PrinterProfile;
}

export interface PrintRunnerOptions {
  readonly database: Kysely<Tables>;
  readonly clock: () => Instant;
  /** Null for a printer that is gone. */
  readonly printerOf: (printerId: string) => Promise<PrinterSetUp | null>;
  /** After every change of a job's state was committed. */
  readonly onChange: (jobId: string, state: PrintState) => void;
  /** Faults that are nobody's doing: a bug, a broken file. The runner goes on with the next wake. */
  readonly onError: (error: unknown) => void;
  /** What every paper of a shop to learn in says at its top and its end; such a shop opens no drawer. Null for a real one. */
  readonly trainingMark?: string | null;
  readonly backOffMilliseconds?: readonly number[];
  readonly timeLimits?: TimeLimits;
}

/** Does what can be done for a job now and notes it. Sends nothing for a job that was cancelled meanwhile. */
export async function printOne(
  job: PrintJobRow,
  options: PrintRunnerOptions,
  signal: AbortSignal,
): Promise<void> {
  const { database, clock, onChange } = options;
  if (isStaleDrawer(job, clock())) return end(job, 'cancelled', 'stale', options);
  const printer = await options.printerOf(job.printer_id);
  if (printer === null || printer.connection.kind === 'none') {
    return end(job, 'cancelled', 'noPrinter', options);
  }
  const bytes = await bytesOf(job, printer.profile, options);
  if (bytes === 'noDrawer') return end(job, 'cancelled', bytes, options);
  if (bytes === 'cannotBuild') return end(job, 'failed', bytes, options);
  if (!(await beginSending(database, job.id, clock()))) return;
  onChange(job.id, 'sending');
  const limits = options.timeLimits ?? usualTimeLimits;
  const outcome = await sendJob(printer.connection, { bytes, confirm: job.kind === 'paper' }, signal, limits);
  const backOff = options.backOffMilliseconds ?? usualBackOffMilliseconds;
  onChange(job.id, await noteOutcome(database, job, outcome, clock(), backOff));
}

function isStaleDrawer(job: PrintJobRow, now: Instant): boolean {
  const age = millisecondsOf(now) - millisecondsOf(job.created_at as Instant);
  return job.kind === 'drawer' && age > drawerLastsMilliseconds;
}

async function bytesOf(
  job: PrintJobRow,
  profile: PrinterProfile,
  { onError, trainingMark = null }: PrintRunnerOptions,
): Promise<Uint8Array | 'noDrawer' | 'cannotBuild'> {
  try {
    if (job.kind === 'drawer') {
      return trainingMark === null ? (drawerJobBytes(profile) ?? 'noDrawer') : 'noDrawer';
    }
    return await printJobBytes(marked(blocksOf(job), trainingMark), profile);
  } catch (error) {
    onError(error);
    return 'cannotBuild';
  }
}

/** The mark stands before everything and again at the end, before the paper is cut: half a paper never passes for a real one. */
function marked(blocks: readonly Block[], mark: string | null): readonly Block[] {
  if (mark === null) return blocks;
  const words: Block = { kind: 'heading', text: mark };
  const cut = blocks.findLastIndex(({ kind }) => kind === 'cut');
  const end = cut === -1 ? blocks.length : cut;
  return [words, ...blocks.slice(0, end), words, ...blocks.slice(end)];
}

async function end(
  job: PrintJobRow,
  state: 'failed' | 'cancelled',
  reason: EndReason,
  { database, clock, onChange }: PrintRunnerOptions,
): Promise<void> {
  await endUnsent(database, job.id, state, reason, clock());
  onChange(job.id, state);
}
