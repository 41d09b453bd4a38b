import { expect, test } from 'vitest';
import { barsPath, qrPath } from '../../../renderer/ui/codePath.ts';

test('the ten characters of a coupon fit the smallest QR code, 21 modules wide', () => {
  const { width, height, path } = qrPath('KPHM9EEEEG');
  expect(width).toBe(height);
  expect(width % 21).toBe(0);
  expect(path.startsWith('M')).toBe(true);
});

test('a coupon’s bars are 145 modules: they fit 40 mm at a quarter of a millimetre', () => {
  const { width, path } = barsPath('KPHM9EEEEG');
  expect(width % 145).toBe(0);
  const bars = path.split('Z').length - 1;
  // Each of the ten characters, the start and the check has three bars, the stop has four.
  expect(bars).toBe(12 * 3 + 4);
});
