/**
 * Reads the bytes of a print job as a printer would, by Epson's ESC/POS command reference, and says what came out on paper.
 * It shares nothing with the code that makes the bytes, and throws on any byte a printer would not expect.
 */
import { readBarcode, readQr, readRaster } from './decodeSymbols.ts';
import { atPowerOn, expectByte, JobReader, numberIn, unexpected } from './jobReader.ts';
import type { Of, PaperEvent, PrintedBarcode, PrintedQr, PrintedRaster } from './paperEvents.ts';

export interface DecodedJob {
  /** Everything in the order it left the printer. */
  readonly events: readonly PaperEvent[];
  /** The printed text, one entry per line feed. */
  readonly lines: readonly string[];
  readonly barcodes: readonly PrintedBarcode[];
  readonly qrCodes: readonly PrintedQr[];
  readonly rasters: readonly PrintedRaster[];
  readonly drawerKicks: readonly Of<'drawer'>[];
  readonly cuts: readonly Of<'cut'>[];
}

/** What the pages of the printers in question are called by WHATWG, by their ESC t number. */
const usualPages: Readonly<Record<number, string>> = {
  0: 'us-ascii',
  6: 'windows-1251',
  7: 'ibm866',
  17: 'ibm866',
  13: 'windows-1251',
  23: 'windows-1251',
  46: 'windows-1251',
  73: 'windows-1251',
};

/** What a printer does with the job. `pages` says what this printer's ESC t numbers mean. */
export function decodeJob(bytes: Uint8Array, pages = usualPages): DecodedJob {
  const paper = new JobReader(bytes, pages);
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

const commands: Readonly<Record<number, (paper: JobReader) => void>> = {
  10: feedLine,
  16: readDle,
  27: readEsc,
  28: (paper) => expectByte(paper, 0x2e, 'FS'),
  29: readGs,
};

function readOne(paper: JobReader): void {
  const byte = paper.next();
  const command = commands[byte];
  if (command !== undefined) {
    command(paper);
    return;
  }
  if (byte < 0x20 || byte === 0x7f) throw unexpected(paper, 'text');
  const style = { bold: paper.modes.bold, double: paper.modes.size === 0x11 };
  paper.pendingStyle ??= style;
  if (paper.pendingStyle.bold !== style.bold || paper.pendingStyle.double !== style.double) {
    throw new Error(`the style changes in the middle of a line at ${paper.at - 1}`);
  }
  paper.pending.push(byte);
}

function feedLine(paper: JobReader): void {
  const label = paper.pages[paper.modes.page];
  if (label === undefined) throw new Error(`nobody said what page ${paper.modes.page} is`);
  if (label === 'us-ascii' && paper.pending.some((byte) => byte > 0x7e)) {
    throw new Error('a byte above ASCII on an ASCII page');
  }
  const text = new TextDecoder(label).decode(Uint8Array.from(paper.pending));
  const style = paper.pendingStyle ?? { bold: false, double: false };
  paper.events.push({ kind: 'line', text, ...style, centred: paper.centred });
  paper.pending = [];
  paper.pendingStyle = null;
}

function readEsc(paper: JobReader): void {
  const modes = paper.modes;
  switch (paper.next()) {
    case 0x40:
      paper.modes = { ...atPowerOn };
      paper.pending = [];
      paper.pendingStyle = null;
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

function readGs(paper: JobReader): void {
  const modes = paper.modes;
  switch (paper.next()) {
    case 0x21:
      modes.size = paper.next();
      if (modes.size !== 0 && modes.size !== 0x11) throw unexpected(paper, 'GS !');
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
      readGsBracket(paper);
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

function readDle(paper: JobReader): void {
  expectByte(paper, 0x04, 'DLE');
  paper.events.push({ kind: 'statusRequest', command: 'DLE EOT', n: numberIn(paper, 'DLE EOT', 1, 4) });
}

/** GS ( and a letter begin commands that carry their own length: k are the two-dimensional codes, H the answers on request. */
function readGsBracket(paper: JobReader): void {
  switch (paper.next()) {
    case 0x6b:
      readQr(paper);
      return;
    case 0x48:
      readProcessId(paper);
      return;
    default:
      throw unexpected(paper, 'GS (');
  }
}

/** GS ( H, function 48: 6 bytes, fn 48, m 48, then the id of four printable characters that the answer repeats. */
function readProcessId(paper: JobReader): void {
  for (const wanted of [6, 0, 48, 48]) expectByte(paper, wanted, 'GS ( H');
  const id = Array.from({ length: 4 }, () => numberIn(paper, 'GS ( H', 0x20, 0x7e));
  paper.events.push({ kind: 'processIdRequest', id: String.fromCharCode(...id) });
}
