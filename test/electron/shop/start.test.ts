import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { neighbours } from '../../../electron/neighbours.ts';
import { defaultPrinter } from '../../../electron/receipt/queries.ts';
import { emptySecretPapers } from '../../../electron/receipt/secretPapers.ts';
import { settingsOf } from '../../../electron/shop/queries.ts';
import { start } from '../../../electron/shop/start.ts';
import { status } from '../../../electron/shop/status.ts';
import { logIn } from '../../../electron/staff/logIn.ts';
import { activePeople, shownPerson } from '../../../electron/staff/queries.ts';
import { firstStart, journalOf, openWorld, ownerPassword, rowCounts } from './world.ts';

const filePrinter = (folder: string) => ({
  connection: { kind: 'file' as const, path: join(folder, 'paper') },
  profile: 'xprinter58',
});

test('one act makes the shop, its owner and its first cashier', async () => {
  const world = await openWorld();
  const asked = await world.must(start(world.parts, neighbours), firstStart(world));
  expect(asked.recoveryCode).toMatch(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/);
  expect((await settingsOf(world.db)).name).toBe('Chorsu doʻkoni');
  expect((await activePeople(world.db)).map(shownPerson)).toEqual([
    { id: asked.personId, name: 'Oʻktam Gʻaniyev', role: 'owner', secretKind: 'password', isActive: true },
    { id: expect.any(String), name: 'Malika', role: 'cashier', secretKind: 'pin', isActive: true },
  ]);
});

test('a shop is fresh before the first start, ready after it, and knows who is logged in', async () => {
  const world = await openWorld();
  const look = status(world.parts, neighbours);
  expect(await world.must(look, {})).toMatchObject({ phase: 'fresh', isDemo: false, person: null });
  const { personId } = await world.must(start(world.parts, neighbours), firstStart(world));
  expect(await world.must(look, {})).toMatchObject({ phase: 'ready', name: 'Chorsu doʻkoni', person: null });
  await world.must(logIn(world.parts), { personId, secret: ownerPassword });
  const person = { id: personId, name: 'Oʻktam Gʻaniyev', role: 'owner' };
  expect(await world.must(look, {})).toMatchObject({ person, businessDay: '2026-11-22' });
  expect((await world.must(look, {}, 'another window')).person).toBeNull();
});

test('the journal begins with the start and names people by id only', async () => {
  const world = await openWorld();
  const { personId } = await world.must(start(world.parts, neighbours), firstStart(world));
  const [line] = await journalOf(world);
  expect(line).toEqual({
    kind: 'shopStarted',
    person: null,
    approver: null,
    content: { ownerId: personId, cashierId: expect.any(String), language: 'uz', hasPrinter: false },
  });
});

test('neither the password, the PIN nor the recovery code stands in the file', async () => {
  const world = await openWorld();
  const { recoveryCode } = await world.must(start(world.parts, neighbours), firstStart(world));
  const tables = await Promise.all([
    world.db.selectFrom('person').selectAll().execute(),
    world.db.selectFrom('recovery_code').selectAll().execute(),
    world.db.selectFrom('intention').selectAll().execute(),
    world.db.selectFrom('journal').selectAll().execute(),
  ]);
  const text = JSON.stringify(tables);
  for (const secret of [ownerPassword, '"4821"', recoveryCode, recoveryCode.replaceAll('-', '')]) {
    expect(text).not.toContain(secret);
  }
});

