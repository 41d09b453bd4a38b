/** What the shop knows of a customer besides name and phone: facts with date and author, household, source, photo. */
import type { Kysely } from 'kysely';
import {
  idColumn,
  idOf,
  instantColumn,
  oneOfColumn,
  optional,
  otherwise,
  textColumn,
  wholeNumber,
} from '../columns.ts';
import { addColumns, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'household', {
    columns: { id: idColumn(), name: textColumn({ longest: 80 }), created_at: instantColumn() },
    primaryKey: ['id'],
  });
  await addColumns(db, 'customer', {
    gender: optional(oneOfColumn(['female', 'male'])),
    address: otherwise(textColumn({ longest: 160 }), ''),
    district: otherwise(textColumn({ longest: 80 }), ''),
    household_id: optional(idColumn()),
    source: optional(
      oneOfColumn([
        'friend',
        'passerby',
        'telegram',
        'instagram',
        'facebook',
        'tiktok',
        'leaflet',
        'partner',
        'other',
      ]),
    ),
    preferred_channel: optional(oneOfColumn(['phone', 'telegram', 'sms', 'email', 'shop'])),
    // The hour of the day from which the customer likes to be called.
    preferred_hour: optional(wholeNumber({ most: 23 })),
  });
  await createIndex(db, 'customer', { columns: ['household_id'], where: 'household_id is not null' });
  await phoneTable(db);
  await factTable(db);
  await photoTable(db);
}

/** More phones of a person; the one that finds bonus and messages stays in `customer.phone`. */
async function phoneTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'customer_phone', {
    columns: {
      phone: textColumn({ longest: 20 }),
      customer_id: idOf('customer'),
      label: otherwise(textColumn({ longest: 40 }), ''),
      added_at: instantColumn(),
    },
    primaryKey: ['phone'],
  });
  await createIndex(db, 'customer_phone', { columns: ['customer_id'] });
}

/** Sizes, tastes and allergies, each with its day and who wrote it down; what was taken back stays with its end. */
async function factTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'customer_fact', {
    columns: {
      id: idColumn(),
      customer_id: idOf('customer'),
      kind: oneOfColumn(['allergy', 'size', 'likes', 'note']),
      // Emptied when the customer is erased.
      words: textColumn({ longest: 200 }),
      person_id: optional(idColumn()),
      noted_at: instantColumn(),
      removed_at: optional(instantColumn()),
      removed_by: optional(idColumn()),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'customer_fact', { columns: ['customer_id', 'noted_at'] });
}

async function photoTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'customer_photo', {
    columns: {
      customer_id: idOf('customer'),
      image_base64: textColumn({ longest: 280_000 }),
      taken_at: instantColumn(),
      person_id: optional(idColumn()),
    },
    primaryKey: ['customer_id'],
  });
}
