/** A cursor that nobody gave begins a list, and never breaks it. */
import { expect, test } from 'vitest';
import { placeIn } from '../../electron/listPlace.ts';

test('a list goes on where its page ended', () => {
  expect([placeIn(null), placeIn('0'), placeIn('50')]).toEqual([0, 0, 50]);
});

test.each(['x', '-5', '1.5', '1e308', '1e999', 'NaN', '99999999999999999999', 'a:5'])(
  'a cursor that no list gave (%s) begins it anew',
  (cursor) => {
    expect(placeIn(cursor)).toBe(0);
  },
);
