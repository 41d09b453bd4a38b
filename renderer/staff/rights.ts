/** The matrix of rights as the page shows it: rooms one after another, and what the owner has changed. */
import type { z } from 'zod';
import type { Role } from '../../shared/actor.ts';
import type { peopleVerbs } from '../../shared/staff/peopleContract.ts';
import { permissions } from '../../shared/staff/permissions.ts';

type Matrix = z.output<NonNullable<(typeof peopleVerbs.matrix)['~orpc']['outputSchema']>>;
export type RightRow = Matrix['rows'][number];

/** Roles whose rights can be changed; the owner has them all. */
export const changeableRoles = ['senior', 'cashier'] as const;
export type ChangeableRole = (typeof changeableRoles)[number];

/** The rooms in the order in which somebody looks for them: the counter first, the house last. */
export const rightRooms = [
  'sale',
  'shift',
  'customer',
  'service',
  'loyalty',
  'coupon',
  'credit',
  'ledger',
  'catalogue',
  'promotion',
  'report',
  'staff',
  'receipt',
  'exchange',
  'journal',
  'shop',
] as const;
export type RightRoom = (typeof rightRooms)[number];

/** `sale.takeBack` as the key of its words: `sale_takeBack`. */
export function actionKey(action: string): string {
  return action.replaceAll('.', '_');
}

export function roomOf(action: string): RightRoom {
  const room = action.slice(0, action.indexOf('.'));
  return rightRooms.find((each) => each === room) ?? 'shop';
}

export function isAllowed(row: Pick<RightRow, 'roles'>, role: Role): boolean {
  return row.roles.includes(role);
}

/** Whether the owner has it otherwise than it came out of the box. */
export function isChanged({ roles, defaults }: Pick<RightRow, 'roles' | 'defaults'>, role: Role): boolean {
  return roles.includes(role) !== defaults.includes(role);
}

/** The rows that a search leaves, room by room; rooms without any are left out. */
export function rowsByRoom(
  rows: readonly RightRow[],
  isWanted: (row: RightRow) => boolean,
): readonly { readonly room: RightRoom; readonly rows: readonly RightRow[] }[] {
  const order = Object.keys(permissions);
  const place = ({ action }: RightRow) => order.indexOf(action);
  return rightRooms
    .map((room) => ({
      room,
      rows: rows
        .filter((row) => roomOf(row.action) === room && isWanted(row))
        .sort((one, other) => place(one) - place(other)),
    }))
    .filter((each) => each.rows.length > 0);
}
