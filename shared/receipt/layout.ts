/** Blocks → the lines that stand on the paper; the printer and the preview on screen both use this one layout. */
import { assertNever, isRefused } from '../errors.ts';
import type { Block, Symbology } from './blocks.ts';
import type { CodePage } from './codePages.ts';
import type { SymbolCommand } from './commands.ts';
import { foldForPrint } from './fold.ts';
import type { PrinterProfile } from './printers.ts';
import { symbolFor } from './symbols.ts';

/** A line of characters, one per column; a double line is twice as wide and high and holds half as many. */
export interface TextLine {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly double: boolean;
}

export type PrintedLine =
  | TextLine
  | {
      readonly kind: 'symbol';
      readonly symbology: Symbology;
      readonly data: string;
      readonly command: SymbolCommand;
    }
  | {
      readonly kind: 'image';
      readonly widthDots: number;
      readonly heightDots: number;
      readonly bitsHex: string;
    }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'cut' };

/** What the layout needs of a printer: its width and the page it prints with. */
export type Paper = Pick<PrinterProfile, 'columns' | 'dots' | 'codePage'>;

type Align = 'left' | 'center' | 'right';

/** A narrower left column would break every word: the figure then takes a line of its own. */
const narrowestLeftColumns = 8;

/** The lines of a document, wrapped and aligned for the paper; no line is wider than the paper. */
export function layOut(blocks: readonly Block[], paper: Paper): readonly PrintedLine[] {
  return blocks.flatMap((block) => linesOf(block, paper));
}

function linesOf(block: Block, paper: Paper): readonly PrintedLine[] {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, 'center', { bold: true, double: true }, paper);
    case 'text':
      return paragraph(
        block.text,
        block.align ?? 'left',
        { bold: block.bold ?? false, double: false },
        paper,
      );
    case 'row':
      return row(
        block.left,
        block.right,
        { bold: block.bold ?? false, double: block.size === 'double' },
        paper,
      );
    case 'rule':
      return [{ kind: 'text', text: '-'.repeat(paper.columns), bold: false, double: false }];
    case 'code':
      return codeWithCaption(block, paper);
    case 'image':
      return [croppedTo(paper.dots, block)];
    case 'feed':
    case 'cut':
      return [block];
    default:
      return assertNever(block);
  }
}

/** The symbol and its caption. A code that cannot be a symbol on this paper stands there as words, to be typed. */
function codeWithCaption(block: Extract<Block, { kind: 'code' }>, paper: Paper): readonly PrintedLine[] {
  const plain = { bold: false, double: false };
  const { symbology, data, caption } = block;
  const command = symbolFor(symbology, data, paper.dots);
  const code: readonly PrintedLine[] = isRefused(command)
    ? paragraph(data, 'center', { ...plain, bold: true }, paper)
    : [{ kind: 'symbol', symbology, data, command }];
  return caption === undefined || caption === ''
    ? code
    : [...code, ...paragraph(caption, 'center', plain, paper)];
}

/** A picture wider than the paper loses what does not fit on its right; printers would break it over two rows. */
function croppedTo(dots: number, image: Extract<Block, { kind: 'image' }>): PrintedLine {
  if (image.widthDots <= dots) return image;
  const hexPerRow = Math.ceil(image.widthDots / 8) * 2;
  const rows = Array.from({ length: image.heightDots }, (_, row) =>
    image.bitsHex.slice(row * hexPerRow, row * hexPerRow + dots / 4),
  );
  return { ...image, widthDots: dots, bitsHex: rows.join('') };
}

type Style = Pick<TextLine, 'bold' | 'double'>;

function widthOf(style: Style, paper: Paper): number {
  return style.double ? Math.floor(paper.columns / 2) : paper.columns;
}

function paragraph(text: string, align: Align, style: Style, paper: Paper): readonly TextLine[] {
  const width = widthOf(style, paper);
  return text
    .split('\n')
    .flatMap((part) => wrapWords(part, width, paper.codePage))
    .map((line) => ({ kind: 'text', text: aligned(line, align, width), ...style }));
}

/**
 * Left words wrap in their own column; the figure stands at the right edge of the last line. A figure that leaves no room
 * for words takes its own line, and one wider than the paper is broken, never cut.
 *
 * | 32 columns: left                       | right  | lines                                                   |
 * |----------------------------------------|--------|---------------------------------------------------------|
 * | Non                                    | 4 000  | `Non                        4 000`                       |
 * | Sut Nestle 3,2% 1 litr paket           | 14 000 | `Sut Nestle 3,2% 1 litr` / `paket                     14 000` |
 */
function row(left: string, right: string, style: Style, paper: Paper): readonly TextLine[] {
  const width = widthOf(style, paper);
  const figures = wrapWords(right.replaceAll('\n', ' ').trim(), width, paper.codePage);
  const figure = figures[0] ?? '';
  const leftWidth = figure === '' ? width : width - columnsOf(figure) - 1;
  const wide = wrapWords(left.replaceAll('\n', ' '), width, paper.codePage);
  const narrow = leftWidth < 1 ? wide : wrapWords(left.replaceAll('\n', ' '), leftWidth, paper.codePage);
  const fits = figures.length === 1 && leftWidth >= Math.min(narrowestLeftColumns, columnsOf(wide.join(' ')));
  const lines = fits
    ? [...narrow.slice(0, -1), spread(narrow.at(-1) ?? '', figure, width)]
    : [...wide, ...figures.map((part) => aligned(part, 'right', width))];
  return lines.map((text) => ({ kind: 'text', text, ...style }));
}

function spread(left: string, right: string, width: number): string {
  return (left + ' '.repeat(width - columnsOf(left) - columnsOf(right)) + right).trimEnd();
}

function aligned(line: string, align: Align, width: number): string {
  const free = width - columnsOf(line);
  if (align === 'left') return line;
  return ' '.repeat(align === 'right' ? free : Math.floor(free / 2)) + line;
}

/**
 * Breaks a paragraph at its spaces and keeps the spaces it begins with, as an indent of all its lines. A no-break space
 * (also the thin ones inside numbers) never breaks, and only a word wider than the paper is broken inside. Answers at
 * least one line.
 */
function wrapWords(text: string, width: number, page: CodePage): readonly string[] {
  const indent = Math.min(/^ */.exec(text)?.[0].length ?? 0, Math.floor(width / 4));
  const words = text.split(/[ \t]+/).map((word) => foldForPrint(word, page));
  const lines = fillLines(words, width - indent);
  return lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
}

function fillLines(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (word === '') continue;
    if (columnsOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = piecesOf(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

function piecesOf(word: string, width: number): readonly string[] {
  const characters = charactersOf(word);
  const pieces: string[] = [];
  for (let start = 0; start < characters.length; start += width) {
    pieces.push(characters.slice(start, start + width).join(''));
  }
  return pieces;
}

/** The characters of a line, each with the combining marks that sit on it: what takes one column. */
export function charactersOf(line: string): readonly string[] {
  return line.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/** How many columns a line takes. */
export function columnsOf(line: string): number {
  return charactersOf(line).length;
}
