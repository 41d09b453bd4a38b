/** Empty pictures, and black dots put on them: what every drawing for paper is made of. */
import type { Bitmap } from '../../shared/receipt/commands.ts';

/** White paper. */
export function blank(widthDots: number, heightDots: number): Bitmap {
  return { widthDots, heightDots, bits: new Uint8Array(Math.ceil(widthDots / 8) * heightDots) };
}

/** Makes one dot black; one beside the paper is left out. */
export function blacken({ widthDots, heightDots, bits }: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return;
  const at = y * Math.ceil(widthDots / 8) + (x >> 3);
  bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
}

/** Copies the black dots of a picture onto a paper, its left upper corner at `left`, `top`; it must lie on the paper. */
export function place(paper: Bitmap, picture: Bitmap, left: number, top: number): void {
  if (left < 0 || top < 0 || left + picture.widthDots > paper.widthDots) {
    throw new RangeError(`${picture.widthDots} dots at ${left} do not lie on ${paper.widthDots}`);
  }
  const fromBytes = Math.ceil(picture.widthDots / 8);
  const toBytes = Math.ceil(paper.widthDots / 8);
  const shift = left & 7;
  for (let y = 0; y < picture.heightDots; y += 1) {
    for (let column = 0; column < fromBytes; column += 1) {
      const byte = picture.bits[y * fromBytes + column] ?? 0;
      if (byte === 0) continue;
      const at = (top + y) * toBytes + (left >> 3) + column;
      paper.bits[at] = (paper.bits[at] ?? 0) | (byte >> shift);
      const rest = (byte << (8 - shift)) & 0xff;
      if (rest !== 0) paper.bits[at + 1] = (paper.bits[at + 1] ?? 0) | rest;
    }
  }
}

/** A picture of a few dots in which every dot becomes a block. */
export function enlarged(picture: Bitmap, wide: number, high: number): Bitmap {
  const large = blank(picture.widthDots * wide, picture.heightDots * high);
  const fromBytes = Math.ceil(picture.widthDots / 8);
  const toBytes = Math.ceil(large.widthDots / 8);
  for (let row = 0; row < picture.heightDots; row += 1) {
    const top = row * high;
    for (let x = 0; x < large.widthDots; x += 1) {
      const from = Math.floor(x / wide);
      const byte = picture.bits[row * fromBytes + (from >> 3)] ?? 0;
      if ((byte & (0x80 >> (from & 7))) !== 0) blacken(large, x, top);
    }
    const line = large.bits.subarray(top * toBytes, (top + 1) * toBytes);
    for (let y = 1; y < high; y += 1) large.bits.set(line, (top + y) * toBytes);
  }
  return large;
}
