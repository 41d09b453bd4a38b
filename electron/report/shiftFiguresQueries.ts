/** The figures of one shift in SQL: what its documents say, found by the shift's id or by their place in the journal. */
import type { Kysely } from 'kysely';
import { shelfPriceSource } from '../../shared/sale/shelfPrice.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** The shift with the names of its people. */
export function shiftWithNames(db: Db, shiftId: string) {
  return db
    .selectFrom('shift')
    .innerJoin('person as opener', 'opener.id', 'shift.opened_by')
    .leftJoin('person as closer', 'closer.id', 'shift.closed_by')
    .leftJoin('person as approver', 'approver.id', 'shift.approver_id')
    .selectAll('shift')
    .select(['opener.name as opener_name', 'closer.name as closer_name', 'approver.name as approver_name'])
    .where('shift.id', '=', shiftId)
    .executeTakeFirstOrThrow();
}
export type ShiftRow = Awaited<ReturnType<typeof shiftWithNames>>;

/** One row: receipts, their sums, and how cash stayed with the shop. */
export function salesOf(db: Db, shiftId: string) {
  return db
    .selectFrom('sale')
    .select(({ fn }) => [
      fn.countAll<number>().as('receipts'),
      fn.min<number | null>('number').as('first'),
      fn.max<number | null>('number').as('last'),
      fn.sum<number | null>('gross_som').as('gross'),
      fn.sum<number | null>('net_som').as('net'),
      fn.sum<number | null>('rounding_som').as('rounding'),
      fn.sum<number | null>('bonus_earned_som').as('earned'),
      fn.sum<number | null>('bonus_spent_som').as('spent'),
      fn.sum<number | null>('received_cash_som').as('received'),
      fn.sum<number | null>('change_som').as('change'),
    ])
    .where('shift_id', '=', shiftId)
    .executeTakeFirstOrThrow();
}

/** What goods that came back paid for others: it went through the drawer, out with the return and in with the sale. */
export function exchangedOf(db: Db, shiftId: string) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_exchange', 'sale_exchange.sale_id', 'sale.id')
    .select(({ fn }) => fn.sum<number | null>('sale_exchange.used_som').as('sum'))
    .where('sale.shift_id', '=', shiftId)
    .executeTakeFirstOrThrow();
}

/** Bonus of promotions and coupons; its count is soʻm. */
export function extraBonusOf(db: Db, shiftId: string) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_reward', 'sale_reward.sale_id', 'sale.id')
    .select(({ fn }) => fn.sum<number | null>('reward_count').as('given'))
    .where('sale.shift_id', '=', shiftId)
    .where('sale_reward.kind', '=', 'bonus')
    .executeTakeFirstOrThrow();
}

export function writtenOnPaperOf(db: Db, shiftId: string) {
  return db
    .selectFrom('sale')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | null>('net_som').as('sum')])
    .where('shift_id', '=', shiftId)
    .where('entered_at', 'is not', null)
    .executeTakeFirstOrThrow();
}

/** What came back with a receipt. */
export function returnsOf(db: Db, shiftId: string) {
  return db
    .selectFrom('sale_return')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.sum<number | null>('net_som').as('sum'),
      fn.sum<number | null>('rounding_som').as('rounding'),
      fn.sum<number | null>('donation_som').as('donation'),
    ])
    .where('shift_id', '=', shiftId)
    .executeTakeFirstOrThrow();
}

/** What came back without one, by where the money went. */
export function looseReturnsOf(db: Db, shiftId: string) {
  return db
    .selectFrom('loose_return')
    .select(({ fn }) => [
      'money_back',
      fn.countAll<number>().as('count'),
      fn.sum<number>('net_som').as('sum'),
    ])
    .where('shift_id', '=', shiftId)
    .groupBy('money_back')
    .execute();
}

export function roundUpsOf(db: Db, shiftId: string) {
  return db
    .selectFrom('sale')
    .innerJoin('donation', 'donation.sale_id', 'sale.id')
    .select(({ fn }) => fn.sum<number | null>('donation.amount_som').as('sum'))
    .where('sale.shift_id', '=', shiftId)
    .where('donation.kind', '=', 'roundUp')
    .executeTakeFirstOrThrow();
}

/** Net and VAT of the goods sold, by rate. */
export function soldByRate(db: Db, shiftId: string) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_line', 'sale_line.sale_id', 'sale.id')
    .select(({ fn }) => [
      'sale_line.vat_basis_points as rate',
      fn.sum<number>('sale_line.net_som').as('net'),
      fn.sum<number>('sale_line.vat_som').as('vat'),
    ])
    .where('sale.shift_id', '=', shiftId)
    .groupBy('sale_line.vat_basis_points')
    .execute();
}

