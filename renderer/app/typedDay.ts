/** What a person typed into a field of a day, and the day it means. */
import { isBusinessDay } from '../../shared/time.ts';

const longestParts = [2, 2, 4] as const;

/**
 * What is typed, with points between date, month and year.
 *
 * | typed        | shown        |
 * |--------------|--------------|
 * | `0803`       | `08.03`      |
 * | `8.3.2026`   | `08.03.2026` |
 * | `2026-03-08` | `08.03.2026` |
 */
export function groupedDay(typed: string): string {
  const text = typed.trim();
  if (isBusinessDay(text)) return dayWritten(text);
  const typedParts = text.split(/\D+/);
  const parts: string[] = [];
  let rest = '';
  for (const [place, longest] of longestParts.entries()) {
    const part = rest + (typedParts[place] ?? '');
    const isEnded = place < 2 && typedParts.length > place + 1 && /^[1-9]$/.test(part);
    parts.push(isEnded ? `0${part}` : part.slice(0, longest));
    rest = part.slice(longest);
  }
  const shown = parts.slice(0, parts.findLastIndex((part) => part !== '') + 1).join('.');
  const isPointTyped = /\d\D$/.test(text) && shown.length < 6;
  return isPointTyped ? `${shown}.` : shown;
}

/**
 * The typed text as a form keeps it: a business day as soon as it is one, null when nothing is typed, and else the text
 * itself, which every schema of a day refuses, so that half a date is never saved as none.
 *
 * | typed        | kept         |
 * |--------------|--------------|
 * | `08.03.2026` | `2026-03-08` |
 * | `08.03.26`   | `2026-03-08`, once the field is left |
 * | `31.02.2026` | `31.02.2026` |
 * | nothing      | null         |
 */
export function dayTyped(text: string): string | null {
  if (text.trim() === '') return null;
  const [date = '', month = '', year = ''] = text.split('.');
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isBusinessDay(day) ? day : text;
}

/** A year in two digits lies in this century; one that is typed whole stays. */
export function withWholeYear(text: string): string {
  const parts = /^(\d{2}\.\d{2}\.)(\d{2})$/.exec(text);
  return parts === null ? text : `${parts[1]}20${parts[2]}`;
}

/** How a kept value stands in the field. */
export function dayWritten(value: string | null): string {
  if (value === null) return '';
  return isBusinessDay(value) ? value.split('-').reverse().join('.') : value;
}
