/** Sales written on paper: which moment may be entered, and to which day it belongs. */
import { expect, test } from 'vitest';
import { judgePaper, type PaperFacts } from '../../../shared/sale/onPaper.ts';
import { businessDay, type Instant, instantAt, localTimeOf } from '../../../shared/time.ts';

/** 14:00 in Tashkent. */
const facts: PaperFacts = {
  now: '2026-11-22T09:00:00.000Z' as Instant,
  today: businessDay('2026-11-22'),
  calendar: { timeZone: 'Asia/Tashkent', dayStartsAtHour: 0 },
  paperDays: 3,
  hasCoupon: false,
};
const at = (day: string, hour: number, minute = 0) => ({ day: businessDay(day), minute: hour * 60 + minute });

test('a paper of this morning belongs to today, at its own minute', () => {
  expect(judgePaper(at('2026-11-22', 11, 30), facts)).toEqual({
    at: '2026-11-22T06:30:00.000Z',
    day: '2026-11-22',
  });
});

test('so many days back may be entered, and no more', () => {
  expect(judgePaper(at('2026-11-19', 0, 5), facts)).toMatchObject({ day: '2026-11-19' });
  expect(judgePaper(at('2026-11-18', 23, 59), facts)).toEqual({
    refused: 'PaperTooOld',
    data: { firstOn: '2026-11-19' },
  });
});

test('nothing was sold later than now', () => {
  expect(judgePaper(at('2026-11-22', 14, 0), facts)).toMatchObject({ day: '2026-11-22' });
  expect(judgePaper(at('2026-11-22', 14, 1), facts)).toMatchObject({ refused: 'PaperInFuture' });
});

test('the night belongs to the day before, where the shop says so', () => {
  const calendar = { ...facts.calendar, dayStartsAtHour: 3 };
  expect(judgePaper(at('2026-11-21', 2), { ...facts, calendar })).toMatchObject({
    at: '2026-11-20T21:00:00.000Z',
    day: '2026-11-20',
  });
});

test('a coupon is no part of a sale on paper', () => {
  expect(judgePaper(at('2026-11-22', 11), { ...facts, hasCoupon: true })).toMatchObject({
    refused: 'CouponNotOnPaper',
  });
});

test('a minute of the wall clock is found again, also on the day the clock is changed', () => {
  for (const timeZone of ['Asia/Tashkent', 'Europe/Berlin', 'America/New_York']) {
    for (const day of ['2026-03-29', '2026-10-25', '2026-11-22']) {
      const instant = instantAt(businessDay(day), 15 * 60 + 7, timeZone);
      expect(localTimeOf(instant, timeZone)).toEqual({ day, hour: 15, minute: 7 });
    }
  }
});
