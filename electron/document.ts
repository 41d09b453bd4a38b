/** Makes a document out of what a verb knows: who, when, on which till and day. */
import type { DocumentKind, JsonValue, TillDocument } from '../shared/journal/document.ts';
import { zeroSom } from '../shared/money.ts';
import type { WriteScope } from './verb.ts';

/**
 * A document that moves no money and touches no customer's figures. `content` names people by id and holds no phone and
 * no name. The till itself acts as nobody.
 */
export function documentOf(
  scope: Pick<WriteScope, 'actor' | 'businessDay' | 'newId' | 'now' | 'tillId'>,
  kind: DocumentKind,
  content: JsonValue,
): TillDocument {
  const { actor, businessDay, newId, now, tillId } = scope;
  return {
    kind,
    id: newId(),
    tillId,
    personId: actor.role === 'system' ? null : actor.personId,
    approverId: actor.approver?.personId ?? null,
    businessDay,
    at: now,
    customerId: null,
    paidSom: zeroSom,
    content,
  };
}
