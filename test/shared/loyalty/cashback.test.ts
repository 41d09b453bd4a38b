/** Rules 1–3: what a receipt earns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TenderShares } from '../../../shared/basket.ts';
import {
  bonusEarned,
  type CashbackRules,
  defaultCashbackRules,
  earningBase,
} from '../../../shared/loyalty/cashback.ts';
import { basisPoints, som, zeroSom } from '../../../shared/money.ts';

const nothing: TenderShares = {
  bonusSom: zeroSom,
  giftCardSom: zeroSom,
  storeCreditSom: zeroSom,
  debtSom: zeroSom,
  moneySom: zeroSom,
};
const paid = (money: number, rate: number, more: Partial<TenderShares> = {}) => ({
  bonusBasisPoints: basisPoints(rate),
  shares: { ...nothing, moneySom: som(money), ...more },
});

describe('cashback', () => {
  it('is earned on money after all discounts: 2 % of 45 040 is 900', () => {
    expect(bonusEarned([paid(45_040, 200)], defaultCashbackRules)).toBe(900);
  });

  it('is floored once per receipt, not once per line', () => {
    // 3 × 2 % of 49 is 2.94; line by line it would be nothing.
    expect(bonusEarned([paid(49, 200), paid(49, 200), paid(49, 200)], defaultCashbackRules)).toBe(2);
  });

  it('follows the rate of each line, and goods with no rate earn nothing', () => {
    expect(bonusEarned([paid(10_000, 500), paid(10_000, 100), paid(90_000, 0)], defaultCashbackRules)).toBe(
      600,
    );
  });

  it('is not earned on what bonus paid; the money part still earns', () => {
    expect(bonusEarned([paid(30_000, 200, { bonusSom: som(20_000) })], defaultCashbackRules)).toBe(600);
  });

  it('is not earned at all on a receipt with bonus when the owner wants it so, whichever line the bonus paid', () => {
    const strict: CashbackRules = { ...defaultCashbackRules, earnWhileRedeeming: false };
    expect(bonusEarned([paid(30_000, 200), paid(0, 200, { bonusSom: som(1) })], strict)).toBe(0);
    expect(bonusEarned([paid(30_000, 200)], strict)).toBe(600);
  });

  it('is earned on gift cards and store credit, which were paid for, and on debt only when repaid', () => {
    const shares: TenderShares = {
      bonusSom: som(1),
      giftCardSom: som(10),
      storeCreditSom: som(100),
      debtSom: som(1_000),
      moneySom: som(10_000),
    };
    expect(earningBase(shares, defaultCashbackRules)).toBe(10_110);
    expect(earningBase(shares, { ...defaultCashbackRules, debtEarns: 'atOnce' })).toBe(11_110);
  });

  it('stays exact for the largest sums', () => {
    expect(bonusEarned([paid(999_999_999_999, 9_999), paid(999_999_999_999, 1)], defaultCashbackRules)).toBe(
      999_999_999_999,
    );
  });

  it('never exceeds the money paid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 10_000 })), {
          maxLength: 9,
        }),
        (lines) => {
          const earned = bonusEarned(
            lines.map(([money, rate]) => paid(money, rate)),
            defaultCashbackRules,
          );
          expect(earned).toBeGreaterThanOrEqual(0);
          expect(earned).toBeLessThanOrEqual(lines.reduce((sum, [money]) => sum + money, 0));
        },
      ),
    );
  });
});
