/** What may be kept as a customer's photo, told by its bytes and not by its name. */
import { type Refused, refuse } from '../errors.ts';

/** Enough for a face on the screen; a phone's photo is made smaller before it is sent. */
export const mostPhotoBytes = 200_000;

const beginnings = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
} as const;

export type PhotoKind = keyof typeof beginnings;

/**
 * The kind of a photo. `PhotoTooLarge` above 200 000 bytes, `PhotoNotUnderstood` for whatever does not begin as PNG or JPEG.
 *
 * | begins with      | answers            |
 * |------------------|--------------------|
 * | 89 50 4E 47 …    | png                |
 * | FF D8 FF …       | jpeg               |
 * | 47 49 46 (a GIF) | PhotoNotUnderstood |
 */
export function readPhoto(
  bytes: Uint8Array,
): { readonly kind: PhotoKind } | Refused<'PhotoTooLarge'> | Refused<'PhotoNotUnderstood'> {
  if (bytes.length > mostPhotoBytes) return refuse('PhotoTooLarge', {});
  for (const kind of ['png', 'jpeg'] as const) {
    if (beginnings[kind].every((byte, index) => bytes[index] === byte)) return { kind };
  }
  return refuse('PhotoNotUnderstood', {});
}
