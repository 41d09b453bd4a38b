/** Blocks → the lines that stand on the paper; the printer and the preview on screen both use this one layout. */
import { assertNever, isRefused } from '../errors.ts';
import { type Block, rowsOfPicture, type Symbology } from './blocks.ts';
import type { CodePage } from './codePages.ts';
import type { SymbolCommand } from './commands.ts';
import { foldForPrint } from './fold.ts';
import type { PrinterProfile } from './printers.ts';
import { symbolFor } from './symbols.ts';

/** A line of characters in columns; a double line is twice as wide and high and holds half as many. */
export interface TextLine {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly double: boolean;
  /** Only in a line that tries out a page: the page it is printed with. Such a line may be wider than the paper. */
  readonly page?: { readonly codePage: CodePage; readonly codePageNumber: number };
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
  | { readonly kind: 'cut'; readonly isTried?: boolean };

/** What the layout needs of a printer: its width and the page it prints with. */
export type Paper = Pick<PrinterProfile, 'columns' | 'dots' | 'codePage'>;

type Align = 'left' | 'center' | 'right';

/** A narrower left column would break every word: the figure then takes a line of its own. */
const narrowestLeftColumns = 8;

/** The lines of a document, wrapped and aligned for the paper; no line but one that tries out a page is wider than it. */
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
      return [croppedTo(paper.dots, { ...block, bitsHex: rowsOfPicture(block) })];
    case 'feed':
    case 'cut':
      return [block];
    case 'pageTry': {
      const { text, codePage, codePageNumber } = block;
      return [{ kind: 'text', text, bold: false, double: false, page: { codePage, codePageNumber } }];
    }
    default:
      return assertNever(block);
  }
}

/** The symbol and its caption. A code that cannot be a symbol on this paper stands there as words, to be typed. */
function codeWithCaption(block: Extract<Block, { kind: 'code' }>, paper: Paper): readonly PrintedLine[] {
  const plain = { bold: false, double: false };
  const { symbology, data, caption, leastDots } = block;
  const command = symbolFor(symbology, data, paper.dots, leastDots);
  const code: readonly PrintedLine[] = isRefused(command)
    ? paragraph(data, 'center', { ...plain, bold: true }, paper)
    : [{ kind: 'symbol', symbology, data, command }];
  return caption === undefined || caption === ''
    ? code
    : [...code, ...paragraph(caption, 'center', plain, paper)];
}

/** A picture wider than the paper loses what does not fit on its right; printers would break it over two rows. */
function croppedTo(
  dots: number,
  { widthDots, heightDots, bitsHex }: Omit<Extract<Block, { kind: 'image' }>, 'encoding'>,
): PrintedLine {
  const image = { kind: 'image', widthDots, heightDots, bitsHex } as const;
  if (image.widthDots <= dots) return image;
  const hexPerRow = Math.ceil(image.widthDots / 8) * 2;
  const rows = Array.from({ length: image.heightDots }, (_, row) =>
    image.bitsHex.slice(row * hexPerRow, row * hexPerRow + dots / 4),
  );
  return { ...image, widthDots: dots, bitsHex: rows.join('') };
}

type Style = Pick<TextLine, 'bold' | 'double'>;

/** A line ends as the systems and the standard of characters end it, not with `\n` alone. */
const lineEnds = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const everyLineEnd = new RegExp(lineEnds, 'g');

function widthOf(style: Style, paper: Paper): number {
  return style.double ? Math.floor(paper.columns / 2) : paper.columns;
}

function paragraph(text: string, align: Align, style: Style, paper: Paper): readonly TextLine[] {
  const width = widthOf(style, paper);
  return text
    .split(lineEnds)
    .flatMap((part) => wrapWords(part, width, paper.codePage))
    .map((line) => ({ kind: 'text', text: aligned(line, align, width), ...style }));
}

/**
 * Left words wrap in their own column; the figure stands at the right edge of the last line. A figure that leaves no room
 * for words, or would break one of them, takes its own line, and one wider than the paper is broken, never cut.
 *
 * | 32 columns: left                       | right  | lines                                                   |
 * |----------------------------------------|--------|---------------------------------------------------------|
 * | Non                                    | 4 000  | `Non                        4 000`                       |
 * | Sut Nestle 3,2% 1 litr paket           | 14 000 | `Sut Nestle 3,2% 1 litr` / `paket                     14 000` |
 */
