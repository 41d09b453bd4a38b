/** Writes the shop's file anew, so that no page, free or half full, holds anything that was deleted. */
import { sql } from 'kysely';
import type { Database } from './open.ts';
import { problemFrom } from './problem.ts';

/**
 * `secure_delete` overwrites what is deleted, but not the copies that the engine left in half-empty pages when it moved rows
 * from one page to another, and not the write-ahead file. The till waits meanwhile (seconds for a shop of hundreds of megabytes). Throws
 * DatabaseProblem when the disk is full, and nothing is lost then.
 */
export async function rewriteDatabase<T>({ db }: Database<T>): Promise<void> {
  try {
    await sql`vacuum`.execute(db);
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  } catch (error) {
    throw problemFrom(error);
  }
}
