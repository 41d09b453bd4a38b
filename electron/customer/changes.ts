/** Keeps by the customer which documents changed them, because the journal cannot be asked for one customer. */
import type { Transaction } from 'kysely';
import type { DocumentKind, TillDocument } from '../../shared/journal/document.ts';
import { hotInsert } from '../database/hot.ts';
import type { Tables } from '../database/tables.ts';

const changeKinds: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'customerCreated',
  'customerChanged',
  'customerMerged',
  'customerUnmerged',
  'cardBlocked',
  'cardReplaced',
  'creditLimitSet',
]);

const insertChange = hotInsert('customer_change', [
  'document_id',
  'customer_id',
  'document_kind',
  'changed_json',
  'person_id',
  'changed_at',
]);

/** Notes which fields a document changed, never what they held. */
export async function followCustomerChanges(trx: Transaction<Tables>, document: TillDocument): Promise<void> {
  if (!changeKinds.has(document.kind)) return;
  const content = document.content as { readonly customerId?: string; readonly changed?: readonly string[] };
  const customerId = document.customerId ?? content.customerId;
  if (customerId === undefined) return;
  await insertChange.one(trx, {
    document_id: document.id,
    customer_id: customerId,
    document_kind: document.kind,
    changed_json: JSON.stringify(content.changed ?? []),
    person_id: document.personId,
    changed_at: document.at,
  });
}
