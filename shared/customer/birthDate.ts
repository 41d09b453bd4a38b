/** Which birth dates a shop believes, and since when it knows them. */
import { type BusinessDay, daysBetween, isBusinessDay } from '../time.ts';

/** The oldest person on record lived 122 years; a shop has no customer of more than this. */
export const oldestYears = 120;

/**
 * Whether somebody who lives today may be born on a day: not after today, and at most 120 years ago.
 *
 * | born        | today       | possible |
 * |-------------|-------------|----------|
 * | 22 Nov 2026 | 22 Nov 2026 | yes      |
 * | 23 Nov 2026 | 22 Nov 2026 | no       |
 * | 22 Nov 1906 | 22 Nov 2026 | yes      |
 * | 21 Nov 1906 | 22 Nov 2026 | no       |
 */
export function isPossibleBirthDate(born: BusinessDay, today: BusinessDay): boolean {
  const oldest = `${String(Number(today.slice(0, 4)) - oldestYears).padStart(4, '0')}${today.slice(4)}`;
  return oldest <= born && born <= today;
}

export interface KnownBirthDate {
  readonly birthDate: BusinessDay | null;
  /** Since when the shop knows this date; a date that was changed is a new one. */
  readonly birthDateKnownSince: BusinessDay | null;
}

/**
 * What is known after a customer named a birth date, or took it back: one that stays keeps its first day, every other
 * begins today, so that nobody changes it to have a birthday this week (docs/rules.md rule 13).
 */
export function birthDateAfter(
  before: KnownBirthDate,
  named: BusinessDay | null,
  today: BusinessDay,
): KnownBirthDate {
  if (named === null) return { birthDate: null, birthDateKnownSince: null };
  if (named === before.birthDate) return before;
  return { birthDate: named, birthDateKnownSince: today };
}

/** Whole years on a day; whoever was born on 29 February is a year older on the 28th in other years. */
export function ageOn(birthDate: BusinessDay, today: BusinessDay): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return birthdayIn(birthDate, today.slice(0, 4)) <= today ? years : years - 1;
}

/**
 * Days from today to the next birthday, 0 on the day itself.
 *
 * | born        | today       | days |
 * |-------------|-------------|------|
 * | 22 Nov 1990 | 22 Nov 2026 | 0    |
 * | 21 Nov 1990 | 22 Nov 2026 | 364  |
 * | 29 Feb 1992 | 27 Feb 2027 | 1    |
 * | 29 Feb 1992 | 27 Feb 2028 | 2    |
 */
export function daysToBirthday(birthDate: BusinessDay, today: BusinessDay): number {
  const year = Number(today.slice(0, 4));
  const thisYear = birthdayIn(birthDate, String(year));
  return daysBetween(today, thisYear >= today ? thisYear : birthdayIn(birthDate, String(year + 1)));
}

function birthdayIn(birthDate: BusinessDay, year: string): BusinessDay {
  const day = `${year.padStart(4, '0')}${birthDate.slice(4)}`;
  return isBusinessDay(day) ? day : (day.replace('02-29', '02-28') as BusinessDay);
}
