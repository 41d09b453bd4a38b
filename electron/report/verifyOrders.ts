/** Checks of special orders: deposits, their orders, the journal and the ledger tell the same. */
import { agree, type Check, none, rowsOf } from './verifyCheck.ts';

const depositKinds = ['orderDeposit', 'orderDepositBack'] as const;

export const orderChecks: readonly Check[] = [
  agree({
    proves: 'the deposit of every order is what was taken less what was given back',
    of: 'orders',
    names: ['order', 'deposits'],
    left: (db) => [db.selectFrom('special_order').select(['id as subject', 'deposit_som as amount'])],
    right: (db) => [
      db
        .selectFrom('order_deposit')
        .select(['order_id as subject', 'amount_som as amount'])
        .where('kind', '=', 'taken'),
      db
        .selectFrom('order_deposit')
        .select(({ eb, ref }) => ['order_id as subject', eb.neg(ref('amount_som')).as('amount')])
        .where('kind', '=', 'givenBack'),
    ],
    looked: rowsOf('special_order'),
  }),
  agree({
    proves: 'every deposit lies on an account of a customer, and nowhere else',
    of: 'deposits',
    names: ['deposit', 'account'],
    left: (db) => [
      db
        .selectFrom('order_deposit')
        .select(['id as subject', 'amount_som as amount'])
        .where('kind', '=', 'taken'),
      db
        .selectFrom('order_deposit')
        .select(({ eb, ref }) => ['id as subject', eb.neg(ref('amount_som')).as('amount')])
        .where('kind', '=', 'givenBack'),
    ],
    right: (db) => [
      db
        .selectFrom('posting')
        .innerJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
        .select(({ eb, ref }) => [
          'posting.document_id as subject',
          eb.neg(ref('posting_entry.amount_som')).as('amount'),
        ])
        .where('posting.document_kind', 'in', [...depositKinds])
        .where('posting_entry.account_kind', '!=', 'cashDrawer'),
    ],
    looked: rowsOf('order_deposit'),
  }),
  none({
    proves: 'every deposit stands in the journal',
    of: 'deposits',
    found: 'amount',
    faults: (db) =>
      db
        .selectFrom('order_deposit')
        .select(['id as subject', 'amount_som as found'])
        .where('id', 'not in', (eb) =>
          eb
            .selectFrom('journal')
            .select('journal.document_id')
            .where('document_kind', 'in', [...depositKinds]),
        ),
    looked: rowsOf('order_deposit'),
  }),
];
