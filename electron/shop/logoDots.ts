/** The shop's logo as black dots of a receipt printer: scaled to the paper, grey made of dots. */

/** A PNG as rows of black and white dots, in hexadecimal as blocks keep a picture. */
export interface Dots {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bitsHex: string;
}

/**
 * The largest size with the picture's own proportions inside the frame; a small picture grows to no more than its own dots.
 *
 * | picture   | frame     | size     |
 * |-----------|-----------|----------|
 * | 600 × 300 | 384 × 160 | 320 × 160 |
 * | 600 × 60  | 384 × 160 | 384 × 38 |
 * | 100 × 50  | 384 × 160 | 100 × 50 |
 */
export function sizeOnPaper(
  picture: { readonly width: number; readonly height: number },
  frame: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const factor = Math.min(1, frame.width / picture.width, frame.height / picture.height);
  return {
    width: Math.max(1, Math.round(picture.width * factor)),
    height: Math.max(1, Math.round(picture.height * factor)),
  };
}

/** Draws the PNG on white in a frame. Throws when the bytes are no picture: the border has looked at them already. */
export async function dotsOfPng(
  png: Uint8Array,
  frame: { readonly width: number; readonly height: number },
): Promise<Dots> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const picture = await loadImage(png);
  const { width, height } = sizeOnPaper(picture, frame);
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const rgba = context.getImageData(0, 0, width, height).data;
  const grey = Float32Array.from({ length: width * height }, (_, at) => brightness(rgba, at));
  return { widthDots: width, heightDots: height, bitsHex: blackDots(grey, width, height) };
}

/** How bright a dot looks, 0 black to 255 white (ITU-R BT.601). */
function brightness(rgba: ArrayLike<number>, at: number): number {
  const part = (offset: number) => rgba[at * 4 + offset] ?? 255;
  return 0.299 * part(0) + 0.587 * part(1) + 0.114 * part(2);
}

/** Nearly black and nearly white stay clean; what lies between is spread over the neighbours (Floyd and Steinberg). */
const cleanBlack = 64;
const cleanWhite = 208;

function blackDots(grey: Float32Array, width: number, height: number): string {
  const rowBytes = Math.ceil(width / 8);
  const bits = new Uint8Array(rowBytes * height);
  const spread = (x: number, y: number, share: number) => {
    if (x < 0 || x >= width || y >= height) return;
    const at = y * width + x;
    grey[at] = (grey[at] ?? 255) + share;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = grey[y * width + x] ?? 255;
      const isBlack = value < 128;
      if (isBlack) bits[y * rowBytes + (x >> 3)] = (bits[y * rowBytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
      if (value <= cleanBlack || value >= cleanWhite) continue;
      const error = (value - (isBlack ? 0 : 255)) / 16;
      spread(x + 1, y, error * 7);
      spread(x - 1, y + 1, error * 3);
      spread(x, y + 1, error * 5);
      spread(x + 1, y + 1, error);
    }
  }
  return Buffer.from(bits).toString('hex');
}
