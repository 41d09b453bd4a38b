/** Instants, business days and the calendar of the shop; the clock itself is always an argument. */
import { Temporal } from 'temporal-polyfill';

/** A moment in UTC, `2026-11-22T08:30:00.000Z`. Sorts as text. */
export type Instant = string & { readonly __unit: 'instant' };
/** A calendar day of the shop, `2026-11-22`. Sorts as text. */
export type BusinessDay = string & { readonly __unit: 'businessDay' };

export const defaultTimeZone = 'Asia/Tashkent';

/** How a shop turns moments into days. `dayStartsAtHour` is 0–6: a shop open past midnight counts the night to the day before. */
export interface ShopCalendar {
  readonly timeZone: string;
  readonly dayStartsAtHour: number;
}

const dayMilliseconds = 86_400_000;
const hourMilliseconds = 3_600_000;
const minuteMilliseconds = 60_000;

const digits = (value: number, count: number): string => String(value).padStart(count, '0');

/**
 * The calendar day that lies so many days after 1 January 1970: years that begin in March make the leap day the last of
 * its year (Howard Hinnant, "chrono-compatible low-level date algorithms"). Throws RangeError outside the years 0 to 9999.
 */
function dayFromNumber(number: number): BusinessDay {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`day ${number} is out of the calendar`);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as BusinessDay;
}

/** Milliseconds since 1970 as an instant; the only way from a number to an instant. */
export function instantFromMilliseconds(milliseconds: number): Instant {
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError(`${milliseconds} is no moment`);
  const day = Math.floor(milliseconds / dayMilliseconds);
  const inDay = milliseconds - day * dayMilliseconds;
  const hour = digits(Math.floor(inDay / hourMilliseconds), 2);
  const minute = digits(Math.floor(inDay / minuteMilliseconds) % 60, 2);
  const second = digits(Math.floor(inDay / 1000) % 60, 2);
  return `${dayFromNumber(day)}T${hour}:${minute}:${second}.${digits(inDay % 1000, 3)}Z` as Instant;
}

/** Milliseconds since 1970; throws RangeError for a text that is no instant. */
export function millisecondsOf(instant: Instant): number {
  const milliseconds = Date.parse(instant);
  if (!Number.isFinite(milliseconds)) throw new RangeError(`${instant} is no instant`);
  return milliseconds;
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return instantFromMilliseconds(millisecondsOf(instant) + seconds * 1000);
}

/** Whether a text is a real calendar day written `YYYY-MM-DD`. */
export function isBusinessDay(text: string): text is BusinessDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isFinite(midnight) && dayFromNumber(midnight / dayMilliseconds) === text;
}

/** Brands a day that is known to be one; throws RangeError otherwise, because that is a bug. */
export function businessDay(text: string): BusinessDay {
  if (!isBusinessDay(text)) throw new RangeError(`${text} is not a calendar day`);
  return text;
}

/** No zone has changed its clock anywhere else than at a whole quarter of an hour of UTC since 1972. */
const quarterMilliseconds = 900_000;

/** How far a zone's clock was ahead of UTC in the quarter of an hour that was asked for last. */
let known: { readonly timeZone: string; readonly quarter: number; readonly offset: number } | undefined;

/** Milliseconds by which a zone's clock is ahead of UTC at a moment. */
function zoneOffsetAt(milliseconds: number, timeZone: string): number {
  const quarter = Math.floor(milliseconds / quarterMilliseconds);
  if (known?.quarter !== quarter || known.timeZone !== timeZone) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone);
    known = { timeZone, quarter, offset: Math.round(zoned.offsetNanoseconds / 1_000_000) };
  }
  return known.offset;
}

/** Milliseconds since 1970 on the wall clock of a zone. */
function wallClockAt(instant: Instant, timeZone: string): number {
  const milliseconds = millisecondsOf(instant);
  return milliseconds + zoneOffsetAt(milliseconds, timeZone);
}

/** The shop's wall clock at an instant. */
export function localTimeOf(
  instant: Instant,
  timeZone: string,
): { readonly day: BusinessDay; readonly hour: number; readonly minute: number } {
  const local = wallClockAt(instant, timeZone);
  const day = Math.floor(local / dayMilliseconds);
  const minuteOfDay = Math.floor((local - day * dayMilliseconds) / minuteMilliseconds);
  return { day: dayFromNumber(day), hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
}

/**
 * The business day of a completing instant (docs/rules.md rule 21): the local calendar date minus `dayStartsAtHour`,
 * and never earlier than the till's last document, so that a clock set back cannot reopen yesterday.
 *
 * | local time          | dayStartsAtHour | last document | business day |
 * |---------------------|-----------------|---------------|--------------|
 * | 23 Nov 00:03        | 0               | –             | 23 Nov       |
 * | 23 Nov 02:59        | 3               | –             | 22 Nov       |
 * | 21 Nov 10:00        | 0               | 22 Nov        | 22 Nov       |
 */
export function businessDayOf(
  instant: Instant,
  calendar: ShopCalendar,
  lastDocumentDay: BusinessDay | null = null,
): BusinessDay {
  const local = wallClockAt(instant, calendar.timeZone) - calendar.dayStartsAtHour * hourMilliseconds;
  const day = dayFromNumber(Math.floor(local / dayMilliseconds));
  return lastDocumentDay !== null && lastDocumentDay > day ? lastDocumentDay : day;
}

/** Days since 1 January 1970. */
function numberOfDay(day: BusinessDay): number {
  return millisecondsOf(`${day}T00:00:00.000Z` as Instant) / dayMilliseconds;
}

export function addDays(day: BusinessDay, days: number): BusinessDay {
  return dayFromNumber(numberOfDay(day) + days);
}

/** First and last day of the calendar month of a day. */
export function monthOf(day: BusinessDay): { readonly first: BusinessDay; readonly last: BusinessDay } {
  const first = `${day.slice(0, 7)}-01` as BusinessDay;
  const nextMonth = `${addDays(first, 31).slice(0, 7)}-01` as BusinessDay;
  return { first, last: addDays(nextMonth, -1) };
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: BusinessDay, to: BusinessDay): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: BusinessDay): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The moment at which the wall clock of a zone shows a minute of a calendar day; one that was skipped is the next there is. */
export function instantAt(day: BusinessDay, minuteOfDay: number, timeZone: string): Instant {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({
      timeZone,
      plainTime: { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 },
    })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 }) as Instant;
}

/** The instant at which a business day begins in the shop's zone. */
export function startOfDay(day: BusinessDay, calendar: ShopCalendar): Instant {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: calendar.timeZone, plainTime: { hour: calendar.dayStartsAtHour } })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 }) as Instant;
}
