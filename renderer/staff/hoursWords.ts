/** How long somebody works, in as few figures as possible. */

/**
 * Whole hours alone, else hours and minutes as a clock writes them.
 *
 * | minutes | written |
 * |---------|---------|
 * | 480     | 8       |
 * | 450     | 7:30    |
 * | 2885    | 48:05   |
 */
export function hoursWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 ? String(hours) : `${hours}:${String(rest).padStart(2, '0')}`;
}
