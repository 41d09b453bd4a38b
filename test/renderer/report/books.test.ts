/** The tables of the books: what they say, how they go into a file and onto paper. */
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { csvText } from '../../../renderer/app/csvFile.ts';
import { type BookBlock, bookRows, cellText } from '../../../renderer/report/bookBlock.ts';
import { monthBlocks, type NamedMonth } from '../../../renderer/report/monthBlocks.ts';
import { readBookOrder, sayIn } from '../../../renderer/report/print/bookOrder.ts';
import { packBlocks } from '../../../renderer/report/print/packBlocks.ts';
import en from '../../../resources/locales/en.json';
import ru from '../../../resources/locales/ru.json';
import uz from '../../../resources/locales/uz.json';
import { monthFiguresSchema } from '../../../shared/report/monthFigures.ts';
import { languages } from '../../../shared/text.ts';

const account = { openingSom: 0, movements: [], closingSom: 0 };
const partnerId = '01990000-0000-7000-8000-000000000001';

/** A month in which a partner whose name looks like a formula owes 5 000. */
const month: NamedMonth = {
  names: [{ id: partnerId, name: '=HYPERLINK("http://x")' }],
  figures: monthFiguresSchema.parse({
    month: '2026-11',
    receipts: 3,
    grossSom: 120_000,
    soldSom: 110_000,
    returns: { count: 1, sumSom: 10_000 },
    looseReturns: { count: 0, sumSom: 0 },
    netSom: 100_000,
    vat: [
      { rateBasisPoints: 1200, soldSom: 110_000, soldVatSom: 11_786, backSom: 10_000, backVatSom: 1_071 },
    ],
    tenders: [
      { kind: 'cash', provider: null, inSom: 80_000, backSom: 10_000 },
      { kind: 'card', provider: 'humo', inSom: 30_000, backSom: 0 },
    ],
    discounts: [{ step: 'manual', givenSom: 10_000, backSom: 0 }],
    borneByPartnersSom: 0,
    roundingSom: 0,
    margin: {
      salesSom: 50_000,
      costSom: 40_000,
      marginSom: 10_000,
      marginBasisPoints: 2000,
      unknownSom: 39_285,
      unknownProducts: 2,
    },
    bonus: { openingSom: 1_000, movements: [{ kind: 'burned', amountSom: -400 }], closingSom: 600 },
    giftCards: account,
    storeCredit: account,
    debts: account,
    debtsByAge: [],
    partners: [
      { id: partnerId, openingSom: 0, movements: [{ kind: 'borne', amountSom: 5_000 }], closingSom: 5_000 },
    ],
    charity: [],
    drawer: account,
    money: [],
    overShort: [],
    expenses: { byKind: [], drawerSom: 0, forgivenSom: 0, correctedSom: 0, totalSom: 0 },
  }),
};

beforeAll(async () => {
  await i18next.init({
    resources: { uz: { translation: uz }, ru: { translation: ru }, en: { translation: en } },
    lng: 'uz',
    interpolation: { escapeValue: false },
  });
});

describe('the tables of a month', () => {
  test.each(languages)('have words for everything in %s', (language) => {
    const rows = bookRows([], monthBlocks(month, sayIn(language))).flat();
    expect(rows.filter((cell) => /^(report|common)\./.test(cell))).toEqual([]);
  });

  test('opening and movements stand above what they come to', () => {
    const bonus = monthBlocks(month, sayIn('en')).find(({ key }) => key === 'bonus');
    expect(bonus?.rows.map(({ cells }) => cells)).toEqual([
      ['At the beginning', 1_000],
      ['Burnt', -400],
      ['At the end', 600],
    ]);
    expect(bonus?.rows.at(-1)?.isTotal).toBe(true);
  });

  test('accounts in which nothing ever happened are left out', () => {
    const keys = monthBlocks(month, sayIn('en')).map(({ key }) => key);
    expect(keys).not.toContain('giftCards');
    expect(keys).toContain(`partners ${partnerId}`);
  });
});

describe("the accountant's file", () => {
  test('holds plain figures, and a name that looks like a formula stays a name', () => {
    const text = csvText(bookRows(['Sinov', 'November 2026'], monthBlocks(month, sayIn('en'))));
    expect(text).toContain('12%;110000;-10000;100000;10715\r\n');
    expect(text).toContain('Partner: =HYPERLINK');
    expect(text.split('\r\n').filter((line) => /^"?[=+@]/.test(line))).toEqual([]);
  });

  test('figures on the screen are grouped, those of the file are not', () => {
    const { format } = sayIn('uz');
    expect(cellText(1_234_567, format)).toBe(format.number(1_234_567));
    expect(bookRows([], [{ key: 'x', title: 'X', words: 0, rows: [{ cells: [1_234_567] }] }])).toContainEqual(
      ['1234567'],
    );
  });
});

describe('the tables on paper', () => {
  const table = (key: string, rows: number, more: Partial<BookBlock> = {}): BookBlock => ({
    key,
    title: key,
    words: 1,
    rows: Array.from({ length: rows }, (_, at) => ({ cells: [String(at), at] })),
    ...more,
  });
  const room = { firstRows: 30, otherRows: 30 };

  test('no row is lost or told twice, and no sheet is overfull', () => {
    const blocks = [table('a', 4), table('b', 65, { headers: ['', ''] }), table('c', 1, { note: 'n' })];
    const sheets = packBlocks(blocks, room);
    const rows = sheets
      .flat()
      .map(({ block, rows: some }) => some.map(({ cells }) => `${block.key}${cells[0]}`));
    expect(rows.flat()).toEqual(
      blocks.flatMap((block) => block.rows.map(({ cells }) => `${block.key}${cells[0]}`)),
    );
    for (const sheet of sheets) {
      const used = sheet.reduce(
        (sum, part) =>
          sum +
          2.4 +
          (part.block.headers === undefined ? 0 : 1) +
          part.rows.length +
          (part.isEnd && part.block.note !== undefined ? 1 : 0),
        0,
      );
      expect(used).toBeLessThanOrEqual(30);
    }
  });

  test('a table goes on overleaf under its title, and says that it does', () => {
    const [first, second] = packBlocks([table('long', 40)], room);
    expect(first?.[0]).toMatchObject({ isContinued: false, isEnd: false });
    expect(second?.[0]).toMatchObject({ isContinued: true, isEnd: true });
  });

  test('no title stands alone at the foot of a sheet', () => {
    const sheets = packBlocks([table('a', 24), table('b', 5)], room);
    expect(sheets.map((sheet) => sheet.map(({ block }) => block.key))).toEqual([['a'], ['b']]);
  });
});

test('an order of the books names what is printed and the language', () => {
  expect(readBookOrder('2026-11-ru')).toEqual({ of: '2026-11', language: 'ru' });
  expect(readBookOrder(`${partnerId}-en`)).toEqual({ of: partnerId, language: 'en' });
});
