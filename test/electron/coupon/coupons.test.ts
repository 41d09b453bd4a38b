/** Rules 15 and 23: a receipt brings a coupon for its customer, which is redeemed once, and says exactly why not. */
import { expect, test } from 'vitest';
import { redeemCoupon } from '../../../electron/coupon/inTransaction.ts';
import { lookAtCoupon } from '../../../electron/coupon/list.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { inTransaction } from '../../../electron/verb.ts';
import { newCode } from '../../../shared/code.ts';
import { som } from '../../../shared/money.ts';
import { permissions } from '../../../shared/staff/permissions.ts';
import { testWindow } from '../../till.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

const day = 24 * 3_600;

/** A customer who bought rice for 91 000 and has a coupon of 5 000 from 50 000, good for 14 days. */
async function couponHolder(shop: Counter, phone = '+998901112233') {
  const { card, customerId } = await shop.cardHolder(phone);
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  const { couponCodes } = await shop.cashier.pay();
  return { card, customerId, code: couponCodes[0] ?? '' };
}

const couponRow = (shop: Counter, code: string) =>
  shop.db.selectFrom('coupon').selectAll().where('code', '=', code).executeTakeFirstOrThrow();

test('a receipt of 50 000 brings a coupon for 14 days, one of 49 999 brings none', async () => {
  const shop = await openCounter();
  await shop.price('a', 49_999);
  await shop.cashier.put('a');
  expect((await shop.cashier.pay()).couponCodes).toEqual([]);
  await shop.price('a', 50_000);
  await shop.cashier.put('a');
  const { couponCodes, saleId } = await shop.cashier.pay();
  expect(couponCodes).toHaveLength(1);
  expect(couponCodes[0]).toMatch(/^K[2-9A-HJ-NP-Z]{9}$/);
  expect(await couponRow(shop, couponCodes[0] ?? '')).toMatchObject({
    state: 'issued',
    valid_from: '2026-11-22',
    expires_on: '2026-12-06',
    issued_sale_id: saleId,
  });
});

test('a coupon belongs to the customer of its receipt, or to whoever holds the claim code', async () => {
  const shop = await openCounter();
  const { customerId, code } = await couponHolder(shop);
  expect(await couponRow(shop, code)).toMatchObject({ customer_id: customerId, claim_code: null });
  await shop.cashier.put('b', 'b');
  const { couponCodes, claimCode } = await shop.cashier.pay();
  expect(await couponRow(shop, couponCodes[0] ?? '')).toMatchObject({
    customer_id: null,
    claim_code: claimCode,
  });
});

test('a coupon takes 5 000 off one purchase from 50 000, and then it is used', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  shop.clock.pass(day);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  expect(await shop.cashier.scan(code.toLowerCase())).toEqual({ kind: 'coupon', code });
  expect(shop.cashier.seen()).toMatchObject({
    totalSom: 48_800,
    coupon: { amountSom: 5_000, problem: null },
  });
  const sold = await shop.cashier.pay();
  expect(sold).toMatchObject({ netSom: 48_800, couponCodes: [] });
  expect(await couponRow(shop, code)).toMatchObject({
    state: 'redeemed',
    redeemed_sale_id: sold.saleId,
    redeemed_receipt_number: 2,
  });
  expect((await shop.call(lookAtCoupon, { code })).coupon).toMatchObject({
    state: 'redeemed',
    redeemedAt: '2026-11-23T06:00:00.000Z',
    redeemedReceiptNumber: 2,
  });
});

test('a used coupon says when and on which receipt', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(code);
  await shop.cashier.pay();
  shop.clock.pass(day);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  expect(await shop.refusal(shop.cashier.scan(code))).toEqual({
    code: 'CouponUsed',
    data: { redeemedAt: '2026-11-22T06:00:00.000Z', receiptNumber: 2 },
  });
});

