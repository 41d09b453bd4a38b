/** One TCP connection to a printer, with bytes read one by one and a time limit on everything. */
import { connect, type Socket } from 'node:net';
import type { RetryReason } from '../../../shared/receipt/printState.ts';

export interface PrinterLine {
  /** Hands the bytes to the network; false when the printer did not take them in time or the connection broke. */
  readonly send: (bytes: Uint8Array, limitMilliseconds: number) => Promise<boolean>;
  /** The next byte of the printer; null when none came in time, the connection broke or the till is closing. */
  readonly readByte: (limitMilliseconds: number) => Promise<number | null>;
  /** Whether the printer or the network ended the connection. */
  readonly isLost: () => boolean;
  /**
   * Ends the connection after everything sent has left, and waits a moment for the printer to end it too. False when the
   * connection broke instead, so that the printer may have thrown bytes away.
   */
  readonly finish: (limitMilliseconds: number) => Promise<boolean>;
  readonly destroy: () => void;
}

/** Connects, or says why not. The signal gives up waiting at once. */
export function openLine(
  address: { readonly host: string; readonly port: number },
  limitMilliseconds: number,
  signal: AbortSignal,
): Promise<PrinterLine | RetryReason> {
  if (signal.aborted) return Promise.resolve('stopping');
  return new Promise((resolve) => {
    const socket = connect(address);
    const line = lineOver(socket, signal);
    const settle = (answer: PrinterLine | RetryReason) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      if (typeof answer === 'string') socket.destroy();
      resolve(answer);
    };
    const stop = () => settle('stopping');
    const timer = setTimeout(() => settle('timeOut'), limitMilliseconds);
    signal.addEventListener('abort', stop, { once: true });
    socket.setNoDelay(true);
    socket.once('connect', () => settle(line));
    socket.once('error', (error) => settle(reasonOf(error)));
  });
}

function reasonOf(error: Error): RetryReason {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED') return 'refused';
  return code === 'ETIMEDOUT' ? 'timeOut' : 'unreachable';
}

function lineOver(socket: Socket, signal: AbortSignal): PrinterLine {
  const received: number[] = [];
  let lost = false;
  let broken = false;
  let wake: () => void = () => {};
  const somethingHappened = () => wake();
  const lose = () => {
    lost = true;
    wake();
  };
  socket.on('data', (bytes) => {
    received.push(...bytes);
    wake();
  });
  socket.on('error', () => {
    broken = true;
    lose();
  });
  socket.on('end', lose);
  socket.on('close', () => {
    signal.removeEventListener('abort', somethingHappened);
    lose();
  });
  signal.addEventListener('abort', somethingHappened);

  /** Resolves at the next byte, loss or abort, and at the latest when the time is over. */
  function somethingHappens(limitMilliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => wake(), limitMilliseconds);
      wake = () => {
        clearTimeout(timer);
        wake = () => {};
        resolve();
      };
    });
  }

  return {
    async send(bytes, limitMilliseconds) {
      let taken = false;
      socket.write(bytes, (error) => {
        taken = error === undefined || error === null;
        wake();
      });
      const deadline = performance.now() + limitMilliseconds;
      while (!taken && !lost && performance.now() < deadline) {
        await somethingHappens(deadline - performance.now());
      }
      return taken && !lost;
    },
    async readByte(limitMilliseconds) {
      if (received.length === 0 && !lost && !signal.aborted) await somethingHappens(limitMilliseconds);
      return received.shift() ?? null;
    },
    isLost: () => lost,
    async finish(limitMilliseconds) {
      socket.end();
      const deadline = performance.now() + limitMilliseconds;
      while (!lost && !signal.aborted && performance.now() < deadline) {
        await somethingHappens(deadline - performance.now());
      }
      socket.destroy();
      return !broken;
    },
    destroy: () => socket.destroy(),
  };
}
