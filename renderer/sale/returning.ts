/** What of a receipt comes back while the cashier chooses: whole lines, one line, pieces that are scanned. */
import { fractionalUnits, type Unit } from '../../shared/basket.ts';
import { type Thousandths, thousandths } from '../../shared/money.ts';

export interface SoldLine {
  readonly lineNumber: number;
  readonly productId: string;
  readonly unit: Unit;
  /** 0 when all of it has come back. */
  readonly leftThousandths: number;
}

export interface Choice {
  readonly quantities: ReadonlyMap<number, Thousandths>;
  /** False while everything is chosen as it was at first: the first scan then begins anew. */
  readonly isTouched: boolean;
}

const onePiece = 1000;

/** Everything that is left of the receipt. */
export function everything(lines: readonly SoldLine[]): Choice {
  const open = lines.filter(({ leftThousandths }) => leftThousandths > 0);
  const quantities = new Map(
    open.map(({ lineNumber, leftThousandths }) => [lineNumber, thousandths(leftThousandths)]),
  );
  return { quantities, isTouched: false };
}

/** All that is left of one line, and of no other. A line of which nothing is left changes nothing. */
export function onlyLine(choice: Choice, { lineNumber, leftThousandths }: SoldLine): Choice {
  if (leftThousandths === 0) return choice;
  return { quantities: new Map([[lineNumber, thousandths(leftThousandths)]]), isTouched: true };
}

/** A line in or out. */
export function toggled(choice: Choice, line: SoldLine): Choice {
  const isIn = choice.quantities.has(line.lineNumber);
  return withQuantity(choice, line, isIn ? null : thousandths(line.leftThousandths));
}

/** That much of a line, at most what is left of it; null or 0 takes the line out. */
export function withQuantity(choice: Choice, line: SoldLine, quantity: Thousandths | null): Choice {
  const quantities = new Map(choice.quantities);
  const wanted = Math.min(quantity ?? 0, line.leftThousandths);
  if (wanted === 0) quantities.delete(line.lineNumber);
  else quantities.set(line.lineNumber, thousandths(wanted));
  return { quantities, isTouched: true };
}

/** One piece more or less of a line; weighed goods come back whole. */
export function stepped(choice: Choice, line: SoldLine, step: 1 | -1): Choice {
  const now = choice.quantities.get(line.lineNumber) ?? 0;
  const piece = fractionalUnits.includes(line.unit) ? line.leftThousandths : onePiece;
  return withQuantity(choice, line, thousandths(Math.max(0, now + step * piece)));
}

/**
 * A product is held under the scanner: one piece of its line comes back, and the first scan puts aside what was chosen
 * beforehand. Null when the receipt has no more of it.
 *
 * | chosen          | scanned    | comes back         |
 * |-----------------|------------|--------------------|
 * | all, untouched  | tea (2 left) | tea 1            |
 * | tea 1           | tea        | tea 2              |
 * | tea 2 of 2      | tea        | null               |
 * | tea 1           | rice 1.5 kg | tea 1, rice 1.5 kg |
 */
export function scannedBack(choice: Choice, lines: readonly SoldLine[], productId: string): Choice | null {
  const from: Choice = choice.isTouched ? choice : { quantities: new Map(), isTouched: true };
  const line = lines.find(
    (each) =>
      each.productId === productId && (from.quantities.get(each.lineNumber) ?? 0) < each.leftThousandths,
  );
  return line === undefined ? null : stepped(from, line, 1);
}

/** The lines as the till takes them, in the order of the receipt. */
export function linesBack({ quantities }: Choice) {
  return [...quantities]
    .sort(([a], [b]) => a - b)
    .map(([lineNumber, quantityThousandths]) => ({ lineNumber, quantityThousandths }));
}

/** Whether everything that was ever sold on the receipt comes back now. */
export function isWhole(
  { quantities }: Choice,
  lines: readonly (SoldLine & { quantityThousandths: number })[],
) {
  return lines.every((line) => quantities.get(line.lineNumber) === line.quantityThousandths);
}
