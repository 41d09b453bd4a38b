/** Small gifts: what is left of a month's budget, which sums stand on keys, who gets one and who must stand for it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  giftChips,
  giftLeftSom,
  giftNeedsSecondPerson,
  giftOccasions,
  judgeGift,
} from '../../../shared/loyalty/surprise.ts';
import { som } from '../../../shared/money.ts';

const budget = (budgetSom: number, givenSom: number) => ({
  budgetSom: som(budgetSom),
  givenSom: som(givenSom),
});

test.each([
  [50_000, 0, 50_000],
  [50_000, 18_000, 32_000],
  [50_000, 50_000, 0],
  [20_000, 35_000, 0],
  [0, 0, 0],
])('of a budget of %i, with %i given, %i is left', (all, given, left) => {
  expect(giftLeftSom(budget(all, given))).toBe(left);
});

test('the last soʻm of the budget needs nobody, the first above it does', () => {
  expect(giftNeedsSecondPerson(budget(50_000, 18_000), som(32_000))).toBe(false);
  expect(giftNeedsSecondPerson(budget(50_000, 18_000), som(32_001))).toBe(true);
  expect(giftNeedsSecondPerson(budget(0, 0), som(1))).toBe(true);
});

test.each([
  [200_000, [5_000, 10_000, 20_000, 50_000]],
  [32_000, [5_000, 10_000, 20_000, 32_000]],
  [10_000, [5_000, 10_000]],
  [7_500, [5_000, 7_500]],
  [3_000, [3_000]],
  [0, []],
])('with %i left the keys are %j', (left, keys) => {
  expect(giftChips(som(left))).toEqual(keys);
});

test('no key gives more than is left, keys rise, and there are at most four', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (left) => {
      const keys = giftChips(som(left));
      expect(keys.length).toBeLessThanOrEqual(4);
      expect(keys.every((key, place) => key > (keys[place - 1] ?? 0) && key <= left)).toBe(true);
    }),
  );
});

test('only who gave a phone gets a gift, and another reason is told in words', () => {
  const asked = { isRegistered: true, occasion: 'loyal', words: '' } as const;
  expect(judgeGift(asked)).toBeNull();
  expect(judgeGift({ ...asked, isRegistered: false })?.refused).toBe('NeedsPhone');
  expect(judgeGift({ ...asked, occasion: 'other' })?.refused).toBe('GiftWordsNeeded');
  expect(judgeGift({ ...asked, occasion: 'other', words: 'Toʻyi bilan' })).toBeNull();
  const wordless = giftOccasions.filter((occasion) => judgeGift({ ...asked, occasion }) === null);
  expect(wordless).toEqual(['birthday', 'loyal', 'consolation', 'guestOfDay']);
});
