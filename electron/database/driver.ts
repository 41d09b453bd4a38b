/** The till's own SQLite driver for Kysely: one connection, callers in order, statements kept. */
import type Sqlite from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';
import { DatabaseProblem, problemFrom } from './problem.ts';
import { createRecorder, type Recorder, type TransactionSink } from './recorder.ts';
import { currentScope, refuseNestedUse, type TransactionScope } from './scope.ts';
import { type StatementCache, statementCache } from './statements.ts';

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
  /** From now on hands over what every committed transaction wrote. The file must have its table of positions. */
  readonly recordFor: (sink: TransactionSink) => void;
}

/** An open cursor would make every write on this connection fail. */
function refuseToStream(): never {
  throw new Error('the writing connection does not stream: ask for pages, or use readHeavy');
}

/** What one connection knows of itself and of its open transaction. */
interface ConnectionState {
  readonly handle: Sqlite.Database;
  readonly statements: StatementCache;
  readonly control: Readonly<
    Record<'beginToWrite' | 'beginToRead' | 'commit' | 'rollback', Sqlite.Statement>
  >;
  isOpen: boolean;
  isOnlyReading: boolean;
  recorder: Recorder | undefined;
  /** Why the engine gave the transaction up by itself; every later statement of it is refused. */
  givenUp: unknown;
}

function fail(state: ConnectionState, error: unknown): never {
  const problem = problemFrom(error);
  if (state.isOpen && !state.handle.inTransaction) state.givenUp = problem;
  throw problem;
}

function control(state: ConnectionState, statement: Sqlite.Statement): void {
  try {
    statement.run();
  } catch (error) {
    fail(state, error);
  }
}

function run<R>(state: ConnectionState, query: CompiledQuery): QueryResult<R> {
  if (state.givenUp !== undefined) throw state.givenUp;
  const { recorder } = state;
  const { sql, parameters } = query;
  refuseLossyValues(parameters);
  try {
    const { statement, reader, readonly, isData } = state.statements.prepare(sql);
    if (state.isOnlyReading && !readonly) throw new Error(`a read-only transaction does not write: ${sql}`);
    if (recorder !== undefined && !state.isOpen && isData) return alone<R>(state, query);
    if (reader) {
      const rows = statement.all(parameters as unknown[]) as R[];
      if (isData && rows.length > 0) recorder?.wrote(sql, parameters);
      return { rows };
    }
    const { changes } = statement.run(parameters as unknown[]);
    if (isData) {
      if (changes > 0) recorder?.wrote(sql, parameters);
    } else if (readonly) {
      recorder?.control(sql);
    }
    return changes === 1 ? oneRowChanged : { numAffectedRows: BigInt(changes), rows: noRows as never[] };
  } catch (error) {
    return fail(state, error);
  }
}

/** A write outside any transaction is one by itself, and recorded as such. */
function alone<R>(state: ConnectionState, query: CompiledQuery): QueryResult<R> {
  begin(state, false);
  try {
    const result = run<R>(state, query);
    commit(state);
    return result;
  } catch (error) {
    rollback(state);
    throw error;
  }
}

function begin(state: ConnectionState, readOnly: boolean): void {
  control(state, readOnly ? state.control.beginToRead : state.control.beginToWrite);
  state.isOpen = true;
  state.isOnlyReading = readOnly;
}

function close(state: ConnectionState): void {
  state.isOpen = false;
  state.isOnlyReading = false;
  state.givenUp = undefined;
}

function commit(state: ConnectionState): void {
  if (state.givenUp !== undefined) throw state.givenUp;
  try {
    state.recorder?.beforeCommit();
  } catch (error) {
    fail(state, error);
  }
  control(state, state.control.commit);
  close(state);
  state.recorder?.committed();
}

function rollback(state: ConnectionState): void {
  close(state);
  state.recorder?.rolledBack();
  // After a full disk the engine has rolled back already; asking again would hide the error that matters.
  if (state.handle.inTransaction) state.control.rollback.run();
}

/** Wraps the raw handle, which no one else may hold. */
export function sqliteConnection(handle: Sqlite.Database): SqliteConnection {
  const state: ConnectionState = {
    handle,
    statements: statementCache(handle),
    control: {
      beginToWrite: handle.prepare('begin immediate'),
      beginToRead: handle.prepare('begin'),
      commit: handle.prepare('commit'),
      rollback: handle.prepare('rollback'),
    },
    isOpen: false,
    isOnlyReading: false,
    recorder: undefined,
    givenUp: undefined,
  };
  return {
    run: <R>(query: CompiledQuery) => run<R>(state, query),
    begin: (readOnly) => begin(state, readOnly),
    commit: () => commit(state),
    rollback: () => rollback(state),
    recordFor(sink) {
      state.recorder = createRecorder(handle, sink);
    },
    executeQuery: async <R>(query: CompiledQuery) => run<R>(state, query),
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
