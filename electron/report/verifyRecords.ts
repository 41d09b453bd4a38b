/** Checks of the records themselves: numbers without gaps, and a link of the journal for every document. */
import { agree, type Check, type Db, none, rowsOf } from './verifyCheck.ts';

/** Each series of numbers, with the table of its documents. */
const numbered = [
  { series: 'sale', table: 'sale', of: 'receipts' },
  { series: 'shift', table: 'shift', of: 'shifts' },
  { series: 'goodsTakenBack', table: 'sale_return', of: 'returns' },
  { series: 'debtPayment', table: 'debt_payment', of: 'repayments' },
  { series: 'giftCardSale', table: 'gift_card_sale', of: 'gift card slips' },
  { series: 'looseReturn', table: 'loose_return', of: 'returns without a receipt' },
  { series: 'cashMove', table: 'cash_move', of: 'cash moves' },
  { series: 'specialOrder', table: 'special_order', of: 'orders' },
  { series: 'complaint', table: 'complaint', of: 'complaints' },
] as const;

/** Numbers begin with 1 and none is taken twice (the engine refuses that), so the last one must be how many there are. */
function numberCheck({ series, table, of }: (typeof numbered)[number]): Check {
  return agree({
    proves: `the numbers of ${of} have no gaps`,
    of,
    names: ['series', of],
    looked: rowsOf(table),
    left: (db) => [seriesOf(db, series, 'last number'), seriesOf(db, series, 'how many')],
    right: (db) => [
      db
        .selectFrom(table as 'sale')
        .select(({ fn, val }) => [
          fn<string>('concat', ['till_id', val(' last number')]).as('subject'),
          fn.max<number>('number').as('amount'),
        ])
        .groupBy('till_id'),
      db
        .selectFrom(table as 'sale')
        .select(({ fn, val }) => [
          fn<string>('concat', ['till_id', val(' how many')]).as('subject'),
          fn.countAll<number>().as('amount'),
        ])
        .groupBy('till_id'),
    ],
  });
}

function seriesOf(db: Db, series: string, end: string) {
  return db
    .selectFrom('number_series')
    .select(({ fn, val }) => [
      fn<string>('concat', ['till_id', val(` ${end}`)]).as('subject'),
      'last_number as amount',
    ])
    .where('kind', '=', series);
}

/** Documents with rows of their own, each of which must have a link; what one transaction writes is never apart. */
const written = [
  { kind: 'sale', table: 'sale', of: 'receipts', each: 'receipt' },
  { kind: 'goodsTakenBack', table: 'sale_return', of: 'returns', each: 'return' },
  {
    kind: 'goodsTakenBackLoose',
    table: 'loose_return',
    of: 'returns without a receipt',
    each: 'loose return',
  },
  { kind: 'shiftOpened', table: 'shift', of: 'shifts', each: 'shift' },
  { kind: 'cashMoved', table: 'cash_move', of: 'cash moves', each: 'cash move' },
] as const;

function writtenCheck({ kind, table, of, each }: (typeof written)[number]): Check {
  return none({
    proves: `every ${each} stands in the journal`,
    of,
    found: 'number',
    faults: (db) =>
      db
        .selectFrom(table as 'sale')
        .select(['id as subject', 'number as found'])
        .where('id', 'not in', (eb) =>
          eb.selectFrom('journal').select('journal.document_id').where('document_kind', '=', kind),
        ),
    looked: rowsOf(table),
  });
}

export const recordChecks: readonly Check[] = [...numbered.map(numberCheck), ...written.map(writtenCheck)];
