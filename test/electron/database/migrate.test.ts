import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { backupTo, verifyBackup } from '../../../electron/database/backup.ts';
import { textColumn, wholeNumber } from '../../../electron/database/columns.ts';
import { migrateToLatest } from '../../../electron/database/migrate.ts';
import type { Migrations } from '../../../electron/database/migration.ts';
import { migrations as shopMigrations } from '../../../electron/database/migrations/list.ts';
import type { Database } from '../../../electron/database/open.ts';
import { createTable } from '../../../electron/database/schema.ts';
import { temporaryDatabase } from './temporary.ts';

type Loose = Record<string, Record<string, unknown>>;

const now = '2026-11-22T08:30:00.000Z';

const first: Migrations = {
  '0001_customer': async (db) => {
    await createTable(db, 'customer', {
      columns: { id: wholeNumber(), name: textColumn() },
      primaryKey: ['id'],
    });
  },
};
const second: Migrations = {
  ...first,
  '0002_card': (db) => createTable(db, 'card', { columns: { number: textColumn() }, primaryKey: ['number'] }),
};
const broken: Migrations = {
  ...second,
  '0003_broken': async (db) => {
    const loose = db as unknown as Kysely<Loose>;
    await createTable(db, 'coupon', { columns: { code: textColumn() }, primaryKey: ['code'] });
    await loose.updateTable('customer').set({ name: 'changed' }).execute();
    throw new Error('the migration failed');
  },
};

async function tablesOf(db: Kysely<Loose>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables();
  return tables.map((table) => table.name).sort();
}

function options(database: Database<Loose>, migrations: Migrations) {
  return { backupDirectory: join(database.file, '..', 'backup'), now, migrations };
}

async function shopAtFirst(): Promise<Database<Loose>> {
  const database = await temporaryDatabase<Loose>();
  await migrateToLatest(database, options(database, first));
  await database.db.insertInto('customer').values({ id: 1, name: 'Ali' }).execute();
  return database;
}

describe('migrating', () => {
  test('a new file runs every step once, without a backup of nothing', async () => {
    const database = await temporaryDatabase<Loose>();
    const migrated = await migrateToLatest(database, options(database, second));
    expect(migrated).toEqual({ ran: ['0001_customer', '0002_card'], backup: null });
    expect(await tablesOf(database.db)).toEqual(['card', 'customer', 'schema_migration']);
    expect(await database.db.selectFrom('schema_migration').selectAll().execute()).toEqual([
      { name: '0001_customer', ran_at: now },
      { name: '0002_card', ran_at: now },
    ]);
    expect(await migrateToLatest(database, options(database, second))).toEqual({ ran: [], backup: null });
  });

  test('a file with data makes a checked backup of its old state first', async () => {
    const database = await shopAtFirst();
    const { ran, backup } = await migrateToLatest(database, options(database, second));
    expect(ran).toEqual(['0002_card']);
    expect(await tablesOf(database.db)).toContain('card');
    const copy = await temporaryDatabase<Loose>({ file: String(backup), create: false, check: true });
    expect(await tablesOf(copy.db)).toEqual(['customer', 'schema_migration']);
    expect(await copy.db.selectFrom('customer').selectAll().execute()).toEqual([{ id: 1, name: 'Ali' }]);
  });

  test('that fails leaves the file exactly as it was: no table, no row, no step noted', async () => {
    const database = await shopAtFirst();
    const migrating = migrateToLatest(database, options(database, broken));
    await expect(migrating).rejects.toThrow('the migration failed');
    expect(await tablesOf(database.db)).toEqual(['customer', 'schema_migration']);
    expect(await database.db.selectFrom('customer').select('name').execute()).toEqual([{ name: 'Ali' }]);
    const { ran } = await migrateToLatest(database, options(database, second));
    expect(ran).toEqual(['0002_card']);
  });

  test('that fails on a new file leaves an empty file', async () => {
    const database = await temporaryDatabase<Loose>();
    await expect(migrateToLatest(database, options(database, broken))).rejects.toThrow();
    expect(await tablesOf(database.db)).toEqual([]);
  });

  test('that would leave children without parents is undone', async () => {
    const database = await temporaryDatabase<Loose>();
    const orphaning: Migrations = {
      '0001_orphans': async (db) => {
        await sql`pragma defer_foreign_keys = on`.execute(db);
        await sql`create table parent (id integer primary key)`.execute(db);
        await sql`create table child (parent_id integer references parent (id))`.execute(db);
        await sql`insert into child values (1)`.execute(db);
      },
    };
    const migrating = migrateToLatest(database, options(database, orphaning));
    await expect(migrating).rejects.toThrow('child lost their parents');
    expect(await tablesOf(database.db)).toEqual([]);
  });

  test('a file of a newer program is refused and not changed', async () => {
    const database = await shopAtFirst();
    await migrateToLatest(database, options(database, second));
    await database.close();
    const before = readFileSync(database.file);
    const again = await temporaryDatabase<Loose>({ file: database.file, create: false });
    const backups = readdirSync(join(database.file, '..', 'backup'));
    const migrating = migrateToLatest(again, options(again, first));
    await expect(migrating).rejects.toMatchObject({ code: 'DatabaseNewer' });
    await again.close();
    expect(readFileSync(database.file).equals(before)).toBe(true);
    expect(readdirSync(join(database.file, '..', 'backup'))).toEqual(backups);
  });

  test('a step that would run before one already done is refused', async () => {
    const database = await shopAtFirst();
    const earlier: Migrations = { '0000_forgotten': async () => {}, ...first };
    await expect(migrateToLatest(database, options(database, earlier))).rejects.toThrow('0000_forgotten');
  });

  test('stops when the backup cannot be made', async () => {
    const database = await shopAtFirst();
    const migrating = migrateToLatest(database, {
      ...options(database, second),
      backupDirectory: join(database.file, 'not-a-folder'),
    });
    await expect(migrating).rejects.toThrow();
    expect(await tablesOf(database.db)).toEqual(['customer', 'schema_migration']);
  });
});

