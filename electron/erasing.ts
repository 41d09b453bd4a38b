/** Cleans the files of a shop after somebody was erased: the database, its logs, its copies; and knows where copies are left. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Instant } from '../shared/time.ts';
import type { CleanedFiles, EraseFiles, FileStep } from './customer/erase.ts';
import { backupTo } from './database/backup.ts';
import type { DataDirectory } from './database/dataDirectory.ts';
import type { Database } from './database/open.ts';
import { baseIn, tillIn } from './database/openWhole.ts';
import { standingOf } from './database/reapply.ts';
import { rewriteDatabase } from './database/rewrite.ts';
import type { JournalKeeping } from './journalKeeping.ts';
import { makeBackup } from './shop/backUp.ts';
import { settingsOf } from './shop/queries.ts';
import { addTombstones, erasedIn, writeDurably } from './tombstones.ts';

export interface ErasingOptions {
  readonly files: DataDirectory;
  readonly database: Database;
  readonly tillId: string;
  readonly journal: Pick<JournalKeeping, 'forgetBefore' | 'isSecondSound'>;
  readonly clock: () => Instant;
  readonly newId: () => string;
  readonly note: (text: string, error?: unknown) => void;
}

export interface Erasing extends EraseFiles {
  /** Whether cleaning was begun and not finished: by a power cut, or by a disk that refused. */
  readonly isUnfinished: () => boolean;
}

/** Says that files must be cleaned; it holds nothing. */
export const unfinishedFileIn = (directory: string): string => join(directory, 'erasing');

/** Copies of the database that lie beside it, by whatever made them. */
const copyBeside = /^daftar\.db\.(?:before-\d+|part)(?:-wal|-shm|-journal)?$/;
const backupName = /^daftar-\d{4}-.*\.db$/;

export function createErasing(options: ErasingOptions): Erasing {
  const { files, journal, note } = options;
  const marker = unfinishedFileIn(files.directory);
  return {
    begin: () => writeDurably(marker, ''),
    isUnfinished: () => existsSync(marker),
    isSecondFolderGone: () => journal.isSecondSound() === false,
    olderBackups: () => olderBackups(options, null),
    async clean({ replaceBackups, without }) {
      try {
        const cleaned = await cleanFiles(options, replaceBackups, without ?? null);
        rmSync(marker, { force: true });
        return cleaned;
      } catch (error) {
        note('the files could not be cleaned of who was erased; the next start goes on with it', error);
        return {
          isCleaned: false,
          backupsDeleted: 0,
          backupsLeft: (await olderBackups(options, null)).map(({ file }) => file),
          isSecondFolderGone: journal.isSecondSound() === false,
        };
      }
    },
  };
}

async function cleanFiles(
  options: ErasingOptions,
  replaceBackups: boolean,
  without: FileStep | null,
): Promise<CleanedFiles> {
  const { files, database, journal, note } = options;
  const { backupFolder } = await settingsOf(database.db);
  const stones = await erasedIn(database.db);
  const does = (step: FileStep) => step !== without;
  if (does('tombstones')) {
    addTombstones(files.directory, stones);
    if (backupFolder !== '') tryTo(() => addTombstones(backupFolder, stones), note);
  }
  if (does('database')) await rewriteDatabase(database);
  let second: string | 'gone' | null = null;
  let base = '';
  if (does('redoLogs')) {
    second = await journal.forgetBefore(async () => {
      base = await makeBase(options);
    });
    if (second !== null && second !== 'gone') addTombstones(second, stones);
  }
  if (does('copies')) forgetCopies(files, base);
  let backupsDeleted = 0;
  let madeFile: string | null = null;
  if (does('backups') && replaceBackups && backupFolder !== '') {
    const before = await olderBackups(options, null);
    madeFile = await makeBackup({
      database,
      chosenFolder: backupFolder,
      now: options.clock(),
      newId: options.newId,
    });
    for (const { file } of before) backupsDeleted += deleteBackup(file, note);
  }
  return {
    isCleaned: true,
    backupsDeleted,
    backupsLeft: (await olderBackups(options, madeFile)).map(({ file }) => file),
    isSecondFolderGone: second === 'gone',
  };
}

function tryTo(work: () => void, note: ErasingOptions['note']): void {
  try {
    work();
  } catch (error) {
    note('a folder could not be told who was erased', error);
  }
}

/** A whole copy from which the redo log goes on, so that an older file is never brought up with what was forgotten. */
async function makeBase({ database, files }: ErasingOptions): Promise<string> {
  const standing = await standingOf(database.db);
  mkdirSync(files.backupDirectory, { recursive: true, mode: 0o700 });
  const file = baseIn(files.backupDirectory, standing?.position ?? 0);
  await backupTo(database, file);
  return file;
}

/** Copies in the shop's own folder: all but the new one. Each was there for what the new one holds as well. */
function forgetCopies({ directory, backupDirectory }: DataDirectory, base: string): void {
  if (base === '') return;
  for (const name of readdirSync(backupDirectory)) {
    const file = join(backupDirectory, name);
    if (file !== base) rmSync(file, { recursive: true, force: true });
  }
  for (const name of readdirSync(directory)) {
    if (copyBeside.test(name)) rmSync(join(directory, name), { force: true });
  }
}

/** Backups of this very till in the chosen folder, and those that were made elsewhere before and still are there. */
async function olderBackups(
  { database, files, tillId }: ErasingOptions,
  except: string | null,
): Promise<readonly { readonly file: string; readonly madeAt: Instant | null }[]> {
  const { backupFolder } = await settingsOf(database.db);
  const noted = await database.db.selectFrom('backup').select(['file', 'made_at']).execute();
  const madeAt = new Map(noted.map((row) => [resolve(row.file), row.made_at as Instant]));
  const own = resolve(files.backupDirectory);
  const inFolder = backupFolder === '' ? [] : namesIn(backupFolder).map((name) => join(backupFolder, name));
  const found = [...new Set([...madeAt.keys(), ...inFolder.map((file) => resolve(file))])].filter(
    (file) =>
      file !== (except === null ? null : resolve(except)) && dirname(file) !== own && existsSync(file),
  );
  return found
    .filter((file) => isOfTill(file, tillId))
    .sort()
    .map((file) => ({ file, madeAt: madeAt.get(file) ?? null }));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => backupName.test(name));
  } catch {
    return [];
  }
}

/** Two tills may use one stick. */
function isOfTill(file: string, tillId: string): boolean {
  try {
    return statSync(file).isFile() && tillIn(file) === tillId;
  } catch {
    return false;
  }
}

function deleteBackup(file: string, note: ErasingOptions['note']): number {
  try {
    rmSync(file);
    return 1;
  } catch (error) {
    note('an older backup could not be deleted', error);
    return 0;
  }
}
