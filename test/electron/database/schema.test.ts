import { type Kysely, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import {
  businessDayColumn,
  type Column,
  flagColumn,
  idColumn,
  idOf,
  instantColumn,
  oneOfColumn,
  optional,
  otherwise,
  signedSomColumn,
  somColumn,
  textColumn,
  thousandthsColumn,
  wholeNumber,
} from '../../../electron/database/columns.ts';
import { brokenConstraint } from '../../../electron/database/problem.ts';
import { appendOnly, createIndex, createTable } from '../../../electron/database/schema.ts';
import { notes, temporaryDatabase } from './temporary.ts';

type Loose = Record<string, Record<string, unknown>>;

async function tableWith(column: Column): Promise<Kysely<Loose>> {
  const { db } = await temporaryDatabase<Loose>();
  await createTable(db, 'thing', { columns: { id: wholeNumber(), value: column }, primaryKey: ['id'] });
  return db;
}

async function verdict(db: Kysely<Loose>, value: unknown): Promise<string> {
  await db.deleteFrom('thing').execute();
  try {
    await db.insertInto('thing').values({ id: 1, value }).execute();
    return 'kept';
  } catch (error) {
    return brokenConstraint(error) ?? String(error);
  }
}

const id = '0193b5c2-7d1e-7000-8000-000000000001';

describe('a column keeps only what it is for', () => {
  const cases: readonly [name: string, column: Column, value: unknown, expected: string][] = [
    ['so‘m of nothing', somColumn(), 0, 'kept'],
    ['the largest so‘m', somColumn(), 999_999_999_999, 'kept'],
    ['more so‘m than a document may hold', somColumn(), 1_000_000_000_000, 'check'],
    ['so‘m below zero', somColumn(), -1, 'check'],
    ['so‘m below zero where signs are allowed', signedSomColumn(), -999_999_999_999, 'kept'],
    ['half a so‘m', somColumn(), 0.5, 'type'],
    ['so‘m written as words', somColumn(), 'many', 'type'],
    ['no so‘m at all', somColumn(), null, 'notNull'],
    ['no so‘m where it may be left out', optional(somColumn()), null, 'kept'],
    ['a quantity given back', thousandthsColumn(), -1250, 'kept'],
    ['yes', flagColumn(), 1, 'kept'],
    ['perhaps', flagColumn(), 2, 'check'],
    ['a line number below the first', wholeNumber({ least: 1 }), 0, 'check'],
    ['a text of the longest length', textColumn({ longest: 3 }), 'choy'.slice(0, 3), 'kept'],
    ['a text that is too long', textColumn({ longest: 3 }), 'choy', 'check'],
    ['one of the words', oneOfColumn(['open', 'done']), 'open', 'kept'],
    ['none of the words', oneOfColumn(['open', 'done']), 'Open', 'check'],
    ['an id', idColumn(), id, 'kept'],
    ['half an id', idColumn(), id.slice(0, 18), 'check'],
    ['an instant', instantColumn(), '2026-11-22T08:30:00.000Z', 'kept'],
    ['an instant without milliseconds', instantColumn(), '2026-11-22T08:30:00Z', 'check'],
    ['an instant of another zone', instantColumn(), '2026-11-22T08:30:00.000+05:00', 'check'],
    ['a day', businessDayColumn(), '2026-11-22', 'kept'],
    ['an instant as a day', businessDayColumn(), '2026-11-22T08:30:00.000Z', 'check'],
  ];

  test.each(cases)('%s', async (_name, column, value, expected) => {
    expect(await verdict(await tableWith(column), value)).toBe(expected);
  });

  test('a column with a value for those who name none', async () => {
    const db = await tableWith(otherwise(flagColumn(), 1));
    await db.insertInto('thing').values({ id: 1 }).execute();
    expect(await db.selectFrom('thing').select('value').execute()).toEqual([{ value: 1 }]);
  });
});

async function saleTables(): Promise<Kysely<Loose>> {
  const { db } = await temporaryDatabase<Loose>();
  await createTable(db, 'sale', {
    columns: { id: textColumn(), number: wholeNumber(), gross_som: somColumn(), net_som: somColumn() },
    primaryKey: ['id'],
    unique: [['number']],
    checks: { net_is_not_more: 'net_som <= gross_som' },
  });
  await createTable(db, 'sale_line', {
    columns: { sale_id: idOf('sale'), line_no: wholeNumber({ least: 1 }), net_som: somColumn() },
    primaryKey: ['sale_id', 'line_no'],
    clustered: true,
  });
  await db.insertInto('sale').values({ id: 'a', number: 1, gross_som: 100, net_som: 90 }).execute();
  await db.insertInto('sale_line').values({ sale_id: 'a', line_no: 1, net_som: 90 }).execute();
  return db;
}

async function refusal(write: Promise<unknown>): Promise<unknown> {
  return brokenConstraint(await write.catch((error: unknown) => error));
}

describe('a table', () => {
  test('has one row per key and per unique group', async () => {
    const db = await saleTables();
    const sale = { id: 'b', number: 2, gross_som: 1, net_som: 1 };
    expect(
      await refusal(
        db
          .insertInto('sale')
          .values({ ...sale, id: 'a' })
          .execute(),
      ),
    ).toBe('unique');
    expect(
      await refusal(
        db
          .insertInto('sale')
          .values({ ...sale, number: 1 })
          .execute(),
      ),
    ).toBe('unique');
    const line = { sale_id: 'a', line_no: 1, net_som: 0 };
    expect(await refusal(db.insertInto('sale_line').values(line).execute())).toBe('unique');
  });

  test('has no children without a parent, and keeps a parent that has children', async () => {
    const db = await saleTables();
    const orphan = { sale_id: 'nobody', line_no: 1, net_som: 0 };
    expect(await refusal(db.insertInto('sale_line').values(orphan).execute())).toBe('foreignKey');
    expect(await refusal(db.deleteFrom('sale').execute())).toBe('foreignKey');
  });

  test('holds the rules between its columns', async () => {
    const db = await saleTables();
    const wrong = { id: 'b', number: 2, gross_som: 100, net_som: 101 };
    expect(await refusal(db.insertInto('sale').values(wrong).execute())).toBe('check');
  });

  test('finds a unique row of a condition only where the condition holds', async () => {
    const { db } = await notes();
    await createIndex(db, 'note', { columns: ['words'], unique: true, where: "words != ''" });
    for (const [noteId, words] of [
      [1, ''],
      [2, ''],
      [3, 'once'],
    ] as const) {
      await db.insertInto('note').values({ id: noteId, words }).execute();
    }
    expect(await refusal(db.insertInto('note').values({ id: 4, words: 'once' }).execute())).toBe('unique');
  });
});

describe('an append-only table', () => {
  test('takes new rows and refuses to change or lose one', async () => {
    const db = await saleTables();
    await appendOnly(db, 'sale_line');
    await db.insertInto('sale_line').values({ sale_id: 'a', line_no: 2, net_som: 5 }).execute();
    expect(await refusal(db.updateTable('sale_line').set({ net_som: 1 }).execute())).toBe('appendOnly');
    expect(await refusal(db.deleteFrom('sale_line').execute())).toBe('appendOnly');
    const replacing = sql`insert or replace into sale_line (sale_id, line_no, net_som) values ('a', 1, 7)`;
    expect(await refusal(replacing.execute(db))).toBe('appendOnly');
    const lines = await db.selectFrom('sale_line').select('net_som').orderBy('line_no').execute();
    expect(lines).toEqual([{ net_som: 90 }, { net_som: 5 }]);
  });

  test('lets the named columns change, and no other', async () => {
    const db = await saleTables();
    await appendOnly(db, 'sale', { mayChange: ['net_som'] });
    await db.updateTable('sale').set({ net_som: 80 }).execute();
    expect(await refusal(db.updateTable('sale').set({ gross_som: 80 }).execute())).toBe('appendOnly');
    expect(await db.selectFrom('sale').select(['gross_som', 'net_som']).execute()).toEqual([
      { gross_som: 100, net_som: 80 },
    ]);
  });
});
