/** Whole numbers only: floor, half up and largest remainder, written for the simulation alone (docs/rules.md rule 3). */

/** floor(amount × rate ÷ 10 000), exact for any sum. */
export function percentDown(amount: number, basisPoints: number): number {
  return Number((BigInt(amount) * BigInt(basisPoints)) / 10_000n);
}

/** floor(a × b ÷ c) of numbers that are not below zero. */
export function partDown(a: number, b: number, c: number): number {
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

function halfUp(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** Price times quantity in thousandths, half up to a whole so'm (docs/rules.md §4). */
export function priceOf(priceSom: number, thousandths: number): number {
  return halfUp(BigInt(priceSom) * BigInt(thousandths), 1000n);
}

/** The VAT inside an amount, half up; null is a shop or product without VAT. */
export function vatIn(amount: number, basisPoints: number | null): number {
  if (basisPoints === null) return 0;
  return halfUp(BigInt(amount) * BigInt(basisPoints), BigInt(10_000 + basisPoints));
}

/** Splits a sum over weights by largest remainder; of equal remainders the earlier one gets more. */
export function split(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const parts = exact.map((product) => Number(product / BigInt(sum)));
  let left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product % BigInt(sum) }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const { index } of byRemainder) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
