import { describe, expect, it, test } from 'vitest';
import {
  ageOn,
  birthDateAfter,
  daysToBirthday,
  isPossibleBirthDate,
} from '../../../shared/customer/birthDate.ts';
import { businessDay } from '../../../shared/time.ts';

const today = businessDay('2026-11-22');

describe('a birth date', () => {
  it.each([
    ['2026-11-22', true],
    ['2026-11-23', false],
    ['1985-03-08', true],
    ['1906-11-22', true],
    ['1906-11-21', false],
  ])('is neither in the future nor more than 120 years ago: %s', (born, isPossible) => {
    expect(isPossibleBirthDate(businessDay(born), today)).toBe(isPossible);
  });

  it('is also refused by the year on the 29th of February', () => {
    const leapDay = businessDay('2028-02-29');
    expect(isPossibleBirthDate(businessDay('1908-02-29'), leapDay)).toBe(true);
    expect(isPossibleBirthDate(businessDay('1908-02-28'), leapDay)).toBe(false);
  });

  const known = { birthDate: businessDay('1985-03-08'), birthDateKnownSince: businessDay('2025-01-10') };

  it('that stays is known as long as before', () => {
    expect(birthDateAfter(known, businessDay('1985-03-08'), today)).toEqual(known);
  });

  it('that is changed begins anew, so that nobody moves a birthday to this week', () => {
    expect(birthDateAfter(known, businessDay('1985-11-25'), today)).toEqual({
      birthDate: '1985-11-25',
      birthDateKnownSince: '2026-11-22',
    });
  });

  it('that is taken back and named again begins anew too', () => {
    const gone = birthDateAfter(known, null, today);
    expect(gone).toEqual({ birthDate: null, birthDateKnownSince: null });
    expect(birthDateAfter(gone, known.birthDate, today).birthDateKnownSince).toBe('2026-11-22');
  });
});

test.each([
  ['1990-11-22', '2026-11-22', 0, 36],
  ['1990-11-21', '2026-11-22', 364, 36],
  ['1990-11-23', '2026-11-22', 1, 35],
  ['1992-02-29', '2027-02-27', 1, 34],
  ['1992-02-29', '2027-02-28', 0, 35],
  ['1992-02-29', '2028-02-27', 2, 35],
])('born on %s, on %s: %i days to the birthday, %i years old', (born, day, days, age) => {
  expect(daysToBirthday(businessDay(born), businessDay(day))).toBe(days);
  expect(ageOn(businessDay(born), businessDay(day))).toBe(age);
});
