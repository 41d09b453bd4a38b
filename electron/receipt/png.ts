/** A picture of dots as a PNG file. */
import { crc32, deflateSync } from 'node:zlib';
import type { Bitmap } from '../../shared/receipt/commands.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Receipt printers have 8 dots a millimetre (203 dpi); the file says so, and prints in its true size. */
const dotsPerMetre = 8000;

/** The picture in one bit a dot, black on white. */
export function pngOf({ widthDots, heightDots, bits }: Bitmap): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthDots, 0);
  header.writeUInt32BE(heightDots, 4);
  // One bit of grey; the last three bytes are the only compression, filters and interlacing there are.
  header.writeUInt8(1, 8);
  const size = Buffer.alloc(9);
  size.writeUInt32BE(dotsPerMetre, 0);
  size.writeUInt32BE(dotsPerMetre, 4);
  size.writeUInt8(1, 8);
  return Uint8Array.from(
    Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('pHYs', size),
      chunk('IDAT', deflateSync(scanLines(bits, Math.ceil(widthDots / 8), heightDots))),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}

/** Every row behind the number of its filter (none); in a PNG 1 is white. */
function scanLines(bits: Uint8Array, rowBytes: number, rows: number): Uint8Array {
  const lines = new Uint8Array((rowBytes + 1) * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < rowBytes; column += 1) {
      lines[row * (rowBytes + 1) + 1 + column] = ~(bits[row * rowBytes + column] ?? 0);
    }
  }
  return lines;
}

/** Length, name, content, and the check sum of name and content. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
