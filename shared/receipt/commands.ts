/**
 * Our own printer commands, byte by byte, each with the name it has in Epson's ESC/POS command reference. What an owner or
 * a product can get wrong (a code that is no code, or too wide) is answered as a refusal; a wrong argument of our own
 * throws RangeError.
 */
import { type Refused, refuse } from '../errors.ts';

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

export type CodeRefusal =
  | 'CodeEmpty'
  | 'CodeNotAscii'
  | 'CodeTooLong'
  | 'CodeTooWide'
  | 'CodeNotThirteenDigits'
  | 'WrongCheckDigit';

/** The bytes that print a symbol, how wide it stands on the paper, and the width of its narrowest bar or square. */
export interface SymbolCommand {
  readonly bytes: Uint8Array;
  readonly widthDots: number;
  readonly moduleDots: number;
}

export type SymbolAnswer = SymbolCommand | Refused<CodeRefusal>;

function byteIn(name: string, value: number, lowest: number, highest: number): number {
  if (!Number.isInteger(value) || value < lowest || value > highest) {
    throw new RangeError(`${name} must be ${lowest}–${highest}, not ${value}`);
  }
  return value;
}

function low(value: number): number {
  return value & 0xff;
}

function high(value: number): number {
  return value >> 8;
}

/**
 * ESC @ (initialise), FS . (cancel Kanji mode: Chinese printers print Cyrillic as Chinese without it), ESC M 0 (font A).
 * Begins every job, so that nothing of an aborted one leaks into it.
 */
export function initialise(): Uint8Array {
  return Uint8Array.of(ESC, 0x40, FS, 0x2e, ESC, 0x4d, 0);
}

/** ESC t n: select character code table. n differs between makers (printers.ts). */
export function selectCodePage(number: number): Uint8Array {
  return Uint8Array.of(ESC, 0x74, byteIn('code page', number, 0, 255));
}

/**
 * ESC p m t1 t2: generate pulse on the drawer kick-out connector pin 2 (m = 0) or pin 5 (m = 1); t1 and t2 are the on and
 * off times in units of 2 ms: 25 and 25, 50 ms each.
 */
export function drawerPulse(pin: 0 | 1): Uint8Array {
  return Uint8Array.of(ESC, 0x70, pin, 25, 25);
}

/** ESC a n: select justification, 0 left, 1 centred. Effective at the beginning of a line. */
export function justify(side: 'left' | 'center'): Uint8Array {
  return Uint8Array.of(ESC, 0x61, side === 'left' ? 0 : 1);
}

/** 10 mm, without the characters below. */
export const barcodeHeightDots = 80;

/** GS w n: a module is 3 dots wide where the paper allows it, else 2; narrower ones do not scan from thermal paper. */
function moduleDotsFor(modules: number, dots: number): 3 | 2 | null {
  if (modules * 3 <= dots) return 3;
  return modules * 2 <= dots ? 2 : null;
}

/** GS h (height), GS w (module width), GS f 0 (font A), GS H 2 (readable characters below), GS k m n (print, function B). */
function barcode(system: number, data: readonly number[], modules: number, dots: number): SymbolAnswer {
  const moduleDots = moduleDotsFor(modules, dots);
  if (moduleDots === null) return refuse('CodeTooWide', { modules, dots });
  const setUp = [GS, 0x68, barcodeHeightDots, GS, 0x77, moduleDots, GS, 0x66, 0, GS, 0x48, 2];
  return {
    bytes: Uint8Array.from([...setUp, GS, 0x6b, system, data.length, ...data]),
    widthDots: modules * moduleDots,
    moduleDots,
  };
}

function asciiBytes(text: string): readonly number[] | null {
  const bytes = Array.from(text, (character) => character.charCodeAt(0));
  return bytes.every((byte) => byte >= 0x20 && byte <= 0x7e) ? bytes : null;
}

/**
 * GS k 73 n: CODE128 in code set B (`{B`, a brace of the data is written `{{`). A code of c characters is 11c + 35 modules
 * wide; printers drop a wider one than the paper without a word, so it is refused here.
 *
 * | characters | 384 dots  | 576 dots  |
 * |------------|-----------|-----------|
 * | 8          | 3 dots, 369 | 3 dots, 369 |
 * | 14         | 2 dots, 378 | 3 dots, 567 |
 * | 15         | CodeTooWide | 2 dots, 400 |
 */
export function code128(data: string, dots: number): SymbolAnswer {
  if (data === '') return refuse('CodeEmpty', {});
  const bytes = asciiBytes(data);
  if (bytes === null) return refuse('CodeNotAscii', { data });
  const brace = 0x7b;
  const escaped = bytes.flatMap((byte) => (byte === brace ? [brace, brace] : [byte]));
  if (escaped.length > 253) return refuse('CodeTooLong', { data });
  return barcode(73, [brace, 0x42, ...escaped], bytes.length * 11 + 35, dots);
}

/** The check digit of the first twelve digits of an EAN-13. */
export function eanCheckDigit(twelveDigits: string): number {
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += Number(twelveDigits[index]) * (index % 2 === 0 ? 1 : 3);
  return (10 - (sum % 10)) % 10;
}

