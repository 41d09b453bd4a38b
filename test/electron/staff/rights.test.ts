/** The matrix of rights, and what the owner changes of it. */
import { expect, onTestFinished, test } from 'vitest';
import { neighbours } from '../../../electron/neighbours.ts';
import { status } from '../../../electron/shop/status.ts';
import { secondPerson } from '../../../electron/staff/inTransaction.ts';
import { addPerson } from '../../../electron/staff/people.ts';
import { savePlannedShift } from '../../../electron/staff/plan.ts';
import { matrix, setPermission } from '../../../electron/staff/rights.ts';
import { inTransaction } from '../../../electron/verb.ts';
import { permissions } from '../../../shared/staff/permissions.ts';
import { openTestTill } from '../../till.ts';
import { journalOf, ownerPassword, startedWorld } from '../shop/world.ts';

type World = Awaited<ReturnType<typeof startedWorld>>;

function allow(world: World, action: string, role: 'senior' | 'cashier', isAllowed: boolean) {
  const input = { intentionId: world.newId(), action, role, isAllowed };
  return world.ask(setPermission, input, 'office');
}

function planAt(world: World, key: string, approval?: { personId: string; secret: string }) {
  const input = {
    intentionId: world.newId(),
    ...(approval === undefined ? {} : { approval }),
    plannedShiftId: null,
    personId: world.ownerId,
    day: '2026-11-25',
    fromMinute: 0,
    toMinute: 60,
    note: '',
  };
  return world.ask(savePlannedShift, input, key);
}

test('a right holds from the next call on, and is gone as soon', async () => {
  const world = await startedWorld();
  expect(await planAt(world, 'window')).toMatchObject({ code: 'NotAllowed' });
  expect(await allow(world, 'staff.plan', 'cashier', true)).toMatchObject({ ok: true });
  expect(await planAt(world, 'window')).toMatchObject({ ok: true });
  expect(await allow(world, 'staff.plan', 'cashier', false)).toMatchObject({ ok: true });
  expect(await planAt(world, 'window')).toMatchObject({ code: 'NotAllowed' });
  expect((await journalOf(world)).filter(({ kind }) => kind === 'permissionChanged')).toMatchObject([
    { person: world.ownerId, content: { action: 'staff.plan', role: 'cashier', isAllowed: true } },
    { person: world.ownerId, content: { action: 'staff.plan', role: 'cashier', isAllowed: false } },
  ]);
});

test('whoever stands beside somebody is judged by the same rights', async () => {
  const world = await startedWorld();
  const adding = { intentionId: world.newId(), name: 'Botir', role: 'senior' as const, pin: '5093' };
  const { person } = await world.must(addPerson, adding, 'office');
  const senior = { personId: person.id, secret: '5093' };
  expect(await planAt(world, 'window', senior)).toMatchObject({ ok: true });
  await allow(world, 'staff.plan', 'senior', false);
  expect(await planAt(world, 'window', senior)).toMatchObject({ code: 'NotAllowed' });
  expect(await planAt(world, 'window', { personId: world.ownerId, secret: ownerPassword })).toMatchObject({
    code: 'PlanOverlaps',
  });
});

test('a second person is waited for as long as the rights of the shop give one', async () => {
  const world = await startedWorld();
  const second = async () => {
    const actor = await world.host.actorOf({ key: 'office' });
    if (actor === null) throw new Error('the owner is not in');
    return inTransaction(world.host, { key: 'office' }, actor, (scope) =>
      secondPerson(scope, 'ledger.approve'),
    );
  };
  expect(await second()).toEqual({ approverId: null, isAlone: true });
  await allow(world, 'ledger.approve', 'cashier', true);
  await expect(second()).rejects.toMatchObject({ code: 'SecondPersonNeeded' });
});

test('the matrix shows every action, as it is and as it was', async () => {
  const world = await startedWorld();
  await allow(world, 'sale.takeBack', 'cashier', true);
  await allow(world, 'shift.openDrawer', 'cashier', false);
  const { rows } = await world.must(matrix, {}, 'office');
  expect(rows.map(({ action }) => action)).toEqual(Object.keys(permissions));
  const row = (action: string) => rows.find((each) => each.action === action);
  expect(row('sale.takeBack')).toEqual({
    action: 'sale.takeBack',
    roles: ['owner', 'senior', 'cashier'],
    defaults: ['owner', 'senior'],
    isFixed: false,
  });
  expect(row('shift.openDrawer')).toMatchObject({ roles: ['owner', 'senior'] });
  expect(row('staff.manage')).toMatchObject({ roles: ['owner'], isFixed: true });
});

test('a right put back as it came leaves no row behind', async () => {
  const world = await startedWorld();
  await allow(world, 'sale.takeBack', 'cashier', true);
  await allow(world, 'sale.takeBack', 'cashier', true);
  expect(await world.db.selectFrom('role_permission').selectAll().execute()).toEqual([
    { action: 'sale.takeBack', role: 'cashier', is_allowed: 1 },
  ]);
  await allow(world, 'sale.takeBack', 'cashier', false);
  expect(await world.db.selectFrom('role_permission').selectAll().execute()).toEqual([]);
});

test('people and rights cannot be given away, nor what nobody declared', async () => {
  const world = await startedWorld();
  expect(await allow(world, 'staff.manage', 'senior', true)).toMatchObject({ code: 'PermissionFixed' });
  for (const nothing of ['sale.giveAwayTheShop', 'toString', '__proto__']) {
    expect(await allow(world, nothing, 'cashier', true)).toMatchObject({ code: 'NotFound' });
  }
});

test('a row that somebody wrote into the file gives nobody the people', async () => {
  const shop = await openTestTill();
  onTestFinished(shop.close);
  await shop.db
    .insertInto('role_permission')
    .values([
      { action: 'staff.manage', role: 'cashier', is_allowed: 1 },
      { action: 'sale.takeBack', role: 'cashier', is_allowed: 1 },
    ])
    .execute();
  const again = await shop.reopen();
  onTestFinished(again.close);
  again.workAs(again.cashierId);
  await expect(again.call(matrix, {})).rejects.toMatchObject({ code: 'NotAllowed' });
  const shown = await again.call(status(again.till.parts, neighbours), {});
  expect(shown.permissions['staff.manage']).toEqual(['owner']);
  expect(shown.permissions['sale.takeBack']).toEqual(['owner', 'senior', 'cashier']);
});
