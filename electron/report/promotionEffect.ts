/** The verb report.promotionEffect: what a promotion gave, and what the receipts on which it worked came to. */
import type { Kysely } from 'kysely';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import { promotionReports } from '../../shared/report/promotionContract.ts';
import { businessDay } from '../../shared/time.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { Tables } from '../database/tables.ts';
import type { TillParts } from '../parts.ts';
import { promotionRow } from '../promotion/queries.ts';
import { readingVerb } from '../verb.ts';

type Db = Kysely<Tables>;

/** A full return takes the receipt and what was given on it back; what its receipt came to stays in what was brought. */
export const promotionEffect = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(promotionReports.promotionEffect, async (_, { promotionId }) => {
    const database = parts.database();
    const { db } = database;
    if ((await promotionRow(db, promotionId)) === null) throw new Refusal('NotFound', { what: 'promotion' });
    const [brought] = await readHeavy(database, broughtBy(db, promotionId));
    const days = (await readHeavy(database, byDay(db, promotionId))).map((row) => ({
      day: businessDay(row.business_day),
      receipts: row.sales - row.returns,
      givenSom: som(row.given ?? 0),
    }));
    return {
      receipts: days.reduce((sum, each) => sum + each.receipts, 0),
      givenSom: som(days.reduce((sum, each) => sum + each.givenSom, 0)),
      broughtSom: som(brought?.net ?? 0),
      customers: brought?.customers ?? 0,
      newCustomers: brought?.new_customers ?? 0,
      days,
    };
  });

function byDay(db: Db, promotionId: string) {
  return db
    .selectFrom('promotion_use')
    .select(({ eb, fn }) => [
      'business_day',
      fn.count<number>(eb.case().when('document_kind', '=', 'sale').then(1).end()).as('sales'),
      fn.count<number>(eb.case().when('document_kind', '=', 'return').then(1).end()).as('returns'),
      fn.sum<number | null>('amount_som').as('given'),
    ])
    .where('promotion_id', '=', promotionId)
    .groupBy('business_day')
    .orderBy('business_day');
}

/** One row of sums over the receipts. A customer is new whose first visit was the day of such a receipt. */
function broughtBy(db: Db, promotionId: string) {
  return db
    .selectFrom('promotion_use')
    .innerJoin('sale', 'sale.id', 'promotion_use.document_id')
    .leftJoin('customer_figure', 'customer_figure.customer_id', 'promotion_use.customer_id')
    .select(({ eb, fn, ref }) => {
      const newcomer = eb
        .case()
        .when('customer_figure.first_visit_on', '=', ref('promotion_use.business_day'))
        .then(ref('promotion_use.customer_id'))
        .end();
      return [
        fn.sum<number | null>('sale.net_som').as('net'),
        fn.count<number>('promotion_use.customer_id').distinct().as('customers'),
        fn.count<number>(newcomer).distinct().as('new_customers'),
      ];
    })
    .where('promotion_use.promotion_id', '=', promotionId);
}
