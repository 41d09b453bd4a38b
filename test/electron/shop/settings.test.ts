import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { keepSettings } from '../../../electron/shop/inTransaction.ts';
import { isDemo, settingsOf } from '../../../electron/shop/queries.ts';
import { changeSettings, settings } from '../../../electron/shop/settings.ts';
import { basisPoints } from '../../../shared/money.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { journalOf, openWorld, startedWorld } from './world.ts';

test('the owner changes settings, and every room sees them at once', async () => {
  const world = await startedWorld();
  const before = await world.must(settings, {});
  const changed = { ...before, cashbackBasisPoints: 300, cardPolicy: 'required' as const };
  const input = { intentionId: world.newId(), settings: changed };
  expect(await world.must(changeSettings, input, 'office')).toEqual(changed);
  expect(await settingsOf(world.db)).toEqual(changed);
  expect(world.announced).toContain('shop');
});

test('the journal tells old and new value, and of private words only that they changed', async () => {
  const world = await startedWorld();
  const before = await world.must(settings, {});
  const changed = { ...before, cashbackBasisPoints: 300, phone: '+998901234567', stir: '30101851234567' };
  await world.must(changeSettings, { intentionId: world.newId(), settings: changed }, 'office');
  expect((await journalOf(world)).at(-1)).toEqual({
    kind: 'settingsChanged',
    person: world.ownerId,
    approver: null,
    content: {
      changes: { cashbackBasisPoints: { before: 200, after: 300 }, phone: null, stir: null },
    },
  });
});

test('saving without a change writes no line in the journal', async () => {
  const world = await startedWorld();
  const before = await journalOf(world);
  const same = await world.must(settings, {});
  await world.must(changeSettings, { intentionId: world.newId(), settings: same }, 'office');
  expect(await journalOf(world)).toEqual(before);
});

test('a backup folder is tried by writing into it, and nothing is left there', async () => {
  const world = await startedWorld();
  const folder = join(world.folder, 'usb');
  const save = (backupFolder: string) => {
    const input = { intentionId: world.newId(), settings: { ...defaultSettings, backupFolder } };
    return world.ask(changeSettings, input, 'office');
  };
  expect(await save(join(folder, 'not plugged in', 'backup'))).toMatchObject({ code: 'FolderNotUsable' });
  expect((await settingsOf(world.db)).backupFolder).toBe('');
  expect((await save(folder)).ok).toBe(true);
  mkdirSync(join(folder, 'old'));
  expect((await save(join(folder, 'old'))).ok).toBe(true);
  expect(readdirSync(folder)).toEqual(['old']);
});

test('a change that fails half way changes nothing', async () => {
  let isBroken = false;
  const world = await startedWorld({
    followers: [
      async () => {
        if (isBroken) throw new Error('the disk went away');
      },
    ],
  });
  const before = await world.must(settings, {});
  isBroken = true;
  const input = { intentionId: world.newId(), settings: { ...before, returnDays: 3 } };
  await expect(world.ask(changeSettings, input, 'office')).rejects.toThrow('the disk went away');
  expect(await settingsOf(world.db)).toEqual(before);
});

test('a setting that an older program did not write has its default', async () => {
  const world = await openWorld();
  const row = { id: 'shop' as const, settings_json: '{"name":"Eski"}', is_demo: 0 as const };
  await world.db
    .insertInto('shop_setting')
    .values({ ...row, changed_at: world.now() })
    .execute();
  expect(await settingsOf(world.db)).toEqual({ ...defaultSettings, name: 'Eski' });
});

test('two shops open at once keep their own settings', async () => {
  const [left, right] = [await startedWorld(), await openWorld()];
  const rich = { ...defaultSettings, name: 'Boy', cashbackBasisPoints: basisPoints(900) };
  await transact(right.db, (trx) => keepSettings(trx, rich, { now: right.now() }));
  expect((await settingsOf(left.db)).name).toBe('Chorsu doʻkoni');
  expect((await settingsOf(right.db)).name).toBe('Boy');
  expect((await settingsOf(left.db)).cashbackBasisPoints).toBe(200);
});

test('a demo shop stays one when its settings change, until it is told otherwise', async () => {
  const world = await openWorld();
  const now = world.now();
  await transact(world.db, (trx) => keepSettings(trx, defaultSettings, { now, isDemo: true }));
  await transact(world.db, (trx) => keepSettings(trx, { ...defaultSettings, name: 'Sinov' }, { now }));
  expect(await isDemo(world.db)).toBe(true);
  await transact(world.db, (trx) => keepSettings(trx, defaultSettings, { now, isDemo: false }));
  expect(await isDemo(world.db)).toBe(false);
});
