/** A partner's numbers in a range: which code is in it, which number comes next, and whether two ranges meet. */
import { codeLength, codeLetters } from '../code.ts';
import type { CouponCodes } from './series.ts';

/** `prefix` and a number of `digits` digits from `first` to `last`: AB000100 to AB000999. */
export type CodeRange = Omit<Extract<CouponCodes, { readonly kind: 'range' }>, 'kind'>;

/** The code that a number has in a range: 100 is AB000100. Throws RangeError for a number outside, because that is a bug. */
export function codeAt(range: CodeRange, number: number): string {
  if (!Number.isSafeInteger(number) || number < range.first || number > range.last) {
    throw new RangeError(`${number} is not in the range`);
  }
  return range.prefix + String(number).padStart(range.digits, '0');
}

/**
 * The number of a code in a range, or null when it is not in it. The digits must all be there: AB100 is not AB000100.
 *
 * | range AB, 6 digits, 100 to 999 | number |
 * |--------------------------------|--------|
 * | AB000100                       | 100    |
 * | AB000999                       | 999    |
 * | AB001000                       | –      |
 * | AB100                          | –      |
 */
export function numberInRange(range: CodeRange, code: string): number | null {
  const figures = code.slice(range.prefix.length);
  if (!code.startsWith(range.prefix) || figures.length !== range.digits || !/^\d+$/.test(figures))
    return null;
  const number = Number(figures);
  return number >= range.first && number <= range.last ? number : null;
}

/**
 * Whether some code is in both ranges. Prefixes may differ and still meet: AB with four digits holds AB0123, and so does
 * AB0 with three.
 */
export function rangesMeet(a: CodeRange, b: CodeRange): boolean {
  const [short, long] = a.prefix.length <= b.prefix.length ? [a, b] : [b, a];
  if (short.prefix.length + short.digits !== long.prefix.length + long.digits) return false;
  if (!long.prefix.startsWith(short.prefix)) return false;
  if (!/^\d*$/.test(long.prefix.slice(short.prefix.length))) return false;
  // From here on both are the short prefix and as many digits, so that their texts sort as their numbers do.
  return (
    codeAt(short, short.first) <= codeAt(long, long.last) &&
    codeAt(long, long.first) <= codeAt(short, short.last)
  );
}

/** Thirteen digits that start with 29: the numbers of the shop's own cards (docs/rules.md rule 22). */
const ownCards: CodeRange = { prefix: '29', digits: 11, first: 0, last: 99_999_999_999 };
const ownLetters: ReadonlySet<string> = new Set(Object.values(codeLetters));

/** Whether a number of the range could be read as a card or a code of the shop's own, which is looked for first (rule 22). */
export function rangeLooksLikeOurs(range: CodeRange): boolean {
  const hasOwnShape =
    range.prefix.length + range.digits === codeLength && ownLetters.has(range.prefix.charAt(0));
  return hasOwnShape || rangesMeet(range, ownCards);
}
