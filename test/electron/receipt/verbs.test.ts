import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultPrinter } from '../../../electron/receipt/queries.ts';
import { printTestSlip } from '../../../electron/receipt/slipVerbs.ts';
import { resolveJob, state } from '../../../electron/receipt/verbsOfJobs.ts';
import { printers, savePrinter } from '../../../electron/receipt/verbsOfPrinters.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { journalOf, startedWorld } from '../shop/world.ts';

type Started = Awaited<ReturnType<typeof startedWorld>>;

async function addPrinter(world: Started, name: string) {
  const input = {
    intentionId: world.newId(),
    printerId: null,
    name,
    connection: { kind: 'file' as const, path: join(world.folder, 'paper') },
    profile: printerProfiles.xprinter58,
  };
  return (await world.must(savePrinter, input, 'office')).printer;
}

async function queueTestSlip(world: Started, printerId: string) {
  const input = { intentionId: world.newId(), printerId };
  return (await world.must(printTestSlip(world.parts), input, 'office')).jobId;
}

test('the first printer is the one receipts go to; a second one is not', async () => {
  const world = await startedWorld();
  const kassa = await addPrinter(world, 'Kassa');
  await addPrinter(world, 'Ombor');
  expect((await defaultPrinter(world.db))?.id).toBe(kassa.id);
  expect((await world.must(printers, {})).printers.map(({ name }) => name)).toEqual(['Kassa', 'Ombor']);
});

test('a changed printer stays the one it was, and the journal keeps no address of it', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  await addPrinter(world, 'Ombor');
  const input = {
    intentionId: world.newId(),
    printerId: id,
    name: 'Yangi kassa',
    connection: { kind: 'tcp' as const, host: 'oktamning-kompyuteri', port: 9100 },
    profile: printerProfiles.rongta80,
  };
  await world.must(savePrinter, input, 'office');
  expect(await defaultPrinter(world.db)).toMatchObject({ id, name: 'Yangi kassa', isDefault: true });
  expect((await world.must(printers, {})).printers).toHaveLength(2);
  expect((await journalOf(world)).at(-1)).toMatchObject({
    kind: 'printerSaved',
    content: { printerId: id, connection: 'tcp', isNew: false },
  });
});

test('a printer that does not exist can be neither changed nor tried', async () => {
  const world = await startedWorld();
  const input = { intentionId: world.newId(), printerId: world.newId() };
  const change = { name: 'Yoʻq', connection: { kind: 'none' as const }, profile: printerProfiles.epson80 };
  expect(await world.ask(savePrinter, { ...input, ...change }, 'office')).toMatchObject({ code: 'NotFound' });
  expect(await world.ask(printTestSlip(world.parts), input, 'office')).toMatchObject({ code: 'NotFound' });
});

test('the test slip shows the width, three languages and the symbols', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  await queueTestSlip(world, id);
  const job = await world.db.selectFrom('print_job').selectAll().executeTakeFirstOrThrow();
  expect(job).toMatchObject({ purpose: 'test', printer_id: id, state: 'queued' });
  for (const words of [
    'Oʻzbekcha',
    'Русский',
    'English',
    'code128',
    'qr',
    '12345678901234567890123456789012"',
  ]) {
    expect(job.blocks_json).toContain(words);
  }
  expect(world.wakes.count).toBe(1);
});

test('pressing the button twice prints two slips, sending one press twice prints one', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  await queueTestSlip(world, id);
  const input = { intentionId: world.newId(), printerId: id };
  await world.must(printTestSlip(world.parts), input, 'office');
  await world.must(printTestSlip(world.parts), input, 'office');
  expect(await world.must(state, {})).toEqual({ waiting: 2, problem: null });
});

test('a paper whose end nobody knows asks a person, and the answer settles it once', async () => {
  const world = await startedWorld();
  const { id } = await addPrinter(world, 'Kassa');
  const jobId = await queueTestSlip(world, id);
  const unknown = { state: 'unknown' as const, last_error: 'connectionLost' };
  await world.db.updateTable('print_job').set(unknown).where('id', '=', jobId).execute();
  const problem = { jobId, state: 'unknown', reason: 'connectionLost' };
  expect(await world.must(state, {})).toMatchObject({ waiting: 0, problem });
  const answer = () =>
    world.ask(resolveJob(world.parts), { intentionId: world.newId(), jobId, answer: 'whole' });
  expect((await answer()).ok).toBe(true);
  expect(await world.must(state, {})).toEqual({ waiting: 0, problem: null });
  expect(await answer()).toMatchObject({ code: 'NotFound' });
});
