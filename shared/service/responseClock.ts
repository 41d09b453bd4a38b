/** The 24-hour clock: how long somebody waited for a person's answer, and whether that was in time. */
import { type Instant, millisecondsOf } from '../time.ts';

/** Nights and weekends count: whoever complains waits through them too. */
export const answerWithinMinutes = 24 * 60;
/** From here on the owner is told, while there is still time. */
export const warnAfterMinutes = 20 * 60;

/** What the shop sent; what a program sent by itself never stops the clock. */
export interface Answer {
  readonly at: Instant;
  readonly by: 'person' | 'program';
}

export const clockStates = ['answeredInTime', 'answeredLate', 'running', 'warning', 'overdue'] as const;
export type ClockState = (typeof clockStates)[number];

export interface Clock {
  readonly state: ClockState;
  /** Whole minutes until the first answer of a person; null while there is none. */
  readonly answeredAfterMinutes: number | null;
  /** Whole minutes that are left; 0 when answered or overdue. */
  readonly leftMinutes: number;
}

/**
 * The clock of one request. Minutes are rounded down, exactly 24 hours is in time. Answers may come in any order; what was
 * said before the request does not count.
 *
 * | asked      | answers                        | now        | state          | minutes |
 * |------------|--------------------------------|------------|----------------|---------|
 * | Mon 09:00  | program 09:01, person 10:30    |            | answeredInTime | 90      |
 * | Mon 18:00  | person Tue 18:00               |            | answeredInTime | 1440    |
 * | Mon 18:00  | person Tue 18:01               |            | answeredLate   | 1441    |
 * | Mon 18:00  | program 18:01                  | Tue 12:00  | running        |         |
 * | Mon 18:00  |                                | Tue 14:00  | warning        |         |
 * | Mon 18:00  |                                | Tue 18:01  | overdue        |         |
 */
export function clockOf(askedAt: Instant, answers: readonly Answer[], now: Instant): Clock {
  const waits = answers
    .filter(({ by, at }) => by === 'person' && at >= askedAt)
    .map(({ at }) => minutesBetween(askedAt, at));
  if (waits.length > 0) {
    const minutes = Math.min(...waits);
    const state = minutes <= answerWithinMinutes ? 'answeredInTime' : 'answeredLate';
    return { state, answeredAfterMinutes: minutes, leftMinutes: 0 };
  }
  const passed = Math.max(0, minutesBetween(askedAt, now));
  const leftMinutes = Math.max(0, answerWithinMinutes - passed);
  if (passed > answerWithinMinutes) return { state: 'overdue', answeredAfterMinutes: null, leftMinutes };
  const state = passed >= warnAfterMinutes ? 'warning' : 'running';
  return { state, answeredAfterMinutes: null, leftMinutes };
}

function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((millisecondsOf(to) - millisecondsOf(from)) / 60_000);
}

export interface ResponseFigures {
  /** Answered, or overdue without an answer; requests whose time still runs are left out. */
  readonly counted: number;
  readonly inTime: number;
  /** Of the answered ones; null while there is none. */
  readonly medianMinutes: number | null;
  /** Nine of ten answers came within this. */
  readonly ninetiethMinutes: number | null;
}

/** The shop's response over many requests. */
export function responseFigures(clocks: readonly Clock[]): ResponseFigures {
  const answered = clocks
    .flatMap(({ answeredAfterMinutes: minutes }) => (minutes === null ? [] : [minutes]))
    .sort((a, b) => a - b);
  return {
    counted: answered.length + clocks.filter(({ state }) => state === 'overdue').length,
    inTime: clocks.filter(({ state }) => state === 'answeredInTime').length,
    medianMinutes: answered.length === 0 ? null : medianOf(answered),
    ninetiethMinutes: answered[Math.ceil(0.9 * answered.length) - 1] ?? null,
  };
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
