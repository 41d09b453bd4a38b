/** The customers of a day in SQL: built as queries, so that the heavy reader may run them where it likes. */
import type { Kysely } from 'kysely';
import {
  birthDatesOn,
  lateTimes,
  longestSilentDays,
  longestUsualDays,
  regularVisits,
} from '../../shared/report/customerDay.ts';
import { addDays, type BusinessDay, type Instant } from '../../shared/time.ts';
import { daysFromTo } from '../database/dayNumber.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** Receipts by whose they are now and by who rang them up; customers who became one stand under the one that lives. */
export function soldByHolder(db: Db, day: BusinessDay) {
  return db
    .selectFrom('sale')
    .leftJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .leftJoin('customer', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('customer.id', '=', fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id'))),
      ),
    )
    .select(({ fn, ref }) => [
      fn.coalesce(ref('customer.merged_into_id'), ref('customer.id')).as('holder'),
      'sale.person_id',
      fn.countAll<number>().as('receipts'),
      fn.sum<number>('sale.net_som').as('net'),
    ])
    .where('sale.business_day', '=', day)
    .groupBy(['holder', 'sale.person_id']);
}

/** Names, figures as they are now, and the last own receipt before the day; at most as many ids as one statement takes. */
export function comersKnown(db: Db, ids: readonly string[], day: BusinessDay) {
  return db
    .selectFrom('customer')
    .leftJoin('customer_figure', 'customer_figure.customer_id', 'customer.id')
    .select(({ eb, selectFrom }) => [
      'customer.id',
      'customer.name',
      'customer.phone',
      'customer.before_visits',
      'customer.before_last_visit_on',
      'customer_figure.visits',
      'customer_figure.paid_som',
      'customer_figure.first_visit_on',
      // Only whoever has neither name nor phone is shown by the card.
      eb
        .case()
        .when(eb.and([eb('customer.name', '=', ''), eb('customer.phone', 'is', null)]))
        .then(
          selectFrom('card').select('card.number').whereRef('card.customer_id', '=', 'customer.id').limit(1),
        )
        .end()
        .as('card_number'),
      // From the newest receipt back, so that only those of the day itself are read in vain.
      selectFrom('sale')
        .select('sale.business_day')
        .whereRef('sale.customer_id', '=', 'customer.id')
        .where('sale.business_day', '<', day)
        .orderBy('sale.sold_at', 'desc')
        .limit(1)
        .as('last_before'),
    ])
    .where('customer.id', 'in', ids);
}

/** Those who became one of these customers, with the last day before on which they bought under their former name. */
export function formerSelves(db: Db, ids: readonly string[], day: BusinessDay) {
  return db
    .selectFrom('customer')
    .select(({ selectFrom }) => [
      'customer.merged_into_id as id',
      selectFrom('sale')
        .select('sale.business_day')
        .whereRef('sale.customer_id', '=', 'customer.id')
        .where('sale.business_day', '<', day)
        .orderBy('sale.sold_at', 'desc')
        .limit(1)
        .as('last_before'),
    ])
    .where('customer.merged_into_id', 'in', ids);
}

/** The last day before the day of the receipts that were given to these customers later. */
export function attachedBefore(db: Db, ids: readonly string[], day: BusinessDay) {
  return db
    .selectFrom('sale_attachment')
    .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
    .select(({ fn }) => ['sale_attachment.customer_id as id', fn.max('sale.business_day').as('last_before')])
    .where('sale_attachment.customer_id', 'in', ids)
    .where('sale.business_day', '<', day)
    .groupBy('sale_attachment.customer_id');
}

/** On how many days after the day these customers bought something: so many visits the figures have too many. */
export function visitsAfter(db: Db, ids: readonly string[], day: BusinessDay, dayBegan: Instant) {
  return db
    .selectFrom('sale')
    .innerJoin('customer', 'customer.id', 'sale.customer_id')
    .select(({ fn, ref }) => [
      fn.coalesce(ref('customer.merged_into_id'), ref('customer.id')).as('living'),
      fn.count<number>('sale.business_day').distinct().as('visits'),
    ])
    .where((eb) => eb.or([eb('customer.id', 'in', ids), eb('customer.merged_into_id', 'in', ids)]))
    .where('sale.sold_at', '>', dayBegan)
    .where('sale.business_day', '>', day)
    .groupBy('living');
}

