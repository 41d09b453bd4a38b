import { expect, test } from 'vitest';
import { printTestSlip } from '../../../electron/receipt/slipVerbs.ts';
import { savePrinter } from '../../../electron/receipt/verbsOfPrinters.ts';
import { backUp } from '../../../electron/shop/backUp.ts';
import { changeSettings } from '../../../electron/shop/settings.ts';
import { logIn } from '../../../electron/staff/logIn.ts';
import {
  addOwner,
  addPerson,
  changeOwnSecret,
  changePin,
  people,
  unlock,
} from '../../../electron/staff/people.ts';
import { namesOf } from '../../../electron/staff/queries.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { cashierPin, journalOf, openWorld, ownerPassword, rowCounts, startedWorld } from '../shop/world.ts';

test('the log-in screen lists the owner first, with the kind of secret and never the secret', async () => {
  const world = await startedWorld();
  const list = (await world.must(people, {}, 'a window where nobody is logged in')).people;
  expect(list.map(({ role, secretKind }) => [role, secretKind])).toEqual([
    ['owner', 'password'],
    ['cashier', 'pin'],
  ]);
  expect(JSON.stringify(list)).not.toContain('scrypt');
});

test('the owner adds a senior, who logs in with the new PIN; the journal names neither', async () => {
  const world = await startedWorld();
  const input = { intentionId: world.newId(), name: ' gʻulnora  opa ', role: 'senior' as const, pin: '5093' };
  const { person } = await world.must(addPerson, input, 'office');
  expect(person).toMatchObject({ name: 'gʻulnora opa', role: 'senior', secretKind: 'pin' });
  expect((await world.ask(logIn(world.parts), { personId: person.id, secret: '5093' })).ok).toBe(true);
  const added = (await journalOf(world)).find((line) => line.kind === 'personAdded');
  expect(added).toEqual({
    kind: 'personAdded',
    person: world.ownerId,
    approver: null,
    content: { personId: person.id, role: 'senior' },
  });
});

test('the same request sent twice adds one person', async () => {
  const world = await startedWorld();
  const input = { intentionId: world.newId(), name: 'Botir', role: 'cashier' as const, pin: '5093' };
  const first = await world.must(addPerson, input, 'office');
  expect(await world.must(addPerson, input, 'office')).toEqual(first);
  expect((await world.must(people, {})).people).toHaveLength(3);
});

test('a new PIN replaces the old one and gives all tries back', async () => {
  const world = await startedWorld();
  for (let count = 0; count < 5; count++) {
    await world.ask(logIn(world.parts), { personId: world.cashierId, secret: '9999' });
  }
  const change = { intentionId: world.newId(), personId: world.cashierId, pin: '7306' };
  await world.must(changePin, change, 'office');
  const tryPin = (secret: string) => world.ask(logIn(world.parts), { personId: world.cashierId, secret });
  expect((await tryPin('7306')).ok).toBe(true);
  expect(await tryPin(cashierPin)).toMatchObject({ code: 'WrongSecret' });
  expect((await journalOf(world)).map((line) => line.kind)).toContain('secretChanged');
});

function changesOwn(
  world: Awaited<ReturnType<typeof startedWorld>>,
  oldSecret: string,
  newSecret: string,
  { key = 'window', intentionId = world.newId() } = {},
) {
  return world.ask(changeOwnSecret, { intentionId, oldSecret, newSecret }, key);
}

test('whoever knows their old PIN gives themselves another', async () => {
  const world = await startedWorld();
  expect(await changesOwn(world, cashierPin, '7306')).toMatchObject({ ok: true });
  const tryPin = (secret: string) => world.ask(logIn(world.parts), { personId: world.cashierId, secret });
  expect(await tryPin(cashierPin)).toMatchObject({ code: 'WrongSecret' });
  expect(await tryPin('7306')).toMatchObject({ ok: true });
  const written = (await journalOf(world)).filter(({ kind }) => kind === 'secretChanged');
  expect(written).toEqual([
    {
      kind: 'secretChanged',
      person: world.cashierId,
      approver: null,
      content: { personId: world.cashierId },
    },
  ]);
  const kept = JSON.stringify(await world.db.selectFrom('intention').selectAll().execute());
  expect(kept).not.toContain('7306');
});

test('an owner changes a password, and no PIN will do', async () => {
  const world = await startedWorld();
  const owner = { key: 'office' };
  expect(await changesOwn(world, ownerPassword, '7306', owner)).toMatchObject({ code: 'WeakPassword' });
  expect(await changesOwn(world, ownerPassword, 'kuz shamoli 3', owner)).toMatchObject({ ok: true });
  const right = { personId: world.ownerId, secret: 'kuz shamoli 3' };
  expect(await world.ask(logIn(world.parts), right)).toMatchObject({ ok: true });
});

test('guessing the old PIN at an open window counts like guessing at the log-in', async () => {
  const world = await startedWorld();
  expect(await changesOwn(world, '9999', '1111')).toMatchObject({ code: 'WeakPin' });
  for (let count = 0; count < 4; count++) {
    expect(await changesOwn(world, '9999', '7306')).toMatchObject({ code: 'WrongSecret' });
  }
  expect(await changesOwn(world, '9999', '7306')).toMatchObject({ code: 'LogInDelayed' });
  expect(await changesOwn(world, cashierPin, '7306')).toMatchObject({ code: 'LogInDelayed' });
  world.wait(30);
  expect(await changesOwn(world, cashierPin, '7306')).toMatchObject({ ok: true });
});

