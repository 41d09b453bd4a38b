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
  const fits = (size: number) =>
    linesOf(text, size, box.width, widthOf) <= box.lines &&
    wordsOf(text).every((word) => widthOf(word, size) <= box.width);
  return sizes.find(fits) ?? sizes.at(-1) ?? 0;
}
