/** The line to a serial port: COM3, /dev/ttyUSB0, a printer paired by Bluetooth. */
import type { SerialPort } from 'serialport';
import type { RetryReason } from '../../../shared/receipt/printState.ts';
import { createInbox, type PrinterLine } from './line.ts';

export interface SerialAddress {
  readonly path: string;
  readonly baudRate: number;
}

/**
 * Opens the port, or says why not. A printer may stop the till by XOFF; by its CTS wire too, where it drives one. The till
 * sends no XOFF itself: the byte would stand in the middle of a picture.
 */
export async function openSerialLine(
  address: SerialAddress,
  limitMilliseconds: number,
  signal: AbortSignal,
): Promise<PrinterLine | RetryReason> {
  if (signal.aborted) return 'stopping';
  const port = await openPort(address, false, limitMilliseconds);
  if (typeof port === 'string') return port;
  if (!(await isClearToSend(port))) return lineOver(port, signal);
  await closed(port);
  const guarded = await openPort(address, true, limitMilliseconds);
  return typeof guarded === 'string' ? guarded : lineOver(guarded, signal);
}

async function openPort(
  { path, baudRate }: SerialAddress,
  rtscts: boolean,
  limitMilliseconds: number,
): Promise<SerialPort | RetryReason> {
  // Loaded at the first use: a till without a serial printer stays without its native part.
  const { SerialPort } = await import('serialport');
  const port = new SerialPort({ path, baudRate, autoOpen: false, rtscts, xon: true, xoff: false });
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve('timeOut');
    }, limitMilliseconds);
    port.open((error) => {
      clearTimeout(timer);
      // A Bluetooth printer may be found after all: left open, the port would be busy until the till is closed.
      if (isLate) void closed(port);
      resolve(error === null || error === undefined ? port : reasonOf(error.message));
    });
  });
}

/** The package tells what is wrong in words only, each system in its own. */
function reasonOf(message: string): RetryReason {
  if (/lock|busy|access denied/i.test(message)) return 'deviceBusy';
  return /permission/i.test(message) ? 'noAccess' : 'deviceMissing';
}

/** False where nobody drives the wire, and on ports that have none. */
function isClearToSend(port: SerialPort): Promise<boolean> {
  return new Promise((resolve) => {
    port.get((error, status) => resolve((error === null || error === undefined) && status?.cts === true));
  });
}

function closed(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (!port.isOpen) return resolve();
    port.close(() => resolve());
  });
}

/**
 * Drops what the printer would not take: it must not come out later, and a thread of the system that waits for it to leave
 * (drain) would wait for ever, until no file of the till could be read any more.
 */
function emptied(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (!port.isOpen) return resolve();
    port.flush(() => resolve());
  });
}

function lineOver(port: SerialPort, signal: AbortSignal): PrinterLine {
  const inbox = createInbox(signal);
  port.on('data', (bytes: Uint8Array) => inbox.push(bytes));
  port.on('error', inbox.lose);
  port.on('close', inbox.lose);

  /** Until the cable has carried the bytes, not only the system's buffer. */
  function carry(bytes: Uint8Array, done: () => void): void {
    port.write(Buffer.from(bytes), (error) => {
      if (error !== null && error !== undefined) return inbox.lose();
      port.drain((notDrained) => {
        if (notDrained !== null && notDrained !== undefined) return inbox.lose();
        done();
      });
    });
  }

  return {
    async send(bytes, limitMilliseconds) {
      if (inbox.isLost()) return 'none';
      let carried = false;
      carry(bytes, () => {
        carried = true;
        inbox.wake();
      });
      const deadline = performance.now() + limitMilliseconds;
      while (!carried && !inbox.isLost() && performance.now() < deadline) {
        await inbox.somethingHappens(deadline - performance.now());
      }
      return carried ? 'all' : 'some';
    },
    readByte: inbox.readByte,
    isLost: inbox.isLost,
    async finish() {
      const wasThere = !inbox.isLost();
      inbox.close();
      await closed(port);
      return wasThere;
    },
    async destroy() {
      inbox.close();
      await emptied(port);
      await closed(port);
    },
  };
}
