/** Opens one shop's file with everything that works on it: migrations, followers, journal file, printers. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TillDocument } from '../shared/journal/document.ts';
import type { Topic } from '../shared/shop/contract.ts';
import { trainingMark } from '../shared/shop/training.ts';
import { createBatchRunner } from './coupon/batchRunner.ts';
import { bringCouponsAlong, giveFirstSeries } from './coupon/follower.ts';
import { bringCreditAlong } from './credit/follower.ts';
import { followCustomerChanges } from './customer/changes.ts';
import { followCustomerFigures } from './customer/follower.ts';
import { type DataDirectory, dataDirectory as filesOf, isFresh } from './database/dataDirectory.ts';
import type { Database } from './database/open.ts';
import { openWhole } from './database/openWhole.ts';
import type { Durability } from './database/pragmas.ts';
import { forgetAside } from './database/redoLog.ts';
import { transact } from './database/transact.ts';
import type { DriverPress } from './driverPress.ts';
import { eraseAgain } from './eraseAgain.ts';
import { createErasing, type Erasing, type ErasingOptions } from './erasing.ts';
import { createHost, type Follower } from './host.ts';
import { newId, type Random } from './ids.ts';
import { noteForOwner } from './journal/attentionFollower.ts';
import { chainDocument } from './journal/follower.ts';
import { redoFileIn } from './journal/places.ts';
import { type JournalKeeping, keepJournal } from './journalKeeping.ts';
import { tellOfJournal } from './journalNews.ts';
import { bringCollectedAlong } from './loyalty/collectedFollower.ts';
import { welcomeCustomer } from './loyalty/deeds.ts';
import { bringBonusAlong } from './loyalty/follower.ts';
import type { PrintQueue, TillParts } from './parts.ts';
import { bringUsesAlong } from './promotion/follower.ts';
import { askUnaskedPrinters } from './receipt/askUnasked.ts';
import { printerById } from './receipt/queries.ts';
import { createPrintRunner } from './receipt/runPrintJobs.ts';
import { emptySecretPapers } from './receipt/secretPapers.ts';
import { createSegmentKeeper } from './report/segmentKeeper.ts';
import { bringServiceAlong } from './service/follower.ts';
import { makeBackup } from './shop/backUp.ts';
import { ensureTill } from './shop/inTransaction.ts';
import { isTraining, settingsOf } from './shop/queries.ts';
import { addTombstones, erasedIn, knowsAll } from './tombstones.ts';
import type { VerbHost } from './verb.ts';

/** What every document causes, in this order. */
const followers: readonly Follower[] = [
  chainDocument,
  followCustomerFigures,
  followCustomerChanges,
  giveFirstSeries,
  bringUsesAlong,
  bringBonusAlong,
  welcomeCustomer,
  bringCollectedAlong,
  bringCouponsAlong,
  bringCreditAlong,
  bringServiceAlong,
  noteForOwner,
];

export interface OpenShopOptions {
  readonly directory: string;
  readonly durability: Durability;
  readonly clock: TillParts['clock'];
  readonly random: Random;
  readonly personIdOf: (key: string) => string | null;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly note: (text: string, error?: unknown) => void;
  /** Null or left out in a shell that cannot print pages. */
  readonly driverPress?: DriverPress | null;
}

export interface OpenShop {
  readonly database: Database;
  readonly host: VerbHost;
  readonly printQueue: PrintQueue;
  readonly journal: JournalKeeping;
  /** The shop's files, for whoever erases somebody. */
  readonly erasing: Erasing;
  readonly backupDirectory: string;
  readonly close: () => Promise<void>;
}

