/** Days of a shop in Tashkent, which is five hours ahead of UTC the whole year (docs/rules.md rule 21). */

/** `2026-11-22`; sorts as text. */
export type Day = string;

const hour = 3_600_000;
const day = 24 * hour;
const aheadOfUtc = 5 * hour;

const textOf = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);

/** The business day of a moment, milliseconds since 1970. */
export function dayOf(moment: number, startsAtHour: number): Day {
  return textOf(moment + aheadOfUtc - startsAtHour * hour);
}

/** The moment at which the wall clock of the shop shows so many minutes after midnight, the next time after `from`. */
export function nextTime(from: number, minuteOfDay: number): number {
  const midnight = Math.floor((from + aheadOfUtc) / day) * day - aheadOfUtc;
  const today = midnight + minuteOfDay * 60_000;
  return today > from ? today : today + day;
}

export function plusDays(from: Day, days: number): Day {
  return textOf(Date.parse(`${from}T00:00:00.000Z`) + days * day);
}

/** The first day of the twelve months before a day. */
export function aYearBefore(to: Day): Day {
  return `${String(Number(to.slice(0, 4)) - 1)}${to.slice(4)}`;
}
