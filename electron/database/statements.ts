/** Keeps prepared statements for reuse: preparing one costs more than running it. */
import type Sqlite from 'better-sqlite3';

export interface PreparedStatement {
  readonly statement: Sqlite.Statement<unknown[]>;
  /** Whether it answers with rows. */
  readonly reader: boolean;
  /** Whether it changes nothing. */
  readonly readonly: boolean;
  /** Whether it changes rows, and so belongs to what the redo log does once more. */
  readonly isData: boolean;
}

/**
 * Transactions are the driver's business: one begun by hand would outlive its turn and swallow the next
 * caller's work.
 */
const transactionControl = /^\s*(begin|commit|end|rollback(?!\s+(transaction\s+)?to\b))\b/i;

/** The engine calls these writing too: a copy of the file, a setting of it. */
const isUpkeep = /^\s*(vacuum|pragma|attach|detach|analyze|reindex)\b/i;

/** At most this many statements are kept; lists of varying length make new ones all the time. */
export const statementLimit = 512;

export interface StatementCache {
  readonly prepare: (sql: string) => PreparedStatement;
  readonly size: () => number;
}

/**
 * A cache in two generations: a statement found in the old one moves to the young one; when the young one
 * holds half of the limit it becomes the old one, and what was not used meanwhile is forgotten. Finding a
 * statement costs one look-up.
 */
export function statementCache(handle: Sqlite.Database, limit = statementLimit): StatementCache {
  let young = new Map<string, PreparedStatement>();
  let old = new Map<string, PreparedStatement>();
  const half = Math.max(1, Math.floor(limit / 2));

  function keep(sql: string, prepared: PreparedStatement): PreparedStatement {
    if (young.size >= half) {
      old = young;
      young = new Map();
    }
    young.set(sql, prepared);
    return prepared;
  }

  function prepare(sql: string): PreparedStatement {
    const found = young.get(sql);
    if (found !== undefined) return found;
    const older = old.get(sql);
    if (older !== undefined) {
      old.delete(sql);
      return keep(sql, older);
    }
    if (transactionControl.test(sql)) throw new Error(`transactions are begun and ended by transact: ${sql}`);
    const statement = handle.prepare<unknown[]>(sql);
    const { reader, readonly } = statement;
    return keep(sql, { statement, reader, readonly, isData: !readonly && !isUpkeep.test(sql) });
  }

  return { prepare, size: () => young.size + old.size };
}
