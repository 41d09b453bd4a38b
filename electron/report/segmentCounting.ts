/** What one look at all customers reads: each part once, when a rule first asks for it, kept while nothing changes. */
import { type AbcClass, abcOf } from '../../shared/customer/abc.ts';
import { type RfmScore, rfmOf } from '../../shared/customer/rfm.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { addDays, type BusinessDay, daysBetween } from '../../shared/time.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import { lastLink } from '../journal/queries.ts';
import { createTurns } from '../turns.ts';
import {
  readSegmentFacts,
  readTodaysIds,
  readVisits,
  type SegmentFacts,
  type Visits,
  visitsLookedBackDays,
} from './segmentFacts.ts';
import { profitsSince } from './segmentProfit.ts';
import { everybody, figuresIn, type IdSpan, paidSince } from './segmentQueries.ts';

/** Classes and scores look back a year, so that old glory fades. */
const yearDays = 365;
/** The sums of so many customers are read at once. */
const customersAtOnce = 2000;

/** The shop's rules and the day on which a group is counted. */
export interface CountedOn {
  readonly settings: ShopSettings;
  readonly today: BusinessDay;
}

/** Money by customer; of goods whose purchase price nobody knew, only `incomeSom` tells. */
export interface MoneyOfCustomers {
  readonly sums: ReadonlyMap<string, number>;
  /** What was sold without VAT, and the part of it whose cost is known. */
  readonly incomeSom: number;
  readonly knownSom: number;
}

export interface ClassesOf extends MoneyOfCustomers {
  readonly classes: ReadonlyMap<string, AbcClass>;
}

export interface Counting extends CountedOn {
  readonly database: Database;
  /** Whom the shop may group, in the order of their ids. */
  readonly people: () => Promise<readonly Person[]>;
  readonly todaysId: () => Promise<ReadonlyMap<string, string>>;
  readonly facts: () => Promise<SegmentFacts>;
  /** The days since one, however long ago, on which each customer came. */
  readonly visitsSince: (since: BusinessDay) => Promise<Visits>;
  /** What is kept of everybody who ever came. */
  readonly figures: () => Promise<ReadonlyMap<string, Figure>>;
  /** What everybody paid since a day; whoever paid nothing has zero. */
  readonly paidSince: (since: BusinessDay) => Promise<ReadonlyMap<string, number>>;
  /** The same for the last year. */
  readonly paid: () => Promise<ReadonlyMap<string, number>>;
  readonly classes: (by: 'sales' | 'profit') => Promise<ClassesOf>;
  readonly scores: () => Promise<ReadonlyMap<string, RfmScore>>;
}

export interface Figure {
  /** Days on which they came. */
  readonly visits: number;
  readonly firstVisitOn: BusinessDay;
  readonly lastVisitOn: BusinessDay;
}

export interface Person {
  readonly id: string;
  readonly birth_date: string | null;
}

interface Kept {
  readonly mark: string;
  readonly counting: Counting;
}

const kept = new WeakMap<Database, Kept>();

/**
 * The look at all customers as they are now. Every act leaves a line in the journal, so that the last look serves again as
 * long as no till has written one, and the day and the rules that it was made by are the same.
 */
export async function countingNow(database: Database, on: CountedOn): Promise<Counting> {
  const { settings, today } = on;
  const bounds = [settings.abcABasisPoints, settings.abcBBasisPoints, settings.tierWindow];
  const mark = JSON.stringify([today, bounds, await lastLines(database)]);
  const known = kept.get(database);
  if (known?.mark === mark) return known.counting;
  const counting = newCounting(database, on);
  kept.set(database, { mark, counting });
  return counting;
}

/** The number of every till's last journal line. */
async function lastLines(database: Database): Promise<readonly number[]> {
  const tills = await database.db.selectFrom('till').select('id').orderBy('id').execute();
  const numbers: number[] = [];
  for (const { id } of tills) numbers.push((await lastLink(database.db, id))?.sequence ?? 0);
  return numbers;
}

