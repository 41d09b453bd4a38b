import { expect, test } from 'vitest';
import { checklistOfShift, uncheckedOfShift } from '../../../electron/shift/checklistQueries.ts';
import { shiftChecklists } from '../../../electron/shift/checklists.ts';
import type { ChecklistMoment } from '../../../shared/shift/checklistContract.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';
import { beginShift, endShift } from './shiftRows.ts';

const { checklists, checklistsOfShift, saveChecklist, tickItem } = shiftChecklists;

/** Saves a list of so many items and answers their ids. */
async function list(world: RoomWorld, moment: ChecklistMoment, count: number): Promise<string[]> {
  const items = Array.from({ length: count }, (_, index) => ({
    id: world.newId(),
    name: { uz: `${moment} ${index + 1}` },
  }));
  await world.ask(saveChecklist, { moment, items });
  return items.map(({ id }) => id);
}

async function tick(world: RoomWorld, itemId: string | undefined, isTicked = true): Promise<void> {
  await world.ask(tickItem, { itemId: itemId ?? '', isTicked }, 'cashier');
}

async function kept(world: RoomWorld): Promise<number | null> {
  return (await world.ask(checklists, {})).keptBasisPoints;
}

test('a tick says who ticked and when, and the first one stays', async () => {
  const world = await roomWorld();
  const [first] = await list(world, 'closing', 2);
  await beginShift(world, 1, '2026-11-22T08:30:00.000Z');
  await tick(world, first);
  world.setClock('2026-11-22T09:00:00.000Z');
  await world.ask(tickItem, { itemId: first ?? '', isTicked: true });
  const shown = await world.ask(checklists, {});
  expect(shown.isShiftOpen).toBe(true);
  expect(shown.lists.map(({ moment, items }) => [moment, items.map(({ tick: each }) => each)])).toEqual([
    ['opening', []],
    ['service', []],
    ['closing', [{ personName: 'Sardor', tickedAt: '2026-11-22T08:30:00.000Z' }, null]],
  ]);
});

test('a tick is taken back while the shift is open', async () => {
  const world = await roomWorld();
  const [first] = await list(world, 'service', 1);
  const shiftId = await beginShift(world, 1, '2026-11-22T08:30:00.000Z');
  await tick(world, first);
  expect(await checklistOfShift(world.db, shiftId)).toEqual({ ticked: 1, items: 1 });
  await tick(world, first, false);
  expect(await checklistOfShift(world.db, shiftId)).toEqual({ ticked: 0, items: 1 });
});

test('the opening list is ticked before the shift is opened and counts in it; the others wait for it', async () => {
  const world = await roomWorld();
  const [opening] = await list(world, 'opening', 1);
  const [closing] = await list(world, 'closing', 1);
  await tick(world, opening);
  expect(await world.refusal(tickItem, { itemId: closing ?? '', isTicked: true })).toEqual({
    code: 'ShiftNotOpen',
    data: {},
  });
  const shiftId = await beginShift(world, 1, '2026-11-22T08:30:00.000Z');
  expect(await checklistOfShift(world.db, shiftId)).toEqual({ ticked: 1, items: 2 });
});

test('each shift begins with empty boxes', async () => {
  const world = await roomWorld();
  const [first] = await list(world, 'closing', 1);
  const morning = await beginShift(world, 1, '2026-11-22T08:30:00.000Z');
  await tick(world, first);
  await endShift(world, morning, '2026-11-22T13:00:00.000Z');
  const evening = await beginShift(world, 2, '2026-11-22T13:05:00.000Z');
  expect(await checklistOfShift(world.db, morning)).toEqual({ ticked: 1, items: 1 });
  expect(await checklistOfShift(world.db, evening)).toEqual({ ticked: 0, items: 1 });
});

test('before closing only what is left of the closing list is asked for', async () => {
  const world = await roomWorld();
  await list(world, 'opening', 2);
  await list(world, 'service', 1);
  const [first] = await list(world, 'closing', 3);
  const shiftId = await beginShift(world, 1, '2026-11-22T08:30:00.000Z');
  expect(await uncheckedOfShift(world.db, shiftId)).toBe(3);
  await tick(world, first);
  expect(await uncheckedOfShift(world.db, shiftId)).toBe(2);
});

