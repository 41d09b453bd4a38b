/** When a clock has moved in a way that the owner should hear of. */
import { type Instant, millisecondsOf } from '../time.ts';

/** Corrections of a clock by a time server, and two acts in the same moment, are no matter. */
export const tolerableSeconds = 60;
const daySeconds = 24 * 60 * 60;

/** Whether it is earlier now than when the last document was written, by more than a minute. */
export function isSetBack(lastWrittenAt: Instant, now: Instant): boolean {
  return (millisecondsOf(lastWrittenAt) - millisecondsOf(now)) / 1000 > tolerableSeconds;
}

/** A look at both clocks at one moment: what the wall says, and how long this computer has been up. */
export interface ClockLook {
  readonly wall: Instant;
  readonly upSeconds: number;
}

/**
 * Whether the wall clock ran away from the other one between two looks: by more than a day, which no change of summer time
 * and no correction is. The time a computer sleeps counts in both.
 *
 * | wall            | up       | jumped |
 * |-----------------|----------|--------|
 * | 10 minutes on   | 600 s    | no     |
 * | 26 hours on     | 600 s    | yes    |
 * | 2 days on       | 2 days   | no     |
 */
export function hasJumped(before: ClockLook, now: ClockLook): boolean {
  const wallSeconds = (millisecondsOf(now.wall) - millisecondsOf(before.wall)) / 1000;
  return wallSeconds - (now.upSeconds - before.upSeconds) > daySeconds;
}
