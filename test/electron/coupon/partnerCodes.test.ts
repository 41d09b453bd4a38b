/** Codes that partners made, on a real file: found, used once, taken one after another, never meeting each other. */
import { expect, test } from 'vitest';
import { redeemCoupon } from '../../../electron/coupon/inTransaction.ts';
import {
  codesClash,
  findPartnerCode,
  takePartnerCode,
  usePartnerCode,
} from '../../../electron/coupon/partnerCodes.ts';
import { finishImport } from '../../../electron/coupon/partnerImport.ts';
import { savePartner } from '../../../electron/coupon/partners.ts';
import { saveSeries } from '../../../electron/coupon/verbs.ts';
import { Refusal } from '../../../shared/errors.ts';
import { som } from '../../../shared/money.ts';
import type { Instant } from '../../../shared/time.ts';
import { type PartnerShop, partnerShop } from './partnerShop.ts';

const at = '2026-11-22T08:00:00.000Z' as Instant;
const bread = { kind: 'range', prefix: 'NON', digits: 4, first: 10, last: 12 } as const;

async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing';
}

const redeem = (shop: PartnerShop, code: string, receiptNumber = 7) =>
  shop.within((scope) =>
    redeemCoupon(scope, {
      code,
      saleId: shop.newId(),
      receiptNumber,
      amountSom: som(5_000),
      saleNetSom: som(45_000),
      customerId: null,
      isFirstPurchase: false,
      isAfterPaymentKey: false,
      goodwillReason: null,
    }),
  );

const take = (shop: PartnerShop, seriesId: string) =>
  shop.within(({ trx }) => takePartnerCode(trx, seriesId, shop.newId(), at));

test('a code of a list is found however it is typed, with its series, its partner and its days', async () => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner();
  const seriesId = await shop.makeSeries(partnerId);
  await shop.importList(seriesId, ['NON-0001', 'non 0002']);
  const found = await findPartnerCode(shop.db, ' non-0001 ');
  expect(found).toMatchObject({
    coupon: {
      code: 'NON-0001',
      seriesId,
      validFrom: '2026-11-01',
      expiresOn: '2026-12-31',
      holder: { kind: 'bearer' },
      state: { kind: 'issued' },
    },
    series: { seriesId, partnerId, minimumSom: 20_000 },
    partner: { partnerId, name: 'Non uyi' },
    uses: { allowed: 1, count: 0 },
  });
  expect((await findPartnerCode(shop.db, 'NON0002'))?.coupon.code).toBe('NON0002');
  expect(await findPartnerCode(shop.db, 'NON0003')).toBeNull();
  expect(await findPartnerCode(shop.db, 'ЧОЙ')).toBeNull();
});

test('a list that is still being read is nobody’s, and all of it counts from its end on', async () => {
  const shop = await partnerShop();
  const seriesId = await shop.makeSeries(await shop.makePartner());
  const importId = await shop.begin(seriesId);
  await shop.read(importId, 'A1', 'A2');
  expect(await findPartnerCode(shop.db, 'A1')).toBeNull();
  await shop.ask(finishImport, { importId });
  expect(await findPartnerCode(shop.db, 'A1')).not.toBeNull();
});

test('a number of a range counts without a row; a number outside does not', async () => {
  const shop = await partnerShop();
  const seriesId = await shop.makeSeries(await shop.makePartner(), { codes: bread });
  expect(await findPartnerCode(shop.db, 'non0011')).toMatchObject({
    coupon: { code: 'NON0011', seriesId, state: { kind: 'issued' } },
    uses: { allowed: 1, count: 0 },
  });
  expect(await findPartnerCode(shop.db, 'NON0013')).toBeNull();
  expect(await shop.db.selectFrom('partner_code').selectAll().execute()).toEqual([]);
});

test('the codes of a partner who is not active any more are nobody’s', async () => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner();
  await shop.importList(await shop.makeSeries(partnerId), ['A1']);
  await shop.makeSeries(partnerId, { codes: bread });
  const partner = { partnerId, kind: 'shop', name: 'Non uyi', contact: '', note: '' } as const;
  await shop.ask(savePartner, { ...partner, isActive: false });
  expect(await findPartnerCode(shop.db, 'A1')).toBeNull();
  expect(await findPartnerCode(shop.db, 'NON0010')).toBeNull();
  await shop.ask(savePartner, { ...partner, isActive: true });
  expect(await findPartnerCode(shop.db, 'A1')).not.toBeNull();
});

