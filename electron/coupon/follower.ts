/** What documents of lower rooms cause here: a shop's first coupon series, and coupons that follow a card. */
import type { Transaction } from 'kysely';
import { seriesContentSchema } from '../../shared/coupon/series.ts';
import { formerCustomerOf, partedCustomerOf, type TillDocument } from '../../shared/journal/document.ts';
import type { Tables } from '../database/tables.ts';
import { giveBackMoves, type MovedTable, rememberMoves } from '../movedRows.ts';
import type { WriteScope } from '../verb.ts';

const firstName = {
  uz: '5 000 soʻm chegirma',
  ru: 'Скидка 5 000 сум',
  en: '5,000 soʻm off',
};

/** 5 000 so'm off a purchase from 50 000, for 14 days, with every receipt from 50 000. */
const firstContent = seriesContentSchema.parse({
  benefit: { kind: 'amount', amountSom: 5000 },
  scope: { kind: 'all' },
  minimumSom: 50_000,
  validity: { kind: 'days', days: 14 },
  giving: { kind: 'everySale', fromSom: 50_000 },
  holding: 'bound',
  mayBeGivenOn: false,
  usesPerCoupon: 1,
  budgetSom: null,
  codes: { kind: 'own' },
  usedAt: 'here',
  partnerBearsBasisPoints: 0,
  conditions: null,
});

/** A new shop gives its first coupon from the first sale on; the owner changes or stops it. */
export async function giveFirstSeries(
  trx: Transaction<Tables>,
  document: TillDocument,
  scope: Pick<WriteScope, 'newId' | 'now'>,
): Promise<void> {
  if (document.kind !== 'shopStarted') return;
  await trx
    .insertInto('coupon_series')
    .values({
      id: scope.newId(),
      name_json: JSON.stringify(firstName),
      content_json: JSON.stringify(firstContent),
      is_given: 1,
      partner_id: null,
      created_at: scope.now,
    })
    .execute();
}

/** A coupon that was used since the merge was the kept customer's when it was used. */
const movedTables: readonly MovedTable[] = [
  { table: 'coupon', key: ['code'], holders: ['customer_id'], staysWhen: ['state'] },
];

/** The coupons of an instant card belong to the customer whom it joins, and go back when a merge is taken back. */
export async function bringCouponsAlong(trx: Transaction<Tables>, document: TillDocument): Promise<void> {
  const { customerId } = document;
  const parted = partedCustomerOf(document);
  if (parted !== null) return giveBackMoves(trx, parted.mergeId, movedTables);
  const formerId = formerCustomerOf(document);
  if (formerId === null || customerId === null) return;
  await rememberMoves(trx, document, movedTables, async () => {
    await trx
      .updateTable('coupon')
      .set({ customer_id: customerId })
      .where('customer_id', '=', formerId)
      .execute();
  });
}
