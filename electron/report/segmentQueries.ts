/** The customers whom one condition of a group fits, as queries for the heavy reader. */
import type { Kysely } from 'kysely';
import type { SegmentCondition } from '../../shared/customer/segment.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import { everybodyWhoConsented } from '../customer/inTransaction.ts';
import type { Tables } from '../database/tables.ts';
import type { DaySpan } from './daySpans.ts';

type Db = Kysely<Tables>;
type Of<Kind extends SegmentCondition['kind']> = Extract<SegmentCondition, { kind: Kind }>;

/** Everybody whom the shop may group: known by phone or name, nobody else today, neither taken back nor erased. */
export function everybody(db: Db) {
  return db
    .selectFrom('customer')
    .select(['id', 'birth_date'])
    .where('merged_into_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('erased_at', 'is', null)
    .where('is_registered', '=', 1)
    .orderBy('id');
}

/** Who became whom, so that an old receipt counts for the person of today. */
export function merged(db: Db) {
  return db.selectFrom('customer').select(['id', 'merged_into_id']).where('merged_into_id', 'is not', null);
}

/** The first day of a window of so many days that ends today; null is all the time. */
export function windowStart(today: BusinessDay, withinDays: number | null): BusinessDay {
  return withinDays === null ? ('0001-01-01' as BusinessDay) : addDays(today, 1 - withinDays);
}

/** Customers whose ids lie between two ids, both of them meant. */
export interface IdSpan {
  readonly from: string;
  readonly to: string;
}

/** Money paid as tiers count it: bonus and unpaid debt are not in it, what came back is taken off. */
export function paidSince(db: Db, since: BusinessDay, { from, to }: IdSpan) {
  return db
    .selectFrom('customer_paid_day')
    .select(({ fn }) => ['customer_id as id', fn.sum<number>('paid_som').as('sum_som')])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('business_day', '>=', since)
    .groupBy('customer_id');
}

/** The kept figures of customers: days on which they came, all the time that the shop knows. */
export function figuresIn(db: Db, { from, to }: IdSpan) {
  return db
    .selectFrom('customer_figure')
    .select(['customer_id as id', 'visits', 'first_visit_on', 'last_visit_on'])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to);
}

/** Customers as a list shows them. */
export function namedCustomers(db: Db, ids: readonly string[]) {
  return db.selectFrom('customer').select(['id', 'name', 'phone']).where('id', 'in', ids);
}

/** What customers bought without VAT, and the part of it whose purchase price was known, with what it had cost. */
export function earnedIn(db: Db, span: DaySpan) {
  return boughtLines(db, span)
    .select(({ eb, fn, lit, ref }) => {
      const withoutVat = eb(ref('sale_line.net_som'), '-', ref('sale_line.vat_som'));
      const known = eb.case().when('sale_line.cost_som', 'is not', null).then(withoutVat).else(lit(0)).end();
      return [
        'sold.customer_id as id',
        fn.sum<number>(withoutVat).as('income_som'),
        fn.sum<number>(known).as('known_som'),
        fn.sum<number | null>('sale_line.cost_som').as('cost_som'),
      ];
    })
    .groupBy('sold.customer_id');
}

/**
 * The lines of receipts that belong to a customer, theirs from the start or given to them later. The receipts of the days
 * are found first: without statistics the engine would look through every line that was ever sold.
 */
function boughtLines(db: Db, { first, last }: DaySpan) {
  return db
    .with(
      (cte) => cte('sold').materialized(),
      (query) =>
        query
          .selectFrom('sale')
          .leftJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
          .select(({ fn, ref }) => [
            'sale.id as sale_id',
            fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id')).as('customer_id'),
          ])
          .where('sale.business_day', '>=', first)
          .where('sale.business_day', '<=', last),
    )
    .selectFrom('sold')
    .innerJoin('sale_line', 'sale_line.sale_id', 'sold.sale_id')
    .where('sold.customer_id', 'is not', null);
}

