/** The figures of a month in SQL: built as queries, so that the heavy reader may run them where it likes. */
import type { Kysely } from 'kysely';
import type { AccountKind } from '../../shared/ledger/posting.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** From one business day to another, both included. */
export interface Period {
  readonly first: BusinessDay;
  readonly last: BusinessDay;
}

/** Accounts whose subjects the month page tells apart; of all others the sum of the kind is enough. */
const apart = [
  'partner',
  'donations',
  'terminal',
  'qr',
  'discounts',
] as const satisfies readonly AccountKind[];

/** Everything the ledger moved in the period, by account and cause; debits and credits of one cause apart. */
export function ledgerMoves(db: Db, { first, last }: Period) {
  return db
    .selectFrom('posting')
    .innerJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
    .select(({ eb, fn, lit, ref }) => [
      'posting_entry.account_kind as account',
      eb
        .case()
        .when('posting_entry.account_kind', 'in', apart)
        .then(ref('posting_entry.subject_id'))
        .else('')
        .end()
        .as('subject'),
      'posting.document_kind',
      'posting.reason',
      eb
        .case()
        .when('posting_entry.amount_som', '>', 0)
        .then(lit<number>(1))
        .else(lit<number>(0))
        .end()
        .as('is_debit'),
      fn.sum<number>('posting_entry.amount_som').as('amount'),
    ])
    .where('posting.business_day', '>=', first)
    .where('posting.business_day', '<=', last)
    .groupBy(['account', 'subject', 'posting.document_kind', 'posting.reason', 'is_debit']);
}

/** What accounts stand at now, or what moved them after a day: together what they stood at on its evening. */
const balanceKinds = [
  'bonusLiability',
  'giftCard',
  'storeCredit',
  'customerDebt',
  'cashDrawer',
  'partner',
  'donations',
] as const satisfies readonly AccountKind[];

export function balancesNow(db: Db) {
  return db
    .selectFrom('account')
    .select(({ eb, fn, ref }) => [
      'kind as account',
      eb.case().when('kind', 'in', apart).then(ref('subject_id')).else('').end().as('subject'),
      fn.sum<number>('balance_som').as('amount'),
    ])
    .where('kind', 'in', balanceKinds)
    .groupBy(['account', 'subject']);
}

export function movedAfter(db: Db, day: BusinessDay) {
  return db
    .selectFrom('posting')
    .innerJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
    .select(({ eb, fn, ref }) => [
      'posting_entry.account_kind as account',
      eb
        .case()
        .when('posting_entry.account_kind', 'in', apart)
        .then(ref('posting_entry.subject_id'))
        .else('')
        .end()
        .as('subject'),
      fn.sum<number>('posting_entry.amount_som').as('amount'),
    ])
    .where('posting.business_day', '>', day)
    .where('posting_entry.account_kind', 'in', balanceKinds)
    .groupBy(['account', 'subject']);
}

export function receiptSums(db: Db, { first, last }: Period) {
  return db
    .selectFrom('sale')
    .select(({ fn }) => [
      fn.countAll<number>().as('receipts'),
      fn.sum<number | null>('gross_som').as('gross'),
      fn.sum<number | null>('net_som').as('net'),
    ])
    .where('business_day', '>=', first)
    .where('business_day', '<=', last);
}

/** Goods sold, by product and rate: what they brought and, where it was known, what they had cost the shop. */
export function goodsSold(db: Db, { first, last }: Period) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_line', 'sale_line.sale_id', 'sale.id')
    .select(({ eb, fn, lit, ref }) => {
      const withoutVat = eb(ref('sale_line.net_som'), '-', ref('sale_line.vat_som'));
      const known = eb.case().when('sale_line.cost_som', 'is not', null).then(withoutVat).else(lit(0)).end();
      const unknown = eb.case().when('sale_line.cost_som', 'is', null).then(lit(1)).else(lit(0)).end();
      return [
        'sale_line.product_id',
        'sale_line.vat_basis_points as rate',
        fn.sum<number>('sale_line.net_som').as('net'),
        fn.sum<number>('sale_line.vat_som').as('vat'),
        fn.sum<number>(known).as('known'),
        fn.sum<number | null>('sale_line.cost_som').as('cost'),
        fn.sum<number>(unknown).as('unknown_lines'),
      ];
    })
    .where('sale.business_day', '>=', first)
    .where('sale.business_day', '<=', last)
    .groupBy(['sale_line.product_id', 'sale_line.vat_basis_points']);
}

