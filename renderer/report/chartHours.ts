/** The hours that the chart of a day draws, and how far the day's own line goes. */

export interface Hour {
  /** 0 to 23 on the wall of the shop. */
  readonly hour: number;
  readonly netSom: number;
  readonly comparedNetSom: number;
}

const fewestHours = 6;

/**
 * Never fewer than six hours, so that the first sale of a day is a line and not a lost dot: one empty hour before, the
 * rest behind.
 *
 * | sold in        | drawn            |
 * |----------------|------------------|
 * | 12             | 11, 12, 13 … 16  |
 * | 8, 9 … 20      | the same         |
 * | 23             | 22, 23, 0 … 3    |
 */
export function drawnHours(hours: readonly Hour[]): readonly Hour[] {
  const first = hours[0];
  if (first === undefined || hours.length >= fewestHours) return hours;
  const empty = (hour: number): Hour => ({ hour: (hour + 24) % 24, netSom: 0, comparedNetSom: 0 });
  const before = empty(first.hour - 1);
  const behind = Array.from({ length: fewestHours - 1 - hours.length }, (_, index) =>
    empty(first.hour + hours.length + index),
  );
  return [before, ...hours, ...behind];
}

/**
 * How many of the hours the day's line reaches; `runningHour` is null on a day that is over. An hour that has just begun
 * is no slump: it counts as soon as something was sold in it.
 */
export function reachedHours(hours: readonly Hour[], runningHour: number | null): number {
  if (runningHour === null) return hours.length;
  const running = hours.findIndex(({ hour }) => hour === runningHour);
  const lastSold = hours.findLastIndex(({ netSom }) => netSom !== 0);
  return Math.max(running, lastSold + 1);
}