describe("the shop's own migrations", () => {
  test('are all listed, under the names of their files and numbered without gaps', () => {
    const folder = join(import.meta.dirname, '../../../electron/database/migrations');
    const files = readdirSync(folder)
      .filter((name) => name !== 'list.ts')
      .map((name) => name.replace(/\.ts$/, ''))
      .sort();
    expect(Object.keys(shopMigrations)).toEqual(files);
    files.forEach((name, index) => {
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}_[a-z_]+$`));
    });
  });

  test('make every table strict, except the search indexes', async () => {
    const database = await temporaryDatabase<Loose>();
    await migrateToLatest(database, { backupDirectory: join(database.file, '..', 'backup'), now });
    const { rows } = await sql<{ name: string; type: string; strict: number }>`pragma table_list`.execute(
      database.db,
    );
    const loose = rows.filter(
      (table) => table.type === 'table' && table.strict === 0 && !table.name.startsWith('sqlite_'),
    );
    expect(loose.map((table) => table.name)).toEqual([]);
  });
});

describe('a backup', () => {
  test('is a whole shop by itself and takes the place of an older one of its name', async () => {
    const database = await shopAtFirst();
    const file = join(database.file, '..', 'copy.db');
    await backupTo(database, file);
    await database.db.insertInto('customer').values({ id: 2, name: 'Vali' }).execute();
    await backupTo(database, file);
    const copy = await temporaryDatabase<Loose>({ file, create: false });
    expect(await copy.db.selectFrom('customer').select('name').orderBy('id').execute()).toEqual([
      { name: 'Ali' },
      { name: 'Vali' },
    ]);
  });

  test('of a damaged shop is refused, and the last good one stays', async () => {
    const database = await shopAtFirst();
    const file = join(database.file, '..', 'copy.db');
    await backupTo(database, file);
    // A row that breaks its own rule is damage that only a check of the copy sees.
    await sql`pragma ignore_check_constraints = on`.execute(database.db);
    await database.db.insertInto('customer').values({ id: -5, name: 'impossible' }).execute();
    await expect(backupTo(database, file)).rejects.toMatchObject({ code: 'DatabaseDamaged' });
    expect(() => verifyBackup(file)).not.toThrow();
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  test('cannot be made inside a transaction or in a folder that is not there', async () => {
    const database = await shopAtFirst();
    const missing = join(database.file, '..', 'nowhere', 'copy.db');
    await expect(backupTo(database, missing)).rejects.toThrow();
    expect(existsSync(missing)).toBe(false);
  });

  test('is recognised: another program’s file or a half-written one is none', async () => {
    const database = await shopAtFirst();
    const folder = join(database.file, '..');
    const other = new Sqlite(join(folder, 'other.db'));
    other.exec('create table bookmark (url text)');
    other.close();
    expect(() => verifyBackup(join(folder, 'other.db'))).toThrow('NotADatabase');
    expect(() => verifyBackup(join(folder, 'missing.db'))).toThrow('DatabaseMissing');
  });
});
