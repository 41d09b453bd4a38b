/** Which tables of this room a merge moves rows of, and by what rules they go back. */
import type { Transaction } from 'kysely';
import type { TillDocument } from '../../shared/journal/document.ts';
import type { Tables } from '../database/tables.ts';
import { type MovedTable, rememberMoves } from '../movedRows.ts';

/** A customer is found by the own id, and by whoever became them before. */
export const movedOfCustomer: readonly MovedTable[] = [
  { table: 'customer', key: ['id'], holders: ['id', 'merged_into_id'] },
  { table: 'card', key: ['number'], holders: ['customer_id'], staysWhen: ['customer_id'] },
  { table: 'customer_tag', key: ['customer_id', 'tag'], holders: ['customer_id'] },
  { table: 'former_phone', key: ['phone', 'customer_id'], holders: ['customer_id'] },
  { table: 'customer_phone', key: ['phone'], holders: ['customer_id'], mayBeGone: true },
  { table: 'customer_fact', key: ['id'], holders: ['customer_id'] },
  { table: 'customer_photo', key: ['customer_id'], holders: ['customer_id'] },
];

/** A firm is known once by its tax number, so it is moved back rather than written anew. */
export const movedFirm: MovedTable = { table: 'firm', key: ['customer_id'], holders: ['customer_id'] };

/** Visits of both are added up in a way that only the receipts can undo. */
export const movedFigures: MovedTable = {
  table: 'customer_figure',
  key: ['customer_id'],
  holders: ['customer_id'],
};

/** Does this room's part of a merge and keeps what it moved; `merge` must have the document's id already. */
export async function rememberCustomerMoves(
  trx: Transaction<Tables>,
  document: TillDocument,
  work: () => Promise<void>,
): Promise<void> {
  await rememberMoves(trx, document, [...movedOfCustomer, movedFirm, movedFigures], work);
}
