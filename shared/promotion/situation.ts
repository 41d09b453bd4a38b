/** What conditions see of a basket at one step of the fixed order, gifts left out. */
import type { BasketLine } from '../basket.ts';
import { multiplyDivideFloor, type Som, som, thousandths } from '../money.ts';
import type { Situation } from './conditionKind.ts';
import type { Measure, PricingFacts } from './facts.ts';
import { matcherOf } from './scope.ts';

/** The lines as thresholds count them; a gift counts for none (docs/rules.md rule 5). */
export interface CountedGoods {
  readonly lines: readonly BasketLine[];
  /** What the lines cost at this step. */
  readonly costSom: readonly Som[];
  /** How much of each line is a gift. */
  readonly giftThousandths: readonly number[];
  /** The gifts' price is gone from the cost already, as it is after the step of free pieces. */
  readonly areGiftsFree: boolean;
}

/** The situation of one promotion; `counts` says per line whether it is of the promotion's own scope. */
export function situationOf(facts: PricingFacts, goods: CountedGoods, counts: readonly boolean[]): Situation {
  let own: Measure | null = null;
  return {
    ...facts,
    goodsOf: (scope) => {
      if (scope !== undefined) {
        const matches = matcherOf(scope, facts.day);
        return measure(goods, (index) => {
          const line = goods.lines[index];
          return line?.isDiscountable === true && matches(line);
        });
      }
      own ??= measure(goods, (index) => counts[index] === true);
      return own;
    },
  };
}

function measure(goods: CountedGoods, isCounted: (index: number) => boolean): Measure {
  const { lines, costSom, areGiftsFree } = goods;
  let sum = 0;
  let quantity = 0;
  for (let index = 0; index < lines.length; index += 1) {
    if (!isCounted(index)) continue;
    const all = lines[index]?.quantityThousandths ?? 0;
    const kept = countedQuantity(goods, index);
    const cost = costSom[index] ?? 0;
    sum += areGiftsFree || kept === all ? cost : multiplyDivideFloor(cost, kept, all);
    quantity += kept;
  }
  return { sumSom: som(sum), quantityThousandths: thousandths(quantity) };
}

/** What of a line is no gift. */
export function countedQuantity({ lines, giftThousandths }: CountedGoods, index: number): number {
  return Math.max(0, (lines[index]?.quantityThousandths ?? 0) - (giftThousandths[index] ?? 0));
}