function row(left: string, right: string, style: Style, paper: Paper): readonly TextLine[] {
  const width = widthOf(style, paper);
  const said = left.replace(everyLineEnd, ' ');
  const figures = wrapWords(right.replace(everyLineEnd, ' ').trim(), width, paper.codePage);
  const figure = figures[0] ?? '';
  const leftWidth = figure === '' ? width : width - columnsOf(figure) - 1;
  const wide = wrapWords(said, width, paper.codePage);
  const fits =
    figures.length === 1 &&
    leftWidth >= Math.min(narrowestLeftColumns, columnsOf(wide.join(' '))) &&
    breaksNoWord(said, { leftWidth, width }, paper.codePage);
  const narrow = fits ? wrapWords(said, leftWidth, paper.codePage) : [];
  const lines = fits
    ? [...narrow.slice(0, -1), spread(narrow.at(-1) ?? '', figure, width)]
    : [...wide, ...figures.map((part) => aligned(part, 'right', width))];
  return lines.map((text) => ({ kind: 'text', text, ...style }));
}

/** Whether every word stays whole in the narrower column, or would be broken on the whole width too. */
function breaksNoWord(
  text: string,
  { leftWidth, width }: { readonly leftWidth: number; readonly width: number },
  page: CodePage,
): boolean {
  const { indent, phrases } = wordsOf(text, page);
  return phrases.flat().every((word) => {
    const columns = columnsOf(word);
    return columns <= leftWidth - indentOn(leftWidth, indent) || columns > width - indentOn(width, indent);
  });
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
 * (also the thin ones inside numbers) never breaks, and only a word wider than the paper is broken inside. A label in
 * several languages breaks between them before it breaks inside one. Answers at least one line.
 */
function wrapWords(text: string, width: number, page: CodePage): readonly string[] {
  const { indent, phrases } = wordsOf(text, page);
  const spaces = indentOn(width, indent);
  const lines = fillLines(phrases, width - spaces);
  return lines.map((line) => (line === '' ? '' : ' '.repeat(spaces) + line));
}

/** What ends a phrase: the slash between the languages of a label, held to its word by a no-break space. */
const phraseEnd = '\u00a0/';

/** The words as they are printed, phrase by phrase, and the spaces in front of them. */
function wordsOf(
  text: string,
  page: CodePage,
): { readonly indent: number; readonly phrases: readonly (readonly string[])[] } {
  const phrases: string[][] = [[]];
  for (const word of text.split(/[ \t]+/)) {
    const folded = foldForPrint(word, page);
    if (folded !== '') phrases.at(-1)?.push(folded);
    if (word.endsWith(phraseEnd)) phrases.push([]);
  }
  return { indent: /^ */.exec(text)?.[0].length ?? 0, phrases };
}

function indentOn(width: number, indent: number): number {
  return Math.min(indent, Math.floor(width / 4));
}

/** A phrase that fits on a line of its own is not begun on one where it would break. */
function fillLines(phrases: readonly (readonly string[])[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const words of phrases) {
    const whole = columnsOf(words.join(' '));
    if (line !== '' && whole <= width && columnsOf(line) + 1 + whole > width) {
      lines.push(line);
      line = '';
    }
    for (const word of words) {
      const joined = line === '' ? word : `${line} ${word}`;
      if (columnsOf(joined) <= width) {
        line = joined;
        continue;
      }
      if (line !== '') lines.push(line);
      const pieces = piecesOf(word, width);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
  }
  return [...lines, line];
}

/** A word in pieces that each fit; a wide character that would stand half beyond the edge begins the next one. */
function piecesOf(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let taken = 0;
  for (const { character, columns } of cellsOf(word)) {
    if (taken + columns > width) {
      pieces.push(piece);
      piece = '';
      taken = 0;
    }
    piece += character;
    taken += columns;
  }
  return [...pieces, piece];
}

/** Flags are two letters, a hand and its colour two characters: each takes the place of one. */
const characterPattern = /\p{Regional_Indicator}{2}|\P{M}[\p{M}\p{Emoji_Modifier}]*|\p{M}+/gu;

/** Chinese, Japanese and Korean letters and pictures are twice as wide as a letter, on every screen and on paper. */
const widePattern =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\u3001-\u303e\u30a0-\u30ff\u31f0-\u33ff\uffe0-\uffe6]/u;
const plainLetters = /^[\x20-\x7e]*$/;

/** A character of a line, with the combining marks that sit on it, and the columns that it takes. */
export interface Cell {
  readonly character: string;
  readonly columns: 1 | 2;
}

/** The cells of a line from the left. */
export function cellsOf(line: string): readonly Cell[] {
  return (line.match(characterPattern) ?? []).map((character) => ({
    character,
    columns: widePattern.test(character) ? 2 : 1,
  }));
}

/** How many columns a line takes. */
export function columnsOf(line: string): number {
  if (plainLetters.test(line)) return line.length;
  return cellsOf(line).reduce((sum, { columns }) => sum + columns, 0);
}
