/** The shift notebook: notes for whoever comes next, pinned by the owner, with a mark of who has read them. */
import { z } from 'zod';
import { readVerb, writeVerb } from '../verb.ts';
import { idSchema, instantSchema, pageSchema, someWords } from '../wire.ts';

export const longestNote = 500;

export const shiftNoteSchema = z.object({
  id: idSchema,
  text: z.string(),
  /** The shift in which it was written; between two shifts, the next one. */
  shiftNumber: z.int(),
  writtenAt: instantSchema,
  writtenByName: z.string(),
  isPinned: z.boolean(),
  readBy: z.array(z.object({ personName: z.string(), readAt: instantSchema })),
  /** Waits for the person who asks (shared/shift/notebook.ts). */
  isUnread: z.boolean(),
});

export const notebookVerbs = {
  /** Pinned notes first, all of them, then the newest; older ones by cursor. */
  notes: readVerb({
    action: 'shift.read',
    input: pageSchema,
    output: z.object({ notes: z.array(shiftNoteSchema), nextCursor: z.string().nullable() }),
    refusals: {},
  }),
  /** What the person who asks has not read yet, oldest first: for the sell screen and the opening of a shift. */
  unreadNotes: readVerb({
    action: 'shift.read',
    input: z.object({}),
    output: z.object({ notes: z.array(shiftNoteSchema) }),
    refusals: {},
  }),
  writeNote: writeVerb({
    action: 'shift.notes',
    input: { text: someWords(longestNote) },
    output: z.object({ noteId: idSchema }),
    refusals: {},
  }),
  /** Marks notes as read by the person who says so; what was read before keeps its first time. */
  readNotes: writeVerb({
    action: 'shift.notes',
    input: { noteIds: z.array(idSchema).min(1).max(200) },
    output: z.object({}),
    refusals: {},
  }),
  pinNote: writeVerb({
    action: 'shift.pinNotes',
    input: { noteId: idSchema, isPinned: z.boolean() },
    output: z.object({}),
    refusals: {},
  }),
};
