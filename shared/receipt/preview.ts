/** The paper as plain data, for a preview on screen drawn from the same layout and the same symbols as the print. */
import { z } from 'zod';
import { type Block, symbologies } from './blocks.ts';
import { canEncode } from './codePages.ts';
import { layOut, type PrintedLine } from './layout.ts';
import type { PrinterProfile } from './printers.ts';

/**
 * The rows of the preview from the top. Text stands in a grid of `columns` equal cells, a double row in half as many;
 * `asPicture` says that the printer's page lacks a letter of it. Symbols and pictures are centred: `widthShare` is their
 * part of the paper's width, 0–1, and `caption` the characters the printer puts under a symbol by itself.
 */
export const previewSchema = z.object({
  columns: z.int(),
  rows: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('text'),
        text: z.string(),
        bold: z.boolean(),
        double: z.boolean(),
        asPicture: z.boolean(),
      }),
      z.object({
        kind: z.literal('code'),
        symbology: z.enum(symbologies),
        data: z.string(),
        caption: z.string(),
        widthShare: z.number(),
      }),
      z.object({
        kind: z.literal('image'),
        widthDots: z.int(),
        heightDots: z.int(),
        bitsHex: z.string(),
        widthShare: z.number(),
      }),
      z.object({ kind: z.literal('cut') }),
    ]),
  ),
});
export type Preview = z.infer<typeof previewSchema>;
export type PreviewRow = Preview['rows'][number];

/** What the printer with this profile would put on paper for these blocks. */
export function previewOf(blocks: readonly Block[], profile: PrinterProfile): Preview {
  return {
    columns: profile.columns,
    rows: layOut(blocks, profile).flatMap((line) => previewRows(line, profile)),
  };
}

function previewRows(line: PrintedLine, profile: PrinterProfile): readonly PreviewRow[] {
  switch (line.kind) {
    case 'text': {
      if (line.page !== undefined) return brokenByPrinter(line.text, profile.columns);
      const asPicture = profile.imageMode === 'whole' || !canEncode(line.text, profile.codePage);
      return [{ ...line, asPicture }];
    }
    case 'symbol': {
      const { symbology, data } = line;
      const widthShare = line.command.widthDots / profile.dots;
      return [{ kind: 'code', symbology, data, caption: symbology === 'qr' ? '' : data, widthShare }];
    }
    case 'image':
      return [{ ...line, widthShare: line.widthDots / profile.dots }];
    case 'feed':
      return Array.from({ length: line.lines }, () => emptyRow);
    default:
      return [line];
  }
}

/** A line that is wider than the paper goes on in the next row, as in the printer. */
function brokenByPrinter(text: string, columns: number): readonly PreviewRow[] {
  const rows = Math.max(1, Math.ceil(text.length / columns));
  return Array.from({ length: rows }, (_, row) => ({
    ...emptyRow,
    text: text.slice(row * columns, (row + 1) * columns),
  }));
}

const emptyRow: PreviewRow = { kind: 'text', text: '', bold: false, double: false, asPicture: false };
