/** The sale room's SQL: the open basket, and finished sales. */
import { type Kysely, sql } from 'kysely';
import { type BasketContent, basketContentSchema } from '../../shared/sale/basketContent.ts';
import type { LocalText } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { everyIdOf } from '../customer/queries.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { readOnce } from '../readOnce.ts';
import type { SalePlace } from './salePlace.ts';

type Db = Kysely<Tables>;

export interface StoredBasket {
  readonly saleId: string;
  readonly key: string;
  readonly revision: number;
  readonly state: Tables['basket']['state'];
  readonly content: BasketContent;
  readonly lastIntentionId: string;
  readonly changedAt: Instant;
}

const basketColumns = [
  'sale_id',
  'window_key',
  'revision',
  'state',
  'content_json',
  'last_intention_id',
  'changed_at',
] as const;

const basketQuery = hotQuery((db: Db, value: { saleId: string }) =>
  db.selectFrom('basket').select(basketColumns).where('sale_id', '=', value.saleId),
);

type State = StoredBasket['state'];
/** The index over baskets that are not done names the same states in the same order. */
const livingStates = [sql.lit<State>('open'), sql.lit<State>('parked')] as const;

/**
 * Baskets in a state, without reading all that were ever sold. The states are written out rather than bound as parameters:
 * only so can the engine see that the index holds the rows.
 */
export function livingBaskets(db: Db, state: 'open' | 'parked') {
  return db
    .selectFrom('basket')
    .select(basketColumns)
    .where('state', 'in', livingStates)
    .where('state', '=', sql.lit<State>(state));
}

const openBasketQuery = hotQuery((db: Db, value: { key: string }) =>
  livingBaskets(db, 'open').where('window_key', '=', value.key).orderBy('changed_at', 'desc').limit(1),
);

const contentOf = readOnce((text) => basketContentSchema.parse(JSON.parse(text)));

function rowToBasket(row: {
  sale_id: string;
  window_key: string;
  revision: number;
  state: Tables['basket']['state'];
  content_json: string;
  last_intention_id: string;
  changed_at: string;
}): StoredBasket {
  return {
    saleId: row.sale_id,
    key: row.window_key,
    revision: row.revision,
    state: row.state,
    content: contentOf(row.sale_id, row.content_json),
    lastIntentionId: row.last_intention_id,
    changedAt: row.changed_at as Instant,
  };
}

export async function basketOfSale(db: Db, saleId: string): Promise<StoredBasket | null> {
  const row = await basketQuery.first(db, { saleId });
  return row === undefined ? null : rowToBasket(row);
}

/** The basket that is open in a window. */
export async function openBasketOf(db: Db, key: string): Promise<StoredBasket | null> {
  const row = await openBasketQuery.first(db, { key });
  return row === undefined ? null : rowToBasket(row);
}

/** An open basket whose window is gone: the till was restarted, or the browser was. The oldest act decides. */
export async function orphanBaskets(db: Db, livingKeys: readonly string[]): Promise<readonly StoredBasket[]> {
  let query = livingBaskets(db, 'open');
  if (livingKeys.length > 0) query = query.where('window_key', 'not in', [...livingKeys]);
  return (await query.orderBy('changed_at', 'desc').execute()).map(rowToBasket);
}

export async function parkedBaskets(db: Db): Promise<readonly StoredBasket[]> {
  const rows = await livingBaskets(db, 'parked').orderBy('changed_at').execute();
  return rows.map(rowToBasket);
}

export const insertBasket = hotInsert('basket', [
  'sale_id',
  'till_id',
  'window_key',
  'revision',
  'state',
  'content_json',
  'last_intention_id',
  'opened_at',
  'changed_at',
]);

const updateBasketQuery = hotQuery(
  (
    db: Db,
    value: {
      saleId: string;
      key: string;
      revision: number;
      state: Tables['basket']['state'];
      content: string;
      intentionId: string;
      at: string;
    },
  ) =>
    db
      .updateTable('basket')
      .set({
        window_key: value.key,
        revision: value.revision,
        state: value.state,
        content_json: value.content,
        last_intention_id: value.intentionId,
        changed_at: value.at,
      })
      .where('sale_id', '=', value.saleId),
);

