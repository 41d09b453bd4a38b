/** The customers of a day say the same in all three: the report's lines, the sheets in three languages, and both widths of slip. */
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { customerDaySlip, peopleOnSlip } from '../../../electron/report/paperCustomerDay.ts';
import { type BookBlock, cellText, type Say } from '../../../renderer/report/bookBlock.ts';
import { customerDayBlocks, valueText } from '../../../renderer/report/customerDayBlocks.ts';
import { readBookOrder, sayIn } from '../../../renderer/report/print/bookOrder.ts';
import { packBlocks } from '../../../renderer/report/print/packBlocks.ts';
import en from '../../../resources/locales/en.json';
import ru from '../../../resources/locales/ru.json';
import uz from '../../../resources/locales/uz.json';
import { canEncode } from '../../../shared/receipt/codePages.ts';
import { columnsOf, layOut } from '../../../shared/receipt/layout.ts';
import { pdfSubjectSchema } from '../../../shared/receipt/pdfContract.ts';
import { readPrintRoute } from '../../../shared/receipt/printAddress.ts';
import { type PrinterProfile, printerProfiles } from '../../../shared/receipt/printers.ts';
import { type CustomerDay, customerDaySchema } from '../../../shared/report/customerDayContract.ts';
import { customerDayLines } from '../../../shared/report/customerDayLines.ts';
import { type Language, languages } from '../../../shared/text.ts';
import type { Instant } from '../../../shared/time.ts';

const id = (number: number) => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A day on which everything happened, with names that are long, empty, masked and Russian. */
const everything: CustomerDay = customerDaySchema.parse({
  day: '2026-11-22',
  until: '2026-11-22T15:10:00.000Z',
  receipts: { all: 1_212, withCustomer: 734 },
  sales: { allSom: 118_450_000, withCustomerSom: 77_199_500 },
  customers: { came: 33, new: 4, returning: 29, cameBack: 3, registered: 6 },
  came: [
    {
      customerId: id(1),
      name: 'Abdurahmonova Gulnoraxon Toʻxtamurodovna',
      receipts: 2,
      netSom: 12_345_678,
      visits: 147,
      isNew: false,
      awayDays: 1,
    },
    { customerId: id(2), name: '', receipts: 1, netSom: 90_001, visits: 1, isNew: true, awayDays: null },
    {
      customerId: id(3),
      name: '+998 90 *** ** 11',
      receipts: 1,
      netSom: 54_320,
      visits: 9,
      isNew: false,
      awayDays: 41,
    },
    ...Array.from({ length: 27 }, (_, at) => ({
      customerId: id(100 + at),
      name: `Мижоз ${at}`,
      receipts: 1,
      netSom: 31_000 - at,
      visits: 5 + at,
      isNew: false,
      awayDays: 7,
    })),
  ],
  registered: [{ customerId: id(2), name: '' }],
  missing: {
    count: 12,
    rows: Array.from({ length: 12 }, (_, at) => ({
      customerId: id(200 + at),
      name: `Doimiy ${at}`,
      visits: 20 + at,
      usualDays: 3,
      lastOn: '2026-11-10',
      silentDays: 12,
    })),
  },
  birthdays: { on: '2026-11-23', count: 1, rows: [{ customerId: id(4), name: 'Ўткир Қодиров' }] },
  bonus: {
    beforeSom: 4_812_300,
    givenSom: 188_417,
    spentSom: 120_011,
    otherSom: -5_706,
    owedSom: 4_875_000,
  },
  coupons: { given: 47, used: 13, broughtSom: 1_918_200, tookOffSom: 213_400, open: 386 },
  debts: {
    dueSom: 250_013,
    overdueSom: 1_400_017,
    openSom: 9_650_019,
    count: 2,
    rows: [
      {
        customerId: id(5),
        name: 'Rahimov Jasur',
        dueSom: 250_013,
        overdueSom: 1_000_015,
        dueOn: '2026-10-30',
      },
      { customerId: id(6), name: 'Aziz', dueSom: 0, overdueSom: 400_002, dueOn: '2026-11-19' },
    ],
  },
  cashiers: [
    { personId: id(7), name: 'Sardor Toʻxtayev', receipts: 812, withCustomer: 611 },
    { personId: id(8), name: 'Gulnora', receipts: 400, withCustomer: 123 },
  ],
});

const nothing: CustomerDay = customerDaySchema.parse({
  ...everything,
  until: null,
  receipts: { all: 0, withCustomer: 0 },
  sales: { allSom: 0, withCustomerSom: 0 },
  customers: { came: 0, new: 0, returning: 0, cameBack: 0, registered: 0 },
  came: [],
  registered: [],
  missing: null,
  birthdays: { on: '2026-11-23', count: 0, rows: [] },
  debts: { dueSom: 0, overdueSom: 0, openSom: 0, count: 0, rows: [] },
  cashiers: [],
});

