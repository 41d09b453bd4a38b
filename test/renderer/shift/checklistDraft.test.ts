import { expect, test } from 'vitest';
import { movedRow, rowsToSave, suggestedRows } from '../../../renderer/shift/checklistDraft.ts';

const rows = ['a', 'b', 'c'].map((id) => ({ id, name: { uz: id } }));
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('');

test('an item moves one place, and at the ends it stays', () => {
  expect(ids(movedRow(rows, 'b', -1))).toBe('bac');
  expect(ids(movedRow(rows, 'b', 1))).toBe('acb');
  expect(ids(movedRow(rows, 'a', -1))).toBe('abc');
  expect(ids(movedRow(rows, 'c', 1))).toBe('abc');
});

test('rows without words in any language are not saved', () => {
  const typed = [
    { id: 'a', name: {} },
    { id: 'b', name: { uz: '  ', ru: '' } },
    { id: 'c', name: { ru: 'Свет' } },
  ];
  expect(ids(rowsToSave(typed))).toBe('c');
});

test('a suggested list comes with ids of its own, so that it can be saved as it is', () => {
  let made = 0;
  const suggested = suggestedRows('closing', () => String(made++));
  expect(new Set(suggested.map(({ id }) => id)).size).toBe(suggested.length);
  expect(rowsToSave(suggested)).toHaveLength(suggested.length);
});
