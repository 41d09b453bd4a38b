import { expect, test } from 'vitest';
import { shiftNotebook } from '../../../electron/shift/notebook.ts';
import { notesOfShift } from '../../../electron/shift/notebookQueries.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';
import { beginShift, endShift } from './shiftRows.ts';

const { notes, unreadNotes, writeNote, readNotes, pinNote } = shiftNotebook;

async function write(world: RoomWorld, text: string, window: 'owner' | 'cashier' = 'cashier') {
  return (await world.ask(writeNote, { text }, window)).noteId;
}

async function unreadTexts(world: RoomWorld, window: 'owner' | 'cashier') {
  return (await world.ask(unreadNotes, {}, window)).notes.map((note) => note.text);
}

test('a note waits for everybody but its writer until they have read it', async () => {
  const world = await roomWorld();
  const noteId = await write(world, 'Non kelmadi, ertaga 7 da qoʻngʻiroq qiling');
  expect(await unreadTexts(world, 'cashier')).toEqual([]);
  expect(await unreadTexts(world, 'owner')).toEqual(['Non kelmadi, ertaga 7 da qoʻngʻiroq qiling']);

  world.setClock('2026-11-22T09:30:00.000Z');
  await world.ask(readNotes, { noteIds: [noteId] });
  expect(await unreadTexts(world, 'owner')).toEqual([]);
  expect((await world.ask(notes, {}, 'cashier')).notes).toEqual([
    {
      id: noteId,
      text: 'Non kelmadi, ertaga 7 da qoʻngʻiroq qiling',
      shiftNumber: 1,
      writtenAt: '2026-11-22T08:00:00.000Z',
      writtenByName: 'Sardor',
      isPinned: false,
      readBy: [{ personName: 'Dilnoza', readAt: '2026-11-22T09:30:00.000Z' }],
      isUnread: false,
    },
  ]);
});

test('reading twice keeps the first time, and reading one’s own note leaves no mark', async () => {
  const world = await roomWorld();
  const noteId = await write(world, 'Kalit seyfda');
  world.setClock('2026-11-22T09:00:00.000Z');
  await world.ask(readNotes, { noteIds: [noteId, noteId] });
  world.setClock('2026-11-22T12:00:00.000Z');
  await world.ask(readNotes, { noteIds: [noteId] });
  await world.ask(readNotes, { noteIds: [noteId] }, 'cashier');
  expect((await world.ask(notes, {})).notes[0]?.readBy).toEqual([
    { personName: 'Dilnoza', readAt: '2026-11-22T09:00:00.000Z' },
  ]);
});

test('a note that nobody pinned is news for 30 days; a pinned one waits until it is read', async () => {
  const world = await roomWorld();
  await write(world, 'Bugun suv yoʻq');
  const rule = await write(world, 'Nasiya faqat daftar bilan');
  await world.ask(pinNote, { noteId: rule, isPinned: true });
  world.setClock('2026-12-22T08:00:00.000Z');
  expect(await unreadTexts(world, 'owner')).toEqual(['Bugun suv yoʻq', 'Nasiya faqat daftar bilan']);
  world.setClock('2026-12-22T08:00:00.001Z');
  expect(await unreadTexts(world, 'owner')).toEqual(['Nasiya faqat daftar bilan']);
});

test('whoever comes later finds only pinned notes waiting', async () => {
  const world = await roomWorld();
  await write(world, 'Sardor kechikadi', 'owner');
  const rule = await write(world, 'Muzlatgichni har soatda koʻring', 'owner');
  await world.ask(pinNote, { noteId: rule, isPinned: true });
  world.setClock('2026-11-23T08:00:00.000Z');
  await world.db
    .updateTable('person')
    .set({ created_at: '2026-11-23T08:00:00.000Z' })
    .where('id', '=', world.people.cashier)
    .execute();
  expect(await unreadTexts(world, 'cashier')).toEqual(['Muzlatgichni har soatda koʻring']);
});

