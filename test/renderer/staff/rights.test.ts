import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  actionKey,
  isChanged,
  type RightRow,
  rightRooms,
  roomOf,
  rowsByRoom,
} from '../../../renderer/staff/rights.ts';
import { permissions } from '../../../shared/staff/permissions.ts';
import { languages } from '../../../shared/text.ts';

const wordsIn = (language: string): { readonly action: Readonly<Record<string, string>> } =>
  JSON.parse(readFileSync(`resources/locales/${language}.json`, 'utf8')).staff;

const row = (action: string, roles: RightRow['roles'], defaults: RightRow['defaults']): RightRow => ({
  action,
  roles,
  defaults,
  isFixed: false,
});

describe('the page of rights', () => {
  it.each(languages)(
    'has words in %s for every action that a verb may ask for, and for no other',
    (language) => {
      const words = wordsIn(language).action;
      expect(Object.keys(words).sort()).toEqual(Object.keys(permissions).map(actionKey).sort());
    },
  );

  it('knows the room of every action', () => {
    const unknown = Object.keys(permissions).filter((action) => !action.startsWith(`${roomOf(action)}.`));
    expect(unknown).toEqual([]);
  });

  it('marks a right as changed only where the owner has it otherwise', () => {
    const changed = row('sale.takeBack', ['owner', 'senior', 'cashier'], ['owner', 'senior']);
    expect(isChanged(changed, 'cashier')).toBe(true);
    expect(isChanged(changed, 'senior')).toBe(false);
    const takenAway = row('sale.reprint', ['owner'], ['owner', 'senior', 'cashier']);
    expect(isChanged(takenAway, 'senior')).toBe(true);
  });

  it('shows the counter first and leaves out rooms where nothing is found', () => {
    const rows = [
      row('shop.backUp', ['owner'], ['owner']),
      row('sale.takeBack', ['owner'], ['owner']),
      row('sale.sell', ['owner'], ['owner']),
    ];
    const rooms = rowsByRoom(rows, ({ action }) => action !== 'shop.backUp');
    expect(rooms.map(({ room }) => room)).toEqual(['sale']);
    // In the order in which the rights were declared.
    expect(rooms[0]?.rows.map(({ action }) => action)).toEqual(['sale.sell', 'sale.takeBack']);
    expect(rightRooms[0]).toBe('sale');
  });
});
