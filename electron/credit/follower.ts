/** Two customers who turn out to be one person: debts, limit, account and gift cards go over, and nothing is lost. */
import type { Transaction } from 'kysely';
import {
  formerCustomerOf,
  type PartedCustomer,
  partedCustomerOf,
  type TillDocument,
} from '../../shared/journal/document.ts';
import { creditJoinedPosting } from '../../shared/ledger/creditPostings.ts';
import type { Tables } from '../database/tables.ts';
import { balanceOf, type PostingCause, post, postBack } from '../ledger/inTransaction.ts';
import { giveBackMoves, type MovedTable, mergeStands, rememberMoves } from '../movedRows.ts';
import type { WriteScope } from '../verb.ts';
import { owedOn } from './queries.ts';

type Trx = Transaction<Tables>;

const movedTables: readonly MovedTable[] = [
  { table: 'debt', key: ['id'], holders: ['customer_id'], fixed: ['open_som'], obstacle: 'debtPaid' },
  { table: 'debt_payment', key: ['id'], holders: ['customer_id'] },
  { table: 'gift_card', key: ['number'], holders: ['customer_id'], staysWhen: ['customer_id'] },
  { table: 'customer_credit', key: ['customer_id'], holders: ['customer_id'] },
];

/** Follows the document by which a customer became another; of two limits the larger stays. */
export async function bringCreditAlong(
  trx: Trx,
  document: TillDocument,
  scope: Pick<WriteScope, 'newId'>,
): Promise<void> {
  const to = document.customerId;
  const parted = partedCustomerOf(document);
  if (parted !== null && to !== null) return giveCreditBack(trx, document, parted, scope);
  const from = formerCustomerOf(document);
  if (from === null || to === null) return;
  await rememberMoves(trx, document, movedTables, async () => {
    for (const table of ['debt', 'debt_payment', 'gift_card'] as const) {
      await trx.updateTable(table).set({ customer_id: to }).where('customer_id', '=', from).execute();
    }
    await joinLimits(trx, from, to);
  });
  const joined = {
    storeCreditSom: await owedOn(trx, 'storeCredit', from),
    debtSom: await balanceOf(trx, 'customerDebt', from),
  };
  await post(trx, creditJoinedPosting(from, to, joined), causeOf(document, scope, 'creditJoined'));
}

const causeOf = (document: TillDocument, scope: Pick<WriteScope, 'newId'>, reason: string): PostingCause => ({
  id: scope.newId(),
  documentKind: document.kind,
  documentId: document.id,
  businessDay: document.businessDay,
  at: document.at,
  reason,
});

/** Debts, limit and account of a merge that is taken back; what is on the account now must still hold what came with it. */
async function giveCreditBack(
  trx: Trx,
  document: TillDocument,
  { mergeId, formerId }: PartedCustomer,
  scope: Pick<WriteScope, 'newId'>,
): Promise<void> {
  await giveBackMoves(trx, mergeId, movedTables);
  const earlier = { documentKind: 'customerMerged', documentId: mergeId, reason: 'creditJoined' };
  await postBack(trx, earlier, causeOf(document, scope, 'creditParted'));
  const isShort = (await owedOn(trx, 'storeCredit', document.customerId ?? formerId)) < 0;
  if (isShort) mergeStands('creditSpent');
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
