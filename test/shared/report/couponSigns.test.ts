/** Which uses of coupons are worth the owner's look. */
import { expect, it } from 'vitest';
import { farAbove } from '../../../shared/report/couponSigns.ts';

const uses = (...counts: readonly number[]) =>
  counts.map((count, index) => ({ personId: `person ${index + 1}`, uses: count }));

it.each([
  { people: 3, counts: [6, 2, 1], who: 'person 1' },
  { people: 3, counts: [1, 2, 6], who: 'person 3' },
  { people: 3, counts: [4, 0, 0], who: null },
  { people: 3, counts: [5, 3, 2], who: null },
  { people: 3, counts: [6, 3, 2], who: 'person 1' },
  { people: 2, counts: [40, 1], who: null },
  { people: 5, counts: [], who: null },
])('of $people people with $counts coupons the one to look at is $who', ({ people, counts, who }) => {
  expect(farAbove(uses(...counts), people)?.personId ?? null).toBe(who);
});
