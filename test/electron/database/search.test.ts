import { readFileSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { backupTo } from '../../../electron/database/backup.ts';
import { textColumn, wholeNumber } from '../../../electron/database/columns.ts';
import type { Database } from '../../../electron/database/open.ts';
import { createTable } from '../../../electron/database/schema.ts';
import { idsMatching, searchByText, searchIndex, textMatches } from '../../../electron/database/search.ts';
import { transact } from '../../../electron/database/transact.ts';
import { searchTextOf } from '../../../shared/text.ts';
import { temporaryDatabase } from './temporary.ts';

interface CustomerTables {
  customer: { id: string; search_text: string; is_active: number };
}

async function customers(): Promise<Database<CustomerTables>> {
  const database = await temporaryDatabase<CustomerTables>();
  await transact(database.db, async (trx) => {
    await createTable(trx, 'customer', {
      columns: { id: textColumn(), search_text: textColumn(), is_active: wholeNumber() },
      primaryKey: ['id'],
    });
    await searchIndex(trx, 'customer', 'search_text');
  });
  return database;
}

async function add(db: Kysely<CustomerTables>, id: string, ...texts: string[]): Promise<void> {
  await db
    .insertInto('customer')
    .values({ id, search_text: searchTextOf(...texts), is_active: 1 })
    .execute();
}

async function find(db: Kysely<CustomerTables>, needle: string, limit = 20): Promise<readonly string[]> {
  return [...(await searchByText(db, 'customer', 'search_text', needle, limit))].sort();
}

async function threeCustomers(): Promise<Database<CustomerTables>> {
  const database = await customers();
  await add(database.db, 'ali', 'Ali Valiyev', '998901234567');
  await add(database.db, 'vali', 'Vali Aliyev', '998937654321');
  await add(database.db, 'uktam', 'Oʻktam', '998911112233');
  return database;
}

describe('a search', () => {
  const cases: readonly [needle: string, found: readonly string[]][] = [
    ['valiev', ['ali']],
    ['aliev', ['ali', 'vali']],
    ['al', ['ali', 'vali']],
    ['v', ['ali', 'vali']],
    ['li', []],
    ['1234', ['ali']],
    ['4567 ali', ['ali']],
    ['ali 7654', ['vali']],
    ['uktam', ['uktam']],
    ['oktam', ['uktam']],
    ['99', ['ali', 'uktam', 'vali']],
    ['nobody', []],
    ['', []],
    ['   ', []],
    ['%', []],
    ['a%i', ['ali', 'vali']],
    ['"ali" or *', []],
    ["ali' --", []],
  ];

  test.each(cases)('for "%s" finds %j', async (needle, found) => {
    const { db } = await threeCustomers();
    // "i" and "a" of "a%i" are two words, of which "i" begins none.
    const expected = needle === 'a%i' ? [] : found;
    expect(await find(db, needle)).toEqual(expected);
  });

  test('answers no more than was asked for', async () => {
    const { db } = await threeCustomers();
    expect(await find(db, 'ali', 1)).toHaveLength(1);
  });

  test('stands beside other conditions in a query', async () => {
    const { db } = await threeCustomers();
    await db.updateTable('customer').set({ is_active: 0 }).where('id', '=', 'vali').execute();
    const rows = await db
      .selectFrom(idsMatching(db, 'customer', 'search_text', 'ali'))
      .innerJoin('customer', 'customer.id', 'found.id')
      .select('customer.id')
      .where('customer.is_active', '=', 1)
      .execute();
    expect(rows).toEqual([{ id: 'ali' }]);
    const active = db.selectFrom('customer').select('id').where('is_active', '=', 1);
    const fitting = active.where(textMatches(db, 'customer', 'search_text', 'ali'));
    expect(await fitting.execute()).toEqual([{ id: 'ali' }]);
    const unfit = active.where(textMatches(db, 'customer', 'search_text', ' '));
    expect(await unfit.execute()).toEqual([]);
    const none = db.selectFrom(idsMatching(db, 'customer', 'search_text', ' ')).selectAll();
    expect(await none.execute()).toEqual([]);
  });
});

describe('the search index', () => {
  test('follows a changed name, whether or not anything else changed', async () => {
    const { db } = await threeCustomers();
    await db
      .updateTable('customer')
      .set({ search_text: 'karim 998901234567' })
      .where('id', '=', 'ali')
      .execute();
    expect(await find(db, 'ali')).toEqual(['vali']);
    expect(await find(db, 'karim')).toEqual(['ali']);
    await db.updateTable('customer').set({ is_active: 0 }).execute();
    expect(await find(db, 'karim')).toEqual(['ali']);
  });

  test('follows an upsert and forgets the deleted', async () => {
    const { db } = await threeCustomers();
    await db
      .insertInto('customer')
      .values({ id: 'ali', search_text: 'botir', is_active: 1 })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ search_text: 'botir' }))
      .execute();
    expect(await find(db, 'botir')).toEqual(['ali']);
    await db.deleteFrom('customer').where('id', '=', 'ali').execute();
    expect(await find(db, 'botir')).toEqual([]);
    await sql`insert into customer_trigrams (customer_trigrams, rank) values ('integrity-check', 1)`.execute(
      db,
    );
  });

  test('is undone with its transaction', async () => {
    const { db } = await threeCustomers();
    const work = transact(db, async (trx) => {
      await add(trx, 'new', 'Zuhra');
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    expect(await find(db, 'zuhra')).toEqual([]);
  });

  test('is right in a backup made after rows were deleted', async () => {
    const database = await customers();
    for (let number = 0; number < 50; number++) await add(database.db, `c${number}`, `name${number}b`);
    await database.db.deleteFrom('customer').where('id', 'in', ['c1', 'c7', 'c20']).execute();
    const copy = `${database.file}.backup`;
    await backupTo(database, copy);
    const { db } = await temporaryDatabase<CustomerTables>({ file: copy, create: false });
    expect(await find(db, 'name33b')).toEqual(['c33']);
    expect(await find(db, 'name7b')).toEqual([]);
    await sql`insert into customer_trigrams (customer_trigrams, rank) values ('integrity-check', 1)`.execute(
      db,
    );
  });

  test('leaves no letter of an erased customer in the file', async () => {
    const { db, file, close } = await threeCustomers();
    await add(db, 'secret', 'Qzwxy', '998777999555');
    // Signs that nothing else in the file has, so that their parts are found in the index too.
    const signs = '①⑴⑳⅓';
    await db.insertInto('customer').values({ id: 'signs', search_text: signs, is_active: 1 }).execute();
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    expect(readFileSync(file).includes('⑴⑳')).toBe(true);
    await db.updateTable('customer').set({ search_text: '' }).where('id', '=', 'signs').execute();
    await db.updateTable('customer').set({ search_text: '' }).where('id', '=', 'secret').execute();
    await close();
    const bytes = readFileSync(file);
    expect(bytes.includes('998901234567')).toBe(true);
    expect(bytes.includes('998777999555')).toBe(false);
    expect(bytes.includes('⑴⑳')).toBe(false);
    expect(bytes.includes(searchTextOf('Qzwxy'))).toBe(false);
  });
});
