/** One customer who becomes another brings complaints, wishes, orders and tasks along (docs/rules.md rule 20). */
import type { Transaction } from 'kysely';
import { formerCustomerOf, partedCustomerOf, type TillDocument } from '../../shared/journal/document.ts';
import type { Tables } from '../database/tables.ts';
import { giveBackMoves, type MovedTable, rememberMoves } from '../movedRows.ts';

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
  if (parted !== null) return giveBackMoves(trx, parted.mergeId, movedTables);
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
