import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { hotFor, rowsPerStatement } from '../../../electron/database/hot.ts';
import { readTogether, transact } from '../../../electron/database/transact.ts';
import { temporaryDatabase } from './temporary.ts';

interface StockTables {
  stock: { product: string; shelf: number; quantity: number; remark: string | null };
}

const hot = hotFor<StockTables>();
const putStock = hot.insert('stock', ['product', 'shelf', 'quantity', 'remark']);
const addStock = hot.insert('stock', ['product', 'shelf', 'quantity'], (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['product', 'shelf']).doUpdateSet((row) => ({
      quantity: row('stock.quantity', '+', row.ref('excluded.quantity')),
    })),
  ),
);
const stockOnShelf = hot.query((db, value: { shelf: number; least: number }) =>
  db
    .selectFrom('stock')
    .select(['product', 'quantity'])
    .where('quantity', '>=', value.least)
    .where('shelf', '=', value.shelf)
    .where('product', '!=', 'hidden')
    .orderBy('product'),
);
const take = hot.query((db, value: { product: string; quantity: number }) =>
  db
    .updateTable('stock')
    .set((row) => ({ quantity: row('quantity', '-', value.quantity) }))
    .where('product', '=', value.product),
);

async function stock() {
  const database = await temporaryDatabase<StockTables>();
  await sql`create table stock (product text not null, shelf integer not null, quantity integer not null,
    remark text, primary key (product, shelf)) strict`.execute(database.db);
  return database;
}

describe('a hot query', () => {
  test('runs with the values of each run, wherever they stand in it', async () => {
    const { db } = await stock();
    await putStock.many(db, [
      { product: 'tea', shelf: 1, quantity: 5, remark: null },
      { product: 'rice', shelf: 1, quantity: 50, remark: 'new' },
      { product: 'oil', shelf: 2, quantity: 9, remark: null },
      { product: 'hidden', shelf: 1, quantity: 99, remark: null },
    ]);
    expect(await stockOnShelf.all(db, { shelf: 1, least: 1 })).toEqual([
      { product: 'rice', quantity: 50 },
      { product: 'tea', quantity: 5 },
    ]);
    expect(await stockOnShelf.all(db, { shelf: 1, least: 6 })).toEqual([{ product: 'rice', quantity: 50 }]);
    expect(await stockOnShelf.first(db, { shelf: 2, least: 0 })).toEqual({ product: 'oil', quantity: 9 });
    expect(await stockOnShelf.first(db, { shelf: 3, least: 0 })).toBeUndefined();
  });

  test('works in a transaction, on the root handle and in another file', async () => {
    const first = await stock();
    const second = await stock();
    for (const { db } of [first, second]) {
      await transact(db, async (trx) => {
        await putStock.one(trx, { product: 'tea', shelf: 1, quantity: 5, remark: null });
        await take.all(trx, { product: 'tea', quantity: 2 });
      });
      expect(await stockOnShelf.all(db, { shelf: 1, least: 0 })).toEqual([{ product: 'tea', quantity: 3 }]);
    }
  });

  test('is refused once its transaction has ended, and does not write on its own', async () => {
    const { db } = await stock();
    const tea = { product: 'tea', shelf: 1, quantity: 5, remark: null };
    const ended = await transact(db, async (trx) => trx);
    await expect(putStock.one(ended, tea)).rejects.toThrow();
    const failed: (typeof ended)[] = [];
    const failing = transact(db, async (trx) => {
      failed.push(trx);
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    for (const trx of failed) await expect(putStock.one(trx, tea)).rejects.toThrow();
    expect(failed).toHaveLength(1);
    expect(await stockOnShelf.all(db, { shelf: 1, least: 0 })).toEqual([]);
  });

  test('does not write in a transaction that only reads', async () => {
    const { db } = await stock();
    const tea = { product: 'tea', shelf: 1, quantity: 5, remark: null };
    await expect(readTogether(db, (trx) => putStock.one(trx, tea))).rejects.toThrow('read-only');
  });

  test('is undone with its transaction', async () => {
    const { db } = await stock();
    const work = transact(db, async (trx) => {
      await putStock.one(trx, { product: 'tea', shelf: 1, quantity: 5, remark: null });
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    expect(await stockOnShelf.all(db, { shelf: 1, least: 0 })).toEqual([]);
  });
});

describe('a hot insert', () => {
  test.each([0, 1, 2, rowsPerStatement, rowsPerStatement + 1, 3 * rowsPerStatement + 7])(
    'writes %i rows exactly once each',
    async (count) => {
      const { db } = await stock();
      const rows = Array.from({ length: count }, (_, shelf) => ({
        product: 'tea',
        shelf,
        quantity: shelf * 2,
        remark: null,
      }));
      await putStock.many(db, rows);
      expect(await db.selectFrom('stock').selectAll().orderBy('shelf').execute()).toEqual(rows);
    },
  );

  test('adds to what is there when it is an upsert', async () => {
    const { db } = await stock();
    await addStock.one(db, { product: 'tea', shelf: 1, quantity: 5 });
    await addStock.many(db, [
      { product: 'tea', shelf: 1, quantity: 7 },
      { product: 'tea', shelf: 2, quantity: 1 },
    ]);
    const rows = await db.selectFrom('stock').select(['shelf', 'quantity']).orderBy('shelf').execute();
    expect(rows).toEqual([
      { shelf: 1, quantity: 12 },
      { shelf: 2, quantity: 1 },
    ]);
  });

  test('refuses a row that lacks a named column instead of writing nothing there', async () => {
    const { db } = await stock();
    const row = { product: 'tea', shelf: 1, quantity: 5 } as never;
    await expect(putStock.one(db, row)).rejects.toThrow('undefined');
  });
});
