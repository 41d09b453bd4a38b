/** How far along a bar stands. */

/**
 * Whole percent of the way, never below 0 nor above 100, and 100 only when it is all done.
 *
 * | done    | needed  | percent |
 * |---------|---------|---------|
 * | 250 000 | 1 000 000 | 25    |
 * | 999 999 | 1 000 000 | 99    |
 * | −5 000  | 1 000 000 | 0     |
 * | 0       | 0         | 100   |
 */
export function percentThere(done: number, needed: number): number {
  if (needed <= 0 || done >= needed) return 100;
  return Math.max(0, Math.floor((done * 100) / needed));
}
