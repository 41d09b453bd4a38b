/** What the shop owes, gave and took of bonus, in SQL: built as queries, so that the heavy reader may run them where it likes. */
import type { Kysely } from 'kysely';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** Sums of accounts of a kind: all balances, and those above zero apart. Debit is above zero. */
export function accountSums(db: Db, kind: string) {
  return db
    .selectFrom('account')
    .select(({ eb, fn }) => [
      fn.coalesce(fn.sum<number>('balance_som'), eb.lit(0)).as('all'),
      fn
        .coalesce(
          fn.sum<number>(
            eb.case().when('balance_som', '>', 0).then(eb.ref('balance_som')).else(eb.lit(0)).end(),
          ),
          eb.lit(0),
        )
        .as('above'),
    ])
    .where('kind', '=', kind);
}

/** What lies in lots, by their last day and by whether a customer or a claim code holds them. */
export function lotsByExpiry(db: Db) {
  return db
    .selectFrom('bonus_lot')
    .select(({ fn }) => ['holder_kind', 'expires_on', fn.sum<number>('remaining_som').as('sum_som')])
    .where('remaining_som', '>', 0)
    .groupBy(['holder_kind', 'expires_on']);
}

export function monthSums(db: Db, firstMonth: string) {
  return db
    .selectFrom('bonus_month')
    .select(['month', 'kind', 'amount_som'])
    .where('month', '>=', firstMonth)
    .orderBy('month');
}

/** What came back since a day, of whichever day's sales. */
export function returnedSince(db: Db, day: BusinessDay) {
  return db
    .selectFrom('sale_return')
    .select(({ eb, fn }) => fn.coalesce(fn.sum<number>('net_som'), eb.lit(0)).as('net_som'))
    .where('business_day', '>=', day);
}

export function netSalesSince(db: Db, day: BusinessDay) {
  return db
    .selectFrom('sale')
    .select(({ eb, fn }) => fn.coalesce(fn.sum<number>('net_som'), eb.lit(0)).as('net_som'))
    .where('business_day', '>=', day);
}

/** Money on gift cards, with what tells whether a card still counts. */
export function giftCardBalances(db: Db) {
  return db
    .selectFrom('gift_card')
    .innerJoin('account', (join) =>
      join.onRef('account.subject_id', '=', 'gift_card.number').on('account.kind', '=', 'giftCard'),
    )
    .select(['gift_card.number', 'gift_card.expires_on', 'gift_card.blocked_at', 'account.balance_som'])
    .where('account.balance_som', '<', 0);
}

export function openDebts(db: Db) {
  return db
    .selectFrom('debt')
    .select(({ fn }) => ['due_on', fn.sum<number>('open_som').as('open_som')])
    .where('open_som', '>', 0)
    .groupBy('due_on');
}

/** The customers who have saved most. */
export function topSavers(db: Db, limit: number) {
  return db
    .selectFrom('account')
    .innerJoin('customer', 'customer.id', 'account.subject_id')
    .select(['customer.id', 'customer.name', 'customer.phone', 'account.balance_som'])
    .where('account.kind', '=', 'bonusLiability')
    .where('account.balance_som', '<', 0)
    .orderBy('account.balance_som')
    .orderBy('customer.id')
    .limit(limit);
}

export function spentBy(db: Db, customerIds: readonly string[]) {
  return db
    .selectFrom('sale')
    .select(({ fn }) => ['customer_id', fn.sum<number>('bonus_spent_som').as('spent_som')])
    .where('customer_id', 'in', customerIds)
    .groupBy('customer_id');
}

/** One page of customers with what they have and owe; the cursor is the last id. */
export function balancePage(db: Db, cursor: string | null, limit: number) {
  return db
    .selectFrom('customer')
    .select(['id', 'name', 'phone'])
    .select((eb) => {
      const balanceOf = (kind: string) =>
        eb
          .selectFrom('account')
          .select('balance_som')
          .where('kind', '=', kind)
          .whereRef('account.subject_id', '=', 'customer.id');
      return [
        balanceOf('bonusLiability').as('bonus'),
        balanceOf('storeCredit').as('store_credit'),
        balanceOf('customerDebt').as('debt'),
      ];
    })
    .where('merged_into_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('erased_at', 'is', null)
    .$if(cursor !== null, (query) => query.where('id', '>', cursor))
    .orderBy('id')
    .limit(limit + 1);
}

/** The first last day among what each of these customers can still spend. */
export function firstExpiries(db: Db, customerIds: readonly string[], day: BusinessDay) {
  return db
    .selectFrom('bonus_lot')
    .select(({ fn }) => ['holder_id', fn.min('expires_on').as('expires_on')])
    .where('holder_kind', '=', 'customer')
    .where('holder_id', 'in', customerIds)
    .where('remaining_som', '>', 0)
    .where('expires_on', '>=', day)
    .groupBy('holder_id');
}

/** Money paid by these customers on days that count for tiers. */
export function paidOf(db: Db, customerIds: readonly string[], from: string, before: BusinessDay) {
  return db
    .selectFrom('customer_paid_day')
    .select(({ fn }) => ['customer_id', fn.sum<number>('paid_som').as('paid_som')])
    .where('customer_id', 'in', customerIds)
    .where('business_day', '>=', from)
    .where('business_day', '<', before)
    .groupBy('customer_id');
}
