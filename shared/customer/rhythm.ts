/** The rhythm in which a customer comes, learnt from their own visits and from the shop's, and whether they are late for it. */
import { addDays, type BusinessDay, daysBetween } from '../time.ts';

/** Own gaps are mixed with this many gaps of the shop's usual length: one short gap makes nobody a daily customer. */
const shopGapsMixedIn = 2;
/** A ratio says something only when the customer's own habit was known before it. */
const gapsBeforeARatio = 2;
/** One in ten of the shop's own completed gaps was longer than this many typical gaps. */
const lateShare = 0.9;
/** Nobody counts as on time after the longest twentieth of all gaps. */
const capShare = 0.95;

/** What all customers together say about the time between two visits. */
export interface ShopRhythm {
  /** The median of all gaps, in days; half days are possible. */
  readonly medianGapDays: number;
  /** How many typical gaps a customer may be silent before the silence is unusual in this shop. */
  readonly k90: number;
  /** No customer is waited for longer, in days. */
  readonly longestGapDays: number;
}

export const rhythmStates = ['onTrack', 'due', 'lapsed'] as const;
export type RhythmState = (typeof rhythmStates)[number];

export interface CustomerRhythm {
  readonly typicalGapDays: number;
  readonly daysSince: number;
  /** Silence beyond this many days is unusual. */
  readonly thresholdDays: number;
  readonly state: RhythmState;
  /** The day until which the next visit is expected. */
  readonly dueOn: BusinessDay;
}

/** The days between a customer's visits. `visitDays` are in order, each day once. */
export function gapsOf(visitDays: readonly BusinessDay[]): readonly number[] {
  return visitDays.slice(1).map((day, index) => daysBetween(visitDays[index] ?? day, day));
}

/**
 * The shop's rhythm from the gaps of every customer; null while nobody has come twice. The ratios use only what was known
 * before each gap, so that a customer's long silence does not excuse itself. Without any ratio, twice the typical gap counts.
 */
export function shopRhythm(gapsOfCustomers: readonly (readonly number[])[]): ShopRhythm | null {
  const all = gapsOfCustomers.flat().sort((a, b) => a - b);
  if (all.length === 0) return null;
  const medianGapDays = medianOf(all);
  const ratios = gapsOfCustomers.flatMap((gaps) => ratiosOf(gaps, medianGapDays)).sort((a, b) => a - b);
  return {
    medianGapDays,
    k90: ratios.length === 0 ? 2 : nearestRank(ratios, lateShare),
    longestGapDays: nearestRank(all, capShare),
  };
}

/**
 * A customer's rhythm on a day. `visitDays` are in order, each day once, and there is at least one; a customer of one visit
 * has the shop's own gap. Shop's gap 10 days, k90 2, longest 60:
 *
 * | visits on days   | today | typical gap        | threshold | state   |
 * |------------------|-------|--------------------|-----------|---------|
 * | 0                | 8     | (0 + 20) / 2 = 10  | 20        | onTrack |
 * | 0                | 15    | 10                 | 20        | due     |
 * | 0, 4, 8          | 20    | (8 + 20) / 4 = 7   | 14        | due     |
 * | 0, 4, 8          | 23    | 7                  | 14        | lapsed  |
 */
export function rhythmOf(
  visitDays: readonly BusinessDay[],
  shop: ShopRhythm,
  today: BusinessDay,
): CustomerRhythm | null {
  const last = visitDays.at(-1);
  if (last === undefined) return null;
  const typicalGapDays = typicalGap(gapsOf(visitDays), shop.medianGapDays);
  const daysSince = Math.max(0, daysBetween(last, today));
  const thresholdDays = Math.min(shop.k90 * typicalGapDays, shop.longestGapDays);
  return {
    typicalGapDays,
    daysSince,
    thresholdDays,
    state: daysSince > thresholdDays ? 'lapsed' : daysSince > typicalGapDays ? 'due' : 'onTrack',
    dueOn: addDays(last, Math.ceil(typicalGapDays)),
  };
}

function typicalGap(gaps: readonly number[], shopGapDays: number): number {
  const sum = gaps.reduce((total, gap) => total + gap, 0);
  return (sum + shopGapsMixedIn * shopGapDays) / (gaps.length + shopGapsMixedIn);
}

function ratiosOf(gaps: readonly number[], shopGapDays: number): readonly number[] {
  const ratios: number[] = [];
  let sum = 0;
  gaps.forEach((gap, index) => {
    if (index >= gapsBeforeARatio) {
      ratios.push(gap / ((sum + shopGapsMixedIn * shopGapDays) / (index + shopGapsMixedIn)));
    }
    sum += gap;
  });
  return ratios;
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The smallest value that at least the share of all values does not exceed. */
function nearestRank(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}
