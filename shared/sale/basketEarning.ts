/** What a basket earns by the shop's programme: the rate of each line, and the bonus that is really given. */
import type { BasketLine, TenderShares } from '../basket.ts';
import { bonusEarned, type CashbackRules, defaultCashbackRules } from '../loyalty/cashback.ts';
import { bonusGiven, type EarningFacts, earningRates } from '../loyalty/programme.ts';
import { basisPoints, largestSom, type Som, som, zeroSom } from '../money.ts';
import { matcherOf } from '../promotion/scope.ts';
import type { ShopSettings } from '../shop/settings.ts';
import type { BusinessDay } from '../time.ts';
import type { SettledLine } from './priceBasket.ts';
import { noShares } from './tenders.ts';
import type { TierDiscount } from './tierTopUp.ts';

export function cashbackRulesOf(
  settings: Pick<ShopSettings, 'earnWhileRedeeming'> & Partial<Pick<ShopSettings, 'debtEarns'>>,
): CashbackRules {
  const { earnWhileRedeeming, debtEarns = defaultCashbackRules.debtEarns } = settings;
  return { earnWhileRedeeming, debtEarns };
}

/**
 * The lines with the rate of each before any promotion: the tier's or the shop's own, its multipliers and exclusions. They come
 * with the shop's own rate, which stays where no rule and no tier has another.
 */
export function withRates<Line extends BasketLine>(
  lines: readonly Line[],
  earning: EarningFacts | null,
  day: BusinessDay,
): readonly Line[] {
  if (earning === null) return lines;
  const { rules, tier } = earning;
  const isPlain = rules.multipliers.length === 0 && rules.excluded === null;
  if (isPlain && (tier?.bonusBasisPoints ?? null) === null) return lines;
  const bare = lines.map((line) => ({ ...line, adjustments: [] }));
  const rates = earningRates(bare, rules, tier?.bonusBasisPoints ?? null, day);
  return lines.map((line, index) => ({ ...line, bonusBasisPoints: rates[index] ?? line.bonusBasisPoints }));
}

/** The discount of the customer's tier; null when it gives none. */
export function tierDiscountOf(earning: EarningFacts | null): TierDiscount | null {
  const tier = earning?.tier ?? null;
  if (tier === null || tier.discountBasisPoints === 0) return null;
  return { tierId: tier.tierId, name: tier.name, rateBasisPoints: tier.discountBasisPoints };
}

/** Which lines bonus may pay; runs parallel to them. */
export function mayBePaidWithBonus(
  lines: readonly BasketLine[],
  earning: EarningFacts | null,
  day: BusinessDay,
): readonly boolean[] {
  const never = (earning?.neverPaid ?? []).map((scope) => matcherOf(scope, day));
  return lines.map((line) => !never.some((covers) => covers(line)));
}

const nothing = basisPoints(0);

export interface ReceiptToEarn {
  readonly lines: readonly SettledLine[];
  readonly shares: readonly TenderShares[];
  /** After all discounts. */
  readonly netSom: Som;
  readonly bonusSpentSom: Som;
  readonly earning: EarningFacts | null;
  readonly settings: ShopSettings;
}

export interface ReceiptEarning {
  /** With the rates that are stored: returns and repayments compute with these (docs/rules.md rule 8). */
  readonly lines: readonly SettledLine[];
  readonly bonusSom: Som;
}

/**
 * What a receipt earns by the rates of its lines. A receipt that earns nothing at all, because it is below the minimum, above
 * the customer's receipts of the day or paid with bonus where that earns nothing, has no rates either: neither a repaid
 * debt of it nor goods that stay after a return earn what the receipt itself did not.
 */
export function earnOnReceipt(receipt: ReceiptToEarn): ReceiptEarning {
  const { earning, shares, netSom, settings } = receipt;
  const lines = withoutDiscounted(receipt.lines, earning);
  if (earnsNothing(receipt)) return { lines: withoutRates(lines, () => true), bonusSom: zeroSom };
  const byRates = bonusEarned(
    lines.map((line, index) => ({
      bonusBasisPoints: line.bonusBasisPoints,
      shares: shares[index] ?? noShares,
    })),
    cashbackRulesOf(settings),
  );
  const bonusSom = earning === null ? byRates : bonusGiven(byRates, netSom, earning.today, earning.rules);
  return { lines, bonusSom };
}

function earnsNothing({ earning, netSom, bonusSpentSom, settings }: ReceiptToEarn): boolean {
  if (!settings.earnWhileRedeeming && bonusSpentSom > 0) return true;
  return earning !== null && bonusGiven(som(largestSom), netSom, earning.today, earning.rules) === 0;
}

function withoutDiscounted(
  lines: readonly SettledLine[],
  earning: EarningFacts | null,
): readonly SettledLine[] {
  if (earning === null || !earning.rules.excludesDiscounted) return lines;
  return withoutRates(lines, (line) => line.adjustments.length > 0);
}

function withoutRates(
  lines: readonly SettledLine[],
  isChosen: (line: SettledLine) => boolean,
): readonly SettledLine[] {
  return lines.map((line) => (isChosen(line) ? { ...line, bonusBasisPoints: nothing } : line));
}