export async function saveBasket(db: Db, basket: StoredBasket): Promise<void> {
  const content = JSON.stringify(basket.content);
  contentOf.keep(basket.saleId, content, basket.content);
  await updateBasketQuery.all(db, {
    saleId: basket.saleId,
    key: basket.key,
    revision: basket.revision,
    state: basket.state,
    content,
    intentionId: basket.lastIntentionId,
    at: basket.changedAt,
  });
}

const attemptsQuery = hotQuery((db: Db, value: { saleId: string }) =>
  db
    .selectFrom('payment_attempt')
    .select(['id', 'kind', 'provider', 'amount_som', 'state'])
    .where('sale_id', '=', value.saleId)
    .orderBy('asked_at'),
);

export type PaymentAttempt = Awaited<ReturnType<typeof attemptsOf>>[number];

/** Non-cash payments that were begun on a basket, oldest first. */
export function attemptsOf(db: Db, saleId: string) {
  return attemptsQuery.all(db, { saleId });
}

const insertSale = hotInsert('sale', [
  'id',
  'till_id',
  'number',
  'receipt_code',
  'shift_id',
  'person_id',
  'business_day',
  'sold_at',
  'customer_id',
  'identification',
  'claim_code',
  'claim_expires_on',
  'language',
  'gross_som',
  'net_som',
  'vat_som',
  'rounding_som',
  'received_cash_som',
  'change_som',
  'bonus_spent_som',
  'bonus_earned_som',
  'bonus_balance_som',
  'line_count',
  'has_debt_earned',
  'entered_at',
]);

const insertSaleLines = hotInsert('sale_line', [
  'sale_id',
  'line_no',
  'product_id',
  'name_json',
  'unit',
  'price_som',
  'quantity_thousandths',
  'gross_som',
  'net_som',
  'settled_som',
  'vat_basis_points',
  'vat_som',
  'bonus_basis_points',
  'bonus_share_som',
  'gift_card_share_som',
  'store_credit_share_som',
  'debt_share_som',
  'money_share_som',
  'cost_som',
]);

const insertAdjustments = hotInsert('sale_adjustment', [
  'sale_id',
  'line_no',
  'adjustment_no',
  'step',
  'source_id',
  'reason_json',
  'amount_som',
]);

const insertTenders = hotInsert('sale_tender', [
  'sale_id',
  'tender_no',
  'kind',
  'provider',
  'amount_som',
  'reference',
]);

export const insertRewards = hotInsert('sale_reward', [
  'sale_id',
  'reward_no',
  'promotion_id',
  'name_json',
  'kind',
  'reward_count',
  'benefit_json',
]);

/** Saves a sale with all its parts but the rewards, which may name coupons that it brings. */
export async function insertRows(db: Db, rows: Omit<SaleRows, 'rewards'>): Promise<void> {
  await insertSale.one(db, rows.sale);
  await insertSaleLines.many(db, rows.lines);
  await insertAdjustments.many(db, rows.adjustments);
  await insertTenders.many(db, rows.tenders);
}

/** One finished sale with all its parts, as the receipt and the screens need it. */
export async function saleWithParts(db: Db, saleId: string) {
  const sale = await db.selectFrom('sale').selectAll().where('id', '=', saleId).executeTakeFirst();
  if (sale === undefined) return null;
  const lines = await db
    .selectFrom('sale_line')
    .selectAll()
    .where('sale_id', '=', saleId)
    .orderBy('line_no')
    .execute();
  const adjustments = await db
    .selectFrom('sale_adjustment')
    .selectAll()
    .where('sale_id', '=', saleId)
    .orderBy('line_no')
    .orderBy('adjustment_no')
    .execute();
  const tenders = await db
    .selectFrom('sale_tender')
    .selectAll()
    .where('sale_id', '=', saleId)
    .orderBy('tender_no')
    .execute();
  const rewards = await db
    .selectFrom('sale_reward')
    .selectAll()
    .where('sale_id', '=', saleId)
    .orderBy('reward_no')
    .execute();
  return { sale, lines, adjustments, tenders, rewards };
}
/** The rows of one sale, as they are saved and as they are read. */
export type SaleRows = NonNullable<Awaited<ReturnType<typeof saleWithParts>>>;

