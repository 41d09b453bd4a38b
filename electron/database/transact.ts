/** The only ways into a transaction: one to write, one to read several things as of the same moment. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { inNewScope } from './scope.ts';
import { withShortCut } from './shortCut.ts';

/**
 * Runs `work` in one write transaction and answers what it answers; whatever it throws rolls everything
 * back. Callers are served one after the other. Inside, await queries of `trx` only: no timer, network,
 * printer or hashing, because the whole till waits. Throws NestedUse when called inside a transaction,
 * DatabaseProblem when file or disk fail.
 */
export function transact<T, Answer>(
  db: Kysely<T>,
  work: (trx: Transaction<T>) => Promise<Answer>,
): Promise<Answer> {
  return inNewScope(() => db.transaction().execute((trx) => withShortCut(trx, work)));
}

/** Runs several queries that must see the same moment. Writing inside is refused. */
export function readTogether<T, Answer>(
  db: Kysely<T>,
  work: (trx: Transaction<T>) => Promise<Answer>,
): Promise<Answer> {
  return inNewScope(() =>
    db
      .transaction()
      .setAccessMode('read only')
      .execute((trx) => withShortCut(trx, work)),
  );
}

/**
 * Runs a part of a transaction that may fail alone: what it throws undoes the part, not the whole, and is
 * thrown on. Parts may stand inside parts.
 */
export async function attempt<T, Answer>(
  trx: Transaction<T>,
  part: (trx: Transaction<T>) => Promise<Answer>,
): Promise<Answer> {
  await sql`savepoint part`.execute(trx);
  try {
    const answer = await part(trx);
    await sql`release savepoint part`.execute(trx);
    return answer;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(trx);
    await sql`release savepoint part`.execute(trx);
    throw error;
  }
}
