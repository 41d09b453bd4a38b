import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOfDocument } from '../../../electron/command/receiptBlocks.ts';
import { receiptDocumentSchema } from '../../../electron/command/receiptDocument.ts';
import { jobPicture, longestPaperDots } from '../../../electron/receipt/jobPicture.ts';
import { pngOf } from '../../../electron/receipt/png.ts';
import { printJobBytes } from '../../../electron/receipt/printJobBytes.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import type { Bitmap } from '../../../shared/receipt/commands.ts';
import { type PrinterProfile, printerProfiles } from '../../../shared/receipt/printers.ts';
import { testSlip } from '../../../shared/receipt/testSlip.ts';
import { languages } from '../../../shared/text.ts';
import { decodeJob } from '../../receipt/decodeJob.ts';
import { type JobImage, jobImage } from '../../receipt/jobImage.ts';
import { isBlack, pictureDifferences } from '../../receipt/pictureDifferences.ts';

const narrow: PrinterProfile = printerProfiles.xprinter58;
const wide: PrinterProfile = printerProfiles.xprinter80;
const fortyTwo: PrinterProfile = { ...wide, columns: 42, dots: 512 };
const pages = { '58 mm': narrow, '80 mm': wide, '42 columns': fortyTwo } as const;
/** A folder in which the pictures are kept to be looked at. */
const album = process.env.RECEIPT_PICTURES;

function saleIn(language: string, profile: PrinterProfile): readonly Block[] {
  const file = join(import.meta.dirname, '../../receipt/documents/sale.json');
  const document = receiptDocumentSchema.parse({ ...JSON.parse(readFileSync(file, 'utf8')), language });
  return blocksOfDocument(document, profile);
}

async function drawnBothWays(
  blocks: readonly Block[],
  profile: PrinterProfile,
): Promise<{ picture: Bitmap; image: JobImage }> {
  const { events } = decodeJob(await printJobBytes(blocks, profile));
  return { picture: await jobPicture(blocks, profile), image: jobImage(events, profile) };
}

function keep(name: string, drawn: { picture: Bitmap; image: JobImage }): void {
  if (album === undefined) return;
  mkdirSync(album, { recursive: true });
  writeFileSync(join(album, `${name}-picture.png`), pngOf(drawn.picture));
  writeFileSync(join(album, `${name}-job.png`), pngOf(drawn.image));
}

describe('the picture of a receipt is the receipt', () => {
  const sheets = Object.entries(pages).flatMap(([paper, profile]) =>
    languages.map((language) => [language, paper, profile] as const),
  );

  test.each(sheets)(
    'in %s on %s: the same lines, columns and codes as the printer prints',
    async (...sheet) => {
      const [language, paper, profile] = sheet;
      const drawn = await drawnBothWays(saleIn(language, profile), profile);
      keep(`sale-${language}-${paper.replace(' ', '')}`, drawn);
      expect(pictureDifferences(drawn.picture, drawn.image)).toEqual([]);
      expect(drawn.picture.widthDots).toBe(profile.dots);
      const kinds = new Set(drawn.image.bands.map(({ event }) => event.kind));
      expect([...kinds].sort()).toEqual(['barcode', 'line', 'qr', ...(language === 'uz' ? ['raster'] : [])]);
    },
  );

  test('also with every line sent as a picture, and on the test slip', async () => {
    for (const profile of [narrow, wide]) {
      const slip = await drawnBothWays(testSlip(profile), profile);
      keep(`slip-${profile.columns}`, slip);
      expect(pictureDifferences(slip.picture, slip.image)).toEqual([]);
      const whole: PrinterProfile = { ...profile, imageMode: 'whole' };
      const drawn = await drawnBothWays(saleIn('ru', whole), whole);
      expect(pictureDifferences(drawn.picture, drawn.image)).toEqual([]);
    }
  });

  test('also where the printer knows no codes and gets them as pictures', async () => {
    for (const profile of [narrow, wide, fortyTwo]) {
      const drawing: PrinterProfile = { ...profile, symbolMode: 'picture' };
      const drawn = await drawnBothWays(saleIn('en', drawing), drawing);
      expect(pictureDifferences(drawn.picture, drawn.image)).toEqual([]);
      expect(drawn.image.bands.filter(({ event }) => event.kind === 'raster')).toHaveLength(4);
    }
  });

  test('a picture of a width that is no whole number of bytes stands where the printer puts it', async () => {
    const bitsHex = 'ffc0'.repeat(3);
    const { picture, image } = await drawnBothWays(
      [{ kind: 'image', widthDots: 10, heightDots: 3, bitsHex }],
      narrow,
    );
    expect(pictureDifferences(picture, image)).toEqual([]);
  });

  test('a line that tries out a page and is wider than the paper goes on in the next row of both', async () => {
    const text = `48 ${'-'.repeat(44)}>`;
    const blocks: Block[] = [{ kind: 'pageTry', text, codePage: 'ascii', codePageNumber: 0 }];
    const { picture, image } = await drawnBothWays(blocks, narrow);
    expect(pictureDifferences(picture, image)).toEqual([]);
    expect(picture.heightDots).toBe(60);
  });
});

