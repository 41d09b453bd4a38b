/** The figures of a day in SQL: built as queries, so that the heavy reader may run them where it likes. */
import type { Kysely } from 'kysely';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** A business day, or its part up to a moment. */
export interface DayPart {
  readonly day: BusinessDay;
  readonly until: Instant | null;
}

/** The sales of the day by the index of day and moment, joined with who was attached to them later. */
function salesOf(db: Db, { day, until }: DayPart) {
  const sales = db
    .selectFrom('sale')
    .leftJoin('sale_attachment', (join) => {
      const same = join.onRef('sale_attachment.sale_id', '=', 'sale.id');
      return until === null ? same : same.on('sale_attachment.attached_at', '<=', until);
    })
    .where('sale.business_day', '=', day);
  return until === null ? sales : sales.where('sale.sold_at', '<=', until);
}

/**
 * One row of sums. A customer is new who had not been here before this day; the others have come back. Bonus given is
 * what the lines earned, and counts what waits on claim codes too: it was earned on this day, whoever takes it later.
 */
export function figuresOf(db: Db, part: DayPart) {
  return salesOf(db, part)
    .leftJoin('customer_figure', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb(
          'customer_figure.customer_id',
          '=',
          fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id')),
        ),
      ),
    )
    .leftJoin('coupon_use', (join) =>
      join.onRef('coupon_use.sale_id', '=', 'sale.id').on('coupon_use.given_back_at', 'is', null),
    )
    .select(({ eb, fn, ref }) => {
      const holder = fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id'));
      const newHolder = eb
        .case()
        .when('customer_figure.first_visit_on', '>=', part.day)
        .then(ref('customer_figure.customer_id'))
        .end();
      const couponNet = eb.case().when('coupon_use.code', 'is not', null).then(ref('sale.net_som')).end();
      return [
        fn.sum<number | null>('sale.net_som').as('net'),
        fn.count<number>('sale.id').as('receipts'),
        fn.count<number>(holder).as('with_customer'),
        fn.count<number>(holder).distinct().as('customers'),
        fn.count<number>(newHolder).distinct().as('new_customers'),
        fn.sum<number | null>('sale.bonus_earned_som').as('bonus_given'),
        fn.sum<number | null>('sale.bonus_spent_som').as('bonus_spent'),
        fn.count<number>('coupon_use.code').as('coupons_redeemed'),
        fn.sum<number | null>(couponNet).as('coupon_sales'),
      ];
    });
}

/** What came back on the day, of whichever day's sales, with a receipt and without. */
export function returnedOn(db: Db, { day, until }: DayPart) {
  const netOf = (table: 'sale_return' | 'loose_return') => {
    const returns = db
      .selectFrom(table as 'sale_return')
      .select('net_som')
      .where('business_day', '=', day);
    return until === null ? returns : returns.where('returned_at', '<=', until);
  };
  return db
    .selectFrom(netOf('sale_return').unionAll(netOf('loose_return')).as('back'))
    .select(({ fn }) => fn.sum<number | null>('back.net_som').as('net'));
}

/** Bonus that promotions and coupons gave beside what the lines earned; its count is soʻm. */
export function extraBonusGiven(db: Db, part: DayPart) {
  return salesOf(db, part)
    .innerJoin('sale_reward', 'sale_reward.sale_id', 'sale.id')
    .select(({ fn }) => fn.sum<number | null>('sale_reward.reward_count').as('given'))
    .where('sale_reward.kind', '=', 'bonus');
}

/** What first purchases of friends brought both sides, also where it was taken back later. */
export function friendBonusGiven(db: Db, part: DayPart) {
  return salesOf(db, part)
    .innerJoin('referral', 'referral.sale_id', 'sale.id')
    .select(({ eb, fn, ref }) =>
      fn
        .sum<number | null>(eb('referral.friend_bonus_som', '+', ref('referral.referrer_bonus_som')))
        .as('given'),
    );
}

/** Coupons of ours that were printed with the day's receipts. */
export function couponsGiven(db: Db, part: DayPart) {
  return salesOf(db, part)
    .innerJoin('coupon', 'coupon.issued_sale_id', 'sale.id')
    .select(({ fn }) => fn.countAll<number>().as('given'));
}

/** Coupons with a partner's own code that were printed with the day's receipts. */
export function partnerCouponsGiven(db: Db, part: DayPart) {
  return salesOf(db, part)
    .innerJoin('partner_code', 'partner_code.given_sale_id', 'sale.id')
    .select(({ fn }) => fn.countAll<number>().as('given'));
}

/** Net sales by minute, `2026-11-22T08:30`. */
export function salesByMinute(db: Db, day: BusinessDay) {
  return db
    .selectFrom('sale')
    .select(({ fn, val, ref }) => [
      fn<string>('substr', [ref('sold_at'), val(1), val(16)]).as('minute'),
      fn.sum<number>('net_som').as('netSom'),
    ])
    .where('business_day', '=', day)
    .groupBy('minute');
}

/** What the shop owes in bonus now, to customers and to holders of claim codes; credit, so below zero. */
export function bonusOwed(db: Db) {
  return db
    .selectFrom('account')
    .select(({ fn }) => fn.sum<number | null>('balance_som').as('balance'))
    .where('kind', '=', 'bonusLiability');
}

/** The customers who brought the most in the day, their bonus not counted, with what they were before. */
export function topCustomers(db: Db, part: DayPart, limit: number) {
  const paid = salesOf(db, part)
    .select(({ eb, fn, ref }) => [
      fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id')).as('holder'),
      fn.sum<number>(eb('sale.net_som', '-', ref('sale.bonus_spent_som'))).as('paid'),
    ])
    .where(({ or, eb }) =>
      or([eb('sale.customer_id', 'is not', null), eb('sale_attachment.customer_id', 'is not', null)]),
    )
    .groupBy('holder')
    .orderBy('paid', 'desc')
    .orderBy('holder')
    .limit(limit);
  return db
    .selectFrom(paid.as('day'))
    .innerJoin('customer', 'customer.id', 'day.holder')
    .leftJoin('customer_figure', 'customer_figure.customer_id', 'customer.id')
    .leftJoin('account', (join) =>
      join.onRef('account.subject_id', '=', 'customer.id').on('account.kind', '=', 'bonusLiability'),
    )
    .select(({ selectFrom }) => [
      'customer.id',
      'customer.name',
      'customer.phone',
      'customer_figure.visits',
      'account.balance_som',
      'day.paid',
      selectFrom('card')
        .select('card.number')
        .whereRef('card.customer_id', '=', 'customer.id')
        .limit(1)
        .as('card_number'),
    ])
    .orderBy('day.paid', 'desc')
    .orderBy('customer.id');
}

/** The products that brought the most in the day, under the name they have now. */
export function topProducts(db: Db, day: BusinessDay, limit: number) {
  const sold = db
    .selectFrom('sale')
    .innerJoin('sale_line', 'sale_line.sale_id', 'sale.id')
    .select(({ fn }) => [
      'sale_line.product_id',
      fn.sum<number>('sale_line.quantity_thousandths').as('quantity'),
      fn.sum<number>('sale_line.net_som').as('net'),
    ])
    .where('sale.business_day', '=', day)
    .groupBy('sale_line.product_id')
    .orderBy('net', 'desc')
    .orderBy('sale_line.product_id')
    .limit(limit);
  return db
    .selectFrom(sold.as('sold'))
    .innerJoin('product', 'product.id', 'sold.product_id')
    .select(['product.id', 'product.name_json', 'sold.quantity', 'sold.net'])
    .orderBy('sold.net', 'desc')
    .orderBy('product.id');
}
