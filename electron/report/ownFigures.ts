/** The verb report.ownFigures: what the person at the window sold in a month, and never what another did. */
import { som, sumOf } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import { averageSom } from '../../shared/report/figures.ts';
import { monthOf } from '../../shared/time.ts';
import { businessDayNow } from '../businessDay.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { TillParts } from '../parts.ts';
import { readingVerb } from '../verb.ts';
import { type OwnDays, ownDiscounts, ownReceipts, ownReturns, removals } from './ownFiguresQueries.ts';

/**
 * | figure         | counts                                                             |
 * |----------------|--------------------------------------------------------------------|
 * | receipts, sold | what the person sold, also what came back later                     |
 * | discounts      | taken off by hand on those receipts; a shelf price is not a discount |
 * | lines removed  | goods lines taken out of a basket, one by one or with the whole of it |
 * | returns        | what the person took back, whoever had sold it                       |
 */
export const ownFigures = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.ownFigures, async (scope, input) => {
    const { db, actor } = scope;
    const database = parts.database();
    const month = monthOf(input.month ?? (await businessDayNow(db, scope)));
    const days: OwnDays = { personId: actor?.personId ?? '', ...month };
    const [sold] = await readHeavy(database, ownReceipts(db, days));
    const [discounts] = await readHeavy(database, ownDiscounts(db, days));
    const returns = await readHeavy(database, ownReturns(db, days));
    const receipts = sold?.receipts ?? 0;
    const soldSom = som(sold?.net ?? 0);
    return {
      month,
      receipts,
      soldSom,
      averageSom: averageSom(soldSom, receipts),
      receiptsWithCustomer: sold?.with_customer ?? 0,
      discountedReceipts: discounts?.receipts ?? 0,
      discountSom: som(discounts?.amount ?? 0),
      linesRemoved: await linesRemoved(database, days),
      returns: returns.reduce((count, each) => count + each.returns, 0),
      returnedSom: sumOf(returns, ({ net }) => som(net ?? 0)),
    };
  });

/** What the chain keeps of goods that left a basket: who took them out, and one entry for each line. */
interface Removal {
  readonly person: string | null;
  readonly content: { readonly lines: readonly unknown[] };
}

async function linesRemoved(database: Database, days: OwnDays): Promise<number> {
  const rows = await readHeavy(database, removals(database.db, days));
  return rows
    .map(({ content_json }) => JSON.parse(content_json) as Removal)
    .filter(({ person }) => person === days.personId)
    .reduce((count, { content }) => count + content.lines.length, 0);
}
