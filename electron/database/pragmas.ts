/** The settings of a SQLite connection on which the till's promises rest; set, and then read back. */
import type Sqlite from 'better-sqlite3';

/** Marks our files: "DFTR". */
export const applicationId = 0x44465452;

/**
 * Before 3.53 (and 3.51.3) a WAL file with two connections could be damaged when it was reset:
 * sqlite.org/wal.html#walresetbug.
 */
const oldestSqlite = [3, 53] as const;

const lockWaitMilliseconds = 5000;
const journalLimitBytes = 16 * 1024 * 1024;
/** 12 MB of 4 KB pages: below the limit, and read back in a few milliseconds after a crash. */
const pagesBetweenCheckpoints = 3000;

/**
 * `full`: what was acknowledged outlives a power cut. `off`: for building a file that is made durable when
 * it is closed.
 */
export type Durability = 'full' | 'off';

function connectionSettings(durability: Durability): readonly (readonly [pragma: string, value: number])[] {
  const everywhere = [
    // better-sqlite3 is built with NORMAL for WAL files, which loses acknowledged sales on a power cut.
    ['synchronous', durability === 'full' ? 2 : 0],
    ['foreign_keys', 1],
    ['busy_timeout', lockWaitMilliseconds],
    // So that "insert or replace" meets the triggers that keep documents and search indexes.
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    // An erased customer leaves no bytes behind.
    ['secure_delete', 1],
    ['journal_size_limit', journalLimitBytes],
    // Every copying back into the file costs two more syncs and holds one sale up; at the default it would be every 16th.
    ['wal_autocheckpoint', pagesBetweenCheckpoints],
  ] as const;
  if (process.platform !== 'darwin' || durability === 'off') return everywhere;
  // fsync on macOS does not reach the platter; these do.
  return [...everywhere, ['fullfsync', 1], ['checkpoint_fullfsync', 1]];
}

export function configureConnection(handle: Sqlite.Database, durability: Durability): void {
  for (const [pragma, value] of connectionSettings(durability)) handle.pragma(`${pragma} = ${value}`);
}

/** Throws when a setting did not take: a bug or another SQLite library, in neither case may the till sell. */
export function assertConnection(handle: Sqlite.Database, durability: Durability): void {
  for (const [pragma, value] of connectionSettings(durability)) {
    const found = handle.pragma(pragma, { simple: true });
    if (found !== value) throw new Error(`the database setting ${pragma} is ${found}, not ${value}`);
  }
}

/** Throws when the linked SQLite is older than the one whose damage to WAL files was mended. */
export function assertSqliteVersion(handle: Sqlite.Database): void {
  const version = String(handle.prepare('select sqlite_version()').pluck().get());
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldestSqlite[0] || (major === oldestSqlite[0] && minor < oldestSqlite[1])) {
    throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`);
  }
}
