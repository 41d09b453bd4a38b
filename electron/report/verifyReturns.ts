/** Checks of returns: nothing comes back twice, and what came back left the books as it had entered them. */
import { agree, type Check, type Db, none, rowsOf } from './verifyCheck.ts';

const shares = ['bonus', 'gift_card', 'store_credit', 'debt', 'money'] as const;

/** Of each sold line, what all returns together took of one way of paying. */
function sharesBack(db: Db, share: (typeof shares)[number]) {
  return db
    .selectFrom('sale_line')
    .innerJoin('sale_return', 'sale_return.sale_id', 'sale_line.sale_id')
    .innerJoin('sale_return_line', (join) =>
      join
        .onRef('sale_return_line.return_id', '=', 'sale_return.id')
        .onRef('sale_return_line.line_no', '=', 'sale_line.line_no'),
    )
    .select(({ fn, ref, val }) => [
      fn<string>('concat', [ref('sale_line.sale_id'), val(' '), ref('sale_line.line_no')]).as('subject'),
      ref(`sale_line.${share}_share_som`).as('paid'),
      fn.sum<number>(`sale_return_line.${share}_som`).as('found'),
    ])
    .groupBy(['sale_line.sale_id', 'sale_line.line_no', `sale_line.${share}_share_som`]);
}

function shareCheck(share: (typeof shares)[number], words: string): Check {
  return none({
    proves: `no line gives back more ${words} than paid for it`,
    of: 'returned lines',
    found: 'given back',
    faults: (db) =>
      db
        .selectFrom(sharesBack(db, share).as('lines'))
        .select(['lines.subject', 'lines.found'])
        .whereRef('lines.found', '>', 'lines.paid'),
    looked: rowsOf('sale_return_line'),
  });
}

/** All that a return gave back, in whatever way. */
function givenBack(db: Db) {
  return db
    .selectFrom('sale_return_tender')
    .select(({ fn }) => ['return_id', fn.sum<number>('amount_som').as('sum')])
    .groupBy('return_id');
}

function looseLines(sum: 'net' | 'vat'): Check {
  return agree({
    proves: `the ${sum === 'net' ? 'net' : 'VAT'} of every return without a receipt is the sum of its lines`,
    of: 'returns without a receipt',
    names: ['return', 'lines'],
    looked: rowsOf('loose_return'),
    left: (db) => [db.selectFrom('loose_return').select(['id as subject', `${sum}_som as amount`])],
    right: (db) => [
      db.selectFrom('loose_return_line').select(['return_id as subject', `${sum}_som as amount`]),
    ],
  });
}

