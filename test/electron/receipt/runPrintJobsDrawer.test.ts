import { describe, expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { queueDrawer, savePrinter } from '../../../electron/receipt/inTransaction.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { decodeJob } from '../../receipt/decodeJob.ts';
import { id, networkShop, printerId } from './printShop.ts';

describe('the drawer', () => {
  test('does not pop open minutes later', async () => {
    const { shop, printer } = await networkShop('paperOut');
    await shop.sell(1, { drawer: true });
    const runner = shop.runner();
    await runner.settle();
    expect(await shop.states()).toEqual(['1 queued', '501 blocked paperOut']);
    printer.behaviour = 'good';
    shop.clock.milliseconds += 10_001;
    runner.wake();
    await runner.settle();
    expect(await shop.states()).toEqual(['1 printed', '501 cancelled stale']);
    expect(printer.jobs.flatMap((job) => decodeJob(job).drawerKicks)).toEqual([]);
  });

  test('does not pop open hours later because the clock was set back', async () => {
    const { shop, printer } = await networkShop('paperOut');
    await shop.sell(1, { drawer: true });
    const runner = shop.runner();
    await runner.settle();
    printer.behaviour = 'good';
    shop.clock.milliseconds -= 3_600_000;
    runner.wake();
    await runner.settle();
    expect(await shop.states()).toEqual(['1 printed', '501 cancelled stale']);
    expect(printer.jobs.flatMap((job) => decodeJob(job).drawerKicks)).toEqual([]);
  });

  test('of a printer without one is given up', async () => {
    const { shop, printer } = await networkShop('good');
    await transact(shop.database.db, (trx) =>
      savePrinter(trx, {
        id: printerId,
        name: 'Kassa',
        connection: { kind: 'tcp', host: '127.0.0.1', port: printer.port },
        profile: { ...printerProfiles.xprinter58, drawerPin: null },
        isDefault: true,
        at: shop.now(),
      }),
    );
    await shop.sell(1, { drawer: true });
    await shop.runner().settle();
    expect(await shop.states()).toEqual(['1 sent_unconfirmed', '501 cancelled noDrawer']);
  });

  test('is opened by the connector that the job names, before the one of the printer', async () => {
    const { shop, printer } = await networkShop('good');
    const target = { documentKind: 'testDrawer', printerId, at: shop.now() };
    await transact(shop.database.db, async (trx) => {
      await queueDrawer(trx, { ...target, id: id(1), documentId: 'a' });
      await queueDrawer(trx, { ...target, id: id(2), documentId: 'b', pin: 1 });
    });
    await shop.runner().settle();
    const pins = printer.jobs.flatMap((job) => decodeJob(job).drawerKicks.map(({ pin }) => pin));
    expect(pins).toEqual([2, 5]);
  });
});