/** Every returned line with its rate and what it counted for, and the VAT that its whole return reversed. */
export function returnedLines(db: Db, shiftId: string) {
  return db
    .selectFrom('sale_return')
    .innerJoin('sale_return_line', 'sale_return_line.return_id', 'sale_return.id')
    .innerJoin('sale_line', (join) =>
      join
        .onRef('sale_line.sale_id', '=', 'sale_return.sale_id')
        .onRef('sale_line.line_no', '=', 'sale_return_line.line_no'),
    )
    .select([
      'sale_return.id as return_id',
      'sale_return.vat_som as return_vat',
      'sale_line.vat_basis_points as rate',
      'sale_return_line.bonus_som',
      'sale_return_line.gift_card_som',
      'sale_return_line.store_credit_som',
      'sale_return_line.debt_som',
      'sale_return_line.money_som',
    ])
    .where('sale_return.shift_id', '=', shiftId)
    .orderBy('sale_return.id')
    .orderBy('sale_return_line.line_no')
    .execute();
}

export function looseByRate(db: Db, shiftId: string) {
  return db
    .selectFrom('loose_return')
    .innerJoin('loose_return_line', 'loose_return_line.return_id', 'loose_return.id')
    .select(({ fn }) => [
      'loose_return_line.vat_basis_points as rate',
      fn.sum<number>('loose_return_line.net_som').as('net'),
      fn.sum<number>('loose_return_line.vat_som').as('vat'),
    ])
    .where('loose_return.shift_id', '=', shiftId)
    .groupBy('loose_return_line.vat_basis_points')
    .execute();
}

export function tendersOf(db: Db, shiftId: string) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_tender', 'sale_tender.sale_id', 'sale.id')
    .select(({ fn }) => ['kind', 'provider', fn.sum<number>('sale_tender.amount_som').as('sum')])
    .where('sale.shift_id', '=', shiftId)
    .groupBy(['kind', 'provider'])
    .execute();
}

export function tendersBack(db: Db, shiftId: string) {
  return db
    .selectFrom('sale_return')
    .innerJoin('sale_return_tender', 'sale_return_tender.return_id', 'sale_return.id')
    .select(({ fn }) => ['kind', 'provider', fn.sum<number>('sale_return_tender.amount_som').as('sum')])
    .where('sale_return.shift_id', '=', shiftId)
    .groupBy(['kind', 'provider'])
    .execute();
}

/** Money for new gift cards and for more on old ones. */
export function giftCardsOf(db: Db, shiftId: string) {
  return db
    .selectFrom('gift_card_sale')
    .select(({ fn }) => [
      'tender_kind as kind',
      'tender_provider as provider',
      fn.countAll<number>().as('count'),
      fn.sum<number>('amount_som').as('sum'),
    ])
    .where('shift_id', '=', shiftId)
    .groupBy(['tender_kind', 'tender_provider'])
    .execute();
}

/** Debts repaid with money; what was settled from the account or given up moved none. */
export function repaymentsOf(db: Db, shiftId: string) {
  return db
    .selectFrom('debt_payment')
    .select(({ fn }) => [
      'tender_kind as kind',
      'tender_provider as provider',
      fn.countAll<number>().as('count'),
      fn.sum<number>('amount_som').as('sum'),
    ])
    .where('shift_id', '=', shiftId)
    .where('kind', '=', 'money')
    .groupBy(['tender_kind', 'tender_provider'])
    .execute();
}

export function cashMovesOf(db: Db, shiftId: string) {
  return db
    .selectFrom('cash_move')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count'), fn.sum<number>('amount_som').as('sum')])
    .where('shift_id', '=', shiftId)
    .groupBy('kind')
    .execute();
}

/** The documents of the shift: those between the link before its opening and the one that closed it. */
function documentsOf(db: Db, shift: Pick<ShiftRow, 'till_id' | 'opened_sequence' | 'closed_sequence'>) {
  const documents = db
    .selectFrom('journal')
    .where('journal.till_id', '=', shift.till_id)
    .where('journal.sequence', '>', shift.opened_sequence);
  return shift.closed_sequence === null
    ? documents
    : documents.where('journal.sequence', '<=', shift.closed_sequence);
}

/** A link of the journal by its place. */
export function linkAt(db: Db, tillId: string, sequence: number) {
  return db
    .selectFrom('journal')
    .select(['sequence', 'hash'])
    .where('till_id', '=', tillId)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
}

