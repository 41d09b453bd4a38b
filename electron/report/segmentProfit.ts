/** Gross profit by customer: goods whose purchase price was known when they were sold, less what came back of them. */
import { som, thousandths } from '../../shared/money.ts';
import { partBack } from '../../shared/report/margin.ts';
import type { BusinessDay } from '../../shared/time.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import { createTurns } from '../turns.ts';
import { type DaySpan, soldSpans } from './daySpans.ts';
import { linesBack } from './monthQueries.ts';
import { earnedIn } from './segmentQueries.ts';

/** The lines of so many days are read at once. */
const daysAtOnce = 2;

interface Profits {
  readonly sums: Map<string, number>;
  incomeSom: number;
  knownSom: number;
}

/** What each customer brought since a day, by who they are today; only goods with a known cost count. */
export async function profitsSince(
  database: Database,
  since: BusinessDay,
  today: BusinessDay,
  todaysId: ReadonlyMap<string, string>,
): Promise<Profits> {
  const profits: Profits = { sums: new Map(), incomeSom: 0, knownSom: 0 };
  const add = (customerId: string, profitSom: number) => {
    const id = todaysId.get(customerId) ?? customerId;
    profits.sums.set(id, (profits.sums.get(id) ?? 0) + profitSom);
  };
  const turn = createTurns();
  for (const span of await soldSpans(database, since, today, daysAtOnce)) {
    await addSold(database, span, profits, add);
    await turn();
    await takeBack(database, span, profits, add);
    await turn();
  }
  return profits;
}

type Add = (customerId: string, profitSom: number) => void;

async function addSold(database: Database, span: DaySpan, profits: Profits, add: Add): Promise<void> {
  for (const row of await readHeavy(database, earnedIn(database.db, span))) {
    if (row.id === null) continue;
    const knownSom = Number(row.known_som);
    profits.incomeSom += Number(row.income_som);
    profits.knownSom += knownSom;
    if (row.cost_som !== null) add(row.id, knownSom - Number(row.cost_som));
  }
}

/** Pieces that came back take their part of what the line had brought and cost, as in the month's margin. */
async function takeBack(database: Database, span: DaySpan, profits: Profits, add: Add): Promise<void> {
  const returned = linesBack(database.db, span)
    .select('sale_return.customer_id')
    .where('sale_return.customer_id', 'is not', null);
  for (const row of await readHeavy(database, returned)) {
    if (row.customer_id === null) continue;
    const line = {
      soldThousandths: thousandths(row.sold),
      beforeThousandths: thousandths(Number(row.before ?? 0)),
      backThousandths: thousandths(row.back),
    };
    const withoutVat = Number(row.net) - partBack(som(row.line_vat), line);
    profits.incomeSom -= withoutVat;
    if (row.line_cost === null) continue;
    profits.knownSom -= withoutVat;
    add(row.customer_id, partBack(som(row.line_cost), line) - withoutVat);
  }
}
