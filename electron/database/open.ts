/** Opens the shop's file: what must be true before the first sale is checked here, in one order. */
import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { sqliteDialect } from './dialect.ts';
import { holdsSomething, moveIntoPlace, removeUnfinished, syncDirectory, syncFile } from './durable.ts';
import {
  applicationId,
  assertConnection,
  assertSqliteVersion,
  configureConnection,
  type Durability,
} from './pragmas.ts';
import { DatabaseProblem, problemFrom } from './problem.ts';
import { refuseNestedUse } from './scope.ts';
import type { Tables } from './tables.ts';

export interface Database<T = Tables> {
  readonly db: Kysely<T>;
  readonly file: string;
  /** Lets the running act end, empties the write-ahead file and closes. May be called twice. */
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly file: string;
  /** Whether a missing file is made. Only at the first start: a vanished file never becomes a new shop. */
  readonly create: boolean;
  readonly durability: Durability;
  /** For reports and for looking into backups: nothing can be written. */
  readonly readOnly?: boolean;
  /**
   * Reads the whole file for damage first: about 5 s for 400 MB. Read-only, it passes over rows that break
   * their table's rules.
   */
  readonly check?: boolean;
}

/**
 * Opens the file. Throws DatabaseProblem for every fault that a person can mend (see its table); nothing is
 * changed in a file that is refused.
 */
export async function openDatabase<T = Tables>(options: OpenOptions): Promise<Database<T>> {
  const { file, create, durability, readOnly = false, check = false } = options;
  if (isToBeMade(file, create && !readOnly)) makeFile(file);
  const handle = openHandle(file, readOnly);
  try {
    assertSqliteVersion(handle);
    configureConnection(handle, durability);
    recogniseFile(handle);
    if (check) refuseDamage(handle);
    if (!readOnly) prepareForWriting(handle);
    assertConnection(handle, durability);
  } catch (error) {
    handle.close();
    throw problemFrom(error);
  }
  const db = new Kysely<T>({ dialect: sqliteDialect(handle) });
  return { db, file, close: closing(db, handle, file, durability) };
}

/** Throws unless the file is there, or is missing and may be made. */
function isToBeMade(file: string, create: boolean): boolean {
  const folder = dirname(file);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new DatabaseProblem('FolderMissing', folder);
  }
  const found = statSync(file, { throwIfNoEntry: false });
  // Sales of a file that vanished lie in its write-ahead file, which would be played into the new one.
  const mayMake = create && !holdsSomething(`${file}-wal`);
  if (found === undefined) {
    if (!mayMake) throw new DatabaseProblem('DatabaseMissing', file);
    try {
      accessSync(folder, constants.W_OK);
    } catch (error) {
      throw new DatabaseProblem('FolderReadOnly', folder, error);
    }
    return true;
  }
  if (!found.isFile()) throw new DatabaseProblem('NotADatabase', `${file} is not a file`);
  // Only before the first start may a file be empty; later it is a shop that was lost.
  if (found.size === 0 && !mayMake) throw new DatabaseProblem('DatabaseDamaged', `${file} is empty`);
  return found.size === 0;
}

/** Makes an empty database beside its place first: a start cut short leaves no file, or a good one. */
function makeFile(file: string): void {
  const part = `${file}.part`;
  try {
    removeUnfinished(part);
    const handle = new Sqlite(part);
    try {
      handle.pragma(`application_id = ${applicationId}`);
      handle.pragma('journal_mode = wal');
    } finally {
      handle.close();
    }
    moveIntoPlace(part, file);
  } catch (error) {
    throw problemFrom(error);
  }
}

function openHandle(file: string, readonly: boolean): Sqlite.Database {
  try {
    return new Sqlite(file, { fileMustExist: true, readonly });
  } catch (error) {
    const problem = problemFrom(error);
    // The file is known to be there, so "cannot open" means "may not".
    if (problem instanceof DatabaseProblem && problem.code === 'DatabaseMissing') {
      throw new DatabaseProblem('DatabaseReadOnly', file, error);
    }
    throw problem;
  }
}

/** The first read, and with it the first sign of damage. */
function recogniseFile(handle: Sqlite.Database): void {
  const id = handle.pragma('application_id', { simple: true });
  if (id !== applicationId) {
    throw new DatabaseProblem('NotADatabase', `${handle.name} belongs to another program`);
  }
  handle.prepare('select count(*) from sqlite_schema').get();
}

function refuseDamage(handle: Sqlite.Database): void {
  const found = handle.prepare('pragma quick_check(1)').pluck().get();
  if (found !== 'ok') throw new DatabaseProblem('DatabaseDamaged', String(found));
}

function prepareForWriting(handle: Sqlite.Database): void {
  const mode = handle.pragma('journal_mode = wal', { simple: true });
  if (mode !== 'wal') throw new Error(`the database's journal mode is ${mode}, not wal`);
  // Takes the write lock and changes a page, but leaves no trace in the file.
  handle.exec('begin immediate');
  try {
    handle.pragma(`application_id = ${applicationId}`);
  } finally {
    if (handle.inTransaction) handle.exec('rollback');
  }
}

function closing<T>(db: Kysely<T>, handle: Sqlite.Database, file: string, durability: Durability) {
  let closed: Promise<void> | undefined;
  async function close(): Promise<void> {
    // Waits for its turn, so that the act before it ends first.
    await db.connection().execute(async () => {});
    await db.destroy();
    if (durability === 'off' && !handle.readonly) {
      syncFile(file);
      syncDirectory(dirname(file));
    }
  }
  return async () => {
    refuseNestedUse();
    closed ??= close().catch((error: unknown) => {
      closed = undefined;
      throw error;
    });
    return closed;
  };
}
