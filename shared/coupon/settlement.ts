/** What a partner and the shop owe each other: how a payment is posted, and how a month is drawn up. */
import { balanced, credit, debit, type Posting } from '../ledger/posting.ts';
import { type Som, som, sumOf } from '../money.ts';
import { type BusinessDay, monthOf } from '../time.ts';

/**
 * Money that changed hands outside the till. Above zero the partner paid and owes less; below zero the shop paid, because
 * it had agreed to bear coupons that the partner honoured, and the partner's account goes up towards zero.
 */
export function partnerPaymentPosting(partnerId: string, amountSom: Som): Posting {
  return balanced([debit('cashOutsideTill', amountSom), credit('partner', amountSom, partnerId)]);
}

/** First and last business day of a month written `2026-11`. */
export function daysOfMonth(month: string): { readonly first: BusinessDay; readonly last: BusinessDay } {
  return monthOf(`${month}-01` as BusinessDay);
}

export interface SettlementSums {
  /** What the partner bears of the coupons used in the month. */
  readonly usedSom: Som;
  /** Goods given to them, at what they cost the shop; a gift, so no part of what is owed. */
  readonly goodsSom: Som;
  /** Above zero they paid more than they got. */
  readonly paidSom: Som;
}

/**
 * The sums of a month. What is owed at its end comes from the ledger, and is the opening with what was used, without what
 * came back with goods and without what was paid:
 *
 * | opening | used   | came back | paid    | closing |
 * |---------|--------|-----------|---------|---------|
 * | 40 000  | 25 000 | 0         | 40 000  | 25 000  |
 * | 0       | 0      | 0         | −15 000 | 15 000  |
 * | 0       | 3 000  | 1 200     | 0       | 1 800   |
 */
export function settlementSums(
  series: readonly { readonly partnerShareSom: number }[],
  goods: readonly { readonly costSom: number }[],
  payments: readonly { readonly amountSom: number }[],
): SettlementSums {
  return {
    usedSom: sumOf(series, (each) => som(each.partnerShareSom)),
    goodsSom: sumOf(goods, (each) => som(each.costSom)),
    paidSom: sumOf(payments, (each) => som(each.amountSom)),
  };
}
