/** What the shop knows of a customer besides name and phone: facts with date and author, household, source, photo. */
import type { Kysely } from 'kysely';
import {
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
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
  await changeTable(db);
  await whatATimelineAsksFor(db);
}

/** More phones of a person; the one that finds bonus and messages stays in `customer.phone`. */
async function phoneTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'customer_phone', {
    columns: {
      phone: textColumn({ longest: 20 }),
      phone_last4: textColumn({ longest: 4 }),
      customer_id: idOf('customer'),
      label: otherwise(textColumn({ longest: 40 }), ''),
      added_at: instantColumn(),
    },
    primaryKey: ['phone'],
  });
  await createIndex(db, 'customer_phone', { columns: ['phone_last4'] });
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

/** What was changed of a customer and when: which fields, never what they held. The journal itself knows no customers. */
async function changeTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'customer_change', {
    columns: {
      document_id: textColumn({ longest: 80 }),
      customer_id: idOf('customer'),
      document_kind: textColumn({ longest: 40 }),
      changed_json: jsonColumn(),
      person_id: optional(idColumn()),
      changed_at: instantColumn(),
    },
    primaryKey: ['document_id'],
  });
  await createIndex(db, 'customer_change', { columns: ['customer_id', 'changed_at'] });
  await keepFormerChanges(db as Kysely<ChangeTables>);
}

const changesAtOnce = 500;

/** Changes from before stand in the journal alone. */
async function keepFormerChanges(db: Kysely<ChangeTables>): Promise<void> {
  const kinds = ['customerCreated', 'customerChanged', 'customerMerged', 'cardBlocked', 'cardReplaced'];
  const rows = await db
    .selectFrom('journal')
    .select(['document_id', 'document_kind', 'written_at', 'content_json'])
    .where('document_kind', 'in', [...kinds, 'creditLimitSet'])
    .orderBy('till_id')
    .orderBy('sequence')
    .execute();
  const known = new Set((await db.selectFrom('customer').select('id').execute()).map(({ id }) => id));
  const changes = rows.flatMap((row) => {
    const { customer, person, content } = JSON.parse(row.content_json) as FormerDocument;
    const customerId = customer ?? content.customerId;
    if (customerId === undefined || !known.has(customerId)) return [];
    return [
      {
        document_id: row.document_id,
        customer_id: customerId,
        document_kind: row.document_kind,
        changed_json: JSON.stringify(content.changed ?? []),
        person_id: person,
        changed_at: row.written_at,
      },
    ];
  });
  for (let from = 0; from < changes.length; from += changesAtOnce) {
    await db
      .insertInto('customer_change')
      .values(changes.slice(from, from + changesAtOnce))
      .onConflict((conflict) => conflict.column('document_id').doNothing())
      .execute();
  }
}

interface FormerDocument {
  readonly customer: string | null;
  readonly person: string | null;
  readonly content: { readonly customerId?: string; readonly changed?: readonly string[] };
}

/** The tables as they stand here, for the rows that are carried over. */
interface ChangeTables {
  customer: { id: string };
  journal: {
    till_id: string;
    sequence: number;
    document_id: string;
    document_kind: string;
    written_at: string;
    content_json: string;
  };
  customer_change: {
    document_id: string;
    customer_id: string;
    document_kind: string;
    changed_json: string;
    person_id: string | null;
    changed_at: string;
  };
}

/** Whatever a customer's page lists is found by the customer. */
async function whatATimelineAsksFor(db: Kysely<unknown>): Promise<void> {
  const where = 'customer_id is not null';
  await createIndex(db, 'sale_return', { columns: ['customer_id'], where });
  await createIndex(db, 'loose_return', { columns: ['customer_id'], where });
  await createIndex(db, 'coupon_use', { columns: ['customer_id'], where });
  await createIndex(db, 'correction', { columns: ['customer_id'], where });
}
