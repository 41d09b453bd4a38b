import { expect, test } from 'vitest';
import { readHeavy } from '../../../electron/database/readHeavy.ts';
import { NestedUse } from '../../../electron/database/scope.ts';
import { transact } from '../../../electron/database/transact.ts';
import { notes } from './temporary.ts';

test('a heavy read answers every row of a query, compiled or not', async () => {
  const database = await notes();
  const { db } = database;
  for (const id of [1, 2])
    await db
      .insertInto('note')
      .values({ id, words: `note ${id}` })
      .execute();
  const query = db.selectFrom('note').select('words').where('id', '>', 1);
  expect(await readHeavy(database, query)).toEqual([{ words: 'note 2' }]);
  expect(await readHeavy(database, query.compile())).toEqual([{ words: 'note 2' }]);
});

test('a heavy read inside a transaction is refused at once', async () => {
  const database = await notes();
  const work = transact(database.db, () => readHeavy(database, database.db.selectFrom('note').selectAll()));
  await expect(work).rejects.toBeInstanceOf(NestedUse);
});
