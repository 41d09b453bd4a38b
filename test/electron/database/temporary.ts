/** Folders and files for one test, removed when it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { type Database, type OpenOptions, openDatabase } from '../../../electron/database/open.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daftar-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a file of a new folder, or the given one; closed when the test ends. */
export async function temporaryDatabase<T>(options: Partial<OpenOptions> = {}): Promise<Database<T>> {
  const file = options.file ?? join(temporaryFolder(), 'daftar.db');
  const database = await openDatabase<T>({ create: true, durability: 'full', ...options, file });
  onTestFinished(() => database.close());
  return database;
}

/** A table of notes, enough to see what was written and what was not. */
export interface NoteTables {
  note: { id: number; words: string };
}

export async function notes(options: Partial<OpenOptions> = {}): Promise<Database<NoteTables>> {
  const database = await temporaryDatabase<NoteTables>(options);
  await sql`create table note (id integer primary key, words text not null) strict`.execute(database.db);
  return database;
}

export async function wordsOf(db: Kysely<NoteTables>): Promise<readonly string[]> {
  const rows = await db.selectFrom('note').select('words').orderBy('id').execute();
  return rows.map((row) => row.words);
}
