/** The journal's SQL. */
import type { Kysely } from 'kysely';
import { hotInsert, hotQuery } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

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
    .select(['sequence', 'previous_hash', 'hash', 'content_json'])
    .where('till_id', '=', tillId)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}
