/** Charity inside the sale's transaction: rounding up for a fund, and taking it back with the whole receipt. */
import { type Som, subtractSom, zeroSom } from '../../shared/money.ts';
import type { WriteScope } from '../verb.ts';
import { donationOfSale, insertDonation } from './charityQueries.ts';

type CharityScope = Pick<WriteScope, 'trx' | 'newId' | 'now' | 'businessDay' | 'actor'>;

/** Notes what a receipt gives to a fund; its posting is part of the sale's own (`donation` of salePosting). */
export async function noteRoundUp(
  scope: CharityScope,
  given: {
    readonly fundId: string;
    readonly amountSom: Som;
    readonly customerId: string | null;
    readonly saleId: string;
  },
): Promise<void> {
  if (given.amountSom === 0) return;
  await insertDonation.one(scope.trx, {
    ...rowOf(scope),
    fund_id: given.fundId,
    kind: 'roundUp',
    amount_som: given.amountSom,
    customer_id: given.customerId,
    sale_id: given.saleId,
  });
}

/**
 * Takes back what a receipt gave to a fund, which only a full cancel on the same day may do (docs/rules.md rule 9). Answers
 * the fund and the sum: the return's own posting debits them from `donations`. Null when the receipt gave nothing. The row
 * has the id of the return.
 */
export async function takeRoundUpBack(
  scope: CharityScope,
  { saleId, documentId }: { readonly saleId: string; readonly documentId: string },
): Promise<{ readonly fundId: string; readonly amountSom: Som } | null> {
  const given = await donationOfSale(scope.trx, saleId);
  if (given === null) return null;
  const { fundId, amountSom, customerId } = given;
  await insertDonation.one(scope.trx, {
    ...rowOf(scope),
    id: documentId,
    fund_id: fundId,
    kind: 'givenBack',
    amount_som: subtractSom(zeroSom, amountSom),
    customer_id: customerId,
    sale_id: saleId,
  });
  return { fundId, amountSom };
}

/** What every row of `donation` says of when and by whom. */
export function rowOf({ newId, now, businessDay, actor }: CharityScope) {
  return {
    id: newId(),
    note: '',
    person_id: actor.role === 'system' ? null : actor.personId,
    business_day: businessDay,
    given_at: now,
  };
}
