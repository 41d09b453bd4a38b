/** A sheet of labels somebody put together: which goods, and how many labels of each. */

/** Labels of one order at most: some eighty sheets of A4, or a large roll. */
export const mostLabels = 2000;

interface Counted {
  /** One or more. */
  readonly copies: number;
}

/** How many labels there are in all. */
export function labelCount(items: readonly Counted[]): number {
  return items.reduce((sum, { copies }) => sum + copies, 0);
}

/**
 * The labels from the `from`th on, counted from 0, at most so many: each item as often as it is asked for, in its order.
 *
 * | items      | from | limit | labels  |
 * |------------|------|-------|---------|
 * | 2 × A, 1 × B | 0  | 24    | A, A, B |
 * | 2 × A, 1 × B | 1  | 1     | A       |
 * | 2 × A, 1 × B | 3  | 24    | none    |
 */
export function labelsFrom<T extends Counted>(
  items: readonly T[],
  from: number,
  limit: number,
): readonly T[] {
  const labels: T[] = [];
  let begin = 0;
  for (const item of items) {
    const first = Math.max(begin, from);
    const last = Math.min(begin + item.copies, from + limit);
    for (let at = first; at < last; at += 1) labels.push(item);
    begin += item.copies;
  }
  return labels;
}
