/**
 * Reads the bytes of a print job as a printer would, by Epson's ESC/POS command reference, and says what came out on paper.
 * It shares nothing with the code that makes the bytes, and throws on any byte a printer would not expect.
 */

export type PaperEvent =
  | { kind: 'line'; text: string; bold: boolean; double: boolean; centred: boolean }
  | {
      kind: 'barcode';
      system: 'CODE128' | 'JAN13';
      data: string;
      moduleDots: number;
      heightDots: number;
      readable: 'none' | 'above' | 'below' | 'both';
      centred: boolean;
    }
  | {
      kind: 'qr';
      data: string;
      model: number;
      moduleDots: number;
      level: 'L' | 'M' | 'Q' | 'H';
      centred: boolean;
    }
  | { kind: 'raster'; widthDots: number; heightDots: number; bits: Uint8Array; centred: boolean }
  | { kind: 'drawer'; pin: 2 | 5; onMilliseconds: number; offMilliseconds: number }
  | { kind: 'cut'; partial: boolean }
  | { kind: 'statusRequest'; command: 'DLE EOT' | 'GS r'; n: number };

type Of<Kind extends PaperEvent['kind']> = Extract<PaperEvent, { kind: Kind }>;

export interface DecodedJob {
  /** Everything in the order it left the printer. */
  readonly events: readonly PaperEvent[];
  /** The printed text, one entry per line feed. */
  readonly lines: readonly string[];
  readonly barcodes: readonly Of<'barcode'>[];
  readonly qrCodes: readonly Of<'qr'>[];
  readonly rasters: readonly Of<'raster'>[];
  readonly drawerKicks: readonly Of<'drawer'>[];
  readonly cuts: readonly Of<'cut'>[];
}

/** What the pages of the printers in question are called by WHATWG, by their ESC t number. */
const usualPages: Readonly<Record<number, string>> = {
  0: 'us-ascii',
  6: 'windows-1251',
  7: 'ibm866',
  17: 'ibm866',
  23: 'windows-1251',
  46: 'windows-1251',
};

interface Modes {
  page: number;
  bold: boolean;
  size: number;
  justification: number;
  moduleDots: number;
  heightDots: number;
  hri: number;
  qrModel: number;
  qrModule: number;
  qrLevel: number;
}

const atPowerOn: Modes = {
  page: 0,
  bold: false,
  size: 0,
  justification: 0,
  moduleDots: 3,
  heightDots: 162,
  hri: 0,
  qrModel: 50,
  qrModule: 3,
  qrLevel: 48,
};

class Paper {
  readonly events: PaperEvent[] = [];
  modes: Modes = { ...atPowerOn };
  pending: number[] = [];
  pendingStyle = { bold: false, double: false };
  qrStored: string | null = null;
  readonly bytes: Uint8Array;
  readonly pages: Readonly<Record<number, string>>;
  at = 0;

  constructor(bytes: Uint8Array, pages: Readonly<Record<number, string>>) {
    this.bytes = bytes;
    this.pages = pages;
  }

  next(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Error(`the job ends inside a command at byte ${this.at}`);
    this.at += 1;
    return byte;
  }

