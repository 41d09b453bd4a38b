/** What a day is compared with: the same weekday a week before, only as far as the day itself has come. */
import {
  addDays,
  addSeconds,
  type BusinessDay,
  type Instant,
  millisecondsOf,
  type ShopCalendar,
  startOfDay,
} from '../time.ts';

export interface Comparison {
  readonly day: BusinessDay;
  /** The last moment of that day which counts; null when the whole of it does. */
  readonly until: Instant | null;
}

/**
 * A running day is never compared with a whole one: that would show every morning as a bad day.
 *
 * | the day     | it is now    | compared with | until        |
 * |-------------|--------------|---------------|--------------|
 * | Sun 22 Nov  | Sun 22 20:10 | Sun 15 Nov    | 15 Nov 20:10 |
 * | Sat 21 Nov  | Sun 22 20:10 | Sat 14 Nov    | all of it    |
 */
export function comparisonOf(
  day: BusinessDay,
  today: BusinessDay,
  now: Instant,
  calendar: ShopCalendar,
): Comparison {
  const compared = addDays(day, -7);
  if (day < today) return { day: compared, until: null };
  const secondsRun = (millisecondsOf(now) - millisecondsOf(startOfDay(day, calendar))) / 1000;
  return { day: compared, until: addSeconds(startOfDay(compared, calendar), secondsRun) };
}
