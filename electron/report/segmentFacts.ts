/** What groups are judged by: every customer's visits, read in short parts, and the rhythm they show. */
import type { Kysely } from 'kysely';
import {
  type CustomerRhythm,
  gapsOf,
  rhythmOf,
  type ShopRhythm,
  shopRhythm,
} from '../../shared/customer/rhythm.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { Tables } from '../database/tables.ts';
import { createTurns } from '../turns.ts';
import { type DaySpan, soldSpans } from './daySpans.ts';
import { merged } from './segmentQueries.ts';

type Db = Kysely<Tables>;

/** Older visits say little about today's habit, and keep a long history from making every count slow. */
export const visitsLookedBackDays = 730;

/** So many days of receipts are read at once: a cashier does not notice the reading of a week. */
const daysAtOnce = 7;
/** So many customers are judged until whoever waits has a turn. */
const judgedAtOnce = 200;

export interface VisitDay {
  readonly day: BusinessDay;
  readonly receipts: number;
}

/** The days on which each customer came, in order, each once. */
export type Visits = ReadonlyMap<string, readonly VisitDay[]>;

/** Everything here is by customer; whoever became another customer counts as that one. */
export interface SegmentFacts {
  readonly today: BusinessDay;
  /** Of the last two years. */
  readonly visits: Visits;
  readonly rhythms: ReadonlyMap<string, CustomerRhythm>;
  /** Null while nobody has come twice. */
  readonly shop: ShopRhythm | null;
}

/** Receipts of each customer on each day, those included that were given to them after payment. */
function receiptsByDay(db: Db, { first, last }: DaySpan) {
  return db
    .selectFrom('sale')
    .leftJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .select(({ fn, ref }) => [
      fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id')).as('subject'),
      'sale.business_day',
      fn.countAll<number>().as('receipts'),
    ])
    .where('sale.business_day', '>=', first)
    .where('sale.business_day', '<=', last)
    .where(({ eb, or }) =>
      or([eb('sale.customer_id', 'is not', null), eb('sale_attachment.customer_id', 'is not', null)]),
    )
    .groupBy(['sale.business_day', 'subject'])
    .orderBy('sale.business_day');
}

/** Who stands for every former customer today. */
export async function readTodaysIds(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await readHeavy(database, merged(database.db));
  return new Map(rows.map((row) => [row.id, row.merged_into_id ?? row.id]));
}

/** Reads the visits and judges every customer's rhythm by them and by the shop's. Selling goes on meanwhile. */
export async function readSegmentFacts(database: Database, today: BusinessDay): Promise<SegmentFacts> {
  const visits = await readVisits(database, addDays(today, -visitsLookedBackDays), today);
  const turn = createTurns();
  const days = new Map<string, readonly BusinessDay[]>();
  const gaps: (readonly number[])[] = [];
  for (const [id, all] of visits) {
    const own = all.map(({ day }) => day);
    days.set(id, own);
    gaps.push(gapsOf(own));
    if (gaps.length % judgedAtOnce === 0) await turn();
  }
  const shop = shopRhythm(gaps);
  await turn();
  const rhythms = new Map<string, CustomerRhythm>();
  if (shop === null) return { today, visits, shop, rhythms };
  for (const [id, own] of days) {
    const rhythm = rhythmOf(own, shop, today);
    if (rhythm !== null) rhythms.set(id, rhythm);
    if (rhythms.size % judgedAtOnce === 0) await turn();
  }
  return { today, visits, shop, rhythms };
}

/** The days between two on which each customer came. */
export async function readVisits(
  database: Database,
  since: BusinessDay,
  today: BusinessDay,
): Promise<Visits> {
  const todaysId = await readTodaysIds(database);
  const visits = new Map<string, VisitDay[]>();
  const turn = createTurns();
  for (const span of await soldSpans(database, since, today, daysAtOnce)) {
    for (const { subject, business_day, receipts } of await readHeavy(
      database,
      receiptsByDay(database.db, span),
    )) {
      if (subject === null) continue;
      const id = todaysId.get(subject) ?? subject;
      const days = visits.get(id);
      const day = business_day as BusinessDay;
      const last = days?.at(-1);
      if (days === undefined) visits.set(id, [{ day, receipts }]);
      else if (last?.day === day) days[days.length - 1] = { day, receipts: last.receipts + receipts };
      else days.push({ day, receipts });
    }
    await turn();
  }
  return visits;
}
