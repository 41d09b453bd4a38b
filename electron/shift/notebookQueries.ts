/** The SQL of the shift notebook: its pages, what a person has not read, and the notes of one shift. */
import type { Kysely } from 'kysely';
import { isNoteUnread, type NoteReader, newsSince } from '../../shared/shift/notebook.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

/** A note with who has read it, as one person sees it. */
export interface ShownNote {
  readonly id: string;
  readonly text: string;
  readonly shiftNumber: number;
  readonly writtenAt: Instant;
  readonly writtenByName: string;
  readonly isPinned: boolean;
  readonly readBy: { readonly personName: string; readonly readAt: Instant }[];
  readonly isUnread: boolean;
}

/** Who reads the notebook. Throws when the id is nobody's, because whoever asks is logged in. */
export async function readerOf(db: Db, personId: string): Promise<NoteReader> {
  const row = await db
    .selectFrom('person')
    .select('created_at')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return { personId, since: row.created_at as Instant };
}

const noteRows = (db: Db, tillId: string) =>
  db
    .selectFrom('shift_note')
    .innerJoin('person', 'person.id', 'shift_note.person_id')
    .selectAll('shift_note')
    .select('person.name as person_name')
    .where('shift_note.till_id', '=', tillId);
type NoteRow = Awaited<ReturnType<ReturnType<typeof noteRows>['execute']>>[number];

export interface NotePage {
  readonly tillId: string;
  /** Older than this one; null for the first page, which brings all pinned notes too. */
  readonly beforeId: string | null;
  readonly limit: number;
}

/** Notes of a till: pinned ones first, then the newest. */
export async function notePage(db: Db, { tillId, beforeId, limit }: NotePage): Promise<readonly NoteRow[]> {
  const loose = noteRows(db, tillId).where('is_pinned', '=', 0).orderBy('shift_note.id', 'desc').limit(limit);
  if (beforeId !== null) return loose.where('shift_note.id', '<', beforeId).execute();
  const pinned = await noteRows(db, tillId)
    .where('is_pinned', '=', 1)
    .orderBy('shift_note.id', 'desc')
    .execute();
  return [...pinned, ...(await loose.execute())];
}

/** What a person of a till has not read yet, oldest first. */
export async function unreadRows(db: Db, tillId: string, reader: NoteReader, now: Instant) {
  return noteRows(db, tillId)
    .where('shift_note.person_id', '!=', reader.personId)
    .where(({ eb, or }) => or([eb('is_pinned', '=', 1), eb('written_at', '>=', newsSince(reader, now))]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('shift_note_read')
            .select('note_id')
            .whereRef('note_id', '=', 'shift_note.id')
            .where('shift_note_read.person_id', '=', reader.personId),
        ),
      ),
    )
    .orderBy('shift_note.id')
    .execute();
}

/** Rows as a reader sees them, with everybody who has read each. */
export async function shownNotes(
  db: Db,
  rows: readonly NoteRow[],
  reader: NoteReader,
  now: Instant,
): Promise<ShownNote[]> {
  if (rows.length === 0) return [];
  const reads = await db
    .selectFrom('shift_note_read')
    .innerJoin('person', 'person.id', 'shift_note_read.person_id')
    .select(['note_id', 'person_id', 'person.name', 'read_at'])
    .where(
      'note_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('read_at')
    .execute();
  return rows.map((row) => {
    const readBy = reads.filter((read) => read.note_id === row.id);
    const facts = {
      writtenAt: row.written_at as Instant,
      writtenBy: row.person_id,
      isPinned: row.is_pinned === 1,
      isReadByReader: readBy.some((read) => read.person_id === reader.personId),
    };
    return {
      id: row.id,
      text: row.text,
      shiftNumber: row.shift_number,
      writtenAt: facts.writtenAt,
      writtenByName: row.person_name,
      isPinned: facts.isPinned,
      readBy: readBy.map(({ name, read_at }) => ({ personName: name, readAt: read_at as Instant })),
      isUnread: isNoteUnread(facts, reader, now),
    };
  });
}

/** A note as it is printed under a Z. */
export interface NoteOfShift {
  readonly text: string;
  readonly writtenAt: Instant;
  readonly writtenByName: string;
  readonly isPinned: boolean;
}

/**
 * The notes for whoever comes after a shift: what was written in it, or since the shift before it was closed; oldest
 * first. A pinned note of an earlier shift stays on screen and is not printed again.
 */
export async function notesOfShift(db: Db, shiftId: string): Promise<readonly NoteOfShift[]> {
  const rows = await db
    .selectFrom('shift')
    .innerJoin('shift_note', (join) =>
      join
        .onRef('shift_note.till_id', '=', 'shift.till_id')
        .onRef('shift_note.shift_number', '=', 'shift.number'),
    )
    .innerJoin('person', 'person.id', 'shift_note.person_id')
    .select(['shift_note.text', 'written_at', 'person.name', 'is_pinned'])
    .where('shift.id', '=', shiftId)
    .orderBy('shift_note.id')
    .execute();
  return rows.map((row) => ({
    text: row.text,
    writtenAt: row.written_at as Instant,
    writtenByName: row.name,
    isPinned: row.is_pinned === 1,
  }));
}
