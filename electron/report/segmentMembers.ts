/** Who is in a group now: each condition answered by one query or from the facts, put together by the pure rule. */
import { setImmediate } from 'node:timers/promises';
import type { Compilable } from 'kysely';
import { abcOf } from '../../shared/customer/abc.ts';
import { ageOn, daysToBirthday } from '../../shared/customer/birthDate.ts';
import { rfmOf } from '../../shared/customer/rfm.ts';
import { membersOf, type SegmentCondition, type SegmentRule } from '../../shared/customer/segment.ts';
import { firstDayCounted, tierFor } from '../../shared/loyalty/tier.ts';
import { som } from '../../shared/money.ts';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { addDays, type BusinessDay, daysBetween } from '../../shared/time.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import { activeTiers } from '../loyalty/inTransaction.ts';
import { readSegmentFacts, type SegmentFacts } from './segmentFacts.ts';
import {
  agreed,
  buyersOf,
  everybody,
  merged,
  owing,
  ownWords,
  paidSince,
  profitSince,
  tagged,
  windowStart,
  withBonus,
  withCoupon,
} from './segmentQueries.ts';

/** Classes and scores look back a year, so that old glory fades. */
const yearDays = 365;

interface Counting {
  readonly database: Database;
  readonly settings: ShopSettings;
  readonly facts: SegmentFacts;
  readonly people: readonly { readonly id: string; readonly birth_date: string | null }[];
  readonly todaysId: ReadonlyMap<string, string>;
}

export interface SegmentCount {
  /** In the order of their ids. */
  readonly ids: readonly string[];
  readonly everybody: number;
  /** What each customer paid in the last year. */
  readonly paid: ReadonlyMap<string, number>;
}

/** The shop's rules and the day on which a group is counted. */
export interface CountedOn {
  readonly settings: ShopSettings;
  readonly today: BusinessDay;
}

/** Counts a group. Selling goes on between the conditions. */
export async function countSegment(
  database: Database,
  rule: SegmentRule,
  on: CountedOn,
): Promise<SegmentCount> {
  const counting = await beginCounting(database, on);
  const fitting: ReadonlySet<string>[] = [];
  for (const condition of rule.conditions) {
    fitting.push(await whoFits(condition, counting));
    await setImmediate();
  }
  const ids = counting.people.map(({ id }) => id);
  const paid = await sumsSince(counting, yearUntil(on.today));
  return { ids: membersOf(rule, ids, fitting), everybody: ids.length, paid };
}

/** Everybody's class now, with the sums that it comes from. */
export async function classesNow(database: Database, by: 'sales' | 'profit', on: CountedOn) {
  const counting = await beginCounting(database, on);
  return classesOf(counting, by);
}

async function beginCounting(database: Database, { settings, today }: CountedOn): Promise<Counting> {
  const people = await readHeavy(database, everybody(database.db));
  const joined = await readHeavy(database, merged(database.db));
  return {
    database,
    settings,
    people,
    facts: await readSegmentFacts(database, today),
    todaysId: new Map(joined.map((row) => [row.id, row.merged_into_id ?? row.id])),
  };
}

const yearUntil = (today: BusinessDay) => addDays(today, 1 - yearDays);

async function whoFits(condition: SegmentCondition, counting: Counting): Promise<ReadonlySet<string>> {
  const { database, facts } = counting;
  const { db } = database;
  switch (condition.kind) {
    case 'bought':
      return idsIn(counting, buyersOf(db, condition, facts.today));
    case 'gender':
    case 'source':
    case 'district':
    case 'language':
    case 'household':
      return idsIn(counting, ownWords(db, condition));
    case 'tag':
      return idsIn(counting, tagged(db, condition));
    case 'consent':
      return idsIn(counting, agreed(db, condition));
    case 'coupon':
      return idsIn(counting, withCoupon(db, condition, facts.today));
    case 'debtor':
      return idsIn(counting, owing(db, condition, facts.today));
    case 'bonus': {
      const found = await idsIn(counting, withBonus(db, condition));
      if (condition.state === 'hasSome') return found;
      return new Set(counting.people.map(({ id }) => id).filter((id) => !found.has(id)));
    }
    case 'age':
    case 'birthday':
      return whoIsBorn(condition, counting);
    case 'spent':
    case 'tier':
    case 'abc':
    case 'rfm':
      return whoPaid(condition, counting);
    default:
      return whoCame(condition, facts);
  }
}

/** The ids of a query, each as the person of today. */
async function idsIn(
  { database, todaysId }: Counting,
  query: Compilable<{ id: string | null }>,
): Promise<ReadonlySet<string>> {
  const rows = await readHeavy(database, query);
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [todaysId.get(id) ?? id])));
}

type Of<Kind extends SegmentCondition['kind']> = Extract<SegmentCondition, { kind: Kind }>;

const isWithin = (value: number, { from, to }: { from: number | null; to: number | null }) =>
  (from === null || value >= from) && (to === null || value <= to);

function whoIsBorn(condition: Of<'age'> | Of<'birthday'>, { people, facts }: Counting): ReadonlySet<string> {
  const fits = (born: BusinessDay) =>
    condition.kind === 'age'
      ? isWithin(ageOn(born, facts.today), condition)
      : daysToBirthday(born, facts.today) < condition.withinDays;
  const born = people.filter(({ birth_date: day }) => day !== null && fits(day as BusinessDay));
  return new Set(born.map(({ id }) => id));
}

