/** Draws a line of text as dots, for letters that no printer page holds, such as the Uzbek қ ғ ҳ. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bitmap } from '../../shared/receipt/commands.ts';
import { type Cell, cellsOf, type TextLine } from '../../shared/receipt/layout.ts';
import { cellHeightDots, cellWidthDots } from '../../shared/receipt/printers.ts';
import { blacken, blank } from './dots.ts';

const fontFile = join('resources', 'fonts', 'DejaVuSansMono-Bold.ttf');
const fontFamily = 'Daftar receipt';
/** At 20 dots a letter of DejaVu Sans Mono is 12 dots wide: exactly one cell. */
const fontSizeDots = 20;
const baselineDots = 19;
/** Bold letters are printed twice, so far apart: heavier, and the figures stay open. */
const boldShiftDots = 0.5;
/** Printers leave these dots between two lines of normal text; a double line they set solid. */
const leadingDots = 6;
/** From the top of one line of normal text to the top of the next. */
export const lineHeightDots = cellHeightDots + leadingDots;

type Canvas = typeof import('@napi-rs/canvas');
let loading: Promise<Canvas> | undefined;

/** Loads canvas and font at the first line that needs them; a till whose receipts never do stays without. */
function loadCanvas(): Promise<Canvas> {
  loading ??= import('@napi-rs/canvas').then((canvas) => {
    canvas.GlobalFonts.register(readFileSync(findFont()), fontFamily);
    return canvas;
  });
  return loading;
}

/** The font stands beside the program: two folders up from here, and elsewhere again when the program is bundled. */
function findFont(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, fontFile))) {
    const parent = dirname(directory);
    if (parent === directory) throw new Error(`${fontFile} is missing from the installation`);
    directory = parent;
  }
  return join(directory, fontFile);
}

/**
 * The line as black dots, one cell of 12 × 24 dots per column (24 × 48 for a double line), so that its columns stand
 * exactly under those of printed text, and the leading of a text line below a normal one. Bold letters are printed twice.
 * A character wider than its cells is cut at their edge.
 */
export async function rasterLine(
  { text, double, bold = false }: Pick<TextLine, 'text' | 'double'> & { readonly bold?: boolean },
  columns: number,
): Promise<Bitmap> {
  const canvas = await loadCanvas();
  const scale = double ? 2 : 1;
  const line = blank(columns * cellWidthDots, double ? cellHeightDots * scale : lineHeightDots);
  let left = 0;
  for (const cell of cellsOf(text)) {
    for (const { x, y } of glyph(canvas, cell, { scale, bold })) blacken(line, left + x, y);
    left += cell.columns * cellWidthDots * scale;
  }
  return line;
}

interface Dot {
  readonly x: number;
  readonly y: number;
}

interface Cut {
  readonly scale: number;
  readonly bold: boolean;
}

/** The letters of a few receipts; drawing each once keeps a receipt of pictures from holding the till up. */
const glyphs = new Map<string, readonly Dot[]>();
const mostGlyphs = 1000;

function glyph(canvas: Canvas, cell: Cell, cut: Cut): readonly Dot[] {
  const key = `${cut.scale}${cut.bold ? 'b' : 'n'}${cell.character}`;
  const known = glyphs.get(key);
  if (known !== undefined) return known;
  if (glyphs.size >= mostGlyphs) glyphs.clear();
  const drawn = drawGlyph(canvas, cell, cut);
  glyphs.set(key, drawn);
  return drawn;
}

/**
 * The black dots of a character in its cell; Chinese letters and pictures take two. Half-covered dots and darker ones print
 * black.
 */
function drawGlyph({ createCanvas }: Canvas, cell: Cell, { scale, bold }: Cut): readonly Dot[] {
  const width = cell.columns * cellWidthDots * scale;
  const height = cellHeightDots * scale;
  const context = createCanvas(width, height).getContext('2d');
  context.font = `${fontSizeDots * scale}px "${fontFamily}"`;
  context.fillText(cell.character, 0, baselineDots * scale);
  if (bold) context.fillText(cell.character, boldShiftDots * scale, baselineDots * scale);
  const rgba = context.getImageData(0, 0, width, height).data;
  const dots: Dot[] = [];
  for (let index = 0; index < width * height; index += 1) {
    // The canvas is transparent where nothing was drawn.
    const opacity = rgba[index * 4 + 3] ?? 0;
    if (opacity >= 128) dots.push({ x: index % width, y: Math.floor(index / width) });
  }
  return dots;
}
