/** What is agreed with a person: limit, hours, end of access; and what people have learned. */
import { expect, test } from 'vitest';
import { addOwner } from '../../../electron/staff/people.ts';
import { saveSkill, skills, tickSkill, tickTour, tour } from '../../../electron/staff/skills.ts';
import { changePerson, team } from '../../../electron/staff/team.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { Som } from '../../../shared/money.ts';
import type { staffContract } from '../../../shared/staff/contract.ts';
import { journalOf, startedWorld } from '../shop/world.ts';

type World = Awaited<ReturnType<typeof startedWorld>>;
type Change = Partial<VerbInput<typeof staffContract.changePerson>>;

function change(world: World, different: Change) {
  const input = {
    intentionId: world.newId(),
    personId: world.cashierId,
    name: 'Malika',
    role: 'cashier' as const,
    discountBasisPoints: null,
    accessEndsOn: null,
    isBoundToHours: false,
    hours: [],
    ...different,
  };
  return world.ask(changePerson(world.parts), input, 'office');
}

const memberOf = async (world: World, personId: string) =>
  (await world.must(team, {}, 'office')).people.find(({ id }) => id === personId);

test('what was agreed is shown as it was agreed, and the journal names nobody by name', async () => {
  const world = await startedWorld();
  const hours = [
    { weekday: 1, fromMinute: 540, toMinute: 780 },
    { weekday: 1, fromMinute: 780, toMinute: 1080 },
    { weekday: 6, fromMinute: 600, toMinute: 1440 },
  ];
  const agreed = {
    name: ' Malika  opa ',
    role: 'senior' as const,
    discountBasisPoints: 1500,
    giftBudgetSom: 50_000 as Som,
    accessEndsOn: '2026-12-31',
    isBoundToHours: true,
    hours,
  };
  expect(await change(world, agreed)).toMatchObject({ ok: true });
  expect(await memberOf(world, world.cashierId)).toEqual({
    ...agreed,
    id: world.cashierId,
    name: 'Malika opa',
    secretKind: 'pin',
    isActive: true,
    hasBadge: false,
    cameAt: world.now(),
    leftAt: null,
    skills: [],
    tour: [],
  });
  const written = (await journalOf(world)).at(-1);
  expect(written).toEqual({
    kind: 'personChanged',
    person: world.ownerId,
    approver: null,
    content: {
      personId: world.cashierId,
      isRenamed: true,
      role: 'senior',
      discountBasisPoints: 1500,
      giftBudgetSom: 50_000,
      accessEndsOn: '2026-12-31',
      isBoundToHours: true,
      hours,
    },
  });
  expect(await change(world, {})).toMatchObject({ ok: true });
  expect(await memberOf(world, world.cashierId)).toMatchObject({ role: 'cashier', hours: [] });
});

test('hours that lie over each other are refused with their weekday', async () => {
  const world = await startedWorld();
  const hours = [
    { weekday: 2, fromMinute: 540, toMinute: 800 },
    { weekday: 2, fromMinute: 780, toMinute: 1080 },
  ];
  expect(await change(world, { hours })).toMatchObject({ code: 'HoursOverlap', data: { weekday: 2 } });
});

test('an owner stays one, unbound and without a limit', async () => {
  const world = await startedWorld();
  const owner = { personId: world.ownerId, name: 'Oʻktam', role: null };
  const bound = [
    { accessEndsOn: '2026-12-31' },
    { isBoundToHours: true },
    { hours: [{ weekday: 1, fromMinute: 0, toMinute: 1440 }] },
    { role: 'cashier' as const },
  ];
  for (const different of bound) {
    expect(await change(world, { ...owner, ...different })).toMatchObject({ code: 'OwnerUnbound' });
  }
  expect(await change(world, { ...owner, discountBasisPoints: 100 })).toMatchObject({ ok: true });
  expect(await memberOf(world, world.ownerId)).toMatchObject({ role: 'owner', discountBasisPoints: null });
});