test('coupons of so many days count from the shop’s own day on which the list was read', async () => {
  const shop = await partnerShop();
  const seriesId = await shop.makeSeries(await shop.makePartner(), {
    validity: { kind: 'days', days: 10 },
  });
  // Half past one in the night of the 23rd in Tashkent, still the 22nd in London.
  shop.setClock('2026-11-22T20:30:00.000Z');
  await shop.importList(seriesId, ['A1']);
  expect((await findPartnerCode(shop.db, 'A1'))?.coupon).toMatchObject({
    validFrom: '2026-11-23',
    expiresOn: '2026-12-03',
  });
});

test.each([
  ['of a list', 'A1'],
  ['of a range', 'NON0010'],
])('a code %s is used once, and the second time it says when and where', async (_what, code) => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner();
  await shop.importList(await shop.makeSeries(partnerId), ['A1']);
  await shop.makeSeries(partnerId, { codes: bread });
  expect(await redeem(shop, code, 41)).toEqual({ partnerId, partnerShareSom: 5_000 });
  expect((await findPartnerCode(shop.db, code))?.coupon.state).toEqual({
    kind: 'redeemed',
    redeemedAt: at,
    receiptNumber: 41,
  });
  expect(await refusalOf(redeem(shop, code))).toBe('CouponUsed');
});

test('of two tills that use one code at once only the first succeeds', async () => {
  const shop = await partnerShop();
  const seriesId = await shop.makeSeries(await shop.makePartner(), { codes: bread });
  const use = { code: 'NON0010', series: { seriesId, usesPerCoupon: 1 } };
  expect(await shop.within(({ trx }) => usePartnerCode(trx, use))).toBe(1);
  await shop.db
    .insertInto('coupon_use')
    .values({
      code: 'NON0010',
      use_no: 1,
      series_id: seriesId,
      sale_id: shop.newId(),
      business_day: '2026-11-22',
      used_at: at,
      person_id: shop.people.cashier,
      receipt_number: 12,
      customer_id: null,
      amount_som: 5_000,
      partner_share_som: 5_000,
      sale_net_som: 45_000,
      is_first_purchase: 0,
      is_after_payment_key: 0,
      goodwill_reason: null,
      given_back_at: null,
    })
    .execute();
  const second = shop.within(({ trx }) => usePartnerCode(trx, use));
  await expect(second).rejects.toMatchObject({
    code: 'CouponUsed',
    data: { redeemedAt: at, receiptNumber: 12 },
  });
});

test('a code that was voided cannot be used', async () => {
  const shop = await partnerShop();
  const seriesId = await shop.makeSeries(await shop.makePartner());
  await shop.importList(seriesId, ['A1']);
  await shop.db.updateTable('partner_code').set({ state: 'voided' }).execute();
  expect((await findPartnerCode(shop.db, 'A1'))?.coupon.state).toEqual({ kind: 'voided' });
  const use = { code: 'A1', series: { seriesId, usesPerCoupon: 1 } };
  expect(await refusalOf(shop.within(({ trx }) => usePartnerCode(trx, use)))).toBe('CouponVoided');
});

test('a blogger’s own code is used by everybody who heard of it; three uses end a code of three', async () => {
  const shop = await partnerShop();
  const blogger = await shop.makePartner('Lola', 'blogger');
  await shop.importList(await shop.makeSeries(blogger), ['LOLA'], null);
  await shop.importList(await shop.makeSeries(blogger), ['LOLA3'], 3);
  for (const receipt of [1, 2, 3]) {
    await redeem(shop, 'LOLA', receipt);
    await redeem(shop, 'LOLA3', receipt);
  }
  expect(await findPartnerCode(shop.db, 'LOLA')).toMatchObject({
    coupon: { state: { kind: 'issued' } },
    uses: { allowed: null, count: 3 },
  });
  expect((await findPartnerCode(shop.db, 'LOLA3'))?.coupon.state).toMatchObject({
    kind: 'redeemed',
    receiptNumber: 3,
  });
});

