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

/** Milliseconds since 1970 as an instant; the only way from a number to an instant. */
export function instantFromMilliseconds(milliseconds: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({
    fractionalSecondDigits: 3,
  }) as Instant;
}

export function millisecondsOf(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return instantFromMilliseconds(millisecondsOf(instant) + seconds * 1000);
}

/** Whether a text is a real calendar day written `YYYY-MM-DD`. */
export function isBusinessDay(text: string): text is BusinessDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** Brands a day that is known to be one; throws RangeError otherwise, because that is a bug. */
export function businessDay(text: string): BusinessDay {
  if (!isBusinessDay(text)) throw new RangeError(`${text} is not a calendar day`);
  return text;
}

/** The shop's wall clock at an instant. */
export function localTimeOf(
  instant: Instant,
  timeZone: string,
): { readonly day: BusinessDay; readonly hour: number; readonly minute: number } {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return { day: local.toPlainDate().toString() as BusinessDay, hour: local.hour, minute: local.minute };
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
  const day = Temporal.Instant.from(instant)
    .toZonedDateTimeISO(calendar.timeZone)
    .toPlainDateTime()
    .subtract({ hours: calendar.dayStartsAtHour })
    .toPlainDate()
    .toString() as BusinessDay;
  return lastDocumentDay !== null && lastDocumentDay > day ? lastDocumentDay : day;
}

export function addDays(day: BusinessDay, days: number): BusinessDay {
  return Temporal.PlainDate.from(day).add({ days }).toString() as BusinessDay;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: BusinessDay, to: BusinessDay): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: BusinessDay): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The instant at which a business day begins in the shop's zone. */
export function startOfDay(day: BusinessDay, calendar: ShopCalendar): Instant {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: calendar.timeZone, plainTime: { hour: calendar.dayStartsAtHour } })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 }) as Instant;
}
