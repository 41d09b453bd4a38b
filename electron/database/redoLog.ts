/** The redo log on one disk: what every committed transaction wrote, so that a lost or older database can be brought up to it. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordedTransaction } from './recorder.ts';
import { type RedoWriter, redoWriter, type Standing, standingAfter, standingIn, sumOf } from './redoLines.ts';

export interface RedoLog {
  /** Takes a committed transaction; it reaches the disk with the next `flush`. */
  readonly add: (transaction: RecordedTransaction) => void;
  /** Writes what was taken and waits for the disk. Throws when the disk refuses; what was taken is kept for the next try. */
  readonly flush: () => Promise<void>;
  /** True while so much waits that whoever writes should wait for `flush` too. */
  readonly isFull: () => boolean;
  /** A whole copy of the database was made: lines that the last two copies do not need are let go. */
  readonly backedUp: () => Promise<void>;
  /** Puts everything written until now aside and begins a file anew: what follows holds nothing of what came before. */
  readonly beginAnew: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface RedoLogOptions {
  /** `redo.ndjson` in the folder of the journal. */
  readonly file: string;
  /** Where the database stands now. */
  readonly standing: Standing;
  /** The newest migration of the database. */
  readonly schema: string;
  /** Hears that transactions could not be kept any longer, because the disk refused them for too long. */
  readonly onGap: () => void;
}

/** More statements than this never wait for long: whoever writes then waits with them. */
const mostWaiting = 20_000;
/** Text that a disk refuses is kept up to this; then it is let go, and the log has a gap until the next backup. */
const mostUnwritten = 64_000_000;
/** A file that has grown so large is put aside and the next begun. */
const largestBytes = 32_000_000;
/** So many files are kept when nobody makes backups: half a gigabyte. */
const mostSegments = 16;
/** So much is turned into text at once, before others have their turn. */
const statementsAtOnce = 400;

/** The log's files that were put aside, oldest first. */
export function segmentsOf(
  file: string,
): readonly { readonly path: string; readonly lastPosition: number }[] {
  const folder = dirname(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const lastPosition = /^redo\.(\d{12})(?:\.backup)?\.ndjson$/.exec(name)?.[1];
      return lastPosition === undefined
        ? []
        : [{ path: join(folder, name), lastPosition: Number(lastPosition) }];
    })
    .sort((one, other) => one.lastPosition - other.lastPosition);
}

const segmentName = (file: string, position: number, isBackup: boolean): string =>
  join(dirname(file), `redo.${String(position).padStart(12, '0')}${isBackup ? '.backup' : ''}.ndjson`);

interface Tail {
  readonly standing: Standing;
  readonly sum: number;
}

/** The last whole line of a log; cuts off a torn one after it. Null for an empty file, or one that no till wrote. */
async function tailOf(handle: FileHandle): Promise<Tail | null> {
  const { size } = await handle.stat();
  let length = Math.min(size, 1_000_000);
  for (;;) {
    const tail = Buffer.alloc(length);
    await handle.read(tail, 0, length, size - length);
    const end = tail.lastIndexOf(10);
    const start = end <= 0 ? -1 : tail.lastIndexOf(10, end - 1);
    // A line may be longer than what was read: an import is one transaction.
    if (start === -1 && length < size) {
      length = Math.min(size, length * 8);
      continue;
    }
    if (end + 1 < length) await handle.truncate(size - length + end + 1);
    if (end === -1) return null;
    const line = tail.subarray(start + 1, end).toString('utf8');
    const standing = standingIn(line);
    const sum = sumOf(line);
    return standing === null || sum === null ? null : { standing, sum };
  }
}

/** Where a log ends, or null when there is none. */
export async function endOfRedo(file: string): Promise<Standing | null> {
  if (!existsSync(file)) return null;
  const handle = await open(file, 'r+');
  try {
    return (await tailOf(handle))?.standing ?? null;
  } finally {
    await handle.close();
  }
}

interface OpenFile {
  readonly handle: FileHandle;
  readonly writer: RedoWriter;
  bytes: number;
}

