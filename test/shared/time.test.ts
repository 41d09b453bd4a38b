/** Rule 21: which day a moment belongs to. */
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addSeconds,
  businessDay,
  businessDayOf,
  daysBetween,
  type Instant,
  instantFromMilliseconds,
  isBusinessDay,
  localTimeOf,
  millisecondsOf,
  monthOf,
  startOfDay,
  weekdayOf,
} from '../../shared/time.ts';

const tashkent = (dayStartsAtHour: number) => ({ timeZone: 'Asia/Tashkent', dayStartsAtHour });
const at = (text: string) => text as Instant;

describe('the business day', () => {
  it.each([
    ['2026-11-22T18:59:59.999Z', 0, '2026-11-22'], // 23:59 in Tashkent
    ['2026-11-22T19:00:00.000Z', 0, '2026-11-23'], // midnight
    ['2026-11-22T21:59:59.999Z', 3, '2026-11-22'], // 02:59, the night still belongs to the day before
    ['2026-11-22T22:00:00.000Z', 3, '2026-11-23'], // 03:00
    ['2026-12-31T20:30:00.000Z', 6, '2026-12-31'], // 01:30 on New Year's night
  ])('of %s with a day that starts at %i is %s', (instant, hour, day) => {
    expect(businessDayOf(at(instant), tashkent(hour))).toBe(day);
  });

  it('never goes behind the last document: a clock set back cannot open yesterday again', () => {
    const last = businessDay('2026-11-22');
    expect(businessDayOf(at('2026-11-20T08:00:00.000Z'), tashkent(0), last)).toBe('2026-11-22');
    expect(businessDayOf(at('2026-11-23T08:00:00.000Z'), tashkent(0), last)).toBe('2026-11-23');
  });

  it('begins where the day before ends', () => {
    expect(startOfDay(businessDay('2026-11-22'), tashkent(3))).toBe('2026-11-21T22:00:00.000Z');
    expect(businessDayOf(startOfDay(businessDay('2026-11-22'), tashkent(3)), tashkent(3))).toBe('2026-11-22');
  });
});

describe('the calendar', () => {
  it('knows real days only', () => {
    expect(['2026-11-22', '2028-02-29'].every(isBusinessDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '22.11.2026', '2026-1-1', ''].some(isBusinessDay)).toBe(false);
    expect(() => businessDay('2026-02-30')).toThrow(RangeError);
  });

  it('counts days, weekdays and seconds', () => {
    expect(addDays(businessDay('2026-12-25'), 14)).toBe('2027-01-08');
    expect(daysBetween(businessDay('2026-12-25'), businessDay('2027-01-08'))).toBe(14);
    expect(daysBetween(businessDay('2026-12-25'), businessDay('2026-12-24'))).toBe(-1);
    expect(weekdayOf(businessDay('2026-11-22'))).toBe(7);
    expect(addSeconds(at('2026-11-22T23:59:59.000Z'), 1)).toBe('2026-11-23T00:00:00.000Z');
    expect(millisecondsOf(instantFromMilliseconds(1_795_305_600_123))).toBe(1_795_305_600_123);
  });

  it('tells the time on the shop’s wall', () => {
    expect(localTimeOf(at('2026-11-22T19:05:00.000Z'), 'Asia/Tashkent')).toEqual({
      day: '2026-11-23',
      hour: 0,
      minute: 5,
    });
  });
});

it.each([
  ['2026-11-22', '2026-11-01', '2026-11-30'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
  ['2028-02-29', '2028-02-01', '2028-02-29'],
  ['2026-02-01', '2026-02-01', '2026-02-28'],
])('the month of %s goes from %s to %s', (day, first, last) => {
  expect(monthOf(businessDay(day))).toEqual({ first, last });
});
