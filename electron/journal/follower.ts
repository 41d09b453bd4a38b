/** Every document becomes the next link of its till's chain, in the document's own transaction. */
import type { Transaction } from 'kysely';
import { documentText, firstLink, linkText } from '../../shared/journal/chain.ts';
import type { TillDocument } from '../../shared/journal/document.ts';
import type { Tables } from '../database/tables.ts';
import { sha256 } from '../sha256.ts';
import { insertLink, lastLink } from './queries.ts';

/** Adds the document to the chain. */
export async function chainDocument(trx: Transaction<Tables>, document: TillDocument): Promise<void> {
  const last = await lastLink(trx, document.tillId);
  const sequence = (last?.sequence ?? 0) + 1;
  const previousHash = last?.hash ?? firstLink;
  const content = documentText(document);
  await insertLink.one(trx, {
    till_id: document.tillId,
    sequence,
    document_kind: document.kind,
    document_id: document.id,
    business_day: document.businessDay,
    written_at: document.at,
    content_json: content,
    previous_hash: previousHash,
    hash: sha256(linkText(sequence, previousHash, content)),
  });
}
