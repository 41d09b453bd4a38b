/** How wrong PINs slow the next attempt down; the counters live in the database, so a restart forgives nothing. */
import { addSeconds, type Instant, millisecondsOf } from '../time.ts';

/** Wrong attempts since the last right one, and when the last of them was. */
export interface LogInAttempts {
  readonly wrongCount: number;
  readonly lastWrongAt: Instant | null;
}

export const noAttempts: LogInAttempts = { wrongCount: 0, lastWrongAt: null };

const freeAttempts = 4;
const firstWaitSeconds = 30;
/** From here on only a senior or the owner opens the way again. */
const attemptsUntilLocked = 15;

export type LogInGate =
  | { readonly kind: 'open' }
  | { readonly kind: 'wait'; readonly waitSeconds: number; readonly until: Instant }
  | { readonly kind: 'locked' };

/**
 * Whether another attempt may be made now.
 *
 * | wrong so far | next attempt                    |
 * |--------------|---------------------------------|
 * | 0–4          | at once                         |
 * | 5            | after 30 s                      |
 * | 6, 7, 8 …    | after 1, 2, 4 minutes …         |
 * | 14           | after 4 h 16 min                |
 * | 15           | when a senior or the owner unlocks |
 *
 * Store `settleClock`'s answer before asking, so that a clock set back neither opens the gate nor shuts it for a year.
 */
export function logInGate(attempts: LogInAttempts, now: Instant): LogInGate {
  if (attempts.wrongCount >= attemptsUntilLocked) return { kind: 'locked' };
  if (attempts.wrongCount <= freeAttempts || attempts.lastWrongAt === null) return { kind: 'open' };
  const wait = firstWaitSeconds * 2 ** (attempts.wrongCount - freeAttempts - 1);
  const from = now < attempts.lastWrongAt ? now : attempts.lastWrongAt;
  const until = addSeconds(from, wait);
  const waitSeconds = Math.ceil((millisecondsOf(until) - millisecondsOf(now)) / 1000);
  return waitSeconds > 0 ? { kind: 'wait', waitSeconds, until } : { kind: 'open' };
}

/** Moves the last attempt back to now when the clock was set back: the wait starts again and ends. */
export function settleClock(attempts: LogInAttempts, now: Instant): LogInAttempts {
  if (attempts.lastWrongAt === null || attempts.lastWrongAt <= now) return attempts;
  return { ...attempts, lastWrongAt: now };
}

/** Counts an attempt. Store it before the secret is compared and `noAttempts` after it was right, so that a cut wire counts. */
export function countAttempt(attempts: LogInAttempts, now: Instant): LogInAttempts {
  return { wrongCount: attempts.wrongCount + 1, lastWrongAt: now };
}

/** How many wrong attempts may still follow at once, for the words "2 tries left". */
export function triesLeft(attempts: LogInAttempts): number {
  return Math.max(0, freeAttempts + 1 - attempts.wrongCount);
}
