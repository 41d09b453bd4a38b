/** Remembers what a merge moves, row by row, and gives it back: each room names its own tables and their rules. */
import type { Kysely, Transaction } from 'kysely';
import type { MergeObstacle } from '../shared/customer/mergeContract.ts';
import { Refusal } from '../shared/errors.ts';
import type { TillDocument } from '../shared/journal/document.ts';
import { hotInsert } from './database/hot.ts';
import type { Tables } from './database/tables.ts';

type Trx = Transaction<Tables>;
type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

/** A table whose rows a merge moves from one customer to another. */
export interface MovedTable {
  readonly table: keyof Tables & string;
  /** The columns of the primary key, in its order. */
  readonly key: readonly [string, ...string[]];
  /** The columns in which a customer is named. */
  readonly holders: readonly [string, ...string[]];
  /** Columns that were added up: what came since stays with the customer who was kept. */
  readonly sums?: readonly string[];
  /** A sum that only counts while another column is as the merge left it: uses on the last day, by that day. */
  readonly sumsOf?: Readonly<Record<string, string>>;
  /** A sum of these rows may fall below zero. */
  readonly mayOwe?: boolean;
  /** Columns that must be as the merge left them, else the merge stands. */
  readonly fixed?: readonly string[];
  /** A row whose column changed since stays with the customer who was kept. */
  readonly staysWhen?: readonly string[];
  /** A row may be gone by now: somebody took it away since. */
  readonly mayBeGone?: boolean;
  /** The engine refuses to delete rows of this table: those that the merge itself wrote stay. */
  readonly keepsWritten?: boolean;
  /** Why the merge stands when something was used since. */
  readonly obstacle?: MergeObstacle;
}

/** A row as it was before a merge and as the merge left it; null where there was none. */
export interface MovedRow {
  readonly before: Row | null;
  readonly after: Row | null;
}

/** The names of the tables are known to the compiler, their columns are the room's word. */
type AnyTable = Kysely<Record<string, Record<string, Value>>>;
const anyTable = (trx: Trx): AnyTable => trx as unknown as AnyTable;

const insertRows = hotInsert('merge_row', ['merge_id', 'table_name', 'row_key', 'before_json', 'after_json']);

type Pair = readonly [string, string];
type Snapshot = ReadonlyMap<string, Row>;

async function snapshotOf(trx: Trx, { table, key, holders }: MovedTable, pair: Pair): Promise<Snapshot> {
  const rows = await anyTable(trx)
    .selectFrom(table)
    .selectAll()
    .where(({ eb, or }) => or(holders.map((holder) => eb(holder, 'in', pair))))
    .execute();
  return new Map(rows.map((row) => [keyOf(row, key), row]));
}

const keyOf = (row: Row, key: readonly string[]): string => key.map((column) => row[column]).join(' ');

/**
 * Does a room's part of a merge and keeps what it moved. Only for a merge that `customer.merge` began: an instant card that
 * joins its owner is no mistake that somebody would take back.
 */
export async function rememberMoves(
  trx: Trx,
  { kind, id, customerId, content }: TillDocument,
  tables: readonly MovedTable[],
  work: () => Promise<void>,
): Promise<void> {
  const fromId = (content as { readonly fromCustomerId?: string } | null)?.fromCustomerId;
  const isKept = kind === 'customerMerged' && (await isBegun(trx, id));
  if (!isKept || customerId === null || fromId === undefined) return work();
  const pair: Pair = [customerId, fromId];
  const before: Snapshot[] = [];
  for (const table of tables) before.push(await snapshotOf(trx, table, pair));
  await work();
  for (const [index, table] of tables.entries()) {
    const was = before[index] as Snapshot;
    await keepMoved(trx, id, table, was, await isNow(trx, table, pair, was));
  }
}

/** What is there now of what was there before, and what came. */
async function isNow(trx: Trx, table: MovedTable, pair: Pair, was: Snapshot): Promise<Snapshot> {
  const now = new Map(await snapshotOf(trx, table, pair));
  for (const [key, row] of was) {
    if (now.has(key)) continue;
    const current = await currentRow(trx, table, row);
    if (current !== undefined) now.set(key, current);
  }
  return now;
}

async function isBegun(trx: Trx, mergeId: string): Promise<boolean> {
  const row = await trx.selectFrom('merge').select('id').where('id', '=', mergeId).executeTakeFirst();
  return row !== undefined;
}

async function keepMoved(
  trx: Trx,
  mergeId: string,
  { table }: MovedTable,
  was: Snapshot,
  is: Snapshot,
): Promise<void> {
  const rows = [...new Set([...was.keys(), ...is.keys()])].map((key) => ({
    merge_id: mergeId,
    table_name: table,
    row_key: key,
    before_json: jsonOf(was.get(key)),
    after_json: jsonOf(is.get(key)),
  }));
  await insertRows.many(
    trx,
    rows.filter(({ before_json, after_json }) => before_json !== after_json),
  );
}

