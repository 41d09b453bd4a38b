/** The verbs of the inspection view: the books of a period for a tax visitor, opened on the record, without any person. */
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import { reportContract } from '../../shared/report/contract.ts';
import type { Inspection } from '../../shared/report/inspectionContract.ts';
import { vatLeft } from '../../shared/report/vatByRate.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { readingVerb, writingVerb } from '../verb.ts';
import { type Books, booksOf } from './books.ts';
import { inspectionProof } from './inspectionProof.ts';
import {
  backByShift,
  countInRange,
  gapsIn,
  looseReturnsOfPeriod,
  numberBounds,
  numberedTables,
  returnsOfPeriod,
  shiftsOfPeriod,
} from './inspectionQueries.ts';
import { inspectedReceipts } from './inspectionReceipts.ts';
import { vatAndMargin } from './monthBooks.ts';
import { type Period, receiptSums } from './monthQueries.ts';
import { openedInspection } from './openedInspection.ts';

const openInspection = writingVerb(reportContract.openInspection, async (scope, { fromOn, toOn }) => {
  if (fromOn > toOn || toOn > scope.businessDay) throw new Refusal('PeriodWrong');
  const document = documentOf(scope, 'inspectionShown', { fromOn, toOn });
  await scope.trx
    .insertInto('inspection')
    .values({
      id: document.id,
      from_on: fromOn,
      to_on: toOn,
      person_id: scope.actor.personId,
      shown_at: scope.now,
    })
    .execute();
  await scope.follow(document);
  return { inspectionId: document.id };
});

const inspection = (parts: Pick<TillParts, 'database'>) =>
  readingVerb(reportContract.inspection, async ({ settings }, { inspectionId }) => {
    const database = parts.database();
    const opened = await openedInspection(database.db, inspectionId);
    const { name, stir, address } = settings;
    return {
      fromOn: opened.period.first,
      toOn: opened.period.last,
      shownAt: opened.shownAt,
      shop: { name, stir, address },
      ...(await sumsOf(booksOf(database), opened.period)),
      zReports: await zReportsOf(booksOf(database), opened.period),
      numbers: await numbersOf(booksOf(database), opened.period),
      // There is no fiscal service to ask yet.
      fiscalReceipts: null,
    };
  });

type Sums = Pick<Inspection, 'receipts' | 'soldSom' | 'returns' | 'returnedSom' | 'netSom' | 'vat'>;

async function sumsOf(books: Books, period: Period): Promise<Sums> {
  const { db, read } = books;
  const [sums] = await read(receiptSums(db, period));
  const returns = [
    ...(await read(returnsOfPeriod(db, period))),
    ...(await read(looseReturnsOfPeriod(db, period))).map((row) => ({ ...row, receipt_number: null })),
  ].map((row) => ({
    tillNumber: row.till_number,
    number: row.number,
    day: row.business_day as BusinessDay,
    returnedAt: row.returned_at as Instant,
    receiptNumber: row.receipt_number,
    netSom: som(row.net_som),
    vatSom: som(row.vat_som),
  }));
  const soldSom = som(sums?.net ?? 0);
  const returnedSom = som(returns.reduce((sum, { netSom }) => sum + netSom, 0));
  return {
    receipts: sums?.receipts ?? 0,
    soldSom,
    returns,
    returnedSom,
    netSom: som(soldSom - returnedSom),
    vat: [...vatLeft((await vatAndMargin(books, period)).vat)],
  };
}

async function zReportsOf({ db, read }: Books, period: Period): Promise<Inspection['zReports']> {
  const shifts = await read(shiftsOfPeriod(db, period));
  const back = new Map<string, { net: number; vat: number }>();
  for (const table of ['sale_return', 'loose_return'] as const) {
    for (const row of await read(backByShift(db, table, period))) {
      const sum = back.get(row.id) ?? { net: 0, vat: 0 };
      back.set(row.id, { net: sum.net + row.net, vat: sum.vat + row.vat });
    }
  }
  return shifts.map((shift) => ({
    tillNumber: shift.till_number,
    number: shift.number,
    day: shift.business_day as BusinessDay,
    openedAt: shift.opened_at as Instant,
    closedAt: shift.closed_at as Instant | null,
    receipts: shift.receipts,
    firstReceipt: shift.first_receipt,
    lastReceipt: shift.last_receipt,
    netSom: som((shift.net ?? 0) - (back.get(shift.id)?.net ?? 0)),
    vatSom: som((shift.vat ?? 0) - (back.get(shift.id)?.vat ?? 0)),
  }));
}

/** So many missing numbers are named; how many there are is told in any case. */
const mostExamples = 20;

async function numbersOf({ db, read }: Books, period: Period): Promise<Inspection['numbers']> {
  const tills = await db.selectFrom('till').select(['id', 'number']).orderBy('number').execute();
  const numbers: Inspection['numbers'] = [];
  for (const series of Object.keys(numberedTables) as readonly (keyof typeof numberedTables)[]) {
    const table = numberedTables[series];
    const bounds = await read(numberBounds(db, table, period));
    for (const { id: tillId, number: tillNumber } of tills) {
      const bound = bounds.find((each) => each.till_id === tillId);
      if (bound === undefined) continue;
      const range = { tillId, first: bound.first_number, last: bound.last_number };
      const [found] = await read(countInRange(db, table, range));
      const missing = range.last - range.first + 1 - (found?.count ?? 0);
      const gaps = missing === 0 ? [] : await read(gapsIn(db, table, range, mostExamples));
      numbers.push({
        series,
        tillNumber,
        first: range.first,
        last: range.last,
        missing,
        examples: gaps.flatMap(({ number, next }) => between(number, next ?? number)).slice(0, mostExamples),
      });
    }
  }
  return numbers;
}

/** The numbers between two, a few of them where there are many. */
function between(number: number, next: number): readonly number[] {
  const count = Math.min(next - number - 1, mostExamples);
  return Array.from({ length: count }, (_, at) => number + 1 + at);
}

/** All verbs of the view, for the router. */
export const inspectionVerbs = (parts: Pick<TillParts, 'database'>) => ({
  openInspection,
  inspection: inspection(parts),
  inspectedReceipts: inspectedReceipts(parts),
  inspectionProof: inspectionProof(parts),
});
