/** The folder of a shop's data: where its files are, and the right to use it, one process at a time. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { holdsSomething } from './durable.ts';
import { DatabaseProblem, problemFrom } from './problem.ts';

export interface DataDirectory {
  readonly directory: string;
  readonly databaseFile: string;
  readonly backupDirectory: string;
  /** The journal of documents, kept beside the database to tell when its tail was lost. */
  readonly journalFile: string;
}

export interface ClaimedDataDirectory extends DataDirectory {
  /** Gives the folder free. May be called twice. */
  readonly release: () => void;
}

/** Thrown when another Daftar, in whichever shell, already runs on this folder. */
export class DataDirectoryBusy extends Error {
  constructor(directory: string) {
    super(`another Daftar is using ${directory}`);
    this.name = 'DataDirectoryBusy';
  }
}

export function dataDirectory(directory: string): DataDirectory {
  return {
    directory,
    databaseFile: join(directory, 'daftar.db'),
    backupDirectory: join(directory, 'backup'),
    journalFile: join(directory, 'journal.ndjson'),
  };
}

/**
 * Whether a shop never lived here: no database with content, no write-ahead file of one, no journal, no backup.
 * Only then may a database be made; a folder whose database vanished is not fresh.
 */
export function isFresh({ databaseFile, journalFile, backupDirectory }: DataDirectory): boolean {
  const traces = [databaseFile, `${databaseFile}-wal`, journalFile];
  if (traces.some(holdsSomething)) return false;
  if (statSync(backupDirectory, { throwIfNoEntry: false }) === undefined) return true;
  return readdirSync(backupDirectory).length === 0;
}

/**
 * Makes the folder when it is missing and claims it for this process until `release`, or until the process
 * ends in any way at all: the lock is the operating system's, held through a small SQLite file. No code may
 * open that file, because closing it drops the lock (POSIX). Throws DataDirectoryBusy, or DatabaseProblem
 * when the folder cannot be made or written.
 */
export function claimDataDirectory(directory: string): ClaimedDataDirectory {
  const handle = openLock(directory);
  try {
    handle.pragma('locking_mode = exclusive');
    handle.exec('begin exclusive');
  } catch (error) {
    handle.close();
    const problem = problemFrom(error);
    if (problem instanceof DatabaseProblem && problem.code === 'DatabaseLocked') {
      throw new DataDirectoryBusy(directory);
    }
    throw problem;
  }
  return { ...dataDirectory(directory), release: () => void handle.close() };
}

function openLock(directory: string): Sqlite.Database {
  try {
    // Customers' names and phones lie here: nobody else on this computer needs to read them.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new DatabaseProblem('FolderMissing', directory, error);
  }
  try {
    return new Sqlite(join(directory, 'daftar.lock'), { timeout: 0 });
  } catch (error) {
    throw new DatabaseProblem('FolderReadOnly', directory, error);
  }
}
