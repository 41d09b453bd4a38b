/** What of a customer's timeline is bonus or money beside goods: deeds, corrections, debts and gift cards. */
import { isBefore, type TimelineSource } from './timelineRow.ts';

/** Bonus for a birthday, a first purchase, a review and the like; the name of the deed is a detail. */
export const deeds: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('deed_given')
    .select(['id', 'kind', 'given_at', 'amount_som', 'note', 'person_id', 'sale_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('deed_given.given_at', 'deed_given.id', before))
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.given_at,
    kind: 'deed',
    amountSom: row.amount_som,
    details: [row.kind],
    text: row.note,
    personId: row.person_id,
    link: row.sale_id === null ? null : { to: 'sale', id: row.sale_id },
  }));
};

/** Bonus, store credit and debts that were put right by hand; which of them is a detail. */
export const corrections: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('correction')
    .select(['id', 'account_kind', 'corrected_at', 'amount_som', 'reason', 'person_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('correction.corrected_at', 'correction.id', before))
    .orderBy('corrected_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.corrected_at,
    kind: 'corrected',
    amountSom: row.amount_som,
    details: [row.account_kind],
    text: row.reason,
    personId: row.person_id,
  }));
};

export const debtsTaken: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('debt')
    .select(['id', 'origin', 'created_at', 'amount_som', 'note', 'created_by', 'sale_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('debt.created_at', 'debt.id', before))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.created_at,
    kind: 'debtTaken',
    amountSom: row.amount_som,
    details: [row.origin],
    text: row.note,
    personId: row.created_by,
    link: row.sale_id === null ? null : { to: 'sale', id: row.sale_id },
  }));
};

/** How a debt became smaller (money, store credit, forgiven, goods back) is a detail. */
export const debtsPaid: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('debt_payment')
    .select(['id', 'kind', 'number', 'paid_at', 'amount_som', 'note', 'person_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('debt_payment.paid_at', 'debt_payment.id', before))
    .orderBy('paid_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.paid_at,
    kind: 'debtPaid',
    number: row.number,
    amountSom: row.amount_som,
    details: [row.kind],
    text: row.note,
    personId: row.person_id,
  }));
};

/** Cards that were sold to this customer, and money put on them; a card without a name is nobody's. */
export const giftCards: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('gift_card_sale')
    .innerJoin('gift_card', 'gift_card.number', 'gift_card_sale.card_number')
    .select([
      'gift_card_sale.id',
      'gift_card_sale.kind',
      'gift_card_sale.number',
      'gift_card_sale.amount_som',
      'gift_card_sale.sold_at',
      'gift_card_sale.person_id',
    ])
    .where('gift_card.customer_id', 'in', customerIds)
    .where(isBefore('gift_card_sale.sold_at', 'gift_card_sale.id', before))
    .orderBy('gift_card_sale.sold_at', 'desc')
    .orderBy('gift_card_sale.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.sold_at,
    kind: 'giftCard',
    number: row.number,
    amountSom: row.amount_som,
    details: [row.kind],
    personId: row.person_id,
  }));
};
