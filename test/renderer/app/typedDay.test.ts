import { describe, expect, it } from 'vitest';
import { monthFrom, weeksOf } from '../../../renderer/app/monthDays.ts';
import { dayTyped, dayWritten, groupedDay, withWholeYear } from '../../../renderer/app/typedDay.ts';
import { businessDay } from '../../../shared/time.ts';

describe('a day that is typed', () => {
  it.each([
    ['0803', '08.03'],
    ['08032026', '08.03.2026'],
    ['8.3.2026', '08.03.2026'],
    ['8/3/26', '08.03.26'],
    ['8.', '08.'],
    ['08.0.2026', '08.0.2026'],
    ['2026-03-08', '08.03.2026'],
    ['0803202612', '08.03.2026'],
    ['abc', ''],
  ])('gets its points: %s', (typed, shown) => {
    expect(groupedDay(typed)).toBe(shown);
  });

  it.each([
    ['08.03.2026', '2026-03-08'],
    ['29.02.2028', '2028-02-29'],
    ['29.02.2026', '29.02.2026'],
    ['31.04.2026', '31.04.2026'],
    ['08.03', '08.03'],
    ['', null],
  ])('is kept as a day only when it is one, and half a day is never kept as none: %s', (typed, kept) => {
    expect(dayTyped(typed)).toBe(kept);
  });

  it('may have a year in two digits', () => {
    expect(dayTyped(withWholeYear('08.03.26'))).toBe('2026-03-08');
    expect(withWholeYear('08.03.2026')).toBe('08.03.2026');
  });

  it('is written as people write it', () => {
    expect(dayWritten('2026-03-08')).toBe('08.03.2026');
    expect(dayWritten(null)).toBe('');
  });
});

describe('the month of a calendar', () => {
  it('goes over the turn of the year in both directions', () => {
    expect(monthFrom(businessDay('2026-11-22'), 2)).toBe('2027-01-01');
    expect(monthFrom(businessDay('2026-01-31'), -1)).toBe('2025-12-01');
  });

  it('begins its weeks on Monday and shows the neighbouring days', () => {
    const weeks = weeksOf(businessDay('2026-11-22'));
    expect(weeks.map((week) => week[0])).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06');
  });
});
