/** The axis of a chart of sums: a round top and evenly spaced round marks. */

const roundSteps = [1, 2, 2.5, 5, 10];
const fewestSom = 1000;

/**
 * Marks from zero to a round sum that covers the largest value, four steps at most.
 *
 * | largest | marks                              |
 * |---------|------------------------------------|
 * | 0       | 0, 250, 500, 750, 1 000            |
 * | 735 000 | 0, 200 000, 400 000, 600 000, 800 000 |
 * | 95 000  | 0, 25 000, 50 000, 75 000, 100 000 |
 */
export function marksUpTo(largest: number): readonly number[] {
  const top = Math.max(largest, fewestSom);
  const magnitude = 10 ** Math.floor(Math.log10(top / 4));
  const step = magnitude * (roundSteps.find((round) => round * magnitude * 4 >= top) ?? 10);
  const count = Math.ceil(top / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