/** Whoever bought something after a day. */
export function boughtAfter(db: Db, day: BusinessDay) {
  return db
    .selectFrom('sale')
    .innerJoin('customer', 'customer.id', 'sale.customer_id')
    .select(({ fn, ref }) => fn.coalesce(ref('customer.merged_into_id'), ref('customer.id')).as('living'))
    .distinct()
    .where('sale.business_day', '>', day);
}

/**
 * Customers who by their figures are late for their habit on a day, those who paid most first. What `latenessOf` decides,
 * said for the engine, so that fifty thousand customers stay where they are.
 */
export function lateByFigures(db: Db, day: BusinessDay) {
  return db
    .selectFrom('customer_figure')
    .innerJoin('customer', 'customer.id', 'customer_figure.customer_id')
    .select([
      'customer.id',
      'customer.name',
      'customer.phone',
      'customer_figure.visits',
      'customer_figure.paid_som',
      'customer_figure.first_visit_on',
      'customer_figure.last_visit_on',
    ])
    .where('customer_figure.visits', '>=', regularVisits)
    .where('customer_figure.last_visit_on', '>=', addDays(day, -longestSilentDays))
    .where('customer_figure.last_visit_on', '<', day)
    .where((eb) => {
      const intervals = eb.parens(eb(eb.ref('customer_figure.visits'), '-', 1));
      const span = daysFromTo(
        eb,
        eb.ref('customer_figure.first_visit_on'),
        eb.ref('customer_figure.last_visit_on'),
      );
      const silent = daysFromTo(eb, eb.ref('customer_figure.last_visit_on'), eb.val<string>(day));
      return eb.and([
        eb(eb(silent, '*', intervals), '>', eb(span, '*', eb.val(lateTimes))),
        eb(span, '<=', eb(intervals, '*', eb.val(longestUsualDays))),
      ]);
    })
    .orderBy('customer_figure.paid_som', 'desc')
    .orderBy('customer.id');
}

/** The documents of the day by which customers were registered. */
export function registrationsOf(db: Db, day: BusinessDay) {
  return db
    .selectFrom('journal')
    .select('content_json')
    .where('business_day', '=', day)
    .where('document_kind', '=', 'customerCreated')
    .orderBy('written_at');
}

/** Customers by id as they live now: those who became another stand as the other. */
export function livingOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('customer as told')
    .innerJoin('customer', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('customer.id', '=', fn.coalesce(ref('told.merged_into_id'), ref('told.id'))),
      ),
    )
    .select(['customer.id', 'customer.name', 'customer.phone'])
    .distinct()
    .where('told.id', 'in', ids);
}

/** Customers whose birthday is on a day; whether they agreed to be known is another question. */
export function bornOn(db: Db, day: BusinessDay) {
  return db
    .selectFrom('customer')
    .select(['id', 'name', 'phone'])
    .where('merged_into_id', 'is', null)
    .where('birth_date', 'is not', null)
    .where(({ eb, fn, ref, val }) =>
      eb(fn<string>('substr', [ref('birth_date'), val(6), val(5)]), 'in', birthDatesOn(day)),
    )
    .orderBy('name')
    .orderBy('id');
}

/** What moved the bonus account on a day, by cause. */
export function bonusCauses(db: Db, day: BusinessDay) {
  return db
    .selectFrom('posting')
    .innerJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
    .select(({ eb, fn, lit }) => [
      'posting.document_kind',
      eb
        .case()
        .when('posting_entry.amount_som', '>', 0)
        .then(lit<number>(1))
        .else(lit<number>(0))
        .end()
        .as('is_debit'),
      fn.sum<number>('posting_entry.amount_som').as('amount'),
    ])
    .where('posting.business_day', '=', day)
    .where('posting_entry.account_kind', '=', 'bonusLiability')
    .groupBy(['posting.document_kind', 'is_debit']);
}

/** What moved the bonus account after a day. */
export function bonusAfter(db: Db, day: BusinessDay) {
  return db
    .selectFrom('posting')
    .innerJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
    .select(({ fn }) => fn.sum<number | null>('posting_entry.amount_som').as('amount'))
    .where('posting.business_day', '>', day)
    .where('posting_entry.account_kind', '=', 'bonusLiability');
}

