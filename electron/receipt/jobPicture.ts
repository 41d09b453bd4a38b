/** Blocks and a printer's profile → the whole paper as dots: what a driver prints, and what a preview in a file shows. */
import { setImmediate } from 'node:timers/promises';
import { assertNever } from '../../shared/errors.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import type { Bitmap } from '../../shared/receipt/commands.ts';
import { layOut, type PrintedLine, type TextLine } from '../../shared/receipt/layout.ts';
import { cellWidthDots, type PrinterProfile } from '../../shared/receipt/printers.ts';
import { blacken, blank, place } from './dots.ts';
import { lineHeightDots, rasterLine } from './rasterLine.ts';
import { symbolPicture } from './symbolPicture.ts';

/** 50 m of paper at 8 dots a millimetre, more than a roll holds; 29 MB at 80 mm. */
export const longestPaperDots = 400_000;

/** After so many lines other work of the till gets its turn. */
const linesAtOnce = 40;

/** A strip across the paper with a picture on it, or an empty one. */
interface Band {
  readonly heightDots: number;
  readonly picture: Bitmap | null;
  readonly leftDots: number;
}

/**
 * The paper from its first line to its last, `profile.dots` wide: the lines of the shared layout in cells of 12 × 24 dots,
 * symbols with the modules of their commands and the characters that a printer puts below them, pictures in the middle.
 * A cut between two papers is a dashed line; the last one leaves nothing, because whoever prints the picture ends the paper
 * there. Throws RangeError for a paper longer than `longestPaperDots`.
 */
export async function jobPicture(blocks: readonly Block[], profile: PrinterProfile): Promise<Bitmap> {
  const lines = withoutLastCut(layOut(blocks, profile));
  const bands: Band[] = [];
  let heightDots = 0;
  for (const [index, line] of lines.entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) await setImmediate();
    for (const band of await bandsOf(line, profile)) {
      bands.push(band);
      heightDots += band.heightDots;
    }
    if (heightDots > longestPaperDots) throw new RangeError(`a paper of more than ${longestPaperDots} dots`);
  }
  return stacked(bands, profile.dots, Math.max(1, heightDots));
}

function withoutLastCut(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  return lines.at(-1)?.kind === 'cut' ? lines.slice(0, -1) : lines;
}

async function bandsOf(line: PrintedLine, profile: PrinterProfile): Promise<readonly Band[]> {
  switch (line.kind) {
    case 'text':
      return textBands(line, profile);
    case 'symbol': {
      const symbol = await symbolPicture(line);
      return [profile.symbolMode === 'picture' ? centredBytes(symbol, profile) : centred(symbol, profile)];
    }
    case 'image': {
      const { widthDots, heightDots, bitsHex } = line;
      const bits = Uint8Array.from(Buffer.from(bitsHex, 'hex'));
      return [centredBytes({ widthDots, heightDots, bits }, profile)];
    }
    case 'feed':
      return [empty(line.lines * lineHeightDots)];
    case 'cut':
      return [empty(lineHeightDots), band(dashes(profile.dots), 0), empty(lineHeightDots)];
    default:
      return assertNever(line);
  }
}

/** A line that tries out a page may be wider than the paper; it goes on in the next row, as in the printer. */
async function textBands(line: TextLine, { columns }: PrinterProfile): Promise<readonly Band[]> {
  const rows = line.page === undefined ? 1 : Math.max(1, Math.ceil(line.text.length / columns));
  if (rows === 1) return [band(await rasterLine(line, columns), 0)];
  const parts = Array.from({ length: rows }, (_, row) => line.text.slice(row * columns, (row + 1) * columns));
  return Promise.all(parts.map(async (text) => band(await rasterLine({ ...line, text }, columns), 0)));
}

function band(picture: Bitmap, leftDots: number): Band {
  return { heightDots: picture.heightDots, picture, leftDots };
}

function centred(picture: Bitmap, { dots }: PrinterProfile): Band {
  return band(picture, Math.floor((dots - picture.widthDots) / 2));
}

/** GS v 0 counts in bytes: printers take a picture for as wide as its whole bytes when they put it in the middle. */
function centredBytes(picture: Bitmap, profile: PrinterProfile): Band {
  return centred({ ...picture, widthDots: Math.ceil(picture.widthDots / 8) * 8 }, profile);
}

function empty(heightDots: number): Band {
  return { heightDots, picture: null, leftDots: 0 };
}

/** Two rows of dots, on for one cell and off for the next. */
function dashes(widthDots: number): Bitmap {
  const line = blank(widthDots, 2);
  for (let x = 0; x < widthDots; x += 1) {
    if (Math.floor(x / cellWidthDots) % 2 !== 0) continue;
    blacken(line, x, 0);
    blacken(line, x, 1);
  }
  return line;
}

function stacked(bands: readonly Band[], widthDots: number, heightDots: number): Bitmap {
  const paper = blank(widthDots, heightDots);
  let top = 0;
  for (const { picture, heightDots: height, leftDots } of bands) {
    if (picture !== null) place(paper, picture, leftDots, top);
    top += height;
  }
  return paper;
}
