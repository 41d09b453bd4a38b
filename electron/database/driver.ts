/** The till's own SQLite driver for Kysely: one connection, callers in order, statements kept. */
import type Sqlite from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';
import { DatabaseProblem, problemFrom } from './problem.ts';
import { currentScope, refuseNestedUse, type TransactionScope } from './scope.ts';
import { statementCache } from './statements.ts';

/** A caller that has not got its turn after this time gets DatabaseLocked instead of waiting for ever. */
export const longestWaitMilliseconds = 5000;

const noRows: readonly never[] = Object.freeze([]);
const oneRowChanged: QueryResult<never> = { numAffectedRows: 1n, rows: noRows as never[] };

/** Refuses what the engine would turn into NULL or round: undefined, NaN, infinities, unsafe integers. */
function refuseLossyValues(parameters: readonly unknown[]): void {
  for (let index = 0; index < parameters.length; index++) {
    const value = parameters[index];
    if (typeof value === 'number') {
      if (!(value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER)) {
        throw new TypeError(`parameter ${index + 1} is ${value}, which the database cannot keep exactly`);
      }
    } else if (value === undefined) {
      throw new TypeError(`parameter ${index + 1} is undefined`);
    }
  }
}

export interface SqliteConnection extends DatabaseConnection {
  /** Runs one statement. Throws DatabaseProblem for faults of file and disk, else the engine's error. */
  readonly run: <R>(query: CompiledQuery) => QueryResult<R>;
  readonly begin: (readOnly: boolean) => void;
  readonly commit: () => void;
  readonly rollback: () => void;
}

/** An open cursor would make every write on this connection fail. */
function refuseToStream(): never {
  throw new Error('the writing connection does not stream: ask for pages, or use readHeavy');
}

/** Wraps the raw handle, which no one else may hold. */
export function sqliteConnection(handle: Sqlite.Database): SqliteConnection {
  const statements = statementCache(handle);
  const beginToWrite = handle.prepare('begin immediate');
  const beginToRead = handle.prepare('begin');
  const commitStatement = handle.prepare('commit');
  const rollbackStatement = handle.prepare('rollback');
  let open = false;
  let onlyReading = false;
  /** Why the engine gave the transaction up by itself; every later statement of it is refused. */
  let givenUp: unknown;

  function fail(error: unknown): never {
    const problem = problemFrom(error);
    if (open && !handle.inTransaction) givenUp = problem;
    throw problem;
  }

  function run<R>(query: CompiledQuery): QueryResult<R> {
    if (givenUp !== undefined) throw givenUp;
    const { parameters } = query;
    refuseLossyValues(parameters);
    try {
      const { statement, reader, readonly } = statements.prepare(query.sql);
      if (onlyReading && !readonly) throw new Error(`a read-only transaction does not write: ${query.sql}`);
      if (reader) return { rows: statement.all(parameters as unknown[]) as R[] };
      const { changes } = statement.run(parameters as unknown[]);
      return changes === 1 ? oneRowChanged : { numAffectedRows: BigInt(changes), rows: noRows as never[] };
    } catch (error) {
      return fail(error);
    }
  }

  function control(statement: Sqlite.Statement): void {
    try {
      statement.run();
    } catch (error) {
      fail(error);
    }
  }

  function close(): void {
    open = false;
    onlyReading = false;
    givenUp = undefined;
  }

  return {
    run,
    begin(readOnly) {
      control(readOnly ? beginToRead : beginToWrite);
      open = true;
      onlyReading = readOnly;
    },
    commit() {
      if (givenUp !== undefined) throw givenUp;
      control(commitStatement);
      close();
    },
    rollback() {
      close();
      // After a full disk the engine has rolled back already; asking again would hide the error that matters.
      if (handle.inTransaction) rollbackStatement.run();
    },
    executeQuery: async <R>(query: CompiledQuery) => run<R>(query),
    streamQuery: refuseToStream,
  };
}

/** Kysely's Driver over one connection. In Kysely's own queue nested use would hang; this one refuses it. */
export class SqliteDriver implements Driver {
  readonly #handle: Sqlite.Database;
  readonly #connection: SqliteConnection;
  /** Those who wait for their turn, first come first served. */
  #waiting: (() => void)[] = [];
  #busy = false;
  #holder: TransactionScope | undefined;

  constructor(handle: Sqlite.Database, connection: SqliteConnection) {
    this.#handle = handle;
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  /** Throws NestedUse inside an open transaction, and DatabaseLocked when the turn does not come in time. */
  async acquireConnection(): Promise<SqliteConnection> {
    refuseNestedUse();
    const scope = currentScope();
    if (this.#busy) await this.#turn();
    this.#busy = true;
    this.#holder = scope?.state === 'waiting' ? scope : undefined;
    if (this.#holder !== undefined) this.#holder.state = 'holding';
    return this.#connection;
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== serve);
        reject(new DatabaseProblem('DatabaseLocked', 'another act of this till did not end in time'));
      }, longestWaitMilliseconds);
      const serve = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(serve);
    });
  }

  async releaseConnection(): Promise<void> {
    if (this.#holder !== undefined) this.#holder.state = 'over';
    this.#holder = undefined;
    const next = this.#waiting.shift();
    // The connection stays marked as taken: a newcomer must not slip in before the one who is served now.
    if (next === undefined) this.#busy = false;
    else next();
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (this.#holder === undefined)
      throw new Error('begin transactions with transact, not on the root handle');
    own(connection).begin(settings.accessMode === 'read only');
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    own(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    own(connection).rollback();
  }

  async destroy(): Promise<void> {
    this.#handle.close();
  }
}

function own(connection: DatabaseConnection): SqliteConnection {
  return connection as SqliteConnection;
}
