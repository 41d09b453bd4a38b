import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { cellsOf, columnsOf, layOut, type PrintedLine } from '../../../shared/receipt/layout.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';

const narrow = printerProfiles.xprinter58;
const wide = printerProfiles.xprinter80;
const middle = { columns: 42, dots: 512, codePage: 'cp866' } as const;

function textOf(blocks: readonly Block[], paper: Parameters<typeof layOut>[1] = narrow): readonly string[] {
  return layOut(blocks, paper).map((line) => (line.kind === 'text' ? line.text : `[${line.kind}]`));
}

describe('rows', () => {
  test('the figure stands at the right edge', () => {
    expect(textOf([{ kind: 'row', left: 'Non', right: '4 000' }])).toEqual([
      'Non                        4 000',
    ]);
  });

  test('long words wrap in their own column and the figure stands on the last line', () => {
    expect(textOf([{ kind: 'row', left: 'Sut Nestle 3,2% 1 litr paket', right: '14 000' }])).toEqual([
      'Sut Nestle 3,2% 1 litr',
      'paket                     14 000',
    ]);
  });

  test('words never touch the figure', () => {
    // 26 columns are left beside `4 000` and its space; these words have 26 and 27.
    expect(textOf([{ kind: 'row', left: 'Choy yashil barg Olmazor 9', right: '4 000' }])).toEqual([
      'Choy yashil barg Olmazor 9 4 000',
    ]);
    expect(textOf([{ kind: 'row', left: 'Choy yashil barg Olmazor 95', right: '4 000' }])).toEqual([
      'Choy yashil barg Olmazor',
      '95                         4 000',
    ]);
  });

  test('a row that begins with spaces keeps its indent on every line', () => {
    const row: Block = { kind: 'row', left: '  Chegirma «ikkinchisi yarim narxda»', right: '−1 500' };
    expect(textOf([row])).toEqual(['  Chegirma "ikkinchisi', '  yarim narxda"           -1 500']);
  });

  test('a double row holds half as many columns', () => {
    const row: Block = { kind: 'row', left: 'JAMI', right: '98 000', size: 'double', bold: true };
    expect(layOut([row], narrow)).toEqual([
      { kind: 'text', text: 'JAMI      98 000', bold: true, double: true },
    ]);
    expect(textOf([row], wide)).toEqual(['JAMI              98 000']);
  });

  test('a figure that leaves no room for words takes its own line, and is never cut', () => {
    const row: Block = { kind: 'row', left: 'Jami summa', right: '1 251 500', size: 'double' };
    expect(textOf([row])).toEqual(['Jami summa', '       1 251 500']);
    const long: Block = { kind: 'row', left: 'Manzil', right: 'Toshkent shahri, Navoiy koʻchasi 12-uy' };
    expect(textOf([long])).toEqual([
      'Manzil',
      "Toshkent shahri, Navoiy ko'chasi",
      '                           12-uy',
    ]);
  });
});

describe('labels in several languages', () => {
  const label = 'Siz tejadingiz\u00a0/ Вы сэкономили\u00a0/ You saved';

  test('a line breaks between two languages before it breaks inside one', () => {
    // 21 columns are left beside the sum: two of the languages would need 25.
    expect(textOf([{ kind: 'row', left: label, right: '8 600 soʻm' }])).toEqual([
      'Siz tejadingiz /',
      'Вы сэкономили /',
      "You saved             8 600 so'm",
    ]);
    expect(textOf([{ kind: 'row', left: label, right: '8 600' }], wide)).toEqual([
      'Siz tejadingiz / Вы сэкономили / You saved 8 600',
    ]);
  });

  test('a language that is longer than the paper breaks at its words', () => {
    const long = 'Birinchi xarid uchun beriladigan bonus\u00a0/ Бонус';
    expect(textOf([{ kind: 'text', text: long }])).toEqual([
      'Birinchi xarid uchun beriladigan',
      'bonus / Бонус',
    ]);
  });
});

describe('words that a column would break', () => {
  test('the figure goes below when a word does not fit beside it', () => {
    // 13 letters; beside 22.11.2026 14:00 and its space 15 columns are left of 32, beside the longer figure only 11.
    expect(textOf([{ kind: 'row', left: 'Промежуточный', right: '22.11.2026 14:00' }])).toEqual([
      'Промежуточный   22.11.2026 14:00',
    ]);
    expect(textOf([{ kind: 'row', left: 'Промежуточный', right: '22.11.2026 14:00:123' }])).toEqual([
      'Промежуточный',
      '            22.11.2026 14:00:123',
    ]);
  });

  test('a word longer than the whole paper breaks beside its figure all the same', () => {
    expect(textOf([{ kind: 'row', left: 'A'.repeat(40), right: '4 000' }])).toEqual([
      'A'.repeat(26),
      `${'A'.repeat(14)}             4 000`,
    ]);
  });
});

