/** A table of the books: the same rows on the screen, in the accountant's file and on paper. */
import type { TFunction } from 'i18next';
import type { Format } from '../../shared/format.ts';

/** Words as they stand, or a whole figure that each place writes in its own way. */
export type Cell = string | number;

export interface BookRow {
  readonly cells: readonly Cell[];
  /** What the rows above come to. */
  readonly isTotal?: boolean;
  /** A part of the row above it. */
  readonly isPart?: boolean;
}

export interface BookBlock {
  readonly key: string;
  readonly title: string;
  /** How it is worked out, behind the question mark. */
  readonly formula?: string;
  /** One for each column; left out, the rows speak for themselves. */
  readonly headers?: readonly string[];
  /** How many columns from the left are words; the rest are figures. */
  readonly words: number;
  readonly rows: readonly BookRow[];
  /** Said under the rows. */
  readonly note?: string;
  /** Too many columns for half a page. */
  readonly isWide?: boolean;
}

/** What writing a block needs to know: the words of a language and its way to write figures. */
export interface Say {
  readonly t: TFunction;
  readonly format: Format;
}

export function cellText(cell: Cell, format: Pick<Format, 'number'>): string {
  return typeof cell === 'number' ? format.number(cell) : cell;
}

/** The blocks as rows of a file, each under its title; figures are plain digits, so that a spreadsheet adds them up. */
export function bookRows(
  title: readonly string[],
  blocks: readonly BookBlock[],
): readonly (readonly string[])[] {
  return [
    ...title.map((line) => [line]),
    ...blocks.flatMap((block) => [
      [''],
      [block.title],
      ...(block.headers === undefined ? [] : [[...block.headers]]),
      ...block.rows.map(({ cells }) => cells.map(String)),
      ...(block.note === undefined ? [] : [[block.note]]),
    ]),
  ];
}
