/** Coupon series that can say everything, batches, uses, and partners with their codes. */
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
  totalSomColumn,
  wholeNumber,
} from '../columns.ts';
import { addColumns, appendOnly, createIndex, createTable, dropColumns } from '../schema.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await partnerTables(db);
  await seriesChanges(db);
  await couponChanges(db);
  await partnerCodeTables(db);
}

async function partnerTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'partner', {
    columns: {
      id: idColumn(),
      kind: oneOfColumn(['shop', 'blogger']),
      name: textColumn({ longest: 80 }),
      contact: textColumn({ longest: 120 }),
      note: textColumn({ longest: 400 }),
      is_active: flagColumn(),
      created_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createTable(db, 'partner_goods', {
    columns: {
      id: idColumn(),
      partner_id: idOf('partner'),
      product_id: idOf('product'),
      quantity_thousandths: thousandthsColumn(),
      /** What all of it cost the shop. */
      cost_som: somColumn(),
      given_on: businessDayColumn(),
      note: textColumn({ longest: 200 }),
      person_id: idColumn(),
      given_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'partner_goods', { columns: ['partner_id', 'given_on'] });
  await appendOnly(db, 'partner_goods');
  await createTable(db, 'partner_payment', {
    columns: {
      id: idColumn(),
      partner_id: idOf('partner'),
      /** Above zero the partner paid, below zero the shop did. */
      amount_som: signedSomColumn(),
      paid_on: businessDayColumn(),
      note: textColumn({ longest: 200 }),
      person_id: idColumn(),
      paid_at: instantColumn(),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'partner_payment', { columns: ['partner_id', 'paid_on'] });
  await appendOnly(db, 'partner_payment');
  // What a partner owed on a day is read from the ledger; the other accounts need no such index.
  await createIndex(db, 'posting_entry', { columns: ['subject_id'], where: "account_kind = 'partner'" });
}

interface FormerTables {
  coupon_series: {
    id: string;
    content_json: string;
    discount_som: number;
    minimum_basket_som: number;
    given_from_som: number;
    valid_days: number;
    may_be_given_on: 0 | 1;
    issued_count: number;
    redeemed_count: number;
    spent_som: number;
  };
  coupon: {
    code: string;
    series_id: string;
    state: string;
    uses_count: number;
    redeemed_sale_id: string | null;
    redeemed_at: string | null;
    redeemed_receipt_number: number | null;
    goodwill_reason: string | null;
  };
  coupon_use: Record<string, string | number | null>;
  sale: { id: string; business_day: string; person_id: string; customer_id: string | null; net_som: number };
  sale_adjustment: { sale_id: string; step: string; source_id: string; amount_som: number };
}

/** A series becomes a description that can say everything a coupon may give; what is counted is kept with it. */
async function seriesChanges(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, 'coupon_series', {
    content_json: otherwise(jsonColumn(), '{}'),
    partner_id: optional(idOf('partner')),
    issued_count: otherwise(wholeNumber(), 0),
    redeemed_count: otherwise(wholeNumber(), 0),
    /** What its coupons took off until now. */
    spent_som: otherwise(totalSomColumn(), 0),
  });
  const former = db as Kysely<FormerTables>;
  for (const row of await former.selectFrom('coupon_series').selectAll().execute()) {
    await former
      .updateTable('coupon_series')
      .set({ content_json: JSON.stringify(contentOfFormer(row)) })
      .where('id', '=', row.id)
      .execute();
  }
  await dropColumns(db, 'coupon_series', [
    'discount_som',
    'minimum_basket_som',
    'given_from_som',
    'valid_days',
    'may_be_given_on',
  ]);
}

function contentOfFormer(row: FormerTables['coupon_series']) {
  return {
    benefit: { kind: 'amount', amountSom: row.discount_som },
    scope: { kind: 'all' },
    minimumSom: row.minimum_basket_som,
    validity: { kind: 'days', days: row.valid_days },
    giving: { kind: 'everySale', fromSom: row.given_from_som },
    holding: 'bound',
    mayBeGivenOn: row.may_be_given_on === 1,
    usesPerCoupon: 1,
    budgetSom: null,
    codes: { kind: 'own' },
    usedAt: 'here',
    partnerBearsBasisPoints: 0,
    conditions: null,
  };
}

async function couponChanges(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'coupon_batch', {
    columns: {
      id: idColumn(),
      series_id: idOf('coupon_series'),
      /** What it was made for, so that each way of handing out can be counted. */
      kind: oneOfColumn([
        'sheet8',
        'sheet10',
        'strip',
        'neckHanger',
        'shelfCard',
        'posterA4',
        'posterA3',
        'flags',
        'message',
      ]),
      label: textColumn({ longest: 80 }),
      languages_json: jsonColumn(),
      coupon_count: wholeNumber({ least: 1, most: 20_000 }),
      made_count: wholeNumber(),
      /** How often its coupons were used. */
      redeemed_count: otherwise(wholeNumber(), 0),
      state: oneOfColumn(['making', 'ready', 'cancelled', 'voided']),
      created_at: instantColumn(),
      created_by: optional(idColumn()),
      closed_at: optional(instantColumn()),
      closed_by: optional(idColumn()),
      close_reason: optional(textColumn({ longest: 120 })),
      /** After it was closed: up to this place its unused coupons are marked as void. */
      swept_count: otherwise(wholeNumber(), 0),
    },
    primaryKey: ['id'],
  });
  await createIndex(db, 'coupon_batch', { columns: ['series_id', 'created_at'] });
  await createIndex(db, 'coupon_batch', { columns: ['state'] });
  await addColumns(db, 'coupon', {
    batch_id: optional(idOf('coupon_batch')),
    /** Its place in the batch, from 1. */
    batch_no: optional(wholeNumber({ least: 1 })),
    uses_allowed: otherwise(wholeNumber({ least: 1, most: 1_000_000 }), 1),
    uses_count: otherwise(wholeNumber(), 0),
    issued_by: optional(idColumn()),
    voided_at: optional(instantColumn()),
    voided_by: optional(idColumn()),
    void_reason: optional(textColumn({ longest: 120 })),
  });
  await createIndex(db, 'coupon', {
    columns: ['batch_id', 'batch_no'],
    unique: true,
    where: 'batch_id is not null',
  });
  await createIndex(db, 'coupon', { columns: ['series_id', 'issued_at'] });
  await createIndex(db, 'coupon', { columns: ['series_id', 'state', 'issued_at'] });
  await createIndex(db, 'coupon', { columns: ['series_id', 'state', 'expires_on', 'issued_at'] });
  await useTable(db);
  await keepFormerUses(db as Kysely<FormerTables>);
}

/** Every use of a coupon, ours or a partner's; a receipt uses one at most. */
async function useTable(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'coupon_use', {
    columns: {
      code: textColumn({ longest: 48 }),
      use_no: wholeNumber({ least: 1 }),
      series_id: idOf('coupon_series'),
      sale_id: idColumn(),
      business_day: businessDayColumn(),
      used_at: instantColumn(),
      person_id: idColumn(),
      receipt_number: wholeNumber({ least: 1 }),
      customer_id: optional(idColumn()),
      /** What it took off. */
      amount_som: somColumn(),
      /** What the partner owes for it; 0 when the shop bears it. */
      partner_share_som: somColumn(),
      /** What the receipt came to with it. */
      sale_net_som: somColumn(),
      is_first_purchase: flagColumn(),
      is_after_payment_key: flagColumn(),
      goodwill_reason: optional(textColumn({ longest: 120 })),
      /** The coupon's batch, so that what each batch brought is summed here. */
      batch_id: optional(idColumn()),
      /** The person who took it is the one who gave it by hand. */
      is_by_giver: otherwise(flagColumn(), 0),
      /** Set when a full return of the same day gave the use back. */
      given_back_at: optional(instantColumn()),
    },
    primaryKey: ['code', 'use_no'],
    unique: [['sale_id']],
    clustered: true,
  });
  await createIndex(db, 'coupon_use', { columns: ['series_id', 'business_day'] });
  await createIndex(db, 'coupon_use', {
    columns: ['series_id', 'customer_id', 'business_day', 'given_back_at'],
    where: 'customer_id is not null',
  });
  await appendOnly(db, 'coupon_use', { mayChange: ['given_back_at'] });
}

/** Uses from before are those that stand on the coupons; counts follow from them. */
async function keepFormerUses(db: Kysely<FormerTables>): Promise<void> {
  const used = await db
    .selectFrom('coupon')
    .innerJoin('sale', 'sale.id', 'coupon.redeemed_sale_id')
    .select((eb) => [
      'coupon.code',
      'coupon.series_id',
      'coupon.redeemed_at',
      'coupon.redeemed_receipt_number',
      'coupon.goodwill_reason',
      'sale.id as sale_id',
      'sale.business_day',
      'sale.person_id',
      'sale.customer_id',
      'sale.net_som',
      eb
        .selectFrom('sale_adjustment')
        .select((sum) => sum.fn.sum<number>('sale_adjustment.amount_som').as('amount'))
        .whereRef('sale_adjustment.sale_id', '=', 'sale.id')
        .where('sale_adjustment.step', '=', 'coupon')
        .as('amount_som'),
    ])
    .execute();
  for (const row of used) {
    await db
      .insertInto('coupon_use')
      .values({
        code: row.code,
        use_no: 1,
        series_id: row.series_id,
        sale_id: row.sale_id,
        business_day: row.business_day,
        used_at: row.redeemed_at,
        person_id: row.person_id,
        receipt_number: row.redeemed_receipt_number ?? 1,
        customer_id: row.customer_id,
        amount_som: row.amount_som ?? 0,
        partner_share_som: 0,
        sale_net_som: row.net_som,
        is_first_purchase: 0,
        is_after_payment_key: 0,
        goodwill_reason: row.goodwill_reason,
        given_back_at: null,
      })
      .execute();
  }
  await db.updateTable('coupon').set({ uses_count: 1 }).where('state', '=', 'redeemed').execute();
  await countSeries(db);
}

async function countSeries(db: Kysely<FormerTables>): Promise<void> {
  for (const { id } of await db.selectFrom('coupon_series').select('id').execute()) {
    const issued = await db
      .selectFrom('coupon')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('series_id', '=', id)
      .executeTakeFirst();
    const used = await db
      .selectFrom('coupon_use')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number>('amount_som').as('amount')])
      .where('series_id', '=', id)
      .executeTakeFirst();
    await db
      .updateTable('coupon_series')
      .set({
        issued_count: issued?.count ?? 0,
        redeemed_count: used?.count ?? 0,
        spent_som: used?.amount ?? 0,
      })
      .where('id', '=', id)
      .execute();
  }
}

