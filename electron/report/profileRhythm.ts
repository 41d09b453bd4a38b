/** The shop's own rhythm, learnt from everybody's visits once a business day, in short turns beside the selling. */
import type { Kysely } from 'kysely';
import { gapsOf, type ShopRhythm, shopRhythm } from '../../shared/customer/rhythm.ts';
import { addDays, type BusinessDay } from '../../shared/time.ts';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { Tables } from '../database/tables.ts';
import { createTurns } from '../turns.ts';
import { visitsLookedBackDays } from './segmentFacts.ts';

interface Learnt {
  readonly today: BusinessDay;
  readonly shop: Promise<ShopRhythm | null>;
  /** What was learnt last, also of an earlier day; null until the first time is over, or while nobody has come twice. */
  readonly last: ShopRhythm | null;
}

const learnt = new WeakMap<Database, Learnt>();

/**
 * The rhythm of the shop. Nobody who asks waits for a new day's: one day more hardly changes it, so the last one serves
 * until `warmRhythm` has learnt the next. Only who asks before the first was learnt waits, and `isRecounted`, which learns
 * it anew at once.
 */
export async function shopRhythmOn(
  database: Database,
  today: BusinessDay,
  isRecounted: boolean,
): Promise<ShopRhythm | null> {
  const known = learnt.get(database);
  if (known === undefined || isRecounted) return learnAnew(database, today);
  return known.last ?? (known.today === today ? known.shop : learnAnew(database, today));
}

/** Learns the rhythm of a day, unless that was done, so that the first page of the day opens as fast as every other. */
export async function warmRhythm(database: Database, today: BusinessDay): Promise<void> {
  const known = learnt.get(database);
  await (known?.today === today ? known.shop : learnAnew(database, today));
}

function learnAnew(database: Database, today: BusinessDay): Promise<ShopRhythm | null> {
  const last = learnt.get(database)?.last ?? null;
  const shop = learnRhythm(database, today);
  learnt.set(database, { today, shop, last });
  shop.then(
    (now) => learnt.set(database, { today, shop, last: now }),
    // What failed is asked again.
    () => learnt.delete(database),
  );
  return shop;
}

/** So few rows that whoever waits at the counter does not notice them. */
const rowsAtOnce = 400;

async function learnRhythm(database: Database, today: BusinessDay): Promise<ShopRhythm | null> {
  const since = addDays(today, -visitsLookedBackDays);
  const livesOnAs = await readMerged(database);
  const days = new Map<string, Set<BusinessDay>>();
  const note = (customerId: string, day: string) => {
    if (day < since) return;
    const subject = livesOnAs.get(customerId) ?? customerId;
    const own = days.get(subject) ?? new Set();
    if (own.size === 0) days.set(subject, own);
    own.add(day as BusinessDay);
  };
  const turn = createTurns();
  for (const page of [receiptsAfter, givenLaterAfter]) {
    let place: Place | null = { customerId: '', at: '' };
    while (place !== null) {
      await turn();
      const rows: readonly VisitRow[] = await readHeavy(database, page(database.db, place));
      for (const { customer_id: id, business_day: day } of rows) note(id ?? '', day);
      const last = rows.at(-1);
      const isMore = rows.length === rowsAtOnce && last !== undefined;
      place = isMore ? { customerId: last.customer_id ?? '', at: last.at } : null;
    }
  }
  await turn();
  return shopRhythm([...days.values()].map((own) => gapsOf([...own].sort())));
}

/** Who has become another customer counts as that one. */
async function readMerged(database: Database): Promise<ReadonlyMap<string, string>> {
  const merged = await readHeavy(
    database,
    database.db
      .selectFrom('customer')
      .select(['id', 'merged_into_id'])
      .where('merged_into_id', 'is not', null),
  );
  return new Map(merged.map(({ id, merged_into_id: into }) => [id, into ?? id]));
}

interface VisitRow {
  readonly customer_id: string | null;
  readonly business_day: string;
  readonly at: string;
}

/** Where a page ended. Two receipts of a customer at one instant are of one day, so that none is missed. */
interface Place {
  readonly customerId: string;
  readonly at: string;
}

/** Along the index of customers and moments, so that a page costs the same wherever it begins. */
function receiptsAfter(db: Kysely<Tables>, { customerId, at }: Place) {
  return db
    .selectFrom('sale')
    .select(['customer_id', 'business_day', 'sold_at as at'])
    .where('customer_id', '>=', customerId)
    .where(({ eb, or }) => or([eb('customer_id', '>', customerId), eb('sold_at', '>', at)]))
    .orderBy('customer_id')
    .orderBy('sold_at')
    .limit(rowsAtOnce);
}

/** Receipts that were given to a customer after payment. */
function givenLaterAfter(db: Kysely<Tables>, { customerId, at }: Place) {
  return db
    .selectFrom('sale_attachment')
    .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
    .select(['sale_attachment.customer_id', 'sale.business_day', 'sale_attachment.sale_id as at'])
    .where('sale_attachment.customer_id', '>=', customerId)
    .where(({ eb, or }) =>
      or([eb('sale_attachment.customer_id', '>', customerId), eb('sale_attachment.sale_id', '>', at)]),
    )
    .orderBy('sale_attachment.customer_id')
    .orderBy('sale_attachment.sale_id')
    .limit(rowsAtOnce);
}
