/** The shop's logo as black dots: its proportions stay, black is black, white is white, grey is half of both. */
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { dotsOfPng, sizeOnPaper } from '../../../electron/shop/logoDots.ts';

const frame = { width: 384, height: 160 };

function png(width: number, height: number, colour: string | null): Uint8Array {
  const canvas = createCanvas(width, height);
  if (colour !== null) {
    const context = canvas.getContext('2d');
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
  }
  return canvas.toBuffer('image/png');
}

/** The share of black dots, in hundredths. */
function blackShare({ bitsHex, widthDots, heightDots }: Awaited<ReturnType<typeof dotsOfPng>>): number {
  const black = [...bitsHex].reduce(
    (sum, digit) => sum + [...Number.parseInt(digit, 16).toString(2)].filter((bit) => bit === '1').length,
    0,
  );
  return Math.round((black * 100) / (widthDots * heightDots));
}

test('a large logo is made smaller in its own proportions, a small one stays', () => {
  expect(sizeOnPaper({ width: 600, height: 300 }, frame)).toEqual({ width: 320, height: 160 });
  expect(sizeOnPaper({ width: 600, height: 60 }, frame)).toEqual({ width: 384, height: 38 });
  expect(sizeOnPaper({ width: 100, height: 50 }, frame)).toEqual({ width: 100, height: 50 });
  expect(sizeOnPaper({ width: 1200, height: 1 }, frame)).toEqual({ width: 384, height: 1 });
});

test('black prints black, white and nothing print nothing', async () => {
  expect(blackShare(await dotsOfPng(png(64, 32, '#000000'), frame))).toBe(100);
  expect(blackShare(await dotsOfPng(png(64, 32, '#ffffff'), frame))).toBe(0);
  expect(blackShare(await dotsOfPng(png(64, 32, null), frame))).toBe(0);
});

test('half grey prints about every second dot', async () => {
  const share = blackShare(await dotsOfPng(png(160, 160, '#808080'), frame));
  expect(share).toBeGreaterThanOrEqual(47);
  expect(share).toBeLessThanOrEqual(53);
});

test('a row is filled up to whole bytes with white', async () => {
  const { widthDots, bitsHex } = await dotsOfPng(png(10, 1, '#000000'), frame);
  expect([widthDots, bitsHex]).toEqual([10, 'ffc0']);
});
