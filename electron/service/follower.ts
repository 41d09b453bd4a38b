/** One customer who becomes another brings complaints, feedback and contacts along (docs/rules.md rule 20). */
import type { Transaction } from 'kysely';
import { formerCustomerOf, type TillDocument } from '../../shared/journal/document.ts';
import type { Tables } from '../database/tables.ts';

/** Follows the document by which a customer became another. */
export async function bringServiceAlong(trx: Transaction<Tables>, document: TillDocument): Promise<void> {
  const { customerId } = document;
  const formerId = formerCustomerOf(document);
  if (formerId === null || customerId === null) return;
  for (const table of ['complaint', 'feedback', 'contact'] as const) {
    await trx
      .updateTable(table)
      .set({ customer_id: customerId })
      .where('customer_id', '=', formerId)
      .execute();
  }
}