/** Every line that came back with a receipt, with the line as it was sold and what had come back of it before. */
export function linesBack(db: Db, { first, last }: Period) {
  return db
    .selectFrom('sale_return')
    .innerJoin('sale_return_line', 'sale_return_line.return_id', 'sale_return.id')
    .innerJoin('sale_line', (join) =>
      join
        .onRef('sale_line.sale_id', '=', 'sale_return.sale_id')
        .onRef('sale_line.line_no', '=', 'sale_return_line.line_no'),
    )
    .select(({ eb, ref, selectFrom }) => [
      'sale_return.id as return_id',
      'sale_return.vat_som as return_vat',
      'sale_line.vat_basis_points as rate',
      'sale_line.vat_som as line_vat',
      'sale_line.cost_som as line_cost',
      'sale_line.quantity_thousandths as sold',
      'sale_return_line.quantity_thousandths as back',
      eb(
        eb(
          eb(
            eb(ref('sale_return_line.bonus_som'), '+', ref('sale_return_line.gift_card_som')),
            '+',
            ref('sale_return_line.store_credit_som'),
          ),
          '+',
          ref('sale_return_line.debt_som'),
        ),
        '+',
        ref('sale_return_line.money_som'),
      ).as('net'),
      selectFrom('sale_return as earlier')
        .innerJoin('sale_return_line as part', 'part.return_id', 'earlier.id')
        .select(({ fn }) => fn.sum<number | null>('part.quantity_thousandths').as('before'))
        .whereRef('earlier.sale_id', '=', 'sale_return.sale_id')
        .whereRef('earlier.return_no', '<', 'sale_return.return_no')
        .whereRef('part.line_no', '=', 'sale_return_line.line_no')
        .as('before'),
    ])
    .where('sale_return.business_day', '>=', first)
    .where('sale_return.business_day', '<=', last)
    .orderBy('sale_return.id')
    .orderBy('sale_return_line.line_no');
}

export function returnSums(db: Db, table: 'sale_return' | 'loose_return', { first, last }: Period) {
  return db
    .selectFrom(table as 'sale_return')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | null>('net_som').as('net')])
    .where('business_day', '>=', first)
    .where('business_day', '<=', last);
}

/** Goods that came back without a receipt, by rate and by where the money went. */
export function looseBack(db: Db, { first, last }: Period) {
  return db
    .selectFrom('loose_return')
    .innerJoin('loose_return_line', 'loose_return_line.return_id', 'loose_return.id')
    .select(({ fn }) => [
      'loose_return.money_back',
      'loose_return_line.vat_basis_points as rate',
      fn.sum<number>('loose_return_line.net_som').as('net'),
      fn.sum<number>('loose_return_line.vat_som').as('vat'),
    ])
    .where('loose_return.business_day', '>=', first)
    .where('loose_return.business_day', '<=', last)
    .groupBy(['loose_return.money_back', 'loose_return_line.vat_basis_points']);
}

export function tendersIn(db: Db, { first, last }: Period) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_tender', 'sale_tender.sale_id', 'sale.id')
    .select(({ fn }) => [
      'sale_tender.kind',
      'sale_tender.provider',
      fn.sum<number>('sale_tender.amount_som').as('amount'),
    ])
    .where('sale.business_day', '>=', first)
    .where('sale.business_day', '<=', last)
    .groupBy(['sale_tender.kind', 'sale_tender.provider']);
}

export function tendersBack(db: Db, { first, last }: Period) {
  return db
    .selectFrom('sale_return')
    .innerJoin('sale_return_tender', 'sale_return_tender.return_id', 'sale_return.id')
    .select(({ fn }) => [
      'sale_return_tender.kind',
      'sale_return_tender.provider',
      fn.sum<number>('sale_return_tender.amount_som').as('amount'),
    ])
    .where('sale_return.business_day', '>=', first)
    .where('sale_return.business_day', '<=', last)
    .groupBy(['sale_return_tender.kind', 'sale_return_tender.provider']);
}

export function bonusOfMonth(db: Db, month: string) {
  return db.selectFrom('bonus_month').select(['kind', 'amount_som']).where('month', '=', month);
}

/** What is open today of the debts that were there on a day's evening, by the day on which they were taken. */
export function debtsOpenNow(db: Db, last: BusinessDay) {
  return thereOn(db, last)
    .select(({ fn }) => ['debt.taken_on', fn.sum<number>('debt.open_som').as('open')])
    .where('debt.open_som', '>', 0)
    .groupBy('debt.taken_on');
}

/** What was settled of these debts after that evening: it was still open then. */
export function debtsSettledAfter(db: Db, last: BusinessDay) {
  return thereOn(db, last)
    .innerJoin('debt_payment_part', 'debt_payment_part.debt_id', 'debt.id')
    .innerJoin('debt_payment', 'debt_payment.id', 'debt_payment_part.payment_id')
    .select(({ fn }) => ['debt.taken_on', fn.sum<number>('debt_payment_part.amount_som').as('open')])
    .where('debt_payment.business_day', '>', last)
    .groupBy('debt.taken_on');
}

/** A line of the paper notebook is there from the day on which it was copied, however old the debt is. */
function thereOn(db: Db, last: BusinessDay) {
  return db
    .selectFrom('debt')
    .leftJoin('posting', (join) =>
      join
        .onRef('posting.document_id', '=', 'debt.id')
        .on('posting.document_kind', '=', 'debtNoted')
        .on('posting.reason', '=', 'noted'),
    )
    .where(({ eb, fn, ref }) =>
      eb(fn.coalesce(ref('posting.business_day'), ref('debt.taken_on')), '<=', last),
    );
}

/** The counted shifts that belong to days of the period. */
export function countedShifts(db: Db, { first, last }: Period) {
  return db
    .selectFrom('shift')
    .select(['number', 'business_day', 'expected_som', 'counted_som'])
    .where('business_day', '>=', first)
    .where('business_day', '<=', last)
    .where('counted_som', 'is not', null)
    .orderBy('number');
}

export function expensesByKind(db: Db, { first, last }: Period) {
  return db
    .selectFrom('expense')
    .select(({ fn }) => ['kind', fn.sum<number>('amount_som').as('amount')])
    .where('business_day', '>=', first)
    .where('business_day', '<=', last)
    .groupBy('kind');
}