test('a coupon is good to the end of its last day and says which day that was', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  shop.clock.pass(14 * day + 12 * 3_600); // 23:00 on 6 December
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(code);
  expect(shop.cashier.seen().coupon?.amountSom).toBe(5_000);
  await shop.cashier.change({ kind: 'removeCoupon' });
  shop.clock.pass(3_600);
  expect(await shop.refusal(shop.cashier.scan(code))).toEqual({
    code: 'CouponExpired',
    data: { expiredOn: '2026-12-06' },
  });
  expect((await shop.call(lookAtCoupon, { code })).coupon.state).toBe('expired');
});

test('a coupon is its customer’s: without them it asks for them, with another it is refused', async () => {
  const shop = await openCounter();
  const { code, card } = await couponHolder(shop);
  const [otherCard = ''] = await shop.newCards();
  await shop.cashier.put('b', 'c');
  expect((await shop.refusal(shop.cashier.scan(code))).code).toBe('CouponNeedsCustomer');
  await shop.cashier.scan(otherCard);
  expect((await shop.refusal(shop.cashier.scan(code))).code).toBe('CouponOfAnother');
  await shop.cashier.scan(card);
  await shop.cashier.scan(code);
  expect(shop.cashier.seen().totalSom).toBe(48_800);
});

test('a coupon left on the counter is worth nothing to a cashier with a card of their own', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b', 'b');
  const { couponCodes } = await shop.cashier.pay();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  expect((await shop.refusal(shop.cashier.scan(couponCodes[0] ?? ''))).code).toBe('CouponOfAnother');
});

test('a coupon whose receipt was claimed is good for the claimer', async () => {
  const shop = await openCounter();
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('b', 'b');
  const { couponCodes, claimCode } = await shop.cashier.pay();
  await shop.call(attachLater, { intentionId: shop.newId(), code: claimCode ?? '', customerId });
  expect(await couponRow(shop, couponCodes[0] ?? '')).toMatchObject({
    customer_id: customerId,
    claim_code: null,
  });
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(couponCodes[0] ?? '');
  expect(shop.cashier.seen().totalSom).toBe(48_800);
});

test('a mistyped coupon is not readable, a well-formed one that nobody printed is unknown', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  const swapped = `${code.slice(0, 4)}${code[5]}${code[4]}${code.slice(6)}`;
  const mistyped = swapped === code ? `${code.slice(0, 9)}${code.endsWith('2') ? '3' : '2'}` : swapped;
  const refusals = ['CouponNotReadable', 'CodeNotReadable'];
  expect(refusals).toContain((await shop.refusal(shop.cashier.scan(mistyped))).code);
  const invented = newCode('K', Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]));
  expect((await shop.refusal(shop.cashier.scan(invented))).code).toBe('CouponUnknown');
  expect((await shop.refusal(shop.call(lookAtCoupon, { code: invented }))).code).toBe('CouponUnknown');
  expect((await shop.refusal(shop.call(lookAtCoupon, { code: mistyped }))).code).toBe('CouponNotReadable');
});

test('a coupon whose first day is to come, and one that was cancelled, say so', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  await shop.db.updateTable('coupon').set({ valid_from: '2026-12-01' }).where('code', '=', code).execute();
  expect(await shop.refusal(shop.cashier.scan(code))).toEqual({
    code: 'CouponNotYet',
    data: { validFrom: '2026-12-01' },
  });
  await shop.db.updateTable('coupon').set({ state: 'voided' }).where('code', '=', code).execute();
  expect((await shop.refusal(shop.cashier.scan(code))).code).toBe('CouponVoided');
});

test('below its minimum a coupon waits on the basket and says how much is missing', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.scan(code);
  expect(shop.cashier.seen()).toMatchObject({
    totalSom: 45_500,
    coupon: { amountSom: 0, missingSom: 4_500, problem: null },
  });
  await shop.cashier.put('c');
  expect(shop.cashier.seen()).toMatchObject({
    totalSom: 48_800,
    coupon: { amountSom: 5_000, missingSom: 0 },
  });
});

test('a coupon that took nothing off stays the customer’s', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.scan(code);
  expect((await shop.cashier.pay()).netSom).toBe(45_500);
  expect(await couponRow(shop, code)).toMatchObject({ state: 'issued', redeemed_sale_id: null });
});

