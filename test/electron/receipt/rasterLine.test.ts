import { describe, expect, test } from 'vitest';
import { rasterLine } from '../../../electron/receipt/rasterLine.ts';
import type { Bitmap } from '../../../shared/receipt/commands.ts';

function isBlack(bitmap: Bitmap, x: number, y: number): boolean {
  const byte = bitmap.bits[y * Math.ceil(bitmap.widthDots / 8) + (x >> 3)] ?? 0;
  return (byte & (0x80 >> (x & 7))) !== 0;
}

/** How many dots are black in each cell of the line. */
function inkPerCell(bitmap: Bitmap, cellWidth: number): readonly number[] {
  const ink: number[] = new Array(Math.floor(bitmap.widthDots / cellWidth)).fill(0);
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    for (let x = 0; x < bitmap.widthDots; x += 1) {
      const cell = Math.floor(x / cellWidth);
      if (isBlack(bitmap, x, y)) ink[cell] = (ink[cell] ?? 0) + 1;
    }
  }
  return ink;
}

describe('a line drawn as dots', () => {
  test('each letter stands in its own column, so that figures stay under figures', async () => {
    const bitmap = await rasterLine({ text: 'Қ  7       ҳ', double: false }, 32);
    expect([bitmap.widthDots, bitmap.heightDots]).toEqual([384, 30]);
    const inked = inkPerCell(bitmap, 12).flatMap((ink, cell) => (ink > 0 ? [cell] : []));
    expect(inked).toEqual([0, 3, 11]);
  });

  test('a double line has cells of 24 by 48 dots', async () => {
    const bitmap = await rasterLine({ text: 'Қ 7', double: true }, 32);
    expect([bitmap.widthDots, bitmap.heightDots]).toEqual([384, 48]);
    expect(inkPerCell(bitmap, 24).flatMap((ink, cell) => (ink > 0 ? [cell] : []))).toEqual([0, 2]);
  });

  test('қ, ғ and ҳ are drawn with their own shapes, not as boxes', async () => {
    const shapes = new Set<string>();
    for (const letter of ['қ', 'к', 'ғ', 'г', 'ҳ', 'х', '\u{10ffff}']) {
      shapes.add(Buffer.from((await rasterLine({ text: letter, double: false }, 32)).bits).toString('hex'));
    }
    expect(shapes.size).toBe(7);
  });

  test('the tails and hats of letters are whole: a white row stays above and below them', async () => {
    const bitmap = await rasterLine({ text: 'ҚқҳЙ', double: false }, 32);
    const rowHasInk = (y: number) =>
      Array.from({ length: 48 }, (_, x) => isBlack(bitmap, x, y)).some(Boolean);
    expect(rowHasInk(20)).toBe(true);
    expect([22, 23, 24].map(rowHasInk)).toEqual([false, false, false]);
    expect(rowHasInk(0)).toBe(false);
  });

  test('bold letters are heavier and stay in their cells', async () => {
    const text = 'JAMI 88';
    const plain = inkPerCell(await rasterLine({ text, double: false }, 32), 12);
    const bold = inkPerCell(await rasterLine({ text, double: false, bold: true }, 32), 12);
    plain.forEach((ink, cell) => {
      expect(bold[cell] === 0).toBe(ink === 0);
      if (ink > 0) expect(bold[cell]).toBeGreaterThan(ink);
    });
  });

  test('what is wider than the paper ends at its edge and never comes back on the left', async () => {
    const bitmap = await rasterLine({ text: `${' '.repeat(32)}8`, double: false }, 32);
    expect(bitmap.bits.every((byte) => byte === 0)).toBe(true);
  });

  test('an empty line is white', async () => {
    const bitmap = await rasterLine({ text: '', double: false }, 48);
    expect(bitmap.bits.every((byte) => byte === 0)).toBe(true);
    expect(bitmap.bits.length).toBe(72 * 30);
  });
});
