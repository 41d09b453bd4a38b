/** The 24-hour clock stops at the first answer of a person, and only there. */
import { expect, test } from 'vitest';
import { type Answer, clockOf, responseFigures } from '../../../shared/service/responseClock.ts';
import type { Instant } from '../../../shared/time.ts';

const at = (text: string) => `${text}:00.000Z` as Instant;
const person = (text: string): Answer => ({ at: at(text), by: 'person' });
const program = (text: string): Answer => ({ at: at(text), by: 'program' });
const now = '2026-03-09T12:00';

test.each([
  ['2026-03-02T09:00', [program('2026-03-02T09:01'), person('2026-03-02T10:30')], 'answeredInTime', 90],
  ['2026-03-02T18:00', [person('2026-03-03T18:00')], 'answeredInTime', 1440],
  ['2026-03-02T18:00', [person('2026-03-03T18:01')], 'answeredLate', 1441],
  ['2026-03-07T20:15', [person('2026-03-09T09:00')], 'answeredLate', 2205],
  ['2026-03-09T11:00', [], 'running', null],
  ['2026-03-08T11:00', [program('2026-03-08T11:00')], 'overdue', null],
  ['2026-03-09T08:00', [person('2026-03-09T08:00')], 'answeredInTime', 0],
  // Twenty hours are over: the owner hears of it. Exactly 24 hours is still in time.
  ['2026-03-08T16:00', [], 'warning', null],
  ['2026-03-08T12:00', [], 'warning', null],
  ['2026-03-08T11:59', [], 'overdue', null],
  // What was said before nobody had asked is no answer; the earlier of two answers counts.
  ['2026-03-09T08:00', [person('2026-03-08T09:00')], 'running', null],
  ['2026-03-02T09:00', [person('2026-03-02T12:00'), person('2026-03-02T10:00')], 'answeredInTime', 60],
] as const)('asked at %s, answered %j: %s', (asked, answers, state, minutes) => {
  expect(clockOf(at(asked), answers, at(now))).toMatchObject({ state, answeredAfterMinutes: minutes });
});

test('what is left is told in minutes, and nothing is left afterwards', () => {
  expect(clockOf(at('2026-03-09T11:00'), [], at(now)).leftMinutes).toBe(1380);
  expect(clockOf(at('2026-03-01T11:00'), [], at(now)).leftMinutes).toBe(0);
});

test("the shop's figures: running ones are left out, six count, three were in time", () => {
  const asked: readonly (readonly [string, readonly Answer[]])[] = [
    ['2026-03-02T09:00', [program('2026-03-02T09:01'), person('2026-03-02T10:30')]],
    ['2026-03-02T18:00', [person('2026-03-03T18:00')]],
    ['2026-03-02T18:00', [person('2026-03-03T18:01')]],
    ['2026-03-07T20:15', [person('2026-03-09T09:00')]],
    ['2026-03-09T11:00', []],
    ['2026-03-08T11:00', [program('2026-03-08T11:00')]],
    ['2026-03-09T08:00', [person('2026-03-09T08:00')]],
  ];
  expect(responseFigures(asked.map(([from, answers]) => clockOf(at(from), answers, at(now))))).toEqual({
    counted: 6,
    inTime: 3,
    medianMinutes: 1440,
    ninetiethMinutes: 2205,
  });
  expect(responseFigures([])).toEqual({ counted: 0, inTime: 0, medianMinutes: null, ninetiethMinutes: null });
});
