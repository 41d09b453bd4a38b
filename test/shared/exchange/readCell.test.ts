/** What stands in a cell: sums, days, codes, phones, as people and spreadsheets write and spoil them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBarcode } from '../../../shared/catalogue/barcode.ts';
import { gs1CheckDigit } from '../../../shared/checkDigit.ts';
import { readBarcodes, withZerosBack } from '../../../shared/exchange/readBarcodes.ts';
import { readMoney, readUnit, readVat, tidyCell, wasRead } from '../../../shared/exchange/readCell.ts';
import { dayOrderOf, readDay } from '../../../shared/exchange/readDay.ts';
import { businessDay } from '../../../shared/time.ts';

describe('a sum in a cell', () => {
  test.each([
    ['12 500,00', 12_500],
    ['12\u00a0500,00', 12_500],
    ['12\u202f500.00', 12_500],
    ['1.250.000', 1_250_000],
    ['1,250,000.00', 1_250_000],
    ['12500.00', 12_500],
    ['12500 soʻm', 12_500],
    ["12 500 so'm", 12_500],
    ['12 500 сум', 12_500],
    ["12'500", 12_500],
    ['1,25E+06', 1_250_000],
    ['0', 0],
    ['0,00', 0],
  ])('%s is %i soʻm', (cell, sum) => {
    expect(readMoney(tidyCell(cell))).toEqual({ value: sum });
  });

  test.each([
    ['01.май', 'dateNotNumber'],
    ['2026-05-01', 'dateNotNumber'],
    ['1-May', 'dateNotNumber'],
    ['=A1*2', 'formula'],
    ['#REF!', 'formula'],
    ['12 $', 'foreignMoney'],
    ['100 руб', 'foreignMoney'],
    ['-500', 'negative'],
    ['(500)', 'negative'],
    ['kelishiladi', 'notNumber'],
    ['12..5', 'notNumber'],
    ['1.2.3', 'notNumber'],
    ['9999999999999', 'tooLarge'],
  ])('%s is refused as %s', (cell, fault) => {
    expect(readMoney(tidyCell(cell))).toMatchObject({ fault });
  });

  test('tiyin are rounded half up and told; three digits after a point are thousands, and told too', () => {
    expect(readMoney('12500,50')).toEqual({ value: 12_501, warning: 'rounded', hint: '12501' });
    expect(readMoney('12500,49')).toEqual({ value: 12_500, warning: 'rounded', hint: '12500' });
    expect(readMoney('12.500')).toEqual({ value: 12_500, warning: 'readAsThousands', hint: '12500' });
  });

  test('however thousands and the fraction are parted, the same sum is read', () => {
    const spaces = fc.constantFrom(' ', '\u00a0', '\u202f', "'", '');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        spaces,
        fc.constantFrom(',', '.'),
        (sum, space, point) => {
          const grouped = String(sum).replace(/\B(?=(\d{3})+$)/g, space);
          expect(readMoney(tidyCell(`${grouped}${point}00`))).toEqual({ value: sum });
        },
      ),
    );
  });

  test('whatever stands in a cell, it is read or refused, never thrown', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const read = readMoney(tidyCell(cell));
        if (wasRead(read)) expect(Number.isSafeInteger(read.value) && read.value >= 0).toBe(true);
      }),
    );
  });
});

describe('codes in a cell', () => {
  test('several stand in one cell, however they are parted', () => {
    const cell = '4600068009043; 4600068038029, 4600080316730\n46000801';
    expect(readBarcodes(tidyCell(cell)).codes).toEqual([
      '4600068009043',
      '4600068038029',
      '4600080316730',
      '46000801',
    ]);
  });

  test.each(['4,78E+12', '4.78E+12', '4,60007E+12'])('%s was shortened by a spreadsheet: refused', (cell) => {
    const read = readBarcodes(cell);
    expect(read.codes).toEqual([]);
    expect(read.faults.map(({ code }) => code)).toEqual(['barcodeShortened']);
  });

  test('an EAN-8 that lost its zero is refused, and told as it should be', () => {
    expect(readBarcodes('1234565').faults).toEqual([{ code: 'barcodeZeroLost', hint: '01234565' }]);
  });

  test('a card of the till is no code of goods; a wrong check digit is only told', () => {
    expect(readBarcodes('2912345678905').faults[0]?.code).toBe('barcodeReserved');
    expect(readBarcodes('4600068009044')).toMatchObject({
      codes: ['4600068009044'],
      faults: [],
      warnings: [{ code: 'checkDigitWrong' }],
    });
  });

  test('short numbers of the shop’s own stay what they are', () => {
    expect(readBarcodes('101').codes).toEqual(['101']);
    expect(readBarcodes('12345').codes).toEqual(['12345']);
  });

  test('a code that lost one zero is found again, and a whole one is never changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 999_999 }), (digits) => {
        const body = `0${digits}`;
        const whole = `${body}${gs1CheckDigit(body)}`;
        expect(withZerosBack(whole.slice(1))).toBe(whole);
        expect(isBarcode(whole) && withZerosBack(whole) === null).toBe(true);
      }),
    );
  });
});

describe('a day in a cell', () => {
  const today = businessDay('2026-11-22');
  test.each([
    ['05.06.1990', '1990-06-05'],
    ['5/6/1990', '1990-06-05'],
    ['1990-06-05', '1990-06-05'],
    ['1990-06-05 12:30', '1990-06-05'],
    ['05.06.1990 г.', '1990-06-05'],
    ['20/11/2026 18:45', '2026-11-20'],
  ])('%s is %s', (cell, day) => {
    expect(readDay(cell, 'dayFirst', today)).toEqual({ value: day });
  });

  test('a two-digit year is told, and is never in the future', () => {
    expect(readDay('05.06.90', 'dayFirst', today)).toMatchObject({
      value: '1990-06-05',
      warning: 'twoDigitYear',
    });
    expect(readDay('05.06.26', 'dayFirst', today)).toMatchObject({ value: '2026-06-05' });
    expect(readDay('05.06.27', 'dayFirst', today)).toMatchObject({ value: '1927-06-05' });
  });

  test('a figure that a spreadsheet counts days with is a day; a day that is none is refused', () => {
    expect(readDay('33029', 'dayFirst', today)).toMatchObject({ value: '1990-06-05', warning: 'serialDate' });
    expect(readDay('31.02.1990', 'dayFirst', today)).toEqual({ fault: 'dateWrong' });
    expect(readDay('kuzda', 'dayFirst', today)).toEqual({ fault: 'dateWrong' });
  });

  test('months stand first only where a cell can be read no other way', () => {
    expect(dayOrderOf(['05/06/1990', '12/25/1991'])).toBe('monthFirst');
    expect(dayOrderOf(['05/06/1990', '25/12/1991'])).toBe('dayFirst');
    expect(dayOrderOf(['05/06/1990'])).toBe('dayFirst');
    expect(readDay('12/25/1991', 'monthFirst', today)).toEqual({ value: '1991-12-25' });
  });
});

test.each([
  ['шт.', 'piece'],
  ['ШТ', 'piece'],
  ['кг', 'kilogram'],
  ['dona', 'piece'],
  ['упаковка', 'pack'],
])('the unit %s is a %s', (cell, unit) => {
  expect(readUnit(cell)).toEqual({ value: unit });
});

test.each([
  ['12', 1_200],
  ['12%', 1_200],
  ['0.12', 1_200],
  ['НДС 12%', 1_200],
])('VAT %s is %i basis points', (cell, rateBasisPoints) => {
  expect(readVat(cell)).toEqual({ value: { kind: 'rate', rateBasisPoints } });
});

test.each(['Без НДС', '0', '0%', 'QQSsiz'])('%s is no VAT', (cell) => {
  expect(readVat(cell)).toEqual({ value: { kind: 'none' } });
});

test('a text that a spreadsheet was told to keep is that text', () => {
  expect(tidyCell('="0012"')).toBe('0012');
  expect(tidyCell("'+998901234567")).toBe('+998901234567');
  expect(tidyCell('\ufeff Choy\u200b ')).toBe('Choy');
});
