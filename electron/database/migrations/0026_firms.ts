/** Firm customers: tax number, contract, and the price list that was agreed with them. */
import type { Kysely } from 'kysely';
import { businessDayColumn, idOf, instantColumn, optional, textColumn } from '../columns.ts';
import { createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'firm', {
    columns: {
      customer_id: idOf('customer'),
      legal_name: textColumn({ longest: 160 }),
      tax_number: textColumn({ longest: 14 }),
      contract_number: textColumn({ longest: 40 }),
      contract_on: optional(businessDayColumn()),
      // The customers' tag for which sale prices hold; empty without a price list.
      price_list_tag: textColumn({ longest: 40 }),
      created_at: instantColumn(),
      changed_at: instantColumn(),
    },
    primaryKey: ['customer_id'],
    unique: [['tax_number']],
  });
}
