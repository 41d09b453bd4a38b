import { expect, test } from 'vitest';
import { approverOf } from '../../../electron/staff/approver.ts';
import { lock, logIn } from '../../../electron/staff/logIn.ts';
import { unlock } from '../../../electron/staff/people.ts';
import { personOf } from '../../../electron/staff/queries.ts';
import type { Actor } from '../../../shared/actor.ts';
import { Refusal } from '../../../shared/errors.ts';
import { permissions } from '../../../shared/staff/permissions.ts';
import type { Instant } from '../../../shared/time.ts';
import {
  cashierPin,
  firstMorning,
  journalOf,
  openWorld,
  ownerPassword,
  startedWorld,
  type World,
} from '../shop/world.ts';

const nobody = '01900000-0000-7000-8000-000000000000';

/** Tries a wrong secret so often, each time as soon as it may be tried, and answers the last answer. */
async function failTimes(world: World, personId: string, times: number) {
  let asked: unknown;
  for (let count = 0; count < times; count++) {
    asked = await world.ask(logIn(world.parts), { personId, secret: '9999' });
    const until = (asked as { data?: { until?: Instant } }).data?.until;
    if (until !== undefined && count < times - 1) world.setClock(until);
  }
  return asked;
}

async function wrongCount(world: World, subject: string) {
  const row = await world.db
    .selectFrom('log_in_attempt')
    .select('wrong_count')
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.wrong_count ?? 0;
}

test('the right PIN logs a person in at one window only, and the journal knows', async () => {
  const world = await startedWorld();
  await world.must(logIn(world.parts), { personId: world.cashierId, secret: cashierPin }, 'a new window');
  expect(world.sessions.personIdOf('a new window')).toBe(world.cashierId);
  expect(world.sessions.personIdOf('another window')).toBeNull();
  expect((await journalOf(world)).at(-1)).toEqual({
    kind: 'logIn',
    person: world.cashierId,
    approver: null,
    content: {},
  });
});

test('a PIN at a window where somebody else is in relieves them in one act', async () => {
  const world = await startedWorld();
  const input = { personId: world.cashierId, secret: cashierPin };
  await world.must(logIn(world.parts), input, 'office');
  expect(world.sessions.personIdOf('office')).toBe(world.cashierId);
  expect((await journalOf(world)).at(-1)).toMatchObject({
    kind: 'logIn',
    person: world.cashierId,
    content: { relieved: world.ownerId },
  });
  await world.must(logIn(world.parts), input, 'office');
  expect((await journalOf(world)).at(-1)?.content).toEqual({});
});

test('a wrong PIN logs nobody in and leaves no line in the journal', async () => {
  const world = await startedWorld();
  const before = await journalOf(world);
  const asked = await world.ask(
    logIn(world.parts),
    { personId: world.cashierId, secret: '9999' },
    'a new window',
  );
  expect(asked).toMatchObject({ ok: false, code: 'WrongSecret' });
  expect(world.sessions.personIdOf('a new window')).toBeNull();
  expect(await journalOf(world)).toEqual(before);
});

test('whoever locks the screen has to log in again', async () => {
  const world = await startedWorld();
  await world.must(lock(world.parts), {});
  expect(world.sessions.personIdOf('window')).toBeNull();
  expect(world.sessions.personIdOf('office')).toBe(world.ownerId);
});

test('four wrong PINs cost nothing, the fifth costs half a minute, the sixth a minute', async () => {
  const world = await startedWorld();
  const verb = logIn(world.parts);
  const wrong = { personId: world.cashierId, secret: '9999' };
  for (const triesLeft of [4, 3, 2, 1]) {
    expect(await world.ask(verb, wrong)).toEqual({ ok: false, code: 'WrongSecret', data: { triesLeft } });
  }
  const until = '2026-11-22T03:00:30.000Z';
  expect(await world.ask(verb, wrong)).toEqual({ ok: false, code: 'LogInDelayed', data: { until } });
  world.wait(29);
  const right = { personId: world.cashierId, secret: cashierPin };
  expect(await world.ask(verb, right)).toEqual({ ok: false, code: 'LogInDelayed', data: { until } });
  world.wait(1);
  expect(await world.ask(verb, wrong)).toEqual({
    ok: false,
    code: 'LogInDelayed',
    data: { until: '2026-11-22T03:01:30.000Z' },
  });
});

test('the right PIN gives all tries back', async () => {
  const world = await startedWorld();
  await failTimes(world, world.cashierId, 4);
  await world.must(logIn(world.parts), { personId: world.cashierId, secret: cashierPin });
  expect(await failTimes(world, world.cashierId, 1)).toMatchObject({ data: { triesLeft: 4 } });
});

test('wrong tries of one person do not hold up another', async () => {
  const world = await startedWorld();
  await failTimes(world, world.cashierId, 5);
  const owner = { personId: world.ownerId, secret: ownerPassword };
  expect((await world.ask(logIn(world.parts), owner)).ok).toBe(true);
});

test('closing and opening the till forgives no wrong PIN', async () => {
  const before = await startedWorld();
  await failTimes(before, before.cashierId, 5);
  await before.database.close();
  const world = await openWorld({ folder: before.folder, now: before.now() });
  const right = { personId: before.cashierId, secret: cashierPin };
  expect(await world.ask(logIn(world.parts), right)).toMatchObject({ code: 'LogInDelayed' });
  world.wait(30);
  expect((await world.ask(logIn(world.parts), right)).ok).toBe(true);
});

