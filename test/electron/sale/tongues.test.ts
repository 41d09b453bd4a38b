/** Several languages on one paper: columns never break and figures are never cut, whatever the paper's width. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saleReceipt } from '../../../electron/sale/paper.ts';
import { receiptWords } from '../../../electron/sale/receiptWords.ts';
import { label, labelledRow, nameLines, sentences, voiceOf } from '../../../electron/sale/tongues.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { foldForPrint } from '../../../shared/receipt/fold.ts';
import { columnsOf, layOut } from '../../../shared/receipt/layout.ts';
import { type Language, languages } from '../../../shared/text.ts';
import { type Columns, formWith, papers, sampleSale, textOf } from './receiptText.ts';

const zone = 'Asia/Tashkent';
const every = voiceOf(receiptWords, languages, zone);

describe('words in several languages', () => {
  test('a label stands once for each language that says it in its own way', () => {
    expect(label(every, ({ words }) => words.total)).toBe('JAMI\u00a0/ ИТОГО\u00a0/ TOTAL');
    // STIR and Bonus are the same in Uzbek and in English.
    expect(label(every, ({ words }) => words.stir)).toBe('STIR\u00a0/ СТИР');
    expect(label(every, ({ words }) => words.tender.bonus)).toBe('Bonus\u00a0/ Бонус');
  });

  test('one language says it as it is', () => {
    const russian = voiceOf(receiptWords, ['ru'], zone);
    expect(label(russian, ({ words }) => words.total)).toBe('ИТОГО');
    expect(sentences(russian, ({ words }) => words.thanks)).toEqual([
      { kind: 'text', text: 'Спасибо за покупку!' },
    ]);
  });

  test('goods stand in the first language, and beneath in the second where that is another name', () => {
    expect(nameLines(every, { uz: 'Choy', ru: 'Чай', en: 'Tea' })).toEqual(['Choy', 'Чай']);
    expect(nameLines(every, { uz: 'Coca-Cola' })).toEqual(['Coca-Cola']);
  });

  test('a label that does not fit breaks between its languages, the slash at the end of the line', () => {
    const total = labelledRow(every, ({ words }) => words.total, '80 400', { size: 'double' });
    expect(textOf([total], 32)).toBe('2|JAMI /\n2|ИТОГО /\n2|TOTAL     80 400\n');
    expect(textOf([total], 48)).toBe('2|JAMI / ИТОГО /\n2|TOTAL             80 400\n');
    const change = labelledRow(every, ({ words }) => words.change, '4 600');
    expect(textOf([change], 32)).toBe(' |Qaytim / Сдача / Change    4 600\n');
  });

  test('a paper in no language is a mistake of ours', () => {
    expect(() => voiceOf(receiptWords, [], zone)).toThrow(RangeError);
  });
});

const chosenLanguages = fc.uniqueArray(fc.constantFrom<Language>(...languages), { minLength: 1 });
const spoken = fc.string({
  unit: fc.constantFrom(...'abc оʻғқ «» 123 汉字😀 й\u0301'),
  minLength: 1,
  maxLength: 60,
});
const figure = fc
  .integer({ min: -9_999_999_999, max: 9_999_999_999 })
  .map((sum) => String(sum).replace(/\B(?=(\d{3})+$)/g, '\u00a0'));

function widest(blocks: readonly Block[], columns: Columns): number {
  const widths = layOut(blocks, papers[columns]).map((line) =>
    line.kind === 'text' ? columnsOf(line.text) * (line.double ? 2 : 1) : 0,
  );
  return Math.max(0, ...widths);
}

describe.each([32, 42, 48] as const)('on %i columns', (columns) => {
  test('no label in any languages is wider than the paper, and its figure stands whole at the right edge', () => {
    fc.assert(
      fc.property(
        chosenLanguages,
        spoken,
        spoken,
        spoken,
        figure,
        fc.constantFrom<'normal' | 'double'>('normal', 'double'),
        (chosen, uz, ru, en, right, size) => {
          const said = { uz, ru, en };
          const voice = voiceOf(said, chosen, zone);
          const row = labelledRow(voice, ({ words }) => words, right, { size });
          expect(widest([row], columns)).toBeLessThanOrEqual(columns);
          const lines = layOut([row], papers[columns]);
          const last = lines.at(-1);
          expect(last?.kind === 'text' && last.text.endsWith(foldForPrint(right, 'cp866'))).toBe(true);
        },
      ),
    );
  });

  test('no receipt is wider than the paper, whatever the shop and its goods are called', () => {
    fc.assert(
      fc.property(chosenLanguages, spoken, spoken, (chosen, name, words) => {
        const form = formWith({
          languages: chosen,
          blocks: words.trim() === '' ? [] : [{ kind: 'text', place: 'top', text: { uz: words } }],
        });
        const sample = sampleSale('uz', form, { name });
        const named = { ...sample, lines: sample.lines.map((line) => ({ ...line, name_json: json(words) })) };
        expect(widest(saleReceipt(named), columns)).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 60 },
    );
  });

  test('every figure of the sample receipt stands whole on one line in every choice of languages', () => {
    fc.assert(
      fc.property(chosenLanguages, (chosen) => {
        const blocks = saleReceipt(sampleSale('uz', formWith({ languages: chosen })));
        const lines = textOf(blocks, columns).split('\n');
        for (const block of blocks) {
          if (block.kind !== 'row') continue;
          const right = foldForPrint(block.right, 'cp866');
          expect(lines.some((line) => line.endsWith(right))).toBe(true);
        }
      }),
    );
  });
});

const json = (words: string) => JSON.stringify({ uz: words, ru: `${words} ${words}` });
