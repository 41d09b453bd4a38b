/** What promotions on goods give line by line, first step after manual discounts. A new kind is one more entry here. */
import { z } from 'zod';
import { type Som, smallerSom, zeroSom } from '../money.ts';
import { quantitySchema, rateSchema, somSchema } from '../wire.ts';
import { type KindOf, referenceSchema } from './kinds.ts';
import { type GoodsAtHand, offSchema, takenOff } from './off.ts';

/** How much of a promotion's scope the basket holds, without gifts; counted when a benefit asks. */
export interface ScopeCount {
  readonly together: () => number;
  readonly ofProduct: (productId: string) => number;
}

/** A line of the promotion's scope as a benefit sees it. */
export interface LineAtHand extends GoodsAtHand {
  readonly productId: string;
  readonly scope: ScopeCount;
}

interface LineBenefitKind<Fields extends z.ZodRawShape> {
  readonly fields: Fields;
  readonly takes: (benefit: Readonly<z.output<z.ZodObject<Fields>>>, line: LineAtHand) => Som;
  /** How many more pieces bring the next step, for kinds that have steps; 0 when there is none. */
  readonly missing: ((benefit: Readonly<z.output<z.ZodObject<Fields>>>, line: LineAtHand) => number) | null;
}

function lineBenefit<Fields extends z.ZodRawShape>(
  fields: Fields,
  takes: LineBenefitKind<Fields>['takes'],
  missing: LineBenefitKind<Fields>['missing'] = null,
): LineBenefitKind<Fields> {
  return { fields, takes, missing };
}

const stepsSchema = z
  .array(z.strictObject({ fromThousandths: quantitySchema, off: offSchema }))
  .min(1)
  .max(20)
  .readonly()
  .refine(
    (steps) => steps.every((step, at) => (steps[at - 1]?.fromThousandths ?? 0) < step.fromThousandths),
    {
      error: 'each step starts above the one before',
    },
  );

const salePricesSchema = z
  .array(z.strictObject({ productId: referenceSchema, priceSom: somSchema }))
  .min(1)
  .max(2000)
  .readonly()
  .refine((prices) => new Set(prices.map((each) => each.productId)).size === prices.length, {
    error: 'a product has one sale price',
  });

/** Tables spread this one beside the benefits of sets, so that both make one union of benefits on goods. */
export const lineBenefits = {
  percent: lineBenefit({ rateBasisPoints: rateSchema }, (benefit, line) =>
    takenOff({ kind: 'percent', ...benefit }, line),
  ),

  /** So much off each piece, kilogram or litre. */
  amountPerUnit: lineBenefit({ amountSom: somSchema }, (benefit, line) =>
    takenOff({ kind: 'amountPerUnit', amountSom: benefit.amountSom }, line),
  ),

  /** So much off each line, however many pieces it has. */
  amountPerLine: lineBenefit({ amountSom: somSchema }, ({ amountSom }, { costSom }) =>
    smallerSom(amountSom, costSom),
  ),

  /** Each piece, kilogram or litre at this price; never dearer than it is. */
  fixedPrice: lineBenefit({ priceSom: somSchema }, (benefit, line) =>
    takenOff({ kind: 'fixedPrice', priceSom: benefit.priceSom }, line),
  ),

  /** Each product at a sale price of its own, per piece, kilogram or litre; never dearer than it is. */
  salePrices: lineBenefit({ prices: salePricesSchema }, ({ prices }, line) => {
    const priceSom = priceOf(prices, line.productId);
    return priceSom === undefined ? zeroSom : takenOff({ kind: 'fixedPrice', priceSom }, line);
  }),

  /**
   * The more, the cheaper: the highest step reached holds for all pieces. `counts` says whether the products of the scope
   * count together or each for itself.
   *
   * | steps 3: 5 %, 10: 10 % | pieces | off  |
   * |------------------------|--------|------|
   * |                        | 2      | 0    |
   * |                        | 9      | 5 %  |
   * |                        | 10     | 10 % |
   */
  volumeSteps: lineBenefit(
    { steps: stepsSchema, counts: z.enum(['together', 'eachProduct']) },
    (benefit, line) => {
      const reached = benefit.steps.findLast((step) => step.fromThousandths <= countedIn(benefit, line));
      return reached === undefined ? zeroSom : takenOff(reached.off, line);
    },
    (benefit, line) => {
      const counted = countedIn(benefit, line);
      const next = benefit.steps.find((step) => step.fromThousandths > counted);
      return next === undefined ? 0 : next.fromThousandths - counted;
    },
  ),
};

type SalePrices = z.output<typeof salePricesSchema>;

/** Thousands of sale prices are looked up for every line of every basket, so each list is indexed once. */
const indexes = new WeakMap<SalePrices, ReadonlyMap<string, Som>>();

function priceOf(prices: SalePrices, productId: string): Som | undefined {
  let index = indexes.get(prices);
  if (index === undefined) {
    index = new Map(prices.map((each) => [each.productId, each.priceSom]));
    indexes.set(prices, index);
  }
  return index.get(productId);
}

function countedIn(benefit: { readonly counts: 'together' | 'eachProduct' }, line: LineAtHand): number {
  return benefit.counts === 'together' ? line.scope.together() : line.scope.ofProduct(line.productId);
}

export type LineBenefit = KindOf<typeof lineBenefits>;

/** What a promotion takes off one line: 0 or more, never more than the line costs. */
export function lineDiscount(benefit: LineBenefit, line: LineAtHand): Som {
  const kind: { readonly takes: (benefit: never, line: LineAtHand) => Som } = lineBenefits[benefit.kind];
  return kind.takes(benefit as never, line);
}

/** How many thousandths more would bring the next step, asked of the covered lines; 0 when there is none. */
export function missingToNextStep(benefit: LineBenefit, lines: () => readonly LineAtHand[]): number {
  const kind: { readonly missing: ((benefit: never, line: LineAtHand) => number) | null } =
    lineBenefits[benefit.kind];
  const { missing } = kind;
  if (missing === null) return 0;
  const steps = lines().map((line) => missing(benefit as never, line));
  const ahead = steps.filter((step) => step > 0);
  return ahead.length === 0 ? 0 : Math.min(...ahead);
}