  take(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw new Error(`the job ends inside data at byte ${this.at}`);
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  get centred(): boolean {
    return this.modes.justification === 1;
  }

  /** Symbols and pictures are only printed while no text waits for its line feed. */
  mustBeAtLineStart(command: string): void {
    if (this.pending.length > 0) throw new Error(`${command} in the middle of a line`);
  }
}

/** What a printer does with the job. `pages` says what this printer's ESC t numbers mean. */
export function decodeJob(bytes: Uint8Array, pages = usualPages): DecodedJob {
  const paper = new Paper(bytes, pages);
  while (paper.at < bytes.length) readOne(paper);
  if (paper.pending.length > 0) throw new Error('the last line was never printed');
  const of = <Kind extends PaperEvent['kind']>(kind: Kind) =>
    paper.events.filter((event): event is Of<Kind> => event.kind === kind);
  return {
    events: paper.events,
    lines: of('line').map((line) => line.text),
    barcodes: of('barcode'),
    qrCodes: of('qr'),
    rasters: of('raster'),
    drawerKicks: of('drawer'),
    cuts: of('cut'),
  };
}

const commands: Readonly<Record<number, (paper: Paper) => void>> = {
  10: feedLine,
  16: readDle,
  27: readEsc,
  28: (paper) => expectByte(paper, 0x2e, 'FS'),
  29: readGs,
};

function readOne(paper: Paper): void {
  const byte = paper.next();
  const command = commands[byte];
  if (command !== undefined) {
    command(paper);
    return;
  }
  if (byte < 0x20 || byte === 0x7f) throw unexpected(paper, 'text');
  if (paper.pending.length === 0) {
    paper.pendingStyle = { bold: paper.modes.bold, double: paper.modes.size === 0x11 };
  }
  paper.pending.push(byte);
}

function unexpected(paper: Paper, where: string): Error {
  const byte = paper.bytes[paper.at - 1] ?? -1;
  return new Error(`unexpected byte 0x${byte.toString(16)} in ${where} at ${paper.at - 1}`);
}

function expectByte(paper: Paper, wanted: number, where: string): void {
  if (paper.next() !== wanted) throw unexpected(paper, where);
}

function feedLine(paper: Paper): void {
  const label = paper.pages[paper.modes.page];
  if (label === undefined) throw new Error(`nobody said what page ${paper.modes.page} is`);
  if (label === 'us-ascii' && paper.pending.some((byte) => byte > 0x7e)) {
    throw new Error('a byte above ASCII on an ASCII page');
  }
  const text = new TextDecoder(label).decode(Uint8Array.from(paper.pending));
  paper.events.push({ kind: 'line', text, ...paper.pendingStyle, centred: paper.centred });
  paper.pending = [];
  paper.pendingStyle = { bold: false, double: false };
}

function readEsc(paper: Paper): void {
  const modes = paper.modes;
  switch (paper.next()) {
    case 0x40:
      paper.modes = { ...atPowerOn };
      paper.pending = [];
      return;
    case 0x4d:
      expectByte(paper, 0, 'ESC M');
      return;
    case 0x74:
      modes.page = paper.next();
      return;
    case 0x61:
      paper.mustBeAtLineStart('ESC a');
      modes.justification = numberIn(paper, 'ESC a', 0, 2);
      return;
    case 0x45:
      modes.bold = (paper.next() & 1) === 1;
      return;
    case 0x70: {
      const pin = numberIn(paper, 'ESC p', 0, 1) === 0 ? 2 : 5;
      const [on = 0, off = 0] = paper.take(2);
      paper.events.push({ kind: 'drawer', pin, onMilliseconds: on * 2, offMilliseconds: off * 2 });
      return;
    }
    default:
      throw unexpected(paper, 'ESC');
  }
}

function numberIn(paper: Paper, command: string, lowest: number, highest: number): number {
  const value = paper.next();
  if (value < lowest || value > highest) throw unexpected(paper, command);
  return value;
}

function readGs(paper: Paper): void {
  const modes = paper.modes;
  switch (paper.next()) {
    case 0x21:
      modes.size = paper.next();
      return;
    case 0x68:
      modes.heightDots = numberIn(paper, 'GS h', 1, 255);
      return;
    case 0x77:
      modes.moduleDots = numberIn(paper, 'GS w', 2, 6);
      return;
    case 0x48:
      modes.hri = numberIn(paper, 'GS H', 0, 3);
      return;
    case 0x66:
      numberIn(paper, 'GS f', 0, 1);
      return;
    case 0x6b:
      readBarcode(paper);
      return;
    case 0x28:
      expectByte(paper, 0x6b, 'GS (');
      readQr(paper);
      return;
    case 0x76:
      readRaster(paper);
      return;
    case 0x56:
      paper.events.push({ kind: 'cut', partial: numberIn(paper, 'GS V', 0, 1) === 1 });
      return;
    case 0x72:
      paper.events.push({ kind: 'statusRequest', command: 'GS r', n: paper.next() });
      return;
    default:
      throw unexpected(paper, 'GS');
  }
}

function readDle(paper: Paper): void {
  expectByte(paper, 0x04, 'DLE');
  paper.events.push({ kind: 'statusRequest', command: 'DLE EOT', n: numberIn(paper, 'DLE EOT', 1, 4) });
}

/** GS k function B: m, the number of bytes, the bytes. */
function readBarcode(paper: Paper): void {
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
function readQr(paper: Paper): void {
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

function printQr(paper: Paper): void {
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
function readRaster(paper: Paper): void {
  paper.mustBeAtLineStart('GS v 0');
  expectByte(paper, 0x30, 'GS v');
  expectByte(paper, 0, 'GS v 0 mode');
  const widthBytes = paper.next() + paper.next() * 256;
  const heightDots = paper.next() + paper.next() * 256;
  const bits = paper.take(widthBytes * heightDots);
  if (bits.length === 0) throw new Error('an empty picture');
  paper.events.push({ kind: 'raster', widthDots: widthBytes * 8, heightDots, bits, centred: paper.centred });
}
