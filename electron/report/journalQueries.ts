/** What the owner's pages about the journal read. */
import type { Kysely } from 'kysely';
import type { BusinessDay } from '../../shared/time.ts';
import type { JournalTable } from '../database/journalTables.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

export type JournalRow = Pick<
  JournalTable,
  | 'sequence'
  | 'document_kind'
  | 'document_id'
  | 'business_day'
  | 'written_at'
  | 'content_json'
  | 'previous_hash'
  | 'hash'
>;

const columns = [
  'sequence',
  'document_kind',
  'document_id',
  'business_day',
  'written_at',
  'content_json',
  'previous_hash',
  'hash',
] as const;

/** The first and last link of a range of days, which are never out of order in a chain; null when there is none. */
export async function sequencesOfDays(
  db: Db,
  tillId: string,
  days: { readonly from: BusinessDay | null; readonly to: BusinessDay | null },
): Promise<{ readonly first: number; readonly last: number } | null> {
  let query = db.selectFrom('journal').where('till_id', '=', tillId);
  if (days.from !== null) query = query.where('business_day', '>=', days.from);
  if (days.to !== null) query = query.where('business_day', '<=', days.to);
  const { first, last } = await query
    .select(({ fn }) => [
      fn.min<number | null>('sequence').as('first'),
      fn.max<number | null>('sequence').as('last'),
    ])
    .executeTakeFirstOrThrow();
  return first === null || last === null ? null : { first, last };
}

/** The receipt of a number; undefined when this till never printed it. */
export async function soldAs(db: Db, tillId: string, number: number) {
  const row = await db
    .selectFrom('sale')
    .select(['id', 'business_day'])
    .where('till_id', '=', tillId)
    .where('number', '=', number)
    .executeTakeFirst();
  // A sale that was written on paper is of an earlier day than its link: the link's day is never the earlier one.
  return row === undefined ? undefined : { id: row.id, businessDay: row.business_day as BusinessDay };
}

/** Links from … to just before …, newest first, of these kinds (none: all) and with all of these texts in them. */
export function journalRows(
  db: Db,
  asked: {
    readonly tillId: string;
    readonly from: number;
    readonly before: number;
    readonly kinds: readonly string[];
    readonly mentions: readonly (string | null)[];
    readonly limit: number;
  },
): Promise<readonly JournalRow[]> {
  let query = db
    .selectFrom('journal')
    .select(columns)
    .where('till_id', '=', asked.tillId)
    .where('sequence', '>=', asked.from)
    .where('sequence', '<', asked.before);
  if (asked.kinds.length > 0) query = query.where('document_kind', 'in', asked.kinds);
  for (const mention of asked.mentions) {
    if (mention !== null) query = query.where('content_json', 'like', `%${mention}%`);
  }
  return query.orderBy('sequence', 'desc').limit(asked.limit).execute();
}

export function linkOf(db: Db, tillId: string, sequence: number): Promise<JournalRow | undefined> {
  return db
    .selectFrom('journal')
    .select(columns)
    .where('till_id', '=', tillId)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
}

/** The names of people by their ids; those who left are still called by theirs. */
export async function namesOf(
  db: Db,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the owner should see, newest first; what was seen only when it is asked for. */
export function attentionRows(db: Db, withSeen: boolean, limit: number) {
  const query = db.selectFrom('owner_attention').selectAll().orderBy('at', 'desc').orderBy('id').limit(limit);
  return (withSeen ? query : query.where('seen_at', 'is', null)).execute();
}

export async function unseenCount(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('owner_attention')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
