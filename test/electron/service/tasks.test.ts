/** Tasks and planned contacts on a real file: day lists, tries, lists that are split, and whoever leaves. */
import { expect, test } from 'vitest';
import { contacts } from '../../../electron/service/contacts.ts';
import { forgetWishWords, handOverTasks } from '../../../electron/service/inTransaction.ts';
import { planContacts, planTask } from '../../../electron/service/planTasks.ts';
import { listTasks, taskFigures, taskPeople } from '../../../electron/service/taskReads.ts';
import { dropTask, moveTask } from '../../../electron/service/tasks.ts';
import { savePlannedShift } from '../../../electron/staff/plan.ts';
import type { Counter } from '../sale/counter.ts';
import { journal, office, openShop, within } from './complaintShop.ts';
import { day, faults, plan, result, tasks } from './wantedShop.ts';

const today = day('2026-11-22');
const phones = ['+998901112231', '+998901112232', '+998901112233', '+998901112234'] as const;

async function customers(shop: Counter, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const phone of phones.slice(0, count)) ids.push(await shop.newCustomer(phone));
  return ids;
}

const listFrom = (
  shop: Counter,
  customerIds: readonly string[],
  personIds: readonly string[],
  kind: 'visit' | 'call' = 'visit',
) =>
  shop.call(
    planContacts,
    {
      intentionId: shop.newId(),
      customerIds: [...customerIds],
      kind,
      words: 'Yangi qahva',
      personIds: [...personIds],
      dueOn: today,
    },
    office,
  );

test('one’s own of today stand in the list by hour; what is for tomorrow does not', async () => {
  const shop = await openShop();
  await plan(shop, { words: 'keyin' });
  await plan(shop, { words: 'ertalab', dueMinute: 9 * 60 });
  await plan(shop, { words: 'ertaga', dueOn: day('2026-11-23') });
  await plan(shop, { words: 'egasiga', personId: shop.ownerId });
  const mine = await tasks(shop, 'mine');
  expect(mine.tasks.map(({ words }) => words)).toEqual(['ertalab', 'keyin']);
  expect(mine.counts).toEqual({ mine: 2, overdue: 0, open: 4 });
  shop.clock.pass(24 * 60 * 60);
  const late = await tasks(shop, 'overdue');
  expect(late.tasks.map(({ words, isOverdue }) => [words, isOverdue])).toEqual([
    ['ertalab', true],
    ['keyin', true],
    ['egasiga', true],
  ]);
});

test('whoever was not reached comes back tomorrow at another hour, and after three tries no more', async () => {
  const shop = await openShop();
  const [customerId = ''] = await customers(shop, 1);
  const { taskId } = await plan(shop, { customerId });
  // 13:00 in Tashkent.
  expect(await result(shop, taskId, 'notReached')).toEqual({
    nextDueOn: '2026-11-23',
    nextDueMinute: 15 * 60,
  });
  shop.clock.pass(24 * 60 * 60);
  expect((await result(shop, taskId, 'notReached')).nextDueOn).toBe('2026-11-24');
  shop.clock.pass(24 * 60 * 60);
  expect(await result(shop, taskId, 'notReached')).toEqual({ nextDueOn: null, nextDueMinute: null });
  expect((await shop.refusal(result(shop, taskId, 'reached'))).code).toBe('TaskClosed');
  // Nobody was spoken with: the contact log stays empty.
  expect((await shop.call(contacts, { customerId })).contacts).toEqual([]);
});

test('a call that was made stands in the contact log with what was said', async () => {
  const shop = await openShop();
  const [customerId = ''] = await customers(shop, 1);
  const { taskId } = await plan(shop, { customerId });
  await result(shop, taskId, 'willCome', 'shanba kuni');
  expect((await shop.call(contacts, { customerId })).contacts).toMatchObject([
    { channel: 'phone', direction: 'out', words: 'Yangi choy haqida aytish: shanba kuni' },
  ]);
  const [closed] = (await tasks(shop, 'closed')).tasks;
  expect(closed).toMatchObject({ result: 'willCome', resultWords: 'shanba kuni' });
  expect(JSON.stringify(await journal(shop, 'taskTried'))).not.toContain('shanba');
});

test('a list is split evenly, nobody is asked twice, and a customer stays with their own person', async () => {
  const shop = await openShop();
  const ids = await customers(shop, 4);
  const [first = '', second = ''] = ids;
  await plan(shop, { kind: 'meeting', customerId: second, personId: shop.ownerId });
  expect(await listFrom(shop, [...ids, first], [shop.cashierId, shop.ownerId])).toEqual({
    planned: 4,
    wantNoCalls: 0,
    withoutConsent: 0,
    alreadyPlanned: 0,
  });
  const rows = await shop.db.selectFrom('task').selectAll().where('kind', '=', 'visit').execute();
  const of = (personId: string) => rows.filter((row) => row.person_id === personId).length;
  expect([of(shop.cashierId), of(shop.ownerId)]).toEqual([2, 2]);
  expect(rows.find((row) => row.customer_id === second)?.person_id).toBe(shop.ownerId);
  expect(await listFrom(shop, ids, [])).toMatchObject({ planned: 0, alreadyPlanned: 4 });
});

test('calls leave out whoever gave no consent and whoever said never again', async () => {
  const shop = await openShop();
  const ids = await customers(shop, 2);
  const [first = ''] = ids;
  expect(await listFrom(shop, ids, [], 'call')).toMatchObject({ planned: 0, withoutConsent: 2 });
  const { taskId } = await plan(shop, { customerId: first });
  await result(shop, taskId, 'neverAgain');
  expect(await listFrom(shop, ids, [], 'call')).toMatchObject({ wantNoCalls: 1, withoutConsent: 1 });
  await plan(shop, { customerId: first });
  expect((await tasks(shop)).tasks).toMatchObject([{ wantsNoCalls: true }]);
});

