/** Partners' codes: how they are spelt, what is wrong with rows of a list, and which numbers a range holds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCode } from '../../../shared/code.ts';
import {
  type CodeRange,
  codeAt,
  numberInRange,
  rangeLooksLikeOurs,
  rangesMeet,
} from '../../../shared/coupon/codeRange.ts';
import {
  checkCodeRows,
  codesToLookUp,
  foldPartnerCode,
  type KnownCodes,
  readPartnerCode,
} from '../../../shared/coupon/partnerCodes.ts';
import { newCardNumber } from '../../../shared/customer/cardNumber.ts';

const nothingKnown: KnownCodes = { inThisFile: new Set(), taken: new Set(), barcodes: new Set() };
const rowsOf = (...codes: readonly string[]) => codes.map((code, at) => ({ row: at + 1, code }));
const faultsOf = (codes: readonly string[], known: Partial<KnownCodes> = {}) =>
  checkCodeRows(rowsOf(...codes), { ...nothingKnown, ...known }).faults.map(({ row, fault }) => [row, fault]);

describe('how a code is spelt', () => {
  test('small letters and spaces make no difference, hyphens do', () => {
    expect(readPartnerCode(' choy 10-ab ')).toBe('CHOY10-AB');
    expect(readPartnerCode('CHOY10AB')).not.toBe(readPartnerCode('CHOY10-AB'));
  });

  test.each([['ЧОЙ-10'], ['A_1'], ['A.1'], ['A/1'], [''], ['   '], ['A'.repeat(49)], ['ı'], ['ß1']])(
    'nobody has the code %j',
    (text) => expect(readPartnerCode(text)).toBeNull(),
  );

  test('a code read twice stays the same', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = foldPartnerCode(text);
        expect(foldPartnerCode(once)).toBe(once);
      }),
    );
  });
});

describe('the rows of a list', () => {
  const card = newCardNumber('123456789');
  const coupon = newCode('K', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]));

  test('each bad row is named with what is wrong, and the good ones are kept', () => {
    const rows = rowsOf('abc 1', '', 'ЧОЙ', 'A'.repeat(49), 'ABC1', 'xyz-2', card, coupon.toLowerCase());
    expect(checkCodeRows(rows, nothingKnown)).toEqual({
      codes: ['ABC1', 'XYZ-2'],
      faults: [
        { row: 2, code: '', fault: 'empty' },
        { row: 3, code: 'ЧОЙ', fault: 'characters' },
        { row: 4, code: 'A'.repeat(49), fault: 'tooLong' },
        { row: 5, code: 'ABC1', fault: 'twiceInFile' },
        { row: 7, code: card, fault: 'looksLikeOurs' },
        { row: 8, code: coupon.toLowerCase(), fault: 'looksLikeOurs' },
      ],
    });
  });

  test('a code of an earlier portion of the file stands in it twice', () => {
    expect(faultsOf(['a1', 'a2'], { inThisFile: new Set(['A1']) })).toEqual([[1, 'twiceInFile']]);
  });

  test('a code of another list or range is taken', () => {
    expect(faultsOf(['a1', 'a2'], { taken: new Set(['A2']) })).toEqual([[2, 'taken']]);
  });

  test('the barcode of goods cannot be a coupon: a scanner could not tell them apart', () => {
    expect(faultsOf(['4780000000019'], { barcodes: new Set(['4780000000019']) })).toEqual([
      [1, 'looksLikeOurs'],
    ]);
  });

  test('48 characters are the longest code', () => {
    expect(faultsOf(['B'.repeat(48)])).toEqual([]);
  });

  test('a bad row never stops the others, and no code is kept twice', () => {
    const anyCode = fc.oneof(fc.string(), fc.stringMatching(/^[A-C1-2]{1,2}$/));
    fc.assert(
      fc.property(fc.array(anyCode, { maxLength: 60 }), (codes) => {
        const checked = checkCodeRows(rowsOf(...codes), nothingKnown);
        expect(checked.codes.length + checked.faults.length).toBe(codes.length);
        expect(new Set(checked.codes).size).toBe(checked.codes.length);
        for (const code of checked.codes) expect(readPartnerCode(code)).toBe(code);
      }),
    );
  });

  test('what is looked up is spelt as it is stored, each code once', () => {
    expect(codesToLookUp(rowsOf('a 1', 'A1', 'ЧОЙ', '', 'b-2'))).toEqual(['A1', 'B-2']);
  });
});

const range = (prefix: string, digits: number, first: number, last: number): CodeRange => ({
  prefix,
  digits,
  first,
  last,
});

describe('a range of numbers', () => {
  const choy = range('AB', 6, 100, 999);

  test.each([
    ['AB000100', 100],
    ['AB000999', 999],
    ['AB001000', null],
    ['AB000099', null],
    ['AB100', null],
    ['AB0000100', null],
    ['CD000100', null],
    ['AB00010X', null],
  ])('from AB000100 to AB000999, %s is number %s', (code, number) => {
    expect(numberInRange(choy, code)).toBe(number);
  });

  test('a number outside is no code of it', () => {
    expect(() => codeAt(choy, 1000)).toThrow(RangeError);
    expect(() => codeAt(choy, 99)).toThrow(RangeError);
  });

  const anyRange = fc
    .record({
      prefix: fc.stringMatching(/^[AB01]{0,3}$/),
      digits: fc.integer({ min: 1, max: 3 }),
      ends: fc.tuple(fc.nat(999), fc.nat(999)),
    })
    .map(({ prefix, digits, ends }) => {
      const [a = 0, b = 0] = ends.map((end) => end % 10 ** digits);
      return range(prefix, digits, Math.min(a, b), Math.max(a, b));
    });

  const codesOf = (each: CodeRange) =>
    Array.from({ length: each.last - each.first + 1 }, (_, at) => codeAt(each, each.first + at));

  test('every number comes back from its code', () => {
    fc.assert(
      fc.property(anyRange, (each) => {
        expect(codesOf(each).map((code) => numberInRange(each, code))).toEqual(
          Array.from({ length: each.last - each.first + 1 }, (_, at) => each.first + at),
        );
      }),
    );
  });

  test('two ranges meet exactly when they have a code in common', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        const codes = new Set(codesOf(a));
        const isCommon = codesOf(b).some((code) => codes.has(code));
        expect(rangesMeet(a, b)).toBe(isCommon);
        expect(rangesMeet(b, a)).toBe(isCommon);
      }),
      { numRuns: 2000 },
    );
  });

  test('AB with four digits holds what AB0 with three holds', () => {
    expect(rangesMeet(range('AB', 4, 0, 9999), range('AB0', 3, 123, 123))).toBe(true);
    expect(rangesMeet(range('AB', 4, 1000, 9999), range('AB0', 3, 0, 999))).toBe(false);
    expect(rangesMeet(range('AB', 4, 0, 9999), range('AB-', 3, 0, 999))).toBe(false);
  });

  test.each([
    ['numbers of the shop’s cards', range('29', 11, 0, 5), true],
    [
      'thirteen digits that reach the shop’s cards',
      range('', 13, 2_800_000_000_000, 2_900_000_000_000),
      true,
    ],
    ['thirteen digits that do not', range('', 13, 2_000_000_000_000, 2_899_999_999_999), false],
    ['ten characters that begin like a coupon of ours', range('K', 9, 222_222_222, 333_333_333), true],
    ['the same with one digit more', range('K', 10, 2_222_222_222, 3_333_333_333), false],
    ['another letter', range('AB', 8, 0, 99), false],
  ])('%s: %o', (_what, each, isOurs) => {
    expect(rangeLooksLikeOurs(each)).toBe(isOurs);
  });
});
