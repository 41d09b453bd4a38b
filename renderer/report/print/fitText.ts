/** How large words may be so that they stand in a box of so many lines. */

export interface TextBox {
  readonly width: number;
  readonly lines: number;
}

/** How wide a text is at a size, in the unit of the box. */
export type WidthOf = (text: string, size: number) => number;

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);

/** How many lines words take when each line holds as many of them as fit; a word wider than a line takes it alone. */
function linesOf(text: string, size: number, width: number, widthOf: WidthOf): number {
  let lines = 1;
  let line = '';
  for (const word of wordsOf(text)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > width) {
      lines += 1;
      line = word;
    } else line = longer;
  }
  return lines;
}

/**
 * The largest of the sizes at which the words stand in the box and no word is broken; the last one when none is small
 * enough. Sizes come largest first.
 */
export function fittingSize(text: string, box: TextBox, sizes: readonly number[], widthOf: WidthOf): number {
  return sizes.find((size) => fitsAt(text, size, box, widthOf)) ?? sizes.at(-1) ?? 0;
}

function fitsAt(text: string, size: number, box: TextBox, widthOf: WidthOf): boolean {
  return (
    linesOf(text, size, box.width, widthOf) <= box.lines &&
    wordsOf(text).every((word) => widthOf(word, size) <= box.width)
  );
}

/** So many lines at one of these sizes, largest first. */
export interface LinesAtSizes {
  readonly lines: number;
  readonly sizes: readonly number[];
}

/**
 * The first of these ways in which the words stand without breaking one: few lines in large type before more lines in
 * smaller type. The smallest of the last way when none is small enough.
 */
export function fittingLines(
  text: string,
  width: number,
  ways: readonly LinesAtSizes[],
  widthOf: WidthOf,
): { readonly lines: number; readonly size: number } {
  const found = ways
    .map(({ lines, sizes }) => ({
      lines,
      size: sizes.find((size) => fitsAt(text, size, { width, lines }, widthOf)),
    }))
    .find(({ size }) => size !== undefined);
  const last = ways.at(-1);
  return { lines: found?.lines ?? last?.lines ?? 1, size: found?.size ?? last?.sizes.at(-1) ?? 0 };
}
