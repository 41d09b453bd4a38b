/** The plan of who works when. */
import { expect, test } from 'vitest';
import { plan, removePlannedShift, savePlannedShift } from '../../../electron/staff/plan.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { staffContract } from '../../../shared/staff/contract.ts';
import { journalOf, startedWorld } from '../shop/world.ts';

type World = Awaited<ReturnType<typeof startedWorld>>;
type Planned = VerbInput<typeof staffContract.savePlannedShift>;

function save(world: World, different: Partial<Planned> = {}) {
  const input = {
    intentionId: world.newId(),
    plannedShiftId: null,
    personId: world.cashierId,
    day: '2026-11-25',
    fromMinute: 540,
    toMinute: 780,
    note: '',
    ...different,
  };
  return world.ask(savePlannedShift, input, 'office');
}

async function saved(world: World, different: Partial<Planned> = {}): Promise<string> {
  const asked = await save(world, different);
  if (!asked.ok) throw new Error(asked.code);
  return asked.answer.plannedShiftId;
}

test('everybody sees the plan of the days they ask for, in its order', async () => {
  const world = await startedWorld();
  await saved(world, { day: '2026-11-26', note: 'kalit sizda' });
  await saved(world, { fromMinute: 780, toMinute: 1080 });
  await saved(world, { personId: world.ownerId, fromMinute: 480 });
  await saved(world, { day: '2026-11-24' });
  await saved(world, { day: '2026-11-27' });
  const { shifts } = await world.must(plan, { from: '2026-11-25', to: '2026-11-26' });
  expect(shifts.map(({ day, fromMinute, personName, note }) => [day, fromMinute, personName, note])).toEqual([
    ['2026-11-25', 480, 'Oʻktam Gʻaniyev', ''],
    ['2026-11-25', 780, 'Malika', ''],
    ['2026-11-26', 540, 'Malika', 'kalit sizda'],
  ]);
});

test('nobody is planned twice at the same time; one after the other is fine', async () => {
  const world = await startedWorld();
  const morning = await saved(world);
  await saved(world, { fromMinute: 780, toMinute: 1080 });
  expect(await save(world, { fromMinute: 700, toMinute: 790 })).toMatchObject({ code: 'PlanOverlaps' });
  expect(await save(world, { personId: world.ownerId })).toMatchObject({ ok: true });
  expect(await save(world, { plannedShiftId: morning, fromMinute: 500 })).toMatchObject({ ok: true });
  expect(await save(world, { plannedShiftId: morning, toMinute: 781 })).toMatchObject({
    code: 'PlanOverlaps',
  });
});

test('a planned shift ends after it begins and belongs to somebody who works here', async () => {
  const world = await startedWorld();
  expect(await save(world, { toMinute: 540 })).toMatchObject({ code: 'HoursWrong' });
  expect(await save(world, { personId: world.newId() })).toMatchObject({ code: 'NotFound' });
  expect(await save(world, { plannedShiftId: world.newId() })).toMatchObject({ code: 'NotFound' });
});

test('a planned shift that is taken out is gone, and the journal keeps both acts without the note', async () => {
  const world = await startedWorld();
  const plannedShiftId = await saved(world, { note: 'Malikaning onasi kasal' });
  const removing = () =>
    world.ask(removePlannedShift, { intentionId: world.newId(), plannedShiftId }, 'office');
  expect(await removing()).toMatchObject({ ok: true });
  expect(await removing()).toMatchObject({ code: 'NotFound' });
  expect(await world.must(plan, { from: '2026-11-01', to: '2026-11-30' })).toEqual({ shifts: [] });
  const written = (await journalOf(world)).filter(({ kind }) => kind === 'planChanged');
  expect(written.map(({ content }) => content)).toEqual([
    {
      plannedShiftId,
      personId: world.cashierId,
      day: '2026-11-25',
      fromMinute: 540,
      toMinute: 780,
    },
    { plannedShiftId, isRemoved: true },
  ]);
});

test('a cashier sees the plan and changes nothing of it', async () => {
  const world = await startedWorld();
  const plannedShiftId = await saved(world);
  const change = { intentionId: world.newId(), plannedShiftId };
  expect(await world.ask(removePlannedShift, change, 'window')).toMatchObject({ code: 'NotAllowed' });
});
