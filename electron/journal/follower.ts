/** Every document becomes the next link of its till's chain, in the document's own transaction. */
import type { Transaction } from 'kysely';
import { documentText, firstLink, linkText } from '../../shared/journal/chain.ts';
import { isSetBack } from '../../shared/journal/clock.ts';
import type { TillDocument } from '../../shared/journal/document.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { sha256 } from '../sha256.ts';
import type { WriteScope } from '../verb.ts';
import { followClockMoved } from './clockWatch.ts';
import { insertLink, lastLink } from './queries.ts';

/**
 * Adds the document to the chain. The order is that of the links, never of the clock: a clock that was set back since the
 * last link is a document of its own before this one. A link's day never falls, also not for a sale of an earlier day that is
 * entered now.
 */
export async function chainDocument(
  trx: Transaction<Tables>,
  document: TillDocument,
  scope: WriteScope,
): Promise<void> {
  let last = await lastLink(trx, document.tillId);
  if (
    last !== undefined &&
    document.kind !== 'clockMoved' &&
    isSetBack(last.written_at as Instant, scope.now)
  ) {
    await followClockMoved(scope, { from: last.written_at as Instant, to: scope.now, how: 'back' });
    last = await lastLink(trx, document.tillId);
  }
  const sequence = (last?.sequence ?? 0) + 1;
  const previousHash = last?.hash ?? firstLink;
  const content = documentText(document);
  await insertLink.one(trx, {
    till_id: document.tillId,
    sequence,
    document_kind: document.kind,
    document_id: document.id,
    business_day:
      last !== undefined && last.business_day > document.businessDay
        ? last.business_day
        : document.businessDay,
    written_at: scope.now,
    content_json: content,
    previous_hash: previousHash,
    hash: sha256(linkText(sequence, previousHash, content)),
  });
}
