/** Who was erased, at their wish or because they came no more: an id, a day and who did it, never a name. */
import type { Kysely } from 'kysely';
import { businessDayColumn, idColumn, idOf, instantColumn, oneOfColumn, optional } from '../columns.ts';
import { addColumns, appendOnly, createIndex, createTable, mayAlsoChange } from '../schema.ts';

/** What people typed beside a record. It may name somebody, so it may be emptied; sums, days and persons may not. */
const typedBesideRecords: Readonly<Record<string, readonly string[]>> = {
  correction: ['reason'],
  debt: ['note'],
  debt_payment: ['note'],
  deed_given: ['note'],
  donation: ['note'],
  loose_return: ['note'],
  coupon_use: ['goodwill_reason'],
  sale_adjustment: ['reason_json'],
  cash_move: ['reason'],
  drawer_opening: ['reason'],
  expense: ['note'],
  shift_note: ['text'],
  // The fingerprint of what was asked: a short phone could be guessed from it.
  intention: ['payload_hash'],
};

export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, 'customer', { erased_at: optional(instantColumn()) });
  await createTable(db, 'erasure', {
    columns: {
      customer_id: idOf('customer'),
      // The person as the shop knew them; for those merged into them it is the one who was left.
      person_of: idOf('customer'),
      cause: oneOfColumn(['wish', 'absence']),
      person_id: optional(idColumn()),
      business_day: businessDayColumn(),
      erased_at: instantColumn(),
    },
    primaryKey: ['customer_id'],
  });
  await createIndex(db, 'erasure', { columns: ['erased_at'] });
  await appendOnly(db, 'erasure');
  for (const [table, columns] of Object.entries(typedBesideRecords)) await mayAlsoChange(db, table, columns);
}
