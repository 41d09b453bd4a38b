/** Holds the till's picture of a paper against what its print job puts there, and says in words where they differ. */
import type { Bitmap } from '../../shared/receipt/commands.ts';
import type { JobImage, PrintedBand } from './jobImage.ts';

/** The same letter of two fonts of a family: so many hundredths of each one's dots have a dot of the other beside them. */
const likeness = 70;
const cellDots = 12;
const lineDots = 30;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function isBlack({ widthDots, heightDots, bits }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return false;
  return ((bits[y * Math.ceil(widthDots / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Of the black dots in an area of one picture, how many there are, and how many have a black dot of the other beside them. */
function inkIn(one: Bitmap, other: Bitmap, area: Area): { readonly dots: number; readonly met: number } {
  let [dots, met] = [0, 0];
  for (let y = area.top; y < area.top + area.height; y += 1) {
    for (let x = area.left; x < area.left + area.width; x += 1) {
      if (!isBlack(one, x, y)) continue;
      dots += 1;
      const isMet = [-1, 0, 1].some((up) => [-1, 0, 1].some((aside) => isBlack(other, x + aside, y + up)));
      if (isMet) met += 1;
    }
  }
  return { dots, met };
}

/**
 * Every difference, one line each: the paper's width and length, letters that are missing, shifted or too many (cell by
 * cell, since the two are drawn with different fonts), and dots of bars, squares and pictures, which must be the same.
 * The empty lines before the last cut belong to the printer alone.
 */
export function pictureDifferences(picture: Bitmap, image: JobImage): readonly string[] {
  const said: string[] = [];
  const length = printedLength(image);
  if (picture.widthDots !== image.widthDots)
    said.push(`${picture.widthDots} dots wide, not ${image.widthDots}`);
  if (picture.heightDots !== length) said.push(`${picture.heightDots} dots long, not ${length}`);
  for (const band of image.bands) if (band.top < length) said.push(...differencesIn(band, picture, image));
  return said;
}

function printedLength({ bands, heightDots }: JobImage): number {
  const last = bands.findLastIndex(({ event }) => event.kind !== 'line' || event.text !== '');
  return bands[last + 1]?.top ?? heightDots;
}

function differencesIn(band: PrintedBand, picture: Bitmap, image: JobImage): readonly string[] {
  const { event, top, height } = band;
  if (event.kind === 'line') {
    const scale = event.double ? 2 : 1;
    return cellDifferences(picture, image, {
      where: `"${event.text}"`,
      left: 0,
      top,
      scale,
      height: Math.max(lineDots, height),
    });
  }
  if (event.kind !== 'barcode') return dotDifferences(picture, image, event.kind, band);
  const bars = dotDifferences(picture, image, event.data, { ...band, height: event.heightDots });
  if (event.readable === 'none') return bars;
  const below = {
    where: `the characters of ${event.data}`,
    left: band.left + Math.floor((band.width - event.data.length * cellDots) / 2),
    top: top + event.heightDots,
    scale: 1,
    height: lineDots,
  };
  return [...bars, ...cellDifferences(picture, image, below)];
}

interface Cells {
  readonly where: string;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly height: number;
}

function cellDifferences(picture: Bitmap, image: JobImage, cells: Cells): readonly string[] {
  const { where, left, top, scale, height } = cells;
  const said: string[] = [];
  const width = cellDots * scale;
  for (let x = left % width === 0 ? 0 : left; x < image.widthDots; x += width) {
    const area = { left: x, top, width, height };
    const ours = inkIn(picture, image, area);
    const printed = inkIn(image, picture, area);
    if (ours.dots > 0 !== printed.dots > 0) {
      said.push(`${where}: the cell at ${x} is ${ours.dots > 0 ? 'not empty' : 'empty'}`);
    } else if ([ours, printed].some(({ dots, met }) => met * 100 < dots * likeness)) {
      said.push(`${where}: the letter at ${x} is another one, or stands elsewhere`);
    }
  }
  return said;
}

/** One line for a whole area: where the first other dot is. */
function dotDifferences(
  picture: Bitmap,
  image: JobImage,
  where: string,
  { top, height }: Pick<Area, 'top' | 'height'>,
): readonly string[] {
  for (let y = top; y < top + height; y += 1) {
    for (let x = 0; x < image.widthDots; x += 1) {
      if (isBlack(picture, x, y) !== isBlack(image, x, y)) return [`${where}: another dot at ${x}, ${y}`];
    }
  }
  return [];
}
