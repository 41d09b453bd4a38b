/** What the owner sees first: what should not happen often, and never the work of an ordinary day. */
import { expect, test } from 'vitest';
import { attentionOf } from '../../../shared/journal/attention.ts';
import type { DocumentKind, JsonValue } from '../../../shared/journal/document.ts';
import { zeroSom } from '../../../shared/money.ts';
import type { BusinessDay, Instant } from '../../../shared/time.ts';

const seenOf = (kind: DocumentKind, content: JsonValue) =>
  attentionOf({
    kind,
    id: 'd1',
    tillId: 't1',
    personId: 'p1',
    approverId: null,
    businessDay: '2026-11-22' as BusinessDay,
    at: '2026-11-22T06:00:00.000Z' as Instant,
    customerId: null,
    paidSom: zeroSom,
    content,
  }).map(({ kind: attention, data }) => [attention, data]);

const closed = {
  number: 4,
  differenceSom: -2_000,
  shiftDay: '2026-11-22',
  closedOn: '2026-11-22',
  isAlone: true,
};
const back = { number: 3, receipt: 17, netSom: 42_648, withheldSom: 0, isLate: false, isOtherwise: false };

test.each<[string, DocumentKind, JsonValue]>([
  ['a sale', 'sale', { number: 1, netSom: 5_000 }],
  ['a shift that was closed on its day within the limit', 'shiftClosed', { ...closed, isAboveLimit: false }],
  ['goods that came back in time, as they were paid', 'goodsTakenBack', back],
  [
    'a setting that is not the time zone',
    'settingsChanged',
    { changes: { returnDays: { before: 10, after: 14 } } },
  ],
  ['a correction that two people stand for', 'corrected', { amountSom: 500, isAlone: false }],
  [
    'a start at which nothing was mended',
    'journalReapplied',
    { count: 0, from: null, to: null, lostTo: null },
  ],
])('%s is not among it', (_what, kind, content) => {
  expect(seenOf(kind, content)).toEqual([]);
});

test('a shift is among it for a difference above the limit and for being closed a day late, each by itself', () => {
  expect(seenOf('shiftClosed', { ...closed, isAboveLimit: true })).toEqual([
    ['shiftDifference', { number: 4, differenceSom: -2_000, isAlone: true }],
  ]);
  expect(seenOf('shiftClosed', { ...closed, isAboveLimit: false, closedOn: '2026-11-23' })).toEqual([
    ['shiftLate', { number: 4, shiftDay: '2026-11-22', closedOn: '2026-11-23' }],
  ]);
});

test('a terminal that is far off is told as such, however right the drawer is', () => {
  const terminals = [
    { kind: 'card', provider: 'humo', expectedSom: 45_500, toldSom: 30_000 },
    { kind: 'qr', provider: 'click', expectedSom: 90_000, toldSom: null },
  ];
  expect(seenOf('shiftClosed', { ...closed, differenceSom: 0, isAboveLimit: true, terminals })).toEqual([
    ['shiftDifference', { number: 4, differenceSom: -15_500, isAlone: true }],
  ]);
});

test('a return is among it for each reason that it gives', () => {
  const data = { number: 3, receipt: 17, netSom: 42_648, withheldSom: 1_500 };
  expect(seenOf('goodsTakenBack', { ...back, isLate: true, isOtherwise: true, withheldSom: 1_500 })).toEqual([
    ['returnedLate', data],
    ['returnedOtherwise', data],
    ['returnWithheld', data],
  ]);
});

test('a mended journal and a lost tail are two different things', () => {
  expect(seenOf('journalReapplied', { count: 16, from: 7, to: 12, lostTo: null })).toEqual([
    ['journalReapplied', { from: 7, to: 12, count: 16 }],
  ]);
  expect(seenOf('journalReapplied', { count: 0, from: null, to: null, lostTo: 12 })).toEqual([
    ['journalTailLost', { to: null, lostTo: 12 }],
  ]);
});

test('words that somebody typed never get into the list', () => {
  const [[, data] = []] = seenOf('corrected', {
    amountSom: 500,
    account: 'debt',
    reason: 'Malika',
    isAlone: true,
  });
  expect(JSON.stringify(data)).not.toContain('Malika');
});

test('a complaint is among it when nobody answered in time, and an apology when nobody stood beside', () => {
  const step = { complaintId: 'c1', number: 5, ownerId: 'p9' };
  expect(seenOf('complaintStep', { ...step, step: 'escalated' })).toEqual([
    ['complaintEscalated', { complaintId: 'c1', number: 5 }],
  ]);
  expect(seenOf('complaintStep', { ...step, step: 'answered' })).toEqual([]);
  const apology = { complaintId: 'c1', number: 5, kind: 'bonus', amountSom: 9_000, code: null };
  expect(seenOf('apologyGiven', { ...apology, isAlone: true })).toEqual([
    ['apologyAlone', { complaintId: 'c1', number: 5, amountSom: 9_000 }],
  ]);
  expect(seenOf('apologyGiven', { ...apology, isAlone: false })).toEqual([]);
});
