/** What of a challenge may still be changed: customers who try for it were told its rules. */
import type { BusinessDay } from '../time.ts';
import type { ChallengeRule } from './gameContract.ts';

/**
 * Whether a challenge may become another one on a day. Before its first day everything may change; from then on only its
 * name, its badge and a later last day; when it is over, or was ended, nothing.
 *
 * | on          | change                 | allowed |
 * |-------------|------------------------|---------|
 * | before      | 3 visits → 4 visits    | yes     |
 * | while       | 3 visits → 2 visits    | no      |
 * | while       | last day a week later  | yes     |
 * | while       | last day a week sooner | no (it is ended instead) |
 * | after       | another name           | no      |
 */
export function mayBecome(
  earlier: ChallengeRule & { readonly isEnded: boolean },
  wanted: ChallengeRule,
  day: BusinessDay,
): boolean {
  if (earlier.isEnded || day > earlier.to) return false;
  if (day < earlier.from) return true;
  const told = ({ goal, withinDays, from, reward }: ChallengeRule) =>
    JSON.stringify([Object.entries(goal).sort(), withinDays, from, Object.entries(reward).sort()]);
  return told(earlier) === told(wanted) && wanted.to >= earlier.to;
}
