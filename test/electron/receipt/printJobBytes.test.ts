import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { drawerJobBytes, printJobBytes } from '../../../electron/receipt/printJobBytes.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { type PrinterProfile, printerProfiles } from '../../../shared/receipt/printers.ts';
import { testSlip } from '../../../shared/receipt/testSlip.ts';
import { decodeJob } from '../../receipt/decodeJob.ts';

const narrow = printerProfiles.xprinter58;
const wide = printerProfiles.xprinter80;

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

async function printed(blocks: readonly Block[], profile: PrinterProfile = narrow) {
  return decodeJob(await printJobBytes(blocks, profile));
}

describe('a print job', () => {
  test('byte by byte: initialise, page, bold on, text, bold off, text, feed, cut', async () => {
    const blocks: Block[] = [
      { kind: 'text', text: 'Чек', bold: true },
      { kind: 'text', text: 'Non' },
      { kind: 'feed', lines: 2 },
      { kind: 'cut' },
    ];
    expect(hex(await printJobBytes(blocks, wide))).toBe(
      [
        '1b401c2e1b4d00', // ESC @, FS ., ESC M 0
        '1b7411', // ESC t 17
        '1b450197a5aa0a', // bold on, Чек in cp866, line feed
        '1b45004e6f6e0a', // bold off, Non
        '0a0a', // two empty lines
        '0a0a0a0a0a1d5601', // up to the cutter, partial cut
      ].join(''),
    );
  });

  test('ESC E switches bold, GS ! the size, GS V 1 cuts and leaves a bridge', async () => {
    const blocks: Block[] = [
      { kind: 'heading', text: 'A' },
      { kind: 'text', text: 'B', bold: true },
      { kind: 'cut' },
      { kind: 'text', text: 'C' },
      { kind: 'cut' },
    ];
    expect(hex(await printJobBytes(blocks, wide))).toBe(
      [
        '1b401c2e1b4d00',
        '1b7411',
        `1b45011d2111${'20'.repeat(11)}410a`, // ESC E 1, GS ! 11: bold, twice as wide and high
        '1d2100420a', // GS ! 00 alone: the next line is bold too
        '1b4500', // ESC E 0
        '0a0a0a0a0a1d5601', // GS V 1
        '430a',
        '0a0a0a0a0a1d5601',
      ].join(''),
    );
  });

  test('double size is GS ! 11 and goes back to GS ! 00', async () => {
    const blocks: Block[] = [{ kind: 'row', left: 'JAMI', right: '1', size: 'double' }, { kind: 'rule' }];
    const job = hex(await printJobBytes(blocks, narrow));
    expect(job).toContain(`1d2111${Buffer.from('JAMI           1').toString('hex')}0a1d2100`);
  });

  test('symbols stand in the middle, in plain style, and text after them at the left', async () => {
    const job = await printed([
      { kind: 'heading', text: 'Daftar' },
      { kind: 'code', symbology: 'code128', data: 'K7H3Q9XM', caption: 'Kupon' },
      { kind: 'code', symbology: 'ean13', data: '4006381333931' },
      { kind: 'code', symbology: 'qr', data: 'K7H3Q9XM' },
      { kind: 'text', text: 'Rahmat' },
    ]);
    expect(job.barcodes.map(({ system, data, centred }) => [system, data, centred])).toEqual([
      ['CODE128', 'K7H3Q9XM', true],
      ['JAN13', '4006381333931', true],
    ]);
    expect(job.qrCodes).toMatchObject([{ data: 'K7H3Q9XM', model: 2, level: 'M', centred: true }]);
    expect(job.lines).toEqual(['     Daftar', '             Kupon', 'Rahmat']);
    expect(job.events.at(-1)).toEqual({
      kind: 'line',
      text: 'Rahmat',
      bold: false,
      double: false,
      centred: false,
    });
  });

  test('bold and double end before a symbol, so that the characters under it are plain', async () => {
    const job = hex(
      await printJobBytes(
        [
          { kind: 'heading', text: 'Daftar' },
          { kind: 'code', symbology: 'qr', data: 'K7H3' },
        ],
        narrow,
      ),
    );
    expect(job).toContain('0a1b45001d21001b61011d286b');
  });

  test('Rongta gets its own page number', async () => {
    const job = await printJobBytes([{ kind: 'text', text: 'Чек' }], printerProfiles.rongta80);
    expect(hex(job)).toContain('1b7407');
    expect(decodeJob(job).lines).toEqual(['Чек']);
  });

  test('cp1251 keeps the quotation marks that cp866 has not', async () => {
    const cp1251: PrinterProfile = { ...wide, codePage: 'cp1251', codePageNumber: 46 };
    expect((await printed([{ kind: 'text', text: '«Чой» № 7' }], cp1251)).lines).toEqual(['«Чой» № 7']);
    expect((await printed([{ kind: 'text', text: '«Чой» № 7' }], wide)).lines).toEqual(['"Чой" № 7']);
  });

  test('a printer without a cutter feeds to its tear bar and gets no cut', async () => {
    const job = await printed([{ kind: 'text', text: 'Non' }, { kind: 'cut' }], narrow);
    expect(job.cuts).toEqual([]);
    expect(job.lines).toEqual(['Non', '', '', '', '', '']);
  });

  test('what is printed is what the layout says, on every paper', async () => {
    for (const profile of [narrow, wide, { ...wide, columns: 42, dots: 512 } as const]) {
      const slip = testSlip(profile);
      const job = await printed(slip, profile);
      const texts = layOut(slip, profile).flatMap((line) => (line.kind === 'text' ? [line.text] : []));
      const asPictures = texts.filter((text) => /[қғҳ]/i.test(text));
      expect(job.rasters).toHaveLength(asPictures.length);
      expect(job.lines.filter((line) => line !== '')).toEqual(texts.filter((text) => !/[қғҳ]/i.test(text)));
    }
  });
});

