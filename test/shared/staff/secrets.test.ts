/** PINs and passwords, and how wrong ones slow the next attempt. */
import { describe, expect, it } from 'vitest';
import {
  countAttempt,
  type LogInAttempts,
  logInGate,
  noAttempts,
  settleClock,
  triesLeft,
} from '../../../shared/staff/pinDelay.ts';
import { isGoodPassword, isGoodPin } from '../../../shared/staff/secret.ts';
import { addSeconds, type Instant } from '../../../shared/time.ts';

const now = '2026-11-22T08:00:00.000Z' as Instant;
const wrong = (wrongCount: number): LogInAttempts => ({ wrongCount, lastWrongAt: now });
const gate = (wrongCount: number, secondsLater: number) =>
  logInGate(wrong(wrongCount), addSeconds(now, secondsLater)).kind;

describe('wrong PINs', () => {
  it('cost nothing four times', () => {
    expect(logInGate(noAttempts, now)).toEqual({ kind: 'open' });
    expect(gate(4, 0)).toBe('open');
    expect([0, 1, 4, 5, 9].map((count) => triesLeft(wrong(count)))).toEqual([5, 4, 1, 0, 0]);
  });

  it.each([
    [5, 30],
    [6, 60],
    [7, 120],
    [10, 960],
    [14, 15_360],
  ])('the %ith makes the next attempt wait %i seconds', (count, seconds) => {
    expect(logInGate(wrong(count), now)).toEqual({
      kind: 'wait',
      waitSeconds: seconds,
      until: addSeconds(now, seconds),
    });
    expect(gate(count, seconds - 1)).toBe('wait');
    expect(gate(count, seconds)).toBe('open');
  });

  it('the 15th locks until a senior or the owner opens, however long one waits', () => {
    expect(gate(15, 0)).toBe('locked');
    expect(gate(15, 10_000_000)).toBe('locked');
  });

  it('let at most sixty guesses happen in a day', () => {
    let attempts = noAttempts;
    let clock = now;
    let guesses = 0;
    while (clock < '2026-11-23T08:00:00.000Z') {
      const state = logInGate(attempts, clock);
      if (state.kind === 'locked') break;
      if (state.kind === 'wait') clock = state.until;
      attempts = countAttempt(attempts, clock);
      guesses += 1;
    }
    expect(guesses).toBeLessThanOrEqual(60);
    expect(guesses).toBe(15);
  });

  it('wait anew when the clock is set back: neither freed nor shut out for a year', () => {
    const yearAgo = '2025-11-22T08:00:00.000Z' as Instant;
    expect(logInGate(wrong(6), yearAgo)).toMatchObject({ kind: 'wait', waitSeconds: 60 });
    const settled = settleClock(wrong(6), yearAgo);
    expect(settled).toEqual({ wrongCount: 6, lastWrongAt: yearAgo });
    expect(logInGate(settled, addSeconds(yearAgo, 60)).kind).toBe('open');
    expect(settleClock(wrong(6), addSeconds(now, 5))).toEqual(wrong(6));
  });

  it('are counted with their time', () => {
    expect(countAttempt(countAttempt(noAttempts, now), addSeconds(now, 9))).toEqual({
      wrongCount: 2,
      lastWrongAt: addSeconds(now, 9),
    });
  });
});

describe('a PIN', () => {
  it.each(['4821', '19473', '11112', '13579', '20260713'])('%s will do', (pin) => {
    expect(isGoodPin(pin)).toBe(true);
  });

  it.each([
    '',
    '123',
    '482',
    '123456789',
    '12a4',
    '1111',
    '00000000',
    '1234',
    '0123',
    '7890',
    '8765',
    '3210',
    '٤٨٢١',
  ])('%j will not', (pin) => {
    expect(isGoodPin(pin)).toBe(false);
  });
});

describe('a password', () => {
  it('has at least eight characters of whatever script, and not one over and over', () => {
    expect(isGoodPassword('Qulupnay')).toBe(true);
    expect(isGoodPassword('қулупнай')).toBe(true);
    expect(isGoodPassword('Qulupna')).toBe(false);
    expect(isGoodPassword('🍓🍓🍓🍓')).toBe(false);
    expect(isGoodPassword('aaaaaaaaaa')).toBe(false);
    expect(isGoodPassword('ab'.repeat(101))).toBe(false);
  });
});
