/** Follows documents and keeps the list of what the owner should see first; nobody else writes it. */
import type { Transaction } from 'kysely';
import { type Attention, attentionOf } from '../../shared/journal/attention.ts';
import type { TillDocument } from '../../shared/journal/document.ts';
import type { Tables } from '../database/tables.ts';
import type { WriteScope } from '../verb.ts';

/** Adds what the owner should see of the document; what comes often is one row a day, and new again when it grows. */
export async function noteForOwner(
  trx: Transaction<Tables>,
  document: TillDocument,
  { changed }: WriteScope,
): Promise<void> {
  for (const attention of attentionOf(document)) {
    await (attention.daily === null
      ? keepOnce(trx, document, attention)
      : countToday(trx, document, attention, attention.daily));
    changed('journal');
  }
}

async function keepOnce(trx: Transaction<Tables>, document: TillDocument, { kind, data }: Attention) {
  const person = document.personId === null ? {} : { person: document.personId };
  const approver = document.approverId === null ? {} : { approver: document.approverId };
  await trx
    .insertInto('owner_attention')
    .values({
      id: `${kind} ${document.id}`,
      kind,
      document_id: document.id,
      business_day: document.businessDay,
      at: document.at,
      data_json: JSON.stringify({ ...data, ...person, ...approver }),
      seen_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

interface Counted {
  readonly count: number;
  readonly amountSom: number;
}

async function countToday(
  trx: Transaction<Tables>,
  { businessDay, at, id }: TillDocument,
  { kind }: Attention,
  { amountSom }: NonNullable<Attention['daily']>,
) {
  const row = {
    id: `${kind} ${businessDay}`,
    kind,
    document_id: id,
    business_day: businessDay,
    at,
    seen_at: null,
  };
  const before = await trx
    .selectFrom('owner_attention')
    .select('data_json')
    .where('id', '=', row.id)
    .executeTakeFirst();
  const known = before === undefined ? { count: 0, amountSom: 0 } : (JSON.parse(before.data_json) as Counted);
  const data_json = JSON.stringify({ count: known.count + 1, amountSom: known.amountSom + amountSom });
  await trx
    .insertInto('owner_attention')
    .values({ ...row, data_json })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ data_json, at, document_id: id, seen_at: null }),
    )
    .execute();
}
