/** The shop to learn in: the same people and goods, nothing of the real money, and only what was learned stays. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { neighbours } from '../../../electron/neighbours.ts';
import { backUp } from '../../../electron/shop/backUp.ts';
import { status } from '../../../electron/shop/status.ts';
import { leaveTraining, openTraining } from '../../../electron/shop/training.ts';
import { logIn } from '../../../electron/staff/logIn.ts';
import { tickTour, tour } from '../../../electron/staff/skills.ts';
import { type TestTill, testWindow } from '../../till.ts';
import { papersIn, sellTea, shopWithTea } from '../teaShop.ts';

const statusOf = (shop: TestTill) => shop.call(status(shop.till.parts, neighbours), {});

test('a learner sells the real goods under the own name, and nothing of it reaches the real shop', async () => {
  const { shop } = await shopWithTea();
  const documents = () =>
    shop.till.parts.database().db.selectFrom('journal').select('hash').orderBy('sequence').execute();
  const before = await documents();
  await shop.call(openTraining(shop.till.parts), {});
  const learning = await statusOf(shop);
  expect([learning.isTraining, learning.isDemo, learning.person?.id]).toEqual([true, false, shop.cashierId]);
  expect(await sellTea(shop)).toBe(1);
  await shop.call(leaveTraining(shop.till.parts), {});
  expect((await statusOf(shop)).isTraining).toBe(false);
  const { db } = shop.till.parts.database();
  expect(await db.selectFrom('sale').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('shift').selectAll().execute()).toEqual([]);
  expect(await documents()).toEqual(before);
  expect(existsSync(join(shop.directory, 'training'))).toBe(false);
});

test('each training begins afresh, with customers who do not exist', async () => {
  const { shop } = await shopWithTea();
  const { parts } = shop.till;
  await shop.call(openTraining(parts), {});
  await sellTea(shop);
  await shop.call(leaveTraining(parts), {});
  await shop.call(openTraining(parts), {});
  const { db } = parts.database();
  expect(await db.selectFrom('sale').selectAll().execute()).toEqual([]);
  const names = await db.selectFrom('customer').select('name').orderBy('name').execute();
  expect(names.map(({ name }) => name)).toEqual(['Mashq mijozi 1', 'Mashq mijozi 2']);
});

test('a paper of the training says so at its top and at its end, and the drawer stays shut', async () => {
  const { shop, papers } = await shopWithTea();
  await shop.call(openTraining(shop.till.parts), {});
  await sellTea(shop);
  const jobs = papersIn(papers);
  expect(jobs).toHaveLength(1);
  const lines = (jobs[0]?.lines ?? []).map((line) => line.trim()).filter((line) => line !== '');
  expect(lines[0]).toBe('MASHQ REJIMI');
  expect(lines.at(-1)).toBe('MASHQ REJIMI');
  const drawer = await shop.till.parts
    .database()
    .db.selectFrom('print_job')
    .select('state')
    .where('kind', '=', 'drawer')
    .execute();
  expect(drawer).toEqual([{ state: 'cancelled' }]);
});

test('what was learned stays with the person', async () => {
  const { shop } = await shopWithTea();
  const { parts } = shop.till;
  await shop.call(openTraining(parts), {});
  await shop.call(tickTour, { intentionId: shop.newId(), step: 'scan' });
  await shop.call(leaveTraining(parts), {});
  const { steps } = await shop.call(tour, {});
  expect(steps.map(({ step }) => step)).toEqual(['scan']);
});

test('a till that was switched off in training starts as the real shop', async () => {
  const { shop } = await shopWithTea();
  await shop.call(openTraining(shop.till.parts), {});
  const again = await shop.reopen();
  onTestFinished(again.close);
  again.workAs(again.cashierId, testWindow);
  expect((await statusOf(again)).isTraining).toBe(false);
});

test('only a shop to learn in can be left', async () => {
  const { shop } = await shopWithTea();
  expect(await shop.refusal(shop.call(leaveTraining(shop.till.parts), {}))).toMatchObject({
    code: 'NotInTraining',
  });
});

test('wrong PINs count in training too: nobody tries out a colleague’s PIN there without end', async () => {
  const { shop } = await shopWithTea();
  const guess = (till: TestTill) =>
    till.refusal(till.call(logIn(till.till.parts), { personId: till.ownerId, secret: 'a wrong password' }));
  await guess(shop);
  await guess(shop);
  await shop.call(openTraining(shop.till.parts), {});
  await guess(shop);
  await shop.call(leaveTraining(shop.till.parts), {});
  expect(await guess(shop)).toMatchObject({ code: 'WrongSecret', data: { triesLeft: 1 } });
  await shop.call(openTraining(shop.till.parts), {});
  expect(await guess(shop)).toMatchObject({ code: 'LogInDelayed' });
  // Switched off in training, which is never left then.
  const again = await shop.reopen();
  onTestFinished(again.close);
  again.workAs(again.cashierId, testWindow);
  await again.call(openTraining(again.till.parts), {});
  expect(await guess(again)).toMatchObject({ code: 'LogInDelayed' });
});

test('who keeps to hours keeps to them in training', async () => {
  const { shop } = await shopWithTea();
  const own = shop.till.parts.database().db;
  const hours = { person_id: shop.cashierId, hours_no: 1, weekday: 1, from_minute: 540, to_minute: 1080 };
  await own.insertInto('working_hours').values(hours).execute();
  await shop.call(openTraining(shop.till.parts), {});
  const { db } = shop.till.parts.database();
  expect(await db.selectFrom('working_hours').selectAll().execute()).toEqual([hours]);
});

test('a backup of a training is named so', async () => {
  const { shop } = await shopWithTea();
  const { parts } = shop.till;
  await shop.call(openTraining(parts), {});
  shop.workAs(shop.ownerId);
  const { file } = await shop.call(backUp(parts), {});
  expect(file).toMatch(/daftar-training-[^/]*\.db$/);
});

test('a double press opens one training', async () => {
  const { shop } = await shopWithTea();
  const { parts } = shop.till;
  await Promise.all([shop.call(openTraining(parts), {}), shop.call(openTraining(parts), {})]);
  expect((await statusOf(shop)).isTraining).toBe(true);
});
