/** One customer who becomes another brings complaints, wishes, orders and tasks along (docs/rules.md rule 20). */
import type { Transaction } from 'kysely';
import { formerCustomerOf, partedCustomerOf, type TillDocument } from '../../shared/journal/document.ts';
import type { Tables } from '../database/tables.ts';
import { giveBackMoves, type MovedTable, mergeStands, movedRows, rememberMoves } from '../movedRows.ts';

/** What this room keeps for a customer, each row under an id of its own. */
const tables = ['complaint', 'feedback', 'contact', 'poll_answer', 'wish', 'special_order', 'task'] as const;

const movedTables: readonly MovedTable[] = tables.map((table) => ({
  table,
  key: ['id'],
  holders: ['customer_id'],
}));

/** Follows the document by which a customer became another, and the one by which they are two again. */
export async function bringServiceAlong(trx: Transaction<Tables>, document: TillDocument): Promise<void> {
  const { customerId } = document;
  const parted = partedCustomerOf(document);
  if (parted !== null) {
    await refuseUsedDeposits(trx, parted.mergeId);
    return giveBackMoves(trx, parted.mergeId, movedTables);
  }
  const formerId = formerCustomerOf(document);
  if (formerId === null || customerId === null) return;
  await rememberMoves(trx, document, movedTables, async () => {
    for (const table of tables) {
      await trx
        .updateTable(table)
        .set({ customer_id: customerId })
        .where('customer_id', '=', formerId)
        .execute();
    }
  });
}

/**
 * A deposit lies on the account of whoever the order belongs to. Throws MergeUsed when an order that came over got more of it
 * since, gave it back, or was collected with it: its money moved on the account of the customer who was kept.
 */
async function refuseUsedDeposits(trx: Transaction<Tables>, mergeId: string): Promise<void> {
  for (const { before, after } of await movedRows(trx, mergeId, 'special_order')) {
    if (before === null || after === null) continue;
    const { deposit_som: depositSom, state } = await trx
      .selectFrom('special_order')
      .select(['deposit_som', 'state'])
      .where('id', '=', String(after.id))
      .executeTakeFirstOrThrow();
    const isCollectedSince = state === 'collected' && after.state !== 'collected';
    if (depositSom !== after.deposit_som || (isCollectedSince && depositSom > 0)) mergeStands('creditSpent');
  }
}
