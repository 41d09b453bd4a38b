/** The verb exchange.undo: a whole import goes out again, as long as nothing of it was used. */

import { Refusal } from '../../shared/errors.ts';
import { exchangeContract } from '../../shared/exchange/contract.ts';
import { som } from '../../shared/money.ts';
import type { Instant } from '../../shared/time.ts';
import {
  type BulkProduct,
  bulkProductOf,
  rewriteProduct,
  withdrawProduct,
} from '../catalogue/inTransaction.ts';
import { postOpeningDebts, removeOpeningDebt } from '../credit/inTransaction.ts';
import {
  type BulkCustomer,
  bulkCustomerOf,
  rewriteCustomer,
  takeCardBack,
  withdrawCustomers,
} from '../customer/inTransaction.ts';
import { documentOf } from '../document.ts';
import { postOpeningBonus, removeOpeningLot } from '../loyalty/inTransaction.ts';
import { createTurns } from '../turns.ts';
import { type WriteScope, writingVerb } from '../verb.ts';
import { removeEmptyGroups } from './emptyGroups.ts';
import { tellOf } from './finishImport.ts';
import { type ItemRow, importOf, itemsOf, summaryOf } from './queries.ts';
import { usesOfImport } from './uses.ts';

async function takeProductOut(scope: WriteScope, item: ItemRow): Promise<void> {
  const { trx, now } = scope;
  if (item.action === 'added') return withdrawProduct(trx, item.subject_id, now);
  const is = await bulkProductOf(trx, item.subject_id);
  if (is === null || item.before_json === null) throw new Error('a product that is put back is not there');
  const was = JSON.parse(item.before_json) as { readonly product: BulkProduct; readonly changedAt: string };
  const personId = scope.actor.role === 'system' ? null : scope.actor.personId;
  await rewriteProduct(trx, is.product, was.product, { now, personId, changedAt: was.changedAt });
}

async function takeCustomerOut(scope: WriteScope, item: ItemRow): Promise<void> {
  const { trx, now } = scope;
  if (item.card_number !== null) await takeCardBack(trx, item.card_number);
  if (item.lot_id !== null) await removeOpeningLot(scope, item.lot_id);
  if (item.debt_id !== null) await removeOpeningDebt(scope, item.debt_id);
  if (item.action === 'added') return;
  const is = await bulkCustomerOf(trx, item.subject_id);
  if (is === null || item.before_json === null) throw new Error('a customer who is put back is not there');
  await rewriteCustomer(trx, is, JSON.parse(item.before_json) as BulkCustomer, now);
}

/** The postings stay for ever; others answer them. */
async function postBack(
  scope: WriteScope,
  documentId: string,
  items: readonly ItemRow[],
  turn: () => Promise<void>,
): Promise<void> {
  const cause = { documentKind: 'importUndone' as const, documentId };
  const bonus = items
    .filter((item) => item.opening_bonus_som > 0)
    .map((item) => ({ customerId: item.subject_id, amountSom: som(item.opening_bonus_som) }));
  await postOpeningBonus(scope, bonus, cause, true);
  const debts: { customerId: string; amountSom: ReturnType<typeof som> }[] = [];
  for (const { debt_id, subject_id } of items) {
    if (debt_id === null) continue;
    await turn();
    const { amount_som } = await scope.trx
      .selectFrom('debt')
      .select('amount_som')
      .where('id', '=', debt_id)
      .executeTakeFirstOrThrow();
    debts.push({ customerId: subject_id, amountSom: som(amount_som) });
  }
  await postOpeningDebts(scope, debts, cause, true);
}

export const undoImport = writingVerb(exchangeContract.undo, async (scope, { importId }) => {
  const { trx, now } = scope;
  const found = await importOf(trx, importId);
  if (found.state !== 'done') throw new Refusal('ImportNotDone');
  const uses = await usesOfImport(trx, found);
  if (uses.length > 0) throw new Refusal('ImportUsed', { uses });

  const items = await itemsOf(trx, importId);
  const turn = createTurns();
  const document = documentOf(scope, 'importUndone', {
    importId,
    number: found.number,
    kind: found.kind,
    taken: items.length,
  });
  await trx.updateTable('import').set({ state: 'undoing' }).where('id', '=', importId).execute();
  await postBack(scope, document.id, items, turn);
  for (const item of items) {
    await (found.kind === 'products' ? takeProductOut(scope, item) : takeCustomerOut(scope, item));
    await turn();
  }
  if (found.kind === 'customers') {
    const added = items.filter(({ action }) => action === 'added').map((item) => item.subject_id);
    await withdrawCustomers(trx, added, now);
  }
  if (found.kind === 'products' && found.finished_at !== null) {
    await removeEmptyGroups(trx, found.finished_at as Instant);
  }
  // What was known of people before is kept no longer than it can be needed.
  await trx.deleteFrom('import_item').where('import_id', '=', importId).execute();
  await trx
    .updateTable('import')
    .set({ state: 'undone', undone_at: now })
    .where('id', '=', importId)
    .execute();
  await scope.follow(document);
  tellOf(scope, found.kind);
  return summaryOf(trx, await importOf(trx, importId));
});
