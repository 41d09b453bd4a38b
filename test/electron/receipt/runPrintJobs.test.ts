import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import {
  cancelPrintJob,
  queueDrawer,
  queuePrint,
  resolvePrintJob,
  retryNow,
  savePrinter,
} from '../../../electron/receipt/inTransaction.ts';
import { nextJob, printerById, printTroubles } from '../../../electron/receipt/queries.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { decodeJob } from '../../receipt/decodeJob.ts';
import { temporaryFolder } from '../database/temporary.ts';
import { id, linesOf, networkShop, openShop, printerId } from './printShop.ts';

describe('papers', () => {
  test('come out in the order of the sales, each once, the drawer before its receipt', async () => {
    const { shop, printer } = await networkShop('good');
    const runner = shop.runner();
    await shop.sell(1, { drawer: true });
    await shop.sell(2);
    await shop.sell(3);
    runner.wake();
    runner.wake();
    await runner.settle();
    expect(linesOf(printer)).toEqual(['Chek 1', 'Chek 2', 'Chek 3']);
    expect(printer.jobs.map((job) => decodeJob(job).drawerKicks.length)).toEqual([1, 0, 0, 0]);
    expect(await shop.states()).toEqual(['1 printed', '2 printed', '3 printed', '501 sent_unconfirmed']);
    expect(shop.changes.slice(0, 4)).toEqual([
      '501 sending',
      '501 sent_unconfirmed',
      '1 sending',
      '1 printed',
    ]);
    expect(shop.errors).toEqual([]);
  });

  test('are never forgotten, at whatever moment of the work they come', async () => {
    const shop = await openShop({ kind: 'file', path: temporaryFolder() });
    const runner = shop.runner();
    for (let round = 0; round < 60; round += 1) {
      await shop.sell(2 * round + 1);
      runner.wake();
      // A different moment of the first job's way in every round.
      for (let step = 0; step < round; step += 1) await Promise.resolve();
      if (round % 3 === 0) await new Promise((resolve) => setTimeout(resolve, round / 6));
      await shop.sell(2 * round + 2);
      runner.wake();
      await runner.settle();
      expect(await printTroubles(shop.database.db)).toEqual({ waiting: 0, problem: null });
    }
  });

  test('go into numbered files where the printer is a directory', async () => {
    const directory = join(temporaryFolder(), 'paper');
    const shop = await openShop({ kind: 'file', path: directory });
    const runner = shop.runner();
    await shop.sell(1);
    await shop.sell(2);
    runner.wake();
    await runner.settle();
    const files = (await readdir(directory)).sort();
    const lines = await Promise.all(
      files.map(async (file) => decodeJob(await readFile(join(directory, file))).lines),
    );
    expect(lines).toEqual([['Chek 1'], ['Chek 2']]);
    expect(await shop.states()).toEqual(['1 printed', '2 printed']);
  });

  test('of one document and purpose are queued once, however often they are asked for', async () => {
    const { shop, printer } = await networkShop('good');
    await shop.sell(1, { drawer: true });
    const again = { documentKind: 'sale', documentId: 'sale-1', printerId, at: shop.now() };
    await transact(shop.database.db, async (trx) => {
      await queuePrint(trx, { ...again, id: id(7), purpose: 'original', copyNumber: 0, blocks: [] });
      await queueDrawer(trx, { ...again, id: id(8) });
    });
    const runner = shop.runner();
    await runner.settle();
    expect(printer.jobs).toHaveLength(2);
  });

  test('queued in a transaction that fails are never printed', async () => {
    const { shop, printer } = await networkShop('good');
    const sale = { documentKind: 'sale', documentId: 'sale-1', printerId, at: shop.now(), blocks: [] };
    const failing = transact(shop.database.db, async (trx) => {
      await queuePrint(trx, { ...sale, id: id(1), purpose: 'original', copyNumber: 0 });
      throw new Error('the sale was refused');
    });
    await expect(failing).rejects.toThrow('the sale was refused');
    const runner = shop.runner();
    await runner.settle();
    expect(printer.jobs).toEqual([]);
    expect(await shop.states()).toEqual([]);
  });

  test('of a shop without a printer are given up', async () => {
    const shop = await openShop({ kind: 'none' });
    await shop.sell(1);
    await shop.runner().settle();
    expect(await shop.states()).toEqual(['1 cancelled noPrinter']);
  });

  test('that cannot be made at all fail alone', async () => {
    const { shop, printer } = await networkShop('good');
    await shop.sell(1);
    await sql`update print_job set blocks_json = '[{"kind":"confetti"}]'`.execute(shop.database.db);
    await shop.sell(2);
    await shop.runner().settle();
    expect(await shop.states()).toEqual(['1 failed cannotBuild', '2 printed']);
    expect(linesOf(printer)).toEqual(['Chek 2']);
    expect(shop.errors).toHaveLength(1);
  });
});

