/** What a tax visitor may see, in SQL. No query here reads a customer or a person. */
import type { Kysely } from 'kysely';
import type { BusinessDay } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import type { Period } from './monthQueries.ts';

type Db = Kysely<Tables>;

/** Returns of the period with the number of the receipt they are of. */
export function returnsOfPeriod(db: Db, { first, last }: Period) {
  return db
    .selectFrom('sale_return')
    .innerJoin('till', 'till.id', 'sale_return.till_id')
    .innerJoin('sale', 'sale.id', 'sale_return.sale_id')
    .select([
      'till.number as till_number',
      'sale_return.number',
      'sale_return.business_day',
      'sale_return.returned_at',
      'sale.number as receipt_number',
      'sale_return.net_som',
      'sale_return.vat_som',
    ])
    .where('sale_return.business_day', '>=', first)
    .where('sale_return.business_day', '<=', last)
    .orderBy('sale_return.business_day')
    .orderBy('sale_return.number');
}

export function looseReturnsOfPeriod(db: Db, { first, last }: Period) {
  return db
    .selectFrom('loose_return')
    .innerJoin('till', 'till.id', 'loose_return.till_id')
    .select([
      'till.number as till_number',
      'loose_return.number',
      'loose_return.business_day',
      'loose_return.returned_at',
      'loose_return.net_som',
      'loose_return.vat_som',
    ])
    .where('loose_return.business_day', '>=', first)
    .where('loose_return.business_day', '<=', last)
    .orderBy('loose_return.business_day')
    .orderBy('loose_return.number');
}

/** The shifts of the days of the period, each with its receipts. */
export function shiftsOfPeriod(db: Db, { first, last }: Period) {
  return db
    .selectFrom('shift')
    .innerJoin('till', 'till.id', 'shift.till_id')
    .leftJoin('sale', 'sale.shift_id', 'shift.id')
    .select(({ fn }) => [
      'shift.id',
      'till.number as till_number',
      'shift.number',
      'shift.business_day',
      'shift.opened_at',
      'shift.closed_at',
      fn.count<number>('sale.id').as('receipts'),
      fn.min<number | null>('sale.number').as('first_receipt'),
      fn.max<number | null>('sale.number').as('last_receipt'),
      fn.sum<number | null>('sale.net_som').as('net'),
      fn.sum<number | null>('sale.vat_som').as('vat'),
    ])
    .where('shift.business_day', '>=', first)
    .where('shift.business_day', '<=', last)
    .groupBy('shift.id')
    .groupBy(['till.number', 'shift.number', 'shift.business_day', 'shift.opened_at', 'shift.closed_at'])
    .orderBy('till.number')
    .orderBy('shift.number');
}

/** What came back in shifts of these days, by shift. */
export function backByShift(db: Db, table: 'sale_return' | 'loose_return', { first, last }: Period) {
  return db
    .selectFrom(`${table} as back` as 'sale_return as back')
    .innerJoin('shift', 'shift.id', 'back.shift_id')
    .select(({ fn }) => [
      'shift.id',
      fn.sum<number>('back.net_som').as('net'),
      fn.sum<number>('back.vat_som').as('vat'),
    ])
    .where('shift.business_day', '>=', first)
    .where('shift.business_day', '<=', last)
    .groupBy('shift.id');
}

/** Documents with numbers of their own, by the table that holds them. */
export const numberedTables = {
  receipts: 'sale',
  returns: 'sale_return',
  looseReturns: 'loose_return',
  zReports: 'shift',
} as const;
type NumberedTable = (typeof numberedTables)[keyof typeof numberedTables];

/** The first and last number of the period, by till. A receipt written on paper has a later number than its day's others. */
export function numberBounds(db: Db, table: NumberedTable, { first, last }: Period) {
  return db
    .selectFrom(table as 'sale')
    .select(({ fn }) => [
      'till_id',
      fn.min<number>('number').as('first_number'),
      fn.max<number>('number').as('last_number'),
    ])
    .where('business_day', '>=', first)
    .where('business_day', '<=', last)
    .groupBy('till_id');
}

interface NumberRange {
  readonly tillId: string;
  readonly first: number;
  readonly last: number;
}

