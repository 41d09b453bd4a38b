/** Shifts, the open basket and finished sales with their lines, discounts and payments. */
import type { Kysely } from 'kysely';
import {
  basisPointsColumn,
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
  thousandthsColumn,
  wholeNumber,
} from '../columns.ts';
import { appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await shiftTables(db);
  await basketTables(db);
  await saleTables(db);
}

async function shiftTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'shift', {
    columns: {
      id: idColumn(),
      till_id: idOf('till'),
      number: wholeNumber({ least: 1 }),
      business_day: businessDayColumn(),
      opened_at: instantColumn(),
      opened_by: idOf('person'),
      float_som: somColumn(),
      closed_at: optional(instantColumn()),
      closed_by: optional(idOf('person')),
      counted_som: optional(somColumn()),
      expected_som: optional(signedSomColumn()),
    },
    primaryKey: ['id'],
    unique: [['till_id', 'number']],
  });
  await createIndex(db, 'shift', { columns: ['till_id'], unique: true, where: 'closed_at is null' });
}

async function basketTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'basket', {
    columns: {
      sale_id: idColumn(),
      till_id: idOf('till'),
      window_key: textColumn({ longest: 100 }),
      revision: wholeNumber(),
      state: oneOfColumn(['open', 'parked', 'done', 'dropped']),
      content_json: jsonColumn(),
      last_intention_id: idColumn(),
      opened_at: instantColumn(),
      changed_at: instantColumn(),
    },
    primaryKey: ['sale_id'],
  });
  await createIndex(db, 'basket', { columns: ['state', 'window_key'], where: "state in ('open', 'parked')" });
  await createTable(db, 'payment_attempt', {
    columns: {
      id: idColumn(),
      sale_id: idOf('basket', 'sale_id'),
      kind: oneOfColumn(['card', 'qr']),
      provider: textColumn({ longest: 20 }),
      amount_som: somColumn(),
      state: oneOfColumn(['asked', 'uncertain', 'taken', 'notTaken']),
      person_id: idOf('person'),
      asked_at: instantColumn(),
      changed_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'payment_attempt', { columns: ['sale_id'] });
}

async function saleTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'sale', {
    columns: {
      id: idColumn(),
      till_id: idOf('till'),
      number: wholeNumber({ least: 1 }),
      receipt_code: textColumn({ longest: 14 }),
      shift_id: idOf('shift'),
      person_id: idOf('person'),
      business_day: businessDayColumn(),
      sold_at: instantColumn(),
      customer_id: optional(idOf('customer')),
      identification: optional(textColumn({ longest: 20 })),
      claim_code: optional(textColumn({ longest: 14 })),
      claim_expires_on: optional(businessDayColumn()),
      language: oneOfColumn(['uz', 'ru', 'en']),
      gross_som: somColumn(),
      net_som: somColumn(),
      vat_som: somColumn(),
      rounding_som: signedSomColumn(),
      received_cash_som: somColumn(),
      change_som: somColumn(),
      bonus_spent_som: somColumn(),
      bonus_earned_som: somColumn(),
      bonus_balance_som: optional(signedSomColumn()),
      line_count: wholeNumber({ least: 1 }),
    },
    primaryKey: ['id'],
    unique: [['till_id', 'number'], ['receipt_code'], ['claim_code']],
  });
  await createIndex(db, 'sale', { columns: ['business_day', 'sold_at'] });
  await createIndex(db, 'sale', { columns: ['customer_id', 'sold_at'], where: 'customer_id is not null' });
  await createIndex(db, 'sale', { columns: ['shift_id'] });
  await appendOnly(db, 'sale');
  await createTable(db, 'sale_line', {
    columns: {
      sale_id: idOf('sale'),
      line_no: wholeNumber({ least: 1 }),
      product_id: idOf('product'),
      name_json: jsonColumn(),
      unit: textColumn({ longest: 20 }),
      price_som: somColumn(),
      quantity_thousandths: thousandthsColumn(),
      gross_som: somColumn(),
      net_som: somColumn(),
      settled_som: somColumn(),
      vat_basis_points: optional(basisPointsColumn()),
      vat_som: somColumn(),
      bonus_basis_points: basisPointsColumn(),
      bonus_share_som: somColumn(),
      gift_card_share_som: somColumn(),
      store_credit_share_som: somColumn(),
      debt_share_som: somColumn(),
      money_share_som: somColumn(),
    },
    primaryKey: ['sale_id', 'line_no'],
    clustered: true,
    checks: {
      shares_are_settled:
        'bonus_share_som + gift_card_share_som + store_credit_share_som + debt_share_som + money_share_som = settled_som',
    },
  });
  await appendOnly(db, 'sale_line');
  await saleChildTables(db);
}

async function saleChildTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'sale_adjustment', {
    columns: {
      sale_id: idOf('sale'),
      line_no: wholeNumber({ least: 1 }),
      adjustment_no: wholeNumber({ least: 1 }),
      step: textColumn({ longest: 20 }),
      source_id: textColumn({ longest: 80 }),
      reason_json: jsonColumn(),
      amount_som: somColumn(),
    },
    primaryKey: ['sale_id', 'line_no', 'adjustment_no'],
    clustered: true,
  });
  await appendOnly(db, 'sale_adjustment');
  await createTable(db, 'sale_tender', {
    columns: {
      sale_id: idOf('sale'),
      tender_no: wholeNumber({ least: 1 }),
      kind: textColumn({ longest: 20 }),
      provider: optional(textColumn({ longest: 20 })),
      amount_som: somColumn(),
      reference: optional(textColumn({ longest: 60 })),
    },
    primaryKey: ['sale_id', 'tender_no'],
    clustered: true,
  });
  await appendOnly(db, 'sale_tender');
  await createTable(db, 'sale_attachment', {
    columns: {
      sale_id: idOf('sale'),
      customer_id: idOf('customer'),
      how: oneOfColumn(['forgottenCard', 'claim']),
      person_id: idOf('person'),
      attached_at: instantColumn(),
    },
    primaryKey: ['sale_id'],
  });
  await createIndex(db, 'sale_attachment', { columns: ['customer_id'] });
  await appendOnly(db, 'sale_attachment');
}
