import { expect, test } from 'vitest';
import { middleSquare } from '../../../renderer/customer/smallPhoto.ts';

test.each([
  ['wide', 1600, 1200, { left: 200, top: 0, edge: 1200 }],
  ['tall', 900, 1601, { left: 0, top: 350, edge: 900 }],
  ['square', 480, 480, { left: 0, top: 0, edge: 480 }],
])('of a %s photo the square in the middle is kept', (_, width, height, square) => {
  expect(middleSquare(width, height)).toEqual(square);
});
