/** Makes a photo small enough to be kept: the middle of the picture as a square JPEG, smaller until it fits. */
import { mostPhotoBytes } from '../../shared/customer/photo.ts';

/** A face on the page is much smaller; the first edge that fits wins. */
const edgesPixels = [480, 320, 160] as const;
const jpegQuality = 0.85;

/** The part of a picture that is kept, in its own pixels: the largest square in the middle. */
export function middleSquare(
  width: number,
  height: number,
): { readonly left: number; readonly top: number; readonly edge: number } {
  const edge = Math.min(width, height);
  return { left: Math.floor((width - edge) / 2), top: Math.floor((height - edge) / 2), edge };
}

/** The photo in base64 without a head, or null for a file that is no picture this browser knows. */
export async function smallPhoto(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  const from = middleSquare(picture.width, picture.height);
  try {
    for (const most of edgesPixels) {
      const edge = Math.min(most, from.edge);
      const canvas = new OffscreenCanvas(edge, edge);
      canvas
        .getContext('2d')
        ?.drawImage(picture, from.left, from.top, from.edge, from.edge, 0, 0, edge, edge);
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
      if (jpeg.size <= mostPhotoBytes) return toBase64(new Uint8Array(await jpeg.arrayBuffer()));
    }
    return null;
  } finally {
    picture.close();
  }
}

function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return btoa(characters);
}
