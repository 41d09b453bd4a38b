/**
 * Draws what a decoded print job leaves on the paper, as a printer would: by the commands alone, with letters, bars and
 * places of its own. It shares nothing with the till's own drawing, so that each can be held against the other.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import bwip from 'bwip-js/generic';
import { root } from '../../electron/shell/root.ts';
import type { PaperEvent, PrintedBarcode, PrintedQr, PrintedRaster, PrintedText } from './paperEvents.ts';
import { code128Widths, ean13Widths } from './symbolBars.ts';

/** The head of the printer: dots across, and characters of its normal font across. */
export interface PrinterHead {
  readonly dots: number;
  readonly columns: number;
}

/** A strip of the paper that one event printed; `left` and `width` are where its dots may stand. */
export interface PrintedBand {
  readonly event: PaperEvent;
  readonly top: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
}

export interface JobImage {
  readonly widthDots: number;
  readonly heightDots: number;
  /** One bit a dot, rows from the top, each filled up to whole bytes. */
  readonly bits: Uint8Array;
  readonly bands: readonly PrintedBand[];
}

const cell = { width: 12, height: 24 } as const;
/** A line feed moves the paper by this much, or by the height of the line where that is more. */
const lineSpacing = 30;
/** Characters of font A stand on this row of their cell. */
const baseline = 19;

const fonts = join(root, 'node_modules', 'dejavu-fonts-ttf', 'ttf');
GlobalFonts.register(readFileSync(join(fonts, 'DejaVuSansMono.ttf')), 'printer');
GlobalFonts.register(readFileSync(join(fonts, 'DejaVuSansMono-Bold.ttf')), 'printer bold');

interface Drawn {
  readonly width: number;
  readonly height: number;
  /** How far the paper moves on. */
  readonly feed: number;
  readonly draw: (context: SKRSContext2D, left: number, top: number) => void;
}

/** Everything that the events print; throws where a printer would print nothing: a symbol wider than its head. */
export function jobImage(events: readonly PaperEvent[], head: PrinterHead): JobImage {
  const bands: (PrintedBand & Pick<Drawn, 'draw'>)[] = [];
  let top = 0;
  for (const event of events) {
    for (const { width, height, feed, draw } of drawnOf(event, head)) {
      if (width > head.dots) throw new Error(`${event.kind} of ${width} dots on a head of ${head.dots}`);
      const isCentred = 'centred' in event && event.centred;
      const left = isCentred ? Math.floor((head.dots - width) / 2) : 0;
      bands.push({ event, top, height, left, width, draw });
      top += feed;
    }
  }
  const canvas = createCanvas(head.dots, Math.max(1, top));
  const context = canvas.getContext('2d');
  for (const band of bands) band.draw(context, band.left, band.top);
  return {
    widthDots: canvas.width,
    heightDots: canvas.height,
    bits: bitsOf(canvas),
    bands: bands.map(({ draw: _, ...band }) => band),
  };
}

function drawnOf(event: PaperEvent, head: PrinterHead): readonly Drawn[] {
  switch (event.kind) {
    case 'line':
      return textRows(event, head).map((row) => drawnText(event, row));
    case 'barcode':
      return [drawnBarcode(event)];
    case 'qr':
      return [drawnQr(event)];
    case 'raster':
      return [drawnRaster(event)];
    default:
      return [];
  }
}

/** A printer goes on in the next row when a line is full. */
function textRows({ text, double }: PrintedText, { columns }: PrinterHead): readonly string[] {
  const fits = double ? Math.floor(columns / 2) : columns;
  const rows = text.match(new RegExp(`.{1,${fits}}`, 'gsu')) ?? [];
  return rows.length === 0 ? [''] : rows;
}

function drawnText({ bold, double }: Pick<PrintedText, 'bold' | 'double'>, text: string): Drawn {
  const scale = double ? 2 : 1;
  const height = cell.height * scale;
  const characters = Array.from(text);
  return {
    width: characters.length * cell.width * scale,
    height,
    feed: Math.max(lineSpacing, height),
    draw(context, left, top) {
      context.font = `${20 * scale}px "${bold ? 'printer bold' : 'printer'}"`;
      characters.forEach((character, column) => {
        context.fillText(character, left + column * cell.width * scale, top + baseline * scale);
      });
    },
  };
}

/** The readable characters stand in the middle below the bars, in font A, and take a line. */
function drawnBarcode({ system, data, moduleDots, heightDots, readable }: PrintedBarcode): Drawn {
  const widths = system === 'CODE128' ? code128Widths(data) : ean13Widths(data);
  const width = widths.reduce((sum, modules) => sum + modules, 0) * moduleDots;
  const characters = readable === 'below' ? drawnText({ bold: false, double: false }, data) : null;
  return {
    width,
    height: heightDots + (characters?.height ?? 0),
    feed: heightDots + (characters?.feed ?? 0),
    draw(context, left, top) {
      let x = left;
      widths.forEach((modules, index) => {
        if (index % 2 === 0) context.fillRect(x, top, modules * moduleDots, heightDots);
        x += modules * moduleDots;
      });
      const inset = Math.floor((width - (characters?.width ?? 0)) / 2);
      characters?.draw(context, left + inset, top + heightDots);
    },
  };
}

function drawnQr({ data, level, moduleDots }: PrintedQr): Drawn {
  const [symbol] = bwip.raw('qrcode', data, `eclevel=${level}`);
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no QR code');
  const { pixs, pixx } = symbol;
  const width = pixx * moduleDots;
  return {
    width,
    height: width,
    feed: width,
    draw(context, left, top) {
      pixs.forEach((isBlack, index) => {
        const x = left + (index % pixx) * moduleDots;
        const y = top + Math.floor(index / pixx) * moduleDots;
        if (isBlack === 1) context.fillRect(x, y, moduleDots, moduleDots);
      });
    },
  };
}

function drawnRaster({ widthDots, heightDots, bits }: PrintedRaster): Drawn {
  const rowBytes = widthDots / 8;
  return {
    width: widthDots,
    height: heightDots,
    feed: heightDots,
    draw(context, left, top) {
      for (let y = 0; y < heightDots; y += 1) {
        for (let x = 0; x < widthDots; x += 1) {
          const byte = bits[y * rowBytes + (x >> 3)] ?? 0;
          if ((byte & (0x80 >> (x & 7))) !== 0) context.fillRect(left + x, top + y, 1, 1);
        }
      }
    },
  };
}

/** Dots that are at least half black. */
function bitsOf(canvas: Canvas): Uint8Array {
  const { width, height } = canvas;
  const rgba = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const rowBytes = Math.ceil(width / 8);
  const bits = new Uint8Array(rowBytes * height);
  for (let index = 0; index < width * height; index += 1) {
    if ((rgba[index * 4 + 3] ?? 0) < 128) continue;
    const at = Math.floor(index / width) * rowBytes + ((index % width) >> 3);
    bits[at] = (bits[at] ?? 0) | (0x80 >> ((index % width) & 7));
  }
  return bits;
}
