/** The verb coupon.settlement: a month of a partner, drawn up from uses, goods, payments and the ledger. */
import { type Kysely, sql } from 'kysely';
import { couponContract } from '../../shared/coupon/contract.ts';
import { daysOfMonth, settlementSums } from '../../shared/coupon/settlement.ts';
import { Refusal } from '../../shared/errors.ts';
import { type Som, som } from '../../shared/money.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import type { LocalText } from '../../shared/text.ts';
import { addDays, type BusinessDay, type ShopCalendar, startOfDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { readingVerb } from '../verb.ts';
import { rowToSeries } from './knownCoupon.ts';
import { partnerOfId } from './partners.ts';

type Db = Kysely<Tables>;

interface Month {
  readonly first: BusinessDay;
  readonly last: BusinessDay;
}

export const partnerSettlement = readingVerb(couponContract.settlement, async (scope, input) => {
  const { db, settings } = scope;
  const partner = await partnerOfId(db, input.partnerId);
  if (partner === null) throw new Refusal('NotFound', { what: 'partner' });
  const month = daysOfMonth(input.month);
  const series = await seriesOf(db, input.partnerId, month, calendarOf(settings));
  const goods = await goodsOf(db, input.partnerId, month);
  const payments = await paymentsOf(db, input.partnerId, month);
  return {
    partner,
    month: input.month,
    openingSom: await owedAfter(db, input.partnerId, addDays(month.first, -1)),
    series,
    goods,
    payments,
    ...settlementSums(series, goods, payments),
    returnedSom: await returnedOf(db, input.partnerId, month),
    closingSom: await owedAfter(db, input.partnerId, month.last),
  };
});

/** Written out rather than bound: only so does the engine use the index over partners' entries. */
const partnerAccount = sql.lit('partner');

/** What the partner owed at the end of a business day: all entries of their account up to it. */
async function owedAfter(db: Db, partnerId: string, day: BusinessDay): Promise<Som> {
  const row = await db
    .selectFrom('posting_entry')
    .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
    .select(({ fn }) => fn.sum<number | null>('posting_entry.amount_som').as('owed'))
    .where('posting_entry.account_kind', '=', partnerAccount)
    .where('posting_entry.subject_id', '=', partnerId)
    .where('posting.business_day', '<=', day)
    .executeTakeFirst();
  return som(row?.owed ?? 0);
}

/**
 * What came back to the partner with goods in the month. Uses that were given back whole stand in no series any more, on the
 * day on which they were made, so their part is not taken off twice.
 */
async function returnedOf(db: Db, partnerId: string, { first, last }: Month): Promise<Som> {
  const back = await db
    .selectFrom('posting_entry')
    .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
    .select(({ fn }) => fn.sum<number | null>('posting_entry.amount_som').as('sum'))
    .where('posting_entry.account_kind', '=', partnerAccount)
    .where('posting_entry.subject_id', '=', partnerId)
    .where('posting.document_kind', '=', 'goodsTakenBack')
    .where('posting.business_day', '>=', first)
    .where('posting.business_day', '<=', last)
    .executeTakeFirst();
  const unused = await db
    .selectFrom('coupon_use')
    .innerJoin('coupon_series', 'coupon_series.id', 'coupon_use.series_id')
    .select(({ fn }) => fn.sum<number | null>('coupon_use.partner_share_som').as('sum'))
    .where('coupon_series.partner_id', '=', partnerId)
    .where('coupon_use.business_day', '>=', first)
    .where('coupon_use.business_day', '<=', last)
    .where('coupon_use.given_back_at', 'is not', null)
    .executeTakeFirst();
  return som(-Number(back?.sum ?? 0) - Number(unused?.sum ?? 0));
}

/** The partner's series of which something was used or printed in the month. */
async function seriesOf(db: Db, partnerId: string, month: Month, calendar: ShopCalendar) {
  const rows = await db
    .selectFrom('coupon_series')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const settled = [];
  for (const { seriesId, name, usedAt } of rows.map(rowToSeries)) {
    const uses = await usesOf(db, seriesId, month);
    const printed = usedAt === 'partner' ? await printedOf(db, seriesId, month, calendar) : 0;
    if (uses.used > 0 || printed > 0) settled.push({ seriesId, name, ...uses, printed });
  }
  return settled;
}

async function usesOf(db: Db, seriesId: string, { first, last }: Month) {
  const row = await db
    .selectFrom('coupon_use')
    .select(({ fn }) => [
      fn.countAll<number>().as('used'),
      fn.sum<number | null>('amount_som').as('discount'),
      fn.sum<number | null>('partner_share_som').as('share'),
      fn.sum<number | null>('sale_net_som').as('brought'),
      fn.sum<number | null>('is_first_purchase').as('newCustomers'),
    ])
    .where('series_id', '=', seriesId)
    .where('business_day', '>=', first)
    .where('business_day', '<=', last)
    .where('given_back_at', 'is', null)
    .executeTakeFirst();
  return {
    used: row?.used ?? 0,
    discountSom: som(row?.discount ?? 0),
    partnerShareSom: som(row?.share ?? 0),
    broughtSom: som(row?.brought ?? 0),
    newCustomers: row?.newCustomers ?? 0,
  };
}

/** Coupons for the partner's shop that were given here in the month, with codes of theirs or of ours. */
async function printedOf(db: Db, seriesId: string, { first, last }: Month, calendar: ShopCalendar) {
  const from = startOfDay(first, calendar);
  const until = startOfDay(addDays(last, 1), calendar);
  const theirs = await db
    .selectFrom('partner_code')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('series_id', '=', seriesId)
    .where('given_at', '>=', from)
    .where('given_at', '<', until)
    .executeTakeFirst();
  const ours = await db
    .selectFrom('coupon')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('series_id', '=', seriesId)
    .where('issued_at', '>=', from)
    .where('issued_at', '<', until)
    .executeTakeFirst();
  return (theirs?.count ?? 0) + (ours?.count ?? 0);
}

async function goodsOf(db: Db, partnerId: string, { first, last }: Month) {
  const rows = await db
    .selectFrom('partner_goods')
    .innerJoin('product', 'product.id', 'partner_goods.product_id')
    .selectAll('partner_goods')
    .select('product.name_json')
    .where('partner_goods.partner_id', '=', partnerId)
    .where('partner_goods.given_on', '>=', first)
    .where('partner_goods.given_on', '<=', last)
    .orderBy('partner_goods.given_at')
    .execute();
  return rows.map((row) => ({
    givenOn: row.given_on,
    productName: JSON.parse(row.name_json) as LocalText,
    quantityThousandths: row.quantity_thousandths,
    costSom: row.cost_som,
    note: row.note,
  }));
}

async function paymentsOf(db: Db, partnerId: string, { first, last }: Month) {
  const rows = await db
    .selectFrom('partner_payment')
    .select(['paid_at', 'amount_som', 'note'])
    .where('partner_id', '=', partnerId)
    .where('paid_on', '>=', first)
    .where('paid_on', '<=', last)
    .orderBy('paid_at')
    .execute();
  return rows.map((row) => ({ at: row.paid_at, amountSom: row.amount_som, note: row.note }));
}
