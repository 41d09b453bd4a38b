import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canEncode } from '../../../shared/receipt/codePages.ts';
import { foldForPrint } from '../../../shared/receipt/fold.ts';

describe('folding for print', () => {
  test.each(['ʻ', 'ʼ', '‘', '’', '`', '´'])("the apostrophe %s prints as '", (apostrophe) => {
    expect(foldForPrint(`O${apostrophe}zbekiston`, 'cp866')).toBe("O'zbekiston");
    expect(foldForPrint(`O${apostrophe}zbekiston`, 'cp1251')).toBe("O'zbekiston");
  });

  test.each([
    ['125\u00a0000\u202fsoʻm', "125 000 so'm"],
    ['1\u2009250\u2009000', '1 250 000'],
    ['12 – 14 — 16', '12 - 14 - 16'],
    ['−1 500', '-1 500'],
    ['Чек № 7…', 'Чек № 7...'],
    ['2 × 5 000', '2 x 5 000'],
    ['и\u0306', 'й'],
  ])('%s prints as %s on every page', (stored, printed) => {
    expect(foldForPrint(stored, 'cp866')).toBe(printed);
    expect(foldForPrint(stored, 'cp1251')).toBe(printed);
  });

  test('« » stay where the page has them', () => {
    expect(foldForPrint('«Чой»', 'cp866')).toBe('"Чой"');
    expect(foldForPrint('«Чой»', 'cp1251')).toBe('«Чой»');
  });

  test('№ is kept where the page has it', () => {
    expect(foldForPrint('Chek № 7', 'cp866')).toBe('Chek № 7');
    expect(foldForPrint('Chek № 7', 'ascii')).toBe('Chek N 7');
  });

  test('letters are never replaced by others: қ ғ ҳ stay and go out as a picture', () => {
    expect(foldForPrint('Қайта ғалаба ҳафта', 'cp866')).toBe('Қайта ғалаба ҳафта');
    expect(canEncode(foldForPrint('Қайта', 'cp866'), 'cp866')).toBe(false);
  });

  test('a product name cannot command the printer', () => {
    expect(foldForPrint('Non\u001bp\u0000\u0019\u0019\u001dV\u0000', 'cp866')).toBe('NonpV');
    expect(foldForPrint('a\u202eb\u200bc\u00add\u2028e', 'cp866')).toBe('abcde');
  });

  test('whatever is typed, no control character and no broken letter is left, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('cp866', 'cp1251', 'ascii'),
        (typed, page) => {
          const line = foldForPrint(typed, page);
          expect(line).not.toMatch(/[\p{Cc}\p{Cs}]/u);
          expect(foldForPrint(line, page)).toBe(line);
        },
      ),
    );
  });
});

test('letters of full width are printed as the letters that they are', () => {
  expect(foldForPrint('ＣＯＬＡ １２', 'cp866')).toBe('COLA 12');
  expect(foldForPrint('so＇m', 'cp866')).toBe("so'm");
});

test('nothing that takes no room stays: joiners, direction marks, choosers of a look, fillers', () => {
  expect(foldForPrint('a\u200bb\u200ec\u2764\ufe0f\u3164\u034fd', 'cp866')).toBe('abc\u2764d');
});