/** Throws DatabaseProblem with a code that has its own screen when the file cannot be used. */
export async function openShop(options: OpenShopOptions): Promise<OpenShop> {
  const { directory, clock, random, announce, note } = options;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const files = filesOf(directory);
  const opened = await openFiles(files, options);
  const { database } = opened;
  try {
    const now = clock();
    const tillId = await transact(database.db, (trx) => ensureTill(trx, newId(now, random), now));
    const beforeSecond = (folder: string) => forgetInSecond(database, folder);
    const journal = await keepJournal({ database, tillId, folder: directory, note, beforeSecond });
    const secrets = secretPapers(database, note);
    const backups = shiftBackups(database, options);
    const printQueue = createPrintRunner({
      database: database.db,
      clock,
      trainingMark: await markOf(database),
      driverPress: options.driverPress ?? null,
      printerOf: (printerId) => printerById(database.db, printerId),
      onChange: (_jobId, state) => {
        secrets.afterPrinting(state);
        announce(['receipt']);
      },
      onError: (error) => note('the print queue stumbled', error),
    });
    const asked = askUnaskedPrinters(database.db, printQueue).catch((error) =>
      note('a printer could not be asked', error),
    );
    const host = createHost({
      ...options,
      database,
      tillId,
      followers,
      committed: (documents: readonly TillDocument[]) => {
        secrets.afterCommit(documents);
        backups.afterCommit(documents);
        couponBatches.afterCommit(documents);
        segments.afterCommit(documents);
        return journal.committed(documents);
      },
    });
    const couponBatches = createBatchRunner({ host, note });
    const segments = createSegmentKeeper({ database, host, note });
    await tellOfJournal(host, { kind: 'opened', ...opened, lostTo: journal.lostTo() }, note);
    const erasing = await openErasing({ files, database, host, journal }, options);
    journal.onSecondGone(() => void tellOfJournal(host, { kind: 'secondGone' }, note));
    return {
      database,
      host,
      printQueue,
      journal,
      erasing,
      backupDirectory: files.backupDirectory,
      close: async () => {
        await couponBatches.stop();
        await segments.stop();
        await backups.settle();
        await printQueue.stop();
        await asked;
        await secrets.settle();
        await journal.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The database as it is, or as its redo log says that it should be. */
function openFiles(files: DataDirectory, { directory, durability, clock, note }: OpenShopOptions) {
  return openWhole({
    file: files.databaseFile,
    create: isFresh(files),
    durability,
    redoFile: redoFileIn(directory),
    backupDirectory: files.backupDirectory,
    now: clock(),
    note,
  });
}

/** Nobody who was erased is served again. What cannot be done now is tried at the next start; it keeps no shop shut. */
async function openErasing(
  shop: Pick<ErasingOptions, 'files' | 'database' | 'journal'> & { readonly host: VerbHost },
  { directory, clock, random, note }: OpenShopOptions,
): Promise<Erasing> {
  const { database, host } = shop;
  const newIdNow = () => newId(clock(), random);
  const erasing = createErasing({ ...shop, tillId: host.tillId, clock, newId: newIdNow, note });
  await eraseAgain({ directory, database, host, erasing, note }).catch((error: unknown) =>
    note('whoever was erased could not be looked for', error),
  );
  return erasing;
}

/** A second folder that was not there when somebody was erased: its redo log may still hold them, so it is begun anew. */
async function forgetInSecond({ db }: Database, folder: string): Promise<void> {
  const stones = await erasedIn(db);
  if (knowsAll(folder, stones)) return;
  forgetAside(redoFileIn(folder), true);
  addTombstones(folder, stones);
}

/** The day's work is copied when a shift closes, where the owner chose a folder for it. */
function shiftBackups(database: Database, { clock, random, announce, note }: OpenShopOptions) {
  let running: Promise<void> = Promise.resolve();
  async function backUp(): Promise<void> {
    try {
      const { backupFolder: chosenFolder } = await settingsOf(database.db);
      if (chosenFolder === '') return;
      const now = clock();
      await makeBackup({ database, chosenFolder, now, newId: () => newId(now, random) });
      announce(['shop']);
    } catch (error) {
      note('the backup at the end of the shift could not be made', error);
    }
  }
  return {
    afterCommit(documents: readonly TillDocument[]) {
      if (documents.some(({ kind }) => kind === 'shiftClosed')) running = running.then(backUp);
    },
    settle: () => running,
  };
}

const documentsWithSecrets: ReadonlySet<string> = new Set(['shopStarted', 'recovery', 'badgeGiven']);
const printedForGood: ReadonlySet<string> = new Set(['printed', 'sent_unconfirmed', 'cancelled']);

/** A printed recovery code is forgotten as soon as its paper is out; other prints cost no extra write. */
function secretPapers(database: Database, note: OpenShopOptions['note']) {
  let mayBeThere = true;
  let running: Promise<void> = Promise.resolve();
  async function forget(): Promise<void> {
    try {
      mayBeThere = await transact(database.db, emptySecretPapers);
    } catch (error) {
      note('a printed secret could not be forgotten', error);
    }
  }
  return {
    afterPrinting(state: string) {
      if (mayBeThere && printedForGood.has(state)) running = running.then(forget);
    },
    afterCommit(documents: readonly TillDocument[]) {
      if (documents.some(({ kind }) => documentsWithSecrets.has(kind))) mayBeThere = true;
    },
    settle: () => running,
  };
}

/** What the papers of a shop to learn in say; null in a real one. */
async function markOf({ db }: Database): Promise<string | null> {
  return (await isTraining(db)) ? trainingMark[(await settingsOf(db)).language] : null;
}

/** The demo shop lies beside the own shop, as a shop of its own. */
export const demoDirectory = (dataDirectory: string): string => join(dataDirectory, 'demo');
