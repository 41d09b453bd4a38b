/** One job's way to its printer: bytes or a picture, the note that it is being sent, the sending, what became of it. */
import type { Kysely } from 'kysely';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { Bitmap } from '../../shared/receipt/commands.ts';
import type { PrinterConnection, PrinterProfile } from '../../shared/receipt/printers.ts';
import type { EndReason, PrintState } from '../../shared/receipt/printState.ts';
import { processIdOf } from '../../shared/receipt/replies.ts';
import { type Instant, millisecondsOf } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { DriverPress } from '../driverPress.ts';
import type { PrintOutcome } from './connections/outcome.ts';
import { type ByteConnection, sendJob, sendPicture } from './connections/send.ts';
import { type TimeLimits, usualTimeLimits } from './connections/timeLimits.ts';
import { jobPicture } from './jobPicture.ts';
import { beginSending, endUnsent, noteOutcome, usualBackOffMilliseconds } from './jobStates.ts';
import { drawerJobBytes, printJobBytes } from './printJobBytes.ts';
import { blocksOf, type PrintJobRow } from './queries.ts';

/**
 * A drawer that pops open minutes later is an invitation to theft: an older opening is dropped, and so is one that comes from
 * later than now, for the clock was set back and its age is unknown.
 */
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
  /** Null or left out in a shell that cannot print pages. */
  readonly driverPress?: DriverPress | null;
  readonly backOffMilliseconds?: readonly number[];
  readonly timeLimits?: TimeLimits;
}

/** Does what can be done for a job now and notes it. Sends nothing for a job that was cancelled or moved meanwhile. */
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
  const send = await sendingOf(job, printer, options);
  if (send === 'noDrawer') return end(job, 'cancelled', send, options);
  if (send === 'cannotBuild') return end(job, 'failed', send, options);
  if (!(await beginSending(database, job, clock()))) return;
  onChange(job.id, 'sending');
  const outcome = await outcomeOf(send, signal, options);
  const backOff = options.backOffMilliseconds ?? usualBackOffMilliseconds;
  onChange(job.id, await noteOutcome(database, job, outcome, clock(), backOff));
}

function isStaleDrawer(job: PrintJobRow, now: Instant): boolean {
  const age = millisecondsOf(now) - millisecondsOf(job.created_at as Instant);
  return job.kind === 'drawer' && Math.abs(age) > drawerLastsMilliseconds;
}

type Sending = (signal: AbortSignal) => Promise<PrintOutcome>;

/** After a fault of our own in the middle of the sending nobody knows how far it came: a person must be able to say. */
async function outcomeOf(
  send: Sending,
  signal: AbortSignal,
  { onError }: PrintRunnerOptions,
): Promise<PrintOutcome> {
  try {
    return await send(signal);
  } catch (error) {
    onError(error);
    return { state: 'unknown', reason: 'interrupted' };
  }
}

/** Everything that can go wrong without the printer goes wrong here, before the job is noted as being sent. */
async function sendingOf(
  job: PrintJobRow,
  { connection, profile }: PrinterSetUp,
  options: PrintRunnerOptions,
): Promise<Sending | 'noDrawer' | 'cannotBuild'> {
  const { driverPress = null, timeLimits = usualTimeLimits } = options;
  if (connection.kind === 'driver') {
    // A driver prints pages; the pulse of a drawer is none.
    if (job.kind === 'drawer') return 'noDrawer';
    const picture = await pictureOf(job, profile, options);
    if (picture === 'cannotBuild') return picture;
    return (signal) => sendPicture(connection, picture, driverPress, signal, timeLimits);
  }
  const bytes = await bytesOf(job, profile, options);
  if (typeof bytes === 'string') return bytes;
  const lineJob = {
    bytes,
    status: profile.status,
    confirm: job.kind === 'paper',
    processId: processIdOf(numberIn(job.id) + job.attempts),
  };
  return (signal) => sendJob(connection as ByteConnection, lineJob, signal, timeLimits);
}

/** The last digits of an id are chance: jobs that follow one another get ids that the printer's answers cannot mix up. */
function numberIn(jobId: string): number {
  return Number.parseInt(jobId.slice(-8), 16);
}

async function pictureOf(
  job: PrintJobRow,
  profile: PrinterProfile,
  { onError, trainingMark = null }: PrintRunnerOptions,
): Promise<Bitmap | 'cannotBuild'> {
  try {
    return await jobPicture(marked(blocksOf(job), trainingMark), profile);
  } catch (error) {
    onError(error);
    return 'cannotBuild';
  }
}

async function bytesOf(
  job: PrintJobRow,
  profile: PrinterProfile,
  { onError, trainingMark = null }: PrintRunnerOptions,
): Promise<Uint8Array | 'noDrawer' | 'cannotBuild'> {
  try {
    if (job.kind === 'drawer') {
      const drawerPin = job.drawer_pin ?? profile.drawerPin;
      return trainingMark === null ? (drawerJobBytes({ ...profile, drawerPin }) ?? 'noDrawer') : 'noDrawer';
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
  if (await endUnsent(database, job.id, state, reason, clock())) onChange(job.id, state);
}
