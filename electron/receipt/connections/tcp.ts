/** The line to a printer on the network: a raw port, usually 9100. */
import { connect, type Socket } from 'node:net';
import type { RetryReason } from '../../../shared/receipt/printState.ts';
import { createInbox, type PrinterLine } from './line.ts';

/** Connects, or says why not. The signal gives up waiting at once. */
export function openTcpLine(
  address: { readonly host: string; readonly port: number },
  limitMilliseconds: number,
  signal: AbortSignal,
): Promise<PrinterLine | RetryReason> {
  if (signal.aborted) return Promise.resolve('stopping');
  return new Promise((resolve) => {
    const socket = connect({ host: address.host, port: address.port });
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
  const inbox = createInbox(signal);
  let broken = false;
  socket.on('data', inbox.push);
  socket.on('error', () => {
    broken = true;
    inbox.lose();
  });
  socket.on('end', inbox.lose);
  socket.on('close', () => {
    inbox.close();
    inbox.lose();
  });

  return {
    async send(bytes, limitMilliseconds) {
      if (inbox.isLost()) return 'none';
      let taken = false;
      socket.write(bytes, (error) => {
        taken = error === undefined || error === null;
        inbox.wake();
      });
      const deadline = performance.now() + limitMilliseconds;
      while (!taken && !inbox.isLost() && performance.now() < deadline) {
        await inbox.somethingHappens(deadline - performance.now());
      }
      return taken && !inbox.isLost() ? 'all' : 'some';
    },
    readByte: inbox.readByte,
    isLost: inbox.isLost,
    async finish(limitMilliseconds) {
      socket.end();
      const deadline = performance.now() + limitMilliseconds;
      while (!inbox.isLost() && !signal.aborted && performance.now() < deadline) {
        await inbox.somethingHappens(deadline - performance.now());
      }
      socket.destroy();
      return !broken;
    },
    async destroy() {
      socket.destroy();
    },
  };
}