describe('a printer that cannot print', () => {
  test('holds all its papers in order and prints them by itself when there is paper again', async () => {
    const { shop, printer } = await networkShop('paperOut');
    const runner = shop.runner({ backOffMilliseconds: [1000, 2000] });
    await shop.sell(1);
    await shop.sell(2);
    runner.wake();
    await runner.settle();
    expect(await shop.states()).toEqual(['1 blocked paperOut', '2 queued']);
    expect(await printTroubles(shop.database.db)).toEqual({
      waiting: 2,
      problem: {
        jobId: id(1),
        state: 'blocked',
        reason: 'paperOut',
        documentKind: 'sale',
        documentId: 'sale-1',
        printerId,
        printerName: 'Kassa',
      },
    });
    printer.behaviour = 'good';
    runner.wake();
    await runner.settle();
    expect(printer.jobs).toEqual([]);
    shop.clock.milliseconds += 1000;
    runner.wake();
    await runner.settle();
    expect(linesOf(printer)).toEqual(['Chek 1', 'Chek 2']);
    expect(await printTroubles(shop.database.db)).toEqual({ waiting: 0, problem: null });
  });

  test('is tried again after 1, 2, 5, 10 and then every 30 seconds', async () => {
    const { shop, printer } = await networkShop('good');
    await printer.close();
    await shop.sell(1);
    const runner = shop.runner();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      runner.wake();
      await runner.settle();
      const job = await nextJob(shop.database.db, printerId);
      expect(job).toMatchObject({ state: 'retry_wait', last_error: 'refused', attempts: attempt + 1 });
      const wait = Date.parse(job?.next_at ?? '') - shop.clock.milliseconds;
      waits.push(wait / 1000);
      shop.clock.milliseconds += wait;
    }
    expect(waits).toEqual([1, 2, 5, 10, 30, 30, 30]);
  });

  test('does not wait for a time that only a clock set back made far away', async () => {
    const { shop, printer } = await networkShop('coverOpen');
    await shop.sell(1);
    const runner = shop.runner();
    await runner.settle();
    printer.behaviour = 'good';
    shop.clock.milliseconds -= 40 * 24 * 3_600_000;
    runner.wake();
    await runner.settle();
    expect(linesOf(printer)).toEqual(['Chek 1']);
  });

  test('is tried again by its own alarm', async () => {
    const { shop, printer } = await networkShop('coverOpen');
    await shop.sell(1);
    const runner = shop.runner({ backOffMilliseconds: [30] });
    await runner.settle();
    printer.behaviour = 'good';
    shop.clock.milliseconds += 30;
    await expect.poll(() => linesOf(printer)).toEqual(['Chek 1']);
  });

  test('is tried at once when a person asks', async () => {
    const { shop, printer } = await networkShop('paperOut');
    await shop.sell(1);
    const runner = shop.runner();
    await runner.settle();
    printer.behaviour = 'good';
    await transact(shop.database.db, (trx) => retryNow(trx, printerId));
    runner.wake();
    await runner.settle();
    expect(linesOf(printer)).toEqual(['Chek 1']);
  });

  test('does not hold up another printer', async () => {
    const { shop, printer } = await networkShop('paperOut');
    const directory = temporaryFolder();
    const kitchen = id(901);
    await transact(shop.database.db, async (trx) => {
      const connection = { kind: 'file', path: directory } as const;
      const profile = printerProfiles.xprinter80;
      await savePrinter(trx, {
        id: kitchen,
        name: 'Oshxona',
        connection,
        profile,
        isDefault: false,
        at: shop.now(),
      });
      const paper = { documentKind: 'sale', documentId: 'x', purpose: 'original', copyNumber: 0 } as const;
      await queuePrint(trx, { ...paper, id: id(9), printerId: kitchen, blocks: [], at: shop.now() });
    });
    await shop.sell(1);
    await shop.runner().settle();
    expect(await readdir(directory)).toEqual(['print-000001.bin']);
    expect(printer.jobs).toEqual([]);
  });

  test('never gets a cancelled paper', async () => {
    const { shop, printer } = await networkShop('paperOut');
    await shop.sell(1);
    const runner = shop.runner();
    await runner.settle();
    const cancelling = () => ({ jobId: id(1), personId: null, at: shop.now() });
    expect(await transact(shop.database.db, (trx) => cancelPrintJob(trx, cancelling()))).toBe(true);
    printer.behaviour = 'good';
    shop.clock.milliseconds += 60_000;
    runner.wake();
    await runner.settle();
    expect(printer.jobs).toEqual([]);
    expect(await shop.states()).toEqual(['1 cancelled paperOut']);
  });
});

