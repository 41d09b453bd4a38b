/** Gift cards, store credit and nasiya: what customers left with the shop, and what they owe it. */
import type { Kysely } from 'kysely';
import {
  businessDayColumn,
  flagColumn,
  idColumn,
  idOf,
  instantColumn,
  oneOfColumn,
  optional,
  somColumn,
  textColumn,
  wholeNumber,
} from '../columns.ts';
import { appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await movementIndex(db);
  await giftCardTables(db);
  await debtTables(db);
  await paymentTables(db);
}

/** Screens show the movements of these accounts; a sale that touches none of them pays nothing for it. */
async function movementIndex(db: Kysely<unknown>): Promise<void> {
  const shown = ['giftCard', 'storeCredit', 'customerDebt'].map((kind) => `account_kind = '${kind}'`);
  await createIndex(db, 'posting_entry', {
    columns: ['account_kind', 'subject_id'],
    where: shown.join(' or '),
  });
}

/** What is on a card stands in the ledger. */
async function giftCardTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'gift_card', {
    columns: {
      number: textColumn({ longest: 14 }),
      expires_on: optional(businessDayColumn()),
      blocked_at: optional(instantColumn()),
      block_reason: textColumn({ longest: 200 }),
      customer_id: optional(idOf('customer')),
      sold_on: businessDayColumn(),
      sold_at: instantColumn(),
    },
    primaryKey: ['number'],
  });
  await createIndex(db, 'gift_card', { columns: ['sold_at'] });
  await createIndex(db, 'gift_card', { columns: ['customer_id'], where: 'customer_id is not null' });
  await createTable(db, 'gift_card_sale', {
    columns: {
      id: idColumn(),
      till_id: idOf('till'),
      number: wholeNumber({ least: 1 }),
      card_number: idOf('gift_card', 'number'),
      kind: oneOfColumn(['sold', 'toppedUp']),
      amount_som: somColumn(),
      tender_kind: oneOfColumn(['cash', 'card', 'qr']),
      tender_provider: optional(textColumn({ longest: 20 })),
      received_cash_som: somColumn(),
      shift_id: idOf('shift'),
      person_id: idOf('person'),
      business_day: businessDayColumn(),
      sold_at: instantColumn(),
    },
    primaryKey: ['id'],
    unique: [['till_id', 'number']],
  });
  await createIndex(db, 'gift_card_sale', { columns: ['card_number'] });
  await createIndex(db, 'gift_card_sale', { columns: ['shift_id'] });
  await appendOnly(db, 'gift_card_sale');
}

async function debtTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'customer_credit', {
    columns: {
      customer_id: idOf('customer'),
      limit_som: somColumn(),
      changed_at: instantColumn(),
      changed_by: idOf('person'),
    },
    primaryKey: ['customer_id'],
  });
  await createTable(db, 'debt', {
    columns: {
      id: idColumn(),
      customer_id: idOf('customer'),
      origin: oneOfColumn(['sale', 'notebook']),
      sale_id: optional(idOf('sale')),
      taken_on: businessDayColumn(),
      due_on: businessDayColumn(),
      amount_som: somColumn(),
      open_som: somColumn(),
      note: textColumn({ longest: 200 }),
      created_by: idOf('person'),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
    checks: { open_is_part: 'open_som <= amount_som' },
  });
  await createIndex(db, 'debt', { columns: ['customer_id'] });
  await createIndex(db, 'debt', { columns: ['due_on'], where: 'open_som > 0' });
  await createIndex(db, 'debt', { columns: ['sale_id'], where: 'sale_id is not null' });
  await createIndex(db, 'debt', { columns: ['id'], where: "origin = 'notebook'" });
  await appendOnly(db, 'debt', { mayChange: ['customer_id', 'open_som', 'due_on'] });
}

/** What settled debts: money, store credit, goods that came back, and what the shop gave up. */
async function paymentTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'debt_payment', {
    columns: {
      id: idColumn(),
      till_id: idOf('till'),
      number: wholeNumber({ least: 1 }),
      customer_id: idOf('customer'),
      kind: oneOfColumn(['money', 'storeCredit', 'forgiven', 'returned']),
      tender_kind: optional(oneOfColumn(['cash', 'card', 'qr'])),
      tender_provider: optional(textColumn({ longest: 20 })),
      amount_som: somColumn(),
      received_cash_som: somColumn(),
      bonus_earned_som: somColumn(),
      note: textColumn({ longest: 200 }),
      shift_id: optional(idOf('shift')),
      person_id: idOf('person'),
      approver_id: optional(idOf('person')),
      is_alone: flagColumn(),
      business_day: businessDayColumn(),
      paid_at: instantColumn(),
    },
    primaryKey: ['id'],
    unique: [['till_id', 'number']],
  });
  await createIndex(db, 'debt_payment', { columns: ['customer_id'] });
  await createIndex(db, 'debt_payment', { columns: ['shift_id'] });
  await appendOnly(db, 'debt_payment', { mayChange: ['customer_id'] });
  await createTable(db, 'debt_payment_part', {
    columns: {
      payment_id: idOf('debt_payment'),
      debt_id: idOf('debt'),
      amount_som: somColumn(),
      bonus_som: somColumn(),
    },
    primaryKey: ['payment_id', 'debt_id'],
    clustered: true,
  });
  await createIndex(db, 'debt_payment_part', { columns: ['debt_id'] });
  await appendOnly(db, 'debt_payment_part');
}
