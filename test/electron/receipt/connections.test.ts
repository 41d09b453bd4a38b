import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { printToFile } from '../../../electron/receipt/connections/file.ts';
import { sendJob } from '../../../electron/receipt/connections/send.ts';
import type { TimeLimits } from '../../../electron/receipt/connections/timeLimits.ts';
import type { StatusCapability } from '../../../shared/receipt/printers.ts';
import { type Behaviour, type SoftwarePrinter, startSoftwarePrinter } from '../../receipt/softwarePrinter.ts';

const patience: TimeLimits = {
  connect: 1000,
  status: 150,
  send: 500,
  confirm: 300,
  confirmPerKilobyte: 0,
  finish: 300,
  program: 5000,
};
const job = Uint8Array.from({ length: 1200 }, (_, index) => 0x20 + (index % 90));
const started: SoftwarePrinter[] = [];

afterEach(async () => {
  for (const printer of started.splice(0)) await printer.close();
});

async function start(behaviour: Behaviour): Promise<SoftwarePrinter> {
  const printer = await startSoftwarePrinter(behaviour);
  started.push(printer);
  return printer;
}

interface Sending {
  readonly host?: string;
  readonly bytes?: Uint8Array;
  readonly status?: StatusCapability;
  readonly confirm?: boolean;
  readonly signal?: AbortSignal;
}

function send(port: number, { host = '127.0.0.1', signal, ...asked }: Sending = {}) {
  const lineJob = { bytes: job, status: 'paperInTurn', confirm: true, processId: 'Chek', ...asked } as const;
  return sendJob({ kind: 'tcp', host, port }, lineJob, signal ?? new AbortController().signal, patience);
}

describe('a network printer', () => {
  test('that says it has worked through the job has printed it', async () => {
    const printer = await start('good');
    expect(await send(printer.port)).toEqual({ state: 'printed' });
    expect(printer.jobs).toEqual([job]);
  });

  test('with little paper left still prints', async () => {
    const printer = await start('nearEnd');
    expect(await send(printer.port)).toEqual({ state: 'printed' });
  });

  test.each([
    ['paperOut', 'paperOut'],
    ['paperOutPaused', 'paperOut'],
    ['coverOpen', 'coverOpen'],
  ] as const)('with %s is blocked before a byte of the receipt is sent', async (behaviour, reason) => {
    const printer = await start(behaviour);
    expect(await send(printer.port)).toEqual({ state: 'blocked', reason });
    expect(printer.jobs).toEqual([]);
  });

  test.each([
    ['paperEnds', 'paperOut'],
    ['paperEndsAtOnce', 'paperOut'],
    ['talksInJob', 'paperOut'],
    ['diesInJob', 'connectionLost'],
    ['muteResets', 'connectionLost'],
    ['goesSilent', 'noAnswer'],
  ] as const)('that fails after the first byte (%s) leaves the paper unknown', async (behaviour, reason) => {
    const printer = await start(behaviour);
    expect(await send(printer.port)).toEqual({ state: 'unknown', reason });
  });

  test('that hangs up at once can be tried again', async () => {
    const printer = await start('hangsUpAtOnce');
    expect(await send(printer.port)).toEqual({ state: 'retry', reason: 'connectionLost' });
  });

  test('that is switched off can be tried again', async () => {
    const printer = await startSoftwarePrinter('good');
    await printer.close();
    expect(await send(printer.port)).toEqual({ state: 'retry', reason: 'refused' });
  });

  test('whose name nobody knows can be tried again', async () => {
    const answer = await send(9100, { host: 'printer.invalid' });
    expect(answer).toMatchObject({ state: 'retry' });
  });

  test('that takes nothing leaves a big job unknown instead of waiting for ever', async () => {
    const server = createServer((socket) => socket.pause().on('error', () => {}));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const answer = await send(address.port, { bytes: new Uint8Array(16 << 20) });
    server.close();
    expect(answer).toEqual({ state: 'unknown', reason: 'stalled' });
  });

  test('opens its drawer without waiting for a word', async () => {
    const printer = await start('good');
    expect(await send(printer.port, { confirm: false })).toEqual({ state: 'sentUnconfirmed' });
  });

  test('is not waited for when the till closes', async () => {
    const closing = new AbortController();
    closing.abort();
    const printer = await start('good');
    expect(await send(printer.port, { signal: closing.signal })).toEqual({
      state: 'retry',
      reason: 'stopping',
    });
    expect(printer.jobs).toEqual([]);
  });

  test('that has the whole job when the till closes, and says nothing of it, leaves the paper unknown', async () => {
    const closing = new AbortController();
    const printer = await start('withoutGsR');
    const answer = send(printer.port, { signal: closing.signal });
    while (printer.jobs[0]?.length !== job.length) await new Promise((resolve) => setTimeout(resolve, 5));
    closing.abort();
    expect(await answer).toEqual({ state: 'unknown', reason: 'interrupted' });
  });

  test('that confirms while the till closes has printed', async () => {
    const closing = new AbortController();
    const printer = await start('good');
    const answer = send(printer.port, { signal: closing.signal });
    while (printer.jobs.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    closing.abort();
    expect(await answer).toEqual({ state: 'printed' });
  });
});

describe('a directory as a printer', () => {
  async function inDirectory(work: (directory: string) => Promise<void>): Promise<void> {
    const directory = await mkdtemp(join(tmpdir(), 'daftar-print-'));
    await work(directory).finally(() => rm(directory, { recursive: true }));
  }

  test('keeps every job as a numbered file, also of several at once', () =>
    inDirectory(async (parent) => {
      const directory = join(parent, 'made', 'here');
      expect(await printToFile(directory, Uint8Array.of(1))).toEqual({ state: 'printed' });
      await Promise.all([2, 3, 4].map((byte) => printToFile(directory, Uint8Array.of(byte))));
      const files = (await readdir(directory)).sort();
      expect(files).toEqual(['print-000001.bin', 'print-000002.bin', 'print-000003.bin', 'print-000004.bin']);
      const contents = await Promise.all(
        files.map(async (file) => (await readFile(join(directory, file)))[0]),
      );
      expect(contents.sort()).toEqual([1, 2, 3, 4]);
    }));

  test('goes on counting after what is there, also after a job that was cut off', () =>
    inDirectory(async (directory) => {
      await writeFile(join(directory, 'print-000041.part'), 'half');
      await printToFile(directory, Uint8Array.of(7));
      expect((await readdir(directory)).sort()).toEqual(['print-000041.part', 'print-000042.bin']);
    }));

  test('that cannot be written is tried again', () =>
    inDirectory(async (directory) => {
      const file = join(directory, 'a-file');
      await writeFile(file, '');
      expect(await printToFile(file, Uint8Array.of(1))).toEqual({ state: 'retry', reason: 'cannotWrite' });
    }));
});
