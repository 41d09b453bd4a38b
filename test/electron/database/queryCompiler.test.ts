/** A kept statement is planned once, not at every run. */
import { describe, expect, test } from 'vitest';
import { hotFor } from '../../../electron/database/hot.ts';
import { temporaryDatabase } from './temporary.ts';

interface ShelfTables {
  shelf: { id: string; room: string; place: number };
}

const db = async () => {
  const database = await temporaryDatabase<ShelfTables>();
  await database.db.schema
    .createTable('shelf')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('room', 'text')
    .addColumn('place', 'integer')
    .execute();
  return database.db;
};

describe('a value in a query', () => {
  test('stands behind a plus where it is compared or limits', async () => {
    const query = (await db())
      .selectFrom('shelf')
      .select('id')
      .where('room', '=', 'back')
      .where('place', '>', 3)
      .orderBy('place')
      .limit(2)
      .offset(1)
      .compile();
    expect(query.sql).toBe(
      'select "id" from "shelf" where "room" = +? and "place" > +? order by "place" limit +? offset +?',
    );
    expect(query.parameters).toEqual(['back', 3, 2, 1]);
  });

  test('stands bare in a pattern, in a list and where it is written', async () => {
    const shop = await db();
    expect(shop.selectFrom('shelf').select('id').where('room', 'like', 'b%').compile().sql).toContain(
      'like ?',
    );
    expect(shop.selectFrom('shelf').select('id').where('id', 'in', ['a', 'b']).compile().sql).toContain(
      'in (?, ?)',
    );
    expect(shop.insertInto('shelf').values({ id: 'a', room: 'back', place: 1 }).compile().sql).toContain(
      'values (?, ?, ?)',
    );
  });

  test('keeps its kind behind the plus: text stays text, a negative number stays negative', async () => {
    const shop = await db();
    await shop
      .insertInto('shelf')
      .values([
        { id: '1', room: '007', place: -5 },
        { id: '2', room: '7', place: 5 },
      ])
      .execute();
    const found = hotFor<ShelfTables>().query((handle, value: { room: string; place: number }) =>
      handle.selectFrom('shelf').select('id').where('room', '=', value.room).where('place', '=', value.place),
    );
    expect(await found.all(shop, { room: '007', place: -5 })).toEqual([{ id: '1' }]);
    expect(await found.all(shop, { room: '7', place: -5 })).toEqual([]);
  });
});
