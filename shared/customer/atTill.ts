/** What the till says of the customer at the counter: what matters now, in which order, and what is left out for space. */
import { addDays, type BusinessDay, daysBetween } from '../time.ts';
import { daysToBirthday } from './birthDate.ts';
import { type CustomerRhythm, gapsOf } from './rhythm.ts';

/** A birthday is spoken of so many days before and after it. */
export const birthdaySpokenDays = 7;

/**
 * Days to a birthday that is near enough to say something: above zero it is still to come, below it is over. Null without a
 * date, and when it is further away than a week.
 *
 * | born        | today       | answer |
 * |-------------|-------------|--------|
 * | 22 Nov 1990 | 22 Nov 2026 | 0      |
 * | 25 Nov 1990 | 22 Nov 2026 | 3      |
 * | 20 Nov 1990 | 22 Nov 2026 | −2     |
 * | 30 Nov 1990 | 22 Nov 2026 | null   |
 * | 2 Jan 1990  | 29 Dec 2026 | 4      |
 */
export function birthdayNear(birthDate: BusinessDay | null, today: BusinessDay): number | null {
  if (birthDate === null) return null;
  const away = daysToBirthday(birthDate, addDays(today, -birthdaySpokenDays)) - birthdaySpokenDays;
  return away > birthdaySpokenDays ? null : away;
}

/** Fewer days of buying something make no habit. */
const leastDaysBought = 4;
/** What is bought more often is bought without a word. */
const leastGapDays = 3;

/** Habits change: only so many of the newest gaps count. */
const newestGaps = 12;

export interface Due {
  /** The median of the newest twelve gaps between two days of buying it, rounded. */
  readonly everyDays: number;
  readonly daysSince: number;
}

/**
 * Whether a product that a customer buys regularly has come due. `boughtOn` are the days of buying it, in order, each once.
 * Null, because silence is better than noise: under four days, more often than every third day, where fewer than two thirds
 * of the gaps lie within half to one and a half of the median, before the gap is over, and after twice the gap, when the
 * habit has ended.
 *
 * | bought on days | today | answer              |
 * |----------------|-------|---------------------|
 * | 0, 12, 24, 36  | 47    | null, 11 days only  |
 * | 0, 12, 24, 36  | 48    | every 12, 12 since  |
 * | 0, 12, 24, 36  | 60    | every 12, 24 since  |
 * | 0, 12, 24, 36  | 61    | null, over          |
 * | 0, 1, 40, 60   | 80    | null, no rhythm     |
 */
