/** Real files as shops have them: workbooks and texts, read in the thread beside the page. */
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../renderer/app/csvFile.ts';
import { readFileRows } from '../../../renderer/app/fileRows.ts';
import { xlsxBytes } from '../../../renderer/app/xlsxFile.ts';
import {
  type ImportAnswers,
  type ImportQuestion,
  openImportDesk,
} from '../../../renderer/exchange/importDesk.ts';
import { templateRows } from '../../../renderer/exchange/templates.ts';
import { importKinds } from '../../../shared/exchange/fields.ts';
import { languages } from '../../../shared/text.ts';

function desk() {
  const opened = openImportDesk();
  return <Q extends ImportQuestion>(question: Q) => opened.answer(question) as ImportAnswers[Q['ask']];
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Russian letters as Excel saves csv: А is C0, а is E0. */
const windows1251 = (text: string) =>
  Uint8Array.from(
    [...text].map((sign) => {
      const code = sign.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );

const utf16 = (text: string, isBigEnd: boolean) =>
  Uint8Array.from(
    [...`\ufeff${text}`].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return isBigEnd ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

function sentFrom(name: string, bytes: Uint8Array) {
  const ask = desk();
  ask({ ask: 'open', files: [{ name, bytes }] });
  const looked = ask({ ask: 'look', sheet: 0, kind: null, headingRow: 'guess' });
  const { headingRow, mapping } = looked;
  const { count } = ask({ ask: 'prepare', sheet: 0, headingRow, mapping });
  return { looked, rows: ask({ ask: 'portion', from: 0, count }) };
}

const price = 'Наименование;Цена\nЧай;12 500,00\nНон;4000\n';
const read = [
  { row: 2, cells: { name: 'Чай', price: '12 500,00' } },
  { row: 3, cells: { name: 'Нон', price: '4000' } },
];

describe('a text in any encoding and with any sign between its columns', () => {
  test.each([
    ['UTF-8', utf8(price)],
    ['UTF-8 with its mark', utf8(`\ufeff${price}`)],
    ['Windows-1251', windows1251(price)],
    ['UTF-16 with the small end first', utf16(price, false)],
    ['UTF-16 with the big end first', utf16(price, true)],
    ['tabs', utf8(price.replaceAll(';', '\t'))],
  ])('%s', (_name, bytes) => {
    expect(sentFrom('narx.csv', bytes).rows).toEqual(read);
  });
});

test('a workbook with a title, groups between the rows, a merged category, a date for a price and blank rows at the end', () => {
  const sheet = utils.aoa_to_sheet(
    [
      ['Прайс-лист на 22.11.2026'],
      [],
      ['Наименование', 'Штрихкод', 'Цена', 'Годен до'],
      ['Напитки'],
      ['Квас', '4600068009043', 12500, new Date(Date.UTC(2027, 11, 31))],
      ['Вода', 4600286001911, new Date(Date.UTC(2026, 4, 1)), ''],
      [],
      ['', '', ''],
    ],
    { UTC: true },
  );
  sheet.C5 = { t: 'n', f: 'B5*2' };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Прайс');
  const { looked, rows } = sentFrom(
    'price.xlsx',
    new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })),
  );
  expect(looked.headingRow).toBe(2);
  expect(rows.map(({ row, cells }) => [row, cells.name, cells.barcode, cells.category])).toEqual([
    [5, 'Квас', '4600068009043', 'Напитки'],
    [6, 'Вода', '4600286001911', 'Напитки'],
  ]);
  expect(rows[0]?.cells.expiresOn).toBe('2027-12-31');
  expect(rows[1]?.cells.price).toBe('2026-05-01');
});

test('a cell merged over several rows stands for all of them', () => {
  const sheet = utils.aoa_to_sheet([
    ['Категория', 'Наименование', 'Цена'],
    ['Чай', 'А', 1],
    [null, 'Б', 2],
  ]);
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Л');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
  expect(sentFrom('old.xls', bytes).rows.map(({ cells }) => cells.category)).toEqual(['Чай', 'Чай']);
});

test('a formula that nobody worked out is sent as one, so that it is refused and not taken for nothing', () => {
  const sheet = utils.aoa_to_sheet([
    ['Наименование', 'Цена'],
    ['Чай', null],
  ]);
  sheet.B2 = { t: 'n', f: 'C2*1.2' };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Л');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
  expect(sentFrom('f.xlsx', bytes).rows[0]?.cells.price).toMatch(/^=/);
});

test('goods of Loyverse with variants keep their name in every row', () => {
  const csv = [
    'Handle,SKU,Name,Sold by weight,Option 1 value,Barcode,Price [Chilonzor]',
    'choy,1,Choy,N,100 g,4600068009043,12500.00',
    'choy,2,,N,200 g,4600068038029,24000.00',
  ].join('\n');
  const { looked, rows } = sentFrom('export_items.csv', utf8(csv));
  expect(looked.format).toBe('loyverseItems');
  expect(rows.map(({ cells }) => [cells.name, cells.variant])).toEqual([
    ['Choy', '100 g'],
    ['Choy', '200 g'],
  ]);
});

test.each(importKinds.flatMap((kind) => languages.map((language) => ({ kind, language }))))(
  'the template of $kind in $language is understood whole',
  ({ kind, language }) => {
    const rows = templateRows(kind, language);
    const { looked } = sentFrom('namuna.xlsx', xlsxBytes([{ name: kind, rows }]));
    expect(looked.kind).toBe(kind);
    expect(looked.mapping).not.toContain(null);
    expect(new Set(looked.mapping).size).toBe(rows[0]?.length);
  },
);

describe('a list that leaves the till holds no formula', () => {
  const evil = ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\tx', '\r=1'];

  test('in a workbook every text is a text, and what looks like a formula is marked', () => {
    const [sheet] = readFileRows(xlsxBytes([{ name: 'x', rows: evil.map((text) => [text]) }])).sheets;
    expect(sheet?.rows.map(([text]) => text?.[0])).toEqual(evil.map(() => "'"));
    const plain = readFileRows(xlsxBytes([{ name: 'x', rows: [['+998901234567', -500, '0012']] }])).sheets[0];
    expect(plain?.rows[0]).toEqual(['+998901234567', '-500', '0012']);
  });

  test('in csv too', () => {
    for (const text of evil) expect(csvText([[text]])).toContain("'");
  });
});

test('a customer of whom the list knows the name alone is a customer, and no heading of a group', () => {
  const ask = desk();
  ask({ ask: 'open', files: [{ name: 'm.csv', bytes: utf8('Ism;Telefon\nMalika;\nAziz;901234567\n') }] });
  ask({ ask: 'prepare', sheet: 0, headingRow: 0, mapping: ['name', 'phone'] });
  expect(ask({ ask: 'portion', from: 0, count: 9 })).toEqual([
    { row: 2, cells: { name: 'Malika' } },
    { row: 3, cells: { name: 'Aziz', phone: '901234567' } },
  ]);
});
