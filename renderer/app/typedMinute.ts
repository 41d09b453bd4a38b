/** A time of the day as it is typed: 14, 14:30 or 1430 as minutes since midnight. */

/**
 * Minutes since midnight, up to 24:00; null when it is no time (yet).
 *
 * | typed         | minutes |
 * |---------------|---------|
 * | `9`           | 540     |
 * | `14:30`       | 870     |
 * | `1430`, `14.30` | 870   |
 * | `24`          | 1440    |
 * | `24:30`, `14:` | –      |
 */
export function minuteTyped(text: string): number | null {
  const parts = /^(\d{1,2})(?:[:. -]?([0-5]\d))?$/.exec(text.trim());
  if (!parts) return null;
  const [, hours = '0', minutes = '0'] = parts;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute > 1440 ? null : minute;
}

/** 870 as 14:30. */
export function minuteWritten(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
