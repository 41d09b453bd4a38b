/** A partner's range of numbers as it is typed: its first and its last code. */
import type { CouponCodes } from '../../shared/coupon/series.ts';

type CodeRange = Extract<CouponCodes, { kind: 'range' }>;

export interface TypedRange {
  readonly kind: 'range';
  readonly firstCode: string;
  readonly lastCode: string;
}

const mostDigits = 15;

/** The letters before a code's last digits, and these digits; null when it ends in none. */
function partsOf(code: string): { readonly prefix: string; readonly digits: string } | null {
  const parts = /^([0-9A-Z-]*?)(\d{1,15})$/.exec(code.replace(/\s/g, '').toUpperCase());
  if (!parts) return null;
  const [, prefix = '', digits = ''] = parts;
  return { prefix, digits };
}

/**
 * The range from one code to another, or null when the two do not belong together.
 *
 * | first     | last      | range                       |
 * |-----------|-----------|-----------------------------|
 * | AB000100  | AB000999  | AB, six digits, 100 to 999  |
 * | AB100     | AB000999  | – , their lengths differ    |
 * | AB000999  | AB000100  | – , the end before the start |
 * | AB000100  | AC000999  | – , their letters differ    |
 */
export function rangeTyped({ firstCode, lastCode }: Omit<TypedRange, 'kind'>): CodeRange | null {
  const [first, last] = [partsOf(firstCode), partsOf(lastCode)];
  if (first === null || last === null || first.prefix !== last.prefix) return null;
  const { prefix, digits } = first;
  if (digits.length !== last.digits.length || digits.length > mostDigits) return null;
  const range = { first: Number(digits), last: Number(last.digits) };
  return range.first > range.last ? null : { kind: 'range', prefix, digits: digits.length, ...range };
}

/** How a kept range stands in the form. */
export function rangeWritten({ prefix, digits, first, last }: CodeRange): TypedRange {
  const code = (number: number) => prefix + String(number).padStart(digits, '0');
  return { kind: 'range', firstCode: code(first), lastCode: code(last) };
}
