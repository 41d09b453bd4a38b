/** Prizes as they are typed and as they are promised: the same number of each, first prize first. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { prizeRowsOf, prizesInWords, prizesOf } from '../../../renderer/loyalty/prizeRows.ts';

describe('prizes', () => {
  test('stand in one row where neighbours are equal, and in another where they are not', () => {
    const rows = prizeRowsOf(['Televizor', 'Choy', 'Choy', 'Tort', 'Choy']);
    expect(rows.map(({ words, count }) => [words, count])).toEqual([
      ['Televizor', 1],
      ['Choy', 2],
      ['Tort', 1],
      ['Choy', 1],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
  });

  it('lose nothing and keep their order on the way to rows and back', () => {
    const word = fc.constantFrom('Choy', 'Tort', 'Televizor');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (prizes) => {
        expect(prizesOf(prizeRowsOf(prizes))).toEqual(prizes);
      }),
    );
  });

  test('are told in one line', () => {
    expect(prizesInWords(['Televizor', 'Choy', 'Choy'])).toBe('Televizor, Choy × 2');
  });
});
