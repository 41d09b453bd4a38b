/** The verbs of the journal: an archive for others to check, what the owner has seen, what was saved as a file. */
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { Refusal } from '../../shared/errors.ts';
import { journalContract } from '../../shared/journal/contract.ts';
import { documentOf } from '../document.ts';
import type { TillParts } from '../parts.ts';
import { inTransaction, metaOf, requireAllowed, type VerbImplementation, writingVerb } from '../verb.ts';
import { type Archive, writeArchive } from './archiveFile.ts';

/** What the journal asks of the rooms beside it; the wiring lends it. */
export interface ArchiveRooms {
  /** shop: refuses FolderNotUsable. */
  readonly requireUsableFolder: (folder: string) => Promise<void>;
}

/** The key of the till lies beside its database and is in no backup. */
export const keyFileIn = (folder: string): string => join(folder, 'journal.key');

type ArchiveInput = z.output<NonNullable<(typeof journalContract.archive)['~orpc']['inputSchema']>>;

function contentOf(written: Archive, { from, to }: Pick<ArchiveInput, 'from' | 'to'>) {
  const { documents, firstSequence, lastSequence, hash, key } = written;
  return { from, to, documents, firstSequence, lastSequence, hash, key };
}

/** Writes the archive, then a document that says which one: the journal knows every archive that was ever made of it. */
export const archive = (
  parts: Pick<TillParts, 'database'>,
  rooms: ArchiveRooms,
): VerbImplementation<typeof journalContract.archive> => ({
  procedure: journalContract.archive,
  kind: 'act',
  run: async (till, context, input) => {
    const { from, to, folder } = input as ArchiveInput;
    const scope = await till.readScope(context);
    const { actor } = scope;
    requireAllowed(actor, metaOf(journalContract.archive).action);
    if (actor === null) throw new Refusal('LogInNeeded');
    await rooms.requireUsableFolder(folder);
    const { settings, db, tillId, now } = scope;
    const written = await writeArchive({
      db,
      tillId,
      from,
      to,
      folder,
      now,
      shopName: settings.name,
      stir: settings.stir,
      keyFile: keyFileIn(dirname(parts.database().file)),
    });
    if (written === null) throw new Refusal('NothingToArchive');
    await inTransaction(till, context, actor, async (writing) => {
      await writing.follow(documentOf(writing, 'archiveMade', contentOf(written, { from, to })));
      writing.changed('journal');
    });
    return written;
  },
});

/** Marks what the owner has looked at; what is counted by the day comes back when it grows. */
export const seeAttention = writingVerb(journalContract.seeAttention, async (scope, { ids }) => {
  await scope.trx
    .updateTable('owner_attention')
    .set({ seen_at: scope.now })
    .where('id', 'in', ids)
    .where('seen_at', 'is', null)
    .execute();
  const { unseen } = await scope.trx
    .selectFrom('owner_attention')
    .select(({ fn }) => fn.countAll<number>().as('unseen'))
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow();
  scope.changed('journal');
  return { unseen };
});

/** A list left the till as a file: the journal says which, and how long it was. */
export const exported = writingVerb(journalContract.exported, async (scope, { what, rows }) => {
  await scope.follow(documentOf(scope, 'exported', { what, rows }));
  scope.changed('journal');
  return {};
});

export const journalVerbs = (parts: Pick<TillParts, 'database'>, rooms: ArchiveRooms) => ({
  archive: archive(parts, rooms),
  seeAttention,
  exported,
});