test('what is put on a list or taken off it changes no closed shift', async () => {
  const world = await roomWorld();
  const [first, second] = await list(world, 'closing', 2);
  const shiftId = await beginShift(world, 1, '2026-11-22T08:30:00.000Z');
  await tick(world, first);
  await endShift(world, shiftId, '2026-11-22T18:00:00.000Z');
  const before = { ticked: 1, items: 2 };

  // The same moment, and then a clock that was set back behind the closing.
  for (const clock of ['2026-11-22T18:00:00.000Z', '2026-11-22T10:00:00.000Z']) {
    world.setClock(clock);
    await world.ask(saveChecklist, {
      moment: 'closing',
      items: [
        { id: clock.includes('T18') ? (second ?? '') : world.newId(), name: { ru: 'Выключить свет' } },
        { id: world.newId(), name: { en: 'Lock up' } },
      ],
    });
    expect(await checklistOfShift(world.db, shiftId)).toEqual(before);
  }
  expect(await kept(world)).toBe(5_000);
});

test('of a closed shift the lists are shown as they were, with who ticked what', async () => {
  const world = await roomWorld();
  const [first] = await list(world, 'closing', 2);
  const shiftId = await beginShift(world, 1, '2026-11-22T08:30:00.000Z');
  await tick(world, first);
  await endShift(world, shiftId, '2026-11-22T18:00:00.000Z');
  world.setClock('2026-11-23T08:00:00.000Z');
  await world.ask(saveChecklist, { moment: 'closing', items: [] });
  const { lists } = await world.ask(checklistsOfShift, { shiftId });
  expect(lists.map(({ items }) => items.map(({ name, tick: each }) => [name.uz, each]))).toEqual([
    [],
    [],
    [
      ['closing 1', { personName: 'Sardor', tickedAt: '2026-11-22T08:30:00.000Z' }],
      ['closing 2', null],
    ],
  ]);
  expect(await world.refusal(checklistsOfShift, { shiftId: world.newId() })).toEqual({
    code: 'NotFound',
    data: { what: 'shift' },
  });
});

test('an item that another window took off comes back only as a new one', async () => {
  const world = await roomWorld();
  const [first] = await list(world, 'service', 1);
  await world.ask(saveChecklist, { moment: 'service', items: [] });
  const stale = { moment: 'service' as const, items: [{ id: first ?? '', name: { uz: 'Javonlar' } }] };
  expect(await world.refusal(saveChecklist, stale)).toEqual({
    code: 'NotFound',
    data: { what: 'checklistItem' },
  });
  expect(await world.refusal(tickItem, { itemId: first ?? '', isTicked: true })).toMatchObject({
    code: 'NotFound',
  });
});

test('the share kept counts every item of the shifts that were closed in the last 30 days', async () => {
  const world = await roomWorld();
  expect(await kept(world)).toBeNull();
  const [first, second] = await list(world, 'closing', 2);
  const days = ['2026-10-01', '2026-11-10', '2026-11-11'];
  const ticked = [[], [first, second], [first]];
  for (const [index, day] of days.entries()) {
    const shiftId = await beginShift(world, index + 1, `${day}T04:00:00.000Z`);
    for (const item of ticked[index] ?? []) await tick(world, item);
    await endShift(world, shiftId, `${day}T15:00:00.000Z`);
  }
  // Of 1 October the items were not there yet, and it is too long ago; 3 of the 4 of November were ticked.
  await world.db.updateTable('checklist_item').set({ created_at: '2026-09-01T08:00:00.000Z' }).execute();
  expect(await kept(world)).toBe(7_500);
  world.setClock('2026-12-11T15:00:00.001Z');
  expect(await kept(world)).toBeNull();
});

test('the owner decides what is on the lists, in which order and in which languages', async () => {
  const world = await roomWorld();
  const items = [
    { id: world.newId(), name: { uz: 'Chiroq', ru: 'Свет', en: 'Lights' } },
    { id: world.newId(), name: { ru: 'Окна', uz: '' } },
  ];
  expect(await world.refusal(saveChecklist, { moment: 'closing', items }, 'cashier')).toMatchObject({
    code: 'NotAllowed',
  });
  await world.ask(saveChecklist, { moment: 'closing', items: [...items].reverse() });
  const shown = (await world.ask(checklists, {})).lists.at(-1);
  expect(shown?.items.map(({ name }) => name)).toEqual([
    { ru: 'Окна' },
    { uz: 'Chiroq', ru: 'Свет', en: 'Lights' },
  ]);
  expect(world.documents).toMatchObject([
    {
      kind: 'checklistSaved',
      personId: world.people.owner,
      content: { moment: 'closing', itemIds: [items[1]?.id, items[0]?.id] },
    },
  ]);
});