test('people who are planned for the day are told apart, with what they have open', async () => {
  const shop = await openShop();
  const shift = {
    plannedShiftId: null,
    personId: shop.cashierId,
    day: today,
    fromMinute: 540,
    toMinute: 1080,
  };
  await shop.call(savePlannedShift, { intentionId: shop.newId(), ...shift, note: '' }, office);
  await plan(shop);
  const { people } = await shop.call(taskPeople, { day: today });
  expect(people.map(({ personId, isOnShift, openTasks }) => [personId, isOnShift, openTasks])).toEqual(
    expect.arrayContaining([
      [shop.ownerId, false, 0],
      [shop.cashierId, true, 1],
    ]),
  );
});

test('figures count planned and completed by whoever did it, and every try', async () => {
  const shop = await openShop();
  const { taskId } = await plan(shop);
  const { taskId: second } = await plan(shop, { personId: shop.ownerId });
  const { taskId: dropped } = await plan(shop);
  await result(shop, taskId, 'notReached');
  // The cashier does what was the owner's.
  await result(shop, second, 'reached');
  await shop.call(dropTask, { intentionId: shop.newId(), taskId: dropped }, office);
  const { people } = await shop.call(taskFigures, { from: today, to: today }, office);
  expect(people).toMatchObject([
    {
      person: { personId: shop.cashierId },
      planned: 2,
      completed: 1,
      open: 1,
      results: { reached: 1, notReached: 1, willCome: 0 },
    },
  ]);
});

test('open tasks of somebody who leaves go to another person; what they did stays theirs', async () => {
  const shop = await openShop();
  const { taskId } = await plan(shop);
  const { taskId: done } = await plan(shop, { kind: 'other' });
  await result(shop, done, 'done');
  await within(shop, (scope) => handOverTasks(scope, { fromId: shop.cashierId, toId: shop.ownerId }));
  const [open] = (await tasks(shop, 'open', office)).tasks;
  expect([open?.taskId, open?.person?.personId]).toEqual([taskId, shop.ownerId]);
  const rows = await shop.db.selectFrom('task').selectAll().where('id', '=', done).execute();
  expect(rows).toMatchObject([{ person_id: shop.cashierId, closed_by: shop.cashierId }]);
});

test('another day and person; a day that is over is refused', async () => {
  const shop = await openShop();
  const { taskId } = await plan(shop);
  const to = (dueOn: string) =>
    shop.call(moveTask, {
      intentionId: shop.newId(),
      taskId,
      personId: null,
      dueOn: day(dueOn),
      dueMinute: 600,
    });
  await to('2026-11-24');
  expect((await tasks(shop)).tasks).toMatchObject([{ person: null, dueOn: '2026-11-24', dueMinute: 600 }]);
  expect((await shop.refusal(to('2026-11-21'))).code).toBe('DaysWrong');
  expect(await faults(shop)).toEqual([]);
});

test('whoever is to call sees the whole number, and nobody else does by the task', async () => {
  const shop = await openShop();
  const [customerId = ''] = await customers(shop, 1);
  const asOwner = {
    intentionId: shop.newId(),
    kind: 'call',
    reach: '',
    dueOn: today,
    dueMinute: null,
  } as const;
  await shop.call(planTask, { ...asOwner, customerId, words: 'menga', personId: shop.cashierId }, office);
  await plan(shop, { customerId, words: 'oʻzimga' });
  await plan(shop, { reach: '+998901112239', words: 'kartasiz' });
  await plan(shop, { customerId, words: 'egasiga', personId: shop.ownerId });
  const seen = (await tasks(shop)).tasks.map(({ words, callOn }) => [words, callOn] as const);
  expect(new Map(seen)).toEqual(
    new Map([
      ['menga', '+998901112231'],
      // Else any phone could be read by planning a call to it.
      ['oʻzimga', ''],
      ['kartasiz', '+998901112239'],
      ['egasiga', ''],
    ]),
  );
});

test('a cursor that nobody gave answers with tasks and breaks nothing', async () => {
  const shop = await openShop();
  await plan(shop);
  for (const cursor of ['2026-11-01 x y', '2026-11-01 1e999 y', 'x']) {
    expect((await shop.call(listTasks, { list: 'open', cursor })).tasks).toHaveLength(1);
  }
});

test('a cashier takes a task that nobody has, and not another’s with the phone in it', async () => {
  const shop = await openShop();
  const take = (taskId: string) =>
    shop.call(moveTask, {
      intentionId: shop.newId(),
      taskId,
      personId: shop.cashierId,
      dueOn: today,
      dueMinute: null,
    });
  const { taskId: ofOwner } = await plan(shop, { personId: shop.ownerId });
  const { taskId: ofNobody } = await plan(shop, { personId: null });
  expect((await shop.refusal(take(ofOwner))).code).toBe('NotAllowed');
  await take(ofNobody);
  expect((await tasks(shop, 'mine')).tasks.map(({ taskId }) => taskId)).toEqual([ofNobody]);
});

test('erasing empties what was planned and said about a customer', async () => {
  const shop = await openShop();
  const [customerId = ''] = await customers(shop, 1);
  const { taskId } = await plan(shop, { customerId });
  await result(shop, taskId, 'notReached', 'onasi oldi');
  await within(shop, ({ trx }) => forgetWishWords(trx, [customerId]));
  const tried = await shop.db.selectFrom('task_try').select('words').execute();
  const planned = await shop.db.selectFrom('task').select(['words', 'reach']).execute();
  expect([tried, planned]).toEqual([[{ words: '' }], [{ words: '', reach: '' }]]);
});
