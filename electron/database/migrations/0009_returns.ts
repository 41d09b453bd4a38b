/** Goods that come back: the document with its lines and what was paid back; and what a receipt said of the customer. */
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
  thousandthsColumn,
  wholeNumber,
} from '../columns.ts';
import { addColumns, appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await saleFacts(db);
  await returnTables(db);
}

/** What the sale must remember because the shop's settings may change before the goods come back. */
async function saleFacts(db: Kysely<unknown>): Promise<void> {
  /** Goods on credit earned with the sale itself; else they earn when they are repaid. */
  await addColumns(db, 'sale', { has_debt_earned: otherwise(flagColumn(), 0) });
  await createTable(db, 'sale_progress', {
    columns: { sale_id: idOf('sale'), progress_json: jsonColumn() },
    primaryKey: ['sale_id'],
    clustered: true,
  });
  await appendOnly(db, 'sale_progress');
}

async function returnTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'sale_return', {
    columns: {
      id: idColumn(),
      till_id: idOf('till'),
      number: wholeNumber({ least: 1 }),
      sale_id: idOf('sale'),
      /** Of this sale, counted from 1: two tills that take the same goods back at once meet here. */
      return_no: wholeNumber({ least: 1 }),
      shift_id: idOf('shift'),
      person_id: idOf('person'),
      approver_id: optional(idOf('person')),
      customer_id: optional(idOf('customer')),
      business_day: businessDayColumn(),
      returned_at: instantColumn(),
      reason: oneOfColumn(['quality', 'expired', 'wrong', 'changedMind', 'price']),
      /** What the goods counted for, all ways of paying together. */
      net_som: somColumn(),
      vat_som: somColumn(),
      /** Rounding and donation that came back with the money, above zero or below. */
      rounding_som: signedSomColumn(),
      donation_som: somColumn(),
      bonus_taken_back_som: somColumn(),
      /** The part of it that had burnt before and so moved nothing. */
      bonus_burnt_som: somColumn(),
      bonus_balance_som: optional(signedSomColumn()),
      is_whole: flagColumn(),
    },
    primaryKey: ['id'],
    unique: [
      ['till_id', 'number'],
      ['sale_id', 'return_no'],
    ],
  });
  await createIndex(db, 'sale_return', { columns: ['business_day'] });
  await createIndex(db, 'sale_return', { columns: ['shift_id'] });
  await appendOnly(db, 'sale_return');
  await createTable(db, 'sale_return_line', {
    columns: {
      return_id: idOf('sale_return'),
      /** The line's number on the sale. */
      line_no: wholeNumber({ least: 1 }),
      quantity_thousandths: thousandthsColumn(),
      bonus_som: somColumn(),
      gift_card_som: somColumn(),
      store_credit_som: somColumn(),
      debt_som: somColumn(),
      money_som: somColumn(),
    },
    primaryKey: ['return_id', 'line_no'],
    clustered: true,
    checks: { comes_back: 'quantity_thousandths > 0' },
  });
  await appendOnly(db, 'sale_return_line');
  await createTable(db, 'sale_return_tender', {
    columns: {
      return_id: idOf('sale_return'),
      tender_no: wholeNumber({ least: 1 }),
      kind: oneOfColumn(['bonus', 'giftCard', 'storeCredit', 'debt', 'card', 'qr', 'cash']),
      provider: optional(textColumn({ longest: 20 })),
      amount_som: somColumn(),
      reference: optional(textColumn({ longest: 60 })),
    },
    primaryKey: ['return_id', 'tender_no'],
    clustered: true,
  });
  await appendOnly(db, 'sale_return_tender');
}
