import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterTry,
  channelOf,
  otherHour,
  resultsFor,
  type Tried,
  taskKinds,
} from '../../../shared/service/task.ts';
import { businessDay } from '../../../shared/time.ts';

const tried = (different: Partial<Tried>): Tried => ({
  kind: 'call',
  result: 'reached',
  triesBefore: 0,
  today: businessDay('2026-11-22'),
  hour: 10,
  preferredHour: null,
  ...different,
});

describe('what comes of a task', () => {
  it('whoever was not reached is tried again tomorrow at another hour', () => {
    expect(afterTry(tried({ result: 'notReached' }))).toEqual({
      state: 'open',
      dueOn: '2026-11-23',
      dueMinute: 15 * 60,
    });
    expect(afterTry(tried({ result: 'notReached', triesBefore: 1, hour: 15 }))).toEqual({
      state: 'open',
      dueOn: '2026-11-23',
      dueMinute: 18 * 60,
    });
  });

  it('after three tries the shop leaves them in peace', () => {
    expect(afterTry(tried({ result: 'notReached', triesBefore: 2 }))).toEqual({
      state: 'closed',
      result: 'notReached',
    });
  });

  it.each(['reached', 'willCome', 'neverAgain'] as const)('%s ends a call at once', (result) => {
    expect(afterTry(tried({ result }))).toEqual({ state: 'closed', result });
  });

  it('a visit that was not made ends as not done', () => {
    expect(afterTry(tried({ kind: 'visit', result: 'notDone' }))).toEqual({
      state: 'closed',
      result: 'notDone',
    });
  });

  it('a call is not done and a visit is not reached: each kind has its own answers', () => {
    expect(afterTry(tried({ result: 'done' }))).toEqual({ fault: 'TaskResultWrong' });
    expect(afterTry(tried({ kind: 'visit', result: 'reached' }))).toEqual({ fault: 'TaskResultWrong' });
    expect(resultsFor('message')).toEqual(['reached', 'notReached', 'willCome', 'neverAgain']);
    expect(resultsFor('tasting')).toEqual(['done', 'notDone']);
  });

  it('only what is no contact stays out of the contact log', () => {
    expect(taskKinds.filter((kind) => channelOf(kind) === null)).toEqual(['other']);
    expect(channelOf('call')).toBe('phone');
    expect(channelOf('meeting')).toBe('shop');
  });
});

describe('another hour', () => {
  it.each([
    [10, null, 15],
    [15, null, 18],
    [18, null, 11],
    [10, 19, 19],
    [19, 19, 11],
    [8, null, 11],
  ])('tried at %i, likes %s: next at %i', (hour, preferredHour, next) => {
    expect(otherHour({ hour, preferredHour })).toBe(next);
  });

  it('is never the same part of the day', () => {
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(hours, fc.option(hours), (hour, preferredHour) => {
        expect(Math.abs(otherHour({ hour, preferredHour }) - hour)).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
