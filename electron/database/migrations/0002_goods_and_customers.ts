/** Goods and their prices; customers, cards and consent; coupons and bonus lots. */
import type { Kysely } from 'kysely';
import {
  basisPointsColumn,
  businessDayColumn,
  flagColumn,
  idColumn,
  idOf,
  instantColumn,
  jsonColumn,
  oneOfColumn,
  optional,
  somColumn,
  textColumn,
  totalSomColumn,
  wholeNumber,
} from '../columns.ts';
import { appendOnly, createIndex, createTable } from '../schema.ts';
import { searchIndex } from '../search.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await catalogueTables(db);
  await customerTables(db);
  await couponTables(db);
  await loyaltyTables(db);
}

async function catalogueTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'category', {
    columns: { id: idColumn(), name_json: jsonColumn(), created_at: instantColumn() },
    primaryKey: ['id'],
  });
  await createTable(db, 'product', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      search_text: textColumn(),
      unit: oneOfColumn(['piece', 'kilogram', 'litre', 'metre', 'pack']),
      price_som: somColumn(),
      vat_kind: oneOfColumn(['shop', 'none', 'rate']),
      vat_basis_points: optional(basisPointsColumn()),
      category_id: optional(idOf('category')),
      is_quick_good: flagColumn(),
      is_active: flagColumn(),
      created_at: instantColumn(),
      changed_at: instantColumn(),
    },
    primaryKey: ['id'],
    checks: { rate_is_given: "(vat_kind = 'rate') = (vat_basis_points is not null)" },
  });
  await searchIndex(db, 'product', 'search_text');
  await createIndex(db, 'product', { columns: ['is_quick_good', 'created_at'], where: 'is_quick_good = 1' });
  await createTable(db, 'product_barcode', {
    columns: { barcode: textColumn({ longest: 48 }), product_id: idOf('product') },
    primaryKey: ['barcode'],
    clustered: true,
  });
  await createIndex(db, 'product_barcode', { columns: ['product_id'] });
  await createTable(db, 'product_price', {
    columns: {
      product_id: idOf('product'),
      from_at: instantColumn(),
      price_som: somColumn(),
      person_id: optional(idColumn()),
    },
    primaryKey: ['product_id', 'from_at'],
    clustered: true,
  });
  await appendOnly(db, 'product_price');
}