test('the same change of a PIN asked twice is answered twice', async () => {
  const world = await startedWorld();
  const once = { intentionId: world.newId() };
  expect(await changesOwn(world, cashierPin, '7306', once)).toMatchObject({ ok: true });
  expect(await changesOwn(world, cashierPin, '7306', once)).toMatchObject({ ok: true });
});

test('the owner has a password: no PIN can be put in its place', async () => {
  const world = await startedWorld();
  const change = { intentionId: world.newId(), personId: world.ownerId, pin: '7306' };
  expect(await world.ask(changePin, change, 'office')).toMatchObject({ code: 'NotFound' });
  expect((await world.ask(logIn(world.parts), { personId: world.ownerId, secret: ownerPassword })).ok).toBe(
    true,
  );
});

test('a PIN that everybody would try first is refused', async () => {
  const world = await startedWorld();
  const before = await rowCounts(world);
  const base = { intentionId: world.newId(), pin: '1111' };
  const add = { ...base, name: 'Botir', role: 'cashier' as const };
  expect(await world.ask(addPerson, add, 'office')).toMatchObject({ code: 'WeakPin' });
  const change = { ...base, personId: world.cashierId };
  expect(await world.ask(changePin, change, 'office')).toMatchObject({ code: 'WeakPin' });
  expect(await rowCounts(world)).toEqual(before);
});

test('an owner does not open their own locked log-in', async () => {
  const world = await startedWorld();
  const opening = { intentionId: world.newId(), personId: world.ownerId };
  expect(await world.ask(unlock, opening, 'office')).toMatchObject({ code: 'NotAllowed' });
});

test('a senior opens no owner’s log-in, another owner does', async () => {
  const world = await startedWorld();
  const attempts = { subject: world.ownerId, wrong_count: 15, last_wrong_at: world.now() };
  await world.db.insertInto('log_in_attempt').values(attempts).execute();
  await world.db.updateTable('person').set({ role: 'senior' }).where('id', '=', world.cashierId).execute();
  const opens = (key: string) =>
    world.ask(unlock, { intentionId: world.newId(), personId: world.ownerId }, key);
  expect(await opens('window')).toMatchObject({ code: 'NotAllowed' });
  const second = { intentionId: world.newId(), name: 'Nodira', password: 'kuz shamoli 3' };
  const { personId } = await world.must(addOwner, second, 'office');
  world.sessions.logIn('second office', personId);
  expect(await opens('second office')).toMatchObject({ ok: true });
  const right = { personId: world.ownerId, secret: ownerPassword };
  expect(await world.ask(logIn(world.parts), right)).toMatchObject({ ok: true });
});

test('names of people who have left are still known to old receipts', async () => {
  const world = await startedWorld();
  await world.db.updateTable('person').set({ is_active: 0 }).where('id', '=', world.cashierId).execute();
  expect(await namesOf(world.db, [world.cashierId, world.cashierId])).toEqual(
    new Map([[world.cashierId, 'Malika']]),
  );
});

test('nobody who is not logged in, and no cashier, may do what is the owner’s', async () => {
  const world = await startedWorld();
  const intentionId = world.newId();
  const printer = {
    printerId: null,
    name: 'Kassa',
    connection: { kind: 'none' as const },
    profile: printerProfiles.xprinter58,
  };
  const asks = (key: string) => [
    world.ask(addPerson, { intentionId, name: 'Botir', role: 'senior', pin: '5093' }, key),
    world.ask(changePin, { intentionId, personId: world.cashierId, pin: '7306' }, key),
    world.ask(unlock, { intentionId, personId: world.cashierId }, key),
    world.ask(changeSettings, { intentionId, settings: defaultSettings }, key),
    world.ask(backUp(world.parts), {}, key),
    world.ask(savePrinter, { intentionId, ...printer }, key),
    world.ask(printTestSlip(world.parts), { intentionId, printerId: world.newId() }, key),
  ];
  const before = await rowCounts(world);
  for (const asked of await Promise.all(asks('a stranger’s window'))) {
    expect(asked).toMatchObject({ ok: false, code: 'LogInNeeded' });
  }
  for (const asked of await Promise.all(asks('window'))) {
    expect(asked).toMatchObject({ ok: false, code: 'NotAllowed' });
  }
  expect(await rowCounts(world)).toEqual(before);
});

test('with the owner’s approval in place a cashier may, and the journal names both', async () => {
  const world = await startedWorld();
  const input = {
    intentionId: world.newId(),
    approval: { personId: world.ownerId, secret: ownerPassword },
    name: 'Botir',
    role: 'cashier' as const,
    pin: '5093',
  };
  expect((await world.ask(addPerson, input)).ok).toBe(true);
  expect((await journalOf(world)).at(-1)).toMatchObject({
    kind: 'personAdded',
    person: world.cashierId,
    approver: world.ownerId,
  });
});

test('before the first start there is nobody to log in', async () => {
  const world = await openWorld();
  expect(await world.must(people, {})).toEqual({ people: [] });
});
