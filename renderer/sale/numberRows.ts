/** Numbers in a few words: what runs on without a gap is written as its first and last. */

/**
 * Numbers from small to large; two neighbours stay two numbers.
 *
 * | numbers             | words       |
 * |---------------------|-------------|
 * | 242, 243, 244, 245  | 242–245     |
 * | 7, 8, 12            | 7, 8, 12    |
 * | 3, 10, 11, 12       | 3, 10–12    |
 */
export function numberRows(numbers: readonly number[]): string {
  const rows: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const row = rows.at(-1);
    if (row !== undefined && number === row.last + 1) row.last = number;
    else rows.push({ first: number, last: number });
  }
  return rows.map(({ first, last }) => rowWords(first, last)).join(', ');
}

function rowWords(first: number, last: number): string {
  if (first === last) return String(first);
  return last === first + 1 ? `${first}, ${last}` : `${first}–${last}`;
}
