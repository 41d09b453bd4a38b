/** Who may do what: the matrix of actions and roles, and what the owner changes of it. */
import { Refusal } from '../../shared/errors.ts';
import { staffContract } from '../../shared/staff/contract.ts';
import { fixedActions, mayDo, permissions } from '../../shared/staff/permissions.ts';
import { documentOf } from '../document.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { permissionsIn } from './queries.ts';

export const matrix = readingVerb(staffContract.matrix, async ({ db }) => {
  const now = await permissionsIn(db);
  return {
    rows: Object.entries(permissions).map(([action, defaults]) => ({
      action,
      roles: [...(now[action] ?? [])],
      defaults: [...defaults],
      isFixed: fixedActions.has(action),
    })),
  };
});

/**
 * Gives a role a right or takes it, from the next call of every window on. Refuses NotFound for an action nobody declared
 * and PermissionFixed for one that stays as it is. A right as it comes out of the box needs no row.
 */
export const setPermission = writingVerb(staffContract.setPermission, async (scope, input) => {
  const { trx } = scope;
  const { action, role, isAllowed } = input;
  if (!Object.hasOwn(permissions, action)) throw new Refusal('NotFound', { what: 'action' });
  if (fixedActions.has(action)) throw new Refusal('PermissionFixed');
  await trx.deleteFrom('role_permission').where('action', '=', action).where('role', '=', role).execute();
  if (mayDo(role, action) !== isAllowed) {
    const row = { action, role, is_allowed: isAllowed ? 1 : 0 } as const;
    await trx.insertInto('role_permission').values(row).execute();
  }
  await scope.follow(documentOf(scope, 'permissionChanged', { action, role, isAllowed }));
  scope.changed('staff', 'shop');
  return {};
});
