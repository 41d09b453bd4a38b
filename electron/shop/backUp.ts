/** A backup at the press of a button: a whole, checked copy of the shop in the folder the owner chose. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../../shared/errors.ts';
import { shopContract } from '../../shared/shop/contract.ts';
import type { Instant } from '../../shared/time.ts';
import { backupTo } from '../database/backup.ts';
import { dataDirectory } from '../database/dataDirectory.ts';
import type { Database } from '../database/open.ts';
import { DatabaseProblem } from '../database/problem.ts';
import { transact } from '../database/transact.ts';
import type { TillParts } from '../parts.ts';
import { actingVerb } from '../verb.ts';
import { requireUsableFolder } from './folder.ts';
import { noteBackup } from './inTransaction.ts';
import { isDemo, isTraining } from './queries.ts';

/** What a backup is made from and noted with. */
export interface BackupOf {
  readonly database: Database;
  readonly chosenFolder: string;
  readonly now: Instant;
  readonly newId: () => string;
}

/** Makes a checked copy and notes it; answers its file. Refuses FolderNotUsable. */
export async function makeBackup({ database, chosenFolder, now, newId }: BackupOf): Promise<string> {
  const folder = await usableFolder(chosenFolder, database.file);
  const kind = await kindOf(database);
  // Windows allows no colon in a name.
  const file = join(folder, `${kind}-${now.replaceAll(':', '-')}.db`);
  await copyTo(database, file, folder);
  await transact(database.db, (trx) => noteBackup(trx, { id: newId(), file, at: now }));
  return file;
}

/** A copy of a shop that is none must never be taken for one of the real shop. */
async function kindOf({ db }: Database): Promise<string> {
  if (await isDemo(db)) return 'daftar-demo';
  return (await isTraining(db)) ? 'daftar-training' : 'daftar';
}

/** Without a chosen folder the copy goes beside the shop's own data: it helps against mistakes, not against a dead disk. */
export const backUp = (parts: Pick<TillParts, 'database' | 'changes'>) =>
  actingVerb(shopContract.backUp, async (scope) => {
    const file = await makeBackup({
      database: parts.database(),
      chosenFolder: scope.settings.backupFolder,
      now: scope.now,
      newId: scope.newId,
    });
    parts.changes.announce(['shop']);
    return { file, at: scope.now };
  });

async function usableFolder(chosen: string, databaseFile: string): Promise<string> {
  if (chosen !== '') {
    await requireUsableFolder(chosen);
    return chosen;
  }
  const { backupDirectory } = dataDirectory(dirname(databaseFile));
  mkdirSync(backupDirectory, { recursive: true, mode: 0o700 });
  return backupDirectory;
}

async function copyTo(database: Database, file: string, folder: string): Promise<void> {
  try {
    await backupTo(database, file);
  } catch (error) {
    const isFolder = error instanceof DatabaseProblem && folderProblems.has(error.code);
    throw isFolder ? new Refusal('FolderNotUsable', { folder }) : error;
  }
}

const folderProblems: ReadonlySet<string> = new Set(['FolderMissing', 'FolderReadOnly']);
