/** Challenges: so many visits, or so much bought, within some days. */
import { type Som, sumOf } from '../money.ts';
import type { LocalText } from '../text.ts';
import { addDays, type BusinessDay, daysBetween } from '../time.ts';

export interface Challenge {
  readonly challengeId: string;
  readonly name: LocalText;
  readonly goal:
    | { readonly kind: 'visits'; readonly visits: number }
    | { readonly kind: 'spend'; readonly sumSom: Som };
  /** "In 14 days": the days from the first to the last that count together, both included. */
  readonly withinDays: number;
  /** First and last day of the whole challenge. */
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

/** What a customer paid on one day; below zero on a day on which more came back than was bought. */
export interface BoughtOnDay {
  readonly day: BusinessDay;
  readonly paidSom: Som;
}

export interface ChallengeProgress {
  readonly done: number;
  readonly needed: number;
  readonly isReached: boolean;
  /** How many days are left to reach it with what counts already; null when nothing counts yet or it is reached. */
  readonly daysLeft: number | null;
}

/**
 * How far a customer is on a day: a day counts as a visit when something was paid on it, and money that went back lowers
 * what was bought (docs/rules.md rule 12). The best run of days that ends today or later counts, so that an early visit
 * that has fallen out of the window holds nobody back.
 *
 * | 3 visits in 14 days | visits on       | on     | done | days left |
 * |---------------------|-----------------|--------|------|-----------|
 * |                     | 1, 5 Nov        | 10 Nov | 2    | 4         |
 * |                     | 1, 5, 14 Nov    | 14 Nov | 3    | reached   |
 * |                     | 1, 5, 15 Nov    | 15 Nov | 2    | 3         |
 */
export function challengeProgress(
  challenge: Challenge,
  bought: readonly BoughtOnDay[],
  today: BusinessDay,
): ChallengeProgress {
  const { goal, withinDays, from, to } = challenge;
  const needed = goal.kind === 'visits' ? goal.visits : goal.sumSom;
  const inTime = bought
    .filter(({ day }) => day >= from && day <= to && day <= today)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const counted = inTime.filter(({ paidSom }) => paidSom > 0);
  const doneFrom = (first: BusinessDay): number => {
    const last = addDays(first, withinDays - 1);
    const window = inTime.filter(({ day }) => day >= first && day <= last);
    if (goal.kind === 'visits') return window.filter(({ paidSom }) => paidSom > 0).length;
    return Math.max(
      0,
      sumOf(window, ({ paidSom }) => paidSom),
    );
  };
  if (counted.some(({ day }) => doneFrom(day) >= needed)) {
    return { done: needed, needed, isReached: true, daysLeft: null };
  }
  const open = counted.find(({ day }) => addDays(day, withinDays - 1) >= today);
  if (open === undefined) return { done: 0, needed, isReached: false, daysLeft: null };
  const end = addDays(open.day, withinDays - 1);
  return {
    done: doneFrom(open.day),
    needed,
    isReached: false,
    daysLeft: daysBetween(today, end < to ? end : to),
  };
}
