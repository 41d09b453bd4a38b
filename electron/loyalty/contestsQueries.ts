/** The SQL of contests: what they are, who entered, and the stamps that some of them count. */
import type { Kysely, Selectable } from 'kysely';
import type { LocalText } from '../../shared/text.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

export function contestOfRow(row: Selectable<Tables['contest']>) {
  return {
    contestId: row.id,
    name: JSON.parse(row.name_json) as LocalText,
    kind: row.kind,
    from: row.from_on as BusinessDay,
    to: row.to_on as BusinessDay,
    prizes: JSON.parse(row.prizes_json) as string[],
    stampCardId: row.stamp_card_id,
    state: row.state,
    answer: row.answer,
  };
}
export type StoredContest = ReturnType<typeof contestOfRow>;

/** One contest, or null when nobody made it. */
export async function contestOf(db: Db, contestId: string): Promise<StoredContest | null> {
  const row = await db.selectFrom('contest').selectAll().where('id', '=', contestId).executeTakeFirst();
  return row === undefined ? null : contestOfRow(row);
}

/** All contests with their entries counted, the newest first. */
export async function allContests(
  db: Db,
): Promise<readonly (StoredContest & { readonly entries: number })[]> {
  const rows = await db
    .selectFrom('contest')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('contest_entry')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('contest_entry.contest_id', '=', 'contest.id')
        .as('entries'),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...contestOfRow(row), entries: row.entries ?? 0 }));
}

/** What the customers of a contest brought, the earliest first, with their stamps where those are counted. */
export async function entriesOf(db: Db, contest: StoredContest) {
  const rows = await db
    .selectFrom('contest_entry')
    .innerJoin('customer', 'customer.id', 'contest_entry.customer_id')
    .selectAll('contest_entry')
    .select(['customer.name', 'customer.phone'])
    .where('contest_entry.contest_id', '=', contest.contestId)
    .orderBy('contest_entry.entered_at')
    .orderBy('contest_entry.id')
    .execute();
  const stamps = await stampsCollected(db, contest);
  return rows.map((row) => ({
    entryId: row.id,
    customerId: row.customer_id,
    name: row.name,
    phone: row.phone,
    note: row.note,
    guess: row.guess,
    points: row.points,
    stamps: stamps === null ? null : (stamps.get(row.customer_id) ?? 0),
    isShown: row.is_shown === 1,
    place: row.place,
    enteredAt: row.entered_at as Instant,
  }));
}

/**
 * The stamps that each customer collected on the contest's card in its days, less those that went back with goods in these
 * days; null where a contest counts no stamps. Stamps that became rewards count: they were collected.
 */
async function stampsCollected(
  db: Db,
  { kind, stampCardId, from, to }: StoredContest,
): Promise<ReadonlyMap<string, number> | null> {
  if (kind !== 'mostStamps' || stampCardId === null) return null;
  const rows = await db
    .selectFrom('stamp_move')
    .select(({ fn }) => ['customer_id', fn.sum<number>('stamps').as('stamps')])
    .where('stamp_card_id', '=', stampCardId)
    .where('business_day', '>=', from)
    .where('business_day', '<=', to)
    .where('reason', 'in', ['sale', 'promotion', 'takenBack'])
    .groupBy('customer_id')
    .execute();
  return new Map(rows.map((row) => [row.customer_id, Math.max(0, row.stamps)]));
}

/** The entry of a customer in a contest; null when they did not enter. */
export async function entryOf(db: Db, contestId: string, customerId: string) {
  const row = await db
    .selectFrom('contest_entry')
    .selectAll()
    .where('contest_id', '=', contestId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether anybody entered a contest. */
export async function hasEntries(db: Db, contestId: string): Promise<boolean> {
  const row = await db
    .selectFrom('contest_entry')
    .select('id')
    .where('contest_id', '=', contestId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
