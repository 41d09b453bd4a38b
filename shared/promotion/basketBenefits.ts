/** What a promotion on the basket, or a coupon, gives: once, on the sum of the lines it covers. A new kind is one entry. */
import { z } from 'zod';
import { largerSom, percentOf, type Som, smallerSom, subtractSom, zeroSom } from '../money.ts';
import { rateSchema, somSchema } from '../wire.ts';
import { type KindOf, schemaOfKinds } from './kinds.ts';

interface BasketBenefitKind<Fields extends z.ZodRawShape> {
  readonly fields: Fields;
  readonly takes: (benefit: Readonly<z.output<z.ZodObject<Fields>>>, baseSom: Som) => Som;
  /** How much more the goods must cost for the next step, for kinds that have steps; 0 when there is none. */
  readonly missing: (benefit: Readonly<z.output<z.ZodObject<Fields>>>, baseSom: Som) => number;
}

function basketBenefit<Fields extends z.ZodRawShape>(
  fields: Fields,
  takes: BasketBenefitKind<Fields>['takes'],
  missing: BasketBenefitKind<Fields>['missing'] = () => 0,
): BasketBenefitKind<Fields> {
  return { fields, takes, missing };
}

const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), fromSom: somSchema, rateBasisPoints: rateSchema }),
  z.strictObject({ kind: z.literal('amount'), fromSom: somSchema, amountSom: somSchema }),
]);

const stepsSchema = z
  .array(stepSchema)
  .min(1)
  .max(20)
  .readonly()
  .refine((steps) => steps.every((step, at) => (steps[at - 1]?.fromSom ?? -1) < step.fromSom), {
    error: 'each step starts above the one before',
  });

export const basketBenefits = {
  /** "10 %, but no more than 20 000". */
  percent: basketBenefit(
    { rateBasisPoints: rateSchema, atMostSom: somSchema.nullable() },
    (benefit, base) => {
      const off = percentOf(base, benefit.rateBasisPoints);
      return benefit.atMostSom === null ? off : smallerSom(off, benefit.atMostSom);
    },
  ),

  amount: basketBenefit({ amountSom: somSchema }, ({ amountSom }, base) => smallerSom(amountSom, base)),

  /** All covered goods together for this much; never dearer than they are. */
  fixedPrice: basketBenefit({ priceSom: somSchema }, ({ priceSom }, base) =>
    largerSom(zeroSom, subtractSom(base, priceSom)),
  ),

  /**
   * The larger the receipt, the larger the discount: only the highest step reached holds.
   *
   * | steps 150 000: 10 %, 200 000: 20 % | goods   | off    |
   * |------------------------------------|---------|--------|
   * |                                    | 149 999 | 0      |
   * |                                    | 150 000 | 15 000 |
   * |                                    | 200 000 | 40 000 |
   */
  sumSteps: basketBenefit(
    { steps: stepsSchema },
    ({ steps }, base) => {
      const reached = steps.findLast((step) => step.fromSom <= base);
      if (reached === undefined) return zeroSom;
      return reached.kind === 'percent'
        ? percentOf(base, reached.rateBasisPoints)
        : smallerSom(reached.amountSom, base);
    },
    ({ steps }, base) => {
      const next = steps.find((step) => step.fromSom > base);
      return next === undefined ? 0 : next.fromSom - base;
    },
  ),
};

export type BasketBenefit = KindOf<typeof basketBenefits>;
export const basketBenefitSchema: z.ZodType<BasketBenefit> = schemaOfKinds(basketBenefits);

/** What is taken off lines that cost `baseSom` together: floored once (docs/rules.md rule 3), never more than they cost. */
export function basketDiscount(benefit: BasketBenefit, baseSom: Som): Som {
  const kind: { readonly takes: (benefit: never, baseSom: Som) => Som } = basketBenefits[benefit.kind];
  return kind.takes(benefit as never, baseSom);
}

/** How many soʻm more would bring the next step; 0 when there is none. */
export function missingToNextSum(benefit: BasketBenefit, baseSom: Som): number {
  const kind: { readonly missing: (benefit: never, baseSom: Som) => number } = basketBenefits[benefit.kind];
  return kind.missing(benefit as never, baseSom);
}
