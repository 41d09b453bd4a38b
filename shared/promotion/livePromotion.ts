/** A promotion of the day against the lines of one basket: which it counts, which it covers. */
import type { BasketLine } from '../basket.ts';
import { type Som, thousandths, zeroSom } from '../money.ts';
import { type Unmet, unmetOf } from './condition.ts';
import type { PricingFacts } from './facts.ts';
import type { LineAtHand, ScopeCount } from './lineBenefits.ts';
import { isSetPromotion, type Promotion } from './promotion.ts';
import { matcherOf, type Scope } from './scope.ts';
import { partsOf } from './setBenefits.ts';
import { type CountedGoods, countedQuantity } from './situation.ts';

/** A promotion that lives today and, per line, what it has to do with it. */
export interface LivePromotion<P extends Promotion = Promotion> {
  readonly promotion: P;
  /** The line is of the promotion's own scope: thresholds count it. */
  readonly counts: readonly boolean[];
  /** The promotion may take something off the line. */
  readonly covers: readonly boolean[];
  /** Of a set, per part. */
  readonly parts: readonly (readonly boolean[])[];
  /** Its conditions look at the goods and must be judged at its step. */
  readonly asksGoods: boolean;
  /** What keeps it out whatever the goods are; judged once, because day and customer do not change while pricing. */
  readonly unmet: readonly Unmet[];
}

/** Reads a promotion's scopes once against the lines of a basket. */
export function liveOn(
  promotion: Promotion,
  lines: readonly BasketLine[],
  facts: PricingFacts,
): LivePromotion {
  const within = (scope: Scope) => {
    if (scope.kind === 'all') return lines.map((line) => line.isDiscountable);
    const matches = matcherOf(scope, facts.day);
    return lines.map((line) => line.isDiscountable && matches(line));
  };
  const counts = within(promotion.scope);
  const judged = judgeWithoutGoods(promotion, facts);
  if (!isSetPromotion(promotion)) return { promotion, counts, covers: counts, parts: [], ...judged };
  const parts = partsOf(promotion.benefit).map((part) => (part === null ? counts : within(part)));
  const covers = lines.map((_, index) => parts.some((part) => part[index] === true));
  return { promotion, counts, covers, parts, ...judged };
}

function judgeWithoutGoods({ conditions }: Promotion, facts: PricingFacts) {
  let asksGoods = false;
  const goodsOf = () => {
    asksGoods = true;
    return { sumSom: zeroSom, quantityThousandths: thousandths(0) };
  };
  const unmet = unmetOf(conditions, { ...facts, goodsOf });
  return { asksGoods, unmet: asksGoods ? [] : unmet };
}

/** Lines as the benefits of one promotion see them. */
export function linesAtHand(
  { counts }: LivePromotion,
  goods: CountedGoods,
  costSom: readonly Som[],
): (index: number) => LineAtHand {
  const { lines } = goods;
  const scope = scopeCount(counts, goods);
  return (index) => ({
    costSom: costSom[index] ?? zeroSom,
    quantityThousandths: lines[index]?.quantityThousandths ?? thousandths(0),
    productId: lines[index]?.productId ?? '',
    scope,
  });
}

function scopeCount(counts: readonly boolean[], goods: CountedGoods): ScopeCount {
  let sum: number | null = null;
  let products: ReadonlyMap<string, number> | null = null;
  return {
    together: () => {
      sum ??= counts.reduce((all, isOf, index) => all + (isOf ? countedQuantity(goods, index) : 0), 0);
      return sum;
    },
    ofProduct: (productId) => {
      products ??= countByProduct(counts, goods);
      return products.get(productId) ?? 0;
    },
  };
}

function countByProduct(counts: readonly boolean[], goods: CountedGoods): ReadonlyMap<string, number> {
  const products = new Map<string, number>();
  for (const [index, { productId }] of goods.lines.entries()) {
    if (counts[index] !== true) continue;
    products.set(productId, (products.get(productId) ?? 0) + countedQuantity(goods, index));
  }
  return products;
}
