/** Checks of the ledger: postings balance, accounts equal their entries, and what may not be below zero is not. */
import { agree, type Check, type Db, none, rowsOf } from './verifyCheck.ts';

/** The balance of every account of a kind, credit above zero: what the shop owes. */
export function owedByShop(db: Db, kind: string) {
  return db
    .selectFrom('account')
    .select(({ eb }) => ['subject_id as subject', eb.neg(eb.ref('balance_som')).as('amount')])
    .where('kind', '=', kind);
}

function belowZero(kind: string, of: string, plural: string): Check {
  return none({
    proves: `no ${of} is below zero`,
    of: plural,
    found: 'balance',
    faults: (db) =>
      db
        .selectFrom(owedByShop(db, kind).as('owed'))
        .select(['subject', 'amount as found'])
        .where('amount', '<', 0),
    looked: (db) =>
      db
        .selectFrom('account')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('kind', '=', kind),
  });
}

export const ledgerChecks: readonly Check[] = [
  none({
    proves: 'the entries of every posting sum to zero',
    of: 'postings',
    found: 'sum',
    faults: (db) =>
      db
        .selectFrom('posting_entry')
        .select(({ fn }) => ['posting_id as subject', fn.sum<number>('amount_som').as('found')])
        .groupBy('posting_id')
        .having(({ fn }) => fn.sum('amount_som'), '!=', 0),
    looked: rowsOf('posting'),
  }),
  none({
    proves: 'no posting is without entries',
    of: 'postings',
    found: 'entries',
    faults: (db) =>
      db
        .selectFrom('posting')
        .leftJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
        .select(({ lit }) => ['posting.id as subject', lit<number>(0).as('found')])
        .where('posting_entry.posting_id', 'is', null),
    looked: rowsOf('posting'),
  }),
  agree({
    proves: 'every account is the sum of its entries',
    of: 'accounts',
    names: ['account', 'entries'],
    left: (db) => [
      db
        .selectFrom('account')
        .select(({ fn, val }) => [
          fn<string>('concat', ['kind', val(' '), 'subject_id']).as('subject'),
          'balance_som as amount',
        ]),
    ],
    right: (db) => [
      db
        .selectFrom('posting_entry')
        .select(({ fn, val }) => [
          fn<string>('concat', ['account_kind', val(' '), 'subject_id']).as('subject'),
          fn.sum<number>('amount_som').as('amount'),
        ])
        .groupBy(['account_kind', 'subject_id']),
    ],
  }),
  belowZero('giftCard', 'gift card', 'gift cards'),
  belowZero('storeCredit', 'account of a customer', 'accounts'),
];
