/** Finding rows by any part of a text: a trigram index over a column, kept by the engine, asked portably. */
import { type AliasedRawBuilder, type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { engineOf, type Handle } from './dialect.ts';

/**
 * Makes a column of folded texts (`searchTextOf` of shared/text.ts) searchable by any part of it. The
 * engine keeps the index when rows come, change and go. The table's key must be its column `id`.
 *
 * On SQLite: `<table>_search` holds each text with a space before it (so that a search for " ab" finds
 * words that begin with "ab") and is indexed by the FTS5 table `<table>_trigrams`, which keeps no positions
 * and so needs a quarter of the space. On PostgreSQL: a pg_trgm index.
 */
export async function searchIndex(db: Handle, table: string, column: string): Promise<void> {
  if (engineOf(db) === 'postgres') {
    await sql`create extension if not exists pg_trgm`.execute(db);
    await sql`create index ${sql.id(`${table}_trigrams`)} on ${sql.table(table)}
      using gin ((' ' || ${sql.ref(column)}) gin_trgm_ops)`.execute(db);
    return;
  }
  const texts = sql.table(`${table}_search`);
  const trigrams = sql.table(`${table}_trigrams`);
  // The number must be a column of its own: VACUUM, which makes backups, renumbers hidden row numbers.
  await sql`create table ${texts}
    (number integer primary key, id text not null unique, text text not null) strict`.execute(db);
  await sql`create virtual table ${trigrams} using fts5(text, content=${sql.lit(`${table}_search`)},
    content_rowid='number', tokenize='trigram', detail='none', columnsize=0)`.execute(db);
  // An erased customer's letters leave the index at once, not at some later merge.
  await sql`insert into ${trigrams} (${trigrams}, rank) values ('secure-delete', 1)`.execute(db);
  await keepTrigrams(db, table);
  await keepTexts(db, table, column);
}

/**
 * Runs work that takes thousands of texts out of the index. Taken out one by one, each rewrites the lists of all others that
 * share its letters; here they are only crossed out, and the index is written anew once at the end, without them.
 */
export async function forgetMany(db: Handle, table: string, work: () => Promise<void>): Promise<void> {
  if (engineOf(db) === 'postgres') return work();
  const trigrams = sql.table(`${table}_trigrams`);
  await sql`insert into ${trigrams} (${trigrams}, rank) values ('secure-delete', 0)`.execute(db);
  await work();
  await sql`insert into ${trigrams} (${trigrams}) values ('optimize')`.execute(db);
  await sql`insert into ${trigrams} (${trigrams}, rank) values ('secure-delete', 1)`.execute(db);
}

/** The triggers that carry the texts into the trigram index. */
async function keepTrigrams(db: Handle, table: string): Promise<void> {
  const texts = sql.table(`${table}_search`);
  const trigrams = sql.table(`${table}_trigrams`);
  const add = sql`insert into ${trigrams} (rowid, text) values (new.number, new.text);`;
  const remove = sql`insert into ${trigrams} (${trigrams}, rowid, text)
    values ('delete', old.number, old.text);`;
  await trigger(db, `${table}_search_added`, sql`after insert on ${texts} begin ${add} end`);
  await trigger(db, `${table}_search_changed`, sql`after update on ${texts} begin ${remove} ${add} end`);
  await trigger(db, `${table}_search_removed`, sql`after delete on ${texts} begin ${remove} end`);
}

/** The triggers that carry the column into the texts. */
async function keepTexts(db: Handle, table: string, column: string): Promise<void> {
  const texts = sql.table(`${table}_search`);
  const rows = sql.table(table);
  const now = sql`new.${sql.ref(column)}`;
  await trigger(
    db,
    `${table}_text_added`,
    sql`after insert on ${rows} begin insert into ${texts} (id, text) values (new.id, ' ' || ${now}); end`,
  );
  await trigger(
    db,
    `${table}_text_changed`,
    sql`after update of id, ${sql.ref(column)} on ${rows}
      when ${now} is not old.${sql.ref(column)} or new.id is not old.id
      begin update ${texts} set id = new.id, text = ' ' || ${now} where id = old.id; end`,
  );
  await trigger(
    db,
    `${table}_text_removed`,
    sql`after delete on ${rows} begin delete from ${texts} where id = old.id; end`,
  );
}

async function trigger(db: Handle, name: string, body: RawBuilder<unknown>): Promise<void> {
  await sql`create trigger ${sql.id(name)} ${body}`.execute(db);
}

/**
 * What a folded needle asks for: every word must be found; words of one or two signs must begin a word,
 * longer ones may stand anywhere. The signs of LIKE are taken as spaces: they cannot be escaped without
 * losing the index.
 *
 * | needle    | found in "ali valiev 998901234567" |
 * |-----------|------------------------------------|
 * | al        | yes                                |
 * | li        | no                                 |
 * | liev 4567 | yes                                |
 */
function patternsOf(needle: string): readonly string[] {
  return needle
    .split(/[\s%_\\]+/)
    .filter((word) => word !== '')
    .map((word) => (word.length < 3 ? `% ${word}%` : `%${word}%`));
}

/**
 * The ids whose text fits the folded needle, as a table `found` to begin a query with; the engine stops
 * looking as soon as the query has enough rows. An empty needle finds nothing.
 *
 *     db.selectFrom(idsMatching(db, 'product', 'search_text', needle))
 *       .innerJoin('product', 'product.id', 'found.id')
 *       .where('product.is_active', '=', 1)
 *       .limit(20)
 */
export function idsMatching(
  db: Handle,
  table: string,
  column: string,
  needle: string,
): AliasedRawBuilder<{ id: string }, 'found'> {
  const patterns = patternsOf(needle);
  if (patterns.length === 0) return sql<{ id: string }>`(select '' as id where 1 = 0)`.as('found');
  if (engineOf(db) === 'postgres') {
    const likes = patterns.map((pattern) => sql`(' ' || ${sql.ref(column)}) like ${pattern}`);
    return sql<{
      id: string;
    }>`(select id from ${sql.table(table)} where ${sql.join(likes, sql` and `)})`.as('found');
  }
  const likes = patterns.map((pattern) => sql`trigrams.text like ${pattern}`);
  return sql<{ id: string }>`(select texts.id from ${sql.table(`${table}_trigrams`)} as trigrams
    join ${sql.table(`${table}_search`)} as texts on texts.number = trigrams.rowid
    where ${sql.join(likes, sql` and `)})`.as('found');
}

/**
 * The condition that a row's text fits the folded needle, to stand beside other conditions. It looks up every
 * fitting row before the first is answered (60 ms for 50,000), which counting and sorting must do anyway; for
 * the first few rows there is `idsMatching`.
 */
export function textMatches(db: Handle, table: string, column: string, needle: string): Expression<SqlBool> {
  const found = idsMatching(db, table, column, needle);
  return sql<SqlBool>`${sql.ref(`${table}.id`)} in (select found.id from ${found})`;
}

/** At most `limit` ids whose text fits the folded needle, in no promised order. */
export async function searchByText(
  db: Handle,
  table: string,
  column: string,
  needle: string,
  limit: number,
): Promise<readonly string[]> {
  const found = idsMatching(db, table, column, needle);
  const result = await sql<{ id: string }>`select found.id from ${found} limit ${limit}`.execute(db);
  return result.rows.map((row) => row.id);
}
