/** The verbs customer.cardBatches and cardBatch: the cards that were issued, for sheets that are printed again. */
import { customerContract } from '../../shared/customer/contract.ts';
import { Refusal } from '../../shared/errors.ts';
import { readingVerb } from '../verb.ts';

/** A batch's id grows with time, so its own order is the order of issuing. */
export const cardBatches = readingVerb(customerContract.cardBatches, async ({ db }, { cursor, limit }) => {
  const rows = await db
    .selectFrom('card_batch')
    .select(['id', 'card_count', 'created_at'])
    .$if(cursor !== null, (query) => query.where('id', '<', cursor ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    batches: page.map((row) => ({ batchId: row.id, count: row.card_count, issuedAt: row.created_at })),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
});

/** Blocked cards are left out: a lost card is not printed a second time. */
export const cardBatch = readingVerb(customerContract.cardBatch, async ({ db }, { batchId, from, limit }) => {
  const living = db.selectFrom('card').where('batch_id', '=', batchId).where('blocked_at', 'is', null);
  const { count } = await living
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count === 0) throw new Refusal('NotFound', { what: 'cardBatch' });
  const rows = await living.select('number').orderBy('number').limit(limit).offset(from).execute();
  return { count, cardNumbers: rows.map(({ number }) => number) };
});
