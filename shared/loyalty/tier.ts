/** The tier of a customer: from money paid on closed days, so that today's purchase uses the old one. */
import { type BasisPoints, type Som, som } from '../money.ts';
import type { LocalText } from '../text.ts';
import type { BusinessDay } from '../time.ts';

export interface Tier {
  readonly tierId: string;
  readonly name: LocalText;
  /** Money paid in the window from which the tier is reached. */
  readonly fromSom: Som;
  /** The discount up to which the tier tops up (docs/rules.md rule 5); 0 for none. */
  readonly discountBasisPoints: BasisPoints;
  /** Cashback of the tier's customers; null leaves the shop's own. */
  readonly bonusBasisPoints: BasisPoints | null;
}

/** What a customer paid on one business day, net of returns: the earning base without gift-card sales. */
export interface PaidOnDay {
  readonly day: BusinessDay;
  readonly paidSom: Som;
}

export type TierWindow = 'lastTwelveMonths' | 'allTime';

/** The first day that counts on a day, as text that sorts with days; `''` when every day counts. */
export function firstDayCounted(asOf: BusinessDay, window: TierWindow): string {
  return window === 'allTime' ? '' : aYearBefore(asOf);
}

/**
 * The highest tier whose bound is reached; null when even the lowest is not. With bounds 0 / 1 000 / 5 000 a customer who
 * paid 500 is in the first, 1 000 in the second, 4 999 still in the second.
 */
export function tierFor(paidSom: Som, tiers: readonly Tier[]): Tier | null {
  let reached: Tier | null = null;
  for (const tier of tiers) {
    if (tier.fromSom <= paidSom && (reached === null || tier.fromSom > reached.fromSom)) reached = tier;
  }
  return reached;
}

/**
 * Money paid before a business day (docs/rules.md rule 12): the day itself never counts, because the purchase that
 * crosses a bound uses the old tier and a return lowers it from the next day on. Days of the last twelve months count
 * from the same calendar date a year before.
 */
export function paidBefore(asOf: BusinessDay, paid: readonly PaidOnDay[], window: TierWindow): Som {
  const first = firstDayCounted(asOf, window);
  let sum = 0;
  for (const { day, paidSom } of paid) if (first <= day && day < asOf) sum += paidSom;
  return som(sum);
}

/**
 * What is missing to the next tier, counting what was paid until now; null on the highest one, or where there is none.
 * 0 missing means that it holds from the next day on. With bounds 1 000 and 5 000:
 *
 * | tier today | paid with today | next          |
 * |------------|-----------------|---------------|
 * | none       | 400             | 600 to 1 000  |
 * | none       | 1 200           | 0 to 1 000    |
 * | 1 000      | 1 200           | 3 800 to 5 000 |
 * | 5 000      | 7 000           | null          |
 */
export function nextTier<T extends Pick<Tier, 'fromSom'>>(
  current: Pick<Tier, 'fromSom'> | null,
  paidSom: Som,
  tiers: readonly T[],
): { readonly tier: T; readonly missingSom: Som } | null {
  let next: T | null = null;
  for (const tier of tiers) {
    const isAbove = current === null || tier.fromSom > current.fromSom;
    if (isAbove && (next === null || tier.fromSom < next.fromSom)) next = tier;
  }
  return next === null ? null : { tier: next, missingSom: som(Math.max(0, next.fromSom - paidSom)) };
}

/** The tier that holds for the whole of a business day. */
export function tierAsOf(
  asOf: BusinessDay,
  paid: readonly PaidOnDay[],
  tiers: readonly Tier[],
  window: TierWindow,
): Tier | null {
  return tierFor(paidBefore(asOf, paid, window), tiers);
}

/** A bound to compare days with, as text; 29 February gives a date that only sorts right, which is all it must do. */
function aYearBefore(day: BusinessDay): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
}
