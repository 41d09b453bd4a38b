/** What other rooms may read of the journal: its links, and what lies of it outside the database. */
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';
import { type Anchor, readAnchor } from './anchor.ts';
import { anchorFileIn, journalFileIn } from './places.ts';

const lastLinkQuery = hotQuery((db: Kysely<Tables>, value: { tillId: string }) =>
  db
    .selectFrom('journal')
    .select(['sequence', 'hash', 'business_day', 'written_at'])
    .where('till_id', '=', value.tillId)
    .orderBy('sequence', 'desc')
    .limit(1),
);

/** The newest link of a till's chain; undefined before its first document. */
export function lastLink(db: Kysely<Tables>, tillId: string) {
  return lastLinkQuery.first(db, { tillId });
}

export const insertLink = hotInsert('journal', [
  'till_id',
  'sequence',
  'document_kind',
  'document_id',
  'business_day',
  'written_at',
  'content_json',
  'previous_hash',
  'hash',
]);

/** The links after a sequence number, oldest first, in pages. */
export function linksAfter(db: Kysely<Tables>, tillId: string, sequence: number, limit: number) {
  return db
    .selectFrom('journal')
    .select([
      'sequence',
      'document_kind',
      'document_id',
      'business_day',
      'written_at',
      'previous_hash',
      'hash',
      'content_json',
    ])
    .where('till_id', '=', tillId)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}

/** The head of the journal in a shop's folder; see `readAnchor`. */
export function headOutside(folder: string): Anchor | 'none' | 'unreadable' {
  return readAnchor(anchorFileIn(folder));
}

/** The lines of the journal file in a shop's folder, oldest first; none where there is no file. */
export async function* linesOutside(folder: string): AsyncGenerator<string> {
  const file = journalFileIn(folder);
  if (!existsSync(file)) return;
  const handle = await open(file, 'r');
  try {
    yield* handle.readLines({ encoding: 'utf8' });
  } finally {
    await handle.close();
  }
}
