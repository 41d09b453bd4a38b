/** On which days a promotion holds, as far as days alone decide: for the calendar and for promotions that meet. */
import { som, thousandths } from '../money.ts';
import type { BusinessDay } from '../time.ts';
import { type Condition, unmetOf } from './condition.ts';
import type { Situation } from './conditionKind.ts';
import { isLiveOn, type Promotion } from './promotion.ts';

/** Conditions that a day alone decides. */
const dayKinds: readonly Condition['kind'][] = ['dates', 'onDay', 'weekdays'];

/** What a day says of a condition: whatever else it asks (an hour, a customer, goods) stays open. */
type DaySays = 'yes' | 'no' | 'perhaps';

/**
 * Whether a promotion can work at some moment of a business day.
 *
 * | promotion                              | Monday | Tuesday |
 * |----------------------------------------|--------|---------|
 * | Tuesdays 14–18                         | no     | yes     |
 * | Tuesdays, or from 50 000               | yes    | yes     |
 * | not on Tuesdays                        | yes    | no      |
 * | not (Tuesdays and with a card)         | yes    | yes     |
 */
export function holdsOn(promotion: Promotion, day: BusinessDay): boolean {
  return isLiveOn(promotion, day) && everyOf(promotion.conditions, day) !== 'no';
}

/** Whether any condition, at any depth, looks at the day. */
export function asksForDays(conditions: readonly Condition[]): boolean {
  return conditions.some((condition) => {
    if (condition.kind === 'not') return asksForDays([condition.condition]);
    if (condition.kind === 'all' || condition.kind === 'any') return asksForDays(condition.conditions);
    return dayKinds.includes(condition.kind);
  });
}

function says(condition: Condition, day: BusinessDay): DaySays {
  switch (condition.kind) {
    case 'all':
      return everyOf(condition.conditions, day);
    case 'any':
      return opposite(
        everyOf(
          condition.conditions.map((each) => ({ kind: 'not', condition: each })),
          day,
        ),
      );
    case 'not':
      return opposite(says(condition.condition, day));
    default:
      if (!dayKinds.includes(condition.kind)) return 'perhaps';
      return unmetOf([condition], nobodyOn(day)).length === 0 ? 'yes' : 'no';
  }
}

function everyOf(conditions: readonly Condition[], day: BusinessDay): DaySays {
  const answers = conditions.map((condition) => says(condition, day));
  if (answers.includes('no')) return 'no';
  return answers.includes('perhaps') ? 'perhaps' : 'yes';
}

function opposite(answer: DaySays): DaySays {
  if (answer === 'perhaps') return answer;
  return answer === 'yes' ? 'no' : 'yes';
}

/** A day on which nobody buys anything: all that conditions of days look at is the day. */
function nobodyOn(day: BusinessDay): Situation {
  return {
    day,
    minuteOfDay: null,
    customer: null,
    payment: null,
    couponSeriesId: null,
    usage: new Map(),
    goodsOf: () => ({ sumSom: som(0), quantityThousandths: thousandths(0) }),
  };
}
