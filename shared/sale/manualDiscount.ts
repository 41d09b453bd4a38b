/** Step 1 of the fixed order: discounts by hand, on a line and on the whole basket, and who may give how much. */
import type { Role } from '../actor.ts';
import type { Adjustment, BasketLine } from '../basket.ts';
import {
  type BasisPoints,
  basisPoints,
  largerSom,
  percentOf,
  type Som,
  smallerSom,
  subtractSom,
  sumOf,
  zeroSom,
} from '../money.ts';
import { scanFreeOrder, splitOverLines } from '../promotion/lineOrder.ts';
import type { ShopSettings } from '../shop/settings.ts';
import { sameText } from '../text.ts';
import type { ManualDiscountChoice } from './basketChange.ts';
import { costAtShelf, shelfAdjustment } from './shelfPrice.ts';

/** A discount by hand on the whole basket. */
export interface BasketManualDiscount {
  readonly discount: ManualDiscountChoice;
  readonly reason: string;
  readonly personId?: string;
  /** The part of the price up to which that person may give; left out, all of it. */
  readonly atMostBasisPoints?: BasisPoints;
}

const all = basisPoints(10_000);
const noDiscounts: readonly Adjustment[] = [];

/**
 * The largest part of a price that somebody may let go by hand: their own limit where one was agreed, else their role's; an
 * owner has no bound.
 */
export function discountLimitOf(
  person: { readonly role: Role | 'system'; readonly discountBasisPoints?: BasisPoints | null },
  settings: Pick<ShopSettings, 'cashierDiscountBasisPoints' | 'seniorDiscountBasisPoints'>,
): BasisPoints {
  const { role, discountBasisPoints: own = null } = person;
  if (own !== null && role !== 'owner' && role !== 'system') return own;
  if (role === 'cashier') return settings.cashierDiscountBasisPoints;
  return role === 'senior' ? settings.seniorDiscountBasisPoints : all;
}

/** What a discount by hand takes off a sum: a percent floors once (docs/rules.md rule 3), nothing takes more than there is. */
export function manualAmount(discount: ManualDiscountChoice, baseSom: Som): Som {
  return discount.kind === 'percent'
    ? percentOf(baseSom, discount.rateBasisPoints)
    : smallerSom(discount.amountSom, baseSom);
}

/**
 * The discounts by hand of each line: its shelf price, its own, then its share of the basket's. A shelf price is no gift: what
 * a person gives away is reckoned, and bounded, on what the goods cost with it, as if it were the price. The basket's is taken once of what the goods
 * that may be discounted cost after their own discounts, and split by largest remainder. Whatever became of quantities and
 * prices since, none takes more than the person who stands for it may give, and all of them together no more than the most
 * that one of them stands for.
 *
 * | goods           | discounts by hand | off the lines   |
 * |-----------------|-------------------|-----------------|
 * | 999, 999, 999   | basket 10 %       | 100, 100, 99    |
 * | 10 000, 5 000   | line 1 000, basket 10 % | 1 900, 500 |
 * | 1 000, was 10 000 when a cashier (5 %) gave 500 | line 500 | 50 |
 */
export function manualAdjustments(
  lines: readonly BasketLine[],
  grossSom: readonly Som[],
  basket: BasketManualDiscount | null,
): readonly (readonly Adjustment[])[] {
  const atShelf = lines.map(shelfAdjustment);
  const costSom = lines.map((_, index) => subtractSom(grossSom[index] ?? zeroSom, totalOf(atShelf[index])));
  const given = givenByHand(lines, costSom, basket);
  return given.map((own, index) => [...(atShelf[index] ?? noDiscounts), ...own]);
}

