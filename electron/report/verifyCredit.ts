/** Checks of nasiya and gift cards: debts, their payments and the ledger tell the same. */
import { agree, type Check, none, rowsOf } from './verifyCheck.ts';

export const creditChecks: readonly Check[] = [
  agree({
    proves: 'what every customer owes is the sum of their open debts',
    of: 'debtors',
    names: ['account', 'open debts'],
    left: (db) => [
      db
        .selectFrom('account')
        .select(['subject_id as subject', 'balance_som as amount'])
        .where('kind', '=', 'customerDebt'),
    ],
    right: (db) => [
      db
        .selectFrom('debt')
        .select(({ fn }) => ['customer_id as subject', fn.sum<number>('open_som').as('amount')])
        .groupBy('customer_id'),
    ],
  }),
  agree({
    proves: 'every debt is open by what was not settled of it',
    of: 'debts',
    names: ['taken', 'open and settled'],
    left: (db) => [db.selectFrom('debt').select(['id as subject', 'amount_som as amount'])],
    right: (db) => [
      db.selectFrom('debt').select(['id as subject', 'open_som as amount']),
      db.selectFrom('debt_payment_part').select(['debt_id as subject', 'amount_som as amount']),
    ],
  }),
  agree({
    proves: 'every repayment is the sum of what it settled',
    of: 'repayments',
    names: ['paid', 'settled'],
    left: (db) => [db.selectFrom('debt_payment').select(['id as subject', 'amount_som as amount'])],
    right: (db) => [
      db.selectFrom('debt_payment_part').select(['payment_id as subject', 'amount_som as amount']),
    ],
  }),
  agree({
    proves: 'the bonus of every repayment is the sum over the sales it settled',
    of: 'repayments',
    names: ['earned', 'by sale'],
    left: (db) => [db.selectFrom('debt_payment').select(['id as subject', 'bonus_earned_som as amount'])],
    right: (db) => [
      db.selectFrom('debt_payment_part').select(['payment_id as subject', 'bonus_som as amount']),
    ],
  }),
  agree({
    proves: 'goods sold on credit stand among the debts with the same sum',
    of: 'sales on credit',
    names: ['sale', 'debt'],
    left: (db) => [
      db
        .selectFrom('sale_tender')
        .select(['sale_id as subject', 'amount_som as amount'])
        .where('kind', '=', 'debt'),
    ],
    right: (db) => [
      db
        .selectFrom('debt')
        .select(['sale_id as subject', 'amount_som as amount'])
        .where('sale_id', 'is not', null)
        .$castTo<{ subject: string; amount: number }>(),
    ],
  }),
  agree({
    proves: 'money taken for gift cards is on the cards it was taken for',
    of: 'gift cards',
    names: ['taken', 'put on the card'],
    left: (db) => [
      db
        .selectFrom('gift_card_sale')
        .select(({ fn }) => ['card_number as subject', fn.sum<number>('amount_som').as('amount')])
        .groupBy('card_number'),
    ],
    right: (db) => [
      db
        .selectFrom('posting_entry')
        .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
        .select(({ eb, ref }) => [
          'posting_entry.subject_id as subject',
          eb.neg(ref('posting_entry.amount_som')).as('amount'),
        ])
        .where('posting_entry.account_kind', '=', 'giftCard')
        .where('posting.document_kind', 'in', ['giftCardSold', 'giftCardToppedUp']),
    ],
  }),
  none({
    proves: 'every account of a gift card belongs to a card that was sold',
    of: 'gift cards',
    found: 'balance',
    faults: (db) =>
      db
        .selectFrom('account')
        .leftJoin('gift_card', 'gift_card.number', 'account.subject_id')
        .select(['account.subject_id as subject', 'account.balance_som as found'])
        .where('account.kind', '=', 'giftCard')
        .where('gift_card.number', 'is', null),
    looked: rowsOf('gift_card'),
  }),
];
