/** Net and VAT of one shift by rate, less what came back. */
import type { Kysely } from 'kysely';
import { allocate, type BasisPoints, basisPoints, som, vatInside } from '../../shared/money.ts';
import type { ShiftFigures } from '../../shared/shift/figures.ts';
import type { Tables } from '../database/tables.ts';
import { looseByRate, returnedLines, soldByRate } from './shiftFiguresQueries.ts';

type Db = Kysely<Tables>;

interface OfRate {
  readonly rate: number | null;
  readonly net: number;
  readonly vat: number;
}

/** The highest rate first, goods without VAT last. A rate of which nothing is left is left out. */
export async function vatOfShift(db: Db, shiftId: string): Promise<ShiftFigures['vat']> {
  const rows: readonly OfRate[] = [
    ...(await soldByRate(db, shiftId)),
    ...(await looseByRate(db, shiftId)).map(less),
    ...vatBack(await returnedLines(db, shiftId)).map(less),
  ];
  const sums = new Map<number | null, { net: number; vat: number }>();
  for (const { rate, net, vat } of rows) {
    const before = sums.get(rate) ?? { net: 0, vat: 0 };
    sums.set(rate, { net: before.net + net, vat: before.vat + vat });
  }
  return [...sums]
    .filter(([, { net, vat }]) => net !== 0 || vat !== 0)
    .sort(([a], [b]) => (b ?? -1) - (a ?? -1))
    .map(([rate, { net, vat }]) => ({
      rateBasisPoints: rate === null ? null : basisPoints(rate),
      netSom: som(net),
      vatSom: som(vat),
    }));
}

const less = ({ rate, net, vat }: OfRate): OfRate => ({ rate, net: -net, vat: -vat });

type ReturnedLine = Awaited<ReturnType<typeof returnedLines>>[number];

/**
 * A return keeps one sum of VAT. One whose goods have several rates is shared over its lines by the VAT inside each, so
 * that all rates together are exactly what was reversed.
 */
function vatBack(lines: readonly ReturnedLine[]): readonly OfRate[] {
  const returns = new Map<string, ReturnedLine[]>();
  for (const line of lines) returns.set(line.return_id, [...(returns.get(line.return_id) ?? []), line]);
  return [...returns.values()].flatMap((ofReturn) => {
    const [first] = ofReturn;
    if (first === undefined) return [];
    const parts = allocate(som(first.return_vat), weightsOf(ofReturn));
    return ofReturn.map((line, index) => ({ rate: line.rate, net: netOf(line), vat: parts[index] ?? 0 }));
  });
}

/** So small a sum that no line has VAT inside it is shared over the lines that have a rate. */
function weightsOf(lines: readonly ReturnedLine[]): readonly number[] {
  const inside = lines.map((line) =>
    line.rate === null ? 0 : vatInside(som(netOf(line)), line.rate as BasisPoints),
  );
  if (inside.some((weight) => weight > 0)) return inside;
  return lines.map(({ rate }) => (rate === null ? 0 : 1));
}

function netOf(line: ReturnedLine): number {
  return line.bonus_som + line.gift_card_som + line.store_credit_som + line.debt_som + line.money_som;
}
