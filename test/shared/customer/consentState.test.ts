import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConsentSubject, consentChannels, consentSubjects } from '../../../shared/customer/consent.ts';
import { type ConsentEntry, consentState, isAllowed } from '../../../shared/customer/consentState.ts';

/** What was said one after the other, a day apart: `profile`, `sms`, and `-sms` for what was taken back. */
function told(...words: readonly string[]): readonly ConsentEntry[] {
  return words.map((word, day) => ({
    kind: word.startsWith('-') ? 'withdrawn' : 'given',
    subject: word.replace('-', '') as ConsentSubject,
    at: `2026-11-${String(day + 1).padStart(2, '0')}T08:00:00.000Z`,
  }));
}

const allowed = (entries: readonly ConsentEntry[]) => {
  const state = consentState(entries);
  return consentSubjects.filter((subject) => isAllowed(state, subject));
};

test.each([
  ['', ''],
  ['profile', 'profile'],
  ['profile sms telegram', 'profile sms telegram'],
  ['profile sms telegram -sms', 'profile telegram'],
  ['profile sms -sms sms', 'profile sms'],
  ['profile sms -profile', ''],
  ['profile sms -profile profile', 'profile'],
  ['profile sms -profile profile sms', 'profile sms'],
  ['sms', ''],
  ['sms profile', 'profile sms'],
  ['-sms profile', 'profile'],
  ['profile email -telegram', 'profile email'],
])('%s: allows %s', (words, expected) => {
  expect(allowed(told(...words.split(' ').filter(Boolean))).join(' ')).toBe(expected);
});

test('of two words at the same moment the refusal holds', () => {
  const at = '2026-11-22T08:00:00.000Z';
  const given = (subject: ConsentSubject): ConsentEntry => ({ kind: 'given', subject, at });
  const back = (subject: ConsentSubject): ConsentEntry => ({ kind: 'withdrawn', subject, at });
  expect(allowed([given('profile'), given('sms'), back('sms')])).toEqual(['profile']);
  expect(allowed([back('profile'), given('profile'), given('sms')])).toEqual([]);
});

test('messages by any channel are allowed when one is', () => {
  expect(isAllowed(consentState(told('profile', 'email')), 'messages')).toBe(true);
  expect(isAllowed(consentState(told('profile', 'email', '-email')), 'messages')).toBe(false);
});

const days = fc
  .integer({ min: 1, max: 28 })
  .map((day) => `2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z`);
const entry: fc.Arbitrary<ConsentEntry> = fc.record({
  kind: fc.constantFrom('given' as const, 'withdrawn' as const),
  subject: fc.constantFrom(...consentSubjects),
  at: days,
});
const ledger = fc.array(entry, { maxLength: 20 });
const after = '2026-12-01T08:00:00.000Z';

test('in whatever order the entries are read, the same is allowed', () => {
  fc.assert(
    fc.property(ledger, fc.func(fc.integer()), (entries, weight) => {
      const mixed = [...entries].sort((one, other) => weight(one) - weight(other));
      expect(consentState(mixed)).toEqual(consentState(entries));
    }),
  );
});

test('without the profile nothing is allowed, whatever was said', () => {
  fc.assert(
    fc.property(ledger, (entries) => {
      const state = consentState(entries);
      if (!state.profile) expect(allowed(entries)).toEqual([]);
      const ended = [...entries, { kind: 'withdrawn', subject: 'profile', at: after } as const];
      expect(allowed(ended)).toEqual([]);
    }),
  );
});

test('taking one channel back changes that channel alone', () => {
  fc.assert(
    fc.property(ledger, fc.constantFrom(...consentChannels), (entries, channel) => {
      const before = consentState(entries);
      const now = consentState([...entries, { kind: 'withdrawn', subject: channel, at: after }]);
      expect(now).toEqual({ ...before, channels: { ...before.channels, [channel]: false } });
    }),
  );
});