test('pinned notes come first, then the newest, page by page without a gap', async () => {
  const world = await roomWorld();
  const ids: string[] = [];
  for (let number = 1; number <= 6; number += 1) {
    world.setClock(`2026-11-22T08:0${number}:00.000Z`);
    ids.push(await write(world, `Xat ${number}`));
  }
  await world.ask(pinNote, { noteId: ids[1] ?? '', isPinned: true });
  const first = await world.ask(notes, { limit: 3 });
  expect(first.notes.map((note) => note.text)).toEqual(['Xat 2', 'Xat 6', 'Xat 5', 'Xat 4']);
  const second = await world.ask(notes, { limit: 3, cursor: first.nextCursor });
  expect(second.notes.map((note) => note.text)).toEqual(['Xat 3', 'Xat 1']);
  expect(second.nextCursor).toBeNull();
});

test('a shift prints the notes written in it, and those written since the shift before it was closed', async () => {
  const world = await roomWorld();
  const first = await beginShift(world, 1, '2026-11-22T04:00:00.000Z');
  await write(world, 'Birinchi smenada');
  await endShift(world, first, '2026-11-22T12:00:00.000Z');
  await write(world, 'Smenalar orasida');
  const second = await beginShift(world, 2, '2026-11-22T12:30:00.000Z');
  await write(world, 'Ikkinchi smenada', 'owner');
  expect((await notesOfShift(world.db, first)).map((note) => note.text)).toEqual(['Birinchi smenada']);
  expect(await notesOfShift(world.db, second)).toEqual([
    {
      text: 'Smenalar orasida',
      writtenAt: '2026-11-22T12:00:00.000Z',
      writtenByName: 'Sardor',
      isPinned: false,
    },
    {
      text: 'Ikkinchi smenada',
      writtenAt: '2026-11-22T12:30:00.000Z',
      writtenByName: 'Dilnoza',
      isPinned: false,
    },
  ]);
});

test('only the owner pins', async () => {
  const world = await roomWorld();
  const noteId = await write(world, 'Xat');
  expect(await world.refusal(pinNote, { noteId, isPinned: true }, 'cashier')).toMatchObject({
    code: 'NotAllowed',
  });
  await world.ask(pinNote, { noteId, isPinned: true });
  expect((await world.ask(notes, {})).notes[0]?.isPinned).toBe(true);
  await world.ask(pinNote, { noteId, isPinned: false });
  expect((await world.ask(notes, {})).notes[0]?.isPinned).toBe(false);
});

test('a note that nobody wrote is neither read nor pinned', async () => {
  const world = await roomWorld();
  const noteId = world.newId();
  const known = await write(world, 'Xat');
  const answer = { code: 'NotFound', data: { what: 'note' } };
  expect(await world.refusal(readNotes, { noteIds: [known, noteId] })).toEqual(answer);
  expect(await world.refusal(pinNote, { noteId, isPinned: true })).toEqual(answer);
  expect(await unreadTexts(world, 'owner')).toEqual(['Xat']);
});

test('the journal knows that a note was written, and never its words', async () => {
  const world = await roomWorld();
  const noteId = await write(world, 'Aziza opa 90 123 45 67 qarzini soʻrang');
  await world.ask(pinNote, { noteId, isPinned: true });
  expect(world.documents).toMatchObject([
    { kind: 'noteWritten', id: noteId, personId: world.people.cashier, content: { shiftNumber: 1 } },
    { kind: 'noteWritten', personId: world.people.owner, content: { noteId, isPinned: true } },
  ]);
  const journal = await world.db.selectFrom('journal').select('content_json').execute();
  expect(JSON.stringify(journal)).not.toContain('Aziza');
});

test('a note keeps its author and moment, and cannot be taken away; only a name in it is erased at somebody’s wish', async () => {
  const world = await roomWorld();
  await write(world, 'Kassada 5 000 kam chiqdi');
  await expect(
    world.db.updateTable('shift_note').set({ written_at: '2026-01-01T00:00:00.000Z' }).execute(),
  ).rejects.toThrow('append-only');
  await expect(world.db.deleteFrom('shift_note').execute()).rejects.toThrow('append-only');
});
