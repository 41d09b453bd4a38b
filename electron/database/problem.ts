/** What can be wrong with the shop's file, by names a screen can explain; and what broken rules mean. */
import Sqlite from 'better-sqlite3';

/**
 * | code             | what happened                                         | what the shopkeeper can do        |
 * |------------------|-------------------------------------------------------|-----------------------------------|
 * | DatabaseMissing  | the file is gone although the shop has been used      | look for it, restore a backup     |
 * | DatabaseDamaged  | the file is torn, empty or inconsistent               | restore the newest backup         |
 * | NotADatabase     | another program's file, or no database at all         | choose the right folder           |
 * | DatabaseNewer    | written by a newer Daftar                             | install the newer program         |
 * | DatabaseReadOnly | the file may be read but not written                  | give the right to write           |
 * | FolderReadOnly   | nothing can be written beside the file                | give the right to write           |
 * | FolderMissing    | the folder does not exist                             | plug the disk in, choose a folder |
 * | DatabaseLocked   | another program, or a stuck act of this one, holds it | close the other program, wait     |
 * | DiskFull         | no space left; nothing was half written               | free space and go on              |
 * | DiskFailed       | the disk answered with an error                       | change the disk                   |
 */
export type DatabaseProblemCode =
  | 'DatabaseMissing'
  | 'DatabaseDamaged'
  | 'NotADatabase'
  | 'DatabaseNewer'
  | 'DatabaseReadOnly'
  | 'FolderReadOnly'
  | 'FolderMissing'
  | 'DatabaseLocked'
  | 'DiskFull'
  | 'DiskFailed';

/** A fault of the file, the disk or the folder. The till stays up; the screen says what to do. */
export class DatabaseProblem extends Error {
  readonly code: DatabaseProblemCode;

  constructor(code: DatabaseProblemCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.name = 'DatabaseProblem';
    this.code = code;
  }
}

/** Longer result codes stand before their shorter beginnings, because the first that fits decides. */
const problemOfResultCode: readonly (readonly [beginning: string, code: DatabaseProblemCode])[] = [
  ['SQLITE_FULL', 'DiskFull'],
  ['SQLITE_CORRUPT', 'DatabaseDamaged'],
  ['SQLITE_NOTADB', 'NotADatabase'],
  ['SQLITE_READONLY_DIRECTORY', 'FolderReadOnly'],
  ['SQLITE_READONLY', 'DatabaseReadOnly'],
  ['SQLITE_BUSY', 'DatabaseLocked'],
  ['SQLITE_LOCKED', 'DatabaseLocked'],
  ['SQLITE_CANTOPEN', 'DatabaseMissing'],
  ['SQLITE_IOERR', 'DiskFailed'],
];

/**
 * The engine's error as a DatabaseProblem when the file, disk or folder is at fault; any other error
 * unchanged.
 */
export function problemFrom(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const found = problemOfResultCode.find(([beginning]) => error.code.startsWith(beginning));
  return found === undefined ? error : new DatabaseProblem(found[1], error.message, error);
}

export type BrokenConstraint = 'unique' | 'check' | 'notNull' | 'foreignKey' | 'appendOnly' | 'type';

/**
 * Which kind of constraint an error reports, or undefined when it reports none. Lets a room tell "this id
 * is already there" from a bug without knowing the engine.
 */
export function brokenConstraint(error: unknown): BrokenConstraint | undefined {
  if (!(error instanceof Sqlite.SqliteError)) return undefined;
  switch (error.code) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
    case 'SQLITE_CONSTRAINT_ROWID':
      return 'unique';
    case 'SQLITE_CONSTRAINT_CHECK':
      return 'check';
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return 'notNull';
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return 'foreignKey';
    case 'SQLITE_CONSTRAINT_DATATYPE':
      return 'type';
    case 'SQLITE_CONSTRAINT_TRIGGER':
      return 'appendOnly';
    default:
      return undefined;
  }
}
