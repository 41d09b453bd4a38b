/** What an owner may change of the rights, and what stays as it is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor, Role } from '../../../shared/actor.ts';
import {
  approverMay,
  fixedActions,
  may,
  mayDo,
  type PermissionChange,
  permissions,
  permissionsWith,
} from '../../../shared/staff/permissions.ts';

test('without a change everybody may what comes out of the box', () => {
  expect(permissionsWith([])).toEqual(permissions);
});

test('a right that is given or taken holds for that role and that action alone', () => {
  const matrix = permissionsWith([
    { action: 'sale.takeBack', role: 'cashier', isAllowed: true },
    { action: 'shift.openDrawer', role: 'cashier', isAllowed: false },
    { action: 'shift.openDrawer', role: 'senior', isAllowed: false },
  ]);
  expect(matrix['sale.takeBack']).toEqual(['owner', 'senior', 'cashier']);
  expect(matrix['shift.openDrawer']).toEqual(['owner']);
  const { 'sale.takeBack': _back, 'shift.openDrawer': _drawer, ...others } = permissions;
  expect(matrix).toMatchObject(others);
});

test('people and rights stay the owner’s, and everybody keeps what a page cannot begin without', () => {
  const matrix = permissionsWith([
    { action: 'staff.manage', role: 'senior', isAllowed: true },
    { action: 'staff.own', role: 'cashier', isAllowed: false },
    { action: 'shop.settings', role: 'cashier', isAllowed: false },
  ]);
  expect(matrix).toEqual(permissions);
  for (const action of fixedActions) expect(Object.keys(permissions)).toContain(action);
});

test('a right of an action that this version no longer has gives nothing', () => {
  const matrix = permissionsWith([{ action: 'sale.giveAwayTheShop', role: 'cashier', isAllowed: true }]);
  expect(mayDo('cashier', 'sale.giveAwayTheShop', matrix)).toBe(false);
});

test('whatever is changed, the owner may all that is declared and nobody what is not', () => {
  const change: fc.Arbitrary<PermissionChange> = fc.record({
    action: fc.oneof(fc.constantFrom(...Object.keys(permissions)), fc.string(), fc.constant('__proto__')),
    role: fc.constantFrom('senior', 'cashier'),
    isAllowed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const matrix = permissionsWith(changes);
      expect(Object.keys(matrix)).toEqual(Object.keys(permissions));
      expect(Object.keys(matrix).filter((action) => !mayDo('owner', action, matrix))).toEqual([]);
      for (const { action, role, isAllowed } of changes.slice(-1)) {
        const isOpen = Object.hasOwn(permissions, action) && !fixedActions.has(action);
        expect(mayDo(role, action, matrix)).toBe(isOpen ? isAllowed : mayDo(role, action));
      }
    }),
  );
});

const standing = (role: Role | 'system', approver: Role | null): Actor => ({
  personId: 'a',
  role,
  tillId: 't',
  approver: approver === null ? null : { personId: 'b', role: approver },
  permissions: permissionsWith([{ action: 'sale.takeBack', role: 'senior', isAllowed: false }]),
});

test('an actor’s own rights, and those of the person beside them, are two questions', () => {
  const cashier = standing('cashier', 'owner');
  expect([may(cashier, 'sale.takeBack'), approverMay(cashier, 'sale.takeBack')]).toEqual([false, true]);
  expect(may(standing('senior', null), 'sale.takeBack')).toBe(false);
  expect(approverMay(standing('owner', null), 'sale.takeBack')).toBe(false);
  expect(approverMay(standing('owner', 'senior'), 'sale.takeBack')).toBe(false);
});

test('the till itself may do whatever is declared, and nothing else', () => {
  const till = standing('system', null);
  expect([may(till, 'loyalty.draw'), may(till, 'nobody.decided'), may(till, 'toString')]).toEqual([
    true,
    false,
    false,
  ]);
});
