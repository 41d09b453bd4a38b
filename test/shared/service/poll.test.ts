/** Two-choice questions: when they are asked, whose answer is taken, and what few answers do not prove. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pollFault, pollResult, pollSaveFault, pollStateOn } from '../../../shared/service/poll.ts';
import { businessDay } from '../../../shared/time.ts';

const days = { from: businessDay('2026-11-10'), to: businessDay('2026-11-12') };

test.each([
  ['2026-11-09', 'ahead'],
  ['2026-11-10', 'open'],
  ['2026-11-12', 'open'],
  ['2026-11-13', 'over'],
])('a question of 10 to 12 November is on %s: %s', (day, state) => {
  expect(pollStateOn(days, businessDay(day))).toBe(state);
});

test.each([
  ['open', false, false, null],
  ['open', true, false, 'PollAnswered'],
  ['open', false, true, 'PollAnswered'],
  ['over', false, false, 'PollNotOpen'],
  ['ahead', true, true, 'PollNotOpen'],
] as const)('%s, receipt answered %s, customer today %s: %s', (state, ofReceipt, ofCustomerToday, fault) => {
  expect(pollFault(state, { ofReceipt, ofCustomerToday })).toBe(fault);
});

test('the words are fixed as soon as somebody answered them, the days never are', () => {
  expect(pollSaveFault(days, { answers: 0, isReworded: true })).toBeNull();
  expect(pollSaveFault(days, { answers: 1, isReworded: false })).toBeNull();
  expect(pollSaveFault(days, { answers: 1, isReworded: true })).toBe('PollHasAnswers');
  const turned = { from: days.to, to: days.from };
  expect(pollSaveFault(turned, { answers: 0, isReworded: false })).toBe('PollDaysWrong');
  expect(pollSaveFault({ from: days.to, to: days.to }, { answers: 0, isReworded: false })).toBeNull();
});

test('eight of ten is no proof, sixteen of twenty is', () => {
  expect(pollResult({ a: 0, b: 0 })).toBeNull();
  const few = pollResult({ a: 8, b: 2 });
  expect(few?.leads).toBeNull();
  expect(few?.share.share).toBe(0.8);
  expect(few?.share.low).toBeCloseTo(0.4902, 3);
  expect(few?.share.high).toBeCloseTo(0.9433, 3);
  expect(pollResult({ a: 16, b: 4 })?.leads).toBe('a');
  expect(pollResult({ a: 4, b: 16 })?.leads).toBe('b');
});

test('whatever the counts, the other answer told first says the same', () => {
  const counts = fc.record({ a: fc.nat(500), b: fc.nat(500) });
  const other = { a: 'b', b: 'a' } as const;
  fc.assert(
    fc.property(counts, ({ a, b }) => {
      const one = pollResult({ a, b });
      const turned = pollResult({ a: b, b: a });
      if (one === null || turned === null) return a + b === 0;
      const leads = one.leads === null ? null : other[one.leads];
      return turned.leads === leads && Math.abs(one.share.low + turned.share.high - 1) < 1e-9;
    }),
  );
});