test('a sale that was refused leaves its coupon unused', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(code);
  expect((await shop.refusal(shop.cashier.pay({ receivedCashSom: 0 }))).code).toBe('CashTooLittle');
  expect(await couponRow(shop, code)).toMatchObject({ state: 'issued' });
  await shop.cashier.pay();
  expect(await couponRow(shop, code)).toMatchObject({ state: 'redeemed' });
});

test('one coupon per receipt', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  const { couponCodes } = await shop.cashier.pay();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  await shop.cashier.scan(code);
  const second = shop.cashier.scan(couponCodes[0] ?? '');
  expect((await shop.refusal(second)).code).toBe('CouponAlreadyOnBasket');
  await shop.cashier.scan(code);
  expect(shop.cashier.seen().totalSom).toBe(86_000);
});

test('two windows cannot redeem the same coupon', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  const first = shop.desk('first');
  const second = shop.desk('second');
  first.listen();
  for (const window of [first, second]) {
    await window.put('b', 'c');
    await window.scan(card);
    await window.scan(code);
  }
  expect((await first.pay()).netSom).toBe(48_800);
  const before = await shop.everyRow();
  const refused = await shop.refusal(second.pay());
  expect(refused.code).toBe('PriceChanged');
  expect(refused.data).toMatchObject({
    basket: { totalSom: 53_800, coupon: { amountSom: 0, problem: 'CouponUsed' } },
  });
  expect(await shop.everyRow()).toBe(before);
  await second.open();
  expect((await second.pay()).netSom).toBe(53_800);
});

test('of two windows that pay at the same moment one gets the discount', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  const windows = [shop.desk('first'), shop.desk('second')];
  for (const window of windows) {
    window.listen();
    await window.put('b', 'c');
    await window.scan(card);
    await window.scan(code);
  }
  const ends = await Promise.allSettled(windows.map((window) => window.pay()));
  expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
  const uses = await shop.db.selectFrom('coupon_use').selectAll().execute();
  expect(uses).toMatchObject([{ code, use_no: 1, amount_som: 5_000, sale_net_som: 48_800 }]);
  expect(await shop.db.selectFrom('sale').select('id').where('net_som', '=', 48_800).execute()).toHaveLength(
    1,
  );
});

test('a coupon that was judged good twice is still used once: the second says when and on which receipt', async () => {
  const shop = await openCounter();
  const { code } = await couponHolder(shop);
  const host = shop.till.host();
  const cashier = {
    personId: shop.cashierId,
    role: 'cashier',
    tillId: host.tillId,
    approver: null,
    permissions,
  } as const;
  const redeem = (receiptNumber: number) =>
    inTransaction(host, { key: testWindow }, cashier, (scope) =>
      redeemCoupon(scope, {
        code,
        saleId: shop.newId(),
        receiptNumber,
        amountSom: som(5_000),
        saleNetSom: som(48_800),
        customerId: null,
        isFirstPurchase: false,
        isAfterPaymentKey: false,
        goodwillReason: null,
      }),
    );
  await redeem(7);
  expect(await shop.refusal(redeem(8))).toEqual({
    code: 'CouponUsed',
    data: { redeemedAt: '2026-11-22T06:00:00.000Z', receiptNumber: 7 },
  });
  await shop.db.updateTable('coupon').set(cancelled).where('code', '=', code).execute();
  expect((await shop.refusal(redeem(9))).code).toBe('CouponVoided');
});

const cancelled = { state: 'voided', redeemed_sale_id: null, redeemed_at: null } as const;

test('a coupon given up with its customer, or with the basket, takes nothing off', async () => {
  const shop = await openCounter();
  const { card, code } = await couponHolder(shop);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(code);
  await shop.cashier.change({ kind: 'detachCustomer' });
  expect(shop.cashier.seen()).toMatchObject({ totalSom: 53_800, coupon: { problem: 'CouponOfAnother' } });
  await shop.cashier.change({ kind: 'clear' });
  expect(shop.cashier.seen()).toMatchObject({ coupon: null, customer: null, lines: [] });
});