beforeAll(async () => {
  await i18next.init({
    lng: 'uz',
    resources: { uz: { translation: uz }, ru: { translation: ru }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
});

const widths = [
  ['80 mm', printerProfiles.epson80],
  ['58 mm', printerProfiles.xprinter58],
] as const;

function slipLines(report: CustomerDay, language: Language, profile: PrinterProfile): readonly string[] {
  const blocks = customerDaySlip({
    report,
    language,
    settings: { name: 'Chorsu', timeZone: 'Asia/Tashkent' } as never,
    personName: 'Dilnoza',
    at: '2026-11-22T15:11:00.000Z' as Instant,
  });
  return layOut(blocks, profile).flatMap((line) => (line.kind === 'text' ? [line.text] : []));
}

/** What the lines of a block say, cell after cell. */
function cells({ rows }: BookBlock, say: Say): readonly string[] {
  return rows.flatMap((row) => row.cells.map((cell) => cellText(cell, say.format)));
}

/** Paper folds the thin and no-break spaces of figures into plain ones. */
const plain = (text: string) => text.replaceAll(/[\u00A0\u2009\u202F]/g, ' ').replaceAll('\u2212', '-');

describe.each(languages)('in %s', (language) => {
  const say = () => sayIn(language);

  test('every figure of the lines stands on the sheet', () => {
    const { figures, lists } = customerDayLines(everything);
    const blocks = customerDayBlocks(everything, say());
    for (const [at, section] of figures.entries()) {
      const block = blocks.figures[at];
      expect(block?.key).toBe(section.key);
      for (const [line, { values }] of section.figures.entries()) {
        const cell = block?.rows[line]?.cells[1];
        for (const value of values) expect(cell).toContain(valueText(value, say()));
      }
    }
    for (const [at, section] of lists.entries()) {
      const block = blocks.lists[at];
      if (block === undefined) throw new Error(`no table for ${section.key}`);
      const written = cells(block, say());
      for (const { values } of [...section.people, ...section.figures]) {
        for (const value of values) expect(written).toContain(valueText(value, say()));
      }
    }
  });

  test.each(widths)('the slip of %s says the same figures, whole, in lines that fit', (_, profile) => {
    const lines = slipLines(everything, language, profile);
    const paper = plain(lines.join('\n'));
    const { figures, lists } = customerDayLines(everything);
    for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(profile.columns);
    for (const { values } of figures.flatMap((section) => section.figures)) {
      for (const value of values) expect(paper).toContain(plain(valueText(value, say())));
    }
    for (const section of lists) {
      const shown = section.people.slice(0, peopleOnSlip[section.key]);
      for (const { values } of [...section.figures, ...shown]) {
        // A debt of nothing on one side has no line.
        const told = section.key === 'debts' ? values.filter(({ value }) => value !== 0) : values;
        const single = section.key === 'came' ? told.filter(({ value }) => value !== 1) : told;
        for (const value of single) expect(paper).toContain(plain(valueText(value, say())));
      }
    }
  });

  test.each(widths)('a row of the slip of %s ends with its own figure', (_, profile) => {
    const lines = slipLines(everything, language, profile).map(plain);
    expect(lines.some((line) => /12[ ,]345[ ,]678$/.test(line))).toBe(true);
    expect(lines.some((line) => /1[ ,]212 \/ 118[ ,]450[ ,]000$/.test(line))).toBe(true);
  });

  test('a day of nothing says so in words on every paper', () => {
    const blocks = customerDayBlocks(nothing, say());
    for (const block of blocks.lists) expect(block.rows[0]?.cells[0]).toMatch(/\p{L}{3}/u);
    expect(slipLines(nothing, language, printerProfiles.epson80).join('\n')).not.toMatch(
      /undefined|NaN|\{\}/,
    );
  });

  test('Latin and Russian words of the slip can be printed as text', () => {
    for (const line of slipLines(nothing, language, printerProfiles.epson80)) {
      expect(canEncode(line, 'cp866'), line).toBe(true);
    }
  });
});

test('long lists are cut on the slip and counted', () => {
  const paper = slipLines(everything, 'en', printerProfiles.epson80).join('\n');
  // Thirty-three came, twenty are named; twelve are missing, ten are named.
  expect(paper).toContain('13 more');
  expect(paper).toContain('2 more');
  expect(paper).toContain('Мижоз 16');
  expect(paper).not.toContain('Мижоз 17');
});

test('what the report itself had to leave out is told under its table on the sheet', () => {
  const came = customerDayBlocks(everything, sayIn('en')).lists.find(({ key }) => key === 'came');
  expect(came?.rows).toHaveLength(30);
  expect(came?.note).toBe('3 more');
});

test('no row is lost between the sheets', () => {
  const { lists } = customerDayBlocks(everything, sayIn('uz'));
  const sheets = packBlocks(lists, { firstRows: 28, otherRows: 48 });
  const printed = sheets.flat().reduce((sum, { rows }) => sum + rows.length, 0);
  expect(printed).toBe(lists.reduce((sum, { rows }) => sum + rows.length, 0));
  expect(sheets.length).toBeGreaterThan(1);
});

test('the sheet is ordered by day and language', () => {
  expect(pdfSubjectSchema.safeParse({ kind: 'customerDay', id: '2026-11-22-uz' }).success).toBe(true);
  expect(pdfSubjectSchema.safeParse({ kind: 'customerDay', id: '2026-11-22' }).success).toBe(false);
  expect(readPrintRoute('/print/customerDay/2026-11-22-ru/0/5')).toMatchObject({ kind: 'customerDay' });
  expect(readBookOrder('2026-11-22-ru')).toEqual({ of: '2026-11-22', language: 'ru' });
});
