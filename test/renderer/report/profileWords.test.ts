import { expect, test } from 'vitest';
import { shownDays } from '../../../renderer/report/profile/profileWords.ts';

test.each([
  [60, 6],
  [65, 6.5],
  [99, 9.9],
  [100, 10],
  [413, 41],
  [415, 42],
])('%i tenths of a day are told as %f: nobody reads "every 41.3 days"', (tenths, days) => {
  expect(shownDays(tenths)).toBe(days);
});
