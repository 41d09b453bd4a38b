/** The months and weeks that calendars on the screens show. */
import { addDays, type BusinessDay, businessDay, weekdayOf } from '../../shared/time.ts';

/** The first day of the month that lies `months` away from a day's. */
export function monthFrom(day: BusinessDay, months: number): BusinessDay {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const parts = [Math.floor(count / 12), (count % 12) + 1].map((part) => String(part).padStart(2, '0'));
  return businessDay(`${parts.join('-').padStart(7, '0')}-01`);
}

/** The weeks of a day's month, each of seven days, those of the neighbouring months at its edges. */
export function weeksOf(month: BusinessDay): readonly (readonly BusinessDay[])[] {
  const first = monthFrom(month, 0);
  const next = monthFrom(month, 1);
  const weeks: BusinessDay[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday < next; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)));
  }
  return weeks;
}