/** Another picture, every dot of which is asked for. */
function redrawn(
  picture: Bitmap,
  black: (x: number, y: number) => boolean,
  rows = picture.heightDots,
): Bitmap {
  const rowBytes = Math.ceil(picture.widthDots / 8);
  const bits = new Uint8Array(rowBytes * rows);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < picture.widthDots; x += 1) {
      const at = y * rowBytes + (x >> 3);
      if (black(x, y)) bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthDots: picture.widthDots, heightDots: rows, bits };
}

describe('a picture that is not the receipt is found out', () => {
  const drawn = drawnBothWays(saleIn('uz', narrow), narrow);
  const bandOf = async (kind: string, text = '') => {
    const { image } = await drawn;
    const found = image.bands.find(
      ({ event }) => event.kind === kind && (event.kind !== 'line' || event.text.includes(text)),
    );
    if (found === undefined) throw new Error(`no ${kind}`);
    return found;
  };
  const differences = async (change: (picture: Bitmap) => Bitmap) => {
    const { picture, image } = await drawn;
    return pictureDifferences(change(picture), image);
  };

  test.each([
    ['by a whole column', 12],
    ['by a quarter of a column', 3],
  ])('a line that stands further right %s', async (_, dots) => {
    const { top, height } = await bandOf('line', 'Kassir');
    const shifted = await differences((picture) =>
      redrawn(picture, (x, y) => isBlack(picture, y >= top && y < top + height ? x - dots : x, y)),
    );
    expect(shifted.length).toBeGreaterThan(3);
    expect(shifted.every((words) => words.includes('Kassir'))).toBe(true);
  });

  test('a line that stands four dots lower', async () => {
    const { top, height } = await bandOf('line', 'Kassir');
    const lowered = await differences((picture) =>
      redrawn(picture, (x, y) => isBlack(picture, x, y >= top && y < top + height ? y - 4 : y)),
    );
    expect(lowered.some((words) => words.includes('stands elsewhere'))).toBe(true);
  });

  test('a last column that is clipped', async () => {
    const clipped = await differences((picture) =>
      redrawn(picture, (x, y) => x < picture.widthDots - 12 && isBlack(picture, x, y)),
    );
    expect(clipped.length).toBeGreaterThan(10);
  });

  test('a letter that stands where nothing is printed', async () => {
    const { top } = await bandOf('line', 'Kassir');
    const dirty = await differences((picture) =>
      redrawn(picture, (x, y) => isBlack(picture, x, y) || (x === 200 && y === top + 10)),
    );
    expect(dirty).toEqual([expect.stringContaining('the cell at 192 is not empty')]);
  });

  test('a line of Uzbek Cyrillic that is missing', async () => {
    const { top, height } = await bandOf('raster');
    const blank = await differences((picture) =>
      redrawn(picture, (x, y) => (y < top || y >= top + height) && isBlack(picture, x, y)),
    );
    expect(blank).toEqual([expect.stringMatching(/^raster: another dot/)]);
  });

  test('a bar that is a dot too wide', async () => {
    const { top, left } = await bandOf('barcode');
    const wider = await differences((picture) =>
      redrawn(picture, (x, y) => isBlack(picture, x, y) || (x === left - 1 && y === top)),
    );
    expect(wider).toEqual([expect.stringMatching(/another dot/)]);
  });

  test('a paper that is a line too short', async () => {
    const short = await differences((picture) =>
      redrawn(picture, (x, y) => isBlack(picture, x, y + 30), picture.heightDots - 30),
    );
    expect(short[0]).toMatch(/dots long, not/);
  });
});

describe('papers of their own', () => {
  test('papers are parted by a dashed line, and the last cut leaves nothing', async () => {
    const one: Block[] = [{ kind: 'text', text: 'Non' }, { kind: 'cut' }];
    const single = await jobPicture(one, narrow);
    const double = await jobPicture([...one, ...one], narrow);
    expect(single.heightDots).toBe(30);
    expect(double.heightDots).toBe(30 + 30 + 2 + 30 + 30);
    const dashes = Array.from({ length: 384 }, (_, x) => isBlack(double, x, 60));
    expect(dashes.map((black) => (black ? '-' : ' ')).join('')).toBe(
      `${'-'.repeat(12)}${' '.repeat(12)}`.repeat(16),
    );
  });

  test('an empty document is one white row, because no file holds a picture without rows', async () => {
    expect(await jobPicture([], narrow)).toEqual({ widthDots: 384, heightDots: 1, bits: new Uint8Array(48) });
  });

  test('a code of digits has the bars of its command, in code set B throughout', async () => {
    const code: Block[] = [{ kind: 'code', symbology: 'code128', data: '12345678' }];
    const { picture, image } = await drawnBothWays(code, wide);
    expect(pictureDifferences(picture, image)).toEqual([]);
    expect(image.bands[0]?.width).toBe((8 * 11 + 35) * 3);
  });

  test('more paper than a roll has is refused before it is drawn', async () => {
    const feeds = Array.from(
      { length: longestPaperDots / 600 + 1 },
      (): Block => ({ kind: 'feed', lines: 20 }),
    );
    await expect(jobPicture(feeds, narrow)).rejects.toThrow(RangeError);
  });
});
