/** Whole so'm, quantities in thousandths and rates in basis points: the only file that rounds and splits. */

/** Whole so'm as an integer; 1 bonus = 1 so'm. May be negative (a correction, a balance after a return). */
export type Som = number & { readonly __unit: 'som' };
/** A quantity in thousandths: 1 piece = 1000, 1.250 kg = 1250. */
export type Thousandths = number & { readonly __unit: 'thousandths' };
/** A rate in basis points: 12 % = 1200. */
export type BasisPoints = number & { readonly __unit: 'basisPoints' };

export const ONE = 1000 as Thousandths;
export const zeroSom = 0 as Som;

/** The largest sum one line, receipt or balance may reach; far below the safe integer so that sums of sums stay exact. */
export const largestSom = 999_999_999_999;

function whole(value: number, unit: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of ${unit}`);
  return value === 0 ? 0 : value;
}

/** Brands a whole number as so'm; throws RangeError on fractions, NaN and unsafe integers, because those are bugs. */
export function som(value: number): Som {
  return whole(value, "so'm") as Som;
}

/** Brands a whole number of thousandths; throws RangeError on anything else. */
export function thousandths(value: number): Thousandths {
  return whole(value, 'thousandths') as Thousandths;
}

/** Brands a whole number of basis points; throws RangeError on anything else. */
export function basisPoints(value: number): BasisPoints {
  return whole(value, 'basis points') as BasisPoints;
}

export function addSom(...values: readonly Som[]): Som {
  let total = 0;
  for (const value of values) total += value;
  return som(total);
}

export function sumOf<T>(items: readonly T[], amount: (item: T) => Som): Som {
  let total = 0;
  for (const item of items) total += amount(item);
  return som(total);
}

export function subtractSom(from: Som, what: Som): Som {
  return som(from - what);
}

export function smallerSom(a: Som, b: Som): Som {
  return a <= b ? a : b;
}

export function largerSom(a: Som, b: Som): Som {
  return a >= b ? a : b;
}

/** floor(a × b ÷ c) without leaving exact arithmetic; c must be positive. */
export function multiplyDivideFloor(a: number, b: number, c: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) return Math.floor(product / c);
  const big = BigInt(a) * BigInt(b);
  const divisor = BigInt(c);
  const quotient = big / divisor;
  return Number(big % divisor !== 0n && big < 0n ? quotient - 1n : quotient);
}

/** a × b ÷ c rounded half up (towards +∞ at exactly half); c must be positive. */
export function multiplyDivideHalfUp(a: number, b: number, c: number): number {
  const product = 2 * a * b + c;
  if (Number.isSafeInteger(product)) return Math.floor(product / (2 * c));
  const big = 2n * BigInt(a) * BigInt(b) + BigInt(c);
  const divisor = 2n * BigInt(c);
  const quotient = big / divisor;
  return Number(big % divisor !== 0n && big < 0n ? quotient - 1n : quotient);
}

/** A percent of a sum, rounded down (docs/rules.md rule 3): 15 % of 18 999 is 2 849. */
export function percentOf(amount: Som, rate: BasisPoints): Som {
  return som(multiplyDivideFloor(amount, rate, 10_000));
}

/** Price times quantity before any discount; a weighed quantity rounds half up to a whole so'm (docs/rules.md §4). */
export function lineAmount(price: Som, quantity: Thousandths): Som {
  return som(multiplyDivideHalfUp(price, quantity, 1000));
}

/** The VAT that is inside an amount, half up (docs/rules.md rule 3): 12 % inside 74 780 is 8 012. */
export function vatInside(amount: Som, rate: BasisPoints): Som {
  return som(multiplyDivideHalfUp(amount, rate, 10_000 + rate));
}

/**
 * Splits a sum over weights by largest remainder, ties to the earlier one (docs/rules.md rule 3). The parts always sum
 * to the whole, no part has another sign than the whole, and a weight of 0 gets nothing.
 *
 * | total | weights               | parts               |
 * |-------|-----------------------|---------------------|
 * | 299   | 999, 999, 999         | 100, 100, 99        |
 * | 5 000 | 25 980, 45 500, 8 300 | 1 628, 2 852, 520   |
 *
 * Throws RangeError when there is something to split and nothing to split it over.
 */
export function allocate(total: Som, weights: readonly number[]): Som[] {
  if (total < 0) return allocate(som(-total), weights).map((part) => som(-part));
  let sum = 0;
  for (const weight of weights) {
    if (weight < 0) throw new RangeError('a weight may not be negative');
    sum += weight;
  }
  if (total === 0) return weights.map(() => zeroSom);
  if (sum === 0) throw new RangeError('nothing to split over');
  const parts: Som[] = [];
  const remainders: number[] = [];
  /** Whoever has a remainder; more have one than there is left to give. */
  const order: number[] = [];
  let left: number = total;
  for (const weight of weights) {
    const part = weight === 0 ? zeroSom : som(multiplyDivideFloor(total, weight, sum));
    const remainder = weight === 0 ? 0 : remainderOf(total, weight, sum, part);
    if (remainder > 0) order.push(parts.length);
    parts.push(part);
    remainders.push(remainder);
    left -= part;
  }
  order.sort((a, b) => compareRemainders(remainders, a, b));
  for (const index of order.slice(0, left)) parts[index] = som((parts[index] ?? zeroSom) + 1);
  return parts;
}

/** What the part leaves of its exact share, in units of 1/sum; smaller than the sum, so always exact. */
function remainderOf(total: number, weight: number, sum: number, part: number): number {
  const product = total * weight;
  if (Number.isSafeInteger(product)) return product - part * sum;
  return Number(BigInt(total) * BigInt(weight) - BigInt(part) * BigInt(sum));
}

function compareRemainders(remainders: readonly number[], a: number, b: number): number {
  return (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b;
}
