import { describe, expect, test } from 'vitest';
import { printJobBytes } from '../../../electron/receipt/printJobBytes.ts';
import { calibrationLines, calibrationSlip, rulerOf } from '../../../shared/receipt/calibration.ts';
import { type PrinterProfile, printerProfiles } from '../../../shared/receipt/printers.ts';
import { decodeJob } from '../../receipt/decodeJob.ts';

/** What each number of the slip means on three printers; elsewhere a number stands for some page without these letters. */
const makers = {
  epson: { 17: 'ibm866', 46: 'windows-1251' },
  rongta: { 7: 'ibm866', 6: 'windows-1251', 17: 'iso-8859-7' },
  xprinter: { 17: 'ibm866', 23: 'windows-1251' },
} as const;

async function slipOn(maker: keyof typeof makers, profile: PrinterProfile) {
  const unknownPages = Object.fromEntries(
    calibrationLines.map(({ codePageNumber }) => [codePageNumber, 'iso-8859-1']),
  );
  const pages = { 0: 'us-ascii', ...unknownPages, ...makers[maker] };
  return decodeJob(await printJobBytes(calibrationSlip(), profile), pages);
}

const readable = (lines: readonly string[]) => lines.filter((line) => line.endsWith('  Привет ЎўЁё №'));

describe('the calibration slip', () => {
  test.each([
    ['epson', printerProfiles.epson80, ['1', '3']],
    ['rongta', printerProfiles.rongta80, ['2', '5']],
    ['xprinter', printerProfiles.xprinter58, ['1', '4']],
  ] as const)('of a %s reads on the lines of its own pages only', async (maker, profile, numbers) => {
    const { lines } = await slipOn(maker, profile);
    expect(readable(lines).map((line) => line.charAt(0))).toEqual(numbers);
  });

  test('has its numbers readable on every line, whatever the page', async () => {
    const { lines } = await slipOn('rongta', printerProfiles.rongta80);
    const numbers = lines.flatMap((line) => /^([1-9]) {2}/.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  test('sends the rulers whole: only the paper may break them', async () => {
    const { lines } = await slipOn('xprinter', printerProfiles.xprinter58);
    expect(lines).toEqual(expect.arrayContaining([rulerOf(32), rulerOf(42), rulerOf(48)]));
  });

  test('draws both bar codes, the QR code and the picture, and cuts even where no cutter is known', async () => {
    const slip = await slipOn('xprinter', printerProfiles.xprinter58);
    expect(printerProfiles.xprinter58.hasCutter).toBe(false);
    expect(slip.barcodes.map(({ system, data }) => [system, data])).toEqual([
      ['CODE128', 'DAFTAR'],
      ['JAN13', '4006381333931'],
    ]);
    expect(slip.qrCodes).toMatchObject([{ data: 'DAFTAR' }]);
    expect(slip.rasters).toMatchObject([{ widthDots: 192, heightDots: 96 }]);
    expect(slip.cuts).toHaveLength(1);
  });

  test('is sent as commands and letters also to a printer that was thought to print pictures only', async () => {
    const pictures = { ...printerProfiles.epson80, imageMode: 'whole', symbolMode: 'commands' } as const;
    const slip = await slipOn('epson', pictures);
    expect(readable(slip.lines)).toHaveLength(2);
    expect(slip.barcodes).toHaveLength(2);
  });

  test('leaves the printer on its own page for what comes after', async () => {
    const bytes = await printJobBytes(
      [...calibrationSlip(), { kind: 'text', text: 'Чек' }],
      printerProfiles.rongta80,
    );
    const pages = { ...makers.rongta, 0: 'us-ascii', 46: 'koi8-r', 23: 'koi8-r', 73: 'koi8-r', 13: 'koi8-r' };
    expect(decodeJob(bytes, pages).lines.at(-1)).toBe('Чек');
  });
});

describe('a printer that draws no codes by itself', () => {
  const profile: PrinterProfile = { ...printerProfiles.xprinter58, symbolMode: 'picture' };

  test('gets them as dots, with the characters of a bar code below', async () => {
    const job = decodeJob(
      await printJobBytes(
        [
          { kind: 'code', symbology: 'code128', data: 'K7H3Q9XM' },
          { kind: 'code', symbology: 'qr', data: 'K7H3Q9XM' },
        ],
        profile,
      ),
    );
    expect([job.barcodes, job.qrCodes]).toEqual([[], []]);
    // 8 characters are 123 modules of 3 dots, in whole bytes, 80 dots high and a line of 30 below; a QR of version 1 has
    // 21 modules of 8 dots.
    expect(job.rasters.map(({ widthDots, heightDots, centred }) => [widthDots, heightDots, centred])).toEqual(
      [
        [376, 110, true],
        [168, 168, true],
      ],
    );
    expect(job.lines).toEqual([]);
  });
});
