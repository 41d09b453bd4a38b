/** Reads the commands of a print job that print barcodes, QR codes and pictures. */
import { expectByte, type JobReader } from './jobReader.ts';

/** GS k function B: m, the number of bytes, the bytes. */
export function readBarcode(paper: JobReader): void {
  paper.mustBeAtLineStart('GS k');
  const system = paper.next();
  const data = Array.from(paper.take(paper.next()));
  const { moduleDots, heightDots, hri } = paper.modes;
  const readable = (['none', 'above', 'below', 'both'] as const)[hri] ?? 'none';
  const common = { kind: 'barcode', moduleDots, heightDots, readable, centred: paper.centred } as const;
  if (system === 73) {
    paper.events.push({ ...common, system: 'CODE128', data: readCode128(data) });
  } else if (system === 67) {
    paper.events.push({ ...common, system: 'JAN13', data: readJan13(data) });
  } else {
    throw new Error(`barcode system ${system}`);
  }
}

/** Begins with `{A`, `{B` or `{C`; in set B `{{` is one brace. */
function readCode128(data: readonly number[]): string {
  const text = String.fromCharCode(...data);
  if (!text.startsWith('{B')) throw new Error(`CODE128 without its code set: ${text}`);
  const characters = text.slice(2).replaceAll('{{', '\u0000');
  if (characters === '' || characters.includes('{')) throw new Error(`CODE128 data: ${text}`);
  return characters.replaceAll('\u0000', '{');
}

function readJan13(data: readonly number[]): string {
  const text = String.fromCharCode(...data);
  if (!/^[0-9]{12,13}$/.test(text)) throw new Error(`JAN13 data: ${text}`);
  return text;
}

/** GS ( k pL pH cn fn …: cn 49 is QR Code. */
export function readQr(paper: JobReader): void {
  const length = paper.next() + paper.next() * 256;
  const [cn, fn, ...parameters] = paper.take(length);
  if (cn !== 49) throw new Error(`two-dimensional code ${cn}`);
  const [n = -1] = parameters;
  if (fn === 65 && length === 4 && parameters[1] === 0) paper.modes.qrModel = n;
  else if (fn === 67 && length === 3 && n >= 1 && n <= 16) paper.modes.qrModule = n;
  else if (fn === 69 && length === 3 && n >= 48 && n <= 51) paper.modes.qrLevel = n;
  else if (fn === 80 && length >= 4 && n === 48) paper.qrStored = String.fromCharCode(...parameters.slice(1));
  else if (fn === 81 && length === 3 && n === 48) printQr(paper);
  else throw new Error(`GS ( k function ${fn} of length ${length}`);
}

function printQr(paper: JobReader): void {
  paper.mustBeAtLineStart('GS ( k');
  if (paper.qrStored === null) throw new Error('a QR code was printed before one was stored');
  paper.events.push({
    kind: 'qr',
    data: paper.qrStored,
    model: paper.modes.qrModel - 48,
    moduleDots: paper.modes.qrModule,
    level: (['L', 'M', 'Q', 'H'] as const)[paper.modes.qrLevel - 48] ?? 'L',
    centred: paper.centred,
  });
}

/** GS v 0 m xL xH yL yH: x bytes across, y dots down. */
export function readRaster(paper: JobReader): void {
  paper.mustBeAtLineStart('GS v 0');
  expectByte(paper, 0x30, 'GS v');
  expectByte(paper, 0, 'GS v 0 mode');
  const widthBytes = paper.next() + paper.next() * 256;
  const heightDots = paper.next() + paper.next() * 256;
  const bits = paper.take(widthBytes * heightDots);
  if (bits.length === 0) throw new Error('an empty picture');
  paper.events.push({ kind: 'raster', widthDots: widthBytes * 8, heightDots, bits, centred: paper.centred });
}
