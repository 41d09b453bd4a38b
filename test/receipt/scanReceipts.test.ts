/** An independent reader scans every code of the example papers: from the till's picture and from the printer's bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOfDocument } from '../../electron/command/receiptBlocks.ts';
import { receiptDocumentSchema } from '../../electron/command/receiptDocument.ts';
import { jobPicture } from '../../electron/receipt/jobPicture.ts';
import { pngOf } from '../../electron/receipt/png.ts';
import { printJobBytes } from '../../electron/receipt/printJobBytes.ts';
import type { Block } from '../../shared/receipt/blocks.ts';
import { type PrinterProfile, printerProfiles } from '../../shared/receipt/printers.ts';
import { decodeJob } from './decodeJob.ts';
import { jobImage } from './jobImage.ts';
import { missingPrograms, type ScannedCode, scanPicture } from './scanner.ts';

const missing = missingPrograms(
  ['zbarimg'],
  'that a scanner reads the codes of receipts (their bars and squares are still compared dot by dot with a second drawing)',
);

const kinds = { code128: 'CODE-128', ean13: 'EAN-13', qr: 'QR-Code' } as const;
const papers: Readonly<Record<string, PrinterProfile>> = {
  '58 mm': printerProfiles.xprinter58,
  '80 mm': printerProfiles.epson80,
};

/** The codes that a paper was made to carry. */
function codesOf(blocks: readonly Block[]): readonly ScannedCode[] {
  return blocks.flatMap((block) =>
    block.kind === 'code' ? [{ kind: kinds[block.symbology], data: block.data }] : [],
  );
}

const sorted = (codes: readonly ScannedCode[]) => codes.map(({ kind, data }) => `${kind} ${data}`).sort();

describe.skipIf(missing.length > 0)('every code of a paper can be scanned', () => {
  const examples = ['sale', 'saleWithoutCard', 'coupon', 'blocks', 'testSlip'].flatMap((example) =>
    Object.keys(papers).map((paper) => [example, paper] as const),
  );

  test.each(examples)('%s on %s', async (example, paper) => {
    const profile = papers[paper] ?? printerProfiles.epson80;
    const file = join(import.meta.dirname, `documents/${example}.json`);
    const document = receiptDocumentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const blocks = blocksOfDocument(document, profile);
    const wanted = sorted(codesOf(blocks));
    expect(wanted.length).toBeGreaterThan(2);
    expect(sorted(scanPicture(pngOf(await jobPicture(blocks, profile))))).toEqual(wanted);
    const { events } = decodeJob(await printJobBytes(blocks, profile));
    expect(sorted(scanPicture(pngOf(jobImage(events, profile))))).toEqual(wanted);
  });

  test('a code with a torn bar is not read as another one', async () => {
    const blocks: Block[] = [{ kind: 'code', symbology: 'code128', data: 'KGUNWLQAAL' }];
    const picture = await jobPicture(blocks, printerProfiles.epson80);
    const rowBytes = picture.widthDots / 8;
    for (let y = 0; y < picture.heightDots; y += 1)
      picture.bits.fill(0, y * rowBytes + 30, y * rowBytes + 34);
    expect(scanPicture(pngOf(picture))).toEqual([]);
  });
});
