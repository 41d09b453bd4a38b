/** How migrations say what a table is, in words both engines understand. */
import {
  type ColumnDefinitionBuilder,
  type CreateTableBuilder,
  type Expression,
  type SqlBool,
  sql,
} from 'kysely';
import type { Column } from './columns.ts';
import { engineOf, type Handle } from './dialect.ts';

export interface Table {
  readonly columns: Readonly<Record<string, Column>>;
  /** One column or several; a child row's is its parent and its number. */
  readonly primaryKey: readonly [string, ...string[]];
  /** Column groups that no two rows may share. */
  readonly unique?: readonly (readonly string[])[];
  /** Rules between columns by name, plain SQL without values from outside: `total_som = net_som`. */
  readonly checks?: Readonly<Record<string, string>>;
  /** Keeps the rows in the order of the key, so that a parent's children lie together. */
  readonly clustered?: boolean;
}

/** Makes a table whose engine refuses values of the wrong type, range or form. */
export async function createTable(db: Handle, name: string, table: Table): Promise<void> {
  const engine = engineOf(db);
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, meaning] of Object.entries(table.columns)) {
    builder = builder.addColumn(column, typeOf(meaning, engine), (definition) =>
      describe(definition, column, meaning),
    );
  }
  builder = builder.addPrimaryKeyConstraint(`${name}_key`, [...table.primaryKey]);
  for (const group of table.unique ?? []) {
    builder = builder.addUniqueConstraint(`${name}_${group.join('_')}_unique`, [...group]);
  }
  for (const [rule, condition] of Object.entries(table.checks ?? {})) {
    builder = builder.addCheckConstraint(`${name}_${rule}`, sql.raw<SqlBool>(condition));
  }
  if (engine === 'sqlite')
    builder = builder.modifyEnd(table.clustered ? sql`strict, without rowid` : sql`strict`);
  await builder.execute();
}

/** Whole numbers need eight bytes: SQLite's integer has them, PostgreSQL's has four. */
function typeOf(column: Column, engine: 'sqlite' | 'postgres') {
  if (column.kind === 'whole') return engine === 'sqlite' ? 'integer' : 'bigint';
  if (column.kind === 'bytes') return engine === 'sqlite' ? 'blob' : 'bytea';
  return 'text';
}

function describe(
  definition: ColumnDefinitionBuilder,
  name: string,
  column: Column,
): ColumnDefinitionBuilder {
  let described = column.optional ? definition : definition.notNull();
  if (column.references !== undefined) described = described.references(column.references);
  if (column.otherwise !== undefined) described = described.defaultTo(column.otherwise);
  const rule = ruleOf(name, column);
  return rule === undefined ? described : described.check(rule);
}

/** Gives a table further columns; rows that are there need a value, so each is optional or has an `otherwise`. */
export async function addColumns(
  db: Handle,
  table: string,
  columns: Readonly<Record<string, Column>>,
): Promise<void> {
  const engine = engineOf(db);
  for (const [name, meaning] of Object.entries(columns)) {
    await db.schema
      .alterTable(table)
      .addColumn(name, typeOf(meaning, engine), (definition) => describe(definition, name, meaning))
      .execute();
  }
}

/** Takes columns away whose facts have found another place. */
export async function dropColumns(db: Handle, table: string, columns: readonly string[]): Promise<void> {
  for (const column of columns) await db.schema.alterTable(table).dropColumn(column).execute();
}

/** Takes away a table whose rows have found another place. */
export async function dropTable(db: Handle, table: string): Promise<void> {
  await db.schema.dropTable(table).execute();
}

/** What a column's value must satisfy. NULL satisfies every check: `optional` says whether it is allowed. */
function ruleOf(name: string, column: Column): Expression<SqlBool> | undefined {
  const value = sql.ref(name);
  if (column.kind === 'whole') {
    return sql<SqlBool>`${value} between ${sql.lit(column.least)} and ${sql.lit(column.most)}`;
  }
  if (column.kind === 'text' && column.oneOf !== undefined) {
    return sql<SqlBool>`${value} in (${sql.join(column.oneOf.map((word) => sql.lit(word)))})`;
  }
  if (column.kind === 'text' && column.pattern !== undefined) {
    return sql<SqlBool>`${value} like ${sql.lit(column.pattern)}`;
  }
  if (column.kind === 'text' && column.longest !== undefined) {
    return sql<SqlBool>`length(${value}) <= ${sql.lit(column.longest)}`;
  }
  return undefined;
}

export interface Index {
  readonly columns: readonly [string, ...string[]];
  readonly unique?: boolean;
  /** Indexes only the rows of this condition, plain SQL without values from outside: `ended_at is null`. */
  readonly where?: string;
}

/** Makes an index, named after its table and columns. */
export async function createIndex(db: Handle, table: string, index: Index): Promise<void> {
  const name = `${table}_by_${index.columns.join('_')}`;
  let builder = db.schema
    .createIndex(name)
    .on(table)
    .columns([...index.columns]);
  if (index.unique) builder = builder.unique();
  const condition = index.where === undefined ? undefined : sql.raw<SqlBool>(index.where);
  await (condition === undefined ? builder : builder.where(condition)).execute();
}

/**
 * Makes the engine itself refuse to change or delete rows of a table: documents, postings and the journal
 * are corrected by new rows only. `mayChange` names columns that are no part of the record (what is left of
 * a lot); deleting stays refused.
 */
