/** The plan of who works when. */

interface Stretch {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Whether two stretches of one day lie over each other; those that only touch, 9:00–13:00 and 13:00–18:00, do not. */
export function liesOver(one: Stretch, other: Stretch): boolean {
  return one.fromMinute < other.toMinute && other.fromMinute < one.toMinute;
}
