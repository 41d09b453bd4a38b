import { expect, test } from 'vitest';
import { peek } from '../../../electron/report/peek.ts';
import { openBasket } from '../../../electron/sale/basketVerbs.ts';
import { addPerson } from '../../../electron/staff/people.ts';
import { setPermission } from '../../../electron/staff/rights.ts';
import { openTestTill, ownerPassword, type TestTill, testWindow } from '../../till.ts';

async function atTheCounter() {
  const world = await openTestTill();
  const look = peek(world.till.parts);
  return {
    world,
    look: (personId: string, secret: string) => world.call(look, { personId, secret }),
  };
}

const documentsOf = (world: TestTill, kind: string) =>
  world.db.selectFrom('journal').select('content_json').where('document_kind', '=', kind).execute();

test('the owner sees the running day at the cashier’s window; the cashier and the basket stay', async () => {
  const { world, look } = await atTheCounter();
  const basket = await world.call(openBasket(world.till.parts.changes), { intentionId: world.newId() });
  const seen = await look(world.ownerId, ownerPassword);
  expect(seen.day).toBe('2026-11-22');
  expect(seen.figures.receipts).toBe(0);
  expect(world.till.parts.sessions.personIdOf(testWindow)).toBe(world.cashierId);
  const after = await world.call(openBasket(world.till.parts.changes), { intentionId: world.newId() });
  expect([after.saleId, after.revision]).toEqual([basket.saleId, basket.revision]);
  await world.close();
});

test('each look is a document of the cashier’s window that names who looked, by id', async () => {
  const { world, look } = await atTheCounter();
  await look(world.ownerId, ownerPassword);
  const [only, ...more] = await documentsOf(world, 'ownerPeeked');
  expect(more).toEqual([]);
  expect(JSON.parse(only?.content_json ?? '')).toMatchObject({
    person: world.cashierId,
    approver: world.ownerId,
    content: { lookerId: world.ownerId },
  });
  await world.close();
});

test('a wrong password shows nothing, leaves no document and counts like a wrong log-in', async () => {
  const { world, look } = await atTheCounter();
  for (let attempt = 0; attempt < 5; attempt++) {
    expect(await world.refusal(look(world.ownerId, 'a wrong password'))).toEqual({
      code: 'ApprovalRefused',
      data: { reason: attempt < 4 ? 'wrongPin' : 'locked' },
    });
  }
  expect(await world.refusal(look(world.ownerId, ownerPassword))).toMatchObject({
    data: { reason: 'locked' },
  });
  expect(await documentsOf(world, 'ownerPeeked')).toEqual([]);
  await world.close();
});

test('whoever may not see the day on their own pages sees it at no other window either', async () => {
  const { world, look } = await atTheCounter();
  world.workAs(world.ownerId);
  const hire = (name: string, role: 'senior' | 'cashier', pin: string) =>
    world.call(addPerson, { intentionId: world.newId(), name, role, pin });
  const senior = (await hire('Malika', 'senior', '7391')).person.id;
  const cashier = (await hire('Jasur', 'cashier', '8264')).person.id;
  world.workAs(world.cashierId);
  expect(await world.refusal(look(cashier, '8264'))).toEqual({
    code: 'ApprovalRefused',
    data: { reason: 'notAllowed' },
  });
  expect((await look(senior, '7391')).day).toBe('2026-11-22');
  world.workAs(world.ownerId);
  const takeAway = { action: 'report.today', role: 'senior', isAllowed: false } as const;
  await world.call(setPermission, { intentionId: world.newId(), ...takeAway });
  world.workAs(world.cashierId);
  expect(await world.refusal(look(senior, '7391'))).toMatchObject({ data: { reason: 'notAllowed' } });
  await world.close();
});

test('at a window where nobody is logged in nobody looks', async () => {
  const { world } = await atTheCounter();
  world.till.parts.sessions.logOut(testWindow);
  const call = world.call(peek(world.till.parts), { personId: world.ownerId, secret: ownerPassword });
  expect(await world.refusal(call)).toMatchObject({ code: 'LogInNeeded' });
  await world.close();
});