test('an attempt counts although the power went before its PIN was looked at', async () => {
  const world = await startedWorld();
  const unfinished = world.ask(logIn(world.parts), { personId: world.cashierId, secret: '9999' });
  while ((await wrongCount(world, world.cashierId)) === 0) await new Promise(setImmediate);
  const counted = await wrongCount(world, world.cashierId);
  await unfinished;
  expect(counted).toBe(1);
});

test('ten guesses sent at once are not ten free guesses', async () => {
  const world = await startedWorld();
  const verb = logIn(world.parts);
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      world.ask(verb, { personId: world.cashierId, secret: `999${index}` }),
    ),
  );
  const codes = all.map((asked) => (asked.ok ? 'in' : asked.code));
  expect(codes.filter((code) => code === 'WrongSecret')).toHaveLength(4);
  expect(codes.filter((code) => code === 'LogInDelayed')).toHaveLength(6);
});

test('a clock set back shortens no wait, and a clock that ran ahead locks nobody out for a year', async () => {
  const world = await startedWorld({ now: '2027-11-22T03:00:00.000Z' as Instant });
  await failTimes(world, world.cashierId, 5);
  world.setClock(firstMorning);
  const right = { personId: world.cashierId, secret: cashierPin };
  expect(await world.ask(logIn(world.parts), right)).toEqual({
    ok: false,
    code: 'LogInDelayed',
    data: { until: '2026-11-22T03:00:30.000Z' },
  });
  world.wait(30);
  expect((await world.ask(logIn(world.parts), right)).ok).toBe(true);
});

test('after fifteen wrong PINs waiting does not help; a senior or the owner opens it', async () => {
  const world = await startedWorld();
  await failTimes(world, world.cashierId, 6);
  const nearly = { wrong_count: 14 };
  await world.db.updateTable('log_in_attempt').set(nearly).where('subject', '=', world.cashierId).execute();
  world.wait(15_359);
  expect(await failTimes(world, world.cashierId, 1)).toMatchObject({ code: 'LogInDelayed' });
  world.wait(1);
  expect(await failTimes(world, world.cashierId, 1)).toMatchObject({ code: 'LogInLocked' });
  world.wait(365 * 24 * 3600);
  const right = { personId: world.cashierId, secret: cashierPin };
  expect(await world.ask(logIn(world.parts), right)).toMatchObject({ code: 'LogInLocked' });
  const opening = { intentionId: world.newId(), personId: world.cashierId };
  expect(await world.ask(unlock, opening)).toMatchObject({ code: 'NotAllowed' });
  await world.must(unlock, { ...opening, intentionId: world.newId() }, 'office');
  expect((await world.ask(logIn(world.parts), right)).ok).toBe(true);
  expect((await journalOf(world)).at(-2)).toEqual({
    kind: 'logInUnlocked',
    person: world.ownerId,
    approver: null,
    content: { personId: world.cashierId },
  });
});

test('a person who does not exist is answered like a wrong PIN', async () => {
  const world = await startedWorld();
  expect(await failTimes(world, nobody, 1)).toMatchObject({ code: 'WrongSecret', data: { triesLeft: 4 } });
  expect(await personOf(world.db, nobody)).toBeUndefined();
});

test('somebody who has left can neither log in nor go on working', async () => {
  const world = await startedWorld();
  await world.db.updateTable('person').set({ is_active: 0 }).where('id', '=', world.cashierId).execute();
  const right = { personId: world.cashierId, secret: cashierPin };
  expect(await world.ask(logIn(world.parts), right)).toMatchObject({ code: 'WrongSecret' });
  expect((await world.host.readScope({ key: 'window' })).actor).toBeNull();
});

/** The code of the refusal, or who approved. */
async function approve(world: World, personId: string, secret: string, actorId: string) {
  const actor: Actor = {
    personId: actorId,
    role: 'cashier',
    tillId: world.tillId,
    approver: null,
    permissions,
  };
  try {
    const scope = await world.host.readScope({ key: 'window' });
    return await approverOf(scope, { personId, secret }, actor);
  } catch (error) {
    if (error instanceof Refusal) return error.data.reason;
    throw error;
  }
}

test('a second person approves with their own secret, the first cannot', async () => {
  const world = await startedWorld();
  const { cashierId, ownerId } = world;
  expect(await approve(world, ownerId, ownerPassword, cashierId)).toEqual({
    personId: ownerId,
    role: 'owner',
  });
  expect(await approve(world, cashierId, cashierPin, cashierId)).toBe('samePerson');
  expect(await approve(world, ownerId, cashierPin, cashierId)).toBe('wrongPin');
  expect(await approve(world, nobody, ownerPassword, cashierId)).toBe('unknownPerson');
});

test('guessing in the approval counts like guessing at the log-in', async () => {
  const world = await startedWorld();
  const { cashierId, ownerId } = world;
  for (let count = 0; count < 4; count++) await approve(world, ownerId, 'a wrong one', cashierId);
  expect(await approve(world, ownerId, 'a wrong one', cashierId)).toBe('locked');
  expect(await approve(world, ownerId, ownerPassword, cashierId)).toBe('locked');
  world.wait(30);
  expect(await approve(world, ownerId, ownerPassword, cashierId)).toMatchObject({ role: 'owner' });
  expect(await wrongCount(world, ownerId)).toBe(0);
});

test('in a shop of one person the owner approves alone', async () => {
  const world = await startedWorld();
  await world.db.updateTable('person').set({ is_active: 0 }).where('id', '=', world.cashierId).execute();
  const { ownerId } = world;
  expect(await approve(world, ownerId, ownerPassword, ownerId)).toEqual({ personId: ownerId, role: 'owner' });
  expect(await approve(world, ownerId, 'a wrong one', ownerId)).toBe('wrongPin');
});
