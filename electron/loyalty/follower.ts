/** An instant card that joins a customer brings its bonus along (docs/rules.md rule 20). */
import type { Transaction } from 'kysely';
import { formerCustomerOf, type TillDocument } from '../../shared/journal/document.ts';
import { bonusClaimedPosting } from '../../shared/ledger/otherPostings.ts';
import type { Tables } from '../database/tables.ts';
import { post } from '../ledger/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import { bonusBalanceOf } from './inTransaction.ts';

/** Lots, with their last days, and the balance go over to the customer who has the card now. */
export async function bringBonusAlong(
  trx: Transaction<Tables>,
  document: TillDocument,
  scope: Pick<WriteScope, 'newId'>,
): Promise<void> {
  const { customerId } = document;
  const formerId = formerCustomerOf(document);
  if (formerId === null || customerId === null) return;
  const balance = await bonusBalanceOf(trx, formerId);
  await trx
    .updateTable('bonus_lot')
    .set({ holder_id: customerId })
    .where('holder_kind', '=', 'customer')
    .where('holder_id', '=', formerId)
    .execute();
  await post(trx, bonusClaimedPosting(formerId, customerId, balance), {
    id: scope.newId(),
    documentKind: document.kind,
    documentId: document.id,
    businessDay: document.businessDay,
    at: document.at,
    reason: 'joined',
  });
}
