/** Printers of the system: the bare bytes through a queue, a picture through a driver. Their programs are stood in for. */
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DriverAnswer, DriverJob, DriverPress } from '../../../electron/driverPress.ts';
import { printByDriver } from '../../../electron/receipt/connections/driver.ts';
import { printToQueue } from '../../../electron/receipt/connections/queue.ts';
import type { TimeLimits } from '../../../electron/receipt/connections/timeLimits.ts';
import { spoolerScript } from '../../../electron/receipt/connections/windowsSpooler.ts';
import { temporaryFolder } from '../database/temporary.ts';

const patience: TimeLimits = {
  connect: 1000,
  status: 100,
  send: 300,
  confirm: 200,
  confirmPerKilobyte: 0,
  finish: 200,
  program: 3000,
};
const job = Uint8Array.from({ length: 5000 }, (_, index) => index % 256);

/** Programs that are the only ones to be found; each keeps its arguments and its input in the folder. */
async function programs(scripts: Readonly<Record<string, string>>): Promise<string> {
  const folder = temporaryFolder();
  const bin = join(folder, 'bin');
  await mkdir(bin);
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(bin, name), `#!/bin/sh\nPATH=/usr/bin:/bin\nfolder='${folder}'\n${script}\n`);
    await chmod(join(bin, name), 0o755);
  }
  const before = process.env.PATH;
  process.env.PATH = bin;
  onTestFinished(() => {
    process.env.PATH = before;
  });
  return folder;
}

const keep = 'printf \'%s\\n\' "$@" > "$folder/arguments"; cat > "$folder/input"';
const print = (name = 'kassa', platform: NodeJS.Platform = 'linux') =>
  printToQueue(name, job, patience, new AbortController().signal, platform);

describe('a queue of CUPS', () => {
  test('gets the bytes as they are, raw, under a name that says nothing of the customer', async () => {
    const folder = await programs({ lp: keep });
    expect(await print('Kassa printeri')).toEqual({ state: 'sentUnconfirmed' });
    expect(await readFile(join(folder, 'input'))).toEqual(Buffer.from(job));
    expect(await readFile(join(folder, 'arguments'), 'utf8')).toBe(
      '-d\nKassa printeri\n-t\nDaftar\n-o\nraw\n',
    );
  });

  test('is told to forget a drawer that does not open soon', async () => {
    const folder = await programs({ lp: keep });
    const { signal } = new AbortController();
    await printToQueue('kassa', job, patience, signal, 'linux', true);
    expect(await readFile(join(folder, 'arguments'), 'utf8')).toBe(
      '-d\nkassa\n-t\nDaftar\n-o\nraw\n-o\njob-cancel-after=10\n',
    );
  });

  test('is given a name as a name, never as a command', async () => {
    const folder = await programs({ lp: keep });
    await print('kassa; touch /tmp/daftar-was-here $(id)');
    expect((await readFile(join(folder, 'arguments'), 'utf8')).split('\n')[1]).toBe(
      'kassa; touch /tmp/daftar-was-here $(id)',
    );
  });

  test.each([
    ['that refuses', 'cat > /dev/null; exit 1', { state: 'retry', reason: 'queueRefused' }],
    ['that refuses without listening', 'exit 1', { state: 'retry', reason: 'queueRefused' }],
    ['whose program is ended half way', 'kill -9 $$', { state: 'unknown', reason: 'stalled' }],
  ] as const)('%s says so', async (_what, script, outcome) => {
    await programs({ lp: script });
    expect(await print()).toEqual(outcome);
  });

  test('whose program hangs leaves the paper unknown', async () => {
    await programs({ lp: 'exec sleep 20' });
    const hasty = { ...patience, program: 200 };
    const answer = await printToQueue('kassa', job, hasty, new AbortController().signal, 'linux');
    expect(answer).toEqual({ state: 'unknown', reason: 'stalled' });
  });

  test('on a PC without CUPS waits until it is installed', async () => {
    await programs({});
    expect(await print()).toEqual({ state: 'retry', reason: 'queueMissing' });
  });

  test('that is stopped gets nothing: it would print the paper hours later', async () => {
    const folder = await programs({
      lp: keep,
      lpstat: 'echo "printer kassa disabled since Sun Nov 22 2026 -"; echo "  Paused"',
    });
    expect(await print()).toEqual({ state: 'blocked', reason: 'offline' });
    expect(await readdir(folder)).toEqual(['bin']);
  });

  test('that runs is not taken for a stopped one', async () => {
    await programs({ lp: keep, lpstat: 'echo "printer kassa is idle.  enabled since Sun Nov 22 2026"' });
    expect(await print()).toEqual({ state: 'sentUnconfirmed' });
  });
});

