/** Every text of the schema is known: whose it is, and who forgets it when a customer is erased. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { typedAnywhere } from '../../../electron/eraseCleaners.ts';
import { roomWorld } from '../roomWorld.ts';
import { textColumns } from './textColumns.ts';

/** Columns of the whole schema that may hold any words: no ids, days, moments or one of a few words. */
async function freeTexts(): Promise<readonly string[]> {
  const { db } = await roomWorld();
  const { rows } = await sql<{ name: string; text: string }>`
    select name, sql as text from sqlite_schema
    where type = 'table' and sql like 'create table %' and name not like 'sqlite_%'`.execute(db);
  return rows
    .filter(({ name }) => !name.includes('_trigrams') && name !== 'schema_migration')
    .flatMap(({ name, text }) =>
      [...text.matchAll(/"(\w+)" (?:text|blob)\b([^"]*(?:"\1"[^"]*)*)/gi)]
        .filter(([, column = '', rest = '']) => !isNarrow(column, rest))
        .map(([, column]) => `${name}.${column}`),
    );
}

function isNarrow(column: string, rest: string): boolean {
  if (/references/i.test(rest)) return true;
  const isOneOf = new RegExp(`"${column}" in \\(`, 'i').test(rest);
  const isShaped = new RegExp(`"${column}" like `, 'i').test(rest);
  return isOneOf || isShaped;
}

test('every column that may hold words has its place in the list, and the list names no other', async () => {
  const found = await freeTexts();
  expect(found.length).toBeGreaterThan(100);
  expect([...found].sort()).toEqual(Object.keys(textColumns).sort());
});

test('the columns that hold a name, a phone or what was said are found as such', async () => {
  const found = await freeTexts();
  for (const sure of ['customer.name', 'contact.words', 'print_job.blocks_json', 'former_phone.phone']) {
    expect(found).toContain(sure);
    expect(['forgotten', 'typed']).toContain(textColumns[sure]);
  }
});

test('where people type, the name of whoever is erased is looked for', () => {
  const typed = Object.keys(textColumns).filter((column) => textColumns[column] === 'typed');
  expect(typedAnywhere.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(typed.sort());
});

test('the engine lets every such column be changed, also beside records that are kept for ever', async () => {
  const { db } = await roomWorld();
  const { rows } = await sql<{ table: string; text: string }>`
    select tbl_name as "table", sql as text from sqlite_schema
    where type = 'trigger' and name = tbl_name || '_keeps_values'`.execute(db);
  const kept = rows.flatMap(({ table, text }) =>
    (/update of (.+?) on /s.exec(text)?.[1] ?? '')
      .split(',')
      .map((column) => `${table}.${column.trim().replaceAll('"', '')}`),
  );
  expect(kept).toContain('correction.amount_som');
  const refused = typedAnywhere.map(({ table, column }) => `${table}.${column}`);
  expect(refused.filter((column) => kept.includes(column))).toEqual([]);
});
