/** The few kinds of blocks every printed document is made of; a print job stores them as plain JSON. */
import { z } from 'zod';
import { codePages } from './codePages.ts';

/** One line of words across the middle of the paper, bold and twice as wide and high. */
const headingBlock = z.object({ kind: z.literal('heading'), text: z.string() }).readonly();

/** A paragraph: wrapped by words, `\n` begins a new line. */
const textBlock = z
  .object({
    kind: z.literal('text'),
    text: z.string(),
    align: z.enum(['left', 'center', 'right']).optional(),
    bold: z.boolean().optional(),
  })
  .readonly();

/** Words on the left, a figure on the right. The figure is never cut. */
const rowBlock = z
  .object({
    kind: z.literal('row'),
    left: z.string(),
    right: z.string(),
    bold: z.boolean().optional(),
    size: z.enum(['normal', 'double']).optional(),
  })
  .readonly();

/** A line across the paper. */
const ruleBlock = z.object({ kind: z.literal('rule') }).readonly();

export const symbologies = ['code128', 'ean13', 'qr'] as const;

/** A code to scan; `caption` is printed under it. A square is at least `leastDots` wide where somebody asks for it. */
const codeBlock = z
  .object({
    kind: z.literal('code'),
    symbology: z.enum(symbologies),
    data: z.string(),
    caption: z.string().optional(),
    leastDots: z.int().min(1).max(576).optional(),
  })
  .readonly();

/**
 * A black-and-white picture, one bit per dot, rows from the top, each row filled up to whole bytes with zeros and the
 * left-most dot in the highest bit. `bitsHex` is those bytes in hexadecimal; encoded as `runs` each byte stands behind the
 * number of times that it follows itself, which keeps a logo small in every receipt that carries it.
 */
const imageBlock = z
  .object({
    kind: z.literal('image'),
    widthDots: z.int().min(1).max(576),
    heightDots: z.int().min(1).max(1200),
    bitsHex: z.string().regex(/^[0-9a-f]+$/),
    encoding: z.literal('runs').optional(),
  })
  .refine((image) => lengthOfRows(image) === Math.ceil(image.widthDots / 8) * image.heightDots * 2, {
    message: 'bitsHex must hold every row of the picture',
  })
  .readonly();

interface Bits {
  readonly bitsHex: string;
  readonly encoding?: 'runs' | undefined;
}

/** Four hexadecimal digits a run: how often, 01 to ff, and the byte. */
const runPattern = /(..)(..)/g;

function lengthOfRows({ bitsHex, encoding }: Bits): number {
  if (encoding === undefined) return bitsHex.length;
  if (bitsHex.length % 4 !== 0) return -1;
  let digits = 0;
  for (const [, count = ''] of bitsHex.matchAll(runPattern)) digits += Number.parseInt(count, 16) * 2;
  return digits;
}

/** The rows of a picture in plain hexadecimal, however they are kept. */
export function rowsOfPicture({ bitsHex, encoding }: Bits): string {
  if (encoding === undefined) return bitsHex;
  return bitsHex.replace(runPattern, (_, count: string, byte: string) =>
    byte.repeat(Number.parseInt(count, 16)),
  );
}

/**
 * The picture as `image` block, in whichever of the two ways is shorter.
 *
 * | rows in hexadecimal | kept as           |
 * |---------------------|-------------------|
 * | 0000000000ff        | 050001ff, as runs |
 * | 12345678            | 12345678          |
 */
export function pictureBlock(picture: {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bitsHex: string;
}): Extract<Block, { kind: 'image' }> {
  const runs = picture.bitsHex.replace(/(..)\1{0,254}/g, (run, byte: string) => {
    const count = run.length / 2;
    return count.toString(16).padStart(2, '0') + byte;
  });
  return runs.length < picture.bitsHex.length
    ? { kind: 'image', ...picture, bitsHex: runs, encoding: 'runs' }
    : { kind: 'image', ...picture };
}

/** Empty lines. */
const feedBlock = z.object({ kind: z.literal('feed'), lines: z.int().min(1).max(20) }).readonly();

/**
 * The end of a paper; printers without a cutter feed up to the tear bar instead. `isTried` sends the cut to any printer: at
 * set-up nobody knows yet whether it has one.
 */
const cutBlock = z.object({ kind: z.literal('cut'), isTried: z.boolean().optional() }).readonly();

/**
 * One line as bytes of a page, whatever the printer's profile says, and never wrapped: the calibration slip shows by it which
 * page the printer has and how many characters stand on its line. Every character must be on `codePage`.
 */
const pageTryBlock = z
  .object({
    kind: z.literal('pageTry'),
    text: z.string(),
    codePage: z.enum(codePages),
    codePageNumber: z.int().min(0).max(255),
  })
  .readonly();

export const blockSchema = z.union([
  headingBlock,
  textBlock,
  rowBlock,
  ruleBlock,
  codeBlock,
  imageBlock,
  feedBlock,
  cutBlock,
  pageTryBlock,
]);
export const blocksSchema = z.array(blockSchema).readonly();

export type Block = z.infer<typeof blockSchema>;
export type Symbology = (typeof symbologies)[number];
