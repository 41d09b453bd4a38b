/** Checks of sales: lines, discounts, tenders and shares of every receipt fit each other to the last so'm. */
import { agree, type Check, type Db, none, rowsOf } from './verifyCheck.ts';

const lineSums = ['gross_som', 'net_som', 'vat_som'] as const;

function lineSum(column: (typeof lineSums)[number], of: string): Check {
  return agree({
    proves: `the ${of} of every receipt is the sum of its lines`,
    of: 'receipts',
    names: ['receipt', 'lines'],
    left: (db) => [db.selectFrom('sale').select(['id as subject', `${column} as amount`])],
    right: (db) => [
      db
        .selectFrom('sale_line')
        .select(({ fn }) => ['sale_id as subject', fn.sum<number>(column).as('amount')])
        .groupBy('sale_id'),
    ],
  });
}

/** What each kind of tender paid, and what the lines say that it paid of them. */
function shareCheck(
  kind: string,
  words: string,
  share: 'bonus_share_som' | 'gift_card_share_som' | 'store_credit_share_som' | 'debt_share_som',
): Check {
  return agree({
    proves: `what was paid ${words} is shared over the lines`,
    of: 'receipts',
    names: ['paid', 'shares'],
    left: (db) => [tendersOf(db).where('kind', '=', kind)],
    right: (db) => [
      db
        .selectFrom('sale_line')
        .select(({ fn }) => ['sale_id as subject', fn.sum<number>(share).as('amount')])
        .groupBy('sale_id'),
    ],
  });
}

function tendersOf(db: Db) {
  return db.selectFrom('sale_tender').select(['sale_id as subject', 'amount_som as amount']);
}

export const saleChecks: readonly Check[] = [
  lineSum('gross_som', 'gross'),
  lineSum('net_som', 'net'),
  lineSum('vat_som', 'VAT'),
  agree({
    proves: 'discounts explain the difference between shelf price and net of every line',
    of: 'lines',
    names: ['gross', 'net and discounts'],
    left: (db) => [lineAmounts(db, 'gross_som')],
    right: (db) => [
      lineAmounts(db, 'net_som'),
      db
        .selectFrom('sale_adjustment')
        .select(({ fn, val }) => [
          fn<string>('concat', ['sale_id', val(' '), 'line_no']).as('subject'),
          'amount_som as amount',
        ]),
    ],
  }),
  agree({
    proves: 'what the lines of every receipt count for in returns is its net',
    of: 'receipts',
    names: ['net', 'lines'],
    left: (db) => [db.selectFrom('sale').select(['id as subject', 'net_som as amount'])],
    right: (db) => [
      db
        .selectFrom('sale_line')
        .select(({ fn }) => ['sale_id as subject', fn.sum<number>('settled_som').as('amount')])
        .groupBy('sale_id'),
    ],
  }),
  none({
    proves: 'the shares of every line are what the line counts for',
    of: 'lines',
    found: 'line',
    faults: (db) =>
      db
        .selectFrom('sale_line')
        .select(['sale_id as subject', 'line_no as found'])
        .where(({ eb, ref }) =>
          eb(
            eb(
              eb(
                eb(
                  eb(ref('bonus_share_som'), '+', ref('gift_card_share_som')),
                  '+',
                  ref('store_credit_share_som'),
                ),
                '+',
                ref('debt_share_som'),
              ),
              '+',
              ref('money_share_som'),
            ),
            '!=',
            ref('settled_som'),
          ),
        ),
    looked: rowsOf('sale_line'),
  }),
  shareCheck('bonus', 'by bonus', 'bonus_share_som'),
  shareCheck('giftCard', 'by gift card', 'gift_card_share_som'),
  shareCheck('storeCredit', 'from the account', 'store_credit_share_som'),
  shareCheck('debt', 'on credit', 'debt_share_som'),
  agree({
    proves: 'tenders and rounding of every receipt cover its net and its donation',
    of: 'receipts',
    names: ['net and donation', 'tenders and rounding'],
    left: (db) => [
      db.selectFrom('sale').select(['id as subject', 'net_som as amount']),
      db
        .selectFrom('donation')
        .select(['sale_id as subject', 'amount_som as amount'])
        .where('kind', '=', 'roundUp')
        .where('sale_id', 'is not', null)
        .$castTo<{ subject: string; amount: number }>(),
    ],
    right: (db) => [tendersOf(db), db.selectFrom('sale').select(['id as subject', 'rounding_som as amount'])],
  }),
];

function lineAmounts(db: Db, column: 'gross_som' | 'net_som') {
  return db
    .selectFrom('sale_line')
    .select(({ fn, val }) => [
      fn<string>('concat', ['sale_id', val(' '), 'line_no']).as('subject'),
      `${column} as amount`,
    ]);
}
