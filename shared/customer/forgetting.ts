/** What of a text is somebody's name or phone, and what is left of it when they are forgotten. */
import { addDays, type BusinessDay, businessDay, monthOf } from '../time.ts';

/** What stands where a name or a phone stood. */
export const forgottenMark = '…';

/** Everything by which a person can be read in a text. */
export interface PersonalWords {
  readonly names: readonly string[];
  /** E.164. */
  readonly phones: readonly string[];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The ways a phone is written: with or without the country, with spaces, brackets and dashes anywhere. */
function phonePattern(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const national = digits.startsWith('998') ? digits.slice(3) : digits.slice(-9);
  const country = digits.slice(0, digits.length - national.length);
  const loose = (run: string) => [...run].join('[ ().-]*');
  const before = country === '' ? '' : `(?:\\+?${loose(country)}[ ().-]*)?`;
  return `(?<!\\d)${before}${loose(national)}(?!\\d)`;
}

/** Names are words: "Ali" is no part of "Valiev". Shorter than two letters is no name that anybody could be known by. */
function namePattern(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => escaped(word));
  return `(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`;
}

/** Null when there is nothing by which the person could be read. */
export function personalPattern({ names, phones }: PersonalWords): RegExp | null {
  const parts = [
    ...phones.filter((phone) => phone.replace(/\D/g, '').length >= 7).map(phonePattern),
    ...[...new Set(names.map((name) => name.trim()))]
      .filter((name) => name.length >= 2)
      .sort((one, other) => other.length - one.length)
      .map(namePattern),
  ];
  return parts.length === 0 ? null : new RegExp(parts.join('|'), 'giu');
}

/**
 * The text without the person.
 *
 * | text                       | Ali Valiev, +998901234567 |
 * |----------------------------|---------------------------|
 * | for Ali Valiev, 90 1234567 | for …, …                  |
 * | Alisher Valieva            | Alisher Valieva           |
 */
export function withoutPerson(text: string, pattern: RegExp): string {
  return text.replace(pattern, forgottenMark);
}

/** The same for a JSON text, in every string of it: an escape before a name would make it part of a longer word. */
export function jsonWithoutPerson(text: string, pattern: RegExp): string {
  let isNamed = false;
  const left: unknown = JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'string') return value;
    const without = withoutPerson(value, pattern);
    isNamed ||= without !== value;
    return without;
  });
  return isNamed ? JSON.stringify(left) : text;
}

/**
 * The first day that still counts as having come; who came last before it may be forgotten. A day that the earlier month
 * does not have is its last one: 13 months before 31 March 2027 is 28 February 2026.
 */
export function absentBefore(today: BusinessDay, months: number): BusinessDay {
  let first = monthOf(today).first;
  for (let back = 0; back < months; back += 1) first = monthOf(addDays(first, -1)).first;
  const { last } = monthOf(first);
  const wanted = `${first.slice(0, 8)}${today.slice(8)}`;
  return wanted > last ? last : businessDay(wanted);
}
