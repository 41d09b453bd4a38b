/** A QR code as a picture file: what is sent in a message. */
import { toCanvas } from 'bwip-js/browser';

const scale = 12;

/** A PNG of about 400 dots across with a white margin, so that every phone reads it also on a dark screen. */
export async function qrPicture(text: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  toCanvas(canvas, { bcid: 'qrcode', text, scale, padding: 4, backgroundcolor: 'FFFFFF' });
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}