/** Whoever never came fits no condition about visits but "none". */
function whoCame(
  condition: Of<'visits'> | Of<'lastVisit'> | Of<'firstVisit'> | Of<'rhythm'>,
  facts: SegmentFacts,
): ReadonlySet<string> {
  const { today, visits, rhythms } = facts;
  const found = new Set<string>();
  for (const [id, days] of visits) {
    const last = days.at(-1)?.day ?? today;
    const first = days[0]?.day ?? today;
    const since = windowStart(today, condition.kind === 'visits' ? condition.withinDays : null);
    const rhythm = rhythms.get(id)?.state;
    const fits = {
      visits: () =>
        condition.kind === 'visits' && isWithin(days.filter(({ day }) => day >= since).length, condition),
      lastVisit: () => condition.kind === 'lastVisit' && isWithin(daysBetween(last, today), condition),
      firstVisit: () => condition.kind === 'firstVisit' && daysBetween(first, today) < condition.withinDays,
      rhythm: () => condition.kind === 'rhythm' && rhythm !== undefined && condition.states.includes(rhythm),
    };
    if (fits[condition.kind]()) found.add(id);
  }
  return found;
}

async function whoPaid(
  condition: Of<'spent'> | Of<'tier'> | Of<'abc'> | Of<'rfm'>,
  counting: Counting,
): Promise<ReadonlySet<string>> {
  switch (condition.kind) {
    case 'spent': {
      const sums = await sumsSince(counting, windowStart(counting.facts.today, condition.withinDays));
      const range = { from: condition.fromSom, to: condition.toSom };
      return keysWhere(withEverybody(sums, counting), (sum) => isWithin(sum, range));
    }
    case 'tier':
      return inTiers(condition.tierIds, counting);
    case 'abc':
      return keysWhere((await classesOf(counting, condition.by)).classes, (abc) =>
        condition.classes.includes(abc),
      );
    default: {
      const scores = await scoresOf(counting);
      return keysWhere(scores, ({ group }) => condition.groups.includes(group));
    }
  }
}

function keysWhere<V>(map: ReadonlyMap<string, V>, fits: (value: V) => boolean): ReadonlySet<string> {
  return new Set([...map].filter(([, value]) => fits(value)).map(([key]) => key));
}

/** Whoever paid nothing in the window has paid zero. */
function withEverybody(sums: ReadonlyMap<string, number>, { people }: Counting): ReadonlyMap<string, number> {
  return new Map(people.map(({ id }) => [id, sums.get(id) ?? 0]));
}

async function sumsSince({ database }: Counting, since: BusinessDay): Promise<ReadonlyMap<string, number>> {
  const rows = await readHeavy(database, paidSince(database.db, since));
  return new Map(rows.map((row) => [row.id, Number(row.sum_som)]));
}

/** The tier that holds today comes from the days before it (docs/rules.md rule 12). */
async function inTiers(tierIds: readonly string[], counting: Counting): Promise<ReadonlySet<string>> {
  const { database, facts, settings } = counting;
  const tiers = await activeTiers(database.db);
  const first = firstDayCounted(facts.today, settings.tierWindow) as BusinessDay;
  const withToday = withEverybody(await sumsSince(counting, first), counting);
  const today = await sumsSince(counting, facts.today);
  const paid = new Map([...withToday].map(([id, sum]) => [id, sum - (today.get(id) ?? 0)]));
  return keysWhere(paid, (sum) => tierIds.includes(tierFor(som(sum), tiers)?.tierId ?? ''));
}

/** Classes by what customers paid in a year, or by the profit of goods whose cost is known. */
async function classesOf(counting: Counting, by: 'sales' | 'profit') {
  const { database, facts, settings } = counting;
  const since = yearUntil(facts.today);
  const sums =
    by === 'sales'
      ? await sumsSince(counting, since)
      : await profitsSince(database, since, counting.todaysId);
  const rows = [...sums].map(([id, sumSom]) => ({ id, sumSom }));
  const bounds = { aBasisPoints: settings.abcABasisPoints, bBasisPoints: settings.abcBBasisPoints };
  return { classes: abcOf(rows, bounds), sums };
}

async function profitsSince(database: Database, since: BusinessDay, todaysId: ReadonlyMap<string, string>) {
  const sums = new Map<string, number>();
  for (const row of await readHeavy(database, profitSince(database.db, since))) {
    const id = todaysId.get(row.id) ?? row.id;
    sums.set(id, (sums.get(id) ?? 0) + Number(row.income_som) - Number(row.cost_som));
  }
  return sums;
}

async function scoresOf(counting: Counting) {
  const { facts } = counting;
  const since = yearUntil(facts.today);
  const sums = await sumsSince(counting, since);
  const customers = [...facts.visits].flatMap(([id, all]) => {
    const days = all.filter(({ day }) => day >= since);
    const last = days.at(-1);
    if (last === undefined) return [];
    const receipts = days.reduce((count, day) => count + day.receipts, 0);
    return [
      { id, recencyDays: daysBetween(last.day, facts.today) + 1, receipts, paidSom: sums.get(id) ?? 0 },
    ];
  });
  return rfmOf(customers);
}
