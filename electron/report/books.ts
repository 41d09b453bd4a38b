/** Reads for the books: the same queries on the owner's page, off the selling thread, and inside a closing's transaction. */
import type { Compilable, Kysely } from 'kysely';
import type { Database } from '../database/open.ts';
import { readHeavy } from '../database/readHeavy.ts';
import type { Tables } from '../database/tables.ts';

export interface Books {
  /** To build queries with. */
  readonly db: Kysely<Tables>;
  readonly read: <Row>(query: Compilable<Row>) => Promise<readonly Row[]>;
}

export function booksOf(database: Database): Books {
  return { db: database.db, read: (query) => readHeavy(database, query) };
}

/** The books as a handle reads them: in a transaction nothing can change between two of its questions. */
export function booksReading(db: Kysely<Tables>): Books {
  return {
    db,
    read: async <Row>(query: Compilable<Row>) =>
      (await db.executeQuery(query.compile())).rows as readonly Row[],
  };
}
