/** One customer who becomes another has used up the limits of both (docs/rules.md rules 5 and 32). */
import type { Transaction } from 'kysely';
import { formerCustomerOf, type TillDocument } from '../../shared/journal/document.ts';
import type { Tables } from '../database/tables.ts';
import { countUses } from './inTransaction.ts';

/** Adds how often each promotion worked for the former customer to the counts of the document's customer. */
export async function bringUsesAlong(trx: Transaction<Tables>, document: TillDocument): Promise<void> {
  const { customerId } = document;
  const formerId = formerCustomerOf(document);
  if (formerId === null || customerId === null) return;
  const rows = await trx.selectFrom('promotion_count').selectAll().where('subject', '=', formerId).execute();
  await countUses.many(
    trx,
    rows.map((row) => ({ ...row, subject: customerId })),
  );
  await trx.deleteFrom('promotion_count').where('subject', '=', formerId).execute();
}
