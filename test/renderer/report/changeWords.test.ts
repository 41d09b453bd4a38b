import { describe, expect, test } from 'vitest';
import { changeWords, shareWords } from '../../../renderer/report/changeWords.ts';
import { createFormat } from '../../../shared/format.ts';

const format = createFormat('en');

describe('how a figure stands against last week', () => {
  test.each([
    { now: 150_000, before: 100_000, words: '+50% (+50,000)', direction: 'more' },
    { now: 90, before: 100, words: '−10% (−10)', direction: 'less' },
    { now: 1_084, before: 1_000, words: '+8.4% (+84)', direction: 'more' },
    { now: 5, before: 0, words: '+5', direction: 'more' },
    { now: 7, before: 7, words: '0', direction: 'same' },
  ])('$now after $before reads $words', ({ now, before, words, direction }) => {
    expect(changeWords(now, before, format)).toEqual({ words, direction });
  });

  test('a card without room shows the share alone, and the sum where there is no share', () => {
    expect(shareWords(46_625, 65_000, format)).toEqual({ words: '−28.3%', direction: 'less' });
    expect(shareWords(46_625, 0, format)).toEqual({ words: '+46,625', direction: 'more' });
  });
});
