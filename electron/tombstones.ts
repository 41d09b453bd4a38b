/** Who was erased, kept outside the database by id alone, so that whoever comes back with an older copy is erased again. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import { syncDirectory } from './database/durable.ts';
import type { Tables } from './database/tables.ts';

/** An id, since when, and why: no name, no phone. Ids of customers are random and belong to one shop alone. */
export interface Tombstone {
  readonly id: string;
  readonly at: string;
  readonly cause: 'wish' | 'absence';
}

export const tombstoneFileIn = (folder: string): string => join(folder, 'erased.ndjson');

function tombstoneOf(line: string): Tombstone | null {
  try {
    const { id, at, cause } = JSON.parse(line) as Partial<Tombstone>;
    if (typeof id !== 'string' || typeof at !== 'string') return null;
    return { id, at, cause: cause === 'absence' ? 'absence' : 'wish' };
  } catch {
    // Half a line of a disk that was pulled out: the others stand.
    return null;
  }
}

/** Those that a folder knows; none where it is not there or cannot be read. */
export function readTombstones(folder: string): readonly Tombstone[] {
  const file = tombstoneFileIn(folder);
  try {
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => tombstoneOf(line) ?? []);
  } catch {
    return [];
  }
}

/** Those that the database knows. */
export async function erasedIn(db: Kysely<Tables>): Promise<readonly Tombstone[]> {
  const rows = await db
    .selectFrom('erasure')
    .select(['customer_id', 'erased_at', 'cause'])
    .orderBy('erased_at')
    .orderBy('customer_id')
    .execute();
  return rows.map((row) => ({ id: row.customer_id, at: row.erased_at, cause: row.cause }));
}

/** Whether a folder knows all of them. */
export function knowsAll(folder: string, tombstones: readonly Tombstone[]): boolean {
  const known = new Set(readTombstones(folder).map(({ id }) => id));
  return tombstones.every(({ id }) => known.has(id));
}

/** Adds to what a folder knows; the file is the old one or the new one, never half. Throws when the disk refuses. */
export function addTombstones(folder: string, tombstones: readonly Tombstone[]): void {
  if (knowsAll(folder, tombstones)) return;
  const all = new Map([...readTombstones(folder), ...tombstones].map((stone) => [stone.id, stone]));
  writeDurably(
    tombstoneFileIn(folder),
    [...all.values()].map((stone) => `${JSON.stringify(stone)}\n`).join(''),
  );
}

/** Writes a small file so that it outlives a power cut. */
export function writeDurably(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  const descriptor = openSync(part, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(part, file);
  syncDirectory(dirname(file));
}
