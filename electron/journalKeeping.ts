/** Keeps the journal of the open shop outside its database: beside it, and in a second folder where the owner chose one. */
import { join } from 'node:path';
import type { TillDocument } from '../shared/journal/document.ts';
import type { ShopSettings } from '../shared/shop/settings.ts';
import { connectionOf } from './database/dialect.ts';
import type { Database } from './database/open.ts';
import type { RecordedStatement, RecordedTransaction } from './database/recorder.ts';
import { forgetAside } from './database/redoLog.ts';
import { type JournalFolder, openJournalFolder } from './journal/journalFolder.ts';
import { redoFileIn } from './journal/places.ts';
import { secretPaper } from './receipt/secretPapers.ts';
import { settingsOf } from './shop/queries.ts';

export interface JournalKeeping {
  /** After a commit; what it answers is waited for before whoever asked hears that it is done. */
  readonly committed: (documents: readonly TillDocument[]) => Promise<void> | undefined;
  /** Resolves when everything committed until now is on the disks. */
  readonly settle: () => Promise<void>;
  /** Whether the second folder takes what it is given; null where none was chosen. */
  readonly isSecondSound: () => boolean | null;
  /** Hears once each time that the second folder stops taking what it is given; at once when it is gone already. */
  readonly onSecondGone: (listener: () => void) => void;
  /** Number of the last document that was once there and is not any more; null when nothing is missing. */
  readonly lostTo: () => number | null;
  /**
   * Begins both redo logs anew, lets `between` make a copy of the database from which they go on, and deletes what came
   * before. Answers the second folder when it was cleaned too, null where none was chosen, `gone` when it was not there.
   */
  readonly forgetBefore: (between: () => Promise<void>) => Promise<string | 'gone' | null>;
  readonly close: () => Promise<void>;
}

export interface JournalKeepingOptions {
  readonly database: Database;
  readonly tillId: string;
  readonly folder: string;
  readonly note: (text: string, error?: unknown) => void;
  /** Looks into the second folder before its journal is opened, each time that it is there. */
  readonly beforeSecond?: (folder: string) => Promise<void>;
}

/** A sale waits no longer than this for a second disk that does not answer. */
const longestWaitMilliseconds = 2000;
/** A folder that is gone is looked for again after this time. */
const lookAgainMilliseconds = 30_000;

/** The demo shop and the own shop may have chosen the same stick. */
export const secondFolderOf = (chosen: string, tillId: string): string => join(chosen, `daftar-${tillId}`);

/** Opens the journal's files and begins to record. Throws when the disk of the shop itself refuses them. */
export async function keepJournal(options: JournalKeepingOptions): Promise<JournalKeeping> {
  const { database, tillId, note } = options;
  let lostTo: number | null = null;
  let closing: Promise<void> | undefined;
  const folderIn = (folder: string, mayVanish: boolean, onLost: (sequence: number) => void) =>
    openJournalFolder({
      folder,
      mayVanish,
      db: database.db,
      tillId,
      onProblem: (error) => note('the journal file could not be written', error),
      onLost: ({ sequence }) => onLost(sequence),
    });
  const main = await folderIn(options.folder, false, (sequence) => {
    lostTo = Math.max(lostTo ?? 0, sequence);
  });
  const second = secondFolder(options, async (folder) => {
    await options.beforeSecond?.(folder);
    return folderIn(folder, true, () => {});
  });
  await second.follow(await settingsOf(database.db));
  const backedUp = async () => {
    await Promise.all([main.backedUp(), second.backedUp()]);
  };
  connectionOf(database.db)?.recordFor((written) => {
    const transaction = withoutSecrets(written);
    main.record(transaction);
    second.record(transaction);
    if (transaction.statements.some(({ sql }) => sql.startsWith('insert into "backup"'))) void backedUp();
  });

  /** The database holds everything, so a disk that refuses the last lines keeps nobody from closing the shop. */
  async function closeBoth(): Promise<void> {
    for (const folder of [second, main]) {
      try {
        await folder.close();
      } catch (error) {
        note('the journal could not be closed', error);
      }
    }
  }

  return {
    committed(documents) {
      const isChanged = documents.some(({ kind }) => kind === 'settingsChanged' || kind === 'shopStarted');
      if (isChanged) return settingsOf(database.db).then(second.follow);
      const wait = documents.length > 0 ? second.waitFor() : undefined;
      return wait ?? (main.isFull() ? main.settle() : undefined);
    },
    settle: async () => {
      await Promise.all([main.settle(), withPatience(second.settle())]);
    },
    isSecondSound: second.isSound,
    onSecondGone: second.onGone,
    lostTo: () => lostTo,
    forgetBefore: async (between) => {
      await main.beginAnew();
      const secondAnew = await second.beginAnew();
      await between();
      forgetAside(redoFileIn(options.folder));
      if (secondAnew !== null && secondAnew !== 'gone') forgetAside(redoFileIn(secondAnew));
      return secondAnew;
    },
    close: () => {
      closing ??= closeBoth();
      return closing;
    },
  };
}

