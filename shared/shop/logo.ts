/** The shop's logo: a small PNG for handouts, tags and posters. */
import { type Refused, refuse } from '../errors.ts';

/** Longest side in dots, and bytes: enough for a poster's corner, small enough to keep with every backup. */
export const logoLimits = { mostDots: 1200, mostBytes: 300_000 } as const;

export interface LogoSize {
  readonly width: number;
  readonly height: number;
}

const pngBegins = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Width and height stand in the first chunk, IHDR, as four bytes each (PNG specification, section 11.2.2). */
const headerAt = 12;
const sizeAt = 16;

/**
 * Reads the size of a PNG from its head, or says why it cannot be the logo.
 *
 * | bytes                     | answer            |
 * |---------------------------|-------------------|
 * | a PNG of 600 × 300        | 600 × 300         |
 * | a JPEG, a text, too short | LogoNotReadable   |
 * | a PNG of 1 201 × 10       | LogoTooLarge      |
 * | 300 001 bytes             | LogoTooLarge      |
 */
export function readLogo(
  bytes: Uint8Array,
):
  | LogoSize
  | Refused<'LogoNotReadable', Record<string, never>>
  | Refused<'LogoTooLarge', { readonly mostDots: number }> {
  const isPng =
    bytes.length > sizeAt + 8 &&
    pngBegins.every((byte, at) => bytes[at] === byte) &&
    String.fromCharCode(...bytes.subarray(headerAt, sizeAt)) === 'IHDR';
  if (!isPng) return refuse('LogoNotReadable', {});
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const size = { width: view.getUint32(sizeAt), height: view.getUint32(sizeAt + 4) };
  if (size.width === 0 || size.height === 0) return refuse('LogoNotReadable', {});
  const { mostDots, mostBytes } = logoLimits;
  const isTooLarge = Math.max(size.width, size.height) > mostDots || bytes.length > mostBytes;
  return isTooLarge ? refuse('LogoTooLarge', { mostDots }) : size;
}