/** Coupons used on the day's receipts; a receipt has at most one. */
export function couponsUsed(db: Db, day: BusinessDay) {
  return db
    .selectFrom('sale')
    .innerJoin('coupon_use', 'coupon_use.sale_id', 'sale.id')
    .select(({ fn }) => [
      fn.countAll<number>().as('used'),
      fn.sum<number | null>('sale.net_som').as('brought'),
      fn.sum<number | null>('coupon_use.amount_som').as('took_off'),
    ])
    .where('sale.business_day', '=', day)
    .where('coupon_use.given_back_at', 'is', null);
}

/** A stretch of time, its end not in it. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** Coupons made one by one: with a receipt, by hand, for a full stamp card. Those of a batch lie on paper until they are used. */
export function couponsMade(db: Db, { from, to }: Stretch) {
  return db
    .selectFrom('coupon_series')
    .innerJoin('coupon', 'coupon.series_id', 'coupon_series.id')
    .select(({ fn }) => fn.countAll<number>().as('given'))
    .where('coupon.issued_at', '>=', from)
    .where('coupon.issued_at', '<', to)
    .where('coupon.batch_id', 'is', null);
}

/** Coupons that nobody has used up or cancelled, and that can be used after the day. */
export function couponsOpen(db: Db, day: BusinessDay, dayEnded: Instant) {
  return db
    .selectFrom('coupon_series')
    .innerJoin('coupon', 'coupon.series_id', 'coupon_series.id')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('coupon.state', '=', 'issued')
    .where('coupon.expires_on', '>', day)
    .where('coupon.issued_at', '<', dayEnded);
}

/** Coupons that could still be used when the day ended, and have been used up or cancelled since. */
export function couponsClosedAfter(db: Db, day: BusinessDay, dayEnded: Instant) {
  return db
    .selectFrom('coupon_series')
    .innerJoin('coupon', 'coupon.series_id', 'coupon_series.id')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('coupon.state', 'in', ['redeemed', 'voided'])
    .where('coupon.expires_on', '>', day)
    .where('coupon.issued_at', '<', dayEnded)
    .where(({ eb, or }) =>
      or([eb('coupon.redeemed_at', '>=', dayEnded), eb('coupon.voided_at', '>=', dayEnded)]),
    );
}

/** Debts to be paid by the end of the day, with something open or paid since, of customers as they live now. */
export function debtsDue(db: Db, day: BusinessDay, isOver: boolean) {
  const debts = db
    .selectFrom('debt')
    .innerJoin('customer as told', 'told.id', 'debt.customer_id')
    .innerJoin('customer', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('customer.id', '=', fn.coalesce(ref('told.merged_into_id'), ref('told.id'))),
      ),
    )
    .select([
      'debt.id as debt_id',
      'debt.due_on',
      'debt.open_som',
      'customer.id',
      'customer.name',
      'customer.phone',
    ])
    .where('debt.due_on', '<=', day)
    .where('debt.taken_on', '<=', day);
  if (!isOver) return debts.where('debt.open_som', '>', 0);
  return debts.where(({ eb, or, exists, selectFrom }) =>
    or([
      eb('debt.open_som', '>', 0),
      exists(
        selectFrom('debt_payment_part')
          .innerJoin('debt_payment', 'debt_payment.id', 'debt_payment_part.payment_id')
          .select('debt_payment_part.debt_id')
          .whereRef('debt_payment_part.debt_id', '=', 'debt.id')
          .where('debt_payment.business_day', '>', day),
      ),
    ]),
  );
}

/** All that is open now of the debts there were on the day, due or not. */
export function openInAll(db: Db, day: BusinessDay) {
  return db
    .selectFrom('debt')
    .select(({ fn }) => fn.sum<number | null>('open_som').as('open'))
    .where('open_som', '>', 0)
    .where('taken_on', '<=', day);
}

/** What was paid after a day of each debt there was on it. */
export function repaidAfter(db: Db, day: BusinessDay) {
  return db
    .selectFrom('debt_payment')
    .innerJoin('debt_payment_part', 'debt_payment_part.payment_id', 'debt_payment.id')
    .innerJoin('debt', 'debt.id', 'debt_payment_part.debt_id')
    .select(({ fn }) => [
      'debt_payment_part.debt_id',
      fn.sum<number>('debt_payment_part.amount_som').as('paid'),
    ])
    .where('debt_payment.business_day', '>', day)
    .where('debt.taken_on', '<=', day)
    .groupBy('debt_payment_part.debt_id');
}
