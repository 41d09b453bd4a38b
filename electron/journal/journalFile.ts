/** The append-only journal file beside the database: every link as one line, fsynced in groups off the sale's path. */
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { type ChainEnd, firstLink } from '../../shared/journal/chain.ts';
import { journalLine, linkOfLine } from '../../shared/journal/line.ts';
import type { Tables } from '../database/tables.ts';
import { linksAfter } from './queries.ts';

export interface JournalFile {
  /** Says that something was committed; it reaches the disk within `groupMilliseconds`. */
  readonly committed: () => void;
  /** Resolves when everything committed until now is on the disk, or the disk refused it; never throws. */
  readonly settle: () => Promise<void>;
  /** Does something between two groups; what it throws goes to `onProblem`. */
  readonly between: (task: () => Promise<void>) => Promise<void>;
  /** Whether the disk neither takes a group nor refuses it, as a network drive may that is gone. */
  readonly isStuck: () => boolean;
  readonly close: () => Promise<void>;
}

export interface JournalFileOptions {
  readonly file: string;
  readonly db: Kysely<Tables>;
  readonly tillId: string;
  /** Hears of a disk that refuses the file; selling goes on, because the database holds the same. */
  readonly onProblem: (error: unknown) => void;
  /** Hears that the file ends with a link that the database does not know. */
  readonly onUnknownEnd?: (end: ChainEnd, keptAs: string) => void;
  /** On a disk that may be pulled out: a file that is not in its place any more is a problem, though it can be written. */
  readonly mayVanish?: boolean;
  /** What each group does before the lines (the redo log) and after them (the head); both may throw. */
  readonly before?: () => Promise<void>;
  readonly after?: (end: ChainEnd) => Promise<void>;
}

/** The longest time that a committed link stays out of the file; what a damaged database may lose at most. */
export const groupMilliseconds = 500;
const linksPerRead = 500;
/** A group that takes longer will hardly come to its end. */
const stuckAfterMilliseconds = 30_000;

/** Finds the last whole line, null in an empty file; cuts off a torn one after it. */
async function lastLineOf(handle: FileHandle): Promise<ChainEnd | null> {
  const { size } = await handle.stat();
  const length = Math.min(size, 1_000_000);
  const tail = Buffer.alloc(length);
  await handle.read(tail, 0, length, size - length);
  const end = tail.lastIndexOf(10);
  if (end + 1 < length) await handle.truncate(size - length + end + 1);
  if (end === -1) return null;
  const start = end === 0 ? 0 : tail.lastIndexOf(10, end - 1) + 1;
  return linkOfLine(tail.subarray(start, end).toString('utf8'));
}

const nothing: ChainEnd = { sequence: 0, hash: firstLink };

/**
 * Opens the file to go on after its last line. When the database does not know that line, it was put back from a backup
 * or lost its tail: the file with the documents it lost is kept under another name, and a new one is begun.
 */
async function openToGoOn(options: JournalFileOptions) {
  const { file, db, tillId } = options;
  const handle = await open(file, 'a+', 0o600);
  const last = await lastLineOf(handle);
  if (last === null) return { handle, written: nothing };
  const [link] = await linksAfter(db, tillId, last.sequence - 1, 1);
  if (link?.sequence === last.sequence && link.hash === last.hash) return { handle, written: last };
  await handle.close();
  const kept = `${file}.${last.sequence}-${last.hash.slice(0, 8)}`;
  await rename(file, kept);
  options.onProblem(
    new Error(`the database does not know the last document of its journal, which is kept as ${kept}`),
  );
  options.onUnknownEnd?.(last, kept);
  return { handle: await open(file, 'a+', 0o600), written: nothing };
}

async function requirePlace(file: string, handle: FileHandle): Promise<void> {
  const [inPlace, opened] = await Promise.all([stat(file), handle.stat()]);
  if (inPlace.ino !== opened.ino) throw new Error(`${file} is another file than it was`);
}

/**
 * Opens the file and brings it up to the database, which may be ahead of it after a crash. Lines are read from committed
 * rows, so that a rolled-back document can never stand in the file.
 */
export async function openJournalFile(options: JournalFileOptions): Promise<JournalFile> {
  const { db, tillId, onProblem } = options;
  const opened = await openToGoOn(options);
  const { handle } = opened;
  let { written } = opened;
  let mayBeTorn = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let busySince: number | null = null;

  async function bringUp(): Promise<void> {
    if (mayBeTorn) written = (await lastLineOf(handle)) ?? nothing;
    for (;;) {
      const links = await linksAfter(db, tillId, written.sequence, linksPerRead);
      const last = links.at(-1);
      if (last === undefined) return;
      // A disk that fills up in the middle of a line leaves half of it; the next try cuts that off first.
      mayBeTorn = true;
      await handle.appendFile(links.map((link) => `${journalLine(tillId, link)}\n`).join(''));
      await handle.datasync();
      written = { sequence: last.sequence, hash: last.hash };
      mayBeTorn = false;
    }
  }

  async function group(): Promise<void> {
    busySince = performance.now();
    try {
      await writeGroup();
    } finally {
      busySince = null;
    }
  }

  async function writeGroup(): Promise<void> {
    if (options.mayVanish) await requirePlace(options.file, handle);
    await options.before?.().catch(onProblem);
    await bringUp();
    if (written.sequence > 0) await options.after?.(written);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    running = running.then(group).catch(onProblem);
    return running;
  }

  await flush();
  return {
    committed() {
      timer ??= setTimeout(() => void flush(), groupMilliseconds);
    },
    settle: flush,
    isStuck: () => busySince !== null && performance.now() - busySince > stuckAfterMilliseconds,
    between(task) {
      running = running.then(task).catch(onProblem);
      return running;
    },
    async close() {
      await flush();
      await handle.close();
    },
  };
}
