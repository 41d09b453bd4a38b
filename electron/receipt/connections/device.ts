/** The line to a device file: /dev/usb/lp0 and its like on Linux, LPT1 on Windows. */
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { RetryReason } from '../../../shared/receipt/printState.ts';
import { createInbox, type Inbox, type PrinterLine, type Sent } from './line.ts';

const { O_RDWR, O_WRONLY, O_NONBLOCK, O_NOCTTY } = constants;

/** How often a device that has nothing to say, or takes nothing, is tried again. */
const lookEveryMilliseconds = 5;

/**
 * Opens the device without waiting for it, or says why not. It must be a character device; a pipe is taken too, for a
 * program that prints on behalf of the till. What can only be written to stays mute.
 */
export async function openDeviceLine(path: string, signal: AbortSignal): Promise<PrinterLine | RetryReason> {
  if (signal.aborted) return 'stopping';
  try {
    if (/^LPT\d$/i.test(path)) return lineOver(await open(`\\\\.\\${path}`, 'r+'), false, signal);
    const file = await stat(path);
    if (file.isFIFO()) return lineOver(await open(path, O_WRONLY | O_NONBLOCK), false, signal);
    if (!file.isCharacterDevice()) return 'notADevice';
    return await openBothWays(path, signal);
  } catch (error) {
    return reasonOf(codeOf(error));
  }
}

async function openBothWays(path: string, signal: AbortSignal): Promise<PrinterLine> {
  const quiet = O_NONBLOCK | O_NOCTTY;
  try {
    return lineOver(await open(path, O_RDWR | quiet), true, signal);
  } catch (error) {
    if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EINVAL') throw error;
    return lineOver(await open(path, O_WRONLY | quiet), false, signal);
  }
}

function reasonOf(code: string): RetryReason {
  if (code === 'EACCES' || code === 'EPERM') return 'noAccess';
  return code === 'EBUSY' ? 'deviceBusy' : 'deviceMissing';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Not now: the printer's buffer is full, or it has nothing to say. A printer without paper says ENOSPC. */
const notNow: ReadonlySet<string> = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR', 'ENOSPC']);

function lineOver(handle: FileHandle, answers: boolean, signal: AbortSignal): PrinterLine {
  const inbox = createInbox(signal);
  const use = { isOpen: true };
  if (answers) void listen(handle, inbox, use);

  async function close(): Promise<void> {
    if (!use.isOpen) return;
    use.isOpen = false;
    inbox.close();
    await handle.close().catch(() => {});
  }

  return {
    async send(bytes, limitMilliseconds) {
      const deadline = performance.now() + limitMilliseconds;
      // The driver takes a transfer when the one before is done: the last byte alone shows that the rest has left.
      const body = await write(handle, bytes.subarray(0, -1), inbox, deadline);
      if (body !== 'all') return body;
      const end = await write(handle, bytes.subarray(-1), inbox, deadline);
      return end === 'none' && bytes.length > 1 ? 'some' : end;
    },
    readByte: inbox.readByte,
    isLost: inbox.isLost,
    async finish(limitMilliseconds) {
      // Closing stops a transfer that is still on the cable; of what was sent that is one byte.
      await pause(Math.min(limitMilliseconds, settleMilliseconds));
      const wasThere = !inbox.isLost();
      await close();
      return wasThere;
    },
    destroy: close,
  };
}

const settleMilliseconds = 100;

async function listen(handle: FileHandle, inbox: Inbox, use: { readonly isOpen: boolean }): Promise<void> {
  const buffer = new Uint8Array(256);
  while (use.isOpen && !inbox.isLost()) {
    try {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      if (bytesRead > 0) inbox.push(buffer.slice(0, bytesRead));
      else await pause(lookEveryMilliseconds);
    } catch (error) {
      if (!notNow.has(codeOf(error))) return inbox.lose();
      await pause(lookEveryMilliseconds);
    }
  }
}

async function write(handle: FileHandle, bytes: Uint8Array, inbox: Inbox, deadline: number): Promise<Sent> {
  let taken = 0;
  while (taken < bytes.length) {
    if (inbox.isLost()) break;
    try {
      const { bytesWritten } = await handle.write(bytes, taken, bytes.length - taken, null);
      taken += bytesWritten;
    } catch (error) {
      if (!notNow.has(codeOf(error))) {
        inbox.lose();
        break;
      }
      if (performance.now() >= deadline) break;
      await pause(lookEveryMilliseconds);
    }
  }
  if (taken === bytes.length) return 'all';
  return taken === 0 ? 'none' : 'some';
}
