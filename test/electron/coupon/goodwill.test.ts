/** Rule 23: an expired or a short coupon may be accepted with a reason, by who may. */
import { expect, test } from 'vitest';
import { ownerPassword } from '../../till.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

const day = 24 * 3_600;

/** A customer at the counter with rice and salt for 53 800, whose coupon ran out yesterday. */
async function lateCoupon(shop: Counter) {
  const { card } = await shop.cardHolder();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  const { couponCodes } = await shop.cashier.pay();
  shop.clock.pass(15 * day);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  return couponCodes[0] ?? '';
}

const goodwill = (code: string, reason = 'Doimiy mijoz, bir kun kechikdi') =>
  ({ kind: 'goodwillCoupon', code, reason }) as const;

test('a cashier alone may not accept an expired coupon', async () => {
  const shop = await openCounter();
  const code = await lateCoupon(shop);
  expect((await shop.refusal(shop.cashier.scan(code))).code).toBe('CouponExpired');
  expect(await shop.refusal(shop.cashier.change(goodwill(code)))).toEqual({
    code: 'NotAllowed',
    data: { action: 'coupon.goodwill' },
  });
});

test('with the owner’s approval in place it is accepted, and reason and person are kept', async () => {
  const shop = await openCounter();
  const code = await lateCoupon(shop);
  const approval = { personId: shop.ownerId, secret: ownerPassword };
  await shop.cashier.change(goodwill(code), approval);
  expect(shop.cashier.seen()).toMatchObject({ totalSom: 48_800, coupon: { amountSom: 5_000 } });
  await shop.cashier.pay();
  const coupon = await shop.db
    .selectFrom('coupon')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  expect(coupon).toMatchObject({ state: 'redeemed', goodwill_reason: 'Doimiy mijoz, bir kun kechikdi' });
  const sale = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'sale')
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(sale.content_json).content).toMatchObject({
    couponUsed: code,
    goodwill: { reason: 'Doimiy mijoz, bir kun kechikdi', personId: shop.ownerId },
  });
});

test('an owner at the till accepts it alone', async () => {
  const shop = await openCounter();
  const code = await lateCoupon(shop);
  shop.workAs(shop.ownerId);
  await shop.cashier.change(goodwill(code));
  expect((await shop.cashier.pay()).netSom).toBe(48_800);
});

test('a short coupon may be accepted too; on goods cheaper than itself it gives no money back', async () => {
  const shop = await openCounter();
  const code = await lateCoupon(shop);
  await shop.price('c', 3_000);
  shop.workAs(shop.ownerId);
  const [rice] = shop.cashier.seen().lines;
  await shop.cashier.change({ kind: 'removeLine', lineId: rice?.lineId ?? '' });
  await shop.cashier.change(goodwill(code));
  expect(shop.cashier.seen()).toMatchObject({ totalSom: 0, coupon: { amountSom: 3_000 } });
  const sold = await shop.cashier.pay({ tenders: [], receivedCashSom: 0 });
  expect(sold).toMatchObject({ netSom: 0, bonusEarnedSom: 0, couponCodes: [], changeSom: 0 });
});

test('goodwill makes no used, foreign or mistyped coupon good', async () => {
  const shop = await openCounter();
  const code = await lateCoupon(shop);
  shop.workAs(shop.ownerId);
  await shop.cashier.change({ kind: 'detachCustomer' });
  expect((await shop.refusal(shop.cashier.change(goodwill(code)))).code).toBe('CouponNeedsCustomer');
  const [otherCard = ''] = await shop.newCards();
  await shop.cashier.scan(otherCard);
  expect((await shop.refusal(shop.cashier.change(goodwill(code)))).code).toBe('CouponOfAnother');
  expect((await shop.refusal(shop.cashier.change(goodwill('K12')))).code).toBe('CouponNotReadable');
  await shop.db.updateTable('coupon').set({ state: 'voided' }).where('code', '=', code).execute();
  expect((await shop.refusal(shop.cashier.change(goodwill(code)))).code).toBe('CouponVoided');
});

test('goodwill needs a reason', async () => {
  const shop = await openCounter();
  const code = await lateCoupon(shop);
  shop.workAs(shop.ownerId);
  await expect(shop.cashier.change(goodwill(code, '  '))).rejects.toThrow('reason');
});
