/** Plants a failure at every single write of an act, one after the other: none of them may leave anything behind. */
import { type Kysely, sql } from 'kysely';
import { expect } from 'vitest';
import type { Tables } from '../../../electron/database/tables.ts';
import type { TestTill } from '../../till.ts';

const planted = 'planted failure';

/**
 * Lets the act fail at its first write, then at its second, and so on until it is done, and compares every row of the
 * shop before and after. Answers how many writes there were.
 */
export async function failAtEachWrite(shop: TestTill, act: () => Promise<unknown>): Promise<number> {
  await plantTriggers(shop.db);
  for (let write = 1; ; write += 1) {
    await sql`update planted_countdown set writes_left = ${write}`.execute(shop.db);
    const before = await shop.everyRow();
    const error = await act().then(
      () => null,
      (problem: unknown) => problem,
    );
    if (error === null) {
      await removeTriggers(shop.db);
      return write - 1;
    }
    expect(wordsOf(error)).toContain(planted);
    expect(await shop.everyRow()).toBe(before);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${wordsOf(error.cause)}` : '';
}

const acts = ['insert', 'update', 'delete'] as const;

/** Without the count of transactions, which the test's own statements move too. */
async function tablesOf(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables();
  return tables
    .map((table) => table.name)
    .filter((name) => !/_trigrams|^planted_|^redo_position$/.test(name));
}

async function plantTriggers(db: Kysely<Tables>): Promise<void> {
  await sql`create table planted_countdown (writes_left integer)`.execute(db);
  await sql`insert into planted_countdown values (0)`.execute(db);
  for (const table of await tablesOf(db)) {
    for (const act of acts) {
      await sql`create trigger ${sql.id(`planted_${act}_${table}`)} before ${sql.raw(act)} on ${sql.table(table)}
        begin
          update planted_countdown set writes_left = writes_left - 1;
          select raise(abort, ${sql.lit(planted)}) from planted_countdown where writes_left = 0;
        end`.execute(db);
    }
  }
}

async function removeTriggers(db: Kysely<Tables>): Promise<void> {
  for (const table of await tablesOf(db)) {
    for (const act of acts) await sql`drop trigger ${sql.id(`planted_${act}_${table}`)}`.execute(db);
  }
  await sql`drop table planted_countdown`.execute(db);
}
