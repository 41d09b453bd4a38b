/** What of a customer's timeline are goods: bought, and brought back. */
import { isBefore, type TimelineSource } from './timelineRow.ts';

export const purchases: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('sale')
    .select(['id', 'sold_at', 'number', 'net_som', 'person_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('sale.sold_at', 'sale.id', before))
    .orderBy('sold_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.sold_at,
    kind: 'purchase',
    number: row.number,
    amountSom: row.net_som,
    personId: row.person_id,
    link: { to: 'sale', id: row.id },
  }));
};

/** Receipts that were given to the customer after payment, at the moment when they were given. */
export const attachedPurchases: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('sale_attachment')
    .innerJoin('sale', 'sale.id', 'sale_attachment.sale_id')
    .select([
      'sale.id',
      'sale.number',
      'sale.net_som',
      'sale_attachment.attached_at',
      'sale_attachment.how',
      'sale_attachment.person_id',
    ])
    .where('sale_attachment.customer_id', 'in', customerIds)
    .where(isBefore('sale_attachment.attached_at', 'sale_attachment.sale_id', before))
    .orderBy('sale_attachment.attached_at', 'desc')
    .orderBy('sale_attachment.sale_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.attached_at,
    kind: 'purchaseAttached',
    number: row.number,
    amountSom: row.net_som,
    details: [row.how],
    personId: row.person_id,
    link: { to: 'sale', id: row.id },
  }));
};

/** The receipt that the goods came from is what there is to open. */
export const goodsBack: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('sale_return')
    .select(['id', 'sale_id', 'returned_at', 'number', 'net_som', 'reason', 'person_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('sale_return.returned_at', 'sale_return.id', before))
    .orderBy('returned_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.returned_at,
    kind: 'goodsBack',
    number: row.number,
    amountSom: -row.net_som,
    details: [row.reason],
    personId: row.person_id,
    link: { to: 'sale', id: row.sale_id },
  }));
};

export const goodsBackLoose: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('loose_return')
    .select(['id', 'returned_at', 'number', 'net_som', 'reason', 'note', 'person_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('loose_return.returned_at', 'loose_return.id', before))
    .orderBy('returned_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.returned_at,
    kind: 'goodsBackLoose',
    number: row.number,
    amountSom: -row.net_som,
    details: [row.reason],
    text: row.note,
    personId: row.person_id,
  }));
};
