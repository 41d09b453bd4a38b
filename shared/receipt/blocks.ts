/** The few kinds of blocks every printed document is made of; a print job stores them as plain JSON. */
import { z } from 'zod';

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

/** A code to scan; `caption` is printed under it. */
const codeBlock = z
  .object({
    kind: z.literal('code'),
    symbology: z.enum(symbologies),
    data: z.string(),
    caption: z.string().optional(),
  })
  .readonly();

/**
 * A black-and-white picture, one bit per dot, rows from the top, each row filled up to whole bytes with zeros and the
 * left-most dot in the highest bit. `bitsHex` is those bytes in hexadecimal.
 */
const imageBlock = z
  .object({
    kind: z.literal('image'),
    widthDots: z.int().min(1).max(576),
    heightDots: z.int().min(1).max(1200),
    bitsHex: z.string().regex(/^[0-9a-f]+$/),
  })
  .refine((image) => image.bitsHex.length === Math.ceil(image.widthDots / 8) * image.heightDots * 2, {
    message: 'bitsHex must hold every row of the picture',
  })
  .readonly();

/** Empty lines. */
const feedBlock = z.object({ kind: z.literal('feed'), lines: z.int().min(1).max(20) }).readonly();

/** The end of a paper; printers without a cutter feed up to the tear bar instead. */
const cutBlock = z.object({ kind: z.literal('cut') }).readonly();

export const blockSchema = z.union([
  headingBlock,
  textBlock,
  rowBlock,
  ruleBlock,
  codeBlock,
  imageBlock,
  feedBlock,
  cutBlock,
]);
export const blocksSchema = z.array(blockSchema).readonly();

export type Block = z.infer<typeof blockSchema>;
export type Symbology = (typeof symbologies)[number];