/** Cash that moved with documents of no sale: bonus paid out, a fund that was paid, deposits that came and went back. */
export function paidFromDrawer(
  db: Db,
  shift: Pick<ShiftRow, 'till_id' | 'opened_sequence' | 'closed_sequence'>,
) {
  return documentsOf(db, shift)
    .innerJoin('posting', (join) =>
      join
        .onRef('posting.document_id', '=', 'journal.document_id')
        .onRef('posting.document_kind', '=', 'journal.document_kind'),
    )
    .innerJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
    .select(({ fn }) => [
      'journal.document_kind as kind',
      fn.countAll<number>().as('count'),
      fn.sum<number>('posting_entry.amount_som').as('sum'),
    ])
    .where('journal.document_kind', 'in', ['bonusPaidOut', 'fundPaid', 'orderDeposit', 'orderDepositBack'])
    .where('posting_entry.account_kind', '=', 'cashDrawer')
    .where('posting_entry.subject_id', '=', shift.till_id)
    .groupBy('journal.document_kind')
    .execute();
}

/** How often goods left a basket unpaid. */
export function removalsOf(db: Db, shift: Pick<ShiftRow, 'till_id' | 'opened_sequence' | 'closed_sequence'>) {
  return documentsOf(db, shift)
    .select(({ fn }) => ['journal.document_kind as kind', fn.countAll<number>().as('count')])
    .where('journal.document_kind', 'in', ['lineRemoved', 'basketCleared'])
    .groupBy('journal.document_kind')
    .execute();
}

/** How often the drawer was opened without a sale. */
export function drawerOpeningsOf(db: Db, shiftId: string) {
  return db
    .selectFrom('drawer_opening')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('shift_id', '=', shiftId)
    .executeTakeFirstOrThrow();
}

export function refusedCountsOf(db: Db, shiftId: string) {
  return db
    .selectFrom('refused_count')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('shift_id', '=', shiftId)
    .executeTakeFirstOrThrow();
}

export function handOversOf(db: Db, shiftId: string) {
  return db
    .selectFrom('cash_count')
    .innerJoin('person', 'person.id', 'cash_count.person_id')
    .leftJoin('person as taker', 'taker.id', 'cash_count.to_person_id')
    .select(['counted_som', 'expected_som', 'counted_at', 'person.name', 'taker.name as taker_name'])
    .where('shift_id', '=', shiftId)
    .where('moment', '=', 'handOver')
    .orderBy('cash_count.count_no')
    .execute();
}

/** Each seller with their receipts, and their net less what they took back, the most first. */
export function actsOfSellers(db: Db, shiftId: string) {
  const sold = db
    .selectFrom('sale')
    .select(({ fn }) => [
      'person_id',
      fn.countAll<number>().as('receipts'),
      fn.sum<number>('net_som').as('net'),
    ])
    .where('shift_id', '=', shiftId)
    .groupBy('person_id');
  const back = (table: 'sale_return' | 'loose_return') =>
    db
      .selectFrom(table as 'sale_return')
      .select(({ eb, fn, lit }) => [
        'person_id',
        lit<number>(0).as('receipts'),
        eb.neg(fn.sum<number>('net_som')).as('net'),
      ])
      .where('shift_id', '=', shiftId)
      .groupBy('person_id');
  return db
    .selectFrom(sold.unionAll(back('sale_return')).unionAll(back('loose_return')).as('acts'))
    .innerJoin('person', 'person.id', 'acts.person_id')
    .select(({ fn }) => [
      'person.name',
      fn.sum<number>('acts.receipts').as('receipts'),
      fn.sum<number>('acts.net').as('net'),
    ])
    .groupBy(['person.id', 'person.name'])
    .orderBy('net', 'desc')
    .orderBy('person.id')
    .execute();
}

/** Receipts with something taken off by hand, and how much; shelf prices or everything else. */
export function takenOffByHand(db: Db, shiftId: string, isShelfPrice: boolean) {
  return db
    .selectFrom('sale')
    .innerJoin('sale_adjustment', 'sale_adjustment.sale_id', 'sale.id')
    .select(({ fn }) => [
      fn.count<number>('sale.id').distinct().as('count'),
      fn.sum<number | null>('sale_adjustment.amount_som').as('sum'),
    ])
    .where('sale.shift_id', '=', shiftId)
    .where('sale_adjustment.step', '=', 'manual')
    .where('sale_adjustment.source_id', isShelfPrice ? '=' : '!=', shelfPriceSource)
    .executeTakeFirstOrThrow();
}
