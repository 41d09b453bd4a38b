/** Planted defects of the till: what the kill test must catch, or it proves nothing. Never part of the product. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CompiledQuery, Kysely, Transaction } from 'kysely';
import { SqliteAdapter } from '../../electron/database/dialect.ts';
import type { SqliteConnection } from '../../electron/database/driver.ts';
import type { Tables } from '../../electron/database/tables.ts';
import type { VerbHost } from '../../electron/verb.ts';

/**
 * | mutant            | what it does                                              | what the checker must find       |
 * |-------------------|-----------------------------------------------------------|----------------------------------|
 * | acknowledgeFirst  | answers before the commit                                 | acknowledged sales that are lost |
 * | twoTransactions   | commits a sale's header before its lines                  | half sales                       |
 * | newIdOnRetry      | the client's: asks again as if for the first time         | one purchase sold twice          |
 */
export const mutants = ['acknowledgeFirst', 'twoTransactions', 'newIdOnRetry'] as const;
export type Mutant = (typeof mutants)[number];

/** The time a defect leaves open for the kill; a real one would be shorter and be caught in more cycles. */
const windowMs = 15;

export function plantDefect(mutant: string, host: VerbHost): VerbHost {
  if (mutant === 'acknowledgeFirst') return { ...host, db: answeringEarly(host.db) };
  if (mutant === 'twoTransactions') commitInTheMiddle(host.db);
  return host;
}

type Work<T> = (trx: Transaction<Tables>) => Promise<T>;

/** A handle whose transactions answer as soon as their work is done, and commit a little later. */
function answeringEarly(db: Kysely<Tables>): Kysely<Tables> {
  const transaction = () => ({
    execute: <T>(work: Work<T>) =>
      new Promise<T>((done, failed) => {
        db.transaction()
          .execute(async (trx) => {
            const answer = await work(trx);
            done(answer);
            await pause(windowMs);
          })
          .catch(failed);
      }),
  });
  return new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') return transaction;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

/** Ends the transaction before the first line of a sale and goes on in another one. */
function commitInTheMiddle(db: Kysely<Tables>): void {
  const { adapter } = db.getExecutor();
  if (!(adapter instanceof SqliteAdapter)) throw new Error('this defect is planted into SQLite only');
  const connection = adapter.connection as { -readonly [K in keyof SqliteConnection]: SqliteConnection[K] };
  const run = connection.run;
  connection.run = <R>(query: CompiledQuery) => {
    if (query.sql.startsWith('insert into "sale_line"')) {
      connection.commit();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, windowMs);
      connection.begin(false);
    }
    return run<R>(query);
  };
}
