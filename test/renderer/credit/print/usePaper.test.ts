import { expect, test } from 'vitest';
import { rowsOfSheets, sheetCount } from '../../../../renderer/credit/print/usePaper.ts';

const rows = Array.from({ length: 60 }, (_, at) => at + 1);

test('sixty debts, seventeen on a sheet, are four sheets: the last has nine', () => {
  const sheets = rowsOfSheets(rows, 17, { from: 0, sheets: 25 });
  expect(sheets.map((sheet) => sheet.rows.length)).toEqual([17, 17, 17, 9]);
  expect(sheets.map(({ firstRow }) => firstRow)).toEqual([0, 17, 34, 51]);
});

test('only the sheets that were asked for are drawn, numbered as in the whole', () => {
  const [sheet, ...others] = rowsOfSheets(rows, 17, { from: 2, sheets: 1 });
  expect(others).toEqual([]);
  expect(sheet).toMatchObject({ sheet: 2, firstRow: 34 });
  expect(sheet?.rows[0]).toBe(35);
});

test('sheets after the last are none', () => {
  expect(rowsOfSheets(rows, 17, { from: 4, sheets: 25 })).toEqual([]);
});

test.each([
  [0, 1],
  [1, 1],
  [17, 1],
  [18, 2],
])('%i rows are %i sheets', (count, sheets) => {
  expect(sheetCount(count, 17)).toBe(sheets);
});
