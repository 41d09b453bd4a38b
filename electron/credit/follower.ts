/** Two customers who turn out to be one person: debts, limit, account and gift cards go over, and nothing is lost. */
import type { Transaction } from 'kysely';
import { formerCustomerOf, type TillDocument } from '../../shared/journal/document.ts';
import { creditJoinedPosting } from '../../shared/ledger/creditPostings.ts';
import type { Tables } from '../database/tables.ts';
import { balanceOf, post } from '../ledger/inTransaction.ts';
import type { WriteScope } from '../verb.ts';
import { owedOn } from './queries.ts';

type Trx = Transaction<Tables>;

/** Follows the document by which a customer became another; of two limits the larger stays. */
export async function bringCreditAlong(
  trx: Trx,
  document: TillDocument,
  scope: Pick<WriteScope, 'newId'>,
): Promise<void> {
  const to = document.customerId;
  const from = formerCustomerOf(document);
  if (from === null || to === null) return;
  for (const table of ['debt', 'debt_payment', 'gift_card'] as const) {
    await trx.updateTable(table).set({ customer_id: to }).where('customer_id', '=', from).execute();
  }
  await joinLimits(trx, from, to);
  const joined = {
    storeCreditSom: await owedOn(trx, 'storeCredit', from),
    debtSom: await balanceOf(trx, 'customerDebt', from),
  };
  await post(trx, creditJoinedPosting(from, to, joined), {
    id: scope.newId(),
    documentKind: document.kind,
    documentId: document.id,
    businessDay: document.businessDay,
    at: document.at,
    reason: 'creditJoined',
  });
}

async function joinLimits(trx: Trx, from: string, to: string): Promise<void> {
  const rows = await trx
    .selectFrom('customer_credit')
    .selectAll()
    .where('customer_id', 'in', [from, to])
    .orderBy('limit_som', 'desc')
    .execute();
  const [largest] = rows;
  if (largest === undefined) return;
  await trx.deleteFrom('customer_credit').where('customer_id', 'in', [from, to]).execute();
  await trx
    .insertInto('customer_credit')
    .values({ ...largest, customer_id: to })
    .execute();
}
