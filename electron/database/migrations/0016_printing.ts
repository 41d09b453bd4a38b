/** Printers that were put away, what became of every paper step by step, and what goods say on labels and receipts. */
import type { Kysely } from 'kysely';
import {
  flagColumn,
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
  otherwise,
  textColumn,
  thousandthsColumn,
  wholeNumber,
} from '../columns.ts';
import { addColumns, appendOnly, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, 'printer', { is_active: otherwise(flagColumn(), 1) });
  // Who looked at a paper whose end nobody knew, and what they saw.
  await addColumns(db, 'print_job', {
    resolved_by: optional(idColumn()),
    resolution: optional(oneOfColumn(['whole', 'torn', 'skipped', 'moved'])),
    // Null: the pin of the printer's profile. A drawer that is tried out at set-up names its own.
    drawer_pin: optional(wholeNumber({ most: 1 })),
  });
  await createTable(db, 'print_event', {
    columns: {
      job_id: idOf('print_job'),
      event_no: wholeNumber({ least: 1 }),
      at: instantColumn(),
      from_state: textColumn({ longest: 20 }),
      to_state: textColumn({ longest: 20 }),
      detail: optional(textColumn({ longest: 60 })),
    },
    primaryKey: ['job_id', 'event_no'],
    clustered: true,
  });
  await appendOnly(db, 'print_event');
  // What one piece holds, for the price of a kilogram or a litre; and a line of advice in three languages.
  await addColumns(db, 'product', {
    content_thousandths: optional(thousandthsColumn()),
    content_unit: optional(oneOfColumn(['kilogram', 'litre', 'metre', 'piece'])),
    advice_json: optional(jsonColumn()),
  });
  await createTable(db, 'label_order', {
    columns: {
      id: idColumn(),
      layout: textColumn({ longest: 20 }),
      language: oneOfColumn(['uz', 'ru', 'en']),
      items_json: jsonColumn(),
      made_at: instantColumn(),
      made_by: optional(idColumn()),
    },
    primaryKey: ['id'],
  });
}
