/** The amounts beside "exact". */
import { describe, expect, it } from 'vitest';
import { som } from '../../../shared/money.ts';
import { quickAmounts } from '../../../shared/sale/quickAmounts.ts';

describe('quick amounts', () => {
  it.each([
    [115_950, [116_000, 120_000, 150_000]],
    [47_800, [48_000, 50_000, 100_000]],
    [50_000, [100_000, 200_000]],
    [200_000, []],
    [999, [1_000, 5_000, 10_000]],
    [1_234_500, [1_235_000, 1_240_000, 1_250_000]],
    [0, []],
  ])('for %i are %j', (total, amounts) => {
    expect(quickAmounts(som(total))).toEqual(amounts);
  });

  it('follow the notes that the shop takes', () => {
    expect(quickAmounts(som(47_800), [10_000, 50_000])).toEqual([50_000]);
  });
});