export const returnChecks: readonly Check[] = [
  none({
    proves: 'no line comes back in more pieces than were sold',
    of: 'returned lines',
    found: 'thousandths',
    faults: (db) =>
      db
        .selectFrom('sale_line')
        .innerJoin('sale_return', 'sale_return.sale_id', 'sale_line.sale_id')
        .innerJoin('sale_return_line', (join) =>
          join
            .onRef('sale_return_line.return_id', '=', 'sale_return.id')
            .onRef('sale_return_line.line_no', '=', 'sale_line.line_no'),
        )
        .select(({ fn, ref, val }) => [
          fn<string>('concat', [ref('sale_line.sale_id'), val(' '), ref('sale_line.line_no')]).as('subject'),
          fn.sum<number>('sale_return_line.quantity_thousandths').as('found'),
        ])
        .groupBy(['sale_line.sale_id', 'sale_line.line_no', 'sale_line.quantity_thousandths'])
        .having(
          ({ fn }) => fn.sum<number>('sale_return_line.quantity_thousandths'),
          '>',
          ({ ref }) => ref('sale_line.quantity_thousandths'),
        ),
    looked: rowsOf('sale_return_line'),
  }),
  shareCheck('bonus', 'bonus'),
  shareCheck('gift_card', 'of a gift card'),
  shareCheck('store_credit', 'from the account'),
  shareCheck('debt', 'debt'),
  shareCheck('money', 'money'),
  agree({
    proves: 'the net of every return is the sum of its lines',
    of: 'returns',
    names: ['return', 'lines'],
    left: (db) => [db.selectFrom('sale_return').select(['id as subject', 'net_som as amount'])],
    right: (db) =>
      shares.map((share) =>
        db.selectFrom('sale_return_line').select(['return_id as subject', `${share}_som as amount`]),
      ),
  }),
  none({
    proves: 'no return gives back more than its goods were paid with',
    of: 'returns',
    found: 'given back',
    faults: (db) =>
      db
        .selectFrom(givenBack(db).as('given'))
        .innerJoin('sale_return', 'sale_return.id', 'given.return_id')
        .select(['sale_return.id as subject', 'given.sum as found'])
        .where(({ eb, ref }) => {
          const comesBack = eb(ref('sale_return.net_som'), '+', ref('sale_return.donation_som'));
          const stays = eb(ref('sale_return.rounding_som'), '+', ref('sale_return.withheld_som'));
          return eb('given.sum', '>', eb(comesBack, '-', stays));
        }),
    looked: rowsOf('sale_return'),
  }),
  agree({
    proves: 'what goods that came back paid in an exchange left with the return and came with the sale',
    of: 'exchanges',
    names: ['exchange', 'tenders and origins'],
    looked: rowsOf('sale_exchange'),
    left: (db) =>
      ['return', 'sale', 'origins'].map((part) =>
        db
          .selectFrom('sale_exchange')
          .select(({ fn, ref, val }) => [
            fn<string>('concat', [ref('sale_id'), val(` ${part}`)]).as('subject'),
            'used_som as amount',
          ])
          .where('used_som', '>', 0),
      ),
    right: (db) => [
      db
        .selectFrom('sale_return_tender')
        .leftJoin('sale_exchange', 'sale_exchange.return_id', 'sale_return_tender.return_id')
        .select(({ fn, ref, val }) => [
          fn<string>('concat', [
            fn.coalesce(ref('sale_exchange.sale_id'), ref('sale_return_tender.return_id')),
            val(' return'),
          ]).as('subject'),
          'sale_return_tender.amount_som as amount',
        ])
        .where('sale_return_tender.reference', 'like', 'exchange:%'),
      db
        .selectFrom('sale_tender')
        .select(({ fn, ref, val }) => [
          fn<string>('concat', [ref('sale_tender.sale_id'), val(' sale')]).as('subject'),
          'sale_tender.amount_som as amount',
        ])
        .where('sale_tender.reference', 'like', 'exchange:%'),
      db
        .selectFrom('sale_exchange_origin')
        .select(({ fn, ref, val }) => [
          fn<string>('concat', [ref('sale_id'), val(' origins')]).as('subject'),
          'amount_som as amount',
        ]),
    ],
  }),
  ...(['net', 'vat'] as const).map(looseLines),
  none({
    proves: 'no receipt has more VAT taken back than it had',
    of: 'receipts with returns',
    found: 'VAT taken back',
    faults: (db) =>
      db
        .selectFrom('sale_return')
        .innerJoin('sale', 'sale.id', 'sale_return.sale_id')
        .select(({ fn }) => ['sale.id as subject', fn.sum<number>('sale_return.vat_som').as('found')])
        .groupBy(['sale.id', 'sale.vat_som'])
        .having(
          ({ fn }) => fn.sum<number>('sale_return.vat_som'),
          '>',
          ({ ref }) => ref('sale.vat_som'),
        ),
    looked: (db) =>
      db.selectFrom('sale_return').select(({ fn }) => fn.count<number>('sale_id').distinct().as('count')),
  }),
  agree({
    proves: 'the VAT that the shop owes is that of its receipts less that of its returns',
    of: 'accounts',
    names: ['account', 'receipts and returns'],
    left: (db) => [
      db
        .selectFrom('account')
        .select(({ eb }) => ['kind as subject', eb.neg(eb.ref('balance_som')).as('amount')])
        .where('kind', '=', 'vat'),
    ],
    right: (db) => [
      db.selectFrom('sale').select(({ val }) => [val('vat').as('subject'), 'vat_som as amount']),
      db
        .selectFrom('sale_return')
        .select(({ eb, val }) => [val('vat').as('subject'), eb.neg(eb.ref('vat_som')).as('amount')]),
      db
        .selectFrom('loose_return')
        .select(({ eb, val }) => [val('vat').as('subject'), eb.neg(eb.ref('vat_som')).as('amount')]),
    ],
  }),
];
