import { expect, test } from 'vitest';
import { isForPaper } from '../../../renderer/app/printReport.ts';

test.each([
  '#/print',
  '#/print/couponBatch/019aa0b0-0000-7000-8000-000000000001/0/25',
  '#token=Ab_c-9/print',
])('a window opened at %s is for paper', (hash) => {
  expect(isForPaper(hash)).toBe(true);
});

test.each(['', '#/', '#/printers', '#/today', '#token=Ab_c-9', '#/today/print', '#token=/print'])(
  'a window opened at "%s" shows the screens',
  (hash) => {
    expect(isForPaper(hash)).toBe(false);
  },
);