/** What persons give away by hand of goods that cost `costSom`, line by line. */
function givenByHand(
  lines: readonly BasketLine[],
  costSom: readonly Som[],
  basket: BasketManualDiscount | null,
): readonly (readonly Adjustment[])[] {
  const own = lines.map((line, index) => ownAdjustments(line, costSom[index] ?? zeroSom));
  if (basket === null) return own;
  const leftSom = lines.map((line, index) =>
    line.isDiscountable ? subtractSom(costSom[index] ?? zeroSom, totalOf(own[index])) : zeroSom,
  );
  const amountSom = basketAmount(lines, costSom, leftSom, basket);
  if (amountSom === 0) return own;
  const reason = sameText(basket.reason);
  const sourceId = basket.personId ?? 'manual';
  const parts = splitOverLines(amountSom, leftSom, scanFreeOrder(lines));
  return own.map((before, index) => {
    const part = parts[index] ?? zeroSom;
    const lineId = lines[index]?.lineId ?? '';
    return part === 0
      ? before
      : [...before, { lineId, step: 'manual' as const, sourceId, reason, amountSom: part }];
  });
}

/** What a line's own discount by hand comes to, within the limit of the person who stands for it, of what the line costs. */
export function ownManualSom(
  { manualDiscount: discount, isDiscountable }: Pick<BasketLine, 'manualDiscount' | 'isDiscountable'>,
  costSom: Som,
): Som {
  if (discount === null || !isDiscountable) return zeroSom;
  return smallerSom(discount.amountSom, percentOf(costSom, discount.atMostBasisPoints ?? all));
}

function ownAdjustments(line: BasketLine, costSom: Som): readonly Adjustment[] {
  const { manualDiscount: discount, lineId } = line;
  const amountSom = ownManualSom(line, costSom);
  if (discount === null || amountSom === 0) return noDiscounts;
  const sourceId = discount.personId ?? 'manual';
  return [{ lineId, step: 'manual', sourceId, reason: sameText(discount.reason), amountSom }];
}

function basketAmount(
  lines: readonly BasketLine[],
  costSom: readonly Som[],
  leftSom: readonly Som[],
  { discount, atMostBasisPoints = all }: BasketManualDiscount,
): Som {
  const openSom = sumOf(
    costSom.filter((_, index) => lines[index]?.isDiscountable === true),
    (cost) => cost,
  );
  const baseSom = sumOf(leftSom, (left) => left);
  const ownMostSom = percentOf(openSom, atMostBasisPoints);
  const highest = lines.reduce<BasisPoints>((most, line) => {
    const limit = line.manualDiscount === null ? 0 : (line.manualDiscount.atMostBasisPoints ?? all);
    return limit > most ? basisPoints(limit) : most;
  }, atMostBasisPoints);
  const givenSom = subtractSom(openSom, baseSom);
  const togetherSom = largerSom(zeroSom, subtractSom(percentOf(openSom, highest), givenSom));
  return smallerSom(manualAmount(discount, baseSom), smallerSom(ownMostSom, togetherSom));
}

function totalOf(adjustments: readonly Adjustment[] | undefined): Som {
  return sumOf(adjustments ?? noDiscounts, (each) => each.amountSom);
}

/** What discounts by hand take off a line, or off the basket, and of how much. */
export interface MeasuredDiscount {
  readonly takenSom: Som;
  readonly ofSom: Som;
}

/**
 * Measures all that persons gave by hand on a line, with its share of the basket's, or with `lineId` null on the whole
 * basket, of what it costs with its shelf price. Goods that are never discounted do not count.
 */
export function measureManual(
  lines: readonly BasketLine[],
  basket: BasketManualDiscount | null,
  lineId: string | null,
): MeasuredDiscount {
  const costSom = lines.map(costAtShelf);
  const adjustments = givenByHand(lines, costSom, basket);
  const counts = (line: BasketLine) => (lineId === null ? line.isDiscountable : line.lineId === lineId);
  const sumOfCounted = (amount: (index: number) => Som) =>
    sumOf([...lines.keys()], (index) => {
      const line = lines[index];
      return line !== undefined && counts(line) ? amount(index) : zeroSom;
    });
  return {
    takenSom: sumOfCounted((index) => totalOf(adjustments[index])),
    ofSom: sumOfCounted((index) => costSom[index] ?? zeroSom),
  };
}

/** Whether somebody with this limit may let all of it go; a percent above it is refused even while nothing is in the basket. */
export function mayGive(
  choice: ManualDiscountChoice,
  { takenSom, ofSom }: MeasuredDiscount,
  limit: BasisPoints,
): boolean {
  if (choice.kind === 'percent' && choice.rateBasisPoints > limit) return false;
  return takenSom <= percentOf(ofSom, limit);
}
