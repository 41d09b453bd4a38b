import { expect, it } from 'vitest';
import { percentThere } from '../../../renderer/loyalty/standingProgress.ts';

it.each([
  [250_000, 1_000_000, 25],
  [999_999, 1_000_000, 99],
  [1_000_000, 1_000_000, 100],
  [1_200_000, 1_000_000, 100],
  [-5_000, 1_000_000, 0],
  [0, 0, 100],
])('%i of %i is %i % of the way: full only when all is done', (done, needed, percent) => {
  expect(percentThere(done, needed)).toBe(percent);
});