/** How many documents have a number in a range, whatever their day: as many as the range is long, or some are gone. */
export function countInRange(db: Db, table: NumberedTable, { tillId, first, last }: NumberRange) {
  return db
    .selectFrom(table as 'sale')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('till_id', '=', tillId)
    .where('number', '>=', first)
    .where('number', '<=', last);
}

/** Where numbers are missing: each number after which a later one than the next follows. */
export function gapsIn(db: Db, table: NumberedTable, range: NumberRange, limit: number) {
  const pairs = db
    .selectFrom(table as 'sale')
    .select(({ fn }) => [
      'number',
      fn
        .agg<number | null>('lead', ['number'])
        .over((over) => over.orderBy('number'))
        .as('next'),
    ])
    .where('till_id', '=', range.tillId)
    .where('number', '>=', range.first)
    .where('number', '<=', range.last);
  return db
    .selectFrom(pairs.as('pairs'))
    .select(['number', 'next'])
    .where(({ eb, lit, ref }) => eb(ref('next'), '>', eb(ref('number'), '+', lit(1))))
    .orderBy('number')
    .limit(limit);
}

/** Where a page of receipts ended. Number and id tell receipts of one moment apart. */
export interface ReceiptPlace {
  readonly day: string;
  readonly soldAt: string;
  readonly number: number;
  readonly id: string;
}

/** Receipts of the period in the order of their days and moments. */
export function receiptsOfPeriod(db: Db, { first, last }: Period, after: ReceiptPlace | null, limit: number) {
  return db
    .selectFrom('sale')
    .innerJoin('till', 'till.id', 'sale.till_id')
    .select([
      'sale.id',
      'till.number as till_number',
      'sale.number',
      'sale.business_day',
      'sale.sold_at',
      'sale.entered_at',
      'sale.net_som',
    ])
    .where('sale.business_day', '>=', first)
    .where('sale.business_day', '<=', last)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('sale.business_day', 'sale.sold_at', 'sale.number', 'sale.id'),
          '>',
          tuple(after?.day ?? '', after?.soldAt ?? '', after?.number ?? 0, after?.id ?? ''),
        ),
      ),
    )
    .orderBy('sale.business_day')
    .orderBy('sale.sold_at')
    .orderBy('sale.number')
    .orderBy('sale.id')
    .limit(limit);
}

export function vatOfReceipts(db: Db, saleIds: readonly string[]) {
  return db
    .selectFrom('sale_line')
    .select(({ fn }) => [
      'sale_id',
      'vat_basis_points as rate',
      fn.sum<number>('net_som').as('net'),
      fn.sum<number>('vat_som').as('vat'),
    ])
    .where('sale_id', 'in', saleIds)
    .groupBy(['sale_id', 'vat_basis_points'])
    .orderBy('sale_id')
    .orderBy('vat_basis_points', 'desc');
}

/** Without the reference: it may hold a card's number. */
export function tendersOfReceipts(db: Db, saleIds: readonly string[]) {
  return db
    .selectFrom('sale_tender')
    .select(['sale_id', 'kind', 'provider', 'amount_som'])
    .where('sale_id', 'in', saleIds)
    .orderBy('sale_id')
    .orderBy('tender_no');
}

export function backOfReceipts(db: Db, saleIds: readonly string[]) {
  return db
    .selectFrom('sale_return')
    .select(({ fn }) => [
      'sale_id',
      fn.sum<number>('net_som').as('net'),
      fn.max<number>('is_whole').as('is_whole'),
    ])
    .where('sale_id', 'in', saleIds)
    .groupBy('sale_id');
}

/** The link at a place of a till's chain; undefined beyond its end. */
export function linkAt(db: Db, tillId: string, sequence: number) {
  return db
    .selectFrom('journal')
    .select(['sequence', 'business_day', 'hash'])
    .where('till_id', '=', tillId)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
}

/**
 * How many links of a till's chain belong to days before this one. Days never fall along a chain, so that twenty looks are
 * enough for a million links.
 */
export async function linksBefore(db: Db, tillId: string, day: BusinessDay, last: number): Promise<number> {
  let [before, from] = [0, last + 1];
  while (before + 1 < from) {
    const middle = Math.floor((before + from) / 2);
    const link = await linkAt(db, tillId, middle);
    if (link !== undefined && link.business_day < day) before = middle;
    else from = middle;
  }
  return before;
}