/** Whoever has bought one of the goods within some days. */
export function buyersOf(db: Db, { what, ids }: Of<'bought'>, span: DaySpan) {
  const lines = boughtLines(db, span).select('sold.customer_id as id').distinct();
  if (what === 'product') return lines.where('sale_line.product_id', 'in', ids);
  const goods = db
    .selectFrom('product')
    .select('product.id')
    .where(what === 'category' ? 'category_id' : 'brand_id', 'in', ids);
  return lines.where('sale_line.product_id', 'in', goods);
}

/** Conditions on the customer's own row. */
export function ownWords(
  db: Db,
  condition: Of<'gender'> | Of<'source'> | Of<'district'> | Of<'language'> | Of<'household'>,
) {
  const rows = db.selectFrom('customer').select('id');
  switch (condition.kind) {
    case 'gender':
      return rows.where('gender', 'in', condition.genders);
    case 'source':
      return rows.where('source', 'in', condition.sources);
    case 'district':
      return rows.where('district', 'in', condition.districts);
    case 'language':
      return rows.where('language', 'in', condition.languages);
    default:
      return rows.where('household_id', 'is not', null);
  }
}

export function tagged(db: Db, { tags }: Of<'tag'>) {
  return db.selectFrom('customer_tag').select('customer_id as id').distinct().where('tag', 'in', tags);
}

/** Whoever agreed and has not taken it back; messages without a channel are by any of them. */
export function agreed(db: Db, { purpose, channel }: Of<'consent'>) {
  return everybodyWhoConsented(db, purpose === 'profile' ? 'profile' : (channel ?? 'messages'));
}

export function withCoupon(db: Db, { state }: Of<'coupon'>, today: BusinessDay) {
  if (state === 'used') {
    return db
      .selectFrom('coupon_use')
      .select('customer_id as id')
      .distinct()
      .where('customer_id', 'is not', null);
  }
  return db
    .selectFrom('coupon')
    .select('customer_id as id')
    .distinct()
    .where('customer_id', 'is not', null)
    .$if(state === 'open', (query) =>
      query.where('state', '=', 'issued').where('expires_on', '>=', today).where('valid_from', '<=', today),
    );
}

/** Whoever has spent bonus at least once; and whoever has some now. */
export function withBonus(db: Db, { state }: Of<'bonus'>) {
  if (state === 'neverUsed') {
    return db
      .selectFrom('bonus_lot_use')
      .innerJoin('bonus_lot', 'bonus_lot.id', 'bonus_lot_use.lot_id')
      .select('bonus_lot.holder_id as id')
      .distinct()
      .where('bonus_lot_use.kind', '=', 'spent');
  }
  return db
    .selectFrom('account')
    .select('subject_id as id')
    .where('kind', '=', 'bonusLiability')
    .where('balance_som', '<', 0);
}

export function owing(db: Db, { isOverdue }: Of<'debtor'>, today: BusinessDay) {
  return db
    .selectFrom('debt')
    .select('customer_id as id')
    .distinct()
    .where('open_som', '>', 0)
    .$if(isOverdue, (query) => query.where('due_on', '<', today));
}

/** Whoever complained, or waits for a solution still. */
export function complaining(db: Db, { state, withinDays }: Of<'complaint'>, today: BusinessDay) {
  return db
    .selectFrom('complaint')
    .select('customer_id as id')
    .distinct()
    .where('customer_id', 'is not', null)
    .where('business_day', '>=', windowStart(today, withinDays))
    .$if(state === 'open', (query) => query.where('state', '!=', 'closed'));
}

/** Whoever gave an answer of this height. */
export function answering(db: Db, { scale, from, to, withinDays }: Of<'feedback'>, today: BusinessDay) {
  return db
    .selectFrom('feedback')
    .select('customer_id as id')
    .distinct()
    .where('customer_id', 'is not', null)
    .where('kind', '=', scale)
    .where('score', '>=', from)
    .where('score', '<=', to)
    .where('business_day', '>=', windowStart(today, withinDays));
}
