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
  zeroSom,
} from '../money.ts';
import { matcherOf, type Scope } from '../promotion/scope.ts';
import type { ShopSettings } from '../shop/settings.ts';
import { addDays, type BusinessDay } from '../time.ts';
import type { EarningRule } from './programmeContract.ts';
import type { Tier } from './tier.ts';

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

/** What a basket must know to say what it earns, and how much of it may be paid with bonus. */
export interface EarningFacts {
  readonly rules: ProgrammeRules;
  /** Goods that may not be paid with bonus, and so do not count for the ceiling either. */
  readonly neverPaid: readonly Scope[];
  /** The customer's tier on this day; null below the first, without a customer, or where the shop has none. */
  readonly tier: Tier | null;
  readonly today: EarnedToday;
}

/** The settings and the rules for goods as one. */
export function programmeRules(settings: ShopSettings, rules: readonly EarningRule[]): ProgrammeRules {
  const never = rules.flatMap((rule) => (rule.kind === 'neverEarns' ? [rule.scope] : []));
  const [first] = never;
  return {
    baseBasisPoints: settings.cashbackBasisPoints,
    multipliers: rules.flatMap((rule) =>
      rule.kind === 'times' ? [{ scope: rule.scope, timesBasisPoints: rule.timesBasisPoints }] : [],
    ),
    excluded: never.length <= 1 ? (first ?? null) : { kind: 'anyOf', scopes: never },
    excludesDiscounted: settings.discountedEarnNothing,
    minimumReceiptSom: settings.minimumReceiptSom,
    activationDelayDays: settings.activationDelayDays,
    mostReceiptsPerDay: settings.mostReceiptsPerDay,
    mostEarnedPerDaySom: settings.mostEarnedPerDaySom,
  };
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

/** Lots by the day from which they could be spent: those before the first bound burn at once, up to the second within a month. */
export interface BurnBounds {
  readonly atOnceBefore: BusinessDay;
  readonly withinMonthBefore: BusinessDay;
}

/**
 * What a life of so many days would burn if it were laid on the lots that are out already (docs/rules.md rule 11: never
 * without this preview); null when nothing would ever burn. A lot's life begins on the first day on which it could be
 * spent.
 *
 * | from   | today  | days | burns           |
 * |--------|--------|------|-----------------|
 * | 1 Oct  | 22 Nov | 30   | at once         |
 * | 23 Oct | 22 Nov | 30   | within a month: its last day is today |
 * | 1 Nov  | 22 Nov | 30   | within a month  |
 * | 1 Nov  | 22 Nov | 365  | later           |
 * | 1 Oct  | 22 Nov | 0    | never           |
 */
export function burnBounds(days: number, today: BusinessDay): BurnBounds | null {
  if (days === 0) return null;
  return { atOnceBefore: addDays(today, -days), withinMonthBefore: addDays(today, 30 - days) };
}