test('a second owner is written into the journal, and works as one', async () => {
  const world = await startedWorld();
  const weak = { intentionId: world.newId(), name: 'Nodira', password: 'aaaaaaaa' };
  expect(await world.ask(addOwner, weak, 'office')).toMatchObject({ code: 'WeakPassword' });
  const { personId } = await world.must(addOwner, { ...weak, password: 'kuz shamoli 3' }, 'office');
  expect((await journalOf(world)).at(-1)).toEqual({
    kind: 'personAdded',
    person: world.ownerId,
    approver: null,
    content: { personId, role: 'owner' },
  });
  expect(await memberOf(world, personId)).toMatchObject({ role: 'owner', secretKind: 'password' });
});

async function newSkill(world: World, name: string) {
  const input = { intentionId: world.newId(), skillId: null, name: { uz: name }, isActive: true };
  return (await world.must(saveSkill, input, 'office')).skillId;
}

function tick(world: World, skillId: string, isTicked = true, key = 'office') {
  const input = { intentionId: world.newId(), personId: world.cashierId, skillId, isTicked };
  return world.ask(tickSkill, input, key);
}

test('a skill is ticked once with its day, and by whom; unticked it is gone', async () => {
  const world = await startedWorld();
  const scales = await newSkill(world, 'Tarozi');
  const first = world.now();
  expect(await tick(world, scales)).toMatchObject({ ok: true });
  world.wait(3600);
  expect(await tick(world, scales)).toMatchObject({ ok: true });
  expect((await memberOf(world, world.cashierId))?.skills).toMatchObject([
    { skillId: scales, tickedAt: first, tickedByName: 'Oʻktam Gʻaniyev' },
  ]);
  expect((await journalOf(world)).at(-1)?.content).toEqual({
    personId: world.cashierId,
    skillId: scales,
    isTicked: true,
  });
  expect(await tick(world, scales, false)).toMatchObject({ ok: true });
  expect((await memberOf(world, world.cashierId))?.skills).toEqual([]);
  expect(await tick(world, world.newId())).toMatchObject({ code: 'NotFound' });
});

test('a skill keeps its ticks under another name and when it is needed no more', async () => {
  const world = await startedWorld();
  const skillId = await newSkill(world, 'Tarozi');
  await tick(world, skillId);
  const saved = { intentionId: world.newId(), skillId, name: { uz: 'Tarozi bilan' }, isActive: false };
  await world.must(saveSkill, saved, 'office');
  expect((await world.must(skills, {}, 'office')).skills).toEqual([
    { id: skillId, name: { uz: 'Tarozi bilan' }, isActive: false },
  ]);
  expect((await memberOf(world, world.cashierId))?.skills).toHaveLength(1);
  const unknown = { ...saved, intentionId: world.newId(), skillId: world.newId() };
  expect(await world.ask(saveSkill, unknown, 'office')).toMatchObject({ code: 'NotFound' });
});

test('a cashier sees their own skills and ticks nobody’s', async () => {
  const world = await startedWorld();
  const skillId = await newSkill(world, 'Tarozi');
  await tick(world, skillId);
  const own = { intentionId: world.newId(), personId: world.ownerId, skillId, isTicked: true };
  await world.must(tickSkill, own, 'office');
  const ticksSeen = async (key: string) =>
    (await world.must(skills, {}, key)).ticks.map(({ personId }) => personId);
  expect(await ticksSeen('window')).toEqual([world.cashierId]);
  expect((await ticksSeen('office')).sort()).toEqual([world.cashierId, world.ownerId].sort());
  expect(await tick(world, skillId, true, 'window')).toMatchObject({ code: 'NotAllowed' });
});

test('a step of the tour is learned once, by the person at the window', async () => {
  const world = await startedWorld();
  const first = world.now();
  await world.must(tickTour, { intentionId: world.newId(), step: 'scan' });
  world.wait(60);
  await world.must(tickTour, { intentionId: world.newId(), step: 'scan' });
  await world.must(tickTour, { intentionId: world.newId(), step: 'park' });
  expect(await world.must(tour, {})).toEqual({
    steps: [
      { step: 'scan', doneAt: first },
      { step: 'park', doneAt: world.now() },
    ],
  });
  expect(await world.must(tour, {}, 'office')).toEqual({ steps: [] });
  expect((await memberOf(world, world.cashierId))?.tour).toHaveLength(2);
});
