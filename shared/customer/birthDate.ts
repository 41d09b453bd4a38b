/** Which birth dates a shop believes, and since when it knows them. */
import type { BusinessDay } from '../time.ts';

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