function newCounting(database: Database, { settings, today }: CountedOn): Counting {
  const people = once(() => readHeavy(database, everybody(database.db)));
  const todaysId = once(() => readTodaysIds(database));
  const facts = once(() => readSegmentFacts(database, today));
  const paid = perKey(async (since: BusinessDay) => paidByEverybody(database, await people(), since));
  const figures = once(async () => readFigures(database, await people()));
  const older = perKey((since: BusinessDay) => readVisits(database, since, today));
  const lookedBack = addDays(today, -visitsLookedBackDays);
  const year = addDays(today, 1 - yearDays);
  const bounds = { aBasisPoints: settings.abcABasisPoints, bBasisPoints: settings.abcBBasisPoints };
  const classes = perKey(async (by: 'sales' | 'profit') => {
    const money =
      by === 'sales'
        ? ofSales(await paid(year))
        : await profits(await people(), database, year, today, todaysId);
    const rows = [...money.sums].map(([id, sumSom]) => ({ id, sumSom }));
    return { ...money, classes: abcOf(rows, bounds) };
  });
  const scores = once(async () => scoresOf(await people(), await facts(), await paid(year), year));
  return {
    database,
    settings,
    today,
    people,
    todaysId,
    facts,
    figures,
    visitsSince: async (since) => (since < lookedBack ? older(since) : (await facts()).visits),
    paidSince: paid,
    paid: () => paid(year),
    classes,
    scores,
  };
}

/** Asked once; what failed is asked again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  const asked = perKey<'', T>(ask);
  return () => asked('');
}

function perKey<K, T>(ask: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const answers = new Map<K, Promise<T>>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

async function paidByEverybody(
  database: Database,
  people: readonly Person[],
  since: BusinessDay,
): Promise<ReadonlyMap<string, number>> {
  const sums = new Map(people.map(({ id }) => [id, 0]));
  const turn = createTurns();
  for (const span of idSpans(people)) {
    for (const row of await readHeavy(database, paidSince(database.db, since, span))) {
      if (sums.has(row.id)) sums.set(row.id, Number(row.sum_som));
    }
    await turn();
  }
  return sums;
}

async function readFigures(
  database: Database,
  people: readonly Person[],
): Promise<ReadonlyMap<string, Figure>> {
  const figures = new Map<string, Figure>();
  const turn = createTurns();
  for (const span of idSpans(people)) {
    for (const row of await readHeavy(database, figuresIn(database.db, span))) {
      const { visits, first_visit_on, last_visit_on } = row;
      figures.set(row.id, {
        visits,
        firstVisitOn: first_visit_on as BusinessDay,
        lastVisitOn: last_visit_on as BusinessDay,
      });
    }
    await turn();
  }
  return figures;
}

function idSpans(people: readonly Person[]): readonly IdSpan[] {
  const spans: IdSpan[] = [];
  for (let at = 0; at < people.length; at += customersAtOnce) {
    const last = people[Math.min(at + customersAtOnce, people.length) - 1];
    spans.push({ from: people[at]?.id ?? '', to: last?.id ?? '' });
  }
  return spans;
}

/** Whoever never paid anything has no class: they would stand among the customers who bring little. */
function ofSales(paid: ReadonlyMap<string, number>): MoneyOfCustomers {
  const sums = new Map([...paid].filter(([, sum]) => sum !== 0));
  const incomeSom = [...sums.values()].reduce((total, sum) => total + sum, 0);
  return { sums, incomeSom, knownSom: incomeSom };
}

async function profits(
  people: readonly Person[],
  database: Database,
  since: BusinessDay,
  today: BusinessDay,
  todaysId: () => Promise<ReadonlyMap<string, string>>,
): Promise<MoneyOfCustomers> {
  const money = await profitsSince(database, since, today, await todaysId());
  const known = new Set(people.map(({ id }) => id));
  return { ...money, sums: new Map([...money.sums].filter(([id]) => known.has(id))) };
}

function scoresOf(
  people: readonly Person[],
  { visits, today }: SegmentFacts,
  paid: ReadonlyMap<string, number>,
  since: BusinessDay,
): ReadonlyMap<string, RfmScore> {
  const customers = people.flatMap(({ id }) => {
    const days = (visits.get(id) ?? []).filter(({ day }) => day >= since);
    const last = days.at(-1);
    if (last === undefined) return [];
    const receipts = days.reduce((count, day) => count + day.receipts, 0);
    return [{ id, recencyDays: daysBetween(last.day, today) + 1, receipts, paidSom: paid.get(id) ?? 0 }];
  });
  return rfmOf(customers);
}
