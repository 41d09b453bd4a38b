import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisPc } from '../../../electron/receipt/findPrinters.ts';
import { defaultPrinter, printerById } from '../../../electron/receipt/queries.ts';
import { foundPrinters, probePrinter } from '../../../electron/receipt/setUpVerbs.ts';
import { printCalibration, printTestSlip, tryDrawer } from '../../../electron/receipt/slipVerbs.ts';
import {
  makeDefault,
  printers,
  removePrinter,
  savePrinter,
} from '../../../electron/receipt/verbsOfPrinters.ts';
import { hasOwner } from '../../../electron/staff/queries.ts';
import type { PrinterConnection } from '../../../shared/printerConnection.ts';
import { calibrationSlip } from '../../../shared/receipt/calibration.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { startSoftwarePrinter } from '../../receipt/softwarePrinter.ts';
import { journalOf, openWorld, startedWorld } from '../shop/world.ts';

type Started = Awaited<ReturnType<typeof startedWorld>>;

async function addPrinter(world: Started, name: string, connection?: PrinterConnection) {
  const input = {
    intentionId: world.newId(),
    printerId: null,
    name,
    connection: connection ?? { kind: 'file' as const, path: join(world.folder, name) },
    profile: printerProfiles.xprinter80,
  };
  return (await world.must(savePrinter, input, 'office')).printer;
}

const act = (world: Started, printerId: string) => ({ intentionId: world.newId(), printerId });
const namesIn = async (world: Started) =>
  (await world.must(printers, {})).printers.map(({ name, isDefault }) => (isDefault ? `${name} *` : name));
const lastDocument = async (world: Started) => (await journalOf(world)).at(-1);

test('the first printer is the one that receipts go to until another is chosen', async () => {
  const world = await startedWorld();
  const kassa = await addPrinter(world, 'Kassa');
  const ombor = await addPrinter(world, 'Ombor');
  expect([kassa.isDefault, ombor.isDefault]).toEqual([true, false]);
  await world.must(makeDefault, act(world, ombor.id), 'office');
  expect(await namesIn(world)).toEqual(['Ombor *', 'Kassa']);
  expect((await defaultPrinter(world.db))?.id).toBe(ombor.id);
  expect(await lastDocument(world)).toMatchObject({
    kind: 'printerMadeDefault',
    content: { printerId: ombor.id },
  });
});

test('choosing the same printer again leaves no document', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  await world.must(makeDefault, act(world, id), 'office');
  expect(await lastDocument(world)).toMatchObject({ kind: 'printerSaved' });
});

test('a paper that waits stays with its printer when another becomes the default', async () => {
  const world = await startedWorld();
  const kassa = await addPrinter(world, 'Kassa');
  const ombor = await addPrinter(world, 'Ombor');
  const { jobId } = await world.must(printTestSlip(world.parts), act(world, kassa.id), 'office');
  await world.must(makeDefault, act(world, ombor.id), 'office');
  const job = await world.db
    .selectFrom('print_job')
    .select('printer_id')
    .where('id', '=', jobId)
    .executeTakeFirst();
  expect(job?.printer_id).toBe(kassa.id);
});

test('a removed default hands its role to the next of the list, the last one to nobody', async () => {
  const world = await startedWorld();
  const kassa = await addPrinter(world, 'Kassa');
  const zal = await addPrinter(world, 'Zal');
  const ombor = await addPrinter(world, 'Ombor');
  await world.must(removePrinter, act(world, kassa.id), 'office');
  expect(await namesIn(world)).toEqual(['Ombor *', 'Zal']);
  expect(await lastDocument(world)).toMatchObject({
    kind: 'printerRemoved',
    content: { printerId: kassa.id, newDefaultId: ombor.id },
  });
  await world.must(removePrinter, act(world, zal.id), 'office');
  expect(await namesIn(world)).toEqual(['Ombor *']);
  await world.must(removePrinter, act(world, ombor.id), 'office');
  expect(await namesIn(world)).toEqual([]);
  expect(await defaultPrinter(world.db)).toBeNull();
});

test('after the last printer was removed the next one added is the default again', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  await world.must(removePrinter, act(world, id), 'office');
  await addPrinter(world, 'Yangi');
  expect(await namesIn(world)).toEqual(['Yangi *']);
});

test('a printer with papers on their way is not removed before they are settled', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  await world.must(printTestSlip(world.parts), act(world, id), 'office');
  await world.must(printTestSlip(world.parts), act(world, id), 'office');
  const answerWhile = async (state: 'queued' | 'blocked' | 'unknown' | 'printed') => {
    await world.db.updateTable('print_job').set({ state }).execute();
    return world.ask(removePrinter, act(world, id), 'office');
  };
  for (const state of ['queued', 'blocked', 'unknown'] as const) {
    expect(await answerWhile(state)).toEqual({ ok: false, code: 'PrinterHasWork', data: { waiting: 2 } });
  }
  expect((await answerWhile('printed')).ok).toBe(true);
});

