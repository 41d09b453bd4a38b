import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SqliteDriver, sqliteConnection } from '../../../electron/database/driver.ts';
import { statementCache } from '../../../electron/database/statements.ts';
import { transact } from '../../../electron/database/transact.ts';
import { notes, temporaryFolder, wordsOf } from './temporary.ts';

describe('values the database cannot keep exactly are refused', () => {
  const lossy = [
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['minus infinity', Number.NEGATIVE_INFINITY],
    ['an integer beyond the safe ones', 2 ** 53],
    ['an integer below the safe ones', -(2 ** 53)],
    ['a truth value', true],
    ['a date', new Date(0)],
  ] as const;

  test.each(lossy)('%s', async (_name, value) => {
    const { db } = await notes();
    const write = sql`insert into note (id, words) values (1, ${value})`.execute(db);
    await expect(write).rejects.toBeInstanceOf(TypeError);
    expect(await wordsOf(db)).toEqual([]);
  });

  test('while safe integers, texts of any script, nothing and bytes come back as they went', async () => {
    const { db } = await notes();
    const values = [
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
      0,
      'Oʻktam aka 🧾 Ўктам',
      null,
      Buffer.from([0, 255]),
    ];
    for (const value of values) {
      const { rows } = await sql<{ same: unknown }>`select ${value} as same`.execute(db);
      expect(rows[0]?.same).toEqual(value);
    }
  });
});

describe('prepared statements', () => {
  test('are bounded however many different ones are asked for, and all of them still run', async () => {
    const handle = new Sqlite(':memory:');
    onTestFinished(() => void handle.close());
    const cache = statementCache(handle, 10);
    for (let number = 0; number < 100; number++) {
      expect(cache.prepare(`select ${number} as n`).statement.get()).toEqual({ n: number });
      expect(cache.size()).toBeLessThanOrEqual(10);
    }
  });

  test('that are in use stay prepared while others come and go', () => {
    const handle = new Sqlite(':memory:');
    onTestFinished(() => void handle.close());
    const cache = statementCache(handle, 10);
    const used = cache.prepare('select 1 as used');
    for (let number = 0; number < 100; number++) {
      cache.prepare(`select ${number}`);
      expect(cache.prepare('select 1 as used')).toBe(used);
    }
    expect(cache.prepare('select 1 as used')).toBe(used);
  });

  test('see a column that was added after they were prepared', async () => {
    const { db } = await notes();
    await db.insertInto('note').values({ id: 1, words: 'salom' }).execute();
    const all = sql`select * from note`;
    expect((await all.execute(db)).rows).toEqual([{ id: 1, words: 'salom' }]);
    await sql`alter table note add column extra text`.execute(db);
    expect((await all.execute(db)).rows).toEqual([{ id: 1, words: 'salom', extra: null }]);
  });
});

test('a newcomer does not slip in before the one whose turn it is', async () => {
  const handle = new Sqlite(':memory:');
  onTestFinished(() => void handle.close());
  const driver = new SqliteDriver(handle, sqliteConnection(handle));
  const order: string[] = [];
  await driver.acquireConnection();
  const waiting = driver.acquireConnection().then(() => order.push('waiting'));
  const released = driver.releaseConnection();
  const newcomer = driver.acquireConnection().then(() => order.push('newcomer'));
  await Promise.all([released, waiting]);
  expect(order).toEqual(['waiting']);
  await driver.releaseConnection();
  await newcomer;
  expect(order).toEqual(['waiting', 'newcomer']);
});

test('a write tells how many rows it changed', async () => {
  const { db } = await notes();
  for (const id of [1, 2, 3]) await db.insertInto('note').values({ id, words: 'a' }).execute();
  const some = await db.updateTable('note').set({ words: 'b' }).where('id', '<', 3).executeTakeFirst();
  expect(some.numUpdatedRows).toBe(2n);
  const none = await db.deleteFrom('note').where('id', '=', 9).executeTakeFirst();
  expect(none.numDeletedRows).toBe(0n);
});

test('rows can be asked back from a write', async () => {
  const { db } = await notes();
  const row = await db.insertInto('note').values({ id: 7, words: 'a' }).returningAll().executeTakeFirst();
  expect(row).toEqual({ id: 7, words: 'a' });
});

test('streaming is refused, because an open cursor blocks every write', async () => {
  const { db } = await notes();
  const stream = db.selectFrom('note').selectAll().stream();
  await expect(stream[Symbol.asyncIterator]().next()).rejects.toThrow('does not stream');
  await db.insertInto('note').values({ id: 1, words: 'goes on' }).execute();
});

/** Another process takes the write lock of the file, says so, and gives it back after `milliseconds`. */
async function holdWriteLock(file: string, milliseconds: number) {
  const script = `
    import Sqlite from 'better-sqlite3';
    const handle = new Sqlite(process.argv[1]);
    handle.exec("begin immediate; insert into note values (1, 'other program')");
    process.stdout.write('held');
    setTimeout(() => { handle.exec('commit'); handle.close(); }, Number(process.argv[2]));
  `;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', script, file, String(milliseconds)],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: process.cwd() },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test('a write waits for another program that holds the file, and does not fail in the middle', async () => {
  const { db, file } = await notes();
  await holdWriteLock(file, 400);
  await transact(db, async (trx) => {
    // A transaction begun for reading would see the old state here and could then never write.
    expect(await wordsOf(trx)).toEqual(['other program']);
    await trx.insertInto('note').values({ id: 2, words: 'till' }).execute();
  });
  expect(await wordsOf(db)).toEqual(['other program', 'till']);
});

test('a program that never lets go is named as a lock', async () => {
  const { db, file } = await notes({ file: join(temporaryFolder(), 'daftar.db') });
  await sql`pragma busy_timeout = 100`.execute(db);
  await holdWriteLock(file, 60_000);
  const write = transact(db, (trx) => trx.insertInto('note').values({ id: 2, words: 'till' }).execute());
  await expect(write).rejects.toMatchObject({ code: 'DatabaseLocked' });
});
