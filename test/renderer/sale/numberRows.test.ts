import { describe, expect, it } from 'vitest';
import { numberRows } from '../../../renderer/sale/numberRows.ts';

describe('Ticket numbers on the strip of a finished sale', () => {
  it.each([
    [[], ''],
    [[5], '5'],
    [[242, 243, 244, 245], '242–245'],
    [[7, 8, 12], '7, 8, 12'],
    [[3, 10, 11, 12], '3, 10–12'],
  ])('%j is written %j', (numbers, words) => {
    expect(numberRows(numbers)).toBe(words);
  });

  it('keeps the tickets of two draws apart, each with its own row', () => {
    expect(numberRows([40, 41, 42, 7, 8, 9])).toBe('40–42, 7–9');
  });
});
