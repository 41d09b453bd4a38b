/** A promotion with some of its conditions taken for granted: to ask what it would give, not when it holds. */
import type { Condition, PlainCondition } from './condition.ts';
import type { Promotion } from './promotion.ts';

const timeKinds: readonly Condition['kind'][] = ['dates', 'onDay', 'weekdays', 'hours'];

/**
 * The promotion without its days and hours: whatever it asks of them is taken to hold, "not" included.
 *
 * | promotion                         | at any time       |
 * |-----------------------------------|-------------------|
 * | 1–7 March, Tuesdays, from 50 000  | from 50 000       |
 * | not on Tuesdays                   | always            |
 * | Tuesdays, or with a card          | always            |
 * | not (Tuesdays or with a card)     | without a card    |
 */
export function atAnyTime(promotion: Promotion): Promotion {
  const conditions = promotion.conditions.flatMap((condition) => withoutTime(condition, false) ?? []);
  return { ...promotion, from: null, to: null, conditions };
}

/** What is left of a condition, or of its opposite; null when nothing is left to ask. */
function withoutTime(condition: Condition, isNot: boolean): Condition | null {
  switch (condition.kind) {
    case 'not':
      return withoutTime(condition.condition, !isNot);
    case 'all':
    case 'any': {
      const parts = condition.conditions.map((each) => withoutTime(each, isNot));
      const left = parts.filter((part) => part !== null);
      const isEach = (condition.kind === 'all') !== isNot;
      if (left.length === 0 || (!isEach && left.length < parts.length)) return null;
      return { kind: isEach ? 'all' : 'any', conditions: left };
    }
    default:
      if (timeKinds.includes(condition.kind)) return null;
      return isNot ? { kind: 'not', condition } : condition;
  }
}

const always: Condition = { kind: 'dates', from: null, to: null };
const never: Condition = { kind: 'not', condition: always };

/** The promotion for a receipt of which is known which series its coupon was of. */
export function withCouponOf(promotion: Promotion, seriesIds: readonly string[]): Promotion {
  const settle = (condition: PlainCondition): Condition => {
    if (condition.kind !== 'couponPresented') return condition;
    return condition.seriesIds.some((id) => seriesIds.includes(id)) ? always : never;
  };
  return { ...promotion, conditions: promotion.conditions.map((each) => replaced(each, settle)) };
}

function replaced(condition: Condition, write: (condition: PlainCondition) => Condition): Condition {
  switch (condition.kind) {
    case 'not':
      return { kind: 'not', condition: replaced(condition.condition, write) };
    case 'all':
    case 'any':
      return {
        kind: condition.kind,
        conditions: condition.conditions.map((each) => replaced(each, write)),
      };
    default:
      return write(condition);
  }
}
