/** Somebody leaves, and may come back. */
import { expect, test } from 'vitest';
import { neighbours } from '../../../electron/neighbours.ts';
import { giveBadge } from '../../../electron/staff/badges.ts';
import { comeBack, type HandOver, leave } from '../../../electron/staff/leaving.ts';
import { logIn, logInByBadge } from '../../../electron/staff/logIn.ts';
import { addOwner, addPerson, people } from '../../../electron/staff/people.ts';
import { plan, savePlannedShift } from '../../../electron/staff/plan.ts';
import { team } from '../../../electron/staff/team.ts';
import type { Instant } from '../../../shared/time.ts';
import { cashierPin, journalOf, ownerPassword, rowCounts, startedWorld } from '../shop/world.ts';

type World = Awaited<ReturnType<typeof startedWorld>>;

function leaves(
  world: World,
  personId: string,
  handOverTo: string | null = null,
  handOvers: readonly HandOver[] = [],
) {
  const input = { intentionId: world.newId(), personId, handOverTo };
  return world.ask(leave(world.parts, handOvers), input, 'office');
}

async function planned(world: World, personId: string, day: string) {
  const input = { intentionId: world.newId(), plannedShiftId: null, personId, day, note: '' };
  return world.must(savePlannedShift, { ...input, fromMinute: 540, toMinute: 1080 }, 'office');
}

async function newSenior(world: World) {
  const input = { intentionId: world.newId(), name: 'Botir', role: 'senior' as const, pin: '5093' };
  return (await world.must(addPerson, input, 'office')).person.id;
}

test('who left is out at once: window, PIN, badge and list', async () => {
  const world = await startedWorld();
  const asOwner = { intentionId: world.newId(), personId: world.cashierId };
  const { code } = await world.must(giveBadge(world.parts, neighbours), asOwner, 'office');
  expect(await leaves(world, world.cashierId)).toEqual({ ok: true, answer: { plannedShifts: 0 } });
  expect(world.sessions.personIdOf('window')).toBeNull();
  expect(await world.ask(people, {}, 'window')).toMatchObject({ answer: { people: [{ role: 'owner' }] } });
  const byPin = { personId: world.cashierId, secret: cashierPin };
  expect(await world.ask(logIn(world.parts), byPin)).toMatchObject({ code: 'WrongSecret' });
  expect(await world.ask(logInByBadge(world.parts), { code })).toMatchObject({ code: 'BadgeUnknown' });
  const left = (await world.must(team, {}, 'office')).people.find(({ id }) => id === world.cashierId);
  expect(left).toMatchObject({ isActive: false, leftAt: world.now(), hasBadge: false });
  expect((await journalOf(world)).find(({ kind }) => kind === 'personLeft')).toEqual({
    kind: 'personLeft',
    person: world.ownerId,
    approver: null,
    content: { personId: world.cashierId, handOverTo: null, plannedShifts: 0 },
  });
});

test('the shifts from today on go to another person; those of the past stay', async () => {
  const world = await startedWorld();
  const senior = await newSenior(world);
  for (const day of ['2026-11-21', '2026-11-22', '2026-11-25']) {
    await planned(world, world.cashierId, day);
  }
  const before = await rowCounts(world);
  expect(await leaves(world, world.cashierId)).toMatchObject({
    code: 'HandOverNeeded',
    data: { plannedShifts: 2 },
  });
  expect(await rowCounts(world)).toEqual(before);
  expect(world.sessions.personIdOf('window')).toBe(world.cashierId);
  expect(await leaves(world, world.cashierId, senior)).toMatchObject({ answer: { plannedShifts: 2 } });
  const { shifts } = await world.must(plan, { from: '2026-11-01', to: '2026-11-30' }, 'office');
  expect(shifts.map(({ day, personName }) => [day, personName])).toEqual([
    ['2026-11-21', 'Malika'],
    ['2026-11-22', 'Botir'],
    ['2026-11-25', 'Botir'],
  ]);
});

