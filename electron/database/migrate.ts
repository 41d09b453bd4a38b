/** Brings a shop's file to the form this program needs: all pending steps or none, after a backup. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import { backupTo } from './backup.ts';
import { instantColumn, textColumn } from './columns.ts';
import { engineOf } from './dialect.ts';
import type { Migrations } from './migration.ts';
import { migrations as shopMigrations } from './migrations/list.ts';
import type { Database } from './open.ts';
import { DatabaseProblem } from './problem.ts';
import { createTable } from './schema.ts';
import { transact } from './transact.ts';

export interface MigrateOptions {
  /** Where the copy goes that is made before a file with data is changed. Made when missing. */
  readonly backupDirectory: string;
  /** The moment to note, an instant. */
  readonly now: string;
  readonly migrations?: Migrations;
}

export interface Migrated {
  /** The names that ran now, in their order; empty when the file was up to date. */
  readonly ran: readonly string[];
  /** The copy made before, or null when there was nothing to lose. */
  readonly backup: string | null;
}

interface MigrationTable {
  schema_migration: { name: string; ran_at: string };
}

/**
 * Runs what is pending in one transaction, so that after a fault or a power cut the file is old or new,
 * never between. Throws DatabaseNewer when the file has migrations this program does not know, and then
 * changes nothing; whatever a migration throws is thrown on, after everything has been rolled back.
 */
export async function migrateToLatest<T>(
  database: Database<T>,
  { backupDirectory, now, migrations = shopMigrations }: MigrateOptions,
): Promise<Migrated> {
  const db = database.db as unknown as Kysely<MigrationTable>;
  const known = Object.keys(migrations).sort();
  const done = await namesDone(db);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new DatabaseProblem('DatabaseNewer', `${database.file} has ${unknown.join(', ')}`);
  }
  const pending = known.filter((name) => !done.includes(name));
  const [first] = pending;
  if (first === undefined) return { ran: [], backup: null };
  const last = done.at(-1);
  if (last !== undefined && first < last)
    throw new Error(`${first} would run after ${last}, which came later`);
  const backup = done.length === 0 ? null : await backUpBefore(database, first, backupDirectory, now);
  await transact(db, (trx) => runAll(trx, migrations, pending, now, last === undefined));
  return { ran: pending, backup };
}

async function namesDone(db: Kysely<MigrationTable>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'schema_migration')) return [];
  const rows = await db.selectFrom('schema_migration').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}

async function backUpBefore<T>(
  database: Database<T>,
  migration: string,
  directory: string,
  now: string,
): Promise<string> {
  mkdirSync(directory, { recursive: true });
  // Windows allows no colon in a name.
  const file = join(directory, `before-${migration}-${now.replaceAll(':', '-')}.db`);
  await backupTo(database, file);
  return file;
}

async function runAll(
  trx: Transaction<MigrationTable>,
  migrations: Migrations,
  pending: readonly string[],
  now: string,
  isNew: boolean,
): Promise<void> {
  if (isNew) {
    await createTable(trx, 'schema_migration', {
      columns: { name: textColumn({ longest: 100 }), ran_at: instantColumn() },
      primaryKey: ['name'],
    });
  }
  for (const name of pending) {
    await migrations[name]?.(trx as unknown as Kysely<unknown>);
    await trx.insertInto('schema_migration').values({ name, ran_at: now }).execute();
  }
  await refuseOrphans(trx);
}

/**
 * A migration that rebuilt a table may have left children without their parents; the engine checks only
 * what it writes.
 */
async function refuseOrphans(trx: Transaction<MigrationTable>): Promise<void> {
  if (engineOf(trx) !== 'sqlite') return;
  const orphans = await sql<{ table: string }>`pragma foreign_key_check`.execute(trx);
  const [orphan] = orphans.rows;
  if (orphan !== undefined) throw new Error(`rows of ${orphan.table} lost their parents`);
}
