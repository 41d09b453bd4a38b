/** One slip of the fingers still finds the customer. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningsNear, isNear, shortestGuessed } from '../../../shared/customer/nearWord.ts';

test.each([
  ['hurhsid', 'hurshid', true],
  ['abdulaev', 'abdulev', true],
  ['abdla', 'abdulaev', true],
  ['karimof', 'karimova', true],
  ['arimov', 'karimov', true],
  ['jkarimov', 'karimov', true],
  ['akrimov', 'karimov', true],
  ['karim', 'karimov', true],
  ['karim', 'salim', false],
  ['karimov', 'rahimov', false],
  ['ali', 'ani', false],
])('%s and %s: %s', (typed, word, near) => {
  expect(isNear(typed, word)).toBe(near);
});

const word = fc.string({ unit: fc.constantFrom(...'abdehiklmnorstuvz'), minLength: 4, maxLength: 12 });

test('every single slip in a word is near it, and the index is asked for where the word stands', () => {
  const slip = fc.tuple(word, fc.nat(), fc.constantFrom(...'abcxyz'), fc.constantFrom(0, 1, 2, 3));
  fc.assert(
    fc.property(slip, ([right, place, letter, kind]) => {
      const at = place % right.length;
      const typed = [
        right.slice(0, at) + right.slice(at + 1),
        right.slice(0, at) + letter + right.slice(at),
        right.slice(0, at) + letter + right.slice(at + 1),
        right.slice(0, at) + (right[at + 1] ?? '') + right[at] + right.slice(at + 2),
      ][kind] as string;
      fc.pre(typed.length >= shortestGuessed);
      expect(isNear(typed, right)).toBe(true);
      expect(beginningsNear(typed).some((beginning) => right.startsWith(beginning))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('two slips in the middle of a word are too many', () => {
  expect(isNear('kaximxv', 'karimov')).toBe(false);
});
