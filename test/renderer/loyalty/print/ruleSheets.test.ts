import { describe, expect, it } from 'vitest';
import { ruleSheets } from '../../../../renderer/loyalty/print/ruleSheets.ts';

const short = (text: string) => ({ uz: text, ru: `${text} ru` });
const section = (name: string, lines: number) => ({
  title: short(name),
  lines: Array.from({ length: lines }, (_, at) => short(`${name}${at + 1}`)),
});

/** The titles and the number of lines on each sheet. */
const laidOut = (sections: Parameters<typeof ruleSheets>[0]) =>
  ruleSheets(sections, 'uz').map((sheet) => sheet.map(({ title, lines }) => [title, lines.length]));

describe('rules on sheets', () => {
  it('stand on one sheet while there is room', () => {
    expect(laidOut([section('A', 5), section('B', 3)])).toEqual([
      [
        ['A', 5],
        ['B', 3],
      ],
    ]);
  });

  it('go on over the sheet without their title again', () => {
    // Of 870 the title takes 38 and each rule 21: 39 of them make 857.
    expect(laidOut([section('A', 40)])).toEqual([[['A', 39]], [[null, 1]]]);
  });

  it('never leave a title alone at the foot', () => {
    // A takes 38 + 37 × 21 = 815; the 55 that are left would hold a title but no rule below it.
    expect(laidOut([section('A', 37), section('B', 2)])).toEqual([[['A', 37]], [['B', 2]]]);
  });

  it('count a long line as the rows it takes', () => {
    // 97 letters take two rows, 39 with the gap: 38 + 21 × 39 = 857.
    const long = { title: short('A'), lines: Array.from({ length: 22 }, () => ({ uz: 'x'.repeat(97) })) };
    expect(laidOut([long])).toEqual([[['A', 21]], [[null, 1]]]);
  });

  it('speak the language of the sheet, and another where a text has none', () => {
    const mixed = { title: short('A'), lines: [short('b'), { uz: 'faqat oʻzbekcha' }] };
    expect(ruleSheets([mixed], 'ru')).toEqual([
      [{ title: 'A ru', number: 1, lines: ['b ru', 'faqat oʻzbekcha'] }],
    ]);
  });

  it('keep the number of their section where they go on', () => {
    const numbers = ruleSheets([section('A', 38), section('B', 40)], 'uz').map((sheet) =>
      sheet.map(({ number }) => number),
    );
    expect(numbers).toEqual([[1], [2], [2]]);
  });
});
