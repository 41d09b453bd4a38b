/** The verbs coupon.partners, savePartner, giveGoods and settlePartner: who works with the shop and what passes between. */
import type { Kysely } from 'kysely';
import { couponContract } from '../../shared/coupon/contract.ts';
import type { Partner } from '../../shared/coupon/partnerContract.ts';
import { partnerPaymentPosting } from '../../shared/coupon/settlement.ts';
import { Refusal } from '../../shared/errors.ts';
import { som } from '../../shared/money.ts';
import type { Tables } from '../database/tables.ts';
import { documentOf } from '../document.ts';
import { balanceOf, post } from '../ledger/inTransaction.ts';
import { readingVerb, type WriteScope, writingVerb } from '../verb.ts';

type Db = Kysely<Tables>;

/** Those the shop works with first, then by name. */
export const listPartners = readingVerb(couponContract.partners, async ({ db }) => ({
  partners: (await selectPartners(db).orderBy('is_active', 'desc').orderBy('name').execute()).map(shown),
}));

export const savePartner = writingVerb(couponContract.savePartner, async (scope, input) => {
  const id = input.partnerId ?? scope.newId();
  const values = {
    kind: input.kind,
    name: input.name,
    contact: input.contact,
    note: input.note,
    is_active: input.isActive ? (1 as const) : (0 as const),
  };
  if (input.partnerId === null) {
    await scope.trx
      .insertInto('partner')
      .values({ id, ...values, created_at: scope.now })
      .execute();
  } else {
    await requirePartner(scope.trx, id);
    await scope.trx.updateTable('partner').set(values).where('id', '=', id).execute();
  }
  // Contact and note may name people, and the journal is kept for ever.
  await scope.follow(
    documentOf(scope, 'partnerSaved', { partnerId: id, kind: input.kind, isActive: input.isActive }),
  );
  scope.changed('coupon');
  return { partnerId: id };
});

/**
 * Notes goods that a blogger got to show, at what they cost the shop. Nothing is posted: the ledger keeps no account of
 * goods (docs/rules.md §3), so their cost stands in the settlement only.
 */
export const giveGoods = writingVerb(couponContract.giveGoods, async (scope, input) => {
  await requirePartner(scope.trx, input.partnerId);
  const product = await scope.trx
    .selectFrom('product')
    .select('id')
    .where('id', '=', input.productId)
    .executeTakeFirst();
  if (product === undefined) throw new Refusal('NotFound', { what: 'product' });
  const { partnerId, productId, quantityThousandths, costSom } = input;
  await scope.trx
    .insertInto('partner_goods')
    .values({
      id: scope.newId(),
      partner_id: partnerId,
      product_id: productId,
      quantity_thousandths: quantityThousandths,
      cost_som: costSom,
      given_on: scope.businessDay,
      note: input.note,
      person_id: scope.actor.personId,
      given_at: scope.now,
    })
    .execute();
  await scope.follow(
    documentOf(scope, 'partnerGoodsGiven', { partnerId, productId, quantityThousandths, costSom }),
  );
  scope.changed('coupon');
  return {};
});

export const settlePartner = writingVerb(couponContract.settlePartner, async (scope, input) => {
  const { partnerId, amountSom, note } = input;
  await requirePartner(scope.trx, partnerId);
  const document = documentOf(scope, 'partnerSettled', { partnerId, amountSom });
  await scope.trx
    .insertInto('partner_payment')
    .values({
      id: document.id,
      partner_id: partnerId,
      amount_som: amountSom,
      paid_on: scope.businessDay,
      note,
      person_id: scope.actor.personId,
      paid_at: scope.now,
    })
    .execute();
  await post(scope.trx, partnerPaymentPosting(partnerId, amountSom), {
    id: scope.newId(),
    documentKind: document.kind,
    documentId: document.id,
    businessDay: scope.businessDay,
    at: scope.now,
    reason: 'payment',
  });
  await scope.follow(document);
  scope.changed('coupon');
  return { balanceSom: await balanceOf(scope.trx, 'partner', partnerId) };
});

function selectPartners(db: Db) {
  return db
    .selectFrom('partner')
    .leftJoin('account', (join) =>
      join.onRef('account.subject_id', '=', 'partner.id').on('account.kind', '=', 'partner'),
    )
    .selectAll('partner')
    .select('account.balance_som');
}

type PartnerRow = Awaited<ReturnType<ReturnType<typeof selectPartners>['execute']>>[number];

function shown(row: PartnerRow): Partner {
  return {
    partnerId: row.id,
    kind: row.kind,
    name: row.name,
    contact: row.contact,
    note: row.note,
    isActive: row.is_active === 1,
    balanceSom: som(row.balance_som ?? 0),
  };
}

/** A partner with what they owe now; null when there is none with this id. */
export async function partnerOfId(db: Db, partnerId: string): Promise<Partner | null> {
  const row = await selectPartners(db).where('partner.id', '=', partnerId).executeTakeFirst();
  return row === undefined ? null : shown(row);
}

async function requirePartner(trx: WriteScope['trx'], partnerId: string): Promise<void> {
  if ((await partnerOfId(trx, partnerId)) === null) throw new Refusal('NotFound', { what: 'partner' });
}
