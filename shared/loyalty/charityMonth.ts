/** The month's statement of charity: what each fund had, what came in and went out, what lies with the shop now. */
import { addSom, type Som, som, subtractSom, sumOf } from '../money.ts';
import type { BusinessDay, Instant } from '../time.ts';

export const donationKinds = ['roundUp', 'bonus', 'shop', 'paidOut', 'givenBack'] as const;

/** One movement of a fund: above zero what came in, below what was paid out or given back to a customer. */
export interface Donation {
  readonly fundId: string;
  readonly kind: (typeof donationKinds)[number];
  readonly amountSom: Som;
  readonly note: string;
  readonly day: BusinessDay;
  readonly at: Instant;
}

export interface FundMonth {
  readonly beforeSom: Som;
  /** Of receipts, less what went back with their goods. */
  readonly roundUpSom: Som;
  readonly roundUpReceipts: number;
  readonly bonusSom: Som;
  readonly shopSom: Som;
  readonly paidOutSom: Som;
  readonly afterSom: Som;
}

/**
 * Adds up a fund's month. What is left equals what the ledger says of the fund at the end of the month: donations less
 * what was handed over.
 *
 * | before | rounded up | given back | bonus | shop   | paid out | after  |
 * |--------|------------|------------|-------|--------|----------|--------|
 * | 1 000  | 220 + 780  | 220        | 5 000 | 50 000 | 40 000   | 16 780 |
 */
export function fundMonth(
  beforeSom: Som,
  movements: readonly Omit<Donation, 'fundId' | 'note'>[],
): FundMonth {
  const of = (...kinds: readonly Donation['kind'][]) => movements.filter(({ kind }) => kinds.includes(kind));
  const sum = (...kinds: readonly Donation['kind'][]) => sumOf(of(...kinds), ({ amountSom }) => amountSom);
  return {
    beforeSom,
    roundUpSom: sum('roundUp', 'givenBack'),
    roundUpReceipts: of('roundUp').length - of('givenBack').length,
    bonusSom: sum('bonus'),
    shopSom: sum('shop'),
    paidOutSom: subtractSom(som(0), sum('paidOut')),
    afterSom: addSom(beforeSom, sum(...donationKinds)),
  };
}