describe('the spooler of Windows', () => {
  const powershell = `${keep}; printf '%s' "$DAFTAR_PRINTER" > "$folder/printer"; cat "$DAFTAR_JOB" > "$folder/job"; printf '%s' "$DAFTAR_JOB" > "$folder/where"`;

  test('gets the bytes from a file that is gone afterwards, and the name outside of any command', async () => {
    const folder = await programs({ 'powershell.exe': powershell });
    const name = "Kassa'; Remove-Item C:\\ -Recurse";
    expect(await print(name, 'win32')).toEqual({ state: 'sentUnconfirmed' });
    expect(await readFile(join(folder, 'job'))).toEqual(Buffer.from(job));
    expect(await readFile(join(folder, 'printer'), 'utf8')).toBe(name);
    const args = (await readFile(join(folder, 'arguments'), 'utf8')).trim().split('\n');
    expect(args.slice(0, 3)).toEqual(['-NoProfile', '-NonInteractive', '-EncodedCommand']);
    expect(Buffer.from(args[3] ?? '', 'base64').toString('utf16le')).toBe(spoolerScript);
    const where = await readFile(join(folder, 'where'), 'utf8');
    await expect(readFile(where)).rejects.toThrow(/ENOENT/);
    await expect(readdir(dirname(where))).rejects.toThrow(/ENOENT/);
  });

  test.each([
    [2, { state: 'retry', reason: 'queueRefused' }],
    [3, { state: 'unknown', reason: 'stalled' }],
  ] as const)('whose script ends with %s', async (code, outcome) => {
    await programs({ 'powershell.exe': `exit ${code}` });
    expect(await print('kassa', 'win32')).toEqual(outcome);
  });

  test('without its script language waits', async () => {
    await programs({});
    expect(await print('kassa', 'win32')).toEqual({ state: 'retry', reason: 'queueMissing' });
  });
});

describe('a driver', () => {
  /** 384 dots wide and 80 high: 48 mm on a roll of 58 mm, and 10 mm long. */
  const picture = { widthDots: 384, heightDots: 80, bits: new Uint8Array(48 * 80).fill(0x55) };
  const send = (press: DriverPress | null) =>
    printByDriver({ printer: 'kassa', picture, press }, patience, new AbortController().signal);

  test('gets one page as wide as the roll and as long as the paper', async () => {
    const folder = await programs({ lp: keep });
    expect(await send(null)).toEqual({ state: 'sentUnconfirmed' });
    const args = (await readFile(join(folder, 'arguments'), 'utf8')).trim().split('\n');
    expect(args).toEqual([
      ...['-d', 'kassa', '-t', 'Daftar'],
      ...['-o', 'media=Custom.58x10mm', '-o', 'print-scaling=none'],
    ]);
    const pdf = await PDFDocument.load(await readFile(join(folder, 'input')));
    const page = pdf.getPage(0);
    expect(pdf.getPageCount()).toBe(1);
    // 58 mm and 10 mm in points of 1/72 inch.
    expect(page.getWidth()).toBeCloseTo(164.41, 2);
    expect(page.getHeight()).toBeCloseTo(28.35, 2);
  });

  test('that is nowhere to be had fails for good: no waiting brings one', async () => {
    await programs({});
    expect(await send(null)).toEqual({ state: 'failed', reason: 'driverNotHere' });
  });

  test.each([
    ['taken', { state: 'sentUnconfirmed' }],
    ['refused', { state: 'retry', reason: 'queueRefused' }],
    ['broken', { state: 'unknown', reason: 'stalled' }],
  ] as const)('of the desktop that answers %s is believed no more than that', async (answer, outcome) => {
    const jobs: DriverJob[] = [];
    const press: DriverPress = {
      print: async (asked): Promise<DriverAnswer> => {
        jobs.push(asked);
        return answer;
      },
    };
    expect(await send(press)).toEqual(outcome);
    expect(jobs).toMatchObject([{ printer: 'kassa', widthMicrons: 48_000, heightMicrons: 10_000 }]);
    expect([...(jobs[0]?.png.subarray(1, 4) ?? [])]).toEqual([0x50, 0x4e, 0x47]);
  });
});
