/** The append-only journal file beside the database: every link as one line, fsynced in groups off the sale's path. */
import { type FileHandle, open } from 'node:fs/promises';
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

/** The sequence of the last whole line of this till, 0 for an empty file; cuts off a torn last line. */
async function lastWritten(handle: FileHandle): Promise<number> {
  const { size } = await handle.stat();
  const length = Math.min(size, 1_000_000);
  const tail = Buffer.alloc(length);
  await handle.read(tail, 0, length, size - length);
  const end = tail.lastIndexOf(10);
  if (end + 1 < length) await handle.truncate(size - length + end + 1);
  const start = tail.lastIndexOf(10, Math.max(0, end - 1)) + 1;
  const found = /"sequence":(\d+)/.exec(tail.subarray(start, Math.max(end, start)).toString('utf8'));
  return found === null ? 0 : Number(found[1]);
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
  const handle = await open(file, 'a+', 0o600);
  let written = await lastWritten(handle);
  let mayBeTorn = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function bringUp(): Promise<void> {
    if (mayBeTorn) written = await lastWritten(handle);
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
