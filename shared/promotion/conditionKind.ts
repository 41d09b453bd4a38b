/** How a kind of condition is written down: its fields, and whether it holds. */
import type { z } from 'zod';
import { type Som, som, type Thousandths, thousandths } from '../money.ts';
import type { Measure, PricingFacts } from './facts.ts';
import type { Scope } from './scope.ts';

/** What a condition may look at. */
export interface Situation extends PricingFacts {
  /** The goods of a scope, without gifts; the promotion's own scope when none is named. */
  readonly goodsOf: (scope: Scope | undefined) => Measure;
}

/** How far goods are from fulfilling a condition; both zero when no goods would help. */
export interface Shortfall {
  readonly missingSom: Som;
  readonly missingThousandths: Thousandths;
}

export const noGoodsHelp: Shortfall = { missingSom: som(0), missingThousandths: thousandths(0) };

export interface ConditionKind<Fields extends z.ZodRawShape> {
  readonly fields: Fields;
  /** Null when the condition holds. */
  readonly judge: (
    condition: Readonly<z.output<z.ZodObject<Fields>>>,
    situation: Situation,
  ) => Shortfall | null;
}

/** A condition that no goods can bring about: it holds or it does not. */
export function whenTrue<Fields extends z.ZodRawShape>(
  fields: Fields,
  holds: (condition: Readonly<z.output<z.ZodObject<Fields>>>, situation: Situation) => boolean,
): ConditionKind<Fields> {
  return {
    fields,
    judge: (condition, situation) => (holds(condition, situation) ? null : noGoodsHelp),
  };
}

/** A condition that more goods in the basket fulfil: `missing` answers zero or less when it holds. */
export function whenReached<Fields extends z.ZodRawShape>(
  fields: Fields,
  unit: 'som' | 'thousandths',
  missing: (condition: Readonly<z.output<z.ZodObject<Fields>>>, situation: Situation) => number,
): ConditionKind<Fields> {
  return {
    fields,
    judge: (condition, situation) => {
      const short = missing(condition, situation);
      if (short <= 0) return null;
      return unit === 'som'
        ? { ...noGoodsHelp, missingSom: som(short) }
        : { ...noGoodsHelp, missingThousandths: thousandths(short) };
    },
  };
}