test('codes printed here come from the finished lists, and none comes twice', async () => {
  const shop = await partnerShop();
  const seriesId = await shop.makeSeries(await shop.makePartner(), { usedAt: 'partner' });
  await shop.importList(seriesId, ['C3', 'C1']);
  await shop.importList(seriesId, ['B2']);
  const half = await shop.begin(seriesId);
  await shop.read(half, 'A0');
  const taken = [await take(shop, seriesId), await take(shop, seriesId), await take(shop, seriesId)];
  expect(taken.sort()).toEqual(['B2', 'C1', 'C3']);
  expect(await take(shop, seriesId)).toBeNull();
  const rows = await shop.db
    .selectFrom('partner_code')
    .select(['code', 'state', 'given_at'])
    .orderBy('code')
    .execute();
  expect(rows).toEqual([
    { code: 'A0', state: 'free', given_at: null },
    ...['B2', 'C1', 'C3'].map((code) => ({ code, state: 'given', given_at: at })),
  ]);
});

test('numbers printed here follow one another to the last of the range', async () => {
  const shop = await partnerShop();
  const seriesId = await shop.makeSeries(await shop.makePartner(), { codes: bread, usedAt: 'partner' });
  // Neighbours in the alphabet that are no numbers of the range.
  const florist = await shop.makePartner('Gul');
  await shop.importList(await shop.makeSeries(florist), ['NON0011X', 'NON001-']);
  const other = { kind: 'range', prefix: 'NON001-', digits: 1, first: 1, last: 9 } as const;
  await shop.makeSeries(florist, { codes: other, usedAt: 'partner' });
  expect([await take(shop, seriesId), await take(shop, seriesId), await take(shop, seriesId)]).toEqual([
    'NON0010',
    'NON0011',
    'NON0012',
  ]);
  expect(await take(shop, seriesId)).toBeNull();
});

test('codes of another range that stand between two numbers in the alphabet do not disturb the count', async () => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner();
  const range = (prefix: string, digits: number, first: number, last: number) => ({
    codes: { kind: 'range' as const, prefix, digits, first, last },
    usedAt: 'partner' as const,
  });
  const numbers = await shop.makeSeries(partnerId, range('AB', 4, 1, 2000));
  const letters = await shop.makeSeries(partnerId, range('AB00C', 1, 1, 9));
  expect([await take(shop, numbers), await take(shop, letters), await take(shop, numbers)]).toEqual([
    'AB0001',
    'AB00C1',
    'AB0002',
  ]);
});

test('a series with our own codes, or none at all, has no code to take', async () => {
  const shop = await partnerShop();
  const seriesId = await shop.makeSeries(await shop.makePartner(), { codes: { kind: 'own' } });
  expect(await take(shop, seriesId)).toBeNull();
  expect(await take(shop, shop.newId())).toBeNull();
});

test('a sale that is rolled back takes no code', async () => {
  const shop = await partnerShop();
  const seriesId = await shop.makeSeries(await shop.makePartner(), { usedAt: 'partner' });
  await shop.importList(seriesId, ['C1']);
  const broken = shop.within(async ({ trx }) => {
    await takePartnerCode(trx, seriesId, shop.newId(), at);
    throw new Error('the power went');
  });
  await expect(broken).rejects.toThrow('the power went');
  expect(await take(shop, seriesId)).toBe('C1');
});

test('a range that meets a range, a list, a card or a barcode is refused; its own numbers are not in its way', async () => {
  const shop = await partnerShop();
  const partnerId = await shop.makePartner();
  const seriesId = await shop.makeSeries(partnerId, { codes: bread });
  await shop.importList(await shop.makeSeries(partnerId), ['GUL0005']);
  await shop.makeProduct('Choy', 12_000, ['4780000000019']);
  const range = (prefix: string, digits: number, first: number, last: number) => ({
    kind: 'range' as const,
    prefix,
    digits,
    first,
    last,
  });
  const clash = (codes: Parameters<typeof codesClash>[1]['codes'], of: string | null = null) =>
    codesClash(shop.db, { seriesId: of, codes });
  expect(await clash(range('NON', 4, 12, 20))).toBe(true);
  expect(await clash(range('NON', 4, 13, 20))).toBe(false);
  expect(await clash(range('NON', 4, 5, 20), seriesId)).toBe(false);
  expect(await clash(range('GUL', 4, 0, 9))).toBe(true);
  expect(await clash(range('GUL', 4, 6, 9))).toBe(false);
  expect(await clash(range('29', 11, 0, 9))).toBe(true);
  expect(await clash(range('47800000000', 2, 10, 19))).toBe(true);
  expect(await clash(range('47800000000', 2, 20, 29))).toBe(false);
  expect(await clash({ kind: 'list' })).toBe(false);
  expect(await shop.refusal(saveSeries, shop.seriesOf(partnerId, { codes: bread }))).toEqual({
    code: 'PartnerCodesInUse',
    data: {},
  });
});