describe('a line the printer has no letters for', () => {
  test("Oʻzbek prints as text with ', Қайта as a picture of one line", async () => {
    const job = await printed([
      { kind: 'text', text: 'Oʻzbekiston' },
      { kind: 'text', text: 'Қайта' },
    ]);
    expect(job.lines).toEqual(["O'zbekiston"]);
    expect(job.rasters.map(({ widthDots, heightDots }) => [widthDots, heightDots])).toEqual([[384, 30]]);
  });

  test('a printer without Cyrillic gets every Cyrillic line as a picture', async () => {
    const ascii: PrinterProfile = { ...narrow, codePage: 'ascii', codePageNumber: 0 };
    const job = await printed(
      [
        { kind: 'text', text: 'Чек' },
        { kind: 'text', text: 'Non' },
      ],
      ascii,
    );
    expect(job.lines).toEqual(['Non']);
    expect(job.rasters).toHaveLength(1);
  });

  test('a printer with no usable page gets all text as pictures, symbols as symbols', async () => {
    const whole: PrinterProfile = { ...wide, imageMode: 'whole' };
    const job = await printed(
      [
        { kind: 'heading', text: 'Daftar' },
        { kind: 'text', text: 'Non' },
        { kind: 'code', symbology: 'qr', data: 'K7H3' },
      ],
      whole,
    );
    expect(job.lines).toEqual([]);
    expect(job.rasters.map(({ widthDots, heightDots }) => [widthDots, heightDots])).toEqual([
      [576, 48],
      [576, 30],
    ]);
    expect(job.qrCodes).toHaveLength(1);
  });

  test('a picture block prints its own dots', async () => {
    const job = await printed([{ kind: 'image', widthDots: 16, heightDots: 2, bitsHex: 'f00f8001' }]);
    expect(job.rasters).toEqual([
      {
        kind: 'raster',
        widthDots: 16,
        heightDots: 2,
        bits: Uint8Array.of(0xf0, 0x0f, 0x80, 0x01),
        centred: true,
      },
    ]);
  });

  test('the drawing library is not loaded as long as no receipt needs it', () => {
    const module = new URL('../../../electron/receipt/printJobBytes.ts', import.meta.url).href;
    const profile = JSON.stringify(narrow);
    const script = `
      const { printJobBytes } = await import('${module}');
      const loaded = () => process.report.getReport().sharedObjects.some((path) => path.includes('skia'));
      await printJobBytes([{ kind: 'text', text: "O'zbek, Чек" }], ${profile});
      const before = loaded();
      await printJobBytes([{ kind: 'text', text: 'Қайта' }], ${profile});
      console.log(JSON.stringify([before, loaded()]));`;
    const answer = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
    });
    expect(JSON.parse(answer)).toEqual([false, true]);
  });
});

describe('the drawer', () => {
  test('is its own job of five bytes on the pin of the profile', () => {
    expect(hex(drawerJobBytes({ ...wide, drawerPin: 1 }) ?? new Uint8Array())).toBe('1b70011919');
    expect(decodeJob(drawerJobBytes(wide) ?? new Uint8Array()).drawerKicks).toEqual([
      { kind: 'drawer', pin: 2, onMilliseconds: 50, offMilliseconds: 50 },
    ]);
  });

  test('a printer without a drawer has no such job', () => {
    expect(drawerJobBytes({ ...wide, drawerPin: null })).toBeNull();
  });

  test('no paper ever opens it', async () => {
    const job = await printed([{ kind: 'text', text: 'Non \u001bp\u0000\u0019\u0019' }, ...testSlip(narrow)]);
    expect(job.drawerKicks).toEqual([]);
  });
});
