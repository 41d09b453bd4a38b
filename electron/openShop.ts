/** Opens one shop's file with everything that works on it: migrations, followers, journal file, printers. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TillDocument } from '../shared/journal/document.ts';
import type { Topic } from '../shared/shop/contract.ts';
import { giveFirstSeries } from './coupon/follower.ts';
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
import type { PrintQueue, TillParts } from './parts.ts';
import { printerById } from './receipt/queries.ts';
import { createPrintRunner } from './receipt/runPrintJobs.ts';
import { ensureTill } from './shop/inTransaction.ts';
import type { VerbHost } from './verb.ts';

/** What every document causes, in this order. */
const followers: readonly Follower[] = [chainDocument, followCustomerFigures, giveFirstSeries];

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
    const printQueue = createPrintRunner({
      database: database.db,
      clock,
      printerOf: (printerId) => printerById(database.db, printerId),
      onChange: () => announce(['receipt']),
      onError: (error) => note('the print queue stumbled', error),
    });
    const host = createHost({
      ...options,
      database,
      tillId,
      followers,
      committed: (documents: readonly TillDocument[]) => {
        if (documents.length > 0) journalFile.committed();
      },
    });
    return {
      database,
      host,
      printQueue,
      journalFile,
      backupDirectory: files.backupDirectory,
      close: async () => {
        await printQueue.stop();
        await journalFile.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The demo shop lies beside the own shop, as a shop of its own. */
export const demoDirectory = (dataDirectory: string): string => join(dataDirectory, 'demo');
