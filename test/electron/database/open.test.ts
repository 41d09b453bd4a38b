import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { backupTo } from '../../../electron/database/backup.ts';
import { openDatabase } from '../../../electron/database/open.ts';
import { transact } from '../../../electron/database/transact.ts';
import { notes, temporaryDatabase, temporaryFolder, wordsOf } from './temporary.ts';

const existing = { create: false, durability: 'full' } as const;

/** A closed file with some thousand notes in it. */
async function filledFile(): Promise<string> {
  const { db, file, close } = await notes();
  await transact(db, async (trx) => {
    for (let id = 1; id <= 2000; id++) {
      await trx
        .insertInto('note')
        .values({ id, words: `note ${id} ${'x'.repeat(100)}` })
        .execute();
    }
  });
  await close();
  return file;
}

async function setting(db: Parameters<typeof wordsOf>[0], pragma: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(pragma)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
}

describe('an opened file', () => {
  const promised = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 1],
    ['journal_size_limit', 16 * 1024 * 1024],
    ['application_id', 0x44465452],
  ] as const;

  test('has every setting on which the promises of the till rest', async () => {
    const { db, file, close } = await notes();
    for (const [pragma, value] of promised)
      expect([pragma, await setting(db, pragma)]).toEqual([pragma, value]);
    await close();
    const again = await temporaryDatabase<{ note: { id: number; words: string } }>({ file, create: false });
    await again.db.insertInto('note').values({ id: 1, words: 'salom' }).execute();
    for (const [pragma, value] of promised) {
      expect([pragma, await setting(again.db, pragma)]).toEqual([pragma, value]);
    }
  });

  test('is whole after closing: nothing is left beside it, and closing twice is harmless', async () => {
    const { db, file, close } = await notes();
    await db.insertInto('note').values({ id: 1, words: 'salom' }).execute();
    await close();
    await close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    const again = await temporaryDatabase<{ note: { id: number; words: string } }>({ file, create: false });
    expect(await wordsOf(again.db)).toEqual(['salom']);
  });

  test('lets the running act end before it closes', async () => {
    const { db, close, file } = await notes();
    const act = transact(db, (trx) => trx.insertInto('note').values({ id: 1, words: 'salom' }).execute());
    await Promise.all([act, close()]);
    const again = await temporaryDatabase<{ note: { id: number; words: string } }>({ file, create: false });
    expect(await wordsOf(again.db)).toEqual(['salom']);
  });

  test('built without waiting for the disk is a normal file afterwards', async () => {
    const { db, file, close } = await notes({ durability: 'off' });
    expect(await setting(db, 'synchronous')).toBe(0);
    await db.insertInto('note').values({ id: 1, words: 'demo' }).execute();
    await close();
    const again = await temporaryDatabase<{ note: { id: number; words: string } }>({ file, create: false });
    expect(await setting(again.db, 'synchronous')).toBe(2);
    expect(await wordsOf(again.db)).toEqual(['demo']);
  });

  test('for reading only answers and refuses to be written', async () => {
    const file = await filledFile();
    const { db } = await temporaryDatabase<{ note: { id: number; words: string } }>({ file, readOnly: true });
    expect(await wordsOf(db)).toHaveLength(2000);
    const write = db.deleteFrom('note').execute();
    await expect(write).rejects.toMatchObject({ code: 'DatabaseReadOnly' });
  });
});

