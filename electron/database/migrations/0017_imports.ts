/** Files that were taken in: goods and customers from other programs, and how to take them out again. */
import type { Kysely } from 'kysely';
import {
  businessDayColumn,
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
  somColumn,
  textColumn,
  wholeNumber,
} from '../columns.ts';
import { addColumns, createIndex, createTable, mayDelete } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await importTables(db);
  await stagingTables(db);
  // What a customer did before this till, told by another program; never added to the till's own figures.
  await addColumns(db, 'customer', {
    before_visits: optional(wholeNumber()),
    before_spent_som: optional(somColumn()),
    before_last_visit_on: optional(businessDayColumn()),
  });
  // Goods without a code are recognised by their name.
  await createIndex(db, 'product', { columns: ['search_text'] });
  // What an import brought and was taken out again: shown nowhere, because other rows may name it for ever.
  await addColumns(db, 'product', { withdrawn_at: optional(instantColumn()) });
  await addColumns(db, 'customer', { withdrawn_at: optional(instantColumn()) });
  await mayDelete(db, 'debt', {
    when: `exists (select 1 from import_item
      join import on import.id = import_item.import_id
      where import_item.subject_id = old.customer_id and import_item.debt_id = old.id and import.state = 'undoing')`,
  });
}

async function importTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'import', {
    columns: {
      id: idColumn(),
      kind: oneOfColumn(['products', 'customers']),
      file_name: textColumn({ longest: 200 }),
      format: textColumn({ longest: 40 }),
      options_json: jsonColumn(),
      /** `undoing` only inside the transaction that takes it out again. */
      state: oneOfColumn(['reading', 'done', 'cancelled', 'undoing', 'undone']),
      number: optional(wholeNumber({ least: 1 })),
      row_count: wholeNumber(),
      counts_json: jsonColumn(),
      opening_bonus_som: somColumn(),
      opening_debt_som: somColumn(),
      begun_at: instantColumn(),
      begun_by: optional(idColumn()),
      finished_at: optional(instantColumn()),
      finished_on: optional(businessDayColumn()),
      undone_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
    unique: [['number']],
    checks: { finished_is_told: '(finished_at is null) = (finished_on is null)' },
  });
  /** What an import made or changed; enough to put it back, and to see whether anybody touched it since. */
  await createTable(db, 'import_item', {
    columns: {
      import_id: idOf('import'),
      subject_id: idColumn(),
      action: oneOfColumn(['added', 'updated']),
      /** What was known before, of what was updated. */
      before_json: optional(jsonColumn()),
      /** A short fingerprint of what the import left behind. */
      stamp: textColumn({ longest: 16 }),
      opening_bonus_som: somColumn(),
      lot_id: optional(idColumn()),
      debt_id: optional(idColumn()),
      card_number: optional(textColumn({ longest: 60 })),
    },
    primaryKey: ['import_id', 'subject_id'],
    clustered: true,
  });
  await createIndex(db, 'import_item', { columns: ['subject_id'] });
  await createTable(db, 'import_columns', {
    columns: {
      kind: oneOfColumn(['products', 'customers']),
      fingerprint: textColumn({ longest: 1_000 }),
      mapping_json: jsonColumn(),
      used_at: instantColumn(),
    },
    primaryKey: ['kind', 'fingerprint'],
    clustered: true,
  });
}

/** Rows that are being checked; they are gone when the import is done or dropped. */
async function stagingTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'import_row', {
    columns: {
      import_id: idOf('import'),
      row_no: wholeNumber({ least: 1 }),
      cells_json: jsonColumn(),
      verdict: oneOfColumn(['add', 'update', 'skip', 'duplicate', 'error']),
      notes_json: jsonColumn(),
      has_warnings: wholeNumber({ most: 1 }),
      other_row_no: optional(wholeNumber({ least: 1 })),
      subject_id: optional(idColumn()),
      bonus_som: somColumn(),
      debt_som: somColumn(),
      draft_json: jsonColumn(),
    },
    primaryKey: ['import_id', 'row_no'],
    clustered: true,
  });
  /** By what rows of one file are the same: a barcode, a phone, a card, a name without a code, what the till knows. */
  await createTable(db, 'import_key', {
    columns: {
      import_id: idOf('import'),
      kind: oneOfColumn(['barcode', 'name', 'phone', 'card', 'subject']),
      code: textColumn({ longest: 1_000 }),
      row_no: wholeNumber({ least: 1 }),
    },
    primaryKey: ['import_id', 'kind', 'code'],
    clustered: true,
  });
  await createIndex(db, 'import_key', { columns: ['import_id', 'row_no'] });
}