export function dueOf(boughtOn: readonly BusinessDay[], today: BusinessDay): Due | null {
  const last = boughtOn.at(-1);
  if (last === undefined || boughtOn.length < leastDaysBought) return null;
  const gaps = gapsOf(boughtOn.slice(-newestGaps - 1)).toSorted((a, b) => a - b);
  const median = medianOf(gaps);
  if (median < leastGapDays) return null;
  const regular = gaps.filter((gap) => gap * 2 >= median && gap * 2 <= median * 3);
  if (regular.length * 3 < gaps.length * 2) return null;
  const daysSince = daysBetween(last, today);
  if (daysSince < median || daysSince > median * 2) return null;
  return { everyDays: Math.round(median), daysSince };
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** A customer who came on fewer days has no usual interval to speak of. */
const leastVisitDays = 4;
/** Fewer days of silence are not worth a word, whoever it is. */
export const leastAwayDays = 7;

export interface Away {
  readonly days: number;
  readonly usualDays: number;
}

/**
 * How long somebody was away, where that is unusual for them (`lapsed` by their rhythm); null for everybody else for whoever
 * came on fewer than four days, and of less than a week.
 *
 * | visit days | rhythm                       | answer           |
 * |------------|------------------------------|------------------|
 * | 9          | lapsed, 12.4 usual, 40 since | 40, usually 12   |
 * | 9          | due                          | null             |
 * | 3          | lapsed                       | null             |
 * | 200        | lapsed, 1.2 usual, 5 since   | null             |
 */
export function awayOf(
  visitDays: number,
  rhythm: Pick<CustomerRhythm, 'state' | 'typicalGapDays' | 'daysSince'> | null,
): Away | null {
  if (rhythm === null || rhythm.state !== 'lapsed' || visitDays < leastVisitDays) return null;
  if (rhythm.daysSince < leastAwayDays) return null;
  return { days: rhythm.daysSince, usualDays: Math.max(1, Math.round(rhythm.typicalGapDays)) };
}

/**
 * All that the second line of the strip may say, the most urgent first. The first three never drop out: one can hurt
 * somebody, one must not be met with a smile, one is money that can be asked for.
 */
export const signalKinds = [
  'allergy',
  'complaint',
  'debt',
  'waiting',
  'birthday',
  'privilege',
  'referral',
  'away',
  'suggestion',
  'burning',
  'usual',
  'collected',
] as const;
export type SignalKind = (typeof signalKinds)[number];

const firm: ReadonlySet<SignalKind> = new Set(['allergy', 'complaint', 'debt']);
/** Words of these may end in three dots, the whole of them is one touch away; a sum is never cut. */
const shortened: ReadonlySet<SignalKind> = new Set([
  'allergy',
  'complaint',
  'waiting',
  'privilege',
  'suggestion',
  'usual',
  'collected',
]);

export const isFirm = (kind: SignalKind): boolean => firm.has(kind);
export const mayBeShortened = (kind: SignalKind): boolean => shortened.has(kind);

/** A shortened word shows at least so much of itself, in pixels. */
export const leastSignalPx = 88;

export interface MeasuredSignal {
  readonly kind: SignalKind;
  /** With all its words. */
  readonly widthPx: number;
}

export interface SignalSpace {
  readonly widthPx: number;
  readonly gapPx: number;
  /** The key that opens everything, which stands there as soon as something is left out. */
  readonly morePx: number;
}

/**
 * Which signals are shown, as places in the list that was given; the list is in the order of `signalKinds`. Each takes its
 * place if it fits beside those before it, whole or shortened; one that does not fit leaves its room to the next. Space of
 * 320, gaps of 6, 36 for the key, 88 for a shortened one:
 *
 * | signals                                    | shown                             |
 * |--------------------------------------------|-----------------------------------|
 * | birthday 120, privilege 150                | both                              |
 * | birthday 120, away 220                     | birthday                          |
 * | birthday 120, away 220, collected 300      | birthday, collected shortened     |
 * | allergy 400, complaint 200, debt 120, away | allergy, complaint, debt          |
 */
export function fittingSignals(
  signals: readonly MeasuredSignal[],
  { widthPx, gapPx, morePx }: SignalSpace,
): readonly number[] {
  const takenBy = (places: readonly number[]) =>
    places.reduce((sum, place) => sum + leastOf(signals[place]) + gapPx, 0) - (places.length > 0 ? gapPx : 0);
  const everything = signals.map((_, place) => place);
  if (takenBy(everything) <= widthPx) return everything;
  const shown: number[] = [];
  for (const place of everything) {
    const isKept = isFirm(signals[place]?.kind ?? 'usual');
    if (isKept || takenBy([...shown, place]) + gapPx + morePx <= widthPx) shown.push(place);
  }
  return shown;
}

function leastOf(signal: MeasuredSignal | undefined): number {
  if (signal === undefined) return 0;
  return mayBeShortened(signal.kind) ? Math.min(signal.widthPx, leastSignalPx) : signal.widthPx;
}

/** At most so many goods are told as what a customer usually buys. */
export const usualGoodsShown = 3;

/** The first goods of a list that do not lie in the basket. */
export function notInBasket<G extends { readonly productId: string }>(
  goods: readonly G[],
  inBasket: ReadonlySet<string>,
  atMost: number,
): readonly G[] {
  return goods.filter(({ productId }) => !inBasket.has(productId)).slice(0, atMost);
}
