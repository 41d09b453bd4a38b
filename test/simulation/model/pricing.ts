/** What goods cost and earn: discounts by hand, the tier's top-up, the rate of each line (docs/rules.md rules 1–5, 12). */
import { partDown, percentDown, priceOf, split, sum, vatIn } from './arithmetic.ts';
import { aYearBefore, type Day } from './calendar.ts';
import type { Customer, Product, Shop, Tier } from './shop.ts';

/** A discount by hand: a percent in basis points, or a sum. */
export type HandDiscount =
  | { readonly kind: 'percent'; readonly rateBasisPoints: number }
  | { readonly kind: 'amount'; readonly amountSom: number };

export interface GoodsLine {
  readonly product: Product;
  readonly quantity: number;
  discount: HandDiscount | null;
}

export interface PricedLine {
  readonly product: Product;
  readonly quantity: number;
  readonly gross: number;
  readonly net: number;
  readonly vat: number;
  readonly rateBasisPoints: number;
  /** Whether bonus may pay it. */
  readonly takesBonus: boolean;
}

function handAmount(discount: HandDiscount, base: number): number {
  if (discount.kind === 'percent') return percentDown(base, discount.rateBasisPoints);
  return Math.min(discount.amountSom, base);
}

/** The tier of a whole day: money paid on the days before it, the last twelve months or ever. */
export function tierOf(shop: Shop, customer: Customer | null): Tier | null {
  if (customer === null) return null;
  const paid = paidInWindow(shop, customer, shop.today);
  const reached = shop.tiers.filter((tier) => tier.fromSom <= paid);
  return reached.reduce<Tier | null>(
    (best, tier) => (best === null || tier.fromSom > best.fromSom ? tier : best),
    null,
  );
}

/** Money paid before a day, as tiers count it. */
export function paidInWindow(shop: Shop, customer: Customer, before: Day): number {
  const first = shop.tierWindow === 'allTime' ? '' : aYearBefore(before);
  let paid = 0;
  for (const [day, amount] of customer.paidOn) if (day >= first && day < before) paid += amount;
  return paid;
}

export function rateOf(shop: Shop, product: Product, tier: Tier | null): number {
  const base = tier?.bonusBasisPoints ?? shop.programme.cashbackBasisPoints;
  const covering = shop.rules.filter((rule) => rule.categoryId === product.categoryId);
  if (covering.some((rule) => rule.kind === 'neverEarns')) return 0;
  const times = covering.filter((rule) => rule.kind === 'times').map((rule) => rule.timesBasisPoints);
  return times.length === 0 ? base : Math.min(10_000, partDown(base, Math.max(...times), 10_000));
}

/** Prices goods: line by hand, basket by hand split over the lines, then the tier of what is left. */
export function priceGoods(
  shop: Shop,
  lines: readonly GoodsLine[],
  basketDiscount: HandDiscount | null,
  customer: Customer | null,
): PricedLine[] {
  const gross = lines.map((line) => priceOf(line.product.priceSom, line.quantity));
  const left = lines.map((line, index) => {
    const full = gross[index] ?? 0;
    const may = line.discount !== null && line.product.isDiscountable;
    return may && line.discount !== null ? full - handAmount(line.discount, full) : full;
  });
  takeBasketDiscount(lines, left, basketDiscount);
  const tier = tierOf(shop, customer);
  return lines.map((line, index) => {
    const before = left[index] ?? 0;
    const off = line.product.isDiscountable ? percentDown(before, tier?.discountBasisPoints ?? 0) : 0;
    const net = before - off;
    const full = gross[index] ?? 0;
    const isDiscounted = net < full && shop.programme.discountedEarnNothing;
    return {
      product: line.product,
      quantity: line.quantity,
      gross: full,
      net,
      vat: vatIn(net, line.product.vatBasisPoints),
      rateBasisPoints: isDiscounted ? 0 : rateOf(shop, line.product, tier),
      takesBonus: !shop.rules.some(
        (rule) => rule.kind === 'neverPaid' && rule.categoryId === line.product.categoryId,
      ),
    };
  });
}

/** Once of all goods that may be discounted, shared by largest remainder; a tie goes to the smaller id of the goods. */
function takeBasketDiscount(
  lines: readonly GoodsLine[],
  left: number[],
  discount: HandDiscount | null,
): void {
  if (discount === null) return;
  const order = lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.product.isDiscountable)
    .sort((a, b) => (a.line.product.id < b.line.product.id ? -1 : 1));
  const weights = order.map(({ index }) => left[index] ?? 0);
  const parts = split(handAmount(discount, sum(weights)), weights);
  for (const [place, { index }] of order.entries()) left[index] = (left[index] ?? 0) - (parts[place] ?? 0);
}
