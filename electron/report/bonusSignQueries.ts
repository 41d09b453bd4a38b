/** Who rang up what for whom, in SQL: the counts from which signs are read. */
import type { Kysely } from 'kysely';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** Receipts by seller and customer, with the bonus that moved on them. */
export function receiptPairs(db: Db, since: BusinessDay) {
  return db
    .selectFrom('sale')
    .select(({ eb, fn }) => [
      'person_id',
      'customer_id',
      fn.countAll<number>().as('times'),
      fn.sum<number>(eb('bonus_earned_som', '+', eb.ref('bonus_spent_som'))).as('sum_som'),
      fn.max('business_day').as('last_on'),
    ])
    .where('business_day', '>=', since)
    .where('customer_id', 'is not', null)
    .groupBy(['person_id', 'customer_id']);
}

/** Days on which one customer has at least so many receipts. */
export function receiptsInADay(db: Db, since: BusinessDay, least: number) {
  return db
    .selectFrom('sale')
    .select(({ fn }) => [
      'customer_id',
      'business_day',
      fn.countAll<number>().as('times'),
      fn.sum<number>('bonus_earned_som').as('sum_som'),
    ])
    .where('business_day', '>=', since)
    .where('customer_id', 'is not', null)
    .groupBy(['customer_id', 'business_day'])
    .having(({ fn }) => fn.countAll<number>(), '>=', least)
    .orderBy('business_day', 'desc')
    .orderBy('customer_id');
}

/** Bonus that was spent without a card, a code or a receipt in hand, by seller. */
export function spentLoose(db: Db, since: BusinessDay) {
  return db
    .selectFrom('sale')
    .select(({ fn }) => [
      'person_id',
      fn.countAll<number>().as('times'),
      fn.sum<number>('bonus_spent_som').as('sum_som'),
      fn.max('business_day').as('last_on'),
    ])
    .where('business_day', '>=', since)
    .where('bonus_spent_som', '>', 0)
    .where('identification', 'in', ['phone', 'search'])
    .groupBy('person_id');
}

/** Finished receipts that were given to a customer afterwards. */
export function attachedPairs(db: Db, since: BusinessDay) {
  return db
    .selectFrom('sale_attachment')
    .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
    .select(({ fn }) => [
      'sale_attachment.person_id',
      'sale_attachment.customer_id',
      fn.countAll<number>().as('times'),
      fn.sum<number>('sale.bonus_earned_som').as('sum_som'),
      fn.max('sale.business_day').as('last_on'),
    ])
    .where('sale_attachment.how', '=', 'forgottenCard')
    .where('sale.business_day', '>=', since)
    .groupBy(['sale_attachment.person_id', 'sale_attachment.customer_id']);
}

/** Deeds that a person rewarded by hand. */
export function deedPairs(db: Db, since: BusinessDay) {
  return db
    .selectFrom('deed_given')
    .select(({ fn }) => [
      'person_id',
      'customer_id',
      fn.countAll<number>().as('times'),
      fn.sum<number>('amount_som').as('sum_som'),
      fn.max('business_day').as('last_on'),
    ])
    .where('business_day', '>=', since)
    .where('person_id', 'is not', null)
    .groupBy(['person_id', 'customer_id']);
}

/** Balances that somebody changed by hand with nobody beside them. */
export function correctedAlone(db: Db, since: BusinessDay) {
  return db
    .selectFrom('correction')
    .select(({ fn }) => [
      'person_id',
      fn.countAll<number>().as('times'),
      fn.sum<number>('amount_som').as('sum_som'),
      fn.max('business_day').as('last_on'),
    ])
    .where('business_day', '>=', since)
    .where('is_alone', '=', 1)
    .groupBy('person_id');
}

export function namesOfCustomers(db: Db, ids: readonly string[]) {
  return db.selectFrom('customer').select(['id', 'name', 'phone']).where('id', 'in', ids);
}
