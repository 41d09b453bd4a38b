import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodingOf, readFileRows, separatorOf } from '../../../renderer/app/fileRows.ts';
import { openCodeListDesk } from '../../../renderer/coupon/codeListDesk.ts';
import {
  type CodeChoice,
  codesIn,
  likelyColumn,
  seemsHeading,
} from '../../../renderer/coupon/readCodeList.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, { withMark = true, bigEnd = false } = {}): Uint8Array {
  const units = [...(withMark ? '\ufeff' : ''), ...text].map((sign) => sign.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (bigEnd ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
}

/** Russian letters as Excel saves them: А is C0, а is E0. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].map((sign) => {
      const code = sign.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
}

const firstSheet = (bytes: Uint8Array) => readFileRows(bytes).sheets[0]?.rows ?? [];
const choice: CodeChoice = { column: 0, hasHeading: false, shortCodes: 'leaveOut' };

function workbook(rows: readonly (readonly unknown[])[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Kodlar');
  return new Uint8Array(write(book, { type: 'array', bookType }));
}

describe('a csv file is read however it was saved', () => {
  const text = 'Промокод;Скидка\r\nAB12-77;10\r\nAB12-78;10\r\n';
  test.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`), 'utf-8'],
    ['UTF-16', utf16(text), 'utf-16le'],
    ['UTF-16, large end first', utf16(text, { bigEnd: true }), 'utf-16be'],
    ['UTF-16 without a mark', utf16('kod;soni\nAB1277;1\n', { withMark: false }), 'utf-16le'],
    ['Windows-1251', windows1251(text), 'windows-1251'],
  ])('%s', (_name, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding);
    const [heading, first] = firstSheet(bytes);
    expect(heading).toHaveLength(2);
    expect(first?.[0]).toMatch(/^AB12-?77$/);
  });

  test('Russian headings survive each encoding', () => {
    for (const bytes of [utf8(text), utf16(text), windows1251(text)]) {
      expect(firstSheet(bytes)[0]).toEqual(['Промокод', 'Скидка']);
    }
  });
});

describe('the separator is found', () => {
  test.each([
    ['code;sum\nA1;10\nA2;20', ';'],
    ['code,sum\nA1,10\nA2,20', ','],
    ['code\tsum\nA1\t10', '\t'],
    ['code|sum\nA1|10', '|'],
    ['"a, b";1\n"c, d";2', ';'],
  ])('%j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  test('a list of one column has none, also where a figure has a comma', () => {
    expect(firstSheet(utf8('AB100\nAB101\n4,78E+12\n'))).toEqual([['AB100'], ['AB101'], ['4,78E+12'], ['']]);
    expect(firstSheet(utf8('4,78E+12\n4,79E+12\n'))[1]).toEqual(['4,79E+12']);
  });
});

describe('a workbook', () => {
  test('xlsx and xls: the column of codes is found below its heading', () => {
    const rows = [
      ['Nomi', 'Kupon kodi'],
      ['Ali', 'AA-1001'],
      ['Vali', 'AA-1002'],
    ];
    for (const kind of ['xlsx', 'biff8'] as const) {
      const read = firstSheet(workbook(rows, kind));
      expect(likelyColumn(read)).toBe(1);
      expect(seemsHeading(read, 1)).toBe(true);
      expect(codesIn(read, { ...choice, column: 1, hasHeading: true }).rows).toEqual([
        { row: 2, code: 'AA-1001' },
        { row: 3, code: 'AA-1002' },
      ]);
    }
  });

  test('thirteen digits kept as a figure are read whole although the sheet shows 4,78E+12', () => {
    const list = codesIn(firstSheet(workbook([[4780000012345], [4780000012346]])), choice);
    expect(list.rows.map(({ code }) => code)).toEqual(['4780000012345', '4780000012346']);
    expect(list.spoilt).toEqual([]);
  });

  test('of eighteen digits kept as a figure the last are lost, so the row is refused', () => {
    const list = codesIn(firstSheet(workbook([[Number('123456789012345678')], ['AB7788']])), choice);
    expect(list.rows).toEqual([{ row: 2, code: 'AB7788' }]);
    expect(list.spoilt).toMatchObject([{ row: 1, fault: 'shortened' }]);
  });
});

describe('what a spreadsheet has spoilt is shown with its row', () => {
  test('a code in short form is refused', () => {
    const list = codesIn([['AB4512'], ['4,78E+12'], ['4.78e+12'], ['12E45']], choice);
    expect(list.spoilt.map(({ row, fault }) => [row, fault])).toEqual([
      [2, 'shortened'],
      [3, 'shortened'],
    ]);
    expect(list.rows.map(({ code }) => code)).toEqual(['AB4512', '12E45']);
  });

  const lost = ['450012', '981204', '4512', '330018', '771209', '120456'].map((code) => [code]);

  test('a code of digits that is shorter than nearly all others has lost its zeros', () => {
    const list = codesIn(lost, choice);
    expect(list.usualLength).toBe(6);
    expect(list.spoilt).toEqual([{ row: 3, code: '4512', fault: 'zerosLost' }]);
    expect(list.rows).toHaveLength(5);
  });

  test('the owner may put the zeros back or keep the codes as they are', () => {
    const filled = codesIn(lost, { ...choice, shortCodes: 'fillUp' });
    expect(filled.rows[2]).toEqual({ row: 3, code: '004512' });
    const kept = codesIn(lost, { ...choice, shortCodes: 'keep' });
    expect(kept.rows[2]).toEqual({ row: 3, code: '4512' });
    expect([filled.shortCount, kept.shortCount]).toEqual([1, 1]);
  });

  test('codes with letters, and lists of all lengths, are left alone', () => {
    expect(codesIn([['AB1'], ['AB1234'], ['AB1235']], choice).usualLength).toBeNull();
    expect(codesIn([['1'], ['22'], ['333'], ['4444']], choice).usualLength).toBeNull();
  });

  test('an empty row is no row, a row without its code is sent to be refused', () => {
    const list = codesIn(
      [
        ['A1234', 'x'],
        ['', ''],
        ['', 'y'],
        [' A1235 ', ''],
      ],
      choice,
    );
    expect(list.rows).toEqual([
      { row: 1, code: 'A1234' },
      { row: 3, code: '' },
      { row: 4, code: 'A1235' },
    ]);
  });
});

test('every row with something in it is either taken or refused, none is lost', () => {
  const cell = fc.oneof(fc.constant(''), fc.stringMatching(/^[0-9A-Z]{1,9}$/), fc.constant('4,78E+12'));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
      const list = codesIn(
        cells.map((code) => [code]),
        choice,
      );
      const rows = [...list.rows, ...list.spoilt].map(({ row }) => row).sort((a, b) => a - b);
      expect(rows).toEqual(cells.flatMap((code, at) => (code === '' ? [] : [at + 1])));
    }),
  );
});

describe('a hundred thousand rows', () => {
  const codeAt = (at: number) => `PX${String(at).padStart(6, '0')}`;
  const read = (bytes: Uint8Array) => {
    const desk = openCodeListDesk();
    expect(desk.answer({ ask: 'open', bytes })).toMatchObject({ sheets: [{ rows: expect.any(Number) }] });
    const codes = { column: 0, hasHeading: true, shortCodes: 'leaveOut' } as const;
    expect(desk.answer({ ask: 'codes', sheet: 0, choice: codes })).toMatchObject({ count: 100_000 });
    return desk.answer({ ask: 'portion', from: 99_000, count: 1000 });
  };

  test('csv', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => `${codeAt(at)};10`);
    const portion = read(utf8(`kod;foiz\n${lines.join('\n')}\n`));
    expect(portion).toHaveLength(1000);
    expect(portion).toContainEqual({ row: 100_001, code: 'PX099999' });
  });

  test('xlsx', () => {
    const portion = read(workbook([['kod'], ...Array.from({ length: 100_000 }, (_, at) => [codeAt(at)])]));
    expect(portion).toContainEqual({ row: 100_001, code: 'PX099999' });
    // Seconds on a quiet machine; writing the workbook takes most of them.
  }, 90_000);
});

test('a file that is no workbook inside is an error, and the file before it stays open', () => {
  const desk = openCodeListDesk();
  desk.answer({ ask: 'open', bytes: utf8('AB1234\n') });
  const damaged = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);
  expect(() => desk.answer({ ask: 'open', bytes: damaged })).toThrow();
  expect(desk.answer({ ask: 'codes', sheet: 0, choice })).toMatchObject({ count: 1 });
});
