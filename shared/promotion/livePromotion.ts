/** A promotion of the day against the lines of one basket: which it counts, which it covers. */
import type { BasketLine } from '../basket.ts';
import { type Som, thousandths, zeroSom } from '../money.ts';
import type { PricingFacts } from './facts.ts';
import type { LineAtHand } from './lineBenefits.ts';
import { isSetPromotion, type Promotion } from './promotion.ts';
import { matcherOf, type Scope } from './scope.ts';
import { partsOf } from './setBenefits.ts';
import type { CountedGoods } from './situation.ts';

/** A promotion that lives today and, per line, what it has to do with it. */
export interface LivePromotion<P extends Promotion = Promotion> {
  readonly promotion: P;
  /** The line is of the promotion's own scope: thresholds count it. */
  readonly counts: readonly boolean[];
  /** The promotion may take something off the line. */
  readonly covers: readonly boolean[];
  /** Of a set, per part. */
  readonly parts: readonly (readonly boolean[])[];
}

/** Reads a promotion's scopes once against the lines of a basket. */
export function liveOn(
  promotion: Promotion,
  lines: readonly BasketLine[],
  { day }: PricingFacts,
): LivePromotion {
  const within = (scope: Scope) => {
    const matches = matcherOf(scope, day);
    return lines.map((line) => line.isDiscountable && matches(line));
  };
  const counts = within(promotion.scope);
  if (!isSetPromotion(promotion)) return { promotion, counts, covers: counts, parts: [] };
  const parts = partsOf(promotion.benefit).map((part) => (part === null ? counts : within(part)));
  const covers = lines.map((_, index) => parts.some((part) => part[index] === true));
  return { promotion, counts, covers, parts };
}

/** Lines as the benefits of one promotion see them; how much of its scope there is, is counted when a benefit asks. */
export function linesAtHand(
  { counts }: LivePromotion,
  { lines, quantityThousandths }: CountedGoods,
  costSom: readonly Som[],
): (index: number) => LineAtHand {
  let together: number | null = null;
  let byProduct: Map<string, number> | null = null;
  const count = () => {
    const products = new Map<string, number>();
    let sum = 0;
    for (const [index, line] of lines.entries()) {
      if (counts[index] !== true) continue;
      const quantity = quantityThousandths[index] ?? 0;
      sum += quantity;
      products.set(line.productId, (products.get(line.productId) ?? 0) + quantity);
    }
    together = sum;
    byProduct = products;
    return { sum, products };
  };
  return (index) => ({
    costSom: costSom[index] ?? zeroSom,
    quantityThousandths: lines[index]?.quantityThousandths ?? thousandths(0),
    get ofScopeThousandths() {
      return thousandths(together ?? count().sum);
    },
    get ofProductThousandths() {
      return thousandths((byProduct ?? count().products).get(lines[index]?.productId ?? '') ?? 0);
    },
  });
}
