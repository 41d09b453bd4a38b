/** What of a customer's timeline is a small gift: how much, for which occasion, and who gave it. */
import { isBefore, type TimelineSource } from './timelineRow.ts';

/** Bonus as a surprise; the occasion is a detail, what was written beside it the text. */
export const gifts: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('gift')
    .select(['id', 'given_at', 'amount_som', 'occasion', 'words', 'person_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('gift.given_at', 'gift.id', before))
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.given_at,
    kind: 'gift',
    amountSom: row.amount_som,
    details: [row.occasion],
    text: row.words,
    personId: row.person_id,
  }));
};
