/** Queries of the busy paths (the sale, a scanned code, a search): compiled once, run with new values. */
import type { Compilable, CompiledQuery, Insertable, InsertQueryBuilder, InsertResult, Kysely } from 'kysely';
import { shortCutOf } from './shortCut.ts';
import type { Tables } from './tables.ts';

type Bindable = string | number | Uint8Array | null;
type Values = Readonly<Record<string, unknown>>;

/**
 * Stands in a compiled query for a value that comes when it runs; `row` counts the rows of an insert from
 * 0.
 */
class Placeholder {
  readonly row: number;
  readonly name: string;

  constructor(row: number, name: string) {
    this.row = row;
    this.name = name;
  }
}

/** Answers a placeholder for every property asked of it. */
function placeholders<V>(): V {
  return new Proxy({}, { get: (_, name) => new Placeholder(0, String(name)) }) as V;
}

/**
 * Puts the values of this run where the placeholders stand. A value left out stays undefined, which the
 * driver refuses.
 */
function fill(slots: readonly unknown[], rows: readonly Values[]): unknown[] {
  const parameters = new Array<unknown>(slots.length);
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index];
    parameters[index] = slot instanceof Placeholder ? rows[slot.row]?.[slot.name] : slot;
  }
  return parameters;
}

/**
 * Compiles each variant (a number of rows) once per database; all handles of one database share its
 * adapter.
 */
function compiledOnce<T>(
  compile: (db: Kysely<T>, rowCount: number) => CompiledQuery,
): (db: Kysely<T>, rowCount: number) => CompiledQuery {
  const databases = new WeakMap<object, CompiledQuery[]>();
  return (db, rowCount) => {
    const { adapter } = db.getExecutor();
    let variants = databases.get(adapter);
    if (variants === undefined) {
      variants = [];
      databases.set(adapter, variants);
    }
    variants[rowCount] ??= compile(db, rowCount);
    return variants[rowCount];
  };
}

async function execute<T, Row>(
  db: Kysely<T>,
  compiled: CompiledQuery,
  rows: readonly Values[],
): Promise<readonly Row[]> {
  const { query, queryId, sql, parameters: slots } = compiled;
  const parameters = fill(slots, rows);
  const filled = { query, queryId, sql, parameters };
  const shortCut = shortCutOf(db);
  if (shortCut !== undefined) return shortCut.run<Row>(filled).rows;
  return (await db.getExecutor().executeQuery<Row>(filled)).rows;
}

export interface HotQuery<T, V, Row> {
  /** Answers every row. */
  readonly all: (db: Kysely<T>, values: V) => Promise<readonly Row[]>;
  /** Answers the first row, or undefined when there is none. */
  readonly first: (db: Kysely<T>, values: V) => Promise<Row | undefined>;
}

export interface HotInsert<T, Row> {
  readonly one: (db: Kysely<T>, row: Row) => Promise<void>;
  /** Inserts the rows in their order, many to a statement. No rows is no statement. */
  readonly many: (db: Kysely<T>, rows: readonly Row[]) => Promise<void>;
}

/** More rows than this go into several statements, so that the engine's limit of parameters is never met. */
export const rowsPerStatement = 64;

/**
 * The makers of hot queries for a set of tables. Rooms use `hotQuery` and `hotInsert` below, which know the
 * shop's.
 */
export function hotFor<T>() {
  function query<V extends Readonly<Record<string, Bindable>>, Row>(
    build: (db: Kysely<T>, value: V) => Compilable<Row>,
  ): HotQuery<T, V, Row> {
    const compiled = compiledOnce<T>((db) => build(db, placeholders<V>()).compile());
    const all = (db: Kysely<T>, values: V) => execute<T, Row>(db, compiled(db, 1), [values]);
    return { all, first: async (db, values) => (await all(db, values))[0] };
  }

  function insert<Name extends keyof T & string, Column extends keyof Insertable<T[Name]> & string>(
    table: Name,
    columns: readonly Column[],
    onConflict: (query: InsertQueryBuilder<T, Name, InsertResult>) => Compilable<InsertResult> = (query) =>
      query,
  ): HotInsert<T, Pick<Insertable<T[Name]>, Column>> {
    type Row = Pick<Insertable<T[Name]>, Column>;
    const compiled = compiledOnce<T>((db, rowCount) => {
      const rows = Array.from({ length: rowCount }, (_, row) =>
        Object.fromEntries(columns.map((column) => [column, new Placeholder(row, column)])),
      );
      return onConflict(db.insertInto(table).values(rows as unknown as Insertable<T[Name]>[])).compile();
    });
    return {
      async one(db, row) {
        await execute(db, compiled(db, 1), [row]);
      },
      async many(db, rows: readonly Row[]) {
        for (let from = 0; from < rows.length; from += rowsPerStatement) {
          const part = rows.length <= rowsPerStatement ? rows : rows.slice(from, from + rowsPerStatement);
          await execute(db, compiled(db, part.length), part);
        }
      },
    };
  }

  return { query, insert };
}

const shop = hotFor<Tables>();

/**
 * A query of any kind, compiled once, whose values come with each run. The builder gets a stand-in for
 * every value by its name. A list of varying length cannot be one of the values.
 *
 *     const productOfBarcode = hotQuery((db, value: { barcode: string }) =>
 *       db.selectFrom('product').selectAll().where('barcode', '=', value.barcode));
 *     const product = await productOfBarcode.first(trx, { barcode });
 */
export const hotQuery = shop.query;

/**
 * An insert compiled once for each number of rows. Name every column that a row carries; `onConflict` makes
 * it an upsert.
 *
 *     const insertLines = hotInsert('sale_line', ['sale_id', 'line_no', 'net_som']);
 *     await insertLines.many(trx, lines);
 */
export const hotInsert = shop.insert;
