/** One customer who becomes another has used up the limits of both (docs/rules.md rules 5 and 32). */
import type { Transaction } from 'kysely';
import { formerCustomerOf, partedCustomerOf, type TillDocument } from '../../shared/journal/document.ts';
import type { Tables } from '../database/tables.ts';
import { giveBackMoves, type MovedTable, rememberMoves } from '../movedRows.ts';
import { countUses } from './inTransaction.ts';

const movedTables: readonly MovedTable[] = [
  {
    table: 'promotion_count',
    key: ['promotion_id', 'subject'],
    holders: ['subject'],
    sums: ['times', 'spent_som', 'times_last_day'],
    sumsOf: { times_last_day: 'last_day' },
    mayOwe: true,
  },
];

/**
 * Adds how often each promotion worked for the former customer to the counts of the document's customer; a merge that is
 * taken back takes exactly that off again.
 */
export async function bringUsesAlong(trx: Transaction<Tables>, document: TillDocument): Promise<void> {
  const { customerId } = document;
  const parted = partedCustomerOf(document);
  if (parted !== null) return giveBackMoves(trx, parted.mergeId, movedTables);
  const formerId = formerCustomerOf(document);
  if (formerId === null || customerId === null) return;
  await rememberMoves(trx, document, movedTables, async () => {
    const rows = await trx
      .selectFrom('promotion_count')
      .selectAll()
      .where('subject', '=', formerId)
      .execute();
    await countUses.many(
      trx,
      rows.map((row) => ({ ...row, subject: customerId })),
    );
    await trx.deleteFrom('promotion_count').where('subject', '=', formerId).execute();
  });
}
