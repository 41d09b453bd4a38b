/** Kysely's dialect for the till's SQLite file, and the question which engine a handle speaks to. */
import type Sqlite from 'better-sqlite3';
import { type Dialect, DialectAdapterBase, type Kysely, SqliteIntrospector } from 'kysely';
import { type SqliteConnection, SqliteDriver, sqliteConnection } from './driver.ts';
import { SteadyQueryCompiler } from './queryCompiler.ts';

/**
 * Tells Kysely what the driver can do. `supportsMultipleConnections` is true because Kysely would otherwise
 * queue callers before the driver sees them, and nested use would hang instead of being refused.
 */
export class SqliteAdapter extends DialectAdapterBase {
  readonly connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    super();
    this.connection = connection;
  }

  override get supportsMultipleConnections(): boolean {
    return true;
  }

  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  override get supportsReturning(): boolean {
    return true;
  }

  /** The file has one writing process, so there is no one to lock out. */
  async acquireMigrationLock(): Promise<void> {}

  async releaseMigrationLock(): Promise<void> {}
}

/** The dialect over an opened handle, which must be reached through Kysely alone from then on. */
export function sqliteDialect(handle: Sqlite.Database): Dialect {
  const connection = sqliteConnection(handle);
  return {
    createDriver: () => new SqliteDriver(handle, connection),
    createAdapter: () => new SqliteAdapter(connection),
    createQueryCompiler: () => new SteadyQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** The connection behind a handle, for this program's own wiring; null on another engine. */
export function connectionOf(db: Handle): SqliteConnection | null {
  const { adapter } = db.getExecutor();
  return adapter instanceof SqliteAdapter ? adapter.connection : null;
}

export type Engine = 'sqlite' | 'postgres';

/** A root handle or a transaction, whatever tables it knows. */
export type Handle = Pick<Kysely<unknown>, 'getExecutor' | 'schema' | 'introspection'>;

/** Which engine a handle speaks to; for this folder alone, where the engines differ. */
export function engineOf(db: Handle): Engine {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}
