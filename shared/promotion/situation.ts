/** What conditions see of a basket at one step of the fixed order, gifts left out. */
import type { BasketLine } from '../basket.ts';
import { multiplyDivideFloor, type Som, som, type Thousandths, thousandths } from '../money.ts';
import type { Situation } from './conditionKind.ts';
import type { Measure, PricingFacts } from './facts.ts';
import { matcherOf } from './scope.ts';

/** The lines as thresholds count them: what they cost at this step and how much of them is no gift. */
export interface CountedGoods {
  readonly lines: readonly BasketLine[];
  readonly costSom: readonly Som[];
  readonly quantityThousandths: readonly Thousandths[];
}

/**
 * Takes gifts out of what counts (docs/rules.md rule 5). `areGiftsFree` says that the gifts' price is gone from the cost
 * already, as it is after the step of free pieces.
 */
export function countWithoutGifts(
  lines: readonly BasketLine[],
  costSom: readonly Som[],
  giftThousandths: readonly number[],
  areGiftsFree: boolean,
): CountedGoods {
  const kept = lines.map((line, index) =>
    thousandths(Math.max(0, line.quantityThousandths - (giftThousandths[index] ?? 0))),
  );
  const keptCost = costSom.map((cost, index) => {
    const [of, quantity] = [lines[index]?.quantityThousandths ?? 0, kept[index] ?? 0];
    return areGiftsFree || quantity === of ? cost : som(multiplyDivideFloor(cost, quantity, of));
  });
  return { lines, costSom: keptCost, quantityThousandths: kept };
}

/** The situation of one promotion; `counts` says per line whether it is of the promotion's own scope. */
export function situationOf(facts: PricingFacts, goods: CountedGoods, counts: readonly boolean[]): Situation {
  let own: Measure | null = null;
  return {
    ...facts,
    goodsOf: (scope) => {
      if (scope !== undefined) {
        const matches = matcherOf(scope, facts.day);
        return measure(goods, (line) => line.isDiscountable && matches(line));
      }
      own ??= measure(goods, (_, index) => counts[index] === true);
      return own;
    },
  };
}

function measure(
  { lines, costSom, quantityThousandths }: CountedGoods,
  isCounted: (line: BasketLine, index: number) => boolean,
): Measure {
  let sum = 0;
  let quantity = 0;
  for (const [index, line] of lines.entries()) {
    if (!isCounted(line, index)) continue;
    sum += costSom[index] ?? 0;
    quantity += quantityThousandths[index] ?? 0;
  }
  return { sumSom: som(sum), quantityThousandths: thousandths(quantity) };
}
