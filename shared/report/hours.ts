/** Sales by the hour of the shop's own clock. */
import { type Som, som } from '../money.ts';
import { type Instant, localTimeOf, type ShopCalendar } from '../time.ts';

/** What was sold in one minute; `minute` is the beginning of an instant, `2026-11-22T08:30`. */
export interface MinuteSales {
  readonly minute: string;
  readonly netSom: number;
}

export interface HourSales {
  /** 0 to 23 on the wall of the shop. */
  readonly hour: number;
  readonly netSom: Som;
  readonly comparedNetSom: Som;
}

/**
 * Two days side by side, from the first hour in which either sold something to the last, empty hours in between
 * included. Hours stand in the order of the business day: with a day that starts at 3, midnight follows 23.
 */
export function hoursOf(
  day: readonly MinuteSales[],
  compared: readonly MinuteSales[],
  { timeZone, dayStartsAtHour }: ShopCalendar,
): readonly HourSales[] {
  const hourAt = hourReader(timeZone);
  const sums = [sumsByPosition(day), sumsByPosition(compared)] as const;
  const positions = [...sums[0].keys(), ...sums[1].keys()];
  if (positions.length === 0) return [];
  const first = Math.min(...positions);
  const last = Math.max(...positions);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    hour: (first + index + dayStartsAtHour) % 24,
    netSom: som(sums[0].get(first + index) ?? 0),
    comparedNetSom: som(sums[1].get(first + index) ?? 0),
  }));

  /** Sums by how many hours after the start of the business day they were sold. */
  function sumsByPosition(sales: readonly MinuteSales[]): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    for (const { minute, netSom } of sales) {
      const position = (hourAt(minute) - dayStartsAtHour + 24) % 24;
      found.set(position, (found.get(position) ?? 0) + netSom);
    }
    return found;
  }
}

/** Reads the wall hour of minutes; asks the calendar once a quarter, because zones differ by whole quarters of an hour. */
function hourReader(timeZone: string): (minute: string) => number {
  const known = new Map<string, number>();
  return (minute) => {
    const quarter = `${minute.slice(0, 14)}${Math.floor(Number(minute.slice(14, 16)) / 15)}`;
    let hour = known.get(quarter);
    if (hour === undefined) {
      hour = localTimeOf(`${minute}:00.000Z` as Instant, timeZone).hour;
      known.set(quarter, hour);
    }
    return hour;
  };
}
