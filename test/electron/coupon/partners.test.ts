/** Partners: who they are, goods they got, money that changed hands, and the month both sides sign. */
import { expect, test } from 'vitest';
import { giveCoupons, redeemCoupon } from '../../../electron/coupon/inTransaction.ts';
import { partnerSettlement } from '../../../electron/coupon/partnerSettlement.ts';
import { giveGoods, listPartners, savePartner, settlePartner } from '../../../electron/coupon/partners.ts';
import { post } from '../../../electron/ledger/inTransaction.ts';
import { balanced, credit, debit } from '../../../shared/ledger/posting.ts';
import { som, thousandths } from '../../../shared/money.ts';
import { type PartnerShop, partnerShop } from './partnerShop.ts';

const bakery = {
  partnerId: null,
  kind: 'shop',
  name: 'Non uyi',
  contact: '+998 90 111 22 33',
  note: '',
  isActive: true,
} as const;

const entriesOf = async ({ db }: PartnerShop) =>
  db
    .selectFrom('posting_entry')
    .select(['account_kind', 'subject_id', 'amount_som'])
    .orderBy('amount_som')
    .execute();

/** A sale's part that the partner bears, as the sale posts it. */
async function use(shop: PartnerShop, code: string, isFirstPurchase = false) {
  const saleId = shop.newId();
  await shop.within(async (scope) => {
    const written = await redeemCoupon(scope, {
      code,
      saleId,
      receiptNumber: 1,
      amountSom: som(5_000),
      saleNetSom: som(45_000),
      customerId: null,
      isFirstPurchase,
      isAfterPaymentKey: false,
      goodwillReason: null,
    });
    const { partnerId, partnerShareSom } = written;
    await post(
      scope.trx,
      balanced([
        debit('partner', partnerShareSom, partnerId ?? ''),
        credit('discounts', partnerShareSom, 'coupon'),
      ]),
      {
        id: scope.newId(),
        documentKind: 'sale',
        documentId: saleId,
        businessDay: scope.businessDay,
        at: scope.now,
        reason: 'sale',
      },
    );
  });
}

test('a partner is made, changed and listed; those the shop works with come first', async () => {
  const shop = await partnerShop();
  const { partnerId } = await shop.ask(savePartner, bakery);
  await shop.ask(savePartner, { ...bakery, name: 'Atirgul' });
  await shop.ask(savePartner, { ...bakery, partnerId, kind: 'blogger', name: 'Lola', isActive: false });
  const { partners } = await shop.ask(listPartners, {});
  expect(partners.map(({ name, kind, isActive, balanceSom }) => [name, kind, isActive, balanceSom])).toEqual([
    ['Atirgul', 'shop', true, 0],
    ['Lola', 'blogger', false, 0],
  ]);
  expect((await shop.refusal(savePartner, { ...bakery, partnerId: shop.newId() })).code).toBe('NotFound');
  expect((await shop.refusal(savePartner, bakery, 'cashier')).code).toBe('NotAllowed');
  expect((await shop.refusal(listPartners, {}, 'cashier')).code).toBe('NotAllowed');
});

test('the journal keeps no name and no phone of a partner', async () => {
  const shop = await partnerShop();
  const { partnerId } = await shop.ask(savePartner, bakery);
  expect(shop.documents.at(-1)?.content).toEqual({ partnerId, kind: 'shop', isActive: true });
});

test('what a partner pays lowers what they owe; what the shop pays raises it', async () => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner();
  expect(await shop.ask(settlePartner, { partnerId, amountSom: 30_000, note: '' })).toEqual({
    balanceSom: -30_000,
  });
  expect(await shop.ask(settlePartner, { partnerId, amountSom: -12_000, note: 'bizning kuponlar' })).toEqual({
    balanceSom: -18_000,
  });
  expect(await entriesOf(shop)).toEqual([
    { account_kind: 'partner', subject_id: partnerId, amount_som: -30_000 },
    { account_kind: 'cashOutsideTill', subject_id: 'shop', amount_som: -12_000 },
    { account_kind: 'partner', subject_id: partnerId, amount_som: 12_000 },
    { account_kind: 'cashOutsideTill', subject_id: 'shop', amount_som: 30_000 },
  ]);
  const { partners } = await shop.ask(listPartners, {});
  expect(partners[0]?.balanceSom).toBe(-18_000);
  const unknown = { partnerId: shop.newId(), amountSom: 1, note: '' };
  expect((await shop.refusal(settlePartner, unknown)).code).toBe('NotFound');
});

test('a payment of nothing is no payment', async () => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner();
  await expect(shop.ask(settlePartner, { partnerId, amountSom: 0, note: '' })).rejects.toThrow(
    'settlePartner',
  );
});

