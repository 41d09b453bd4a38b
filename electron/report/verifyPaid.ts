/** The check of the money by which tiers are reached: what receipts, repayments and returns say, customer by customer. */
import { agree, type Check, type Db } from './verifyCheck.ts';

/** Every finished sale with its customer of today: who bought, or was attached later, or has become somebody else since. */
function salesWithCustomer(db: Db) {
  return db
    .selectFrom('sale')
    .leftJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .innerJoin('customer', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('customer.id', '=', fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id'))),
      ),
    )
    .select(({ fn, ref }) => [
      'sale.id as sale_id',
      fn.coalesce(ref('customer.merged_into_id'), ref('customer.id')).as('subject'),
    ]);
}

/** What a customer gave for goods beside bonus and debt. */
const paidShares = ['money', 'gift_card', 'store_credit'] as const;

export const paidChecks: readonly Check[] = [
  agree({
    proves: 'the money that makes tiers is what receipts, repayments and returns say',
    of: 'customers',
    names: ['kept by day', 'documents'],
    left: (db) => [
      db
        .selectFrom('customer_paid_day')
        .select(({ fn }) => ['customer_id as subject', fn.sum<number>('paid_som').as('amount')])
        .groupBy('customer_id'),
    ],
    right: (db) => [...bought(db), repaid(db), ...cameBack(db)],
  }),
];

function bought(db: Db) {
  return paidShares.map((share) =>
    db
      .selectFrom(salesWithCustomer(db).as('bought'))
      .innerJoin('sale_line', 'sale_line.sale_id', 'bought.sale_id')
      .select(['bought.subject', `sale_line.${share}_share_som as amount`]),
  );
}

/** A debt counts when it is repaid; one from the paper notebook never does, it was no sale of this till. */
function repaid(db: Db) {
  return db
    .selectFrom('debt_payment_part')
    .innerJoin('debt_payment', 'debt_payment.id', 'debt_payment_part.payment_id')
    .innerJoin('debt', 'debt.id', 'debt_payment_part.debt_id')
    .select(['debt.customer_id as subject', 'debt_payment_part.amount_som as amount'])
    .where('debt_payment.kind', 'in', ['money', 'storeCredit'])
    .where('debt.sale_id', 'is not', null);
}

/** What came back holds repaid debt too, and what was withheld had come with it; a donation and rounding were never counted. */
function cameBack(db: Db) {
  const returns = db
    .selectFrom(salesWithCustomer(db).as('bought'))
    .innerJoin('sale_return', 'sale_return.sale_id', 'bought.sale_id');
  return [
    returns
      .innerJoin('sale_return_tender', 'sale_return_tender.return_id', 'sale_return.id')
      .select(({ eb, ref }) => ['bought.subject', eb.neg(ref('sale_return_tender.amount_som')).as('amount')])
      .where('sale_return_tender.kind', 'in', ['giftCard', 'storeCredit', 'cash', 'card', 'qr']),
    returns.select(({ eb, ref }) => ['bought.subject', eb.neg(ref('sale_return.withheld_som')).as('amount')]),
    returns.select(['bought.subject', 'sale_return.donation_som as amount']),
    returns.select(({ eb, ref }) => ['bought.subject', eb.neg(ref('sale_return.rounding_som')).as('amount')]),
  ];
}
