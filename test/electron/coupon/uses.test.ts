/** How often a coupon works: once or several times, within its series' money, and what is written of each use. */
import { expect, test } from 'vitest';
import { giveByHand, listSeries } from '../../../electron/coupon/verbs.ts';
import { makeBatch } from '../../../electron/coupon/verbsOfBatches.ts';
import { som } from '../../../shared/money.ts';
import { type Counter, openCounter } from '../sale/counter.ts';
import { failAtEachWrite } from '../sale/eachWrite.ts';
import { couponRow, saveSome } from './someSeries.ts';

const office = 'office';

async function given(shop: Counter, seriesId: string): Promise<string> {
  const input = { intentionId: shop.newId(), seriesId, customerId: null, reason: 'x', isPrinted: false };
  return (await shop.call(giveByHand(shop.till.parts), input, office)).code;
}

/** Rice and salt for 53 800 with a coupon; answers what was paid. */
async function sellWith(shop: Counter, code: string): Promise<number> {
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(code);
  return (await shop.cashier.pay()).netSom;
}

const usesOf = (shop: Counter, code: string) =>
  shop.db.selectFrom('coupon_use').selectAll().where('code', '=', code).orderBy('use_no').execute();

const seriesOf = async (shop: Counter, seriesId: string) =>
  (await shop.call(listSeries, {}, office)).series.find((each) => each.id === seriesId);

test('a coupon for three purchases works three times, and then says when and where the last one was', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop, { usesPerCoupon: 3 });
  const code = await given(shop, seriesId);
  for (let use = 1; use <= 3; use += 1) {
    expect(await couponRow(shop, code)).toMatchObject({ state: 'issued', uses_count: use - 1 });
    expect(await sellWith(shop, code)).toBe(48_800);
    shop.clock.pass(3_600);
  }
  expect(await couponRow(shop, code)).toMatchObject({
    state: 'redeemed',
    uses_allowed: 3,
    uses_count: 3,
    redeemed_receipt_number: 3,
  });
  await shop.cashier.put('b', 'c');
  expect(await shop.refusal(shop.cashier.scan(code))).toEqual({
    code: 'CouponUsed',
    data: { redeemedAt: '2026-11-22T08:00:00.000Z', receiptNumber: 3 },
  });
  expect((await usesOf(shop, code)).map((use) => [use.use_no, use.receipt_number])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(await seriesOf(shop, seriesId)).toMatchObject({ issued: 1, redeemed: 3, spentSom: 15_000 });
});

test('a use says who, when, for whom, how much and whether the customer was new', async () => {
  const shop = await openCounter();
  const { card, customerId } = await shop.cardHolder();
  const seriesId = await saveSome(shop, { usesPerCoupon: 2 });
  const code = await given(shop, seriesId);
  for (const _ of [1, 2]) {
    await shop.cashier.put('b', 'c');
    await shop.cashier.scan(card);
    await shop.cashier.scan(code);
    await shop.cashier.pay();
  }
  const same = {
    series_id: seriesId,
    business_day: '2026-11-22',
    person_id: shop.cashierId,
    customer_id: customerId,
    amount_som: 5_000,
    partner_share_som: 0,
    sale_net_som: 48_800,
    goodwill_reason: null,
    given_back_at: null,
  };
  expect(await usesOf(shop, code)).toMatchObject([
    { ...same, is_first_purchase: 1 },
    { ...same, is_first_purchase: 0 },
  ]);
});

test('when the money of a series is spent its coupons are refused, whole and not in part', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop, { budgetSom: som(9_999) });
  const [first, second] = [await given(shop, seriesId), await given(shop, seriesId)];
  expect(await sellWith(shop, first)).toBe(48_800);
  // 4 999 are left of the money, and the coupon would take 5 000.
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(second);
  expect(shop.cashier.seen()).toMatchObject({
    totalSom: 53_800,
    coupon: { amountSom: 0, problem: 'CouponBudgetSpent' },
  });
  await shop.cashier.change({ kind: 'clear' });
  await saveSome(shop, { budgetSom: som(10_000) }, { seriesId });
  expect(await sellWith(shop, second)).toBe(48_800);
  const third = shop.call(
    giveByHand(shop.till.parts),
    { intentionId: shop.newId(), seriesId, customerId: null, reason: 'x', isPrinted: false },
    office,
  );
  expect((await shop.refusal(third)).code).toBe('CouponBudgetSpent');
});

test('a series whose money is spent comes with no more receipts', async () => {
  const shop = await openCounter();
  const { series } = await shop.call(listSeries, {});
  await saveSome(shop, {}, { seriesId: series[0]?.id ?? '', isGiven: false });
  await saveSome(shop, { giving: { kind: 'everySale', fromSom: som(0) }, budgetSom: som(5_000) });
  await shop.cashier.put('a');
  const [code = ''] = (await shop.cashier.pay()).couponCodes;
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(code);
  expect((await shop.cashier.pay()).couponCodes).toEqual([]);
});

test('a coupon given by hand, and the beginning of a batch, is there whole or not at all', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  const seriesId = await saveSome(shop);
  const coupon = { seriesId, customerId: null, reason: 'x', isPrinted: true };
  const give = () => shop.call(giveByHand(shop.till.parts), { intentionId: shop.newId(), ...coupon }, office);
  // Coupon, count of the series, print job, journal and intention.
  expect(await failAtEachWrite(shop, give)).toBeGreaterThanOrEqual(5);
  const batch = { seriesId, kind: 'strip' as const, label: '', languages: ['uz' as const], count: 1 };
  const begin = () => shop.call(makeBatch, { intentionId: shop.newId(), ...batch }, office);
  expect(await failAtEachWrite(shop, begin)).toBeGreaterThanOrEqual(3);
});
