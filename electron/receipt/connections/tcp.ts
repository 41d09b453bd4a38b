/** Prints over a raw network port: asks the printer first, sends, and says honestly what became of the job. */
import { requestPaperInTurn, requestStatus } from '../../../shared/receipt/commands.ts';
import type { BlockedReason, UnknownReason } from '../../../shared/receipt/printState.ts';
import { openLine, type PrinterLine } from './line.ts';
import type { PrintOutcome } from './outcome.ts';

/** How long each step may take, in milliseconds. */
export interface TimeLimits {
  readonly connect: number;
  /** A printer that answers status requests does so at once, even while it prints. */
  readonly status: number;
  readonly send: number;
  /** From the last byte sent until the printer has worked through the job. */
  readonly confirm: number;
  readonly finish: number;
}

export const usualTimeLimits: TimeLimits = {
  connect: 3000,
  status: 500,
  send: 10_000,
  confirm: 5000,
  finish: 1000,
};

export interface TcpJob {
  readonly host: string;
  readonly port: number;
  readonly bytes: Uint8Array;
  /** Whether to wait for the printer's word that it is done. A drawer does not wait. */
  readonly confirm: boolean;
}

/**
 * | what happens                                   | outcome                                        |
 * |------------------------------------------------|------------------------------------------------|
 * | nobody listens, no route, no answer in 3 s     | retry                                          |
 * | the printer reports cover, paper, error        | blocked, before any byte of the job            |
 * | the printer answers and finishes the job       | printed                                        |
 * | it answers, but knows no request in turn       | sentUnconfirmed                                |
 * | it never answers anything and takes the job    | sentUnconfirmed                                |
 * | paper out, power cut, reset after the 1st byte | unknown                                        |
 */
export async function printOverTcp(
  job: TcpJob,
  signal: AbortSignal,
  limits: TimeLimits = usualTimeLimits,
): Promise<PrintOutcome> {
  const line = await openLine(job, limits.connect, signal);
  if (typeof line === 'string') return { state: 'retry', reason: line };
  try {
    const health = await askHealth(line, limits);
    if (line.isLost()) return { state: 'retry', reason: 'connectionLost' };
    if (signal.aborted) return { state: 'retry', reason: 'stopping' };
    if (health !== 'ready' && health !== 'mute') return { state: 'blocked', reason: health };
    return await sendJob(line, job, health === 'ready' && job.confirm, signal, limits);
  } finally {
    line.destroy();
  }
}

const sentUnconfirmed: PrintOutcome = { state: 'sentUnconfirmed' };

async function sendJob(
  line: PrinterLine,
  job: TcpJob,
  confirm: boolean,
  signal: AbortSignal,
  limits: TimeLimits,
): Promise<PrintOutcome> {
  if (!(await line.send(job.bytes, limits.send))) {
    return { state: 'unknown', reason: line.isLost() ? 'connectionLost' : 'stalled' };
  }
  const outcome = confirm ? await awaitConfirmation(line, signal, limits) : sentUnconfirmed;
  if (line.isLost() && outcome.state !== 'printed') return { state: 'unknown', reason: 'connectionLost' };
  const endedCleanly = await line.finish(limits.finish);
  if (outcome.state === 'sentUnconfirmed' && !endedCleanly) {
    return { state: 'unknown', reason: 'connectionLost' };
  }
  return outcome;
}

/**
 * GS r is carried out in turn: its answer proves that the printer has worked through everything before it. Without one,
 * the real-time status tells a printer that does not know GS r from one that stands still in the middle of the job.
 */
async function awaitConfirmation(
  line: PrinterLine,
  signal: AbortSignal,
  limits: TimeLimits,
): Promise<PrintOutcome> {
  await line.send(requestPaperInTurn(), limits.send);
  const paper = await readMatching(line, isPaperStatus, limits.confirm);
  if (paper !== null) {
    return (paper & 0x0c) === 0 ? { state: 'printed' } : { state: 'unknown', reason: 'paperOut' };
  }
  const health = await askHealth(line, limits);
  if (health === 'ready' || signal.aborted) return sentUnconfirmed;
  const reason: UnknownReason = health === 'mute' ? 'noAnswer' : health;
  return { state: 'unknown', reason };
}

/** GS r 1 answers one byte with bits 4 and 7 clear. */
function isPaperStatus(byte: number): boolean {
  return (byte & 0x90) === 0;
}

/** DLE EOT answers one byte with bits 1 and 4 set, 0 and 7 clear. */
function isRealTimeStatus(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** The printer's state by DLE EOT 1, 2 and 4; `mute` when it does not answer at all, as many cheap printers do not. */
async function askHealth(line: PrinterLine, limits: TimeLimits): Promise<BlockedReason | 'ready' | 'mute'> {
  const printer = await askStatus(line, 1, limits);
  if (printer === null) return 'mute';
  const offlineCause = (await askStatus(line, 2, limits)) ?? 0;
  const paper = (await askStatus(line, 4, limits)) ?? 0;
  return blockedBy(printer, offlineCause, paper) ?? 'ready';
}

/**
 * | request   | bit        | meaning                    |
 * |-----------|------------|----------------------------|
 * | DLE EOT 2 | 0x04       | cover open                 |
 * | DLE EOT 2 | 0x20       | stopped by the paper end   |
 * | DLE EOT 4 | 0x60       | no paper under the sensor  |
 * | DLE EOT 2 | 0x40       | error (cutter, head hot)   |
 * | DLE EOT 1 | 0x08       | off line                   |
 *
 * Paper that is nearly out (DLE EOT 4, 0x0c) still prints.
 */
function blockedBy(printer: number, offlineCause: number, paper: number): BlockedReason | null {
  if ((offlineCause & 0x04) !== 0) return 'coverOpen';
  if ((offlineCause & 0x20) !== 0 || (paper & 0x60) !== 0) return 'paperOut';
  if ((offlineCause & 0x40) !== 0) return 'printerError';
  return (printer & 0x08) !== 0 ? 'offline' : null;
}

async function askStatus(line: PrinterLine, kind: 1 | 2 | 4, limits: TimeLimits): Promise<number | null> {
  if (!(await line.send(requestStatus(kind), limits.status))) return null;
  return readMatching(line, isRealTimeStatus, limits.status);
}

/** The next byte of the wanted form; other bytes (a late answer, XON) are passed over. */
async function readMatching(
  line: PrinterLine,
  wanted: (byte: number) => boolean,
  limitMilliseconds: number,
): Promise<number | null> {
  const deadline = performance.now() + limitMilliseconds;
  for (;;) {
    const byte = await line.readByte(Math.max(0, deadline - performance.now()));
    if (byte === null || wanted(byte)) return byte;
  }
}
