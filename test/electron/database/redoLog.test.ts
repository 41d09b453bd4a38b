/** The redo log on a disk that refuses: it goes on as soon as it can, and never grows in memory without end. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RecordedTransaction } from '../../../electron/database/recorder.ts';
import { readRedo } from '../../../electron/database/redoLines.ts';
import { createRedoLog, endOfRedo } from '../../../electron/database/redoLog.ts';

const insertLink = 'insert into "journal" ("sequence", "hash") values (?, ?)';

const start = { position: 0, sequence: 0, hash: '' };

function transaction(position: number, statements = 1): RecordedTransaction {
  const link = { sql: insertLink, parameters: [position, `${position}a`] };
  const more = Array.from({ length: statements - 1 }, () => ({
    sql: 'update "x" set "y" = ?',
    parameters: [1],
  }));
  return { position, statements: [link, ...more] };
}

function openLog() {
  const folder = mkdtempSync(join(tmpdir(), 'daftar-redo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'redo.ndjson');
  const gaps: string[] = [];
  const create = (standing = start) =>
    createRedoLog({ file, standing, schema: '0014', onGap: () => void gaps.push('gap') });
  return { folder, file, gaps, create };
}

/** The positions in a file, in their order; throws when it cannot be read to its end. */
function positionsIn(file: string): readonly string[] {
  const lines = readRedo(readFileSync(file, 'utf8').split('\n'));
  const found: string[] = [];
  for (;;) {
    const next = lines.next();
    if (next.done) {
      if (!next.value) throw new Error(`after ${found.join(' ')} the file cannot be read`);
      return found;
    }
    found.push(`${next.value.kind} ${next.value.position}`);
  }
}

test('a log that cannot be opened keeps what it is given, and writes all of it as soon as it can', async () => {
  const { file, gaps, create } = openLog();
  mkdirSync(file);
  const log = create();
  log.add(transaction(1));
  await expect(log.flush()).rejects.toThrow();
  log.add(transaction(2));
  await expect(log.flush()).rejects.toThrow();
  rmSync(file, { recursive: true });
  await log.flush();
  await log.close();
  expect(positionsIn(file)).toEqual(['begin 0', 'transaction 1', 'transaction 2']);
  expect(gaps).toEqual([]);
});

test('what waits for a log that cannot be opened is let go when it is too much; the log says where it goes on', async () => {
  const { file, gaps, create } = openLog();
  mkdirSync(file);
  const log = create();
  log.add(transaction(1, 20_001));
  expect(log.isFull()).toBe(true);
  await expect(log.flush()).rejects.toThrow();
  expect([log.isFull(), gaps]).toEqual([false, ['gap']]);
  rmSync(file, { recursive: true });
  log.add(transaction(2));
  await log.flush();
  await log.close();
  expect(positionsIn(file)).toEqual(['begin 1', 'transaction 2']);
  expect(await endOfRedo(file)).toEqual({ position: 2, sequence: 2, hash: '2a' });
});

test('a file that could not be put aside at a backup goes on, and the next backup puts it aside', async () => {
  const { folder, file, create } = openLog();
  const inTheWay = join(folder, 'redo.000000000001.backup.ndjson');
  mkdirSync(join(inTheWay, 'full'), { recursive: true });
  const log = create();
  log.add(transaction(1));
  await expect(log.backedUp()).rejects.toThrow();
  log.add(transaction(2));
  await log.flush();
  expect(positionsIn(file)).toEqual(['begin 0', 'transaction 1', 'begin 1', 'transaction 2']);
  await log.backedUp();
  await log.close();
  expect(positionsIn(join(folder, 'redo.000000000002.backup.ndjson')).at(-1)).toBe('transaction 2');
  expect(positionsIn(file)).toEqual(['begin 2']);
});

test('a log whose last line no till wrote is put aside whole, not emptied', async () => {
  const { file, create } = openLog();
  const log = create();
  log.add(transaction(1));
  await log.close();
  const text = `${readFileSync(file, 'utf8')}something else\n`;
  writeFileSync(file, text);
  const next = create({ position: 1, sequence: 1, hash: '1a' });
  await next.close();
  expect(readFileSync(`${file}.unreadable-1`, 'utf8')).toBe(text);
  expect(positionsIn(file)).toEqual(['begin 1']);
});
