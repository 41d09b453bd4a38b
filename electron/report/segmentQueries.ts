/** The customers whom one condition of a group fits, as queries for the heavy reader. */
import type { Kysely } from 'kysely';
import type { SegmentCondition } from '../../shared/customer/segment.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;
type Of<Kind extends SegmentCondition['kind']> = Extract<SegmentCondition, { kind: Kind }>;

/** Everybody whom the shop may group: known by phone or name, and nobody else today. */
export function everybody(db: Db) {
  return db
    .selectFrom('customer')
    .select(['id', 'birth_date'])
    .where('merged_into_id', 'is', null)
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

/** Money paid as tiers count it: bonus and unpaid debt are not in it, what came back is taken off. */
export function paidSince(db: Db, since: BusinessDay) {
  return db
    .selectFrom('customer_paid_day')
    .select(({ fn }) => ['customer_id as id', fn.sum<number>('paid_som').as('sum_som')])
    .where('business_day', '>=', since)
    .groupBy('customer_id');
}

/** Gross profit of the goods whose purchase price was known when they were sold. */
export function profitSince(db: Db, since: BusinessDay) {
  return boughtLines(db, since)
    .where('sale_line.cost_som', 'is not', null)
    .select(({ fn, eb }) => [
      'customer.id as id',
      fn.sum<number>(eb('sale_line.settled_som', '-', eb.ref('sale_line.vat_som'))).as('income_som'),
      fn.sum<number>('sale_line.cost_som').as('cost_som'),
    ])
    .groupBy('customer.id');
}

function boughtLines(db: Db, since: BusinessDay) {
  return db
    .selectFrom('sale_line')
    .innerJoin('sale', 'sale.id', 'sale_line.sale_id')
    .leftJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .innerJoin('customer', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('customer.id', '=', fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id'))),
      ),
    )
    .where('sale.business_day', '>=', since);
}

/** Whoever has bought one of the goods since a day. */
export function buyersOf(db: Db, { what, ids, withinDays }: Of<'bought'>, today: BusinessDay) {
  const lines = boughtLines(db, windowStart(today, withinDays)).select('customer.id as id').distinct();
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

/** Whoever agreed and has not taken it back. */
export function agreed(db: Db, { purpose }: Of<'consent'>) {
  return db
    .selectFrom('consent')
    .leftJoin('consent_withdrawal', 'consent_withdrawal.consent_id', 'consent.id')
    .select('consent.customer_id as id')
    .distinct()
    .where('consent.purpose', '=', purpose)
    .where('consent_withdrawal.withdrawn_at', 'is', null);
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
