/** Promotions and what they gave, and what goods and customers must tell for them. */
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
  signedSomColumn,
  somColumn,
  textColumn,
  totalSomColumn,
  wholeNumber,
} from '../columns.ts';
import { addColumns, appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await logoTable(db);
  await catalogueChanges(db);
  await customerChanges(db);
  await promotionTables(db);
}

async function catalogueChanges(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'brand', {
    columns: { id: idColumn(), name: textColumn({ longest: 80 }), created_at: instantColumn() },
    primaryKey: ['id'],
    unique: [['name']],
  });
  await addColumns(db, 'product', {
    brand_id: optional(idOf('brand')),
    tags_json: otherwise(jsonColumn(), '[]'),
    expires_on: optional(businessDayColumn()),
    is_discountable: otherwise(flagColumn(), 1),
  });
  await createIndex(db, 'product', { columns: ['expires_on'], where: 'expires_on is not null' });
  await createIndex(db, 'product', { columns: ['category_id'], where: 'category_id is not null' });
  await createTable(db, 'price_tag', {
    columns: {
      product_id: idOf('product'),
      price_som: somColumn(),
      old_price_som: optional(somColumn()),
      printed_at: instantColumn(),
    },
    primaryKey: ['product_id'],
  });
}

/** One picture for everything that is handed out; at most one row. */
async function logoTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'shop_logo', {
    columns: {
      id: oneOfColumn(['shop']),
      png_base64: textColumn({ longest: 450_000 }),
      width: wholeNumber({ least: 1 }),
      height: wholeNumber({ least: 1 }),
      changed_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
}

async function customerChanges(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, 'customer', {
    birth_date: optional(businessDayColumn()),
    birth_date_known_since: optional(businessDayColumn()),
    birthday_used_on: optional(businessDayColumn()),
    created_till_id: optional(idColumn()),
    created_on: optional(businessDayColumn()),
  });
  await createTable(db, 'customer_tag', {
    columns: { customer_id: idOf('customer'), tag: textColumn({ longest: 40 }), created_at: instantColumn() },
    primaryKey: ['customer_id', 'tag'],
    clustered: true,
  });
  await createTable(db, 'former_phone', {
    columns: {
      phone: textColumn({ longest: 20 }),
      customer_id: idOf('customer'),
      until_at: instantColumn(),
    },
    primaryKey: ['phone', 'customer_id'],
    clustered: true,
  });
  await addColumns(db, 'customer_figure', { receipts: otherwise(wholeNumber(), 0) });
  await countReceipts(db as Kysely<FigureTables>);
}

interface FigureTables {
  customer_figure: { customer_id: string; visits: number; receipts: number };
  sale: { customer_id: string | null };
  sale_attachment: { customer_id: string };
}

/**
 * Receipts were not counted before: they are the sales of the customer and those given to them later. The sales of an
 * instant card that joined a customer stand under the card, but its visits went over: each of them was a receipt.
 */
async function countReceipts(db: Kysely<FigureTables>): Promise<void> {
  await db
    .updateTable('customer_figure')
    .set(({ selectFrom, eb }) => ({
      receipts: eb(
        selectFrom('sale')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('sale.customer_id', '=', 'customer_figure.customer_id'),
        '+',
        selectFrom('sale_attachment')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('sale_attachment.customer_id', '=', 'customer_figure.customer_id'),
      ) as never,
    }))
    .execute();
  await db
    .updateTable('customer_figure')
    .set(({ ref }) => ({ receipts: ref('visits') }))
    .whereRef('receipts', '<', 'visits')
    .execute();
}

async function promotionTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'promotion', {
    columns: {
      id: idColumn(),
      state: oneOfColumn(['draft', 'live', 'paused', 'ended']),
      /** The whole promotion as `promotionSchema` reads it. */
      content_json: jsonColumn(),
      /** Sale prices and offers are promotions too; they are changed on their own pages. */
      origin: oneOfColumn(['form', 'salePrices', 'offer']),
      created_at: instantColumn(),
      created_by: optional(idColumn()),
      changed_at: instantColumn(),
      started_on: optional(businessDayColumn()),
      ended_on: optional(businessDayColumn()),
    },
    primaryKey: ['id'],
  });
  // What every scanned code asks (which promotions live, and did one change?) is answered from the index alone.
  await createIndex(db, 'promotion', { columns: ['state', 'id', 'changed_at'] });
  await createTable(db, 'promotion_use', {
    columns: {
      promotion_id: idOf('promotion'),
      document_id: idColumn(),
      document_kind: oneOfColumn(['sale', 'return']),
      business_day: businessDayColumn(),
      customer_id: optional(idOf('customer')),
      /** Below zero on a return that takes the use back. */
      amount_som: signedSomColumn(),
    },
    primaryKey: ['promotion_id', 'document_id'],
    clustered: true,
  });
  await createIndex(db, 'promotion_use', { columns: ['document_id'] });
  await appendOnly(db, 'promotion_use');
  await createTable(db, 'promotion_count', {
    columns: {
      promotion_id: idOf('promotion'),
      /** A customer's id; empty for all customers together. */
      subject: textColumn({ longest: 36 }),
      times: wholeNumber(),
      spent_som: totalSomColumn(),
      last_day: businessDayColumn(),
      times_last_day: wholeNumber(),
    },
    primaryKey: ['promotion_id', 'subject'],
    clustered: true,
  });
  await createTable(db, 'sale_reward', {
    columns: {
      sale_id: idOf('sale'),
      reward_no: wholeNumber({ least: 1 }),
      promotion_id: textColumn({ longest: 100 }),
      name_json: jsonColumn(),
      kind: textColumn({ longest: 40 }),
      reward_count: wholeNumber({ least: 1 }),
      benefit_json: jsonColumn(),
    },
    primaryKey: ['sale_id', 'reward_no'],
    clustered: true,
  });
  await appendOnly(db, 'sale_reward');
}
