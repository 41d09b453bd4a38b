/** Who is in a group now: each condition answered by short queries or from the look at all customers, put together by the pure rule. */
import { setImmediate } from 'node:timers/promises';
import type { Compilable } from 'kysely';
import { ageOn, daysToBirthday } from '../../shared/customer/birthDate.ts';
import type { RfmScore } from '../../shared/customer/rfm.ts';
import { membersOf, type SegmentCondition, type SegmentRule } from '../../shared/customer/segment.ts';
import { firstDayCounted, tierFor } from '../../shared/loyalty/tier.ts';
import { som } from '../../shared/money.ts';
import { type BusinessDay, daysBetween } from '../../shared/time.ts';
import { readHeavy } from '../database/readHeavy.ts';
import { activeTiers } from '../loyalty/inTransaction.ts';
import { createTurns } from '../turns.ts';
import { soldSpans } from './daySpans.ts';
import type { Counting } from './segmentCounting.ts';
import type { VisitDay } from './segmentFacts.ts';
import {
  agreed,
  answering,
  buyersOf,
  complaining,
  owing,
  ownWords,
  tagged,
  windowStart,
  withBonus,
  withCoupon,
} from './segmentQueries.ts';

/** The lines of so many days are looked through at once. */
const daysAtOnce = 2;

/** Who fits the rule, in the order of their ids. Selling goes on between the conditions. */
export async function segmentMembers(counting: Counting, rule: SegmentRule): Promise<readonly string[]> {
  const fitting: ReadonlySet<string>[] = [];
  for (const condition of rule.conditions) {
    fitting.push(await whoFits(condition, counting));
    await setImmediate();
  }
  const people = await counting.people();
  return membersOf(
    rule,
    people.map(({ id }) => id),
    fitting,
  );
}

async function whoFits(condition: SegmentCondition, counting: Counting): Promise<ReadonlySet<string>> {
  const { database, today } = counting;
  const { db } = database;
  switch (condition.kind) {
    case 'bought':
      return whoBought(condition, counting);
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
      return idsIn(counting, withCoupon(db, condition, today));
    case 'debtor':
      return idsIn(counting, owing(db, condition, today));
    case 'complaint':
      return idsIn(counting, complaining(db, condition, today));
    case 'feedback':
      return idsIn(counting, answering(db, condition, today));
    case 'bonus': {
      const found = await idsIn(counting, withBonus(db, condition));
      if (condition.state === 'hasSome') return found;
      return new Set((await counting.people()).map(({ id }) => id).filter((id) => !found.has(id)));
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
      return whoCame(condition, counting);
  }
}

/** The ids of a query, each as the person of today. */
async function idsIn(
  { database, todaysId }: Counting,
  query: Compilable<{ id: string | null }>,
): Promise<ReadonlySet<string>> {
  const today = await todaysId();
  const rows = await readHeavy(database, query);
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [today.get(id) ?? id])));
}

type Of<Kind extends SegmentCondition['kind']> = Extract<SegmentCondition, { kind: Kind }>;

const isWithin = (value: number, { from, to }: { from: number | null; to: number | null }) =>
  (from === null || value >= from) && (to === null || value <= to);

async function whoBought(condition: Of<'bought'>, counting: Counting): Promise<ReadonlySet<string>> {
  const { database, today } = counting;
  const found = new Set<string>();
  const turn = createTurns();
  const since = windowStart(today, condition.withinDays);
  for (const span of await soldSpans(database, since, today, daysAtOnce)) {
    for (const id of await idsIn(counting, buyersOf(database.db, condition, span))) found.add(id);
    await turn();
  }
  return found;
}

async function whoIsBorn(
  condition: Of<'age'> | Of<'birthday'>,
  { people, today }: Counting,
): Promise<ReadonlySet<string>> {
  const fits = (born: BusinessDay) =>
    condition.kind === 'age'
      ? isWithin(ageOn(born, today), condition)
      : daysToBirthday(born, today) < condition.withinDays;
  const born = (await people()).filter(({ birth_date: day }) => day !== null && fits(day as BusinessDay));
  return new Set(born.map(({ id }) => id));
}

/** Whoever never came fits no condition about visits but "none". */
async function whoCame(
  condition: Of<'visits'> | Of<'lastVisit'> | Of<'firstVisit'> | Of<'rhythm'>,
  counting: Counting,
): Promise<ReadonlySet<string>> {
  const { today } = counting;
  switch (condition.kind) {
    case 'visits': {
      const { withinDays } = condition;
      if (withinDays === null)
        return keysWhere(await counting.figures(), ({ visits }) => isWithin(visits, condition));
      const since = windowStart(today, withinDays);
      const countOf = (days: readonly VisitDay[]) => days.filter(({ day }) => day >= since).length;
      return keysWhere(await counting.visitsSince(since), (days) => isWithin(countOf(days), condition));
    }
    case 'lastVisit':
      return keysWhere(await counting.figures(), ({ lastVisitOn }) =>
        isWithin(daysBetween(lastVisitOn, today), condition),
      );
    case 'firstVisit':
      return keysWhere(
        await counting.figures(),
        ({ firstVisitOn }) => daysBetween(firstVisitOn, today) < condition.withinDays,
      );
    default:
      return keysWhere((await counting.facts()).rhythms, ({ state }) => condition.states.includes(state));
  }
}

async function whoPaid(
  condition: Of<'spent'> | Of<'tier'> | Of<'abc'> | Of<'rfm'>,
  counting: Counting,
): Promise<ReadonlySet<string>> {
  switch (condition.kind) {
    case 'spent': {
      const sums = await counting.paidSince(windowStart(counting.today, condition.withinDays));
      const range = { from: condition.fromSom, to: condition.toSom };
      return keysWhere(sums, (sum) => isWithin(sum, range));
    }
    case 'tier':
      return inTiers(condition.tierIds, counting);
    case 'abc':
      return keysWhere((await counting.classes(condition.by)).classes, (abc) =>
        condition.classes.includes(abc),
      );
    default:
      return keysWhere(await counting.scores(), (score) => isInCell(score, condition));
  }
}

/** A set that names nothing asks nothing. */
function isInCell(score: RfmScore, { groups, recency, frequency, money }: Of<'rfm'>): boolean {
  return (
    (groups.length === 0 || groups.includes(score.group)) &&
    (recency.length === 0 || recency.includes(score.recency)) &&
    (frequency.length === 0 || frequency.includes(score.frequency)) &&
    (money.length === 0 || money.includes(score.money))
  );
}

function keysWhere<V>(map: ReadonlyMap<string, V>, fits: (value: V) => boolean): ReadonlySet<string> {
  return new Set([...map].filter(([, value]) => fits(value)).map(([key]) => key));
}

/** The tier that holds today comes from the days before it (docs/rules.md rule 12). */
async function inTiers(tierIds: readonly string[], counting: Counting): Promise<ReadonlySet<string>> {
  const { database, today, settings } = counting;
  const tiers = await activeTiers(database.db);
  const first = firstDayCounted(today, settings.tierWindow) as BusinessDay;
  const withToday = await counting.paidSince(first);
  const ofToday = await counting.paidSince(today);
  const paid = new Map([...withToday].map(([id, sum]) => [id, sum - (ofToday.get(id) ?? 0)]));
  return keysWhere(paid, (sum) => tierIds.includes(tierFor(som(sum), tiers)?.tierId ?? ''));
}
