/** Groups of customers by rule, who was in them when they were last counted, and budgets of small gifts. */
import type { Kysely } from 'kysely';
import {
  businessDayColumn,
  flagColumn,
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
  otherwise,
  somColumn,
  textColumn,
} from '../columns.ts';
import { addColumns, appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'segment', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      rule_json: jsonColumn(),
      created_at: instantColumn(),
      created_by: optional(idColumn()),
      changed_at: instantColumn(),
      removed_at: optional(instantColumn()),
      // When the members were last written down; null for a group no promotion asks for.
      counted_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'segment_member', {
    columns: { segment_id: idOf('segment'), customer_id: idOf('customer') },
    primaryKey: ['segment_id', 'customer_id'],
    clustered: true,
  });
  await createIndex(db, 'segment_member', { columns: ['customer_id'] });
  await giftTables(db);
}

/** "Surprise and delight": what a person may give away in a month without asking, and what was given. */
async function giftTables(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, 'person', { gift_budget_som: otherwise(somColumn(), 0) });
  await createTable(db, 'gift', {
    columns: {
      id: idColumn(),
      customer_id: idOf('customer'),
      person_id: idOf('person'),
      amount_som: somColumn(),
      occasion: oneOfColumn(['birthday', 'loyal', 'consolation', 'guestOfDay', 'other']),
      // Emptied when the customer is erased.
      words: textColumn({ longest: 120 }),
      // Who stood for what the budget no longer held; alone where nobody else could.
      approver_id: optional(idOf('person')),
      is_alone: otherwise(flagColumn(), 0),
      is_seen: otherwise(flagColumn(), 0),
      given_on: businessDayColumn(),
      given_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'gift', { columns: ['person_id', 'given_on'] });
  await createIndex(db, 'gift', { columns: ['customer_id', 'given_at'] });
  await createIndex(db, 'gift', { columns: ['is_seen'], where: 'is_seen = 0' });
  await appendOnly(db, 'gift', { mayChange: ['is_seen', 'words'] });
}
