/** Step 6 of the fixed order: the customer's tier tops up and never removes anything (docs/rules.md rule 5). */
import type { Adjustment, BasketLine } from '../basket.ts';
import { type BasisPoints, percentOf, type Som, smallerSom, som, subtractSom, zeroSom } from '../money.ts';
import type { PromotedBasket } from '../promotion/applyPromotions.ts';
import type { LocalText } from '../text.ts';

/** The discount of the customer's tier: it tops up, it never removes anything. */
export interface TierDiscount {
  readonly tierId: string;
  readonly name: LocalText;
  readonly rateBasisPoints: BasisPoints;
}

/**
 * On a line without a promotion on goods the tier's rate of what the line costs now; on a line with one only what is
 * missing to the tier's rate of the line after its manual discount.
 *
 * | line    | promotion | tier | tier adds |
 * |---------|-----------|------|-----------|
 * | 100 000 | 5 %       | 8 %  | 3 000     |
 * | 100 000 | 10 %      | 8 %  | 0         |
 * | 100 000 | –         | 8 %  | 8 000     |
 */
export function topUpByTier(
  lines: readonly BasketLine[],
  tier: TierDiscount,
  afterManualSom: readonly Som[],
  promoted: PromotedBasket,
  netSom: readonly Som[],
  takeOff: (adjustment: Adjustment, index: number) => void,
): void {
  for (const [index, line] of lines.entries()) {
    const leftSom = netSom[index] ?? zeroSom;
    if (!line.isDiscountable || leftSom === 0) continue;
    const beforeSom = afterManualSom[index] ?? zeroSom;
    const productLevelSom = subtractSom(beforeSom, promoted.afterProductSom[index] ?? zeroSom);
    const wanted =
      productLevelSom === 0
        ? percentOf(leftSom, tier.rateBasisPoints)
        : Math.max(0, percentOf(beforeSom, tier.rateBasisPoints) - productLevelSom);
    const amountSom = smallerSom(som(wanted), leftSom);
    takeOff(
      { lineId: line.lineId, step: 'tier', sourceId: tier.tierId, reason: tier.name, amountSom },
      index,
    );
  }
}
