/** The shop's cap on all discounts of a receipt: what was applied last is cut first (docs/rules.md rule 5). */
import { type Adjustment, type BasketLine, pricingSteps } from '../basket.ts';
import {
  addSom,
  allocate,
  type BasisPoints,
  percentOf,
  type Som,
  smallerSom,
  som,
  subtractSom,
  zeroSom,
} from '../money.ts';
import { costAtShelf, shelfPriceSource } from './shelfPrice.ts';

/**
 * Cuts the adjustments of a basket until they take no more than `cap` of what the goods cost at their shelf prices. Within one step every adjustment
 * is cut in proportion. Changes `adjustments` and `netSom`, which run parallel to the lines.
 */
export function cutToCap(
  lines: readonly BasketLine[],
  cap: BasisPoints,
  adjustments: Adjustment[][],
  netSom: Som[],
): void {
  let grossSom = 0;
  let leftSom = 0;
  for (const [index, line] of lines.entries()) {
    grossSom += costAtShelf(line);
    leftSom += netSom[index] ?? 0;
  }
  let excessSom = som(Math.max(0, grossSom - leftSom - percentOf(som(grossSom), cap)));
  for (const step of [...pricingSteps].reverse()) {
    if (excessSom === 0) return;
    const given = adjustments.map((own) =>
      addSom(...own.filter((each) => mayBeCut(each, step)).map((each) => each.amountSom)),
    );
    const cutSom = smallerSom(excessSom, addSom(...given));
    if (cutSom === 0) continue;
    for (const [index, part] of allocate(cutSom, given).entries()) {
      if (part === 0) continue;
      netSom[index] = addSom(netSom[index] ?? zeroSom, part);
      adjustments[index] = lower(adjustments[index] ?? [], step, part);
    }
    excessSom = subtractSom(excessSom, cutSom);
  }
}

/** A shelf price is what the goods cost, and no discount to be cut. */
function mayBeCut({ step, sourceId }: Adjustment, ofStep: Adjustment['step']): boolean {
  return step === ofStep && sourceId !== shelfPriceSource;
}

/** Of several adjustments of one step (a line's own discount by hand and the basket's) the last is cut first. */
function lower(own: readonly Adjustment[], step: Adjustment['step'], part: Som): Adjustment[] {
  let leftSom = part;
  return own
    .toReversed()
    .map((each) => {
      if (!mayBeCut(each, step) || leftSom === 0) return each;
      const cutSom = smallerSom(leftSom, each.amountSom);
      leftSom = subtractSom(leftSom, cutSom);
      return { ...each, amountSom: subtractSom(each.amountSom, cutSom) };
    })
    .reverse()
    .filter((each) => each.amountSom > 0);
}
