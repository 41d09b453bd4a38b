/** The verbs of the shift notebook: notes to the next shift, who has read them, and what the owner pins. */
import { Refusal } from '../../shared/errors.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import { documentOf } from '../document.ts';
import { type ReadScope, readingVerb, writingVerb } from '../verb.ts';
import { notePage, readerOf, shownNotes, unreadRows } from './notebookQueries.ts';
import { shiftNow } from './shiftNow.ts';

function personIn({ actor }: ReadScope): string {
  if (actor === null) throw new Refusal('LogInNeeded');
  return actor.personId;
}

const listNotes = readingVerb(shiftContract.notes, async (scope, { cursor, limit }) => {
  const { db, tillId, now } = scope;
  const reader = await readerOf(db, personIn(scope));
  const rows = await notePage(db, { tillId, beforeId: cursor, limit: limit + 1 });
  const loose = rows.filter((row) => row.is_pinned === 0);
  const hasMore = loose.length > limit;
  const shown = hasMore ? rows.slice(0, -1) : rows;
  return {
    notes: await shownNotes(db, shown, reader, now),
    nextCursor: hasMore ? (shown.at(-1)?.id ?? null) : null,
  };
});

const listUnreadNotes = readingVerb(shiftContract.unreadNotes, async (scope) => {
  const { db, tillId, now } = scope;
  const reader = await readerOf(db, personIn(scope));
  const rows = await unreadRows(db, tillId, reader, now);
  return { notes: await shownNotes(db, rows, reader, now) };
});

/** The words stay in the table: a note may name somebody, and the journal names people by id only. */
const writeNote = writingVerb(shiftContract.writeNote, async (scope, { text }) => {
  const { trx, tillId, actor, now } = scope;
  const { number } = await shiftNow(trx, tillId);
  const document = documentOf(scope, 'noteWritten', { shiftNumber: number });
  await trx
    .insertInto('shift_note')
    .values({
      id: document.id,
      till_id: tillId,
      shift_number: number,
      person_id: actor.personId,
      text,
      written_at: now,
      is_pinned: 0,
    })
    .execute();
  await scope.follow(document);
  scope.changed('shift');
  return { noteId: document.id };
});

const readNotes = writingVerb(shiftContract.readNotes, async (scope, { noteIds }) => {
  const { trx, tillId, actor, now } = scope;
  const ids = [...new Set(noteIds)];
  const known = await trx
    .selectFrom('shift_note')
    .select(['id', 'person_id'])
    .where('till_id', '=', tillId)
    .where('id', 'in', ids)
    .execute();
  if (known.length < ids.length) throw new Refusal('NotFound', { what: 'note' });
  const ofOthers = known.filter((note) => note.person_id !== actor.personId);
  if (ofOthers.length === 0) return {};
  await trx
    .insertInto('shift_note_read')
    .values(ofOthers.map(({ id }) => ({ note_id: id, person_id: actor.personId, read_at: now })))
    .onConflict((conflict) => conflict.columns(['note_id', 'person_id']).doNothing())
    .execute();
  scope.changed('shift');
  return {};
});

const pinNote = writingVerb(shiftContract.pinNote, async (scope, { noteId, isPinned }) => {
  const { trx, tillId } = scope;
  const note = await trx
    .updateTable('shift_note')
    .set({ is_pinned: isPinned ? 1 : 0 })
    .where('id', '=', noteId)
    .where('till_id', '=', tillId)
    .executeTakeFirst();
  if (note.numUpdatedRows === 0n) throw new Refusal('NotFound', { what: 'note' });
  await scope.follow(documentOf(scope, 'noteWritten', { noteId, isPinned }));
  scope.changed('shift');
  return {};
});

/** Everything the contract's `notebookVerbs` ask for. */
export const shiftNotebook = {
  notes: listNotes,
  unreadNotes: listUnreadNotes,
  writeNote,
  readNotes,
  pinNote,
};
