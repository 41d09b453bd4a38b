import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { brokenConstraint, DatabaseProblem, problemFrom } from '../../../electron/database/problem.ts';

describe('a fault of the file or the disk has a name the screen can explain', () => {
  const faults = [
    ['SQLITE_FULL', 'DiskFull'],
    ['SQLITE_CORRUPT', 'DatabaseDamaged'],
    ['SQLITE_CORRUPT_VTAB', 'DatabaseDamaged'],
    ['SQLITE_NOTADB', 'NotADatabase'],
    ['SQLITE_READONLY', 'DatabaseReadOnly'],
    ['SQLITE_READONLY_DIRECTORY', 'FolderReadOnly'],
    ['SQLITE_BUSY', 'DatabaseLocked'],
    ['SQLITE_BUSY_SNAPSHOT', 'DatabaseLocked'],
    ['SQLITE_CANTOPEN', 'DatabaseMissing'],
    ['SQLITE_IOERR_FSYNC', 'DiskFailed'],
  ] as const;

  test.each(faults)('%s is %s', (resultCode, problemCode) => {
    const cause = new Sqlite.SqliteError('words of the engine', resultCode);
    const problem = problemFrom(cause);
    expect(problem).toBeInstanceOf(DatabaseProblem);
    expect(problem).toMatchObject({ code: problemCode, cause });
    expect(problem).not.toBe(problemFrom(cause));
  });

  test('a fault that has its name already, a broken rule and a bug stay what they are', () => {
    const named = new DatabaseProblem('DiskFull', 'named');
    const rule = new Sqlite.SqliteError('taken', 'SQLITE_CONSTRAINT_UNIQUE');
    const bug = new TypeError('bug');
    for (const error of [named, rule, bug]) expect(problemFrom(error)).toBe(error);
  });
});

test('an error that breaks no rule of a table is not taken for one', () => {
  expect(brokenConstraint(new Sqlite.SqliteError('full', 'SQLITE_FULL'))).toBeUndefined();
  expect(brokenConstraint(new Error('unique'))).toBeUndefined();
});
