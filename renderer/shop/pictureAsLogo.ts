/** Makes a PNG of at most 600 × 300 dots from any picture that the browser can show. */

const most = { width: 600, height: 300 } as const;

/** The largest size inside the frame with the picture's own proportions; a small picture stays as it is. */
export function sizeInFrame(
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  const factor = Math.min(1, most.width / width, most.height / height);
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
}

/** The PNG as base64; null when the file is no picture. */
export async function pictureAsLogo(file: File): Promise<string | null> {
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const size = sizeInFrame(picture.naturalWidth || most.width, picture.naturalHeight || most.height);
    const canvas = Object.assign(document.createElement('canvas'), size);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, size.width, size.height);
    return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}
