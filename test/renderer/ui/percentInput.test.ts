import { describe, expect, test } from 'vitest';
import { percentTyped } from '../../../renderer/ui/PercentInput.tsx';

describe('a rate that is typed', () => {
  test.each([
    { typed: '2', rate: 200 },
    { typed: '2,5', rate: 250 },
    { typed: '2.05', rate: 205 },
    { typed: '0', rate: 0 },
    { typed: '100', rate: 10_000 },
    { typed: '2,', rate: 200 },
  ])('$typed % is $rate basis points', ({ typed, rate }) => {
    expect(percentTyped(typed)).toBe(rate);
  });

  test.each(['', '101', '2,555', '2,5,5', 'x'])('“%s” is no rate from 0 to 100 percent', (typed) => {
    expect(percentTyped(typed)).toBeNull();
  });
});
