import { expect, test } from 'vitest';
import { dueMeant, sinceMeant } from '../../../renderer/credit/notebookDay.ts';
import { businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');

test.each([
  ['12.10', '2026-10-12'],
  ['5.3', '2026-03-05'],
  ['22.11', '2026-11-22'],
  ['23.11', '2025-11-23'],
  ['25.12', '2025-12-25'],
  ['29.02', '2024-02-29'],
  ['12.10.24', '2024-10-12'],
  ['12.10.2023', '2023-10-12'],
  ['24.12.2026', '2026-12-24'],
])('a debt of %s was taken on %s', (typed, day) => {
  expect(sinceMeant(typed, today)).toBe(day);
});

test.each(['', '12', '31.02', '12.13', '12.10.2', 'kecha', '00.10'])('%j is no day', (typed) => {
  expect(sinceMeant(typed, today)).toBeNull();
});

test.each([
  ['01.12', '2026-12-01'],
  ['12.10', '2026-10-12'],
  ['01.09', '2027-09-01'],
  ['01.09.26', '2026-09-01'],
])('a debt of 12 October that is due on %s is due on %s', (typed, day) => {
  expect(dueMeant(typed, businessDay('2026-10-12'))).toBe(day);
});
