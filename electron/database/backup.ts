/** Whole, checked copies of the shop's file. */
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { moveIntoPlace, removeUnfinished } from './durable.ts';
import type { Database } from './open.ts';
import { applicationId } from './pragmas.ts';
import { DatabaseProblem, problemFrom } from './problem.ts';

/**
 * Writes a copy of the database to `file`. The copy is made beside its place, read whole for damage and
 * brought to the disk before it gets its name: a file of that name is always a good backup. The till waits
 * meanwhile (3.5 s for 400 MB). Throws DatabaseProblem (DiskFull, FolderReadOnly, DatabaseDamaged), leaving
 * nothing behind; NestedUse in a transaction.
 */
export async function backupTo<T>(database: Database<T>, file: string): Promise<void> {
  const part = `${file}.part`;
  removeUnfinished(part);
  try {
    await sql`vacuum into ${part}`.execute(database.db);
    verifyBackup(part);
    moveIntoPlace(part, file);
  } catch (error) {
    removeUnfinished(part);
    throw problemFrom(error);
  }
}

/** Throws DatabaseProblem unless the file is an undamaged database of ours. */
export function verifyBackup(file: string): void {
  try {
    // Not read-only: there, SQLite's check passes over rows that break their table's rules.
    const handle = new Sqlite(file, { fileMustExist: true });
    try {
      const id = handle.pragma('application_id', { simple: true });
      if (id !== applicationId)
        throw new DatabaseProblem('NotADatabase', `${file} belongs to another program`);
      const found = handle.prepare('pragma quick_check(1)').pluck().get();
      if (found !== 'ok') throw new DatabaseProblem('DatabaseDamaged', `${file}: ${found}`);
    } finally {
      handle.close();
    }
  } catch (error) {
    throw problemFrom(error);
  }
}
