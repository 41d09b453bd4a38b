/** Printers on a cable: a device file and a serial port. Both lead the same dialogue as a printer on the network. */
import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { probeStatus, sendJob } from '../../../electron/receipt/connections/send.ts';
import type { TimeLimits } from '../../../electron/receipt/connections/timeLimits.ts';
import type { PrinterConnection, StatusCapability } from '../../../shared/receipt/printers.ts';
import { noCable, plugIn } from '../../receipt/cablePrinter.ts';
import { type Fault, startFaultyPrinter } from '../../receipt/faultyPrinter.ts';
import { temporaryFolder } from '../database/temporary.ts';

const patience: TimeLimits = {
  connect: 2000,
  status: 200,
  send: 400,
  confirm: 400,
  confirmPerKilobyte: 0,
  finish: 200,
  program: 1000,
};
const paper = `Chek 1\n${'non 4 000\n'.repeat(40)}Rahmat!\n`;
const open9600 = { kind: 'serial', baudRate: 9600 } as const;
const kinds = ['device', 'serial'] as const;
type Kind = (typeof kinds)[number];
type Line = Extract<PrinterConnection, { kind: Kind }>;

const connectionTo = (kind: Kind, path: string): Line =>
  kind === 'serial' ? { ...open9600, path } : { kind, path };

function send(connection: Line, status: StatusCapability, bytes = Buffer.from(paper, 'latin1')) {
  const job = { bytes, status, confirm: true, processId: 'Chek' } as const;
  return sendJob(connection, job, new AbortController().signal, patience);
}

async function printerOnCable(kind: Kind, fault: Fault) {
  const printer = await startFaultyPrinter({ nextFault: () => fault });
  onTestFinished(() => printer.close());
  const cable = await plugIn(printer.port);
  onTestFinished(() => cable.pull());
  return { printer, cable, connection: connectionTo(kind, cable.path) };
}

if (noCable !== null) console.warn(`SKIPPED: printers on a cable, because ${noCable}`);

describe.skipIf(noCable !== null).each(kinds)('a printer on a cable (%s)', (kind) => {
  test('that says by our own id that it has printed the paper has printed it whole', async () => {
    const { printer, connection } = await printerOnCable(kind, 'none');
    expect(await send(connection, 'processId')).toEqual({ state: 'printed' });
    expect(printer.sheets).toEqual([paper]);
  });

  test('that tells nothing gets every byte, and is believed nothing', async () => {
    const { printer, connection } = await printerOnCable(kind, 'mute');
    expect(await send(connection, 'none')).toEqual({ state: 'sentUnconfirmed' });
    await expect.poll(() => printer.sheets).toEqual([paper]);
  });

  test('without paper gets not one byte of the receipt', async () => {
    const { printer, connection } = await printerOnCable(kind, 'paperOut');
    expect(await send(connection, 'paperInTurn')).toEqual({ state: 'blocked', reason: 'paperOut' });
    expect(printer.sheets).toEqual([]);
  });

  test('whose paper ends in the middle leaves the receipt to a person', async () => {
    const { connection } = await printerOnCable(kind, 'paperEndsInJob');
    expect(await send(connection, 'paperInTurn')).toEqual({ state: 'unknown', reason: 'paperOut' });
  });

  test('that is pulled out in the middle leaves the receipt to a person', async () => {
    const { connection } = await printerOnCable(kind, 'powerCutInJob');
    expect(await send(connection, 'paperInTurn')).toMatchObject({ state: 'unknown' });
  });

  test('that is pulled out before can be tried again', async () => {
    const { cable, connection } = await printerOnCable(kind, 'none');
    await cable.pull();
    expect(await send(connection, 'paperInTurn')).toEqual({ state: 'retry', reason: 'deviceMissing' });
  });

  test('is found at set-up to tell of itself what it can, and prints nothing then', async () => {
    const { printer, connection } = await printerOnCable(kind, 'none');
    const signal = new AbortController().signal;
    expect(await probeStatus(connection, signal, patience)).toBe('processId');
    for (const sheet of printer.sheets) expect(sheet).not.toMatch(/[\n\r]/);
  });

  test('carries also the bytes that a terminal would take for its own', async () => {
    const { printer, connection } = await printerOnCable(kind, 'none');
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const harmless = every.filter((byte) => byte !== 0x10 && byte !== 0x1b && byte !== 0x1d);
    expect(await send(connection, 'processId', Buffer.from(harmless))).toEqual({ state: 'printed' });
    expect(printer.sheets).toEqual([Buffer.from(harmless).toString('latin1')]);
  });
});

describe('a device file', () => {
  async function pipe(): Promise<string> {
    const path = join(temporaryFolder(), 'lp0');
    execFileSync('mkfifo', [path]);
    return path;
  }

  test('that nobody reads takes nothing, and the paper waits', async () => {
    expect(await send({ kind: 'device', path: await pipe() }, 'none')).toMatchObject({ state: 'retry' });
  });

  test('that is a pipe hands every byte to the program behind it', async () => {
    const path = await pipe();
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    onTestFinished(() => reader.close());
    expect(await send({ kind: 'device', path }, 'none')).toEqual({ state: 'sentUnconfirmed' });
    expect((await reader.readFile()).toString('latin1')).toBe(paper);
  });

  test('whose buffer is full from before takes not one byte, and the paper waits', async () => {
    const path = await pipe();
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const writer = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
    onTestFinished(() => Promise.all([reader.close(), writer.close()]).then(() => {}));
    await expect(
      (async () => {
        for (;;) await writer.write(Buffer.alloc(4096));
      })(),
    ).rejects.toThrow(/EAGAIN/);
    expect(await send({ kind: 'device', path }, 'none')).toEqual({ state: 'retry', reason: 'timeOut' });
  });

  test('that takes a part and then no more leaves the paper unknown', async () => {
    const path = await pipe();
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    onTestFinished(() => reader.close());
    const long = Buffer.alloc(1 << 20, 0x20);
    expect(await send({ kind: 'device', path }, 'none', long)).toEqual({
      state: 'unknown',
      reason: 'stalled',
    });
  });

  test('that is a plain file, or is not there, prints nothing and says why', async () => {
    const file = join(temporaryFolder(), 'lp1');
    await writeFile(file, 'kept');
    expect(await send({ kind: 'device', path: file }, 'none')).toEqual({
      state: 'retry',
      reason: 'notADevice',
    });
    const gone = await send({ kind: 'device', path: `${file}-gone` }, 'none');
    expect(gone).toEqual({ state: 'retry', reason: 'deviceMissing' });
  });
});

test('a serial port that is not there says so', async () => {
  const gone = connectionTo('serial', join(temporaryFolder(), 'ttyUSB7'));
  expect(await send(gone, 'none')).toEqual({ state: 'retry', reason: 'deviceMissing' });
});