describe('characters that are not as wide as a letter', () => {
  test('Chinese letters and pictures take two columns, marks and joiners none', () => {
    expect(columnsOf('茶')).toBe(2);
    expect(columnsOf('😀')).toBe(2);
    expect(columnsOf('🇺🇿')).toBe(2);
    expect(columnsOf('👍🏽')).toBe(2);
    expect(columnsOf('y\u0306')).toBe(1);
    expect(columnsOf('Oʻzbek')).toBe(6);
    expect(cellsOf('a茶')).toEqual([
      { character: 'a', columns: 1 },
      { character: '茶', columns: 2 },
    ]);
  });

  test('a wide letter that would stand half beyond the edge begins the next line', () => {
    const [first, second] = textOf([{ kind: 'text', text: `a${'茶'.repeat(16)}` }]);
    expect([first, second]).toEqual([`a${'茶'.repeat(15)}`, '茶']);
  });

  test('the figure stands at the right edge beside wide letters too', () => {
    const [line = ''] = textOf([{ kind: 'row', left: '绿茶', right: '4 000' }]);
    expect(line).toBe(`绿茶${' '.repeat(23)}4 000`);
    expect(columnsOf(line)).toBe(32);
  });

  test('every kind of line end ends a line', () => {
    const text = 'bir\r\nikki\u2028uch\vtoʻrt\u0085besh';
    expect(textOf([{ kind: 'text', text }])).toEqual(['bir', 'ikki', 'uch', "to'rt", 'besh']);
  });
});

describe('paragraphs', () => {
  test('words wrap, paragraphs begin anew, alignment pads with spaces', () => {
    expect(
      textOf([
        { kind: 'text', text: 'Toshkent shahri, Navoiy koʻchasi, 12-uy\nSTIR 301234567', align: 'center' },
      ]),
    ).toEqual(['    Toshkent shahri, Navoiy', "        ko'chasi, 12-uy", '         STIR 301234567']);
    expect(textOf([{ kind: 'text', text: 'Rahmat', align: 'right' }])).toEqual([
      '                          Rahmat',
    ]);
  });

  test('a number is never broken at its thin or no-break spaces', () => {
    expect(textOf([{ kind: 'text', text: 'Sizga bonus qoʻshildi bugun 1\u00a0251\u202f500' }])).toEqual([
      "Sizga bonus qo'shildi bugun",
      '1 251 500',
    ]);
  });

  test('a word longer than the paper is broken inside', () => {
    expect(textOf([{ kind: 'text', text: `Kod ${'A'.repeat(40)} oxiri` }])).toEqual([
      'Kod',
      'A'.repeat(32),
      'AAAAAAAA oxiri',
    ]);
  });

  test('a heading is bold, double and in the middle', () => {
    expect(layOut([{ kind: 'heading', text: 'Barakat' }], narrow)).toEqual([
      { kind: 'text', text: '    Barakat', bold: true, double: true },
    ]);
  });

  test('an empty text is an empty line', () => {
    expect(textOf([{ kind: 'text', text: '' }])).toEqual(['']);
  });
});

describe('symbols', () => {
  test('a caption stands under the code', () => {
    const code: Block = { kind: 'code', symbology: 'qr', data: 'K7H3Q9', caption: '5 000 soʻm' };
    expect(textOf([code])).toEqual(['[symbol]', "           5 000 so'm"]);
  });

  test('a code that cannot be a symbol is printed as words, so that it can be typed', () => {
    expect(textOf([{ kind: 'code', symbology: 'ean13', data: '4006381333930' }])).toEqual([
      '         4006381333930',
    ]);
    const long: Block = { kind: 'code', symbology: 'code128', data: 'ABCDEFGHJKLMNPQ' };
    expect(textOf([long])).toEqual(['        ABCDEFGHJKLMNPQ']);
    expect(textOf([long], wide)).toEqual(['[symbol]']);
  });

  test('a picture wider than the paper loses its right side, not its rows', () => {
    const image: Block = {
      kind: 'image',
      widthDots: 400,
      heightDots: 2,
      bitsHex: `${'ab'.repeat(48)}1111${'cd'.repeat(48)}2222`,
    };
    expect(layOut([image], narrow)).toEqual([
      { kind: 'image', widthDots: 384, heightDots: 2, bitsHex: 'ab'.repeat(48) + 'cd'.repeat(48) },
    ]);
  });
});

const words = fc.string({
  unit: fc.constantFrom(...'abc оʻғқ«»…\u00a0\n 茶😀y\u0306/\u200b1234567890'),
  maxLength: 120,
});
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: words }),
  fc.record({
    kind: fc.constant('text' as const),
    text: words,
    align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
  }),
  fc.record({
    kind: fc.constant('row' as const),
    left: words,
    right: words,
    size: fc.constantFrom('normal' as const, 'double' as const),
  }),
  fc.constant({ kind: 'rule' as const }),
);

function visible(line: PrintedLine): string {
  return line.kind === 'text' ? line.text.replaceAll(' ', '') : '';
}

describe('any document', () => {
  test.each([narrow, middle, wide])('no line is wider than the paper of $columns columns', (paper) => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 6 }), (blocks) => {
        for (const line of layOut(blocks, paper)) {
          if (line.kind !== 'text') continue;
          expect(columnsOf(line.text)).toBeLessThanOrEqual(line.double ? paper.columns / 2 : paper.columns);
        }
      }),
    );
  });

  test('nothing is lost by wrapping: the same letters stand on every width', () => {
    fc.assert(
      fc.property(words, words, (left, right) => {
        const on = (paper: Parameters<typeof layOut>[1]) =>
          [
            ...layOut([{ kind: 'row', left, right }], paper)
              .map(visible)
              .join(''),
          ]
            .sort()
            .join('');
        expect(on(narrow)).toBe(on(wide));
        expect(on(middle)).toBe(on(wide));
      }),
    );
  });
});