const saleOfReceiptCodeQuery = hotQuery((db: Db, value: { code: string }) =>
  db
    .selectFrom('sale')
    .select(['id', 'number', 'customer_id', 'business_day', 'claim_code', 'claim_expires_on', 'net_som'])
    .where('receipt_code', '=', value.code),
);

export function saleOfReceiptCode(db: Db, code: string) {
  return saleOfReceiptCodeQuery.first(db, { code });
}

export function saleOfClaimCode(db: Db, code: string) {
  return db
    .selectFrom('sale')
    .select(['id', 'number', 'customer_id', 'business_day', 'claim_code', 'claim_expires_on', 'net_som'])
    .where('claim_code', '=', code)
    .executeTakeFirst();
}

/** The name of the fund for which a sale was rounded up; null where it was not. */
export async function fundOfSale(db: Db, saleId: string): Promise<LocalText | null> {
  const row = await db
    .selectFrom('donation')
    .innerJoin('fund', 'fund.id', 'donation.fund_id')
    .select('fund.name_json')
    .where('donation.sale_id', '=', saleId)
    .where('donation.kind', '=', 'roundUp')
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.name_json) as LocalText);
}

/** Who was attached to a finished sale later. */
export function attachmentOf(db: Db, saleId: string) {
  return db
    .selectFrom('sale_attachment')
    .select(['customer_id', 'how'])
    .where('sale_id', '=', saleId)
    .executeTakeFirst();
}

/** Finished sales, newest first, with the names a list shows; `before` is where the page before ended. */
export function recentSales(
  db: Db,
  before: SalePlace | null,
  limit: number,
  days: { readonly from?: string | null; readonly to?: string | null } = {},
) {
  let query = db
    .selectFrom('sale')
    .innerJoin('person', 'person.id', 'sale.person_id')
    .leftJoin('customer', 'customer.id', 'sale.customer_id')
    .select([
      'sale.id',
      'sale.number',
      'sale.business_day',
      'sale.sold_at',
      'sale.net_som',
      'sale.line_count',
      'person.name as person_name',
      'customer.name as customer_name',
      'customer.phone as customer_phone',
    ]);
  if (days.from) query = query.where('sale.business_day', '>=', days.from);
  if (days.to) query = query.where('sale.business_day', '<=', days.to);
  if (before !== null) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('sale.business_day', 'sale.sold_at', 'sale.id'),
        '<',
        tuple(before.businessDay, before.soldAt, before.id),
      ),
    );
  }
  return query
    .orderBy('sale.business_day', 'desc')
    .orderBy('sale.sold_at', 'desc')
    .orderBy('sale.id', 'desc')
    .limit(limit)
    .execute();
}

const lastSaleQuery = hotQuery((db: Db, value: { customerId: string }) =>
  db
    .selectFrom('sale')
    .select(['id', 'sold_at'])
    .where('customer_id', 'in', everyIdOf(db, value.customerId))
    .orderBy('sold_at', 'desc')
    .limit(1),
);

const lastAttachedQuery = hotQuery((db: Db, value: { customerId: string }) =>
  db
    .selectFrom('sale_attachment')
    .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
    .select(['sale.id', 'sale.sold_at'])
    .where('sale_attachment.customer_id', 'in', everyIdOf(db, value.customerId))
    .orderBy('sale.sold_at', 'desc')
    .limit(1),
);

/** The newest sale of a customer, made for them or given to them later; null when there is none. */
export async function lastSaleIdOf(db: Db, customerId: string): Promise<string | null> {
  const made = await lastSaleQuery.first(db, { customerId });
  const given = await lastAttachedQuery.first(db, { customerId });
  if (made === undefined || given === undefined) return made?.id ?? given?.id ?? null;
  return made.sold_at >= given.sold_at ? made.id : given.id;
}
