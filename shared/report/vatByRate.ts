/** VAT by rate: what was sold at each rate, less the returns, whose VAT is known only for the whole of each. */
import { addSom, allocate, type BasisPoints, type Som, som, sumOf, vatInside, zeroSom } from '../money.ts';
import type { RateMonth } from './monthFigures.ts';

export interface VatOfRate {
  /** Null is sold without VAT. */
  readonly rateBasisPoints: BasisPoints | null;
  /** With its VAT. */
  readonly netSom: Som;
  readonly vatSom: Som;
}

/**
 * A return's VAT line by line: each takes its part by what its rate has inside, by largest remainder, so that all lines
 * together are exactly what the return reversed. Where so little came back that no line has a whole so'm inside, the lines
 * that have a rate share it.
 *
 * | lines               | VAT reversed | at 12 % | at 5 % |
 * |---------------------|--------------|---------|--------|
 * | 11 200 at 12 %, 3 000 without | 1 200 | 1 200 | –    |
 * | 11 200 at 12 %, 10 500 at 5 % | 1 701 | 1 201 | 500  |
 */
export function vatOfReturn(
  lines: readonly Pick<VatOfRate, 'rateBasisPoints' | 'netSom'>[],
  vatSom: Som,
): readonly VatOfRate[] {
  if (vatSom === 0) return lines.map((line) => ({ ...line, vatSom: zeroSom }));
  const inside = lines.map(({ rateBasisPoints: rate, netSom }) =>
    rate === null ? 0 : vatInside(netSom, rate),
  );
  const weights = inside.some((weight) => weight > 0)
    ? inside
    : lines.map(({ rateBasisPoints }) => (rateBasisPoints === null ? 0 : 1));
  const parts = allocate(vatSom, weights);
  return lines.map((line, at) => ({ ...line, vatSom: parts[at] ?? zeroSom }));
}

/** What was sold and what came back, rate by rate, the highest first and goods without VAT last. */
export function vatByRate(sold: readonly VatOfRate[], back: readonly VatOfRate[]): readonly RateMonth[] {
  const rates = [...new Set([...sold, ...back].map(({ rateBasisPoints }) => rateBasisPoints))];
  const of = (rows: readonly VatOfRate[], rate: BasisPoints | null, what: 'netSom' | 'vatSom') =>
    sumOf(
      rows.filter(({ rateBasisPoints }) => rateBasisPoints === rate),
      (row) => row[what],
    );
  return rates
    .toSorted((a, b) => (b ?? -1) - (a ?? -1))
    .map((rateBasisPoints) => ({
      rateBasisPoints,
      soldSom: of(sold, rateBasisPoints, 'netSom'),
      soldVatSom: of(sold, rateBasisPoints, 'vatSom'),
      backSom: of(back, rateBasisPoints, 'netSom'),
      backVatSom: of(back, rateBasisPoints, 'vatSom'),
    }));
}

/** The same, sold less back: what is owed. */
export function vatLeft(rates: readonly RateMonth[]): readonly VatOfRate[] {
  return rates.map((rate) => ({
    rateBasisPoints: rate.rateBasisPoints,
    netSom: addSom(rate.soldSom, som(-rate.backSom)),
    vatSom: addSom(rate.soldVatSom, som(-rate.backVatSom)),
  }));
}
