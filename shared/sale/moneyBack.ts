/** In which ways money goes back with returned goods, and which part of each discount they undo. */
import { type Adjustment, type PricingStep, pricingSteps, type Tender } from '../basket.ts';
import { addSom, multiplyDivideFloor, type Som, smallerSom, som, subtractSom, zeroSom } from '../money.ts';

/** A way in which money came with the sale; what earlier returns gave back of it is in `leftSom` no more. */
export interface MoneyPaid {
  readonly kind: 'cash' | 'card' | 'qr';
  readonly provider: Tender['provider'];
  readonly leftSom: Som;
}

/**
 * Money goes back as it came, with the sale or when its debt was repaid: cash as long as it lasts, then the card or the
 * telephone that paid, and what is more (cash that was rounded off) from the drawer. So nobody turns a card into cash.
 *
 * | paid                     | back    | goes back as                |
 * |--------------------------|---------|-----------------------------|
 * | cash 20 000, Click 10 000 | 15 000 | cash 15 000                 |
 * | cash 20 000, Click 10 000 | 25 000 | cash 20 000, Click 5 000    |
 * | Humo 50 000              | 50 000  | Humo 50 000                 |
 * | all on credit, repaid by Humo | 25 000 | Humo 25 000            |
 */
export function moneyBackAs(backSom: Som, paid: readonly MoneyPaid[]): readonly Tender[] {
  const tenders: Tender[] = [];
  let leftSom = backSom;
  const give = ({ kind, provider }: Pick<MoneyPaid, 'kind' | 'provider'>, mostSom: Som) => {
    const amountSom = smallerSom(leftSom, mostSom);
    if (amountSom <= 0) return;
    leftSom = subtractSom(leftSom, amountSom);
    const same = tenders.findIndex((each) => each.kind === kind && each.provider === provider);
    const before = tenders[same];
    if (before === undefined) tenders.push({ kind, provider, amountSom, reference: null });
    else tenders[same] = { ...before, amountSom: addSom(before.amountSom, amountSom) };
  };
  for (const each of paid) if (each.kind === 'cash') give(each, each.leftSom);
  for (const each of paid) if (each.kind !== 'cash') give(each, each.leftSom);
  give({ kind: 'cash', provider: null }, leftSom);
  return tenders;
}

/**
 * How the money had come that stays with the shop when goods are exchanged: all that would go back less what does. Goods
 * that were bought with it go back to the same, so that no card becomes cash by way of an exchange.
 *
 * | paid                      | of 30 000 pays for other goods | handed back              | stays as                 |
 * |---------------------------|--------------------------------|--------------------------|--------------------------|
 * | cash 20 000, Click 10 000 | 5 000                          | cash 20 000, Click 5 000 | Click 5 000              |
 * | cash 20 000, Click 10 000 | 15 000                         | cash 15 000              | cash 5 000, Click 10 000 |
 */
export function moneyKept(allSom: Som, restSom: Som, paid: readonly MoneyPaid[]): readonly Tender[] {
  const rest = moneyBackAs(restSom, paid);
  return moneyBackAs(allSom, paid).flatMap((tender) => {
    const handed = rest.find(({ kind, provider }) => kind === tender.kind && provider === tender.provider);
    const amountSom = subtractSom(tender.amountSom, handed?.amountSom ?? zeroSom);
    return amountSom > 0 ? [{ ...tender, amountSom }] : [];
  });
}

/** A sold line as its discounts look at it. */
export interface DiscountedLine {
  readonly grossSom: Som;
  /** What the line counts for in returns: its net, with the discount of a set shared over the set. */
  readonly settledSom: Som;
  readonly adjustments: readonly Pick<Adjustment, 'step' | 'amountSom'>[];
  readonly quantityThousandths: number;
  readonly returnedBeforeThousandths: number;
  readonly returnedAfterThousandths: number;
}

/**
 * What of each step's discount the returned pieces undo: cumulative, as with tenders, so that the last piece takes the rest.
 * The discount of a set stands on its free piece and is shared over the set, so a line's part of the step of free goods is
 * what is missing between its shelf price and what it counts for.
 *
 * | 3 for 2 of 12 000, 9 500, 7 000 | counts for | comes back: undoes of the step of free goods |
 * |---------------------------------|------------|----------------------------------------------|
 * | 12 000                          | 9 052      | 2 948                                        |
 * | 7 000 (printed as free)         | 5 281      | 1 719                                        |
 */
export function discountsBack(lines: readonly DiscountedLine[]): Readonly<Partial<Record<PricingStep, Som>>> {
  const back: Partial<Record<PricingStep, Som>> = {};
  for (const line of lines) {
    for (const step of pricingSteps) {
      const own = partOfStep(line, step);
      const upTo = (quantity: number) => som(multiplyDivideFloor(own, quantity, line.quantityThousandths));
      const now = subtractSom(upTo(line.returnedAfterThousandths), upTo(line.returnedBeforeThousandths));
      if (now !== 0) back[step] = addSom(back[step] ?? zeroSom, now);
    }
  }
  return back;
}

function partOfStep({ grossSom, settledSom, adjustments }: DiscountedLine, step: PricingStep): Som {
  let ownSom = 0;
  let allSom = 0;
  for (const each of adjustments) {
    allSom += each.amountSom;
    if (each.step === step) ownSom += each.amountSom;
  }
  return som(step === 'free' ? ownSom + (grossSom - settledSom) - allSom : ownSom);
}
