/** Working hours and access that ends by itself, at the log-in, at the window and beside somebody. */
import { expect, test } from 'vitest';
import { approverOf } from '../../../electron/staff/approver.ts';
import { secondPerson } from '../../../electron/staff/inTransaction.ts';
import { logIn } from '../../../electron/staff/logIn.ts';
import { changePerson } from '../../../electron/staff/team.ts';
import { inTransaction } from '../../../electron/verb.ts';
import type { Actor } from '../../../shared/actor.ts';
import { Refusal } from '../../../shared/errors.ts';
import { permissions } from '../../../shared/staff/permissions.ts';
import type { Instant } from '../../../shared/time.ts';
import { cashierPin, ownerPassword, startedWorld } from '../shop/world.ts';

type World = Awaited<ReturnType<typeof startedWorld>>;

/** Sunday 22 November 2026, by the clock of Tashkent, five hours before UTC. */
const at = (day: number, hour: number, minute = 0) =>
  new Date(Date.UTC(2026, 10, day, hour - 5, minute)).toISOString() as Instant;

const everyDay = (fromHour: number, toHour: number) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    fromMinute: fromHour * 60,
    toMinute: toHour * 60,
  }));

interface Agreed {
  readonly accessEndsOn?: string;
  readonly hours?: ReturnType<typeof everyDay>;
}

async function agree(world: World, { accessEndsOn, hours }: Agreed, role: 'senior' | 'cashier' = 'cashier') {
  const input = {
    intentionId: world.newId(),
    personId: world.cashierId,
    name: 'Malika',
    role,
    discountBasisPoints: null,
    accessEndsOn: accessEndsOn ?? null,
    isBoundToHours: hours !== undefined,
    hours: hours ?? [],
  };
  await world.must(changePerson(world.parts), input, 'office');
}

const comes = (world: World, secret = cashierPin) =>
  world.ask(logIn(world.parts), { personId: world.cashierId, secret }, 'a new window');

async function attempts(world: World) {
  const rows = await world.db.selectFrom('log_in_attempt').selectAll().execute();
  return rows.length;
}

test('whoever keeps to hours gets in during them only, by the clock of the shop', async () => {
  const world = await startedWorld();
  await agree(world, { hours: everyDay(9, 18) });
  for (const [hour, minute, answer] of [
    [8, 59, { ok: false, code: 'OutsideHours' }],
    [9, 0, { ok: true }],
    [17, 59, { ok: true }],
    [18, 0, { ok: false, code: 'OutsideHours' }],
  ] as const) {
    world.setClock(at(23, hour, minute));
    expect(await comes(world)).toMatchObject(answer);
  }
});

test('hours belong to the shop’s day: the night after Saturday is Saturday’s', async () => {
  const world = await startedWorld();
  await world.db
    .updateTable('shop_setting')
    .set({ settings_json: await withNight(world) })
    .execute();
  await agree(world, { hours: [{ weekday: 6, fromMinute: 0, toMinute: 120 }] });
  world.setClock(at(28, 1));
  expect(await comes(world)).toMatchObject({ code: 'OutsideHours' });
  world.setClock(at(29, 1));
  expect(await comes(world)).toMatchObject({ ok: true });
});

/** The shop's day ends at four in the morning. */
async function withNight(world: World): Promise<string> {
  const { settings_json } = await world.db
    .selectFrom('shop_setting')
    .select('settings_json')
    .executeTakeFirstOrThrow();
  return JSON.stringify({ ...JSON.parse(settings_json), dayStartsAtHour: 4 });
}

test('a wrong PIN is told nothing of hours, a right one keeps all tries', async () => {
  const world = await startedWorld();
  await agree(world, { hours: everyDay(9, 18) });
  world.setClock(at(23, 20));
  expect(await comes(world, '9999')).toMatchObject({ code: 'WrongSecret' });
  expect(await comes(world)).toMatchObject({ code: 'OutsideHours' });
  expect(await attempts(world)).toBe(0);
  expect(world.sessions.personIdOf('a new window')).toBeNull();
});

test('hours that end while somebody sells end no sale', async () => {
  const world = await startedWorld();
  await agree(world, { hours: everyDay(9, 18) });
  world.setClock(at(23, 20));
  expect(await world.host.actorOf({ key: 'window' })).toMatchObject({ personId: world.cashierId });
});

test('a relative for a day works that day, and at the next call after it is nobody', async () => {
  const world = await startedWorld();
  await agree(world, { accessEndsOn: '2026-11-22' });
  world.setClock(at(22, 23, 59));
  expect(await comes(world)).toMatchObject({ ok: true });
  expect(await world.host.actorOf({ key: 'window' })).not.toBeNull();
  world.setClock(at(23, 0));
  expect(await world.host.actorOf({ key: 'window' })).toBeNull();
  expect(await comes(world)).toMatchObject({ code: 'AccessEnded', data: { endedOn: '2026-11-22' } });
  expect(await comes(world, '9999')).toMatchObject({ code: 'WrongSecret' });
});

test('a clock that is set back opens no access that has ended', async () => {
  const world = await startedWorld();
  await agree(world, { accessEndsOn: '2026-11-22' });
  world.setClock(at(23, 9));
  await world.must(logIn(world.parts), { personId: world.ownerId, secret: ownerPassword }, 'office');
  world.setClock(at(22, 9));
  expect(await comes(world)).toMatchObject({ code: 'AccessEnded' });
});

test('access that is given again begins with a log-in, not with the old window', async () => {
  const world = await startedWorld();
  await agree(world, { accessEndsOn: '2026-11-22' });
  world.setClock(at(23, 9));
  await agree(world, { accessEndsOn: '2026-11-30' });
  expect(world.sessions.personIdOf('window')).toBeNull();
  expect(await comes(world)).toMatchObject({ ok: true });
});

async function approves(world: World) {
  const actor: Actor = {
    personId: world.ownerId,
    role: 'owner',
    tillId: world.tillId,
    approver: null,
    permissions,
  };
  try {
    const scope = await world.host.readScope({ key: 'office' });
    return await approverOf(scope, { personId: world.cashierId, secret: cashierPin }, actor);
  } catch (error) {
    if (error instanceof Refusal) return error.data.reason;
    throw error;
  }
}

async function secondFor(world: World) {
  const actor = await world.host.actorOf({ key: 'office' });
  if (actor === null) throw new Error('the owner is not in');
  try {
    return await inTransaction(world.host, { key: 'office' }, actor, (scope) =>
      secondPerson(scope, 'ledger.approve'),
    );
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

test('who could not log in now neither approves nor is waited for', async () => {
  const world = await startedWorld();
  await agree(world, { hours: everyDay(9, 18), accessEndsOn: '2026-11-23' }, 'senior');
  world.setClock(at(23, 12));
  expect(await approves(world)).toEqual({ personId: world.cashierId, role: 'senior' });
  expect(await secondFor(world)).toBe('SecondPersonNeeded');
  for (const later of [at(23, 20), at(24, 12)]) {
    world.setClock(later);
    expect(await approves(world)).toBe('notAllowed');
    expect(await secondFor(world)).toEqual({ approverId: null, isAlone: true });
  }
});
