/** What of a text is a person's name or phone, and from when on somebody may be forgotten. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  absentBefore,
  forgottenMark,
  jsonWithoutPerson,
  personalPattern,
  withoutPerson,
} from '../../../shared/customer/forgetting.ts';
import { businessDay } from '../../../shared/time.ts';

const ali = { names: ['Ali Valiev'], phones: ['+998901234567'] };
const without = (text: string, person = ali) => {
  const pattern = personalPattern(person);
  return pattern === null ? text : withoutPerson(text, pattern);
};

test.each([
  ['for Ali Valiev, tomorrow', 'for …, tomorrow'],
  ['ALI  VALIEV', '…'],
  ['call +998901234567', 'call …'],
  ['call 998 90 123 45 67', 'call …'],
  ['call 90 123-45-67 or 901234567', 'call … or …'],
  ['call (90) 123 45 67', 'call (…'],
])('a name or a phone in any spelling goes: %s', (text, left) => {
  expect(without(text)).toBe(left);
});

test.each(['Ali Valieva', 'Alisher Valiev', 'receipt 19012345670', 'Ali'])(
  'a longer word, a longer number and half a name are somebody else: %s',
  (text) => {
    expect(without(text)).toBe(text);
  },
);

test('names in either script are words too', () => {
  expect(without('для Алишера и Оʻктам', { names: ['Оʻктам'], phones: [] })).toBe('для Алишера и …');
  expect(without('Алишера', { names: ['Али'], phones: [] })).toBe('Алишера');
});

test('whoever has no name and no phone can be read nowhere', () => {
  expect(personalPattern({ names: ['', ' '], phones: [] })).toBeNull();
  expect(personalPattern({ names: ['A'], phones: ['123'] })).toBeNull();
});

test('in JSON an escape before a name does not hide it', () => {
  const text = JSON.stringify({ text: 'Nodira\nAli Valiev', sum: 5 });
  const pattern = personalPattern(ali) ?? /$^/;
  expect(JSON.parse(jsonWithoutPerson(text, pattern))).toEqual({ text: 'Nodira\n…', sum: 5 });
  const other = '{"text": "Nodira" }';
  expect(jsonWithoutPerson(other, pattern)).toBe(other);
});

test('after forgetting, no phone of the person is left, however it was typed', () => {
  const gaps = fc.array(fc.constantFrom('', ' ', '-', ' ('), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(gaps, fc.constantFrom('', '+998', '998 '), (between, country) => {
      const typed = country + [...'901234567'].map((digit, at) => digit + (between[at] ?? '')).join('');
      const left = without(`tel ${typed}`);
      expect(left.replace(/\D/g, '')).not.toContain('901234567');
      expect(left).toContain(forgottenMark);
    }),
  );
});

test.each([
  ['2026-11-22', 12, '2025-11-22'],
  ['2026-11-22', 1, '2026-10-22'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2026-01-15', 13, '2024-12-15'],
  ['2026-11-22', 0, '2026-11-22'],
])('%s, %i months: who came last before %s', (today, months, day) => {
  expect(absentBefore(businessDay(today), months)).toBe(day);
});
