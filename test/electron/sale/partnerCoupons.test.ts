/** Partners' coupons and friends who are sent, as the till sells with them. */
import { expect, test } from 'vitest';
import { makeReferralCode } from '../../../electron/loyalty/referralVerbs.ts';
import { openCounter } from './counter.ts';
import { openPromoShop, type PromoShop } from './promoShop.ts';

const numbers = { kind: 'range', prefix: 'NON', digits: 4, first: 1, last: 99 } as const;

/** A series whose codes a partner printed: 11 200 off, half of it the partner's. */
async function partnersSeries(shop: PromoShop, different: object = {}) {
  const partnerId = await shop.makePartner();
  const content = {
    benefit: { kind: 'amount', amountSom: 11_200 },
    codes: numbers,
    partnerBearsBasisPoints: 5_000,
    ...different,
  } as const;
  return { partnerId, seriesId: await shop.makeSeries(content, partnerId) };
}

test('a partner’s code is read at the till, and the partner owes its part of the discount', async () => {
  const shop = await openPromoShop({ settings: { vatBasisPoints: 1_200 as never } });
  const { cashier } = shop;
  const { partnerId, seriesId } = await partnersSeries(shop);
  await shop.price('b', 112_000);
  await cashier.put('b');
  expect(await cashier.scan('non0007')).toEqual({ kind: 'coupon', code: 'NON0007' });
  expect(cashier.seen()).toMatchObject({ totalSom: 100_800, vatSom: 11_400, coupon: { amountSom: 11_200 } });
  const { saleId, bonusEarnedSom } = await cashier.pay();
  // 2 % of what the customer paid; the partner's part earns nothing.
  expect(bonusEarnedSom).toBe(2_016);
  const entries = await shop.entriesOf(saleId);
  expect(entries.filter(([account]) => account !== 'bonusLiability' && account !== 'bonusCost')).toEqual([
    ['cashDrawer', expect.any(String), 100_800],
    ['discounts', 'coupon', 5_600],
    ['partner', partnerId, 5_600],
    ['sales', 'shop', -100_600],
    ['vat', 'shop', -11_400],
  ]);
  expect(entries.reduce((sum, [, , amountSom]) => sum + amountSom, 0)).toBe(0);
  const use = await shop.db.selectFrom('coupon_use').selectAll().executeTakeFirstOrThrow();
  expect(use).toMatchObject({
    code: 'NON0007',
    series_id: seriesId,
    sale_id: saleId,
    amount_som: 11_200,
    partner_share_som: 5_600,
    sale_net_som: 100_800,
    person_id: shop.cashierId,
    is_after_payment_key: 0,
  });
  await cashier.put('b');
  expect((await shop.refusal(cashier.scan('NON0007'))).code).toBe('CouponUsed');
});

test('a coupon that is put on after the payment key is marked, one before it is not', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await partnersSeries(shop);
  const markOf = async (saleId: string) =>
    (
      await shop.db
        .selectFrom('coupon_use')
        .select('is_after_payment_key')
        .where('sale_id', '=', saleId)
        .executeTakeFirstOrThrow()
    ).is_after_payment_key;
  await cashier.put('b');
  await cashier.scan('NON0001');
  await cashier.change({ kind: 'planPayment', payment: [{ kind: 'cash', provider: null }] });
  expect(await markOf((await cashier.pay()).saleId)).toBe(0);
  await cashier.put('b');
  await cashier.change({ kind: 'planPayment', payment: [{ kind: 'cash', provider: null }] });
  await cashier.scan('NON0002');
  expect(await markOf((await cashier.pay()).saleId)).toBe(1);
  await cashier.put('b');
  await cashier.note(shop.newId(), 45_500, 'asked');
  await cashier.scan('NON0003');
  expect(cashier.seen().coupon).toMatchObject({ amountSom: 11_200 });
  const content = await shop.db
    .selectFrom('basket')
    .select('content_json')
    .where('state', '=', 'open')
    .execute();
  expect(JSON.parse(content[0]?.content_json ?? '')).toMatchObject({ coupon: { isAfterPaymentKey: true } });
});

test('a coupon that is printed here for a partner’s shop is not taken here', async () => {
  const shop = await openPromoShop();
  await partnersSeries(shop, { usedAt: 'partner' });
  await shop.cashier.put('b');
  expect(await shop.refusal(shop.cashier.scan('NON0001'))).toEqual({
    code: 'CouponForPartner',
    data: { partnerName: 'Non uyi' },
  });
});

