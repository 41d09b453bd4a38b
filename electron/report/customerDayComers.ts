/** Who came on a day and who did not, with their names and how they had come until then. */
import { som } from '../../shared/money.ts';
import { type KnownComer, latenessOf, type SoldTo } from '../../shared/report/customerDay.ts';
import type { CustomerDay } from '../../shared/report/customerDayContract.ts';
import { type BusinessDay, daysBetween, type Instant } from '../../shared/time.ts';
import type { Books } from './books.ts';
import {
  attachedBefore,
  boughtAfter,
  comersKnown,
  formerSelves,
  lateByFigures,
  soldByHolder,
  visitsAfter,
} from './customerDayQueries.ts';
import { nameShown } from './nameShown.ts';

/** The day of the report, and the running day with it. */
export interface ReportDay {
  readonly day: BusinessDay;
  /** The day is over: what happened since must be taken off again. */
  readonly isOver: boolean;
  readonly today: BusinessDay;
  readonly began: Instant;
  readonly ended: Instant;
}

/** As many ids as one statement takes in comfort. */
const idsAtOnce = 500;

/** Further back nobody can be told to have been late: too much happened since to take it off again. */
const latestDaysAgo = 31;

async function inParts<Row>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    rows.push(...(await read(ids.slice(from, from + idsAtOnce))));
  }
  return rows;
}

export async function soldTo({ db, read }: Books, { day }: ReportDay): Promise<readonly SoldTo[]> {
  const rows = await read(soldByHolder(db, day));
  return rows.map((row) => ({
    customerId: row.holder,
    personId: row.person_id,
    receipts: row.receipts,
    netSom: som(row.net),
  }));
}

interface Known extends KnownComer {
  /** Visits at this till alone, by which a habit is told. */
  readonly visitsHere: number;
  /** All that was ever paid, as it is known now. */
  readonly paidSom: number;
}

/** Names and habits of customers as they were on the evening of the day. */
export async function knownOf(
  books: Books,
  ids: readonly string[],
  reportDay: ReportDay,
): Promise<ReadonlyMap<string, Known>> {
  const { db, read } = books;
  const { day } = reportDay;
  const rows = await inParts(ids, (some) => read(comersKnown(db, some, day)));
  const earlier = new Map<string, BusinessDay>();
  const note = (id: string | null, last: string | null) => {
    if (id === null || last === null || last <= (earlier.get(id) ?? '')) return;
    earlier.set(id, last as BusinessDay);
  };
  for (const row of rows) {
    note(row.id, row.last_before);
    // What another program told of the time before this till.
    if ((row.before_last_visit_on ?? day) < day) note(row.id, row.before_last_visit_on);
  }
  for (const row of await inParts(ids, (some) => read(formerSelves(db, some, day)))) {
    note(row.id, row.last_before);
  }
  for (const row of await inParts(ids, (some) => read(attachedBefore(db, some, day)))) {
    note(row.id, row.last_before);
  }
  const since = await visitsSince(books, ids, reportDay);
  return new Map(
    rows.map((row) => {
      const visitsHere = (row.visits ?? 0) - (since.get(row.id) ?? 0);
      const known = {
        customerId: row.id,
        name: nameShown(row),
        visitsHere,
        visits: (row.before_visits ?? 0) + visitsHere,
        firstOn: row.first_visit_on as BusinessDay | null,
        lastBefore: earlier.get(row.id) ?? null,
        paidSom: row.paid_som ?? 0,
      };
      return [row.id, known];
    }),
  );
}

/** How many visits of each customer came after the day; of a running day there is none. */
async function visitsSince(
  { db, read }: Books,
  ids: readonly string[],
  { day, isOver, began }: ReportDay,
): Promise<ReadonlyMap<string, number>> {
  if (!isOver) return new Map();
  const rows = await inParts(ids, (some) => read(visitsAfter(db, some, day, began)));
  return new Map(rows.map((row) => [row.living, row.visits]));
}

interface Regular {
  readonly id: string;
  readonly name: string;
  readonly visits: number;
  readonly paidSom: number;
  readonly firstOn: BusinessDay;
  readonly lastOn: BusinessDay;
}

/**
 * Regulars who were late on the evening of the day, those who had paid most first. The figures tell it of whoever has not
 * come since; whoever has is taken back to that evening, which can be done for the last month only: before it, null.
 */
export async function missingOn(
  books: Books,
  reportDay: ReportDay,
  cameIds: ReadonlySet<string>,
): Promise<{ readonly count: number; readonly rows: Missing[] } | null> {
  const { day, today } = reportDay;
  if (daysBetween(day, today) > latestDaysAgo) return null;
  const regulars = [...(await lateNow(books, day)), ...(await cameAgain(books, reportDay, cameIds))];
  const rows = regulars
    .sort((a, b) => b.paidSom - a.paidSom || (a.id < b.id ? -1 : 1))
    .flatMap((regular) => {
      const late = latenessOf(regular, day);
      if (late === null) return [];
      const { id: customerId, name, visits, lastOn } = regular;
      return [{ customerId, name, visits, lastOn, ...late }];
    });
  return { count: rows.length, rows };
}

type Missing = NonNullable<CustomerDay['missing']>['rows'][number];

async function lateNow({ db, read }: Books, day: BusinessDay): Promise<readonly Regular[]> {
  const rows = await read(lateByFigures(db, day));
  return rows.map((row) => ({
    id: row.id,
    name: nameShown(row),
    visits: row.visits,
    paidSom: row.paid_som,
    firstOn: row.first_visit_on as BusinessDay,
    lastOn: row.last_visit_on as BusinessDay,
  }));
}

/** Whoever came after the day but not on it, as they stood on its evening. */
async function cameAgain(
  books: Books,
  reportDay: ReportDay,
  cameIds: ReadonlySet<string>,
): Promise<readonly Regular[]> {
  const { db, read } = books;
  if (!reportDay.isOver) return [];
  const after = await read(boughtAfter(db, reportDay.day));
  const ids = after.map(({ living }) => living).filter((id) => !cameIds.has(id));
  const known = await knownOf(books, ids, reportDay);
  return ids.flatMap((id) => {
    const who = known.get(id);
    if (who === undefined || who.firstOn === null || who.lastBefore === null) return [];
    const { name, visitsHere: visits, paidSom, firstOn, lastBefore: lastOn } = who;
    return [{ id, name, visits, paidSom, firstOn, lastOn }];
  });
}