const printInsert = /^insert into "print_job" \(([^)]*)\)/;

/** A slip with a secret is forgotten once it is printed, and so it must not stand in a log: without its words it may. */
function withoutSecrets(transaction: RecordedTransaction): RecordedTransaction {
  const isSecret = ({ sql, parameters }: RecordedStatement) =>
    sql.startsWith('insert into "print_job"') && parameters.includes(secretPaper);
  if (!transaction.statements.some(isSecret)) return transaction;
  const statements = transaction.statements.map((statement) => {
    if (!isSecret(statement)) return statement;
    const columns = printInsert.exec(statement.sql)?.[1]?.split(', ') ?? [];
    const blocks = columns.indexOf('"blocks_json"');
    const parameters = statement.parameters.map((value, at) =>
      at % columns.length === blocks ? '[]' : value,
    );
    return { ...statement, parameters };
  });
  return { ...transaction, statements };
}

async function beginSecondAnew(
  folder: JournalFolder | null,
  chosen: string,
  tillId: string,
  note: JournalKeepingOptions['note'],
): Promise<string | 'gone' | null> {
  if (chosen === '') return null;
  if (folder === null || !folder.isSound()) return 'gone';
  try {
    await folder.beginAnew();
    return secondFolderOf(chosen, tillId);
  } catch (error) {
    note('the redo log in the second folder could not be begun anew', error);
    return 'gone';
  }
}

/** The folder on a second disk: followed as the settings change, looked for again while it is gone, never in a sale's way. */
function secondFolder(
  { tillId, note }: JournalKeepingOptions,
  open: (folder: string) => Promise<JournalFolder>,
) {
  let chosen = '';
  let isEverySale = false;
  let folder: JournalFolder | null = null;
  let triedAt = 0;
  const trouble = troubleTold();
  let opening: Promise<void> = Promise.resolve();

  async function reopen(): Promise<void> {
    triedAt = performance.now();
    try {
      await folder?.close();
    } catch (error) {
      note('the journal in the second folder could not be closed', error);
    }
    folder = null;
    if (chosen === '') return;
    try {
      folder = await open(secondFolderOf(chosen, tillId));
      trouble.tell(folder.isSound());
    } catch (error) {
      note('the journal could not be written into the second folder', error);
      trouble.tell(false);
    }
  }

  const turn = (task: () => Promise<void>): Promise<void> => {
    opening = opening.then(task);
    return opening;
  };

  async function settle(): Promise<void> {
    await folder?.settle();
    if (folder !== null) trouble.tell(folder.isSound());
  }

  return {
    async follow(settings: ShopSettings): Promise<void> {
      isEverySale = settings.journalEverySale;
      if (settings.journalFolder === chosen) return;
      chosen = settings.journalFolder;
      trouble.forget();
      await withPatience(turn(reopen));
    },
    record(transaction: RecordedTransaction): void {
      // What it was given waits in memory, so it is given no more.
      if (folder?.isStuck()) folder = null;
      folder?.record(transaction);
      const isGone = chosen !== '' && (folder === null || !folder.isSound());
      if (!isGone) return;
      trouble.tell(false);
      if (performance.now() - triedAt > lookAgainMilliseconds) void turn(reopen);
    },
    /** Undefined where sales do not wait for this folder. */
    waitFor: (): Promise<void> | undefined =>
      isEverySale && folder?.isSound() === true ? withPatience(settle()) : undefined,
    settle,
    beginAnew: (): Promise<string | 'gone' | null> => beginSecondAnew(folder, chosen, tillId, note),
    onGone: trouble.listen,
    isSound: (): boolean | null => (chosen === '' ? null : folder?.isSound() === true),
    backedUp: async () => folder?.backedUp(),
    /** Nobody waits at the end of the day for a disk that does not answer. */
    close: () => withPatience(turn(async () => folder?.close())),
  };
}

/** Resolves with the work, or when nobody should wait for it any longer. */
function withPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, longestWaitMilliseconds);
  });
  return Promise.race([work, patience]).finally(() => clearTimeout(timer));
}

/** Remembers whether something works, and tells its one listener each time that it stops. */
function troubleTold() {
  let wasSound = true;
  let listener: (() => void) | undefined;
  return {
    /** Not at once: whoever hears of it writes, and this may be the end of another's transaction. */
    tell(isSound: boolean): void {
      if (!isSound && wasSound) setImmediate(() => listener?.());
      wasSound = isSound;
    },
    listen(heard: () => void): void {
      listener = heard;
      if (!wasSound) heard();
    },
    forget(): void {
      wasSound = true;
    },
  };
}
