/** Papers that go another way than the usual one, and what is written down of every step. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { movePrintJob, resolvePrintJob, savePrinter } from '../../../electron/receipt/inTransaction.ts';
import { printerById } from '../../../electron/receipt/queries.ts';
import { stepsOfJob } from '../../../electron/receipt/spoolQueries.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { decodeJob } from '../../receipt/decodeJob.ts';
import { temporaryFolder } from '../database/temporary.ts';
import { id, networkShop, openShop, printerId } from './printShop.ts';

describe('a paper of which nothing was printed', () => {
  test('goes to another printer unmarked, also when its own has just begun to look at it', async () => {
    const { shop, printer } = await networkShop('good');
    const { db } = shop.database;
    const directory = temporaryFolder();
    const other = id(901);
    await transact(db, (trx) =>
      savePrinter(trx, {
        id: other,
        name: 'Oshxona',
        connection: { kind: 'file', path: directory },
        profile: printerProfiles.xprinter80,
        isDefault: false,
        at: shop.now(),
      }),
    );
    await shop.sell(1);
    let moved = false;
    const runner = shop.runner({
      async printerOf(wanted) {
        const move = { jobId: id(1), printerId: other, personId: null, at: shop.now() };
        if (!moved) await transact(db, (trx) => movePrintJob(trx, move));
        moved = true;
        return printerById(db, wanted);
      },
    });
    await runner.settle();
    runner.wake();
    await runner.settle();
    expect(printer.jobs).toEqual([]);
    const [file = ''] = await readdir(directory);
    expect(decodeJob(await readFile(join(directory, file))).lines).toEqual(['Chek 1']);
    expect(await shop.states()).toEqual(['1 printed']);
  });

  test('that only a driver could print fails here, and comes out of the printer it is moved to', async () => {
    const shop = await openShop({ kind: 'driver', name: 'kassa' });
    const { db } = shop.database;
    const path = process.env.PATH;
    process.env.PATH = temporaryFolder();
    onTestFinished(() => {
      process.env.PATH = path;
    });
    await shop.sell(1, { drawer: true });
    const runner = shop.runner();
    await runner.settle();
    expect(await shop.states()).toEqual(['1 failed driverNotHere', '501 cancelled noDrawer']);
    const directory = temporaryFolder();
    const connection = { kind: 'file', path: directory } as const;
    const printer = await printerById(db, printerId);
    await transact(db, async (trx) => {
      if (printer !== null) await savePrinter(trx, { ...printer, connection, at: shop.now() });
      await movePrintJob(trx, { jobId: id(1), printerId, personId: null, at: shop.now() });
    });
    runner.wake();
    await runner.settle();
    expect(await shop.states()).toEqual(['1 printed', '501 cancelled noDrawer']);
  });

  test('is not moved once it is being sent, was printed or may have been', async () => {
    const { shop } = await networkShop('diesInJob');
    await shop.sell(1);
    await shop.runner().settle();
    const move = { jobId: id(1), printerId, personId: null, at: shop.now() };
    expect(await transact(shop.database.db, (trx) => movePrintJob(trx, move))).toBe(false);
  });
});

describe('what became of a paper', () => {
  test('is written down step by step, with the printer’s reason and the person’s word', async () => {
    const { shop, printer } = await networkShop('paperOut');
    const { db } = shop.database;
    await shop.sell(1);
    const runner = shop.runner({ backOffMilliseconds: [1000] });
    await runner.settle();
    printer.behaviour = 'diesInJob';
    shop.clock.milliseconds += 1000;
    runner.wake();
    await runner.settle();
    const person = id(77);
    const settled = { jobId: id(1), answer: 'whole', personId: person, at: shop.now() } as const;
    await transact(db, (trx) => resolvePrintJob(trx, settled));
    const steps = await stepsOfJob(db, id(1));
    const told = steps.map(({ from_state, to_state, detail }) =>
      [from_state, to_state, detail].filter(Boolean).join(' '),
    );
    expect(told).toEqual([
      'queued sending',
      'sending blocked paperOut',
      'blocked sending',
      'sending unknown connectionLost',
      'unknown printed whole',
    ]);
    const row = await db.selectFrom('print_job').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ resolved_by: person, resolution: 'whole' });
  });

  test('does not grow with every try of a printer that is off for weeks', async () => {
    const { shop, printer } = await networkShop('paperOut');
    await shop.sell(1);
    const runner = shop.runner({ backOffMilliseconds: [1000] });
    const tryAgain = async () => {
      shop.clock.milliseconds += 1000;
      runner.wake();
      await runner.settle();
    };
    for (let attempt = 0; attempt < 20; attempt += 1) await tryAgain();
    expect(await stepsOfJob(shop.database.db, id(1))).toHaveLength(10);
    printer.behaviour = 'coverOpen';
    await tryAgain();
    printer.behaviour = 'good';
    await tryAgain();
    const told = (await stepsOfJob(shop.database.db, id(1))).map(({ to_state, detail }) => [
      to_state,
      detail,
    ]);
    expect(told.slice(8)).toEqual([
      ['sending', null],
      ['blocked', 'paperOut'],
      ['sending', null],
      ['blocked', 'coverOpen'],
      ['sending', null],
      ['printed', null],
    ]);
  });

  test('can be neither changed nor taken out of the history', async () => {
    const { shop } = await networkShop('good');
    const { db } = shop.database;
    await shop.sell(1);
    await shop.runner().settle();
    await expect(sql`update print_event set detail = 'x'`.execute(db)).rejects.toThrow();
    await expect(sql`delete from print_event`.execute(db)).rejects.toThrow();
  });

  test('costs the sale no write: the first line comes when the printer’s turn does', async () => {
    const { shop } = await networkShop('good');
    await shop.sell(1);
    expect(await stepsOfJob(shop.database.db, id(1))).toEqual([]);
  });
});
