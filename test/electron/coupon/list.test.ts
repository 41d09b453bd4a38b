/** The coupons of a series, a batch or a customer, page by page, and a look at one of them. */
import { expect, test } from 'vitest';
import { listCoupons, lookAtCoupon } from '../../../electron/coupon/list.ts';
import { giveByHand, voidCoupon } from '../../../electron/coupon/verbs.ts';
import { makeBatch } from '../../../electron/coupon/verbsOfBatches.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { couponContract } from '../../../shared/coupon/contract.ts';
import { type Counter, openCounter } from '../sale/counter.ts';
import { saveSome } from './someSeries.ts';

const office = 'office';
const day = 24 * 3_600;
type ListInput = VerbInput<typeof couponContract.list>;

async function given(shop: Counter, seriesId: string, customerId: string | null = null): Promise<string> {
  const input = { intentionId: shop.newId(), seriesId, customerId, reason: 'x', isPrinted: false };
  return (await shop.call(giveByHand(shop.till.parts), input, office)).code;
}

/** All pages of a list, each as its codes. */
async function pages(shop: Counter, asked: ListInput): Promise<readonly (readonly string[])[]> {
  const all: string[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof one>> = await one(cursor);
    all.push(page.coupons.map((coupon) => coupon.code));
    cursor = page.nextCursor;
    if (cursor === null) return all;
  }
  function one(cursor: string | null) {
    return shop.call(listCoupons, { ...asked, cursor }, office);
  }
}

test('coupons come newest first, and every page goes on where the last one ended', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const codes: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    // Two at a time at the same moment.
    if (index % 2 === 0) shop.clock.pass(60);
    codes.push(await given(shop, seriesId));
  }
  const found = await pages(shop, { seriesId, limit: 3 });
  expect(found.map((page) => page.length)).toEqual([3, 3, 1]);
  const flat = found.flat();
  expect([...flat].sort()).toEqual([...codes].sort());
  expect(flat[0]).toBe(codes[6]);
  expect(new Set(flat.slice(5))).toEqual(new Set(codes.slice(0, 2)));
});

test('the coupons of a batch come by their places', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const batch = { seriesId, kind: 'sheet10' as const, label: '', languages: ['uz' as const], count: 5 };
  const { batchId } = await shop.call(makeBatch, { intentionId: shop.newId(), ...batch }, office);
  const rows = () =>
    shop.db.selectFrom('coupon').select('code').where('batch_id', '=', batchId).orderBy('batch_no', 'desc');
  while ((await rows().execute()).length < 5) await new Promise((go) => setTimeout(go, 2));
  const codes = (await rows().execute()).map((row) => row.code);
  expect(await pages(shop, { batchId, limit: 2 })).toEqual([
    codes.slice(0, 2),
    codes.slice(2, 4),
    codes.slice(4),
  ]);
});

test('the codes of a whole series are not for a cashier to see, a customer’s own are', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const { customerId } = await shop.cardHolder();
  const code = await given(shop, seriesId, customerId);
  await expect(shop.call(listCoupons, { seriesId })).rejects.toMatchObject({ code: 'NotAllowed' });
  const own = await shop.call(listCoupons, { customerId });
  expect(own.coupons.map((coupon) => coupon.code)).toEqual([code]);
});

test('a list shows one state: open, used, expired or void', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const old = await given(shop, seriesId);
  shop.clock.pass(15 * day);
  const [open, used, lost] = [
    await given(shop, seriesId),
    await given(shop, seriesId),
    await given(shop, seriesId),
  ];
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(used);
  await shop.cashier.pay();
  await shop.call(voidCoupon, { intentionId: shop.newId(), code: lost, reason: 'x' }, office);
  const listed = async (state: ListInput['state']) => (await pages(shop, { seriesId, state })).flat();
  expect({
    issued: await listed('issued'),
    redeemed: await listed('redeemed'),
    expired: await listed('expired'),
    voided: await listed('voided'),
  }).toEqual({ issued: [open], redeemed: [used], expired: [old], voided: [lost] });
});

test('expired coupons come with those that expired last in front, page by page', async () => {
  const shop = await openCounter();
  const [short, long] = [await saveSome(shop), await saveSome(shop)];
  await saveSome(shop, { validity: { kind: 'days', days: 3 } }, { seriesId: short });
  const codes: string[] = [];
  for (let index = 0; index < 4; index += 1) {
    codes.push(await given(shop, short));
    shop.clock.pass(day);
  }
  await given(shop, long);
  // Given on 22 to 25 November for three days: on the 28th the first three are over.
  shop.clock.pass(2 * day);
  const expired = await pages(shop, { seriesId: short, state: 'expired', limit: 2 });
  expect(expired).toEqual([[codes[2], codes[1]], [codes[0]]]);
  expect(await pages(shop, { seriesId: short, state: 'issued', limit: 2 })).toEqual([[codes[3]]]);
});

test('a customer’s list holds the coupons of their receipts and those given to them', async () => {
  const shop = await openCounter();
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  const [ofReceipt = ''] = (await shop.cashier.pay()).couponCodes;
  shop.clock.pass(60);
  const byHand = await given(shop, await saveSome(shop), customerId);
  expect(await pages(shop, { customerId })).toEqual([[byHand, ofReceipt]]);
});

test('a look at a coupon tells its whole story', async () => {
  const shop = await openCounter();
  const customerId = await shop.newCustomer('+998901112233', null, 'Aziza Karimova');
  const code = await given(shop, await saveSome(shop, { holding: 'bound' }), customerId);
  shop.clock.pass(day);
  await shop.cashier.put('b', 'c');
  await shop.cashier.change({ kind: 'attachCustomer', customerId });
  await shop.cashier.scan(code);
  await shop.cashier.pay();
  const { coupon } = await shop.call(lookAtCoupon, { code: ` ${code.toLowerCase()} ` }, office);
  expect(coupon).toMatchObject({
    code,
    seriesName: { uz: 'Tarqatma kupon' },
    state: 'redeemed',
    minimumSom: 50_000,
    usesAllowed: 1,
    usesCount: 1,
    customerId,
    customerName: 'Aziza Karimova',
    issuedAt: '2026-11-22T06:00:00.000Z',
    issuedReceiptNumber: null,
    redeemedAt: '2026-11-23T06:00:00.000Z',
    redeemedReceiptNumber: 1,
    voidedAt: null,
  });
  expect(coupon.issuedBy).not.toBeNull();
  expect(coupon.redeemedBy).not.toBeNull();
  expect(coupon.issuedBy).not.toBe(coupon.redeemedBy);
});

test('a list without a series, a batch or a customer is not asked for', async () => {
  const shop = await openCounter();
  await expect(shop.call(listCoupons, {}, office)).rejects.toThrow('which series, batch or customer');
});

test('a cashier sees the coupons of a customer, not the codes of papers that belong to whoever brings them', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  await given(shop, seriesId);
  const customerId = shop.newId();
  expect((await shop.call(listCoupons, { customerId, limit: 5 })).coupons).toEqual([]);
  for (const asked of [{ seriesId }, { batchId: shop.newId() }, { batchId: shop.newId(), customerId }]) {
    const refusal = await shop.refusal(shop.call(listCoupons, { ...asked, limit: 5 }));
    expect(refusal.code).toBe('NotAllowed');
  }
});
