import { describe, expect, it } from 'vitest';
import { birthDateAfter, isPossibleBirthDate } from '../../../shared/customer/birthDate.ts';
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
