/** Months: purchase prices, simple expenses, months that are closed against later edits, and visits of inspectors. */
import type { Kysely } from 'kysely';
import {
  businessDayColumn,
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
  signedSomColumn,
  somColumn,
  textColumn,
} from '../columns.ts';
import { addColumns, appendOnly, createIndex, createTable, refuseInserts } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await purchasePrices(db);
  await expenseTable(db);
  await closedMonths(db);
  await createTable(db, 'inspection', {
    columns: {
      id: idColumn(),
      from_on: businessDayColumn(),
      to_on: businessDayColumn(),
      person_id: idOf('person'),
      shown_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await appendOnly(db, 'inspection');
}

/** What the goods cost the shop: now, and at the sale. Null where nobody knows. */
async function purchasePrices(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, 'product', { cost_som: optional(somColumn()) });
  await addColumns(db, 'sale_line', { cost_som: optional(somColumn()) });
}

/** Money spent beside the till. A wrong one is answered by its counter-entry, below zero. */
async function expenseTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'expense', {
    columns: {
      id: idColumn(),
      kind: oneOfColumn(['rent', 'wages', 'electricity', 'transport', 'repairs', 'taxes', 'other']),
      amount_som: signedSomColumn(),
      note: textColumn({ longest: 200 }),
      corrects_id: optional(idOf('expense')),
      person_id: idOf('person'),
      business_day: businessDayColumn(),
      noted_at: instantColumn(),
    },
    primaryKey: ['id'],
    unique: [['corrects_id']],
    checks: { counter_entry_is_below_zero: '(amount_som < 0) = (corrects_id is not null)' },
  });
  await createIndex(db, 'expense', { columns: ['business_day'] });
  await appendOnly(db, 'expense');
}

/**
 * A month as it was when it was closed. The engine itself lets no posting into a month that is closed now: whatever forgets
 * to ask first fails as a whole.
 */
async function closedMonths(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'closed_month', {
    columns: {
      id: idColumn(),
      month: textColumn({ longest: 7 }),
      figures_json: jsonColumn(),
      /** SHA-256 of the figures' text. */
      figures_hash: textColumn({ longest: 64 }),
      closed_by: idOf('person'),
      closed_at: instantColumn(),
      reopened_by: optional(idOf('person')),
      reopened_at: optional(instantColumn()),
      reopen_reason: optional(textColumn({ longest: 200 })),
    },
    primaryKey: ['id'],
    checks: { reopening_is_told: '(reopened_at is null) = (reopened_by is null)' },
  });
  await createIndex(db, 'closed_month', { columns: ['month'], unique: true, where: 'reopened_at is null' });
  await appendOnly(db, 'closed_month', { mayChange: ['reopened_by', 'reopened_at', 'reopen_reason'] });
  await createIndex(db, 'posting', { columns: ['business_day'] });
  await refuseInserts(db, 'posting', {
    rule: 'month_is_open',
    when: `exists (select 1 from closed_month
      where closed_month.month = substr(new.business_day, 1, 7) and closed_month.reopened_at is null)`,
    message: 'the month of this posting is closed',
  });
}
