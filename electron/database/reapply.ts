/** Brings a database that fell behind up to its redo log: the missing transactions once more, one by one, and exactly. */
import { existsSync, readFileSync } from 'node:fs';
import { CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import { engineOf } from './dialect.ts';
import { DatabaseProblem } from './problem.ts';
import { isSameStanding, type RedoLine, type RedoTransaction, readRedo, type Standing } from './redoLines.ts';
import { endOfRedo, segmentsOf } from './redoLog.ts';
import type { Tables } from './tables.ts';
import { transact } from './transact.ts';

/**
 * | reached | what became of the log                                                                       |
 * |---------|----------------------------------------------------------------------------------------------|
 * | none    | there is none, or it was the log of another shop                                             |
 * | level   | the database was not behind it                                                               |
 * | end     | everything in it is in the database now                                                      |
 * | gap     | some transactions never reached the log (a power cut took the database's and its last second) |
 * | schema  | the next transactions belong to a newer form of the database: migrate and ask again           |
 * | lost    | the log does not know the state of the database, or cannot be read any further               |
 */
export type RedoReached = 'none' | 'level' | 'end' | 'gap' | 'schema' | 'lost';

export interface Reapplied {
  readonly reached: RedoReached;
  readonly transactions: number;
  readonly before: Standing;
  readonly after: Standing;
  /** What the log tells of the books' last state; null when there is no log. */
  readonly logEnd: Standing | null;
  /** Why a transaction could not be done once more; null when that was not the reason to stop. */
  readonly problem: unknown;
}

/** Where the database stands; null for one that has no table of positions yet. */
export async function standingOf(db: Kysely<Tables>): Promise<Standing | null> {
  if (engineOf(db) !== 'sqlite') return null;
  const tables = await sql<{
    name: string;
  }>`select name from sqlite_schema where name = 'redo_position'`.execute(db);
  if (tables.rows.length === 0) return null;
  const { number } = await db.selectFrom('redo_position').select('number').executeTakeFirstOrThrow();
  const link = await db
    .selectFrom('journal')
    .innerJoin('till', 'till.id', 'journal.till_id')
    .select(['journal.sequence', 'journal.hash'])
    .orderBy('till.number')
    .orderBy('journal.sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { position: number, sequence: link?.sequence ?? 0, hash: link?.hash ?? '' };
}

/** The name of the newest migration that the file had. */
export async function schemaOf(db: Kysely<Tables>): Promise<string> {
  const rows = await sql<{ name: string }>`select max(name) as name from schema_migration`.execute(db);
  return rows.rows[0]?.name ?? '';
}

/** Thrown when what was done once more did not come out as it was: the whole transaction is rolled back. */
class OtherOutcome extends Error {}

async function doAgain(trx: Transaction<Tables>, transaction: RedoTransaction): Promise<void> {
  for (const statement of transaction.statements) {
    await trx.executeQuery(CompiledQuery.raw(statement.sql, [...statement.parameters]));
  }
  await trx.updateTable('redo_position').set({ number: transaction.position }).execute();
  const now = await standingOf(trx);
  if (now === null || !isSameStanding(now, transaction)) {
    throw new OtherOutcome(`transaction ${transaction.position} of the redo log does not fit this database`);
  }
}

function* linesOf(path: string): Generator<string> {
  const text = readFileSync(path, 'utf8');
  let from = 0;
  for (;;) {
    const end = text.indexOf('\n', from);
    if (end === -1) return;
    yield text.slice(from, end);
    from = end + 1;
  }
}

/** Every line of the log that may lie behind a position, oldest first; the last file is the one that is written to. */
function* linesFrom(file: string, position: number): Generator<RedoLine, boolean> {
  const paths = segmentsOf(file)
    .filter(({ lastPosition }) => lastPosition >= position)
    .map(({ path }) => path);
  for (const path of [...paths, file]) {
    if (existsSync(path) && !(yield* readRedo(linesOf(path)))) return false;
  }
  return true;
}

/**
 * Applies what the log has and the database lacks. Every transaction is one here too, and must leave the journal at the link
 * that its line names, or it is rolled back and nothing more is done. Throws DatabaseProblem when the disk refuses: what is
 * missing then is not lost, and the next start goes on with it.
 */
export async function reapply(db: Kysely<Tables>, file: string): Promise<Reapplied | null> {
  const before = await standingOf(db);
  if (before === null) return null;
  const logEnd = await endOfRedo(file);
  const answer = (
    reached: RedoReached,
    after: Standing,
    transactions: number,
    problem: unknown = null,
  ): Reapplied => ({ reached, transactions, before, after, logEnd, problem });
  if (logEnd === null) return answer('none', before, 0);
  if (isSameStanding(logEnd, before)) return answer('level', before, 0);
  // The last half second of a killed till is in its database and not in its log.
  if (logEnd.position < before.position) return answer('level', before, 0);
  const schema = await schemaOf(db);
  const lines = linesFrom(file, before.position);
  let at = before;
  let isFound = false;
  let lineSchema = '';
  let transactions = 0;
  for (;;) {
    const next = lines.next();
    if (next.done) {
      const isWhole = next.value && isSameStanding(at, logEnd);
      return answer(isFound && isWhole ? 'end' : 'lost', at, transactions);
    }
    const line = next.value;
    if (line.kind === 'begin') lineSchema = line.schema;
    if (!isFound) {
      isFound = isSameStanding(line, at);
      continue;
    }
    if (line.kind === 'begin') {
      if (!isSameStanding(line, at)) return answer('gap', at, transactions);
      continue;
    }
    if (line.position <= at.position) continue;
    if (line.position !== at.position + 1) return answer('gap', at, transactions);
    if (lineSchema !== schema) return answer('schema', at, transactions);
    try {
      await transact(db, (trx) => doAgain(trx, line));
    } catch (problem) {
      if (problem instanceof DatabaseProblem) throw problem;
      return answer('lost', at, transactions, problem);
    }
    at = { position: line.position, sequence: line.sequence, hash: line.hash };
    transactions += 1;
  }
}
