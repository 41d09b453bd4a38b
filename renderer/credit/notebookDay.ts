/** Days as a shopkeeper writes them in the notebook, without a year: 12.10 is the last 12 October, or the next one. */
import { type BusinessDay, isBusinessDay } from '../../shared/time.ts';
import { withWholeYear } from '../app/typedDay.ts';

/** A leap day comes back within eight years. */
const yearsTried = 8;

const padded = (part: string) => part.padStart(2, '0');

function dayIn(year: number, month: string, date: string): BusinessDay | null {
  const day = `${year}-${padded(month)}-${padded(date)}`;
  return isBusinessDay(day) ? day : null;
}

/** The first year, going by `step`, in which the date exists and lies on the right side of the bound. */
function nearest(month: string, date: string, bound: BusinessDay, step: 1 | -1): BusinessDay | null {
  const begin = Number(bound.slice(0, 4));
  for (let years = 0; years <= yearsTried; years += 1) {
    const day = dayIn(begin + step * years, month, date);
    if (day !== null && (step === 1 ? day >= bound : day <= bound)) return day;
  }
  return null;
}

/** What was typed, read against a bound: the nearest such day after it (`step` 1) or before it (−1); null when it is none. */
function dayMeant(text: string, bound: BusinessDay, step: 1 | -1): BusinessDay | null {
  const short = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text.trim());
  if (short !== null) return nearest(short[2] ?? '', short[1] ?? '', bound, step);
  const [date = '', month = '', year = ''] = withWholeYear(text.trim()).split('.');
  return /^\d{4}$/.test(year) ? dayIn(Number(year), month, date) : null;
}

/**
 * The day on which a debt was taken: never after today.
 *
 * | typed      | today      | meant      |
 * |------------|------------|------------|
 * | 12.10      | 2026-11-22 | 2026-10-12 |
 * | 25.12      | 2026-11-22 | 2025-12-25 |
 * | 12.10.24   | 2026-11-22 | 2024-10-12 |
 * | 31.02      | 2026-11-22 | –          |
 */
export function sinceMeant(text: string, today: BusinessDay): BusinessDay | null {
  return dayMeant(text, today, -1);
}

/**
 * The day on which it is due: never before it was taken.
 *
 * | typed    | taken      | meant      |
 * |----------|------------|------------|
 * | 01.12    | 2026-10-12 | 2026-12-01 |
 * | 01.09    | 2026-10-12 | 2027-09-01 |
 */
export function dueMeant(text: string, since: BusinessDay): BusinessDay | null {
  return dayMeant(text, since, 1);
}
