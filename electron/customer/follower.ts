/** Keeps every customer's figures while documents are written. */
import type { Transaction } from 'kysely';
import type { TillDocument } from '../../shared/journal/document.ts';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

/** The documents by which a customer is known to have come and paid. */
const visitKinds: ReadonlySet<string> = new Set(['sale', 'saleAttached']);

const addVisit = hotInsert(
  'customer_figure',
  ['customer_id', 'visits', 'receipts', 'paid_som', 'first_visit_on', 'last_visit_on'],
  (insert) =>
    insert.onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet(({ eb, ref, val }) => ({
        visits: eb(
          'customer_figure.visits',
          '+',
          eb
            .case()
            .when('excluded.last_visit_on', '>', ref('customer_figure.last_visit_on'))
            .then(val(1))
            .else(val(0))
            .end(),
        ),
        receipts: eb('customer_figure.receipts', '+', ref('excluded.receipts')),
        paid_som: eb('customer_figure.paid_som', '+', ref('excluded.paid_som')),
        first_visit_on: eb
          .case()
          .when('excluded.first_visit_on', '<', ref('customer_figure.first_visit_on'))
          .then(ref('excluded.first_visit_on'))
          .else(ref('customer_figure.first_visit_on'))
          .end(),
        last_visit_on: eb
          .case()
          .when('excluded.last_visit_on', '>', ref('customer_figure.last_visit_on'))
          .then(ref('excluded.last_visit_on'))
          .else(ref('customer_figure.last_visit_on'))
          .end(),
      })),
    ),
);

const payLess = hotQuery((db, value: { customerId: string; paidSom: number }) =>
  db
    .updateTable('customer_figure')
    .set((eb) => ({ paid_som: eb('paid_som', '+', value.paidSom) }))
    .where('customer_id', '=', value.customerId),
);

/**
 * Adds a document to the figures of its customer. Several receipts of one business day are one visit; a receipt that is
 * given to the customer later counts on the day it is given, when the customer stands at the till again. Goods that come
 * back lower what was paid; the customer was here all the same.
 */
export async function followCustomerFigures(trx: Transaction<Tables>, document: TillDocument): Promise<void> {
  if (document.customerId !== null && document.kind === 'goodsTakenBack') {
    await payLess.all(trx, { customerId: document.customerId, paidSom: document.paidSom });
  }
  if (document.customerId === null || !visitKinds.has(document.kind)) return;
  await addVisit.one(trx, {
    customer_id: document.customerId,
    visits: 1,
    receipts: 1,
    paid_som: document.paidSom,
    first_visit_on: document.businessDay,
    last_visit_on: document.businessDay,
  });
}

/** Adds the figures of one customer to another's and leaves none behind: they have turned out to be the same person. */
export async function mergeFigures(trx: Transaction<Tables>, from: string, to: string): Promise<void> {
  const figures = await trx
    .selectFrom('customer_figure')
    .selectAll()
    .where('customer_id', 'in', [from, to])
    .orderBy('first_visit_on')
    .execute();
  const [first] = figures;
  if (first === undefined) return;
  await trx.deleteFrom('customer_figure').where('customer_id', 'in', [from, to]).execute();
  await trx
    .insertInto('customer_figure')
    .values({
      customer_id: to,
      visits: figures.reduce((sum, row) => sum + row.visits, 0),
      receipts: figures.reduce((sum, row) => sum + row.receipts, 0),
      paid_som: figures.reduce((sum, row) => sum + row.paid_som, 0),
      first_visit_on: first.first_visit_on,
      last_visit_on: figures.reduce(
        (last, row) => (row.last_visit_on > last ? row.last_visit_on : last),
        first.last_visit_on,
      ),
    })
    .execute();
}
