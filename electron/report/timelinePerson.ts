/** What of a customer's timeline is about themselves: coupons of theirs, changes, consents and facts. */
import type { LocalText } from '../../shared/text.ts';
import { subjectsOfActs } from '../customer/queries.ts';
import { isBefore, type TimelineSource } from './timelineRow.ts';

const nameIn = (json: string) => JSON.parse(json) as LocalText;

export const couponsGiven: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('coupon')
    .innerJoin('coupon_series', 'coupon_series.id', 'coupon.series_id')
    .select([
      'coupon.code',
      'coupon.issued_at',
      'coupon.issued_by',
      'coupon.issued_sale_id',
      'coupon.goodwill_reason',
      'coupon_series.name_json',
    ])
    .where('coupon.customer_id', 'in', customerIds)
    .where(isBefore('coupon.issued_at', 'coupon.code', before))
    .orderBy('coupon.issued_at', 'desc')
    .orderBy('coupon.code', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.code,
    at: row.issued_at,
    kind: 'couponGiven',
    name: nameIn(row.name_json),
    text: row.goodwill_reason ?? '',
    personId: row.issued_by,
    link: row.issued_sale_id === null ? null : { to: 'sale', id: row.issued_sale_id },
  }));
};

/** A sale takes one coupon, so the sale names the use. */
export const couponsUsed: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('coupon_use')
    .innerJoin('coupon_series', 'coupon_series.id', 'coupon_use.series_id')
    .select([
      'coupon_use.sale_id',
      'coupon_use.used_at',
      'coupon_use.receipt_number',
      'coupon_use.amount_som',
      'coupon_use.person_id',
      'coupon_series.name_json',
    ])
    .where('coupon_use.customer_id', 'in', customerIds)
    .where(isBefore('coupon_use.used_at', 'coupon_use.sale_id', before))
    .orderBy('coupon_use.used_at', 'desc')
    .orderBy('coupon_use.sale_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.sale_id,
    at: row.used_at,
    kind: 'couponUsed',
    number: row.receipt_number,
    amountSom: row.amount_som,
    name: nameIn(row.name_json),
    personId: row.person_id,
    link: { to: 'sale', id: row.sale_id },
  }));
};

/** Made, changed, merged, cards lost and replaced: the document's kind, then the fields it changed. */
export const changes: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('customer_change')
    .select(['document_id', 'document_kind', 'changed_json', 'changed_at', 'person_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('customer_change.changed_at', 'customer_change.document_id', before))
    .orderBy('changed_at', 'desc')
    .orderBy('document_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.document_id,
    at: row.changed_at,
    kind: row.document_kind === 'customerMerged' ? 'merged' : 'change',
    details: [row.document_kind, ...(JSON.parse(row.changed_json) as string[])],
    personId: row.person_id,
  }));
};

/** Acts of the ledger; one says several things at once, which are the details: the profile, or channels of messages. */
const consents =
  (kind: 'given' | 'withdrawn'): TimelineSource =>
  async (db, customerIds, before, limit) => {
    const acts = await db
      .selectFrom('consent_entry')
      .select(['act_id', 'at', 'person_id'])
      .distinct()
      .where('kind', '=', kind)
      .where('customer_id', 'in', customerIds)
      .where(isBefore('consent_entry.at', 'consent_entry.act_id', before))
      .orderBy('at', 'desc')
      .orderBy('act_id', 'desc')
      .limit(limit)
      .execute();
    const subjectsOf = await subjectsOfActs(
      db,
      kind,
      acts.map((act) => act.act_id),
    );
    return acts.map((act) => ({
      id: act.act_id,
      at: act.at,
      kind: kind === 'given' ? 'consentGiven' : 'consentWithdrawn',
      details: subjectsOf.get(act.act_id) ?? [],
      personId: act.person_id,
    }));
  };

export const consentsGiven = consents('given');
export const consentsWithdrawn = consents('withdrawn');

export const factsNoted: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('customer_fact')
    .select(['id', 'kind', 'words', 'noted_at', 'person_id'])
    .where('customer_id', 'in', customerIds)
    .where(isBefore('customer_fact.noted_at', 'customer_fact.id', before))
    .orderBy('noted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.noted_at,
    kind: 'factNoted',
    details: [row.kind],
    text: row.words,
    personId: row.person_id,
  }));
};

export const factsRemoved: TimelineSource = async (db, customerIds, before, limit) => {
  const rows = await db
    .selectFrom('customer_fact')
    .select(['id', 'kind', 'words', 'removed_at', 'removed_by'])
    .where('customer_id', 'in', customerIds)
    .where('removed_at', 'is not', null)
    .where(isBefore('customer_fact.removed_at', 'customer_fact.id', before))
    .orderBy('removed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.removed_at ?? '',
    kind: 'factRemoved',
    details: [row.kind],
    text: row.words,
    personId: row.removed_by,
  }));
};
