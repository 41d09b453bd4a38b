import { expect, test } from 'vitest';
import { isNoteUnread } from '../../../shared/shift/notebook.ts';
import type { Instant } from '../../../shared/time.ts';

const now = '2026-11-22T08:00:00.000Z' as Instant;
const reader = { personId: 'reader', since: '2026-01-01T08:00:00.000Z' as Instant };
const note = {
  writtenAt: '2026-11-20T08:00:00.000Z' as Instant,
  writtenBy: 'writer',
  isPinned: false,
  isReadByReader: false,
};

test('a fresh note of somebody else waits; one’s own, a read and an old one do not', () => {
  expect(isNoteUnread(note, reader, now)).toBe(true);
  expect(isNoteUnread({ ...note, writtenBy: 'reader', isPinned: true }, reader, now)).toBe(false);
  expect(isNoteUnread({ ...note, isReadByReader: true, isPinned: true }, reader, now)).toBe(false);
  const old = { ...note, writtenAt: '2026-10-23T07:59:59.999Z' as Instant };
  expect(isNoteUnread(old, reader, now)).toBe(false);
  expect(isNoteUnread({ ...old, isPinned: true }, reader, now)).toBe(true);
  expect(isNoteUnread({ ...old, writtenAt: '2026-10-23T08:00:00.000Z' as Instant }, reader, now)).toBe(true);
});

test('what was written before somebody came is history for them, unless it is pinned', () => {
  const newcomer = { ...reader, since: '2026-11-21T08:00:00.000Z' as Instant };
  expect(isNoteUnread(note, newcomer, now)).toBe(false);
  expect(isNoteUnread({ ...note, isPinned: true }, newcomer, now)).toBe(true);
});
