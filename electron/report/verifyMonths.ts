/** Checks of months: their sums are the ledger's, and a closed month is still what was kept of it. */
import { type BusinessDay, monthOf } from '../../shared/time.ts';
import { booksReading } from './books.ts';
import { isAsKept } from './month.ts';
import { monthBooks } from './monthBooks.ts';
import { agree, type Check, type Checked, type Db, mostExamples } from './verifyCheck.ts';

/** What the ledger moved of an account kind, by month; credit above zero. */
function creditByMonth(db: Db, account: string) {
  return db
    .selectFrom('posting_entry')
    .innerJoin('posting', 'posting.id', 'posting_entry.posting_id')
    .select(({ eb, fn, lit, ref }) => [
      fn<string>('substr', [ref('posting.business_day'), lit(1), lit(7)]).as('subject'),
      eb.neg(ref('posting_entry.amount_som')).as('amount'),
    ])
    .where('posting_entry.account_kind', '=', account);
}

/** A sum of a table of documents by the month of their business day, as it stands or taken off. */
function byMonth(db: Db, table: 'sale' | 'sale_return' | 'loose_return', sign: 1 | -1) {
  return db
    .selectFrom(table as 'sale')
    .select(({ eb, fn, lit, ref }) => [
      fn<string>('substr', [ref('business_day'), lit(1), lit(7)]).as('subject'),
      (sign === 1 ? ref('vat_som') : eb.neg(ref('vat_som'))).as('amount'),
    ]);
}

/** Every closed month worked out anew. */
async function recomputeClosed(db: Db): Promise<Checked> {
  const closed = await db
    .selectFrom('closed_month')
    .selectAll()
    .where('reopened_at', 'is', null)
    .orderBy('month')
    .execute();
  const wrong: string[] = [];
  for (const kept of closed) {
    const { last } = monthOf(`${kept.month}-01` as BusinessDay);
    if (!isAsKept(kept, await monthBooks(booksReading(db), kept.month, last))) wrong.push(kept.month);
  }
  return {
    count: closed.length,
    wrong: wrong.length,
    examples: wrong.slice(0, mostExamples).map((month) => `${month}: the file says something else now`),
  };
}

export const monthChecks: readonly Check[] = [
  agree({
    proves: 'VAT of receipts less that of returns, month by month, is what the ledger holds',
    of: 'months',
    names: ['documents', 'ledger'],
    left: (db) => [byMonth(db, 'sale', 1), byMonth(db, 'sale_return', -1), byMonth(db, 'loose_return', -1)],
    right: (db) => [creditByMonth(db, 'vat')],
  }),
  agree({
    proves: 'every expense that was noted stands in the ledger on its day',
    of: 'expenses',
    names: ['noted', 'ledger'],
    left: (db) => [
      db
        .selectFrom('expense')
        .select(({ fn, ref, val }) => [
          fn<string>('concat', [ref('id'), val(' '), ref('business_day')]).as('subject'),
          'amount_som as amount',
        ]),
    ],
    right: (db) => [
      db
        .selectFrom('posting')
        .innerJoin('posting_entry', 'posting_entry.posting_id', 'posting.id')
        .select(({ fn, ref, val }) => [
          fn<string>('concat', [ref('posting.document_id'), val(' '), ref('posting.business_day')]).as(
            'subject',
          ),
          'posting_entry.amount_som as amount',
        ])
        .where('posting.document_kind', '=', 'expenseNoted')
        .where('posting_entry.account_kind', '=', 'expense'),
    ],
  }),
  {
    proves: 'every closed month still comes to the figures that were kept',
    of: 'closed months',
    run: recomputeClosed,
  },
];
