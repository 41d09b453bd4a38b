/** What groups are judged by: every customer's visits and money, read once for a whole rule. */
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

type Db = Kysely<Tables>;

/** Older visits say little about today's habit, and keep a long history from making every count slow. */
export const visitsLookedBackDays = 730;

export interface VisitDay {
  readonly day: BusinessDay;
  readonly receipts: number;
}

/** Everything here is by customer; whoever became another customer counts as that one. */
export interface SegmentFacts {
  readonly today: BusinessDay;
  /** The days of the last two years, in order, each once. */
  readonly visits: ReadonlyMap<string, readonly VisitDay[]>;
  readonly rhythms: ReadonlyMap<string, CustomerRhythm>;
  /** Null while nobody has come twice. */
  readonly shop: ShopRhythm | null;
}

/** Receipts of each customer on each day, those included that were given to them after payment. */
function receiptsByDay(db: Db, since: BusinessDay) {
  return db
    .selectFrom('sale')
    .leftJoin('sale_attachment', 'sale_attachment.sale_id', 'sale.id')
    .innerJoin('customer', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('customer.id', '=', fn.coalesce(ref('sale.customer_id'), ref('sale_attachment.customer_id'))),
      ),
    )
    .select(({ fn, ref }) => [
      fn.coalesce(ref('customer.merged_into_id'), ref('customer.id')).as('subject'),
      'sale.business_day',
      fn.countAll<number>().as('receipts'),
    ])
    .where('sale.business_day', '>=', since)
    .groupBy(['subject', 'sale.business_day'])
    .orderBy('subject')
    .orderBy('sale.business_day');
}

/** Reads the visits and judges every customer's rhythm by them and by the shop's. */
export async function readSegmentFacts(database: Database, today: BusinessDay): Promise<SegmentFacts> {
  const since = addDays(today, -visitsLookedBackDays);
  const rows = await readHeavy(database, receiptsByDay(database.db, since));
  const visits = new Map<string, VisitDay[]>();
  for (const { subject: id, business_day: day, receipts } of rows) {
    const days = visits.get(id) ?? [];
    if (days.length === 0) visits.set(id, days);
    days.push({ day: day as BusinessDay, receipts });
  }
  const days = new Map([...visits].map(([id, all]) => [id, all.map(({ day }) => day)]));
  const shop = shopRhythm([...days.values()].map(gapsOf));
  return { today, visits, shop, rhythms: shop === null ? new Map() : rhythmsOf(days, shop, today) };
}

function rhythmsOf(
  days: ReadonlyMap<string, readonly BusinessDay[]>,
  shop: ShopRhythm,
  today: BusinessDay,
): ReadonlyMap<string, CustomerRhythm> {
  const rhythms = new Map<string, CustomerRhythm>();
  for (const [id, own] of days) {
    const rhythm = rhythmOf(own, shop, today);
    if (rhythm !== null) rhythms.set(id, rhythm);
  }
  return rhythms;
}
