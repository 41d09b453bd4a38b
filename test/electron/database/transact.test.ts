import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { DatabaseProblem } from '../../../electron/database/problem.ts';
import { NestedUse } from '../../../electron/database/scope.ts';
import { attempt, readTogether, transact } from '../../../electron/database/transact.ts';
import { notes, wordsOf } from './temporary.ts';

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('what a transaction wrote', () => {
  test('is kept when its work ends', async () => {
    const { db } = await notes();
    const answer = await transact(db, async (trx) => {
      await trx.insertInto('note').values({ id: 1, words: 'salom' }).execute();
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await wordsOf(db)).toEqual(['salom']);
  });

  test('is gone when its work throws, and the caller gets what was thrown', async () => {
    const { db } = await notes();
    const work = transact(db, async (trx) => {
      await trx.insertInto('note').values({ id: 1, words: 'salom' }).execute();
      throw new Error('no stock');
    });
    await expect(work).rejects.toThrow('no stock');
    expect(await wordsOf(db)).toEqual([]);
  });

  test('can no longer be added to once it has ended', async () => {
    const { db } = await notes();
    const kept = await transact(db, async (trx) => trx);
    await expect(kept.insertInto('note').values({ id: 1, words: 'late' }).execute()).rejects.toThrow();
    expect(await wordsOf(db)).toEqual([]);
  });
});

describe('the root handle inside a transaction', () => {
  test('is refused at once for a read, and the transaction is undone', async () => {
    const { db } = await notes();
    const started = performance.now();
    const work = transact(db, async (trx) => {
      await trx.insertInto('note').values({ id: 1, words: 'salom' }).execute();
      await db.selectFrom('note').selectAll().execute();
    });
    await expect(work).rejects.toBeInstanceOf(NestedUse);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(await wordsOf(db)).toEqual([]);
  });

  test('is refused at once for a transaction of either kind', async () => {
    const { db } = await notes();
    await expect(transact(db, () => transact(db, async () => 1))).rejects.toBeInstanceOf(NestedUse);
    await expect(transact(db, () => readTogether(db, async () => 1))).rejects.toBeInstanceOf(NestedUse);
    await expect(transact(db, () => db.transaction().execute(async () => 1))).rejects.toBeInstanceOf(
      NestedUse,
    );
  });

  test('may be used again by work that was started inside and goes on after the end', async () => {
    const { db } = await notes();
    const { opened, open } = gate();
    let later: Promise<readonly string[]> = Promise.resolve([]);
    await transact(db, async (trx) => {
      await trx.insertInto('note').values({ id: 1, words: 'salom' }).execute();
      later = opened.then(() => wordsOf(db));
    });
    open();
    expect(await later).toEqual(['salom']);
  });
});

test('a transaction begun without transact is refused: nested use in it would wait for ever', async () => {
  const { db } = await notes();
  await expect(db.transaction().execute(async () => 1)).rejects.toThrow('transact');
  await expect(db.startTransaction().execute()).rejects.toThrow('transact');
  expect(await wordsOf(db)).toEqual([]);
});

test('transactions begun or ended by hand are refused', async () => {
  const { db } = await notes();
  await expect(sql`begin`.execute(db)).rejects.toThrow('transact');
  await expect(transact(db, (trx) => sql`commit`.execute(trx))).rejects.toThrow('transact');
  await expect(transact(db, (trx) => sql`  ROLLBACK`.execute(trx))).rejects.toThrow('transact');
});

describe('callers at the same time', () => {
  test('wait their turn and are served in the order they came', async () => {
    const { db } = await notes();
    const order: string[] = [];
    const { opened, open } = gate();
    const first = transact(db, async (trx) => {
      await opened;
      await trx.insertInto('note').values({ id: 1, words: 'first' }).execute();
      order.push('first');
    });
    const read = wordsOf(db).then((words) => order.push(`read ${words.length}`));
    const second = transact(db, async (trx) => {
      await trx.insertInto('note').values({ id: 2, words: 'second' }).execute();
      order.push('second');
    });
    await wait(20);
    expect(order).toEqual([]);
    open();
    await Promise.all([first, read, second]);
    expect(order).toEqual(['first', 'read 1', 'second']);
  });

  test('a write from outside waits for the open transaction and survives its roll-back', async () => {
    const { db } = await notes();
    const { opened, open } = gate();
    const failing = transact(db, async (trx) => {
      await trx.insertInto('note').values({ id: 1, words: 'inside' }).execute();
      await opened;
      throw new Error('undone');
    });
    const outside = db.insertInto('note').values({ id: 2, words: 'outside' }).execute();
    open();
    await expect(failing).rejects.toThrow('undone');
    await outside;
    expect(await wordsOf(db)).toEqual(['outside']);
  });

  test('two hundred increments at once are two hundred', async () => {
    const { db } = await notes();
    await db.insertInto('note').values({ id: 1, words: '0' }).execute();
    await Promise.all(
      Array.from({ length: 200 }, () =>
        transact(db, async (trx) => {
          const { words } = await trx.selectFrom('note').select('words').executeTakeFirstOrThrow();
          await trx
            .updateTable('note')
            .set({ words: String(Number(words) + 1) })
            .execute();
        }),
      ),
    );
    expect(await wordsOf(db)).toEqual(['200']);
  });

  test('nobody waits longer than five seconds, and the till goes on afterwards', async () => {
    const { db } = await notes();
    const { opened, open } = gate();
    const stuck = transact(db, () => opened);
    const started = performance.now();
    await expect(wordsOf(db)).rejects.toMatchObject({ code: 'DatabaseLocked' });
    expect(performance.now() - started).toBeGreaterThan(4900);
    open();
    await stuck;
    expect(await wordsOf(db)).toEqual([]);
  });
});

describe('reading together', () => {
  test('sees one moment and writes nothing', async () => {
    const { db } = await notes();
    await db.insertInto('note').values({ id: 1, words: 'salom' }).execute();
    expect(await readTogether(db, (trx) => wordsOf(trx))).toEqual(['salom']);
    const write = readTogether(db, (trx) => trx.insertInto('note').values({ id: 2, words: 'no' }).execute());
    await expect(write).rejects.toThrow('read-only');
    await transact(db, (trx) => trx.insertInto('note').values({ id: 3, words: 'yes' }).execute());
    expect(await wordsOf(db)).toEqual(['salom', 'yes']);
  });
});

describe('a part of a transaction', () => {
  test('that fails undoes itself alone', async () => {
    const { db } = await notes();
    await transact(db, async (trx) => {
      await trx.insertInto('note').values({ id: 1, words: 'kept' }).execute();
      const part = attempt(trx, async (inner) => {
        await inner.insertInto('note').values({ id: 2, words: 'undone' }).execute();
        throw new Error('part failed');
      });
      await expect(part).rejects.toThrow('part failed');
      await attempt(trx, (inner) => inner.insertInto('note').values({ id: 3, words: 'also kept' }).execute());
    });
    expect(await wordsOf(db)).toEqual(['kept', 'also kept']);
  });

  test('that succeeds inside one that fails is undone with it', async () => {
    const { db } = await notes();
    await transact(db, async (trx) => {
      const outer = attempt(trx, async (middle) => {
        await attempt(middle, (inner) =>
          inner.insertInto('note').values({ id: 1, words: 'inner' }).execute(),
        );
        throw new Error('outer failed');
      });
      await expect(outer).rejects.toThrow('outer failed');
    });
    expect(await wordsOf(db)).toEqual([]);
  });
});

describe('a full disk', () => {
  test('arrives as DiskFull, leaves nothing half written, and selling goes on afterwards', async () => {
    const { db } = await notes();
    await sql`pragma max_page_count = 40`.execute(db);
    const fill = transact(db, async (trx) => {
      for (let id = 1; id < 1000; id++) {
        await trx
          .insertInto('note')
          .values({ id, words: 'x'.repeat(1000) })
          .execute();
      }
    });
    const problem = await fill.catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(DatabaseProblem);
    expect(problem).toMatchObject({ code: 'DiskFull' });
    expect(await wordsOf(db)).toEqual([]);
    await sql`pragma max_page_count = 100000`.execute(db);
    await transact(db, (trx) => trx.insertInto('note').values({ id: 1, words: 'again' }).execute());
    expect(await wordsOf(db)).toEqual(['again']);
  });

  test('cannot be swallowed: what follows in the same transaction is not written on its own', async () => {
    const { db } = await notes();
    await sql`pragma max_page_count = 40`.execute(db);
    const swallowing = transact(db, async (trx) => {
      try {
        for (let id = 1; id < 1000; id++) {
          await trx
            .insertInto('note')
            .values({ id, words: 'x'.repeat(1000) })
            .execute();
        }
      } catch {
        // A careless caller goes on.
      }
      await trx.insertInto('note').values({ id: 5000, words: 'orphan' }).execute();
    });
    await expect(swallowing).rejects.toMatchObject({ code: 'DiskFull' });
    expect(await wordsOf(db)).toEqual([]);
  });
});
