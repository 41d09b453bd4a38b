import { expect, it } from 'vitest';
import { unseenFirst } from '../../../renderer/loyalty/corrections.ts';

const row = (id: string, isAlone: boolean, isSeen: boolean) => ({ id, isAlone, isSeen });

it('what was done alone and not seen yet stands first, each part newest on top', () => {
  const newestFirst = [
    row('stood for', false, false),
    row('alone, new', true, false),
    row('alone, seen', true, true),
    row('alone, older', true, false),
  ];
  expect(unseenFirst(newestFirst).map(({ id }) => id)).toEqual([
    'alone, new',
    'alone, older',
    'stood for',
    'alone, seen',
  ]);
});
