/** What the till's own wiring may let the journal do inside its transaction. */
import type { AttentionData, AttentionKind } from '../../shared/journal/attention.ts';
import type { WriteScope } from '../verb.ts';

/** Puts something before the owner that no document tells: a disk that is gone is no act of anybody. */
export async function keepAttention(
  scope: Pick<WriteScope, 'trx' | 'newId' | 'businessDay' | 'now' | 'changed'>,
  kind: AttentionKind,
  data: AttentionData,
): Promise<void> {
  await scope.trx
    .insertInto('owner_attention')
    .values({
      id: scope.newId(),
      kind,
      document_id: null,
      business_day: scope.businessDay,
      at: scope.now,
      data_json: JSON.stringify(data),
      seen_at: null,
    })
    .execute();
  scope.changed('journal');
}
