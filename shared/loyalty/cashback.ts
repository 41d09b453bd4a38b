/** Cashback: how much bonus a sale earns (docs/rules.md rules 1–3). */
import type { TenderShares } from '../basket.ts';
import { type BasisPoints, type Som, som, zeroSom } from '../money.ts';

export interface CashbackRules {
  /** When false, a sale on which any bonus was spent earns nothing. */
  readonly earnWhileRedeeming: boolean;
  /** Goods sold on debt earn when the debt is repaid, or at once. */
  readonly debtEarns: 'whenRepaid' | 'atOnce';
}

export const defaultCashbackRules: CashbackRules = { earnWhileRedeeming: true, debtEarns: 'whenRepaid' };

/** A sold line as cashback sees it: its stored rate and how it was paid. */
export interface EarningLine {
  readonly bonusBasisPoints: BasisPoints;
  readonly shares: TenderShares;
}

/**
 * What a line earns on (docs/rules.md rule 2).
 *
 * | paid with    | earns                                                  |
 * |--------------|--------------------------------------------------------|
 * | bonus        | never                                                  |
 * | gift card    | yes: it was bought for money                           |
 * | store credit | yes: it is the customer's own money, left with the shop |
 * | debt         | when repaid, or at once by setting                     |
 * | money        | yes                                                    |
 */
export function earningBase(shares: TenderShares, rules: CashbackRules): Som {
  const debt = rules.debtEarns === 'atOnce' ? shares.debtSom : 0;
  return som(shares.giftCardSom + shares.storeCreditSom + shares.moneySom + debt);
}

/**
 * The bonus of a receipt: Σ base × rate, floored once for the whole receipt. Rates are those stored on the lines, so that
 * a return recomputes what the sale computed.
 *
 * | bases                 | rate | bonus |
 * |-----------------------|------|-------|
 * | 17 839, 31 242, 5 699 | 2 %  | 1 095 |
 * | 45 040                | 2 %  | 900   |
 */
export function bonusEarned(lines: readonly EarningLine[], rules: CashbackRules): Som {
  if (!rules.earnWhileRedeeming && lines.some((line) => line.shares.bonusSom > 0)) return zeroSom;
  return bonusOn(
    lines.map((line) => ({
      baseSom: earningBase(line.shares, rules),
      rateBasisPoints: line.bonusBasisPoints,
    })),
  );
}

/** floor(Σ base × rate ÷ 10 000): the one place where bonus is rounded. */
export function bonusOn(
  parts: readonly { readonly baseSom: Som; readonly rateBasisPoints: BasisPoints }[],
): Som {
  let product = 0n;
  for (const { baseSom, rateBasisPoints } of parts) product += BigInt(baseSom) * BigInt(rateBasisPoints);
  return som(Number(product / 10_000n));
}
