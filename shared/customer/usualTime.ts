/** On which weekday and at which hour a customer usually comes, and how sure that is. */

/** Fewer visits are chance, not a habit. */
const fewestVisits = 5;

/** When one visit was, on the shop's own clock. */
export interface VisitTime {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
}

/** The most frequent value and its share of all visits in basis points: 10 000 is always. */
export interface Usual {
  readonly value: number;
  readonly shareBasisPoints: number;
}

/**
 * The weekday and the hour with most visits; of equal ones the earlier. Null under five visits.
 *
 * | visits                                  | weekday      | hour         |
 * |-----------------------------------------|--------------|--------------|
 * | Mon 9, Mon 9, Mon 18, Fri 9, Fri 18     | Mon, 6 000   | 9, 6 000     |
 * | four visits, all Mon 9                  | null                        ||
 */
export function usualTimeOf(
  visits: readonly VisitTime[],
): { readonly weekday: Usual; readonly hour: Usual } | null {
  if (visits.length < fewestVisits) return null;
  return {
    weekday: mostFrequent(visits.map(({ weekday }) => weekday)),
    hour: mostFrequent(visits.map(({ hour }) => hour)),
  };
}

function mostFrequent(values: readonly number[]): Usual {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, times] = [...counts].reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best,
  );
  return { value, shareBasisPoints: Math.floor((times * 10_000) / values.length) };
}