describe('a file that is not as it should be is named', () => {
  test('DatabaseMissing when it vanished: it never becomes a new empty shop', async () => {
    const file = join(temporaryFolder(), 'daftar.db');
    await expect(openDatabase({ file, ...existing })).rejects.toMatchObject({ code: 'DatabaseMissing' });
    expect(existsSync(file)).toBe(false);
  });

  test('DatabaseMissing when it vanished but left sales behind, which a new file would swallow', async () => {
    const { db, file } = await notes();
    await db.insertInto('note').values({ id: 1, words: 'sold' }).execute();
    const other = join(temporaryFolder(), 'daftar.db');
    copyFileSync(`${file}-wal`, `${other}-wal`);
    const opening = openDatabase({ file: other, create: true, durability: 'full' });
    await expect(opening).rejects.toMatchObject({ code: 'DatabaseMissing' });
  });

  test('FolderMissing when its folder is gone', async () => {
    const file = join(temporaryFolder(), 'gone', 'daftar.db');
    for (const create of [true, false]) {
      const opening = openDatabase({ file, create, durability: 'full' });
      await expect(opening).rejects.toMatchObject({ code: 'FolderMissing' });
    }
  });

  test('NotADatabase when it is a folder, a text or the file of another program', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder.db'));
    writeFileSync(join(folder, 'text.db'), 'This is the shopping list of a neighbour.\n'.repeat(100));
    const other = new Sqlite(join(folder, 'other.db'));
    other.exec('create table bookmark (url text)');
    other.close();
    for (const name of ['folder.db', 'text.db', 'other.db']) {
      const file = join(folder, name);
      const before = name === 'folder.db' ? null : readFileSync(file);
      for (const create of [true, false]) {
        const opening = openDatabase({ file, create, durability: 'full' });
        await expect(opening).rejects.toMatchObject({ code: 'NotADatabase' });
      }
      if (before !== null) expect(readFileSync(file).equals(before)).toBe(true);
    }
  });

  test('DatabaseDamaged when it is empty, unless this is the first start', async () => {
    const file = join(temporaryFolder(), 'daftar.db');
    writeFileSync(file, '');
    await expect(openDatabase({ file, ...existing })).rejects.toMatchObject({ code: 'DatabaseDamaged' });
    // What an earlier start left, killed while it made the file.
    writeFileSync(`${file}.part`, 'half');
    writeFileSync(`${file}.part-journal`, 'half');
    const { db } = await notes({ file });
    expect(await wordsOf(db)).toEqual([]);
    expect(existsSync(`${file}.part-journal`)).toBe(false);
  });

  test('DatabaseDamaged when its description of the tables is torn', async () => {
    const file = await filledFile();
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(3900, 0xa5), 0, 3900, 100);
    await expect(openDatabase({ file, ...existing })).rejects.toMatchObject({ code: 'DatabaseDamaged' });
  });

  test('DatabaseDamaged when the check finds a page of rows overwritten', async () => {
    const file = await filledFile();
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(4096, 0xa5), 0, 4096, 4096 * 20);
    await expect(openDatabase({ file, ...existing, check: true })).rejects.toMatchObject({
      code: 'DatabaseDamaged',
    });
  });

  test('DatabaseDamaged when its end is missing', async () => {
    const file = await filledFile();
    truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096);
    await expect(openDatabase({ file, ...existing, check: true })).rejects.toMatchObject({
      code: 'DatabaseDamaged',
    });
  });

  test('and an undamaged file passes the check', async () => {
    const file = await filledFile();
    const { db } = await temporaryDatabase<{ note: { id: number; words: string } }>({
      file,
      create: false,
      check: true,
    });
    expect(await wordsOf(db)).toHaveLength(2000);
  });

  test('DatabaseLocked when another program keeps it for itself', async () => {
    const file = await filledFile();
    const other = new Sqlite(file);
    other.pragma('locking_mode = exclusive');
    other.exec('begin exclusive; update note set words = words');
    try {
      await expect(openDatabase({ file, ...existing })).rejects.toMatchObject({ code: 'DatabaseLocked' });
    } finally {
      other.close();
    }
  });
});

/** Opens a file as a user without special rights and answers the problem's code, or `opened`. */
function openAsOrdinaryUser(file: string, create = false): string {
  const open = pathToFileURL(join(import.meta.dirname, '../../../electron/database/open.ts')).href;
  const script = `
    const { openDatabase } = await import(${JSON.stringify(open)});
    const file = ${JSON.stringify(file)};
    const answer = await openDatabase({ file, create: ${create}, durability: 'full' })
      .then((database) => database.close().then(() => 'opened'), (error) => error.code ?? String(error));
    process.stdout.write(answer);
  `;
  const nobody = 65_534;
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    ...user,
    encoding: 'utf8',
  });
  return child.stdout || child.stderr;
}

describe.skipIf(process.platform === 'win32')(
  'rights that are missing are named before the first sale',
  () => {
    async function fileForEveryone(): Promise<{ folder: string; file: string }> {
      const folder = temporaryFolder();
      const file = join(folder, 'daftar.db');
      copyFileSync(await filledFile(), file);
      chmodSync(folder, 0o777);
      chmodSync(file, 0o666);
      return { folder, file };
    }

    test('a file that everyone may write opens', async () => {
      const { file } = await fileForEveryone();
      expect(openAsOrdinaryUser(file)).toBe('opened');
    });

    test('DatabaseReadOnly when the file may not be written, or not even read', async () => {
      const { file } = await fileForEveryone();
      chmodSync(file, 0o444);
      expect(openAsOrdinaryUser(file)).toBe('DatabaseReadOnly');
      chmodSync(file, 0o000);
      expect(openAsOrdinaryUser(file)).toBe('DatabaseReadOnly');
    });

    test('the same for a backup that was put back, whose journal is of another kind', async () => {
      const { folder } = await fileForEveryone();
      const restored = join(folder, 'restored.db');
      const original = await temporaryDatabase({ file: await filledFile(), create: false });
      await backupTo(original, restored);
      chmodSync(restored, 0o444);
      expect(openAsOrdinaryUser(restored)).toBe('DatabaseReadOnly');
      chmodSync(restored, 0o666);
      chmodSync(folder, 0o555);
      expect(openAsOrdinaryUser(restored)).toBe('FolderReadOnly');
      chmodSync(folder, 0o777);
      expect(openAsOrdinaryUser(restored)).toBe('opened');
    });

    test('FolderReadOnly when nothing may be written beside it', async () => {
      const { folder, file } = await fileForEveryone();
      chmodSync(folder, 0o555);
      expect(openAsOrdinaryUser(file)).toBe('FolderReadOnly');
      expect(openAsOrdinaryUser(join(folder, 'new.db'), true)).toBe('FolderReadOnly');
      chmodSync(folder, 0o777);
    });
  },
);