/** Codes of partners: lists that were imported, and codes of a range once they were seen. */
async function partnerCodeTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'code_import', {
    columns: {
      id: idColumn(),
      series_id: idOf('coupon_series'),
      file_name: textColumn({ longest: 200 }),
      /** How often each of its codes may be used; null without bound. */
      uses_allowed: optional(wholeNumber({ least: 1 })),
      /** Its codes count from the moment it is done; until then they are nobody's. */
      state: oneOfColumn(['reading', 'done', 'cancelled']),
      row_count: wholeNumber(),
      code_count: wholeNumber(),
      created_at: instantColumn(),
      created_by: optional(idColumn()),
      closed_at: optional(instantColumn()),
    },
    primaryKey: ['id'],
  });
  // Not clustered: the rows of a list lie in the order of the file, so that only one index is written here and there.
  await createTable(db, 'partner_code', {
    columns: {
      code: textColumn({ longest: 48 }),
      series_id: idOf('coupon_series'),
      import_id: optional(idOf('code_import')),
      state: oneOfColumn(['free', 'given', 'redeemed', 'voided']),
      /** Null for a code without a limit, as a blogger has. */
      uses_allowed: optional(wholeNumber({ least: 1 })),
      uses_count: wholeNumber(),
      given_sale_id: optional(idColumn()),
      given_at: optional(instantColumn()),
    },
    primaryKey: ['code'],
  });
  await createIndex(db, 'partner_code', { columns: ['series_id', 'state'] });
  await createIndex(db, 'partner_code', { columns: ['import_id', 'state'], where: 'import_id is not null' });
  await createIndex(db, 'partner_code', {
    columns: ['given_sale_id'],
    where: 'given_sale_id is not null',
  });
}
