/** What customers answer after the sale and what it comes to; and which contacts wait for an answer. */
import { expect, test } from 'vitest';
import { answerFault, clockOfContact } from '../../../shared/service/contact.ts';
import {
  asksForComplaint,
  type CountedScore,
  isUnhappy,
  opinionOf,
  scoreSchema,
} from '../../../shared/service/feedback.ts';
import type { Instant } from '../../../shared/time.ts';

const answer = (
  kind: CountedScore['kind'],
  score: number,
  reason: CountedScore['reason'] = null,
  count = 1,
): CountedScore => ({ kind, score, reason, count });

test('recommending is answered with 0 to 10, satisfaction with 1 to 5', () => {
  const good = (kind: string, score: number) => scoreSchema.safeParse({ kind, score }).success;
  expect([0, 10, 11, -1, 5.5].map((score) => good('nps', score))).toEqual([true, true, false, false, false]);
  expect([0, 1, 5, 6].map((score) => good('satisfaction', score))).toEqual([false, true, true, false]);
});

test('answers of a time add up to one score of each kind', () => {
  const { nps, satisfied, satisfactionAnswers } = opinionOf([
    answer('nps', 10, null, 4),
    answer('nps', 9, 'service', 3),
    answer('nps', 7, null, 2),
    answer('nps', 6, 'price'),
    answer('satisfaction', 5, null, 6),
    answer('satisfaction', 4, null, 2),
    answer('satisfaction', 3, 'service', 2),
  ]);
  expect([nps.promoters, nps.passives, nps.detractors, nps.score]).toEqual([7, 2, 1, 60]);
  expect(satisfactionAnswers).toBe(10);
  expect(satisfied?.share).toBe(0.8);
});

test('reasons are counted of those who were not pleased, the most named first', () => {
  const { complaintsAbout } = opinionOf([
    answer('nps', 10, 'quality', 9),
    answer('nps', 6, 'price'),
    answer('satisfaction', 2, 'service', 2),
    answer('satisfaction', 3, 'price'),
    answer('satisfaction', 1, 'speed', 1),
    answer('satisfaction', 1, null, 5),
  ]);
  expect(complaintsAbout).toEqual([
    { reason: 'service', count: 2 },
    { reason: 'price', count: 2 },
    { reason: 'speed', count: 1 },
  ]);
  expect(isUnhappy({ kind: 'nps', score: 7 })).toBe(false);
  expect(isUnhappy({ kind: 'satisfaction', score: 4 })).toBe(false);
});

test('nobody answered is no score', () => {
  expect(opinionOf([])).toMatchObject({ nps: { score: null }, satisfied: null, complaintsAbout: [] });
});

test('only a question that came in waits for an answer', () => {
  const asked = '2026-11-22T09:00:00.000Z' as Instant;
  const now = '2026-11-22T12:00:00.000Z' as Instant;
  const question = { direction: 'in', isQuestion: true, at: asked, answeredAt: null } as const;
  expect(clockOfContact(question, now)).toEqual({
    state: 'running',
    answeredAfterMinutes: null,
    leftMinutes: 1260,
  });
  const answered = { ...question, answeredAt: '2026-11-22T10:30:00.000Z' as Instant };
  expect(clockOfContact(answered, now)).toMatchObject({ state: 'answeredInTime', answeredAfterMinutes: 90 });
  expect(clockOfContact({ ...question, isQuestion: false }, now)).toBeNull();
  expect(clockOfContact({ ...question, direction: 'out' }, now)).toBeNull();
  expect(answerFault(question)).toBeNull();
  expect(answerFault({ direction: 'in', isQuestion: false })).toBe('NotAQuestion');
});

test.each([
  ['nps', 6, true],
  ['nps', 7, false],
  ['nps', 0, true],
  ['satisfaction', 2, true],
  ['satisfaction', 3, false],
] as const)('%s %s: a complaint is offered %s', (kind, score, isOffered) => {
  expect(asksForComplaint({ kind, score })).toBe(isOffered);
});