test('goods for a blogger stand in the settlement at cost and move no money', async () => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner('Lola', 'blogger');
  const productId = await shop.makeProduct('Choy', 12_000);
  const given = { partnerId, productId, quantityThousandths: 3_000, costSom: 27_000, note: 'suratga' };
  await shop.ask(giveGoods, given);
  expect(await entriesOf(shop)).toEqual([]);
  expect(shop.documents.at(-1)).toMatchObject({
    kind: 'partnerGoodsGiven',
    content: { partnerId, costSom: 27_000 },
  });
  expect(await shop.ask(partnerSettlement, { partnerId, month: '2026-11' })).toMatchObject({
    goods: [
      {
        givenOn: '2026-11-22',
        productName: { uz: 'Choy' },
        quantityThousandths: thousandths(3_000),
        costSom: 27_000,
        note: 'suratga',
      },
    ],
    goodsSom: 27_000,
    closingSom: 0,
  });
  expect((await shop.refusal(giveGoods, { ...given, productId: shop.newId() })).code).toBe('NotFound');
  expect((await shop.refusal(giveGoods, { ...given, partnerId: shop.newId() })).code).toBe('NotFound');
});

test('a month adds up: what was owed, what was used, what was paid, what is owed then', async () => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner();
  const used = await shop.makeSeries(partnerId);
  await shop.importList(used, ['A1', 'A2', 'A3', 'A4']);
  const printed = await shop.makeSeries(partnerId, {
    usedAt: 'partner',
    giving: { kind: 'everySale', fromSom: 0 },
  });
  await shop.importList(printed, ['P1', 'P2']);

  shop.setClock('2026-11-30T18:30:00.000Z'); // 23:30 in Tashkent
  await use(shop, 'A1');
  shop.setClock('2026-11-30T19:30:00.000Z'); // half past midnight: December
  await use(shop, 'A2', true);
  await use(shop, 'A3');
  await shop.within((scope) =>
    giveCoupons(scope, { saleId: shop.newId(), netSom: som(45_000), customerId: null, claimCode: null }),
  );
  shop.setClock('2026-12-20T08:00:00.000Z');
  await shop.ask(settlePartner, { partnerId, amountSom: 12_000, note: 'naqd' });
  shop.setClock('2027-01-02T08:00:00.000Z');
  await shop.ask(settlePartner, { partnerId, amountSom: 3_000, note: '' });

  const month = (name: string) => shop.ask(partnerSettlement, { partnerId, month: name });
  expect(await month('2026-11')).toMatchObject({
    openingSom: 0,
    usedSom: 5_000,
    paidSom: 0,
    closingSom: 5_000,
  });
  expect(await month('2026-12')).toEqual({
    partner: expect.objectContaining({ partnerId, name: 'Non uyi', balanceSom: 0 }),
    month: '2026-12',
    openingSom: 5_000,
    series: [
      {
        seriesId: used,
        name: { uz: 'Non uyi kuponi' },
        used: 2,
        discountSom: 10_000,
        partnerShareSom: 10_000,
        broughtSom: 90_000,
        newCustomers: 1,
        printed: 0,
      },
      {
        seriesId: printed,
        name: { uz: 'Non uyi kuponi' },
        used: 0,
        discountSom: 0,
        partnerShareSom: 0,
        broughtSom: 0,
        newCustomers: 0,
        printed: 1,
      },
    ],
    goods: [],
    payments: [{ at: '2026-12-20T08:00:00.000Z', amountSom: 12_000, note: 'naqd' }],
    usedSom: 10_000,
    returnedSom: 0,
    goodsSom: 0,
    paidSom: 12_000,
    closingSom: 3_000,
  });
  expect(await month('2027-01')).toMatchObject({
    openingSom: 3_000,
    usedSom: 0,
    paidSom: 3_000,
    closingSom: 0,
  });
  expect((await shop.refusal(partnerSettlement, { partnerId: shop.newId(), month: '2026-11' })).code).toBe(
    'NotFound',
  );
});

test('a use that was given back the same day is no use', async () => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner();
  await shop.importList(await shop.makeSeries(partnerId), ['A1']);
  await use(shop, 'A1');
  await shop.db.updateTable('coupon_use').set({ given_back_at: '2026-11-22T09:00:00.000Z' }).execute();
  await shop.within((scope) =>
    post(
      scope.trx,
      balanced([credit('partner', som(5_000), partnerId), debit('discounts', som(5_000), 'coupon')]),
      {
        id: scope.newId(),
        documentKind: 'goodsTakenBack',
        documentId: scope.newId(),
        businessDay: scope.businessDay,
        at: scope.now,
        reason: 'return',
      },
    ),
  );
  expect(await shop.ask(partnerSettlement, { partnerId, month: '2026-11' })).toMatchObject({
    series: [],
    usedSom: 0,
    returnedSom: 0,
    closingSom: 0,
  });
});