test('a paper that is cancelled at the last moment is not sent', async () => {
  const { shop, printer } = await networkShop('good');
  const { db } = shop.database;
  const cancelling = () => ({ jobId: id(1), personId: null, at: shop.now() });
  await shop.sell(1);
  const runner = shop.runner({
    async printerOf(wanted) {
      await transact(db, (trx) => cancelPrintJob(trx, cancelling()));
      return printerById(db, wanted);
    },
  });
  await runner.settle();
  expect(printer.jobs).toEqual([]);
  expect(await shop.states()).toEqual(['1 cancelled']);
});

describe('a paper that may be torn', () => {
  test('is unknown, is never repeated by the till, and the next one prints', async () => {
    const { shop, printer } = await networkShop('diesInJob');
    await shop.sell(1);
    const runner = shop.runner();
    await runner.settle();
    expect(await shop.states()).toEqual(['1 unknown connectionLost']);
    printer.behaviour = 'good';
    shop.clock.milliseconds += 3_600_000;
    await shop.sell(2);
    runner.wake();
    await runner.settle();
    expect(printer.jobs.slice(1).flatMap((job) => decodeJob(job).lines)).toEqual(['Chek 2']);
    expect(await shop.states()).toEqual(['1 unknown connectionLost', '2 printed']);
  });

  test('was being sent when the till died: it is unknown after the start, not printed twice', async () => {
    const { shop, printer } = await networkShop('good');
    await shop.sell(1);
    await shop.sell(2);
    await sql`update print_job set state = 'sending' where id = ${id(1)}`.execute(shop.database.db);
    await shop.runner().settle();
    expect(linesOf(printer)).toEqual(['Chek 2']);
    expect(await shop.states()).toEqual(['1 unknown interrupted', '2 printed']);
    expect(shop.changes[0]).toBe('1 unknown');
  });

  test('is noted as being sent before its first byte leaves', async () => {
    const { shop, printer } = await networkShop('withoutGsR');
    await shop.sell(1);
    const runner = shop.runner();
    await expect.poll(() => printer.jobs.length, { interval: 5 }).toBe(1);
    expect(await shop.states()).toEqual(['1 sending']);
    await runner.settle();
    expect(await shop.states()).toEqual(['1 unknown noAnswer']);
  });

  test('nobody talks with its printer until its end is known', async () => {
    const { shop, printer } = await networkShop('withoutGsR');
    await shop.sell(1);
    const runner = shop.runner();
    await expect.poll(() => printer.jobs.length, { interval: 5 }).toBe(1);
    expect(await runner.inTurn(printerId, shop.states)).toEqual(['1 unknown noAnswer']);
    await expect(runner.inTurn(printerId, () => Promise.reject(new Error('no answer')))).rejects.toThrow();
    await shop.sell(2);
    runner.wake();
    await runner.settle();
    expect(await shop.states()).toEqual(['1 unknown noAnswer', '2 unknown noAnswer']);
  });

  test('because of a fault of the till itself waits for a person, too, and not for the next start', async () => {
    const shop = await openShop({ kind: 'driver', name: 'kassa' });
    await shop.sell(1);
    const driverPress = { print: () => Promise.reject(new Error('no window')) };
    await shop.runner({ driverPress }).settle();
    expect(await shop.states()).toEqual(['1 unknown interrupted']);
    expect(shop.errors).toEqual([new Error('no window')]);
  });

  test.each([
    ['whole', '1 printed connectionLost'],
    ['torn', '1 cancelled connectionLost'],
    ['skip', '1 cancelled connectionLost'],
  ] as const)('is settled once by a person who looks at it: %s', async (answer, state) => {
    const { shop } = await networkShop('diesInJob');
    await shop.sell(1);
    await shop.runner().settle();
    const settled = { jobId: id(1), answer, personId: null, at: shop.now() };
    const resolve = () => transact(shop.database.db, (trx) => resolvePrintJob(trx, settled));
    expect(await resolve()).toBe(true);
    expect(await resolve()).toBe(false);
    expect(await shop.states()).toEqual([state]);
    expect(await printTroubles(shop.database.db)).toEqual({ waiting: 0, problem: null });
  });
});

describe('the end of the day', () => {
  test('nothing is printed after the runner was stopped', async () => {
    const { shop, printer } = await networkShop('good');
    const runner = shop.runner();
    await runner.stop();
    await shop.sell(1);
    runner.wake();
    await runner.settle();
    expect(printer.jobs).toEqual([]);
    expect(await shop.states()).toEqual(['1 queued']);
  });

  test('a job under way ends before the runner has stopped', async () => {
    const { shop, printer } = await networkShop('withoutGsR');
    await shop.sell(1);
    await shop.sell(2);
    const runner = shop.runner();
    await expect.poll(() => printer.jobs.length, { interval: 5 }).toBe(1);
    await runner.stop();
    expect(await shop.states()).toEqual(['1 unknown interrupted', '2 queued']);
  });
});
