import { describe, expect, it } from 'vitest';
import { fittingLines, fittingSize } from '../../../renderer/report/print/fitText.ts';

/** Every letter half as wide as it is high. */
const widthOf = (text: string, size: number) => text.length * size * 0.5;
const sizes = [10, 8, 6, 4];

describe('words on a price tag', () => {
  it('are as large as they may be while they fit', () => {
    expect(fittingSize('Non', { width: 50, lines: 2 }, sizes, widthOf)).toBe(10);
  });

  it('take a second line before they shrink', () => {
    // 'Вермишель' is 45 wide at 10, 'макаронная' 50; together they would be 100.
    expect(fittingSize('Вермишель макаронная', { width: 50, lines: 2 }, sizes, widthOf)).toBe(10);
    expect(fittingSize('Вермишель макаронная', { width: 50, lines: 1 }, sizes, widthOf)).toBe(4);
  });

  it('shrink rather than break a word', () => {
    // Fourteen letters are 70 wide at 10, 56 at 8 and 42 at 6.
    expect(fittingSize('Ультрапастериз', { width: 50, lines: 2 }, sizes, widthOf)).toBe(6);
  });

  it('shrink when they would need a third line', () => {
    // Three words of eight letters: two on a line need 85 at 10, 68 at 8 and 51 at 6; at 4 they need 34.
    expect(fittingSize('молочный молочный молочный', { width: 50, lines: 2 }, sizes, widthOf)).toBe(4);
  });

  it('are as small as allowed where nothing helps', () => {
    expect(fittingSize('x'.repeat(100), { width: 50, lines: 2 }, sizes, widthOf)).toBe(4);
  });

  it('are set in more lines of smaller type before they would be tiny in few', () => {
    const ways = [
      { lines: 2, sizes: [10, 8] },
      { lines: 3, sizes: [6, 4] },
    ];
    const fitted = (text: string) => fittingLines(text, 50, ways, widthOf);
    expect(fitted('Вермишель макаронная')).toEqual({ lines: 2, size: 10 });
    // Three words of eight letters: at 8 each takes a line of its own; at 6 two would need 51.
    expect(fitted('молочный молочный молочный')).toEqual({ lines: 3, size: 6 });
    expect(fitted('x'.repeat(100))).toEqual({ lines: 3, size: 4 });
  });
});