/** GS k 67 13: JAN13 (EAN) with its own check digit, which must be right. 95 modules. */
export function ean13(data: string, dots: number): SymbolAnswer {
  if (!/^[0-9]{13}$/.test(data)) return refuse('CodeNotThirteenDigits', { data });
  if (eanCheckDigit(data) !== Number(data[12])) return refuse('WrongCheckDigit', { data });
  return barcode(67, asciiBytes(data) ?? [], 95, dots);
}

/** Bytes a QR code of version 1, 2, … 20 holds at error correction level M (ISO/IEC 18004 table 7). */
const qrCapacities = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
];
const qrWidthDots = 200;
/** Epson's largest module. */
const mostQrModuleDots = 16;

/**
 * GS ( k, cn 49: function 165 (model 2), 167 (module of n dots), 169 (error correction M), 180 (store), 181 (print).
 * The module grows until the symbol is about 25 mm wide, or until it is at least `leastDots` wide where the paper allows it;
 * below 3 dots a phone cannot read it and it is refused.
 */
export function qr(data: string, dots: number, leastDots = 0): SymbolAnswer {
  if (data === '') return refuse('CodeEmpty', {});
  const bytes = asciiBytes(data);
  if (bytes === null) return refuse('CodeNotAscii', { data });
  const version = qrCapacities.findIndex((capacity) => bytes.length <= capacity) + 1;
  if (version === 0) return refuse('CodeTooLong', { data });
  const modules = 17 + 4 * version;
  const usual = Math.max(3, Math.min(8, Math.floor(qrWidthDots / modules)));
  const wished = Math.min(mostQrModuleDots, Math.max(usual, Math.ceil(leastDots / modules)));
  const moduleDots = Math.max(usual, Math.min(wished, Math.floor(dots / modules)));
  if (modules * moduleDots > dots) return refuse('CodeTooWide', { modules, dots });
  const stored = bytes.length + 3;
  return {
    bytes: Uint8Array.from([
      ...[GS, 0x28, 0x6b, 4, 0, 49, 65, 50, 0],
      ...[GS, 0x28, 0x6b, 3, 0, 49, 67, moduleDots],
      ...[GS, 0x28, 0x6b, 3, 0, 49, 69, 49],
      ...[GS, 0x28, 0x6b, low(stored), high(stored), 49, 80, 48, ...bytes],
      ...[GS, 0x28, 0x6b, 3, 0, 49, 81, 48],
    ]),
    widthDots: modules * moduleDots,
    moduleDots,
  };
}

/** A picture of one bit per dot, rows from the top, each filled up to whole bytes, left-most dot in the highest bit. */
export interface Bitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}

/** Printers hold about this many rows at once; a higher picture is sent in slices that join without a gap. */
const rowsPerSlice = 255;

/**
 * Printers obey real-time commands even inside the data of a picture: DLE EOT and DLE ENQ would make them talk, DLE DC4
 * would open the drawer. One dot more keeps the picture and breaks the command.
 */
function withoutRealTimeCommands(bits: Uint8Array): Uint8Array {
  const following: readonly (number | undefined)[] = [0x04, 0x05, 0x14];
  const safe = bits.slice();
  for (let at = bits.indexOf(DLE); at !== -1; at = bits.indexOf(DLE, at + 1)) {
    if (following.includes(bits[at + 1])) safe[at] = DLE | 1;
  }
  return safe;
}

/** GS v 0 m xL xH yL yH d…: print raster bit image, m = 0 (one dot of paper per bit), in slices of at most 255 rows. */
export function raster(bitmap: Bitmap): Uint8Array {
  const rowBytes = Math.ceil(bitmap.widthDots / 8);
  if (rowBytes < 1 || bitmap.heightDots < 1 || bitmap.bits.length !== rowBytes * bitmap.heightDots) {
    throw new RangeError('the picture and its size do not agree');
  }
  const bits = withoutRealTimeCommands(bitmap.bits);
  const slices = Math.ceil(bitmap.heightDots / rowsPerSlice);
  const bytes = new Uint8Array(bits.length + slices * 8);
  for (let slice = 0; slice < slices; slice += 1) {
    const top = slice * rowsPerSlice;
    const rows = Math.min(rowsPerSlice, bitmap.heightDots - top);
    const at = top * rowBytes + slice * 8;
    bytes.set([GS, 0x76, 0x30, 0, low(rowBytes), high(rowBytes), low(rows), high(rows)], at);
    bytes.set(bits.subarray(top * rowBytes, (top + rows) * rowBytes), at + 8);
  }
  return bytes;
}

/** DLE EOT n: real-time status, answered at once even by a printer that cannot print: 1 printer, 2 off-line cause, 4 paper. */
export function requestStatus(kind: 1 | 2 | 4): Uint8Array {
  return Uint8Array.of(DLE, 0x04, kind);
}

/** GS r 1: transmit paper sensor status, carried out in turn, so its answer says that what was sent before it is done. */
export function requestPaperInTurn(): Uint8Array {
  return Uint8Array.of(GS, 0x72, 1);
}

/**
 * GS ( H, fn 48, m = 48: "answer with this id when everything before is printed"; the only command that speaks of paper and
 * not of a buffer. `id` is four printable ASCII characters; the answer is read in replies.ts.
 */
export function requestProcessId(id: string): Uint8Array {
  const bytes = asciiBytes(id);
  if (bytes?.length !== 4) throw new RangeError('a process id is four ASCII characters');
  return Uint8Array.of(GS, 0x28, 0x48, 6, 0, 48, 48, ...bytes);
}
