/** The coupons that the shop gives: the owner's choice. */
import { expect, test } from 'vitest';
import { listSeries, saveSeries } from '../../../electron/coupon/verbs.ts';
import { reprintReceipt } from '../../../electron/sale/receipts.ts';
import { type Counter, openCounter } from '../sale/counter.ts';

async function firstSeries(shop: Counter) {
  const { series } = await shop.call(listSeries, {});
  const [first] = series;
  if (first === undefined) throw new Error('a new shop has its first series');
  return first;
}

async function saved(shop: Counter, different: Partial<Awaited<ReturnType<typeof firstSeries>>>) {
  const { id, issued: _issued, redeemed: _redeemed, ...series } = await firstSeries(shop);
  shop.workAs(shop.ownerId, 'office');
  const input = { intentionId: shop.newId(), seriesId: id, ...series, ...different };
  return shop.call(saveSeries, input, 'office');
}

async function soldWithCoupon(shop: Counter): Promise<string> {
  await shop.cashier.put('b', 'b');
  return (await shop.cashier.pay()).couponCodes[0] ?? '';
}

test('a new shop gives 5 000 off from 50 000 for 14 days, with every receipt from 50 000', async () => {
  const shop = await openCounter();
  expect(await firstSeries(shop)).toMatchObject({
    discountSom: 5_000,
    minimumBasketSom: 50_000,
    givenFromSom: 50_000,
    validDays: 14,
    isGiven: true,
    mayBeGivenOn: false,
    issued: 0,
    redeemed: 0,
  });
});

test('a series says how many of its coupons are out and how many came back', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  const { couponCodes } = await shop.cashier.pay();
  await soldWithCoupon(shop);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(couponCodes[0] ?? '');
  await shop.cashier.pay();
  expect(await firstSeries(shop)).toMatchObject({ issued: 2, redeemed: 1 });
});

test('a series that was stopped gives nothing more; the coupons that are out stay good', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  const { couponCodes } = await shop.cashier.pay();
  await saved(shop, { isGiven: false });
  expect(await soldWithCoupon(shop)).toBe('');
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(couponCodes[0] ?? '');
  expect(shop.cashier.seen().totalSom).toBe(48_800);
});

test('coupons that are out keep their days when the series is changed', async () => {
  const shop = await openCounter();
  const before = await soldWithCoupon(shop);
  await saved(shop, { validDays: 3 });
  const after = await soldWithCoupon(shop);
  const rows = await shop.db.selectFrom('coupon').select(['code', 'expires_on']).execute();
  expect(new Map(rows.map((row) => [row.code, row.expires_on]))).toEqual(
    new Map([
      [before, '2026-12-06'],
      [after, '2026-11-25'],
    ]),
  );
});

test('a coupon that may be given on is good for anybody', async () => {
  const shop = await openCounter();
  await saved(shop, { mayBeGivenOn: true });
  const code = await soldWithCoupon(shop);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(code);
  expect((await shop.cashier.pay()).netSom).toBe(48_800);
});

test('a discount above the smallest purchase is refused', async () => {
  const shop = await openCounter();
  const wrong = saved(shop, { discountSom: 60_000 as never });
  expect((await shop.refusal(wrong)).code).toBe('DiscountAboveMinimum');
});

test('a copy of a receipt carries the same coupon and gives no new one', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  await shop.cashier.put('b', 'b');
  const { saleId, couponCodes } = await shop.cashier.pay();
  const copy = () => shop.call(reprintReceipt(shop.till.parts), { intentionId: shop.newId(), saleId });
  expect([await copy(), await copy()]).toEqual([{ copyNumber: 1 }, { copyNumber: 2 }]);
  const papers = await shop.db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('kind', '=', 'paper')
    .orderBy('copy_number')
    .execute();
  const [original = [], ...copies] = papers.map((paper) => JSON.parse(paper.blocks_json) as unknown[]);
  expect(JSON.stringify(original)).toContain(couponCodes[0]);
  for (const [index, blocks] of copies.entries()) {
    expect(blocks[0]).toEqual({ kind: 'heading', text: `NUSXA №${index + 1}` });
    expect(blocks.slice(1)).toEqual(original);
  }
  expect(await shop.db.selectFrom('coupon').select('code').execute()).toEqual([{ code: couponCodes[0] }]);
});
