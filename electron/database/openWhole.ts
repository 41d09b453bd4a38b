/** Opens a shop's file and brings it up to its redo log: what a lost write-ahead file or an older copy lacks is done once more. */
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { backupTo, verifyBackup } from './backup.ts';
import { moveIntoPlace, removeUnfinished } from './durable.ts';
import { type Migrated, migrateToLatest } from './migrate.ts';
import { type Database, type OpenOptions, openDatabase } from './open.ts';
import { DatabaseProblem } from './problem.ts';
import { type Reapplied, reapply } from './reapply.ts';
import { segmentsOf } from './redoLog.ts';

export interface WholeOptions extends OpenOptions {
  readonly redoFile: string;
  readonly backupDirectory: string;
  /** The moment to note, an instant. */
  readonly now: string;
  readonly note: (text: string, error?: unknown) => void;
}

export interface OpenedWhole {
  readonly database: Database;
  readonly migrated: Migrated;
  /** What was done once more; null when nothing was missing. */
  readonly redone: {
    readonly transactions: number;
    readonly fromSequence: number;
    readonly toSequence: number;
  } | null;
  /** The log knows later transactions that could not be done once more. */
  readonly isTailLost: boolean;
}

/**
 * Opens, migrates and mends. After a power cut the log lacks the last half second that the database has: a copy of the
 * database is made then, from which the log goes on. An older file than that copy is replaced by it, and kept beside.
 */
export async function openWhole(options: WholeOptions): Promise<OpenedWhole> {
  let opened = await openAndReapply(options);
  const from = opened.first?.before;
  const cutAt = isCutOff(opened.last) ? (opened.last?.after.position ?? 0) : null;
  const base = cutAt === null ? null : baseFor(options, cutAt);
  if (base !== null) {
    await opened.database.close();
    const keptAs = putInPlace(options.file, base, cutAt ?? 0);
    options.note(`an older database was replaced by ${basename(base)}; it is kept as ${keptAs}`);
    opened = await openAndReapply({ ...options, create: false });
  }
  const { database, migrated, last } = opened;
  try {
    const isTailLost = isCutOff(last);
    if (isTailLost) options.note(`the redo log could not be followed: ${last?.reached}`, last?.problem);
    if (isTailLost) keepAside(options.redoFile, last?.after.position ?? 0);
    else if (last !== null && isAhead(last)) await makeBase(database, options, last.after.position);
    const to = last?.after;
    const redone =
      from !== undefined && to !== undefined && to.position > from.position
        ? {
            transactions: to.position - from.position,
            fromSequence: from.sequence,
            toSequence: to.sequence,
          }
        : null;
    return { database, migrated, redone, isTailLost };
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface Opened {
  readonly database: Database;
  readonly migrated: Migrated;
  readonly first: Reapplied | null;
  readonly last: Reapplied | null;
}

/** What was written for the form that the file has now comes before the migrations, the rest after them. */
async function openAndReapply(options: WholeOptions): Promise<Opened> {
  const { backupDirectory, now } = options;
  const database = await openDatabase(options);
  try {
    const before = await reapplied(database, options);
    const migrated = await migrateToLatest(database, { backupDirectory, now });
    const isDone = before !== null && before.reached !== 'schema';
    const last = isDone ? before : await reapplied(database, options);
    return { database, migrated, first: before ?? last, last };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A log that cannot be read keeps nobody from the shop: the head of the journal tells whether something is missing. */
async function reapplied({ db }: Database, { redoFile, note }: WholeOptions): Promise<Reapplied | null> {
  try {
    return await reapply(db, redoFile);
  } catch (error) {
    if (error instanceof DatabaseProblem) throw error;
    note('the redo log could not be read', error);
    return null;
  }
}

function isCutOff(reapplied: Reapplied | null): boolean {
  return reapplied !== null && ['gap', 'lost', 'schema'].includes(reapplied.reached);
}

function isAhead({ reached, logEnd, before }: Reapplied): boolean {
  return reached === 'level' && logEnd !== null && logEnd.position < before.position;
}

const baseName = /^after-cut-(\d{12})\.db$/;

/** The name of a copy from which the redo log goes on after a position. */
export const baseIn = (folder: string, position: number): string =>
  join(folder, `after-cut-${String(position).padStart(12, '0')}.db`);

function basesIn(folder: string): readonly { readonly file: string; readonly position: number }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const position = baseName.exec(name)?.[1];
      return position === undefined ? [] : [{ file: join(folder, name), position: Number(position) }];
    })
    .sort((one, other) => other.position - one.position);
}

/** The copy at which the log goes on after its newest gap, when it is whole, later, and of the same till. */
function baseFor({ backupDirectory, file }: WholeOptions, position: number): string | null {
  const [newest] = basesIn(backupDirectory);
  if (newest === undefined || newest.position <= position) return null;
  try {
    verifyBackup(newest.file);
    return tillIn(newest.file) === tillIn(file) ? newest.file : null;
  } catch {
    return null;
  }
}

/** The first till of a copy; throws for a file that is none. */
export function tillIn(file: string): unknown {
  const handle = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    return handle.prepare('select id from till order by number').pluck().get();
  } finally {
    handle.close();
  }
}

function putInPlace(file: string, base: string, position: number): string {
  const keptAs = `${file}.before-${position}`;
  const part = `${file}.part`;
  removeUnfinished(part);
  copyFileSync(base, part, constants.COPYFILE_FICLONE);
  removeUnfinished(keptAs);
  // Copied, not renamed: at no moment is there no database.
  copyFileSync(file, keptAs, constants.COPYFILE_FICLONE);
  for (const companion of ['-wal', '-shm']) rmSync(`${file}${companion}`, { force: true });
  moveIntoPlace(part, file);
  return keptAs;
}

/** Two are kept: the one before may be the last that was whole. */
const basesKept = 2;

async function makeBase(database: Database, options: WholeOptions, position: number): Promise<void> {
  const { backupDirectory, note } = options;
  try {
    mkdirSync(backupDirectory, { recursive: true, mode: 0o700 });
    await backupTo(database, baseIn(backupDirectory, position));
    for (const { file } of basesIn(backupDirectory).slice(basesKept)) rmSync(file, { force: true });
  } catch (error) {
    note('the copy from which the redo log goes on after a power cut could not be made', error);
  }
}

/** The log of documents that this database will never have must not be taken for its own. */
function keepAside(redoFile: string, position: number): void {
  const suffix = `lost-after-${position}`;
  for (const { path } of segmentsOf(redoFile))
    renameSync(path, join(dirname(path), `${basename(path)}.${suffix}`));
  if (existsSync(redoFile)) renameSync(redoFile, `${redoFile}.${suffix}`);
}
