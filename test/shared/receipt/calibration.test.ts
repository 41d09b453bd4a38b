import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksSchema } from '../../../shared/receipt/blocks.ts';
import {
  type CalibrationAnswers,
  calibrationLines,
  calibrationSlip,
  calibrationWidths,
  calibrationWords,
  profileFrom,
  rulerOf,
} from '../../../shared/receipt/calibration.ts';
import { canEncode } from '../../../shared/receipt/codePages.ts';
import { layOut } from '../../../shared/receipt/layout.ts';
import { previewOf } from '../../../shared/receipt/preview.ts';
import {
  printerProfileSchema,
  printerProfiles,
  statusCapabilities,
} from '../../../shared/receipt/printers.ts';

const goodPrinter: CalibrationAnswers = {
  readableLines: [1],
  width: 32,
  barcodesCame: true,
  qrCame: true,
  pictureCame: true,
  didCut: false,
  drawerPin: null,
  status: 'none',
};

describe('the slip', () => {
  test('offers every number that makers give the two pages, each once', () => {
    const pages = calibrationLines.map(({ codePage, codePageNumber }) => `${codePage} ${codePageNumber}`);
    expect(pages).toEqual([
      'cp866 17',
      'cp866 7',
      'cp1251 46',
      'cp1251 23',
      'cp1251 6',
      'cp1251 73',
      'cp1251 13',
    ]);
    expect(new Set(pages).size).toBe(pages.length);
  });

  test('numbers its lines 1, 2, 3 … so that one digit names one', () => {
    expect(calibrationLines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('says the same words on every line, and both pages have all of their letters', () => {
    const lines = calibrationSlip().flatMap((block) => (block.kind === 'pageTry' ? [block] : []));
    expect(lines[2]?.text).toBe('3  Привет ЎўЁё №');
    for (const { text, codePage } of lines) expect(canEncode(text, codePage)).toBe(true);
    expect(calibrationWords).toContain('Ўў');
  });

  test('has a ruler of exactly 32, 42 and 48 characters', () => {
    expect(rulerOf(32)).toBe('32 ---------------------------->');
    expect(calibrationWidths.map((width) => rulerOf(width).length)).toEqual([32, 42, 48]);
  });

  test('can be kept by a print job', () => {
    const slip = calibrationSlip();
    expect(blocksSchema.parse(JSON.parse(JSON.stringify(slip)))).toEqual(slip);
  });

  test('has codes and a picture that fit on the narrowest paper', () => {
    for (const profile of Object.values(printerProfiles)) {
      const widths = layOut(calibrationSlip(), profile).flatMap((line) => {
        if (line.kind === 'symbol') return [line.command.widthDots];
        return line.kind === 'image' ? [line.widthDots] : [];
      });
      expect(widths).toHaveLength(4);
      expect(Math.max(...widths)).toBeLessThanOrEqual(384);
    }
  });

  test('is the same on paper whatever was thought of the printer before', () => {
    const rulers = (columns: 32 | 48) =>
      layOut(calibrationSlip(), columns === 32 ? printerProfiles.pos5890 : printerProfiles.epson80).flatMap(
        (line) => (line.kind === 'text' && line.page !== undefined ? [line.text] : []),
      );
    expect(rulers(32)).toEqual(rulers(48));
    expect(rulers(32)).toContain(rulerOf(48));
  });

  test('shows on screen a ruler broken where a narrow printer breaks it', () => {
    const rows = previewOf(calibrationSlip(), printerProfiles.pos5890).rows;
    const texts = rows.flatMap((row) => (row.kind === 'text' ? [row.text] : []));
    expect(texts).toContain('42 -----------------------------');
    expect(texts).toContain('--------->');
    expect(Math.max(...texts.map((text) => text.length))).toBe(32);
  });
});

describe('the profile of a printer by its slip', () => {
  test.each([
    ['line 1 reads', [1], { codePage: 'cp866', codePageNumber: 17 }],
    ['line 2 reads, as on a Rongta', [2], { codePage: 'cp866', codePageNumber: 7 }],
    ['lines 1 and 3 read: cp1251 has more signs', [1, 3], { codePage: 'cp1251', codePageNumber: 46 }],
    ['lines 4 and 6 read: the first of them', [6, 4], { codePage: 'cp1251', codePageNumber: 23 }],
  ] as const)('%s', (_what, readableLines, page) => {
    expect(profileFrom({ ...goodPrinter, readableLines })).toEqual({
      profile: {
        ...page,
        columns: 32,
        dots: 384,
        hasCutter: false,
        drawerPin: null,
        imageMode: 'lines',
        symbolMode: 'commands',
        status: 'none',
      },
      warnings: [],
    });
  });

  test('where no line reads the whole receipt is a picture', () => {
    const { profile, warnings } = profileFrom({ ...goodPrinter, readableLines: [] });
    expect(profile).toMatchObject({ codePage: 'ascii', codePageNumber: 0, imageMode: 'whole' });
    expect(warnings).toEqual([]);
  });

  test('without letters and without pictures the till says that Cyrillic cannot be printed', () => {
    const { profile, warnings } = profileFrom({ ...goodPrinter, readableLines: [], pictureCame: false });
    expect(profile).toMatchObject({ codePage: 'ascii', imageMode: 'lines' });
    expect(warnings).toEqual(['noLetters']);
  });

  test('a printer that draws no codes gets them as pictures', () => {
    expect(profileFrom({ ...goodPrinter, qrCame: false })).toMatchObject({
      profile: { symbolMode: 'picture', imageMode: 'lines' },
      warnings: [],
    });
    expect(profileFrom({ ...goodPrinter, barcodesCame: false }).profile.symbolMode).toBe('picture');
  });

  test('one that prints neither codes nor pictures says so', () => {
    const answers = { ...goodPrinter, barcodesCame: false, qrCame: false, pictureCame: false };
    expect(profileFrom(answers)).toMatchObject({
      profile: { symbolMode: 'commands' },
      warnings: ['noPictures', 'noCodes'],
    });
  });

  test('the width decides the dots of the paper', () => {
    const dots = calibrationWidths.map((width) => profileFrom({ ...goodPrinter, width }).profile.dots);
    expect(dots).toEqual([384, 512, 576]);
  });

  test('cutter, drawer and what it tells are kept as they were seen', () => {
    const answers = { ...goodPrinter, didCut: true, drawerPin: 1, status: 'processId' } as const;
    expect(profileFrom(answers).profile).toMatchObject({
      hasCutter: true,
      drawerPin: 1,
      status: 'processId',
    });
  });

  const anyAnswers = fc.record({
    readableLines: fc.array(fc.integer({ min: -1, max: 12 })),
    width: fc.constantFrom(...calibrationWidths),
    barcodesCame: fc.boolean(),
    qrCame: fc.boolean(),
    pictureCame: fc.boolean(),
    didCut: fc.boolean(),
    drawerPin: fc.constantFrom<0 | 1 | null>(0, 1, null),
    status: fc.constantFrom(...statusCapabilities),
  });

  test('is a possible printer, whatever somebody answers', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { profile } = profileFrom(answers);
        expect(printerProfileSchema.parse(profile)).toEqual(profile);
      }),
    );
  });

  test('never takes a page that nobody could read, and cp1251 whenever one of its lines reads', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { codePage, codePageNumber } = profileFrom(answers).profile;
        const read = calibrationLines.filter(({ number }) => answers.readableLines.includes(number));
        const isRead = read.some(
          (line) => line.codePage === codePage && line.codePageNumber === codePageNumber,
        );
        expect(isRead || (read.length === 0 && codePage === 'ascii')).toBe(true);
        expect(codePage === 'cp1251').toBe(read.some((line) => line.codePage === 'cp1251'));
      }),
    );
  });

  test('sends nothing as a picture to a printer that prints none', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { profile } = profileFrom({ ...answers, pictureCame: false });
        expect([profile.imageMode, profile.symbolMode]).toEqual(['lines', 'commands']);
      }),
    );
  });
});
