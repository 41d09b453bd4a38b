/** Opens one shop's file with everything that works on it: migrations, followers, journal file, printers. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TillDocument } from '../shared/journal/document.ts';
import type { Topic } from '../shared/shop/contract.ts';
import { createBatchRunner } from './coupon/batchRunner.ts';
import { bringCouponsAlong, giveFirstSeries } from './coupon/follower.ts';
import { bringCreditAlong } from './credit/follower.ts';
import { followCustomerFigures } from './customer/follower.ts';
import { dataDirectory as filesOf, isFresh } from './database/dataDirectory.ts';
import { migrateToLatest } from './database/migrate.ts';
import { type Database, openDatabase } from './database/open.ts';
import type { Durability } from './database/pragmas.ts';
import { transact } from './database/transact.ts';
import { createHost, type Follower } from './host.ts';
import { newId, type Random } from './ids.ts';
import { chainDocument } from './journal/follower.ts';
import { type JournalFile, openJournalFile } from './journal/journalFile.ts';
import { bringCollectedAlong } from './loyalty/collectedFollower.ts';
import { welcomeCustomer } from './loyalty/deeds.ts';
import { bringBonusAlong } from './loyalty/follower.ts';
import type { PrintQueue, TillParts } from './parts.ts';
import { bringUsesAlong } from './promotion/follower.ts';
import { printerById } from './receipt/queries.ts';
import { createPrintRunner } from './receipt/runPrintJobs.ts';
import { emptySecretPapers } from './receipt/secretPapers.ts';
import { makeBackup } from './shop/backUp.ts';
import { ensureTill } from './shop/inTransaction.ts';
import { settingsOf } from './shop/queries.ts';
import type { VerbHost } from './verb.ts';

/** What every document causes, in this order. */
const followers: readonly Follower[] = [
  chainDocument,
  followCustomerFigures,
  giveFirstSeries,
  bringUsesAlong,
  bringBonusAlong,
  welcomeCustomer,
  bringCollectedAlong,
  bringCouponsAlong,
  bringCreditAlong,
];

export interface OpenShopOptions {
  readonly directory: string;
  readonly durability: Durability;
  readonly clock: TillParts['clock'];
  readonly random: Random;
  readonly personIdOf: (key: string) => string | null;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly note: (text: string, error?: unknown) => void;
}

export interface OpenShop {
  readonly database: Database;
  readonly host: VerbHost;
  readonly printQueue: PrintQueue;
  readonly journalFile: JournalFile;
  readonly backupDirectory: string;
  readonly close: () => Promise<void>;
}

/** Throws DatabaseProblem with a code that has its own screen when the file cannot be used. */
export async function openShop(options: OpenShopOptions): Promise<OpenShop> {
  const { directory, clock, random, announce, note } = options;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const files = filesOf(directory);
  const database = await openDatabase({
    file: files.databaseFile,
    create: isFresh(files),
    durability: options.durability,
  });
  try {
    const now = clock();
    await migrateToLatest(database, { backupDirectory: files.backupDirectory, now });
    const tillId = await transact(database.db, (trx) => ensureTill(trx, newId(now, random), now));
    const journalFile = await openJournalFile(files.journalFile, database.db, tillId, (error) =>
      note('the journal file could not be written', error),
    );
    const secrets = secretPapers(database, note);
    const backups = shiftBackups(database, options);
    const printQueue = createPrintRunner({
      database: database.db,
      clock,
      printerOf: (printerId) => printerById(database.db, printerId),
      onChange: (_jobId, state) => {
        secrets.afterPrinting(state);
        announce(['receipt']);
      },
      onError: (error) => note('the print queue stumbled', error),
    });
    const host = createHost({
      ...options,
      database,
      tillId,
      followers,
      committed: (documents: readonly TillDocument[]) => {
        if (documents.length > 0) journalFile.committed();
        secrets.afterCommit(documents);
        backups.afterCommit(documents);
        couponBatches.afterCommit(documents);
      },
    });
    const couponBatches = createBatchRunner({ host, note });
    return {
      database,
      host,
      printQueue,
      journalFile,
      backupDirectory: files.backupDirectory,
      close: async () => {
        await couponBatches.stop();
        await backups.settle();
        await printQueue.stop();
        await secrets.settle();
        await journalFile.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
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

const documentsWithSecrets: ReadonlySet<string> = new Set(['shopStarted', 'recovery']);
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

/** The demo shop lies beside the own shop, as a shop of its own. */
export const demoDirectory = (dataDirectory: string): string => join(dataDirectory, 'demo');