/** Opens the file to go on: a line says where the books stand now, whatever the line before it says. */
async function openFile(options: RedoLogOptions, standing: Standing): Promise<OpenFile> {
  const { file, schema } = options;
  const handle = await open(file, 'a+', 0o600);
  try {
    const tail = await tailOf(handle);
    // A last line that no till wrote: what stands before it may still be wanted by somebody who can read it.
    if (tail === null && (await handle.stat()).size > 0) {
      renameSync(file, `${file}.unreadable-${standing.position}`);
      await handle.close();
      return openFile(options, standing);
    }
    const writer = redoWriter(tail?.sum ?? 0);
    await handle.appendFile(writer.begin(standing, schema));
    return { handle, writer, bytes: (await handle.stat()).size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** What one log holds between two flushes. */
interface LogState {
  readonly options: RedoLogOptions;
  /** Null until the disk lets it be opened; every flush tries again. */
  current: OpenFile | null;
  /** While no file is open: after everything that was written or let go. */
  standing: Standing;
  waiting: RecordedTransaction[];
  waitingStatements: number;
  /** Text that the disk has not confirmed yet. */
  unwritten: string;
}

/** Turns what waits into text, a part at a time: a long import must not hold up the counter. */
async function writeWaiting(log: LogState, { writer }: OpenFile): Promise<void> {
  const taken = log.waiting;
  log.waiting = [];
  let statements = 0;
  for (const transaction of taken) {
    log.unwritten += writer.line(transaction);
    log.waitingStatements -= transaction.statements.length;
    statements += transaction.statements.length;
    if (statements < statementsAtOnce) continue;
    statements = 0;
    await nextTurn();
  }
}

/** Opens the file where it is not open. What waits meanwhile is let go when it becomes too much. */
async function fileOf(log: LogState): Promise<OpenFile> {
  if (log.current !== null) return log.current;
  try {
    log.current = await openFile(log.options, log.standing);
    return log.current;
  } catch (error) {
    if (log.waitingStatements > mostWaiting) {
      log.standing = log.waiting.reduce(standingAfter, log.standing);
      log.waiting = [];
      log.waitingStatements = 0;
      log.options.onGap();
    }
    throw error;
  }
}

/** Lets the text go that the disk refuses. The file goes on with a new beginning, which says where the books stand by then. */
async function letGo(log: LogState, current: OpenFile): Promise<void> {
  log.unwritten = '';
  log.options.onGap();
  await putDown(log, current);
}

/** Closes the file; the next flush opens it again. */
async function putDown(log: LogState, { handle, writer }: OpenFile): Promise<void> {
  log.standing = writer.standing();
  log.current = null;
  await handle.close();
}

async function flush(log: LogState): Promise<void> {
  const current = await fileOf(log);
  const wasRefused = log.unwritten.length > 0;
  await writeWaiting(log, current);
  if (log.unwritten === '') return;
  if (log.unwritten.length > mostUnwritten) return letGo(log, current);
  // What the disk refused last time may stand there in half.
  if (wasRefused) await current.handle.truncate(current.bytes);
  await current.handle.appendFile(log.unwritten);
  await current.handle.datasync();
  log.unwritten = '';
  current.bytes = (await current.handle.stat()).size;
  if (current.bytes <= largestBytes) return;
  await turnOver(log, current, false);
  forgetOldest(log);
}

/** Puts the file aside and begins the next. */
async function turnOver(log: LogState, current: OpenFile, isBackup: boolean): Promise<void> {
  const { file } = log.options;
  await putDown(log, current);
  renameSync(file, segmentName(file, log.standing.position, isBackup));
  await fileOf(log);
}

function forgetOldest({ options }: LogState): void {
  const segments = segmentsOf(options.file);
  for (const { path } of segments.slice(0, Math.max(0, segments.length - mostSegments))) {
    rmSync(path, { force: true });
  }
}

async function backedUp(log: LogState): Promise<void> {
  await flush(log);
  const { file } = log.options;
  // The copy is a little older than the moment it was noted at: its first lines stand in the file of that moment.
  const before = segmentsOf(file)
    .filter(({ path }) => path.endsWith('.backup.ndjson'))
    .at(-2);
  await turnOver(log, await fileOf(log), true);
  for (const { path, lastPosition } of segmentsOf(file)) {
    if (before !== undefined && lastPosition <= before.lastPosition) rmSync(path, { force: true });
  }
  forgetOldest(log);
}

async function beginAnew(log: LogState): Promise<void> {
  await flush(log);
  await turnOver(log, await fileOf(log), true);
}

/**
 * Deletes what was put aside of a log, also what no till could follow; `alsoCurrent` the file that is written to as well,
 * which nobody may have open then. Answers how many files went.
 */
export function forgetAside(file: string, alsoCurrent = false): number {
  const folder = dirname(file);
  if (!existsSync(folder)) return 0;
  const gone = readdirSync(folder).filter(
    (name) =>
      /^redo\.\d{12}(?:\.backup)?\.ndjson/.test(name) ||
      /^redo\.ndjson\./.test(name) ||
      (alsoCurrent && name === 'redo.ndjson'),
  );
  for (const name of gone) rmSync(join(folder, name), { force: true });
  return gone.length;
}

/** The log of one folder. Its file is opened by the first flush, so that a disk that refuses it keeps no shop shut. */
export function createRedoLog(options: RedoLogOptions): RedoLog {
  const log: LogState = {
    options,
    current: null,
    standing: options.standing,
    waiting: [],
    waitingStatements: 0,
    unwritten: '',
  };
  return {
    add(transaction) {
      log.waiting.push(transaction);
      log.waitingStatements += transaction.statements.length;
    },
    flush: () => flush(log),
    isFull: () => log.waitingStatements > mostWaiting,
    backedUp: () => backedUp(log),
    beginAnew: () => beginAnew(log),
    async close() {
      try {
        await flush(log);
      } finally {
        await log.current?.handle.close();
      }
    },
  };
}
