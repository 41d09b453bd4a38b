import { expect, test } from 'vitest';
import { pdfFileName } from '../../../renderer/ui/pdfFileName.ts';
import type { BusinessDay } from '../../../shared/time.ts';

const day = '2026-11-22' as BusinessDay;

test.each([
  ['Choy, 8-mart / A4', 'kupon-Choy-8-mart-A4-2026-11-22.pdf'],
  ['Gʻalaba kuni', 'kupon-Galaba-kuni-2026-11-22.pdf'],
  ['День победы!', 'kupon-День-победы-2026-11-22.pdf'],
  ['..\\..\\con: <x>|?*', 'kupon-con-x-2026-11-22.pdf'],
  ['   ', 'kupon-2026-11-22.pdf'],
])('the label %j gives a name that every system takes: %s', (label, name) => {
  expect(pdfFileName('kupon', label, day)).toBe(name);
});

test('a long label is shortened', () => {
  expect(pdfFileName('kupon', 'a'.repeat(500), day).length).toBeLessThan(90);
});
