/** The programme of the shop: which goods earn at which rate, from which receipt on, and how much in a day. */
import type { PricedLine } from '../basket.ts';
import {
  type BasisPoints,
  basisPoints,
  largerSom,
  multiplyDivideFloor,
  type Som,
  smallerSom,
  subtractSom,
  sumOf,
  zeroSom,
} from '../money.ts';
import { matcherOf, type Scope } from '../promotion/scope.ts';
import { addDays, type BusinessDay } from '../time.ts';

/** Bonus of some goods times so much: 20 000 doubles it, 5 000 halves it. */
export interface RateMultiplier {
  readonly scope: Scope;
  readonly timesBasisPoints: number;
}

export interface ProgrammeRules {
  readonly baseBasisPoints: BasisPoints;
  readonly multipliers: readonly RateMultiplier[];
  /** Goods that never earn; null when all do. */
  readonly excluded: Scope | null;
  /** Lines that got any discount earn nothing. */
  readonly excludesDiscounted: boolean;
  /** A receipt below this sum, after all discounts, earns nothing. */
  readonly minimumReceiptSom: Som;
  /** So many days pass before earned bonus may be spent; 0 for at once. */
  readonly activationDelayDays: number;
  /** Against one card for all strangers: receipts a day that earn, and bonus a day; null for no bound. */
  readonly mostReceiptsPerDay: number | null;
  readonly mostEarnedPerDaySom: Som | null;
}

const none = basisPoints(0);
const most = 10_000;

/**
 * The rate of each line before any multiplier of a promotion. The tier's own rate stands in for the shop's; of several
 * multipliers that cover a line the largest holds, they are never multiplied with each other.
 *
 * | line                     | base 2 %, tea ×2, alcohol excluded | gold earns 5 % |
 * |--------------------------|------------------------------------|----------------|
 * | bread                    | 2 %                                | 5 %            |
 * | tea                      | 4 %                                | 10 %           |
 * | beer                     | 0                                  | 0              |
 * | discounted bread, if set | 0                                  | 0              |
 */
export function earningRates(
  lines: readonly Pick<
    PricedLine,
    'productId' | 'categoryId' | 'brandId' | 'tags' | 'expiresOn' | 'adjustments'
  >[],
  rules: ProgrammeRules,
  tierBasisPoints: BasisPoints | null,
  day: BusinessDay,
): readonly BasisPoints[] {
  const base = tierBasisPoints ?? rules.baseBasisPoints;
  const isExcluded = rules.excluded === null ? () => false : matcherOf(rules.excluded, day);
  const multipliers = rules.multipliers.map(({ scope, timesBasisPoints }) => ({
    covers: matcherOf(scope, day),
    timesBasisPoints,
  }));
  return lines.map((line) => {
    const isDiscounted = rules.excludesDiscounted && line.adjustments.length > 0;
    if (isDiscounted || isExcluded(line)) return none;
    const times = multipliers.filter(({ covers }) => covers(line)).map((each) => each.timesBasisPoints);
    if (times.length === 0) return base;
    return basisPoints(Math.min(most, multiplyDivideFloor(base, Math.max(...times), 10_000)));
  });
}

/** What the customer earned on this business day before this receipt. */
export interface EarnedToday {
  readonly receipts: number;
  readonly earnedSom: Som;
}

/**
 * What of a receipt's bonus is really given.
 *
 * | bonus | receipt | minimum | receipts today, at most | earned today, at most | given |
 * |-------|---------|---------|-------------------------|-----------------------|-------|
 * | 900   | 45 000  | 50 000  | –                       | –                     | 0     |
 * | 900   | 50 000  | 50 000  | 3, 3                    | –                     | 0     |
 * | 900   | 50 000  | 50 000  | 2, 3                    | 4 500, 5 000          | 500   |
 */
export function bonusGiven(bonusSom: Som, receiptSom: Som, today: EarnedToday, rules: ProgrammeRules): Som {
  if (receiptSom < rules.minimumReceiptSom) return zeroSom;
  if (rules.mostReceiptsPerDay !== null && today.receipts >= rules.mostReceiptsPerDay) return zeroSom;
  if (rules.mostEarnedPerDaySom === null) return bonusSom;
  return smallerSom(bonusSom, largerSom(zeroSom, subtractSom(rules.mostEarnedPerDaySom, today.earnedSom)));
}

/** The first day on which bonus earned on a day may be spent. */
export function activeFrom(
  earnedOn: BusinessDay,
  rules: Pick<ProgrammeRules, 'activationDelayDays'>,
): BusinessDay {
  return addDays(earnedOn, rules.activationDelayDays);
}

/** A lot as the preview of another expiry sees it. */
export interface LotToPreview {
  readonly earnedOn: BusinessDay;
  readonly remainingSom: Som;
}

export interface BurnPreview {
  /** What would burn in the coming night. */
  readonly atOnceSom: Som;
  readonly customersAtOnce: number;
  /** What would burn within the next 30 days, without that. */
  readonly withinMonthSom: Som;
}

/**
 * What a shorter life of bonus would burn if it were laid on the lots that are out already (docs/rules.md rule 11: never
 * without this preview).
 *
 * | earned | today  | days | burns           |
 * |--------|--------|------|-----------------|
 * | 1 Oct  | 22 Nov | 30   | at once         |
 * | 1 Nov  | 22 Nov | 30   | within a month  |
 * | 1 Nov  | 22 Nov | 365  | later           |
 * | 1 Oct  | 22 Nov | 0    | never           |
 */
export function burnPreview(
  lots: readonly (LotToPreview & { readonly customerId: string })[],
  days: number,
  today: BusinessDay,
): BurnPreview {
  if (days === 0) return { atOnceSom: zeroSom, customersAtOnce: 0, withinMonthSom: zeroSom };
  const lastDay = (lot: LotToPreview) => addDays(lot.earnedOn, days);
  const atOnce = lots.filter((lot) => lot.remainingSom > 0 && lastDay(lot) < today);
  const monthEnd = addDays(today, 30);
  const soon = lots.filter((lot) => lastDay(lot) >= today && lastDay(lot) < monthEnd);
  return {
    atOnceSom: sumOf(atOnce, (lot) => lot.remainingSom),
    customersAtOnce: new Set(atOnce.map((lot) => lot.customerId)).size,
    withinMonthSom: sumOf(soon, (lot) => lot.remainingSom),
  };
}
