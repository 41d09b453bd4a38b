/** Talking with a printer over a line: its answers one by one, and whether it could print now. */
import { requestStatus } from '../../../shared/receipt/commands.ts';
import type { BlockedReason } from '../../../shared/receipt/printState.ts';
import { type PrinterReply, replyReader } from '../../../shared/receipt/replies.ts';
import type { PrinterLine } from './line.ts';
import type { TimeLimits } from './timeLimits.ts';

export interface Talk {
  readonly line: PrinterLine;
  readonly limits: TimeLimits;
  readonly signal: AbortSignal;
  readonly read: (byte: number) => readonly PrinterReply[];
  /** Answers that came while another one was awaited. */
  readonly heard: PrinterReply[];
  /** How long somebody who waits may go on waiting: not for long when the till is being closed. */
  readonly mayWaitUntil: (until: number) => number;
}

export function startTalk(line: PrinterLine, limits: TimeLimits, signal: AbortSignal): Talk {
  let closingAt: number | null = null;
  function mayWaitUntil(until: number): number {
    if (!signal.aborted) return until;
    closingAt ??= performance.now();
    return Math.min(until, closingAt + limits.finish);
  }
  return { line, limits, signal, read: replyReader(), heard: [], mayWaitUntil };
}

/** The next answer, whatever it is; null when none came until `until` or the connection broke. */
export async function nextReply(talk: Talk, until: number): Promise<PrinterReply | null> {
  for (;;) {
    const left = talk.mayWaitUntil(until) - performance.now();
    const byte = await talk.line.readByte(Math.max(0, left));
    if (byte === null) {
      if (left <= 0 || talk.line.isLost()) return null;
      continue;
    }
    const [reply, ...others] = talk.read(byte);
    talk.heard.push(...others);
    if (reply !== undefined) return reply;
  }
}

export type Health = BlockedReason | 'ready' | 'mute';

/**
 * The printer's state by DLE EOT 1, 2 and 4, each answered at once even by a printer that cannot print; `mute` when one of
 * them is not, as with many cheap printers.
 */
export async function askHealth(talk: Talk): Promise<Health> {
  const printer = await askStatus(talk, 1);
  const offlineCause = printer === null ? null : await askStatus(talk, 2);
  const paper = offlineCause === null ? null : await askStatus(talk, 4);
  if (printer === null || offlineCause === null || paper === null) return 'mute';
  return blockedBy(printer, offlineCause, paper) ?? 'ready';
}

async function askStatus(talk: Talk, kind: 1 | 2 | 4): Promise<number | null> {
  const { line, limits } = talk;
  if ((await line.send(requestStatus(kind), limits.status)) !== 'all') return null;
  const until = performance.now() + limits.status;
  for (;;) {
    const reply = await nextReply(talk, until);
    if (reply === null) return null;
    if (reply.kind === 'status') return reply.byte;
    talk.heard.push(reply);
  }
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