export async function appendOnly(
  db: Handle,
  table: string,
  { mayChange = [] }: { readonly mayChange?: readonly string[] } = {},
): Promise<void> {
  const kept = (await columnsOf(db, table)).filter((column) => !mayChange.includes(column));
  const keptColumns = sql.join(kept.map((column) => sql.ref(column)));
  const onTable = sql.table(table);
  if (engineOf(db) === 'sqlite') {
    const refusal = sql.lit(`${table} is append-only`);
    await sql`create trigger ${sql.id(`${table}_keeps_rows`)} before delete on ${onTable}
      begin select raise(abort, ${refusal}); end`.execute(db);
    await sql`create trigger ${sql.id(`${table}_keeps_values`)} before update of ${keptColumns} on ${onTable}
      begin select raise(abort, ${refusal}); end`.execute(db);
    return;
  }
  await sql`create or replace function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
  await sql`create trigger ${sql.id(`${table}_keeps_rows`)} before delete on ${onTable}
    for each row execute function refuse_change()`.execute(db);
  await sql`create trigger ${sql.id(`${table}_keeps_values`)} before update of ${keptColumns} on ${onTable}
    for each row execute function refuse_change()`.execute(db);
}

/**
 * Lets further columns of an append-only table change: words that people typed and that may name somebody who wants to be
 * forgotten. What the record proves stays as it was written.
 */
export async function mayAlsoChange(db: Handle, table: string, columns: readonly string[]): Promise<void> {
  const trigger = `${table}_keeps_values`;
  const before = await columnsOfTrigger(db, trigger);
  const missing = columns.filter((column) => !before.includes(column));
  if (missing.length > 0) throw new Error(`${table} does not keep ${missing.join(', ')}`);
  const kept = before.filter((column) => !columns.includes(column));
  const keptColumns = sql.join(kept.map((column) => sql.ref(column)));
  const onTable = sql.table(table);
  if (engineOf(db) === 'sqlite') {
    await sql`drop trigger ${sql.id(trigger)}`.execute(db);
    await sql`create trigger ${sql.id(trigger)} before update of ${keptColumns} on ${onTable}
      begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`.execute(db);
    return;
  }
  await sql`drop trigger ${sql.id(trigger)} on ${onTable}`.execute(db);
  await sql`create trigger ${sql.id(trigger)} before update of ${keptColumns} on ${onTable}
    for each row execute function refuse_change()`.execute(db);
}

async function columnsOfTrigger(db: Handle, trigger: string): Promise<readonly string[]> {
  if (engineOf(db) === 'postgres') {
    const { rows } = await sql<{ name: string }>`select event_object_column as name
      from information_schema.triggered_update_columns where trigger_name = ${trigger}`.execute(db);
    return rows.map(({ name }) => name);
  }
  const { rows } = await sql<{ text: string }>`select sql as text from sqlite_schema
    where type = 'trigger' and name = ${trigger}`.execute(db);
  const list = /update of (.+?) on /s.exec(rows[0]?.text ?? '')?.[1];
  return list === undefined ? [] : list.split(',').map((name) => name.trim().replaceAll('"', ''));
}

/**
 * Makes the engine itself refuse rows under a condition, plain SQL without values from outside in which `new` is the row:
 * a rule between tables that no check of one table can hold.
 */
export async function refuseInserts(
  db: Handle,
  table: string,
  { rule, when, message }: { readonly rule: string; readonly when: string; readonly message: string },
): Promise<void> {
  const name = sql.id(`${table}_${rule}`);
  const onTable = sql.table(table);
  if (engineOf(db) === 'sqlite') {
    await sql`create trigger ${name} before insert on ${onTable} when ${sql.raw(when)}
      begin select raise(abort, ${sql.lit(message)}); end`.execute(db);
    return;
  }
  await sql`create or replace function ${name}() returns trigger language plpgsql as
    $$ begin if ${sql.raw(when)} then raise exception ${sql.lit(message)}; end if; return new; end $$`.execute(
    db,
  );
  await sql`create trigger ${name} before insert on ${onTable}
    for each row execute function ${name}()`.execute(db);
}

/**
 * Lets rows of an append-only table go under a condition, plain SQL without values from outside in which `old` is the row:
 * what an import brought is taken out again whole, as long as nobody used it.
 */
export async function mayDelete(
  db: Handle,
  table: string,
  { when }: { readonly when: string },
): Promise<void> {
  const name = sql.id(`${table}_keeps_rows`);
  const onTable = sql.table(table);
  const message = sql.lit(`${table} is append-only`);
  if (engineOf(db) === 'sqlite') {
    await sql`drop trigger ${name}`.execute(db);
    await sql`create trigger ${name} before delete on ${onTable} when not ${sql.raw(when)}
      begin select raise(abort, ${message}); end`.execute(db);
    return;
  }
  await sql`drop trigger ${name} on ${onTable}`.execute(db);
  await sql`create or replace function ${name}() returns trigger language plpgsql as
    $$ begin if not ${sql.raw(when)} then raise exception ${message}; end if; return old; end $$`.execute(db);
  await sql`create trigger ${name} before delete on ${onTable}
    for each row execute function ${name}()`.execute(db);
}

async function columnsOf(db: Handle, table: string): Promise<readonly string[]> {
  const tables = await db.introspection.getTables();
  const found = tables.find((candidate) => candidate.name === table);
  if (found === undefined) throw new Error(`there is no table ${table}`);
  return found.columns.map((column) => column.name);
}
