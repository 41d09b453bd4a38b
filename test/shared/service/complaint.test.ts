/** The life of a complaint: what may follow what, what stops its clock, and whether a promise was kept. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clocksOfComplaint,
  complaintOutcomes,
  complaintStates,
  promiseOf,
  stepAfter,
  stepKinds,
} from '../../../shared/service/complaint.ts';
import { businessDay, type Instant } from '../../../shared/time.ts';

const at = (day: number, time: string) => `2026-11-${day}T${time}:00.000Z` as Instant;
const step = (kind: (typeof stepKinds)[number], when: Instant, isByPerson = true) => ({
  kind,
  at: when,
  isByPerson,
});

test('a complaint is answered, then closed, and may be opened again', () => {
  expect(stepAfter('open', 'answered')).toEqual({ state: 'answered' });
  expect(stepAfter('answered', 'closed', 'solved')).toEqual({ state: 'closed' });
  expect(stepAfter('closed', 'reopened')).toEqual({ state: 'open' });
});

test('nobody’s complaint is closed without an answer, unless the customer cannot be reached', () => {
  const closings = complaintOutcomes.map((outcome) => [outcome, stepAfter('open', 'closed', outcome)]);
  expect(Object.fromEntries(closings)).toEqual({
    solved: { fault: 'AnswerMissing' },
    partly: { fault: 'AnswerMissing' },
    refused: { fault: 'AnswerMissing' },
    unreachable: { state: 'closed' },
  });
});

test('money, an owner, a note and a promised day are no answer', () => {
  for (const kind of ['compensated', 'assigned', 'noted', 'promised', 'escalated'] as const) {
    expect(stepAfter('open', kind)).toEqual({ state: 'open' });
  }
});

test('what is closed takes notes only, until it is opened again', () => {
  const allowed = stepKinds.filter((kind) => !('fault' in stepAfter('closed', kind, 'solved')));
  expect(allowed).toEqual(['noted', 'reopened']);
  expect(stepAfter('closed', 'compensated')).toEqual({ fault: 'ComplaintClosed' });
  expect(stepAfter('open', 'reopened')).toEqual({ fault: 'ComplaintNotClosed' });
});

test('whatever is done, a complaint is closed only by closing and leaves it only by being opened again', () => {
  const steps = fc.array(
    fc.record({ kind: fc.constantFrom(...stepKinds), outcome: fc.constantFrom(...complaintOutcomes) }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...complaintStates), steps, (first, taken) => {
      let state = first;
      for (const { kind, outcome } of taken) {
        const after = stepAfter(state, kind, outcome);
        if ('fault' in after) continue;
        if (after.state === 'closed' && state !== 'closed') expect(kind).toBe('closed');
        if (state === 'closed' && after.state !== 'closed') expect(kind).toBe('reopened');
        state = after.state;
      }
    }),
  );
});

test('the clock stops at the first answer of a person', () => {
  const steps = [
    step('opened', at(16, '09:00')),
    step('answered', at(16, '09:01'), false),
    step('assigned', at(16, '09:05')),
    step('compensated', at(16, '09:10')),
    step('answered', at(16, '10:00')),
    step('answered', at(17, '12:00')),
  ];
  expect(clocksOfComplaint(steps, at(20, '09:00'))).toEqual([
    { state: 'answeredInTime', answeredAfterMinutes: 60, leftMinutes: 0 },
  ]);
  const unanswered = clocksOfComplaint(steps.slice(0, 4), at(17, '05:00'));
  expect(unanswered).toEqual([{ state: 'warning', answeredAfterMinutes: null, leftMinutes: 240 }]);
});

test('whoever comes back waits anew, and the first answer does not count for it', () => {
  const steps = [
    step('opened', at(16, '09:00')),
    step('answered', at(16, '10:00')),
    step('closed', at(16, '11:00')),
    step('reopened', at(17, '09:00')),
  ];
  const clocks = clocksOfComplaint(steps, at(17, '12:00'));
  expect(clocks.map(({ state, answeredAfterMinutes }) => [state, answeredAfterMinutes])).toEqual([
    ['answeredInTime', 60],
    ['running', null],
  ]);
});

test('what was closed because nobody could be reached is not overdue days later', () => {
  const steps = [step('opened', at(16, '09:00')), step('closed', at(16, '12:00'))];
  expect(clocksOfComplaint(steps, at(20, '09:00')).map(({ state }) => state)).toEqual(['running']);
});

test('a promised day is kept by a solution on it or before, and broken the morning after', () => {
  const day = businessDay;
  const promised = day('2026-11-25');
  expect(promiseOf(null, day('2026-11-24'), null)).toBe('none');
  expect(promiseOf(promised, day('2026-11-24'), null)).toBe('ahead');
  expect(promiseOf(promised, promised, null)).toBe('today');
  expect(promiseOf(promised, day('2026-11-26'), null)).toBe('broken');
  expect(promiseOf(promised, day('2026-11-30'), promised)).toBe('kept');
  expect(promiseOf(promised, day('2026-11-30'), day('2026-11-26'))).toBe('broken');
});
