import { describe, expect, test } from 'vitest';
import { csvText } from '../../../renderer/app/csvFile.ts';
import { readFileRows } from '../../../renderer/app/fileRows.ts';
import { columnName } from '../../../renderer/coupon/readCodeList.ts';
import { usedRate } from '../../../renderer/coupon/usedRate.ts';

describe('a list that leaves the shop as csv', () => {
  const rows = [
    ['Qator', 'Sabab'],
    ['12', 'Oʻxshash; “kod”'],
    ['13', 'birinchi\nikkinchi'],
  ];

  test('opens in Excel in three languages: marked as UTF-8, columns parted by semicolons', () => {
    const text = csvText(rows);
    expect(text.startsWith('\ufeffQator;Sabab\r\n')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('reads back as it was written', () => {
    const [sheet] = readFileRows(new TextEncoder().encode(csvText(rows))).sheets;
    expect(sheet?.rows.slice(0, 3)).toEqual(rows);
  });

  test('a code that begins like a formula stays a text', () => {
    expect(csvText([['=1+1']])).toContain("'=1+1");
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is called %s, as in Excel', (column, name) => {
  expect(columnName(column)).toBe(name);
});

test.each([
  { issued: 0, redeemed: 0, rate: null },
  { issued: 1873, redeemed: 343, rate: 1800 },
  { issued: 3, redeemed: 3, rate: 10_000 },
  { issued: 1, redeemed: 40, rate: null },
])('of $issued coupons $redeemed were used', ({ issued, redeemed, rate }) => {
  expect(usedRate(issued, redeemed)).toBe(rate);
});
