/** The counter: returns without a receipt, exchanges, sales written on paper, bonus that is withheld from money. */
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
  otherwise,
  somColumn,
  textColumn,
  thousandthsColumn,
  wholeNumber,
} from '../columns.ts';
import { addColumns, appendOnly, createIndex, createTable } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  // When it was typed in, of a sale that was written on paper; sold_at and business_day are those of the paper.
  await addColumns(db, 'sale', { entered_at: optional(instantColumn()) });
  // Earned bonus that was spent already and so was kept from the money that went back.
  await addColumns(db, 'sale_return', { withheld_som: otherwise(somColumn(), 0) });
  await exchangeTables(db);
  await looseReturnTables(db);
}

/** A sale that was paid with goods that came back. */
async function exchangeTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'sale_exchange', {
    columns: {
      sale_id: idOf('sale'),
      return_id: idOf('sale_return'),
      /** What of the return's money paid for the sale, and what was left of it and handed back. */
      used_som: somColumn(),
      rest_som: somColumn(),
    },
    primaryKey: ['sale_id'],
    unique: [['return_id']],
    clustered: true,
  });
  await appendOnly(db, 'sale_exchange');
  // How the money that paid so had once come: goods of this sale go back to the same.
  await createTable(db, 'sale_exchange_origin', {
    columns: {
      sale_id: idOf('sale_exchange', 'sale_id'),
      origin_no: wholeNumber({ least: 1 }),
      kind: oneOfColumn(['cash', 'card', 'qr']),
      provider: optional(textColumn({ longest: 20 })),
      amount_som: somColumn(),
    },
    primaryKey: ['sale_id', 'origin_no'],
    clustered: true,
  });
  await appendOnly(db, 'sale_exchange_origin');
}

/** Goods that came back without a receipt. */
async function looseReturnTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'loose_return', {
    columns: {
      id: idColumn(),
      till_id: idOf('till'),
      number: wholeNumber({ least: 1 }),
      shift_id: idOf('shift'),
      person_id: idOf('person'),
      approver_id: optional(idOf('person')),
      customer_id: optional(idOf('customer')),
      business_day: businessDayColumn(),
      returned_at: instantColumn(),
      reason: oneOfColumn(['quality', 'expired', 'wrong', 'changedMind', 'price']),
      /** What the person said of it; it stays here and is no part of the journal. */
      note: textColumn({ longest: 200 }),
      money_back: oneOfColumn(['cash', 'storeCredit']),
      net_som: somColumn(),
      vat_som: somColumn(),
    },
    primaryKey: ['id'],
    unique: [['till_id', 'number']],
    checks: { account_has_owner: "money_back = 'cash' or customer_id is not null" },
  });
  await createIndex(db, 'loose_return', { columns: ['business_day'] });
  await createIndex(db, 'loose_return', { columns: ['shift_id'] });
  await appendOnly(db, 'loose_return');
  await createTable(db, 'loose_return_line', {
    columns: {
      return_id: idOf('loose_return'),
      line_no: wholeNumber({ least: 1 }),
      product_id: idOf('product'),
      name_json: jsonColumn(),
      unit: textColumn({ longest: 20 }),
      quantity_thousandths: thousandthsColumn(),
      price_som: somColumn(),
      net_som: somColumn(),
      vat_basis_points: optional(basisPointsColumn()),
      vat_som: somColumn(),
    },
    primaryKey: ['return_id', 'line_no'],
    clustered: true,
    checks: { comes_back: 'quantity_thousandths > 0' },
  });
  await appendOnly(db, 'loose_return_line');
}