test('what a removed printer printed can still be named, but nothing more can be asked of it', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  await world.must(removePrinter, act(world, id), 'office');
  expect((await printerById(world.db, id))?.name).toBe('Kassa');
  for (const verb of [
    removePrinter,
    makeDefault,
    printCalibration(world.parts),
    printTestSlip(world.parts),
  ]) {
    expect(await world.ask(verb, act(world, id), 'office')).toMatchObject({ code: 'NotFound' });
  }
  const change = { name: 'Kassa', connection: { kind: 'none' as const }, profile: printerProfiles.epson80 };
  expect(await world.ask(savePrinter, { ...act(world, id), ...change }, 'office')).toMatchObject({
    code: 'NotFound',
  });
  expect(await world.ask(probePrinter(world.parts), { printerId: id }, 'office')).toMatchObject({
    code: 'NotFound',
  });
});

test('the calibration slip is queued once for one press', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  const press = act(world, id);
  const first = await world.must(printCalibration(world.parts), press, 'office');
  expect(await world.must(printCalibration(world.parts), press, 'office')).toEqual(first);
  const jobs = await world.db.selectFrom('print_job').selectAll().execute();
  expect(jobs).toMatchObject([
    { document_kind: 'calibrationSlip', purpose: 'test', state: 'queued', printer_id: id },
  ]);
  expect(JSON.parse(jobs[0]?.blocks_json ?? '')).toEqual(calibrationSlip());
  expect(world.wakes.count).toBe(1);
});

test('the drawer is tried on the pin that was asked for, and the journal says who opened it', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  await world.must(tryDrawer(world.parts), { ...act(world, id), pin: 1 }, 'office');
  const job = await world.db.selectFrom('print_job').selectAll().executeTakeFirstOrThrow();
  expect(job).toMatchObject({ kind: 'drawer', drawer_pin: 1, printer_id: id, state: 'queued' });
  expect(await lastDocument(world)).toMatchObject({
    kind: 'drawerTried',
    person: world.ownerId,
    content: { printerId: id, pin: 1 },
  });
});

test('a cashier neither sets printers up nor opens the drawer by trying', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  expect(await world.ask(makeDefault, act(world, id))).toMatchObject({ code: 'NotAllowed' });
  expect(await world.ask(removePrinter, act(world, id))).toMatchObject({ code: 'NotAllowed' });
  expect(await world.ask(tryDrawer(world.parts), { ...act(world, id), pin: 0 })).toMatchObject({
    code: 'NotAllowed',
  });
  expect(await world.ask(probePrinter(world.parts), { printerId: id })).toMatchObject({ code: 'NotAllowed' });
});

test('a printer is asked what it can tell; one that is not there says why', async () => {
  const world = await startedWorld();
  const printer = await startSoftwarePrinter('good');
  const { id } = await addPrinter(world, 'Kassa', { kind: 'tcp', host: '127.0.0.1', port: printer.port });
  expect(await world.must(probePrinter(world.parts), { printerId: id }, 'office')).toEqual({
    status: 'paperInTurn',
  });
  printer.behaviour = 'coverOpen';
  expect(await world.ask(probePrinter(world.parts), { printerId: id }, 'office')).toEqual({
    ok: false,
    code: 'PrinterNotReached',
    data: { reason: 'coverOpen' },
  });
  await printer.close();
  expect(await world.ask(probePrinter(world.parts), { printerId: id }, 'office')).toMatchObject({
    code: 'PrinterNotReached',
    data: { reason: 'refused' },
  });
});

test('a printer is asked in its turn, never in the middle of a paper', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  const turns: string[] = [];
  const inTurn = <T>(printerId: string, task: () => Promise<T>) => {
    turns.push(printerId);
    return task();
  };
  await world.must(probePrinter({ printQueue: { inTurn } }), { printerId: id }, 'office');
  expect(turns).toEqual([id]);
});

test('a folder tells nothing', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  expect(await world.must(probePrinter(world.parts), { printerId: id }, 'office')).toEqual({
    status: 'none',
  });
});

const where = { ...thisPc, deviceFolder: '/nowhere', lpstat: '/nowhere/lpstat', platform: 'linux' as const };

test('before the shop has an owner the first start may look for printers, afterwards only a senior', async () => {
  const rooms = { hasOwner, hasDriverPress: false };
  const empty = await openWorld();
  const nothing = { devices: [], serialPorts: [], queues: [], hasDriver: false };
  expect(await empty.must(foundPrinters(rooms, where), {})).toEqual(nothing);
  const world = await startedWorld();
  expect(await world.must(foundPrinters(rooms, where), {}, 'office')).toEqual(nothing);
  expect(await world.ask(foundPrinters(rooms, where), {})).toMatchObject({ code: 'NotAllowed' });
  expect(await world.ask(foundPrinters(rooms, where), {}, 'nobody')).toMatchObject({ code: 'LogInNeeded' });
});

test('the desktop prints pictures by itself', async () => {
  const world = await startedWorld();
  const rooms = { hasOwner, hasDriverPress: true };
  expect(await world.must(foundPrinters(rooms, where), {}, 'office')).toMatchObject({ hasDriver: true });
});
