/** The append-only journal file beside the database: every link as one line, fsynced in groups off the sale's path. */
import { type FileHandle, open, rename } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { linksAfter } from './queries.ts';

export interface JournalFile {
  /** Says that links were committed; they reach the disk within `groupMilliseconds`. */
  readonly committed: () => void;
  /** Resolves when every link committed until now is on the disk. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The longest time that a committed link stays out of the file; what a damaged database may lose at most. */
export const groupMilliseconds = 500;
const linksPerRead = 500;

/** One line: who wrote it, its place, its hash and the content that was hashed. */
function lineOf(tillId: string, link: { sequence: number; hash: string; content_json: string }): string {
  return `{"till":"${tillId}","sequence":${link.sequence},"hash":"${link.hash}","document":${link.content_json}}\n`;
}

/** The last whole line of a file: which link it is. A line that no till wrote is link 0. */
interface LastLine {
  readonly sequence: number;
  readonly hash: string;
}

const lineHead = /^{"till":"[^"]*","sequence":(\d+),"hash":"([^"]*)"/;

/** Finds the last whole line, null in an empty file; cuts off a torn one after it. */
async function lastLineOf(handle: FileHandle): Promise<LastLine | null> {
  const { size } = await handle.stat();
  const length = Math.min(size, 1_000_000);
  const tail = Buffer.alloc(length);
  await handle.read(tail, 0, length, size - length);
  const end = tail.lastIndexOf(10);
  if (end + 1 < length) await handle.truncate(size - length + end + 1);
  if (end === -1) return null;
  const start = end === 0 ? 0 : tail.lastIndexOf(10, end - 1) + 1;
  const [, sequence = '0', hash = ''] = lineHead.exec(tail.subarray(start, end).toString('utf8')) ?? [];
  return { sequence: Number(sequence), hash };
}

/**
 * Opens the file to go on after its last line. When the database does not know that line, it was put back from a backup
 * or lost its tail: the file with the documents it lost is kept under another name, and a new one is begun.
 */
async function openToGoOn(
  file: string,
  db: Kysely<Tables>,
  tillId: string,
  onProblem: (error: unknown) => void,
): Promise<{ readonly handle: FileHandle; readonly written: number }> {
  const handle = await open(file, 'a+', 0o600);
  const last = await lastLineOf(handle);
  if (last === null) return { handle, written: 0 };
  const [link] = await linksAfter(db, tillId, last.sequence - 1, 1);
  if (link?.sequence === last.sequence && link.hash === last.hash) return { handle, written: last.sequence };
  await handle.close();
  const kept = `${file}.${last.sequence}-${last.hash.slice(0, 8)}`;
  await rename(file, kept);
  onProblem(
    new Error(`the database does not know the last document of its journal, which is kept as ${kept}`),
  );
  return { handle: await open(file, 'a+', 0o600), written: 0 };
}

/**
 * Opens the file and brings it up to the database, which may be ahead of it after a crash. Lines are read from committed
 * rows, so that a rolled-back document can never stand in the file. `onProblem` hears of a disk that refuses the file;
 * selling goes on, because the database holds the same.
 */
export async function openJournalFile(
  file: string,
  db: Kysely<Tables>,
  tillId: string,
  onProblem: (error: unknown) => void,
): Promise<JournalFile> {
  const opened = await openToGoOn(file, db, tillId, onProblem);
  const { handle } = opened;
  let { written } = opened;
  let mayBeTorn = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function bringUp(): Promise<void> {
    if (mayBeTorn) written = (await lastLineOf(handle))?.sequence ?? 0;
    for (;;) {
      const links = await linksAfter(db, tillId, written, linksPerRead);
      const last = links.at(-1);
      if (last === undefined) return;
      // A disk that fills up in the middle of a line leaves half of it; the next try cuts that off first.
      mayBeTorn = true;
      await handle.appendFile(links.map((link) => lineOf(tillId, link)).join(''));
      await handle.datasync();
      written = last.sequence;
      mayBeTorn = false;
    }
  }

  function flush(): Promise<void> {
    timer = undefined;
    running = running.then(bringUp).catch(onProblem);
    return running;
  }

  await flush();
  return {
    committed() {
      timer ??= setTimeout(() => void flush(), groupMilliseconds);
    },
    settle: flush,
    async close() {
      clearTimeout(timer);
      await flush();
      await handle.close();
    },
  };
}