const jsonOf = (row: Row | undefined): string | null => (row === undefined ? null : JSON.stringify(row));
const rowOf = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row));

/** What a merge moved in a table, in the order of its key. */
export async function movedRows(trx: Trx, mergeId: string, table: string): Promise<readonly MovedRow[]> {
  const rows = await trx
    .selectFrom('merge_row')
    .select(['before_json', 'after_json'])
    .where('merge_id', '=', mergeId)
    .where('table_name', '=', table)
    .orderBy('row_key')
    .execute();
  return rows.map((row) => ({ before: rowOf(row.before_json), after: rowOf(row.after_json) }));
}

/** Throws the refusal that tells why a merge stands. */
export function mergeStands(obstacle: MergeObstacle): never {
  throw new Refusal('MergeUsed', { obstacle });
}

/**
 * Gives the rows of some tables back as they were before a merge.
 *
 * | the merge …       | the row now                     | it becomes                                             |
 * |-------------------|---------------------------------|--------------------------------------------------------|
 * | changed a column  | as the merge left it            | as it was before                                       |
 * | changed a column  | changed since                   | stays, or the merge stands (`fixed`)                   |
 * | added up a column | more or less since              | less what the other brought; never below zero          |
 * | took a row away   | –                               | it is there again                                      |
 * | made a row        | as the merge left it            | gone; of sums, what came since is left                 |
 *
 * Throws MergeUsed with the table's obstacle.
 */
export async function giveBackMoves(trx: Trx, mergeId: string, tables: readonly MovedTable[]): Promise<void> {
  for (const table of tables) {
    const rows = await movedRows(trx, mergeId, table.table);
    for (const row of rows) if (row.after !== null) await giveBackRow(trx, table, row.before, row.after);
    for (const { before, after } of rows) {
      if (after === null && before !== null)
        await anyTable(trx).insertInto(table.table).values(before).execute();
    }
  }
}

function currentRow(trx: Trx, { table, key }: MovedTable, row: Row): Promise<Row | undefined> {
  let query = anyTable(trx).selectFrom(table).selectAll();
  for (const column of key) query = query.where(column, '=', row[column] as Value);
  return query.executeTakeFirst();
}

async function giveBackRow(trx: Trx, table: MovedTable, before: Row | null, after: Row): Promise<void> {
  const current = await currentRow(trx, table, after);
  if (current === undefined) {
    if (before === null || table.mayBeGone) return;
    mergeStands(table.obstacle ?? 'changed');
  }
  if ((table.fixed ?? []).some((column) => current[column] !== after[column])) {
    mergeStands(table.obstacle ?? 'changed');
  }
  if ((table.staysWhen ?? []).some((column) => current[column] !== after[column])) return;
  if (before === null && table.keepsWritten) return;
  const sums = lessTheOther(table, before, after, current);
  const isAdded = table.sums !== undefined;
  // What somebody wrote in its place since is no work of the merge.
  if (before === null && !isAdded && jsonOf(current) !== jsonOf(after)) return;
  if (before === null && Object.values(sums).every((value) => value === 0)) {
    let gone = anyTable(trx).deleteFrom(table.table);
    for (const column of table.key) gone = gone.where(column, '=', after[column] as Value);
    await gone.execute();
    return;
  }
  const plain = before === null ? {} : asBefore(table, before, after, current);
  const change = { ...plain, ...sums };
  if (Object.keys(change).length === 0) return;
  let update = anyTable(trx).updateTable(table.table).set(change);
  for (const column of table.key) update = update.where(column, '=', after[column] as Value);
  await update.execute();
}

/** The sums of a row without what the merge brought to them. */
function lessTheOther(
  table: MovedTable,
  before: Row | null,
  after: Row,
  current: Row,
): Record<string, number> {
  const sums: Record<string, number> = {};
  const counted = (table.sums ?? []).filter((column) => {
    const by = table.sumsOf?.[column];
    return by === undefined || current[by] === after[by];
  });
  for (const column of counted) {
    const brought = Number(after[column]) - Number(before?.[column] ?? 0);
    const left = Number(current[column]) - brought;
    if (left < 0 && table.mayOwe !== true) mergeStands(table.obstacle ?? 'changed');
    sums[column] = left;
  }
  return sums;
}

/** The columns that the merge changed and nobody since. */
function asBefore({ sums = [] }: MovedTable, before: Row, after: Row, current: Row): Record<string, Value> {
  const changed = Object.keys(before).filter(
    (column) =>
      !sums.includes(column) && before[column] !== after[column] && current[column] === after[column],
  );
  return Object.fromEntries(changed.map((column) => [column, before[column] as Value]));
}
