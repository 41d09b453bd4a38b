/** Days as files write them: in the order of the country, with a two-digit year, or counted by a spreadsheet. */
import { addDays, type BusinessDay, businessDay, isBusinessDay } from '../time.ts';
import type { Read } from './readCell.ts';

/** Whether 05/06 is the fifth of June or the sixth of May. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** The day from which spreadsheets count; the error of theirs about the year 1900 is in it. */
const firstOfSpreadsheets = businessDay('1899-12-30');

function dayOf(year: number, month: number, day: number): BusinessDay | null {
  const text = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
  return isBusinessDay(text) ? text : null;
}

/** A two-digit year is the last one that is not after the latest: 26 is 2026 in 2026, and 27 is 1927. */
function wholeYear(year: number, latest: BusinessDay): number {
  const inThisCentury = 2000 + year;
  return inThisCentury <= Number(latest.slice(0, 4)) ? inThisCentury : inThisCentury - 100;
}

/**
 * A calendar day; the time of day beside it is passed over. `latest` decides the century of a two-digit year.
 *
 * | cell             | day        |                              |
 * |------------------|------------|------------------------------|
 * | 05.06.1990       | 1990-06-05 |                              |
 * | 5/6/90           | 1990-06-05 | twoDigitYear                 |
 * | 1990-06-05 12:30 | 1990-06-05 |                              |
 * | 33029            | 1990-06-05 | serialDate                   |
 * | 31.02.1990       | dateWrong  |                              |
 */
export function readDay(cell: string, order: DayOrder, latest: BusinessDay): Read<BusinessDay> {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T\s].*)?$/.exec(cell);
  if (iso !== null) return asRead(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const parts = /^(\d{1,2})[-./\s](\d{1,2})[-./\s](\d{4}|\d{2})(?:\s*г\.?)?(?:[,T\s]\s*\d.*)?$/.exec(cell);
  if (parts !== null) {
    const [, first = '', second = '', year = ''] = parts;
    const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
    const found = dayOf(
      year.length === 4 ? Number(year) : wholeYear(Number(year), latest),
      Number(month),
      Number(day),
    );
    if (found === null || year.length === 4) return asRead(found);
    return { value: found, warning: 'twoDigitYear', hint: found };
  }
  if (/^\d{4,5}(?:[.,]\d+)?$/.test(cell)) {
    const days = Number.parseInt(cell, 10);
    if (days < 3_000 || days > 73_000) return { fault: 'dateWrong' };
    const value = addDays(firstOfSpreadsheets, days);
    return { value, warning: 'serialDate', hint: value };
  }
  return { fault: 'dateWrong' };
}

function asRead(day: BusinessDay | null): Read<BusinessDay> {
  return day === null ? { fault: 'dateWrong' } : { value: day };
}

/**
 * The order of a column: months first only where some cell can be read no other way. Here the day stands first.
 *
 * | cells                  | order      |
 * |------------------------|------------|
 * | 05/06/1990, 12/25/1991 | monthFirst |
 * | 05/06/1990, 25/12/1991 | dayFirst   |
 * | 05/06/1990             | dayFirst   |
 */
export function dayOrderOf(cells: Iterable<string>): DayOrder {
  let monthsFirst = 0;
  let daysFirst = 0;
  for (const cell of cells) {
    const parts = /^(\d{1,2})[-./](\d{1,2})[-./]\d{2,4}\b/.exec(cell.trim());
    if (parts === null) continue;
    if (Number(parts[2]) > 12) monthsFirst += 1;
    if (Number(parts[1]) > 12) daysFirst += 1;
  }
  return monthsFirst > 0 && daysFirst === 0 ? 'monthFirst' : 'dayFirst';
}
