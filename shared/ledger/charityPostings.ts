/** Postings of charity: what customers and the shop give to a fund, and what is handed over to it. */
import type { Som } from '../money.ts';
import { balanced, credit, debit, type Posting } from './posting.ts';

/**
 * A customer gives bonus to a fund: the shop owes the fund what it owed the customer.
 *
 * | debit                   | credit          |
 * |-------------------------|-----------------|
 * | bonusLiability customer | donations fund  |
 */
export function bonusDonatedPosting(customerId: string, fundId: string, amountSom: Som): Posting {
  return balanced([debit('bonusLiability', amountSom, customerId), credit('donations', amountSom, fundId)]);
}

/** What the shop itself gives is its cost, and lies with it until it is handed over. */
export function sponsorPosting(fundId: string, amountSom: Som): Posting {
  return balanced([debit('charityPaid', amountSom), credit('donations', amountSom, fundId)]);
}

/** Money handed over to a fund, out of a till's drawer or from the shop's other money. */
export function fundPaidPosting(
  fundId: string,
  amountSom: Som,
  from: { readonly kind: 'drawer'; readonly tillId: string } | { readonly kind: 'outside' },
): Posting {
  const paid =
    from.kind === 'drawer'
      ? credit('cashDrawer', amountSom, from.tillId)
      : credit('cashOutsideTill', amountSom);
  return balanced([debit('donations', amountSom, fundId), paid]);
}
