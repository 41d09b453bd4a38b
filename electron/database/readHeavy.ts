/** The one door for reads that take long (reports, exports), so that they can leave the selling thread. */
import { type Compilable, type CompiledQuery, isCompilable } from 'kysely';
import type { Database } from './open.ts';

/**
 * Answers all rows of a query that may take long. It takes a query, not a function, because a query can be
 * handed to another thread. Throws NestedUse inside a transaction: everything in there waits for the till,
 * and the till for it.
 */
export async function readHeavy<Row, T>(
  database: Database<T>,
  query: Compilable<Row> | CompiledQuery<Row>,
): Promise<readonly Row[]> {
  const compiled = isCompilable(query) ? query.compile() : query;
  const result = await database.db.executeQuery<Row>(compiled as CompiledQuery<Row>);
  return result.rows;
}
