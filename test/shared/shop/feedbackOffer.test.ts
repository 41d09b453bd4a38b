/** After which sales the till offers to ask how it was. */
import { expect, test } from 'vitest';
import { offersFeedback } from '../../../shared/shop/feedbackOffer.ts';

test.each([
  [20, true, 10, true],
  [21, true, 10, false],
  [20, false, 10, false],
  [20, true, 0, false],
  [7, true, 1, true],
])('receipt %s, customer known %s, every %s: %s', (number, isKnown, every, isOffered) => {
  expect(offersFeedback(number, isKnown, every)).toBe(isOffered);
});
