/** Which notes of the shift notebook still wait for a person. */
import { addSeconds, type Instant } from '../time.ts';

const secondsADay = 86_400;
/** A note that nobody pinned is news for so many days. */
const newsDays = 30;

export interface NoteFacts {
  readonly writtenAt: Instant;
  readonly writtenBy: string;
  readonly isPinned: boolean;
  readonly isReadByReader: boolean;
}

export interface NoteReader {
  readonly personId: string;
  /** When the person came to the shop. */
  readonly since: Instant;
}

/**
 * The moment from which on notes are news for a reader: what was written before somebody came, or long ago, is history;
 * only a pinned note waits for everybody.
 */
export function newsSince({ since }: NoteReader, now: Instant): Instant {
  const recent = addSeconds(now, -newsDays * secondsADay);
  return since > recent ? since : recent;
}

/**
 * Whether a note waits for a reader.
 *
 * | note                                   | waits |
 * |----------------------------------------|-------|
 * | the reader's own                       | no    |
 * | read                                   | no    |
 * | pinned                                 | yes   |
 * | of the last 30 days, since they came   | yes   |
 * | older                                  | no    |
 */
export function isNoteUnread(note: NoteFacts, reader: NoteReader, now: Instant): boolean {
  if (note.writtenBy === reader.personId || note.isReadByReader) return false;
  return note.isPinned || note.writtenAt >= newsSince(reader, now);
}
