/** The shop, its tills and people, what was asked of it, its journal and ledger, its printers. */
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
  signedSomColumn,
  textColumn,
  totalSomColumn,
  wholeNumber,
} from '../columns.ts';
import { appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await shopTables(db);
  await recordTables(db);
  await staffTables(db);
  await receiptTables(db);
}

async function shopTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'till', {
    columns: { id: idColumn(), number: wholeNumber({ least: 1, most: 999 }), created_at: instantColumn() },
    primaryKey: ['id'],
    unique: [['number']],
  });
  await createTable(db, 'shop_setting', {
    columns: {
      id: oneOfColumn(['shop']),
      settings_json: jsonColumn(),
      is_demo: flagColumn(),
      changed_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'backup', {
    columns: { id: idColumn(), file: textColumn({ longest: 1000 }), made_at: instantColumn() },
    primaryKey: ['id'],
  });
  await createTable(db, 'number_series', {
    columns: { till_id: idOf('till'), kind: textColumn({ longest: 40 }), last_number: wholeNumber() },
    primaryKey: ['till_id', 'kind'],
  });
  await createTable(db, 'intention', {
    columns: {
      id: idColumn(),
      verb: textColumn({ longest: 80 }),
      payload_hash: textColumn({ longest: 64 }),
      answer_json: optional(jsonColumn()),
      person_id: optional(idColumn()),
      done_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  // Answers may hold a name or a phone, and must be forgettable with the person.
  await appendOnly(db, 'intention', { mayChange: ['answer_json'] });
}

async function recordTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'journal', {
    columns: {
      till_id: idOf('till'),
      sequence: wholeNumber({ least: 1 }),
      document_kind: textColumn({ longest: 40 }),
      document_id: textColumn({ longest: 80 }),
      business_day: businessDayColumn(),
      written_at: instantColumn(),
      content_json: jsonColumn(),
      previous_hash: textColumn({ longest: 64 }),
      hash: textColumn({ longest: 64 }),
    },
    primaryKey: ['till_id', 'sequence'],
  });
  await appendOnly(db, 'journal');
  await createTable(db, 'posting', {
    columns: {
      id: idColumn(),
      document_kind: textColumn({ longest: 40 }),
      document_id: textColumn({ longest: 80 }),
      business_day: businessDayColumn(),
      posted_at: instantColumn(),
      reason: textColumn({ longest: 60 }),
    },
    primaryKey: ['id'],
    unique: [['document_id', 'document_kind', 'reason']],
  });
  await createTable(db, 'posting_entry', {
    columns: {
      posting_id: idOf('posting'),
      entry_no: wholeNumber({ least: 1 }),
      account_kind: textColumn({ longest: 40 }),
      subject_id: textColumn({ longest: 80 }),
      amount_som: signedSomColumn(),
    },
    primaryKey: ['posting_id', 'entry_no'],
    clustered: true,
  });
  await appendOnly(db, 'posting');
  await appendOnly(db, 'posting_entry');
  await createTable(db, 'account', {
    columns: {
      kind: textColumn({ longest: 40 }),
      subject_id: textColumn({ longest: 80 }),
      balance_som: totalSomColumn(),
    },
    primaryKey: ['kind', 'subject_id'],
    clustered: true,
  });
}

async function staffTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'person', {
    columns: {
      id: idColumn(),
      name: textColumn({ longest: 80 }),
      role: oneOfColumn(['owner', 'senior', 'cashier']),
      secret_kind: oneOfColumn(['pin', 'password']),
      secret_hash: textColumn({ longest: 400 }),
      is_active: flagColumn(),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'log_in_attempt', {
    columns: {
      subject: textColumn({ longest: 80 }),
      wrong_count: wholeNumber(),
      last_wrong_at: instantColumn(),
    },
    primaryKey: ['subject'],
  });
  await createTable(db, 'recovery_code', {
    columns: {
      id: idColumn(),
      code_hash: textColumn({ longest: 400 }),
      created_at: instantColumn(),
      used_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
  });
}

async function receiptTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'printer', {
    columns: {
      id: idColumn(),
      name: textColumn({ longest: 60 }),
      connection_json: jsonColumn(),
      profile_json: jsonColumn(),
      is_default: flagColumn(),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'print_job', {
    columns: {
      id: idColumn(),
      kind: oneOfColumn(['paper', 'drawer']),
      document_kind: textColumn({ longest: 40 }),
      document_id: textColumn({ longest: 80 }),
      purpose: oneOfColumn(['original', 'copy', 'test']),
      copy_number: wholeNumber({ most: 10_000 }),
      printer_id: idOf('printer'),
      blocks_json: jsonColumn(),
      state: oneOfColumn([
        'queued',
        'sending',
        'printed',
        'sent_unconfirmed',
        'blocked',
        'retry_wait',
        'unknown',
        'failed',
        'cancelled',
      ]),
      attempts: wholeNumber(),
      next_at: optional(instantColumn()),
      last_error: optional(textColumn({ longest: 500 })),
      created_at: instantColumn(),
      sending_at: optional(instantColumn()),
      done_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
    unique: [['document_id', 'document_kind', 'kind', 'purpose', 'copy_number']],
  });
  await createIndex(db, 'print_job', {
    columns: ['printer_id', 'created_at'],
    where: "state in ('queued', 'sending', 'blocked', 'retry_wait', 'unknown', 'failed')",
  });
}
