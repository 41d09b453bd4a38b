/** When a promotion holds: plain conditions from the tables, joined by all, any and not. */
import { z } from 'zod';
import { basketConditions } from './basketConditions.ts';
import { noGoodsHelp, type Shortfall, type Situation } from './conditionKind.ts';
import { customerConditions } from './customerConditions.ts';
import { type KindOf, schemaOfKinds } from './kinds.ts';
import { timeConditions } from './timeConditions.ts';

/** A new kind is one more entry in one of the three tables. */
export const plainConditions = { ...timeConditions, ...basketConditions, ...customerConditions };

export type PlainCondition = KindOf<typeof plainConditions>;

export type Condition =
  | PlainCondition
  | { readonly kind: 'all'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'any'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition };

const nested: z.ZodType<Condition> = z.lazy(() => conditionSchema);
const several = z.array(nested).min(1).max(20);

export const conditionSchema: z.ZodType<Condition> = schemaOfKinds(plainConditions, [
  z.strictObject({ kind: z.literal('all'), conditions: several }),
  z.strictObject({ kind: z.literal('any'), conditions: several }),
  z.strictObject({ kind: z.literal('not'), condition: nested }),
]);

/** A condition that does not hold, and how far goods are from it. */
export interface Unmet extends Shortfall {
  readonly condition: Condition;
}

/**
 * Everything that keeps the conditions from holding, together; empty when they hold. Of alternatives the nearest speaks:
 * first the one that goods alone can fulfil, then the one with the least missing.
 *
 * | conditions                           | basket | unmet            |
 * |--------------------------------------|--------|------------------|
 * | 50 000                               | 38 000 | 12 000 missing   |
 * | any of (Gold, 50 000)                | 38 000 | 12 000 missing   |
 * | all of (Tuesday, 50 000) on a Monday | 38 000 | Tuesday, 12 000  |
 */
export function unmetOf(conditions: readonly Condition[], situation: Situation): readonly Unmet[] {
  if (conditions.length === 0) return [];
  return conditions.flatMap((condition) => judge(condition, situation));
}

function judge(condition: Condition, situation: Situation): readonly Unmet[] {
  switch (condition.kind) {
    case 'all':
      return unmetOf(condition.conditions, situation);
    case 'any': {
      const [first = [], ...others] = condition.conditions.map((each) => judge(each, situation));
      return others.reduce((best, each) => (isNearer(each, best) ? each : best), first);
    }
    case 'not':
      return judge(condition.condition, situation).length > 0 ? [] : [{ condition, ...noGoodsHelp }];
    default: {
      const shortfall = judgePlain(condition, situation);
      return shortfall === null ? [] : [{ condition, ...shortfall }];
    }
  }
}

function judgePlain(condition: PlainCondition, situation: Situation): Shortfall | null {
  // Each judge takes the conditions of its own kind, and this one is of the kind it was found by.
  const kind: { readonly judge: (condition: never, situation: Situation) => Shortfall | null } =
    plainConditions[condition.kind];
  return kind.judge(condition as never, situation);
}

function isNearer(a: readonly Unmet[], b: readonly Unmet[]): boolean {
  const [mendA, mendB] = [a.every(canGoodsMend), b.every(canGoodsMend)];
  if (mendA !== mendB) return mendA;
  const [som, pieces] = [compareMissing(a, b, 'missingSom'), compareMissing(a, b, 'missingThousandths')];
  return som !== 0 ? som < 0 : pieces < 0;
}

function compareMissing(a: readonly Unmet[], b: readonly Unmet[], what: keyof Shortfall): number {
  const most = (unmet: readonly Unmet[]) => Math.max(0, ...unmet.map((each) => each[what]));
  return most(a) - most(b);
}

/** Whether more goods in the basket would fulfil what is unmet. */
export function canGoodsMend(unmet: Unmet): boolean {
  return unmet.missingSom > 0 || unmet.missingThousandths > 0;
}

/** Whether one of the conditions, at any depth, is of a kind. */
export function asksFor(conditions: readonly Condition[], kind: Condition['kind']): boolean {
  return conditions.some((condition) => {
    if (condition.kind === kind) return true;
    if (condition.kind === 'all' || condition.kind === 'any') return asksFor(condition.conditions, kind);
    return condition.kind === 'not' && asksFor([condition.condition], kind);
  });
}

/** The plain conditions at any depth, whether they must hold or must not. */
export function plainWithin(conditions: readonly Condition[]): readonly PlainCondition[] {
  return conditions.flatMap((condition): readonly PlainCondition[] => {
    if (condition.kind === 'not') return plainWithin([condition.condition]);
    if (condition.kind === 'all' || condition.kind === 'any') return plainWithin(condition.conditions);
    return [condition];
  });
}