async function customerTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'customer', {
    columns: {
      id: idColumn(),
      name: textColumn({ longest: 80 }),
      phone: optional(textColumn({ longest: 20 })),
      phone_last4: optional(textColumn({ longest: 4 })),
      language: optional(oneOfColumn(['uz', 'ru', 'en'])),
      search_text: textColumn(),
      is_registered: flagColumn(),
      created_at: instantColumn(),
      created_by: optional(idColumn()),
    },
    primaryKey: ['id'],
    unique: [['phone']],
  });
  await createIndex(db, 'customer', { columns: ['phone_last4'] });
  await createIndex(db, 'customer', { columns: ['created_at'] });
  await searchIndex(db, 'customer', 'search_text');
  await createTable(db, 'customer_figure', {
    columns: {
      customer_id: idOf('customer'),
      visits: wholeNumber(),
      paid_som: totalSomColumn(),
      first_visit_on: businessDayColumn(),
      last_visit_on: businessDayColumn(),
    },
    primaryKey: ['customer_id'],
  });
  await createTable(db, 'card_batch', {
    columns: {
      id: idColumn(),
      card_count: wholeNumber({ least: 1 }),
      created_at: instantColumn(),
      created_by: optional(idColumn()),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'card', {
    columns: {
      number: textColumn({ longest: 60 }),
      batch_id: optional(idOf('card_batch')),
      customer_id: optional(idOf('customer')),
      kind: oneOfColumn(['instant', 'customer', 'alias']),
      issued_at: instantColumn(),
    },
    primaryKey: ['number'],
    clustered: true,
  });
  await createIndex(db, 'card', { columns: ['customer_id'] });
  await consentTables(db);
}

async function consentTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'consent', {
    columns: {
      id: idColumn(),
      customer_id: idOf('customer'),
      purpose: oneOfColumn(['profile', 'messages']),
      channel: oneOfColumn(['counter']),
      wording_version: textColumn({ longest: 40 }),
      wording_language: oneOfColumn(['uz', 'ru', 'en']),
      how: oneOfColumn(['spoken']),
      person_id: optional(idColumn()),
      given_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'consent', { columns: ['customer_id'] });
  await appendOnly(db, 'consent');
  await createTable(db, 'consent_withdrawal', {
    columns: {
      consent_id: idOf('consent'),
      person_id: optional(idColumn()),
      withdrawn_at: instantColumn(),
    },
    primaryKey: ['consent_id'],
  });
  await appendOnly(db, 'consent_withdrawal');
}

async function couponTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'coupon_series', {
    columns: {
      id: idColumn(),
      name_json: jsonColumn(),
      discount_som: somColumn(),
      minimum_basket_som: somColumn(),
      given_from_som: somColumn(),
      valid_days: wholeNumber({ least: 1, most: 365 }),
      is_given: flagColumn(),
      may_be_given_on: flagColumn(),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'coupon', {
    columns: {
      code: textColumn({ longest: 14 }),
      series_id: idOf('coupon_series'),
      state: oneOfColumn(['issued', 'redeemed', 'voided']),
      valid_from: businessDayColumn(),
      expires_on: businessDayColumn(),
      customer_id: optional(idOf('customer')),
      claim_code: optional(textColumn({ longest: 14 })),
      issued_sale_id: optional(idColumn()),
      issued_at: instantColumn(),
      redeemed_sale_id: optional(idColumn()),
      redeemed_at: optional(instantColumn()),
      redeemed_receipt_number: optional(wholeNumber({ least: 1 })),
      goodwill_reason: optional(textColumn({ longest: 120 })),
    },
    primaryKey: ['code'],
    unique: [['redeemed_sale_id']],
    checks: {
      redeemed_is_told: "(state = 'redeemed') = (redeemed_sale_id is not null and redeemed_at is not null)",
    },
  });
  await createIndex(db, 'coupon', { columns: ['customer_id', 'state'] });
  await createIndex(db, 'coupon', { columns: ['claim_code'], where: 'claim_code is not null' });
  await createIndex(db, 'coupon', { columns: ['issued_sale_id'] });
}

async function loyaltyTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'bonus_lot', {
    columns: {
      id: idColumn(),
      holder_kind: oneOfColumn(['customer', 'claim']),
      holder_id: textColumn({ longest: 80 }),
      sale_id: optional(idColumn()),
      earned_som: somColumn(),
      remaining_som: somColumn(),
      active_from: businessDayColumn(),
      expires_on: optional(businessDayColumn()),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
    checks: { remaining_is_part: 'remaining_som <= earned_som' },
  });
  await createIndex(db, 'bonus_lot', {
    columns: ['holder_kind', 'holder_id', 'expires_on'],
    where: 'remaining_som > 0',
  });
  await createIndex(db, 'bonus_lot', { columns: ['expires_on'], where: 'remaining_som > 0' });
  await createIndex(db, 'bonus_lot', { columns: ['sale_id'] });
  await createTable(db, 'bonus_lot_use', {
    columns: {
      id: idColumn(),
      lot_id: idOf('bonus_lot'),
      document_kind: textColumn({ longest: 40 }),
      document_id: textColumn({ longest: 80 }),
      kind: oneOfColumn(['spent', 'expired', 'claimed', 'takenBack', 'givenBack']),
      amount_som: somColumn(),
      used_at: instantColumn(),
    },
    primaryKey: ['id'],
    unique: [['lot_id', 'document_id', 'kind']],
  });
  await appendOnly(db, 'bonus_lot_use');
  await createTable(db, 'bonus_day_limit', {
    columns: {
      customer_id: idOf('customer'),
      business_day: businessDayColumn(),
      identification: oneOfColumn(['loose', 'instant']),
      spent_som: somColumn(),
    },
    primaryKey: ['customer_id', 'business_day', 'identification'],
    clustered: true,
  });
}