test('nothing is handed to somebody who is not here, or who is the leaver', async () => {
  const world = await startedWorld();
  await planned(world, world.cashierId, '2026-11-25');
  for (const nobody of [world.newId(), world.cashierId]) {
    expect(await leaves(world, world.cashierId, nobody)).toMatchObject({ code: 'NotFound' });
  }
  const gone = await newSenior(world);
  await leaves(world, gone);
  expect(await leaves(world, world.cashierId, gone)).toMatchObject({ code: 'NotFound' });
  expect(await leaves(world, gone)).toMatchObject({ code: 'NotFound' });
});

test('what the rooms above have open of the leaver is handed over in the same act, or nobody leaves', async () => {
  const world = await startedWorld();
  const handed: unknown[] = [];
  const tasks: HandOver = async (_scope, leaver) => void handed.push(leaver);
  await leaves(world, world.cashierId, world.ownerId, [tasks]);
  expect(handed).toEqual([{ fromId: world.cashierId, toId: world.ownerId }]);
  const senior = await newSenior(world);
  const breaks: HandOver = async () => {
    throw new Error('the power went');
  };
  await expect(leaves(world, senior, null, [breaks])).rejects.toThrow('the power went');
  const stays = (await world.must(people, {}, 'office')).people.map(({ id }) => id);
  expect(stays).toContain(senior);
});

test('the last owner cannot leave; with another one they can, and are out', async () => {
  const world = await startedWorld();
  expect(await leaves(world, world.ownerId)).toMatchObject({ code: 'LastOwner' });
  const second = { intentionId: world.newId(), name: 'Nodira', password: 'kuz shamoli 3' };
  const { personId } = await world.must(addOwner, second, 'office');
  expect(await leaves(world, world.ownerId)).toMatchObject({ ok: true });
  expect(world.sessions.personIdOf('office')).toBeNull();
  const first = { personId: world.ownerId, secret: ownerPassword };
  expect(await world.ask(logIn(world.parts), first)).toMatchObject({ code: 'WrongSecret' });
  const other = { personId, secret: 'kuz shamoli 3' };
  expect(await world.ask(logIn(world.parts), other, 'office')).toMatchObject({ ok: true });
  expect(await leaves(world, personId)).toMatchObject({ code: 'LastOwner' });
});

test('who comes back has a new PIN, all tries and no end of access', async () => {
  const world = await startedWorld();
  await world.db
    .updateTable('person')
    .set({ access_ends_on: '2026-11-20' })
    .where('id', '=', world.cashierId)
    .execute();
  await leaves(world, world.cashierId);
  world.setClock('2026-12-01T06:00:00.000Z' as Instant);
  const back = { intentionId: world.newId(), personId: world.cashierId, pin: '7306' };
  expect(await world.ask(comeBack, { ...back, pin: '1111' }, 'office')).toMatchObject({ code: 'WeakPin' });
  expect(await world.ask(comeBack, back, 'office')).toMatchObject({ ok: true });
  const tries = (secret: string) => world.ask(logIn(world.parts), { personId: world.cashierId, secret });
  expect(await tries(cashierPin)).toMatchObject({ code: 'WrongSecret', data: { triesLeft: 4 } });
  expect(await tries('7306')).toMatchObject({ ok: true });
  const again = { ...back, intentionId: world.newId() };
  expect(await world.ask(comeBack, again, 'office')).toMatchObject({ code: 'NotFound' });
  expect((await journalOf(world)).find(({ kind }) => kind === 'personCameBack')?.content).toEqual({
    personId: world.cashierId,
  });
});

test('a former owner does not come back by a PIN', async () => {
  const world = await startedWorld();
  const second = { intentionId: world.newId(), name: 'Nodira', password: 'kuz shamoli 3' };
  const { personId } = await world.must(addOwner, second, 'office');
  await leaves(world, personId);
  const back = { intentionId: world.newId(), personId, pin: '7306' };
  expect(await world.ask(comeBack, back, 'office')).toMatchObject({ code: 'OwnerNeedsPassword' });
});
