/** One folder with everything that outlives the database: the journal's lines, its head, and the redo log, synced together. */
import { mkdirSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { ChainEnd } from '../../shared/journal/chain.ts';
import { schemaOf, standingOf } from '../database/reapply.ts';
import type { RecordedTransaction } from '../database/recorder.ts';
import { createRedoLog } from '../database/redoLog.ts';
import type { Tables } from '../database/tables.ts';
import { openAnchor, putAnchorAside, readAnchor } from './anchor.ts';
import { type JournalFile, openJournalFile } from './journalFile.ts';
import { anchorFileIn, journalFileIn, redoFileIn } from './places.ts';
import { linksAfter } from './queries.ts';

export interface JournalFolder extends Pick<JournalFile, 'settle' | 'isStuck' | 'close'> {
  /** Takes what a transaction wrote; it is on the disk within half a second. */
  readonly record: (transaction: RecordedTransaction) => void;
  /** Whether so much waits for the disk that whoever writes should wait for `settle`. */
  readonly isFull: () => boolean;
  /** Whether everything until now could be written. */
  readonly isSound: () => boolean;
  readonly backedUp: () => Promise<void>;
  /** Begins the redo log anew; what came before lies aside until `forgetAside`. Throws when the disk refuses. */
  readonly beginAnew: () => Promise<void>;
}

export interface JournalFolderOptions {
  readonly folder: string;
  readonly db: Kysely<Tables>;
  readonly tillId: string;
  /** Whether it lies on a disk that may be pulled out. */
  readonly mayVanish?: boolean;
  readonly onProblem: (error: unknown) => void;
  /** Hears how far the documents went that the database does not know any more. */
  readonly onLost: (end: ChainEnd) => void;
}

/**
 * Compares the head with the database before anything is written. A database that does not reach it, or has another link in
 * its place, lost documents: the head is kept under another name and `onLost` hears of it.
 */
async function lookAtAnchor({ folder, db, tillId, onProblem, onLost }: JournalFolderOptions): Promise<void> {
  const file = anchorFileIn(folder);
  const anchor = readAnchor(file);
  if (anchor === 'none') return;
  if (anchor === 'unreadable') {
    onProblem(new Error('the head of the journal cannot be read'));
    onLost({ sequence: 0, hash: '' });
    putAnchorAside(file, { tillId, count: 0, hash: 'unreadable' });
    return;
  }
  const [link] = await linksAfter(db, tillId, anchor.count - 1, 1);
  if (link?.sequence === anchor.count && link.hash === anchor.hash) return;
  const kept = putAnchorAside(file, anchor);
  onProblem(new Error(`the database does not reach the head of its journal, which is kept as ${kept}`));
  onLost({ sequence: anchor.count, hash: anchor.hash });
}

/** Opens the folder, making it when it is missing. Throws when its disk refuses. */
export async function openJournalFolder(options: JournalFolderOptions): Promise<JournalFolder> {
  const { folder, db, tillId } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await lookAtAnchor(options);
  const standing = await standingOf(db);
  if (standing === null) throw new Error('the database has no table of positions');
  let isSound = true;
  const onProblem = (error: unknown) => {
    isSound = false;
    options.onProblem(error);
  };
  const redo = createRedoLog({
    file: redoFileIn(folder),
    standing,
    schema: await schemaOf(db),
    onGap: () =>
      onProblem(new Error('the redo log has a gap, because its disk refused to write for too long')),
  });
  const anchor = await openAnchor(anchorFileIn(folder));
  const journal = await openJournalFile({
    file: journalFileIn(folder),
    db,
    tillId,
    mayVanish: options.mayVanish === true,
    onProblem,
    onUnknownEnd: options.onLost,
    before: async () => {
      isSound = true;
      await redo.flush();
    },
    after: ({ sequence, hash }) => anchor.write({ tillId, count: sequence, hash }),
  });
  return {
    record(transaction) {
      redo.add(transaction);
      journal.committed();
    },
    settle: journal.settle,
    isStuck: journal.isStuck,
    isFull: redo.isFull,
    isSound: () => isSound,
    backedUp: () => journal.between(redo.backedUp),
    beginAnew: async () => {
      let problem: unknown = null;
      await journal.between(async () => {
        try {
          await redo.beginAnew();
        } catch (error) {
          problem = error;
        }
      });
      if (problem !== null) throw problem;
    },
    async close() {
      try {
        await journal.close();
        await redo.close();
      } finally {
        await anchor.close();
      }
    },
  };
}