test('a series whose budget is spent gives nothing more', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  await partnersSeries(shop, { budgetSom: 20_000 });
  await cashier.put('b');
  await cashier.scan('NON0001');
  expect((await cashier.pay()).netSom).toBe(34_300);
  await cashier.put('b');
  await cashier.scan('NON0002');
  expect(cashier.seen()).toMatchObject({ totalSom: 45_500, coupon: { problem: 'CouponBudgetSpent' } });
  expect((await cashier.pay()).netSom).toBe(45_500);
  expect(await shop.db.selectFrom('coupon_use').select('code').execute()).toEqual([{ code: 'NON0001' }]);
});

test('bonus of a partner’s coupon is borne by both', async () => {
  const shop = await openPromoShop();
  const { partnerId } = await partnersSeries(shop, { benefit: { kind: 'bonus', bonusSom: 3_000 } });
  await shop.cashier.put('b');
  await shop.cashier.scan('NON0001');
  const { saleId } = await shop.cashier.pay();
  expect(await shop.entriesOf(saleId)).toEqual(
    expect.arrayContaining([
      ['partner', partnerId, 1_500],
      ['bonusCost', 'shop', 910 + 1_500],
      ['bonusLiability', expect.any(String), -3_910],
    ]),
  );
});

const sending = {
  isReferralOn: true,
  referralFriendBonusSom: 7_000 as never,
  referralReferrerBonusSom: 9_000 as never,
  referralFromSom: 40_000 as never,
};

async function sender() {
  const shop = await openCounter({ settings: sending });
  const referrerId = await shop.newCustomer('+998901112233', null, 'Dilnoza');
  const { cashier } = shop;
  await cashier.put('b');
  await cashier.change({ kind: 'attachCustomer', customerId: referrerId });
  await cashier.pay();
  const { code } = await shop.call(makeReferralCode, { intentionId: shop.newId(), customerId: referrerId });
  shop.clock.pass(24 * 3_600);
  return { shop, cashier, referrerId, code };
}

test('a friend’s first purchase rewards both, and the balance on the receipt holds it', async () => {
  const { shop, cashier, referrerId, code } = await sender();
  const friendId = await shop.newCustomer('+998901112244');
  await cashier.put('b');
  expect((await shop.refusal(cashier.scan(code))).code).toBe('ReferralNeedsCustomer');
  await cashier.change({ kind: 'attachCustomer', customerId: friendId });
  expect(await cashier.scan(code)).toEqual({ kind: 'referral', referrerName: 'Dilnoza' });
  expect(cashier.seen().referral).toEqual({ code, referrerName: 'Dilnoza' });
  const { bonusEarnedSom, bonusBalanceSom } = await cashier.pay();
  expect([bonusEarnedSom, bonusBalanceSom]).toEqual([910 + 7_000, 910 + 7_000]);
  const balances = await shop.db
    .selectFrom('account')
    .select(['subject_id', 'balance_som'])
    .where('kind', '=', 'bonusLiability')
    .orderBy('balance_som')
    .execute();
  expect(balances).toEqual([
    { subject_id: referrerId, balance_som: -(910 + 9_000) },
    { subject_id: friendId, balance_som: -(910 + 7_000) },
  ]);
  await cashier.put('b');
  await cashier.change({ kind: 'attachCustomer', customerId: friendId });
  expect((await shop.refusal(cashier.scan(code))).code).toBe('ReferralAlready');
});

test('the referral goes when the cashier takes it off, or the customer goes', async () => {
  const { shop, cashier, code } = await sender();
  const friendId = await shop.newCustomer('+998901112244');
  await cashier.put('b');
  await cashier.change({ kind: 'attachCustomer', customerId: friendId });
  await cashier.scan(code);
  expect((await cashier.change({ kind: 'removeReferral' })).referral).toBeNull();
  await cashier.scan(code);
  await cashier.change({ kind: 'detachCustomer' });
  expect((await cashier.change({ kind: 'attachCustomer', customerId: friendId })).referral).toBeNull();
  await cashier.scan(code);
  const otherId = await shop.newCustomer('+998901112255');
  expect((await cashier.change({ kind: 'attachCustomer', customerId: otherId })).referral).toBeNull();
  await cashier.pay();
  expect(await shop.db.selectFrom('referral').selectAll().execute()).toEqual([]);
});
