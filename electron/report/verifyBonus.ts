/** Checks of bonus: lots explain every balance, what went in and out explains every lot, and the months add up. */
import { goneKinds } from '../../shared/loyalty/bonusMonth.ts';
import { agree, type Check, type Db, none, rowsOf } from './verifyCheck.ts';
import { owedByShop } from './verifyLedger.ts';

/** What lies in the lots of each holder: a customer, or whoever brings a receipt's claim code. */
function inLots(db: Db) {
  return db
    .selectFrom('bonus_lot')
    .select(({ fn }) => ['holder_id as subject', fn.sum<number>('remaining_som').as('amount')])
    .groupBy('holder_id');
}

/** Lots less balance of each holder: what returns left owing (docs/rules.md rule 8). */
function owedByHolder(db: Db) {
  const negative = db
    .selectFrom(owedByShop(db, 'bonusLiability').as('balance'))
    .select(({ eb }) => ['subject', eb.neg(eb.ref('amount')).as('amount')]);
  return db
    .selectFrom(inLots(db).unionAll(negative).as('sides'))
    .select(({ fn }) => ['subject', fn.sum<number>('amount').as('owed')])
    .groupBy('subject');
}

/** Movements of the shop's whole liability in the ledger, by month; given above zero. */
function liabilityByMonth(db: Db) {
  return db
    .selectFrom('posting_entry')
    .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
    .select(({ eb, fn, lit, ref }) => [
      fn<string>('substr', [ref('posting.business_day'), lit(1), lit(7)]).as('subject'),
      eb.neg(fn.sum<number>('posting_entry.amount_som')).as('amount'),
    ])
    .where('posting_entry.account_kind', '=', 'bonusLiability')
    .groupBy(({ fn, lit, ref }) => fn('substr', [ref('posting.business_day'), lit(1), lit(7)]));
}

const lotsCheck = agree({
  proves: 'every lot holds what was earned, less what was taken out, plus what was given back',
  of: 'lots',
  names: ['remaining', 'by its uses'],
  left: (db) => [db.selectFrom('bonus_lot').select(['id as subject', 'remaining_som as amount'])],
  right: (db) => [
    db.selectFrom('bonus_lot').select(['id as subject', 'earned_som as amount']),
    db.selectFrom('bonus_lot_use').select(({ eb }) => [
      'lot_id as subject',
      eb
        .case()
        .when('kind', '=', 'givenBack')
        .then(eb.ref('amount_som'))
        .else(eb.neg(eb.ref('amount_som')))
        .end()
        .as('amount'),
    ]),
  ],
});

export const bonusChecks: readonly Check[] = [
  lotsCheck,
  none({
    proves: 'no lot is below zero',
    of: 'lots',
    found: 'remaining',
    faults: (db) =>
      db
        .selectFrom('bonus_lot')
        .select(['id as subject', 'remaining_som as found'])
        .where('remaining_som', '<', 0),
    looked: rowsOf('bonus_lot'),
  }),
  none({
    proves: 'every bonus balance lies in lots; it is below them only after a return',
    of: 'holders',
    found: 'balance above the lots by',
    faults: (db) =>
      db
        .selectFrom(owedByHolder(db).as('holders'))
        .select(({ eb }) => ['subject', eb.neg(eb.ref('owed')).as('found')])
        .where('owed', '<', 0),
    looked: (db) =>
      db.selectFrom(owedByHolder(db).as('holders')).select(({ fn }) => fn.countAll<number>().as('count')),
  }),
  agree({
    proves: 'bonus that waits on claim codes is what the shop owes on them',
    of: 'claim codes',
    names: ['lots', 'account'],
    left: (db) => [inLots(db).where('holder_kind', '=', 'claim')],
    right: (db) => [
      db
        .selectFrom(owedByShop(db, 'bonusLiability').as('balance'))
        .innerJoin('sale', 'sale.claim_code', 'balance.subject')
        .select(['balance.subject', 'balance.amount']),
    ],
  }),
  none({
    proves: 'nothing waits on the code of a receipt that has its customer',
    of: 'receipts given to a customer later',
    found: 'waiting',
    faults: (db) =>
      db
        .selectFrom('sale_attachment')
        .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
        .innerJoin('bonus_lot', 'bonus_lot.holder_id', 'sale.claim_code')
        .select(['bonus_lot.holder_id as subject', 'bonus_lot.remaining_som as found'])
        .where('bonus_lot.remaining_som', '>', 0),
    looked: rowsOf('sale_attachment'),
  }),
  agree({
    proves: 'every gift is what the ledger gave for it',
    of: 'gifts',
    names: ['gift', 'ledger'],
    left: (db) => [db.selectFrom('gift').select(['id as subject', 'amount_som as amount'])],
    right: (db) => [
      db
        .selectFrom('posting_entry')
        .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
        .select(({ eb }) => [
          'posting.document_id as subject',
          eb.neg('posting_entry.amount_som').as('amount'),
        ])
        .where('posting.document_kind', '=', 'giftGiven')
        .where('posting_entry.account_kind', '=', 'bonusLiability'),
    ],
  }),
  agree({
    proves: 'bonus given less bonus gone, month by month, is what the ledger moved',
    of: 'months',
    names: ['months', 'ledger'],
    left: (db) => [
      db.selectFrom('bonus_month').select(({ eb }) => [
        'month as subject',
        eb
          .case()
          .when('kind', 'in', goneKinds)
          .then(eb.neg(eb.ref('amount_som')))
          .else(eb.ref('amount_som'))
          .end()
          .as('amount'),
      ]),
    ],
    right: (db) => [liabilityByMonth(db)],
  }),
];
