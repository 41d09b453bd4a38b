/** Erases once more whoever comes back with an older copy of the shop: before anything is served, and without asking anybody. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { erasedAtOnce, erasePeople, everyIdOfLiving } from './customer/erase.ts';
import { holdsCustomer } from './database/holdsCustomer.ts';
import type { Database } from './database/open.ts';
import type { Tables } from './database/tables.ts';
import { eraseRooms } from './eraseCleaners.ts';
import type { Erasing } from './erasing.ts';
import { secondFolderOf } from './journalKeeping.ts';
import { settingsOf } from './shop/queries.ts';
import { addTombstones, erasedIn, readTombstones, type Tombstone } from './tombstones.ts';
import { inTransaction, systemActor, type VerbHost } from './verb.ts';

export interface EraseAgainOptions {
  readonly directory: string;
  readonly database: Database;
  readonly host: VerbHost;
  readonly erasing: Pick<Erasing, 'begin' | 'clean' | 'isUnfinished'>;
  readonly note: (text: string, error?: unknown) => void;
}

/** Everywhere that a till leaves word of whom it erased. */
async function everyTombstone({
  directory,
  database,
  host,
}: EraseAgainOptions): Promise<readonly Tombstone[]> {
  const { journalFolder, backupFolder } = await settingsOf(database.db);
  const folders = [
    directory,
    ...(journalFolder === '' ? [] : [secondFolderOf(journalFolder, host.tillId)]),
    ...(backupFolder === '' ? [] : [backupFolder]),
  ];
  const stones = folders.flatMap(readTombstones);
  return [...new Map(stones.map((stone) => [stone.id, stone])).values()];
}

/**
 * | the database                                     | what is done                                          |
 * |--------------------------------------------------|-------------------------------------------------------|
 * | knows everybody as erased                         | nothing                                                |
 * | is older: knows somebody who was erased since      | they are erased again, then the files are cleaned      |
 * | was being cleaned when the power went              | the files are cleaned                                  |
 *
 * Answers how many came back. What a person owed by then is not asked: their wish stands, the sums stay in the books.
 */
export async function eraseAgain(options: EraseAgainOptions): Promise<number> {
  const { directory, database, host, erasing, note } = options;
  const stones = await everyTombstone(options);
  let cameBack = 0;
  for (let from = 0; from < stones.length; from += erasedAtOnce) {
    const part = stones.slice(from, from + erasedAtOnce);
    cameBack += await inTransaction(host, { key: 'erasing' }, systemActor(host.tillId), async (scope) => {
      let erased = 0;
      for (const cause of ['wish', 'absence'] as const) {
        const people = await livingAmong(
          scope.trx,
          part.filter((stone) => stone.cause === cause),
        );
        if (people.length === 0) continue;
        erasing.begin();
        await erasePeople(scope, eraseRooms.cleaners, people, { cause, isAgain: true });
        erased += people.length;
      }
      return erased;
    });
  }
  if (cameBack > 0) note(`${cameBack} erased customers came back with an older copy and were erased again`);
  if (cameBack > 0 || erasing.isUnfinished()) await erasing.clean({ replaceBackups: false });
  else if (stones.length > 0) addTombstones(directory, await erasedIn(database.db));
  forgetReplaced(directory, stones);
  return cameBack;
}

/** Those whom this database still knows, each once however many ids they had. */
async function livingAmong(
  db: Kysely<Tables>,
  stones: readonly Tombstone[],
): Promise<readonly (readonly string[])[]> {
  const people = new Map<string, readonly string[]>();
  for (const { id } of stones) {
    const ids = await everyIdOfLiving(db, id);
    if (ids !== null) people.set(ids[0] ?? id, ids);
  }
  return [...people.values()];
}

/** An older database that was put aside when a copy took its place: it holds whom the copy knows no more. */
function forgetReplaced(directory: string, stones: readonly Tombstone[]): void {
  if (stones.length === 0) return;
  const ids = stones.map(({ id }) => id);
  for (const name of readdirSync(directory)) {
    if (!/^daftar\.db\.before-\d+$/.test(name)) continue;
    const file = join(directory, name);
    if (!holdsCustomer(file, ids)) continue;
    for (const companion of ['', '-wal', '-shm']) rmSync(`${file}${companion}`, { force: true });
  }
}
