/** The journal: what the owner should see first, and how far the redo log must have come. */
import { type Kysely, sql } from 'kysely';
import {
  businessDayColumn,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
  textColumn,
  wholeNumber,
} from '../columns.ts';
import { createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'owner_attention', {
    columns: {
      id: textColumn({ longest: 80 }),
      kind: textColumn({ longest: 40 }),
      document_id: optional(textColumn({ longest: 80 })),
      business_day: businessDayColumn(),
      at: instantColumn(),
      data_json: jsonColumn(),
      seen_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'owner_attention', { columns: ['at'] });
  await createIndex(db, 'journal', { columns: ['business_day'] });
  await createTable(db, 'redo_position', {
    columns: { id: oneOfColumn(['shop']), number: wholeNumber() },
    primaryKey: ['id'],
  });
  await sql`insert into redo_position (id, number) values ('shop', 0)`.execute(db);
}
