/** What a merge of two customers moved, so that it can be taken back for a day; and who was said not to be one person. */
import type { Kysely } from 'kysely';
import { idColumn, idOf, instantColumn, jsonColumn, optional, textColumn } from '../columns.ts';
import { createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'merge', {
    columns: {
      id: idColumn(),
      into_id: idOf('customer'),
      from_id: idOf('customer'),
      merged_at: instantColumn(),
      person_id: optional(idColumn()),
      undone_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'merge', { columns: ['into_id', 'merged_at'] });
  await createIndex(db, 'merge', { columns: ['from_id'] });
  await createIndex(db, 'merge', { columns: ['merged_at'] });
  await createTable(db, 'merge_row', {
    columns: {
      merge_id: idOf('merge'),
      table_name: textColumn({ longest: 60 }),
      row_key: textColumn({ longest: 200 }),
      // Null where the merge made the row, or took it away.
      before_json: optional(jsonColumn()),
      after_json: optional(jsonColumn()),
    },
    primaryKey: ['merge_id', 'table_name', 'row_key'],
    clustered: true,
    checks: { row_was_or_is: 'before_json is not null or after_json is not null' },
  });
  await createTable(db, 'distinct_pair', {
    columns: {
      one_id: idOf('customer'),
      other_id: idOf('customer'),
      said_at: instantColumn(),
      person_id: optional(idColumn()),
    },
    primaryKey: ['one_id', 'other_id'],
    clustered: true,
    checks: { smaller_first: 'one_id < other_id' },
  });
  await createIndex(db, 'distinct_pair', { columns: ['other_id'] });
}