test('with a printer the recovery code is printed in the chosen language, and its words go once it is out', async () => {
  const world = await openWorld();
  const input = { ...firstStart(world), language: 'ru' as const, printer: filePrinter(world.folder) };
  const { recoveryCode } = await world.must(start(world.parts, neighbours), input);
  const printer = await defaultPrinter(world.db);
  expect(printer).toMatchObject({ connection: { kind: 'file' }, profile: { columns: 32 } });
  const job = await world.db.selectFrom('print_job').selectAll().executeTakeFirstOrThrow();
  expect(job).toMatchObject({ state: 'queued', printer_id: printer?.id });
  expect(job.blocks_json).toContain('Код восстановления');
  expect(job.blocks_json).toContain(recoveryCode.slice(0, 14));
  expect(world.wakes.count).toBe(1);
  await transact(world.db, emptySecretPapers);
  expect(await blocks()).toBe(job.blocks_json);
  await transact(world.db, (trx) => trx.updateTable('print_job').set({ state: 'printed' }).execute());
  await transact(world.db, emptySecretPapers);
  expect(await blocks()).toBe('[]');

  async function blocks() {
    return (await world.db.selectFrom('print_job').select('blocks_json').executeTakeFirstOrThrow())
      .blocks_json;
  }
});

test('a shop is started once', async () => {
  const world = await openWorld();
  await world.must(start(world.parts, neighbours), firstStart(world));
  const before = await rowCounts(world);
  const again = await world.ask(start(world.parts, neighbours), firstStart(world));
  expect(again).toMatchObject({ ok: false, code: 'ShopAlreadyStarted' });
  expect(await rowCounts(world)).toEqual(before);
});

test('two starts at the same moment make one shop', async () => {
  const world = await openWorld();
  const verb = start(world.parts, neighbours);
  const both = await Promise.all([
    world.ask(verb, firstStart(world), 'left'),
    world.ask(verb, firstStart(world), 'right'),
  ]);
  expect(both.map((asked) => (asked.ok ? 'started' : asked.code)).sort()).toEqual([
    'ShopAlreadyStarted',
    'started',
  ]);
  expect(await activePeople(world.db)).toHaveLength(2);
});

test('the recovery code is shown once: the same request again is not answered with it', async () => {
  const world = await openWorld();
  const input = firstStart(world);
  await world.must(start(world.parts, neighbours), input);
  expect(await world.ask(start(world.parts, neighbours), input)).toMatchObject({
    ok: false,
    code: 'AlreadyDone',
  });
});

test.each([
  ['a weak PIN', { cashier: { name: 'Malika', pin: '1234' } }, 'WeakPin'],
  ['a weak password', { owner: { name: 'Oʻktam', password: 'aaaaaaaa' } }, 'WeakPassword'],
])('%s is refused and leaves nothing behind', async (_what, part, code) => {
  const world = await openWorld();
  const before = await rowCounts(world);
  const asked = await world.ask(start(world.parts, neighbours), { ...firstStart(world), ...part });
  expect(asked).toMatchObject({ ok: false, code });
  expect(await rowCounts(world)).toEqual(before);
});

test('a start that fails half way leaves nothing behind and can be done again', async () => {
  let isBroken = true;
  const world = await openWorld({
    followers: [
      async () => {
        if (isBroken) throw new Error('the disk went away');
      },
    ],
  });
  const before = await rowCounts(world);
  const input = { ...firstStart(world), printer: filePrinter(world.folder) };
  await expect(world.ask(start(world.parts, neighbours), input)).rejects.toThrow('the disk went away');
  expect(await rowCounts(world)).toEqual(before);
  expect(world.announced).toEqual([]);
  expect(world.wakes.count).toBe(0);
  isBroken = false;
  expect((await world.ask(start(world.parts, neighbours), input)).ok).toBe(true);
});

test('a backup folder that cannot be written is refused before anything is made', async () => {
  const world = await openWorld();
  const taken = join(world.folder, 'a file');
  writeFileSync(taken, '');
  const before = await rowCounts(world);
  for (const folder of [taken, join(world.folder, 'no stick', 'backup'), 'backup']) {
    const input = firstStart(world);
    const asked = await world.ask(start(world.parts, neighbours), {
      ...input,
      settings: { ...input.settings, backupFolder: folder },
    });
    expect(asked).toEqual({ ok: false, code: 'FolderNotUsable', data: { folder } });
  }
  expect(await rowCounts(world)).toEqual(before);
});
