/** Lets compiled queries of an open transaction reach its connection directly: at half the cost. */
import { type Handle, SqliteAdapter } from './dialect.ts';
import type { SqliteConnection } from './driver.ts';

/** Only while the work of a transaction runs: afterwards Kysely's own check must refuse a late query. */
const connections = new WeakMap<Handle, SqliteConnection>();

/** Opens the short cut for the time of the work. Engines other than SQLite have none. */
export async function withShortCut<Trx extends Handle, Answer>(
  trx: Trx,
  work: (trx: Trx) => Promise<Answer>,
): Promise<Answer> {
  const { adapter } = trx.getExecutor();
  if (!(adapter instanceof SqliteAdapter)) return work(trx);
  connections.set(trx, adapter.connection);
  try {
    return await work(trx);
  } finally {
    connections.delete(trx);
  }
}

/** The connection of an open transaction, or undefined when the query must take the usual way. */
export function shortCutOf(db: Handle): SqliteConnection | undefined {
  return connections.get(db);
}
