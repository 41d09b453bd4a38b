import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pngOf } from '../../../electron/receipt/png.ts';
import type { Bitmap } from '../../../shared/receipt/commands.ts';

/** The picture as another program reads it: `#` black, `.` white. */
async function readBack(png: Uint8Array): Promise<readonly string[]> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return Array.from({ length: image.height }, (_, y) =>
    Array.from({ length: image.width }, (_, x) => (data[(y * image.width + x) * 4] === 0 ? '#' : '.')).join(
      '',
    ),
  );
}

test('black dots are black and white ones white, also where a row ends inside a byte', async () => {
  const bits = Uint8Array.of(0b11110000, 0b01000000, 0b00000001, 0b10000000);
  expect(await readBack(pngOf({ widthDots: 10, heightDots: 2, bits }))).toEqual(['####.....#', '.......##.']);
});

test('any picture comes back as it was', async () => {
  const pictures = fc
    .record({ widthDots: fc.integer({ min: 1, max: 40 }), heightDots: fc.integer({ min: 1, max: 8 }) })
    .chain(({ widthDots, heightDots }) => {
      const length = Math.ceil(widthDots / 8) * heightDots;
      return fc
        .uint8Array({ minLength: length, maxLength: length })
        .map((bits): Bitmap => ({ widthDots, heightDots, bits }));
    });
  await fc.assert(
    fc.asyncProperty(pictures, async (picture) => {
      const { widthDots, heightDots, bits } = picture;
      const rows = Array.from({ length: heightDots }, (_, y) =>
        Array.from({ length: widthDots }, (_, x) =>
          ((bits[y * Math.ceil(widthDots / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0 ? '.' : '#',
        ).join(''),
      );
      expect(await readBack(pngOf(picture))).toEqual(rows);
    }),
    { numRuns: 50 },
  );
});

test('the file says that it has 8 dots a millimetre, one bit each', () => {
  const png = Buffer.from(pngOf({ widthDots: 384, heightDots: 1, bits: new Uint8Array(48) }));
  expect(png.readUInt32BE(16)).toBe(384);
  expect([...png.subarray(24, 26)]).toEqual([1, 0]);
  const at = png.indexOf('pHYs') + 4;
  expect([png.readUInt32BE(at), png.readUInt32BE(at + 4), png.readUInt8(at + 8)]).toEqual([8000, 8000, 1]);
});
