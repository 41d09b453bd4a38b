import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyBackup } from '../../../electron/database/backup.ts';
import { openDatabase } from '../../../electron/database/open.ts';
import { transact } from '../../../electron/database/transact.ts';
import { neighbours } from '../../../electron/neighbours.ts';
import { savePrinter } from '../../../electron/receipt/verbsOfPrinters.ts';
import { backUp } from '../../../electron/shop/backUp.ts';
import { keepSettings } from '../../../electron/shop/inTransaction.ts';
import { settingsOf } from '../../../electron/shop/queries.ts';
import { readiness } from '../../../electron/shop/readiness.ts';
import { noteBroken } from '../../../electron/shop/status.ts';
import { activePeople } from '../../../electron/staff/queries.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import type { Instant } from '../../../shared/time.ts';
import { startedWorld, type World } from './world.ts';

async function check(world: World, what: string) {
  const { checks } = await world.must(readiness(world.parts, neighbours), {});
  const found = checks.find((one) => one.what === what);
  return [found?.state, found?.detail];
}

const day = 24 * 3600;

test('a new shop may open: only the backup and the printer are missing', async () => {
  const world = await startedWorld();
  const { checks } = await world.must(readiness(world.parts, neighbours), {});
  const stateOf = Object.fromEntries(checks.map(({ what, state }) => [what, state]));
  expect(stateOf).toMatchObject({
    database: 'good',
    backup: 'warning',
    printer: 'warning',
    clock: 'good',
  });
  expect(await check(world, 'printer')).toEqual(['warning', 'NoPrinter']);
  expect(Number((await check(world, 'disk'))[1])).toBeGreaterThan(0);
});

test('a backup is good for a day, and worrying after a week', async () => {
  const world = await startedWorld();
  await world.must(backUp(world.parts), {}, 'office');
  expect(await check(world, 'backup')).toEqual(['good', '0']);
  world.wait(2 * day);
  expect(await check(world, 'backup')).toEqual(['warning', '2']);
  world.wait(6 * day);
  expect(await check(world, 'backup')).toEqual(['bad', '8']);
});

test('a clock that stands before the last document is bad; a minute is no matter', async () => {
  const world = await startedWorld();
  const last = world.now();
  world.wait(-60);
  expect(await check(world, 'clock')).toEqual(['good', last]);
  world.setClock('2020-01-01T00:00:00.000Z' as Instant);
  expect(await check(world, 'clock')).toEqual(['bad', last]);
});

test('a printer in trouble says why', async () => {
  const world = await startedWorld();
  const printer = {
    printerId: null,
    name: 'Kassa',
    connection: { kind: 'tcp' as const, host: '10.0.0.9', port: 9100 },
    profile: printerProfiles.xprinter80,
  };
  const saved = await world.must(savePrinter, { intentionId: world.newId(), ...printer }, 'office');
  expect(await check(world, 'printer')).toEqual(['good', '']);
  const job = {
    id: world.newId(),
    kind: 'paper' as const,
    document_kind: 'sale',
    document_id: world.newId(),
    purpose: 'original' as const,
    copy_number: 0,
    printer_id: saved.printer.id,
    blocks_json: '[]',
    state: 'blocked' as const,
    attempts: 1,
    last_error: 'paperOut',
    created_at: world.now(),
  };
  await world.db.insertInto('print_job').values(job).execute();
  expect(await check(world, 'printer')).toEqual(['bad', 'paperOut']);
});

test('a backup is a whole shop in the chosen folder', async () => {
  const world = await startedWorld();
  const folder = join(world.folder, 'usb');
  const settings = { ...(await settingsOf(world.db)), backupFolder: folder };
  await transact(world.db, (trx) => keepSettings(trx, settings, { now: world.now() }));
  const { file } = await world.must(backUp(world.parts), {}, 'office');
  expect(dirname(file)).toBe(folder);
  expect(readdirSync(folder)).toEqual(['daftar-2026-11-22T03-00-00.000Z.db']);
  verifyBackup(file);
  const copy = await openDatabase({ file, create: false, durability: 'full', readOnly: true });
  const people = await activePeople(copy.db);
  await copy.close();
  expect(people).toEqual(await activePeople(world.db));
});

test('without a chosen folder the backup lies beside the data', async () => {
  const world = await startedWorld();
  const { file } = await world.must(backUp(world.parts), {}, 'office');
  expect(dirname(file)).toBe(join(world.folder, 'backup'));
});

test('a folder that cannot take the backup is named, and no backup is claimed', async () => {
  const world = await startedWorld();
  const taken = join(world.folder, 'usb');
  writeFileSync(taken, '');
  const settings = { ...(await settingsOf(world.db)), backupFolder: taken };
  await transact(world.db, (trx) => keepSettings(trx, settings, { now: world.now() }));
  const asked = await world.ask(backUp(world.parts), {}, 'office');
  expect(asked).toEqual({ ok: false, code: 'FolderNotUsable', data: { folder: taken } });
  expect(await check(world, 'backup')).toEqual(['warning', '']);
});

test('what a broken screen reports is noted without a single digit', async () => {
  const world = await startedWorld();
  const message = 'cannot read name of +998 90 123-45-67 / ٤٥';
  await world.must(noteBroken(world.parts), { where: '/customers/7', message }, 'a stranger’s window');
  expect(world.notes).toEqual(['a screen broke at /customers/#: cannot read name of +### ## ###-##-## / ##']);
});
