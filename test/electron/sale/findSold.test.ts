/** Finding a receipt again, and what of it may still come back. */
import { expect, test } from 'vitest';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { findSold, returnable } from '../../../electron/sale/findSold.ts';
import { soldSales } from '../../../electron/sale/findSoldQueries.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { saleContract } from '../../../shared/sale/contract.ts';
import { businessDay } from '../../../shared/time.ts';
import { cashTender, type GoodsName, humoTender } from './counter.ts';
import { openWholeShop, type WholeShop } from './wholeShop.ts';

const oneDay = 24 * 3600;
type Filter = VerbInput<typeof saleContract.findSold>;
const any = { code: null, number: null, from: null, to: null, customerId: null, productId: null };

const numbersOf = async (shop: WholeShop, filter: Partial<Filter>) =>
  (await shop.call(findSold, { ...any, ...filter })).sales.map(({ number }) => number);

async function sell(shop: WholeShop, goods: readonly GoodsName[], card: string | null = null) {
  await shop.cashier.put(...goods);
  if (card !== null) await shop.cashier.scan(card);
  const sold = await shop.payAll();
  shop.clock.pass(60);
  return sold;
}

test('by number, by day, by goods, and by several of them at once; the newest first', async () => {
  const shop = await openWholeShop();
  await sell(shop, ['a']);
  await sell(shop, ['b', 'c']);
  shop.clock.pass(oneDay);
  await sell(shop, ['b']);
  expect(await numbersOf(shop, {})).toEqual([3, 2, 1]);
  expect(await numbersOf(shop, { number: 2 })).toEqual([2]);
  expect(await numbersOf(shop, { number: 9 })).toEqual([]);
  expect(await numbersOf(shop, { from: businessDay('2026-11-23') })).toEqual([3]);
  expect(await numbersOf(shop, { to: businessDay('2026-11-22') })).toEqual([2, 1]);
  expect(await numbersOf(shop, { productId: shop.productIds.b })).toEqual([3, 2]);
  const both = { productId: shop.productIds.b, to: businessDay('2026-11-22') };
  expect(await numbersOf(shop, both)).toEqual([2]);
});

test('goods alone are looked for in the receipts of three months; with a day they are found beyond', async () => {
  const shop = await openWholeShop();
  await sell(shop, ['b']);
  shop.clock.pass(93 * oneDay);
  await sell(shop, ['b']);
  expect(await numbersOf(shop, { productId: shop.productIds.b })).toEqual([2]);
  const since = { productId: shop.productIds.b, from: businessDay('2026-11-01') };
  expect(await numbersOf(shop, since)).toEqual([2, 1]);
});

test('a customer’s own receipts, those given to them later, and those of whoever became them', async () => {
  const shop = await openWholeShop();
  const first = await shop.cardHolder('+998901112233');
  const second = await shop.cardHolder('+998905556677');
  await sell(shop, ['a'], first.card);
  await sell(shop, ['a'], second.card);
  const later = await sell(shop, ['c']);
  await sell(shop, ['c']);
  await shop.call(attachLater, {
    intentionId: shop.newId(),
    code: later.claimCode ?? '',
    customerId: first.customerId,
  });
  expect(await numbersOf(shop, { customerId: first.customerId })).toEqual([3, 1]);
  await shop.asOwner(mergeCustomers, { intoId: first.customerId, fromId: second.customerId });
  expect(await numbersOf(shop, { customerId: first.customerId })).toEqual([3, 2, 1]);
});

test('page after page, without a receipt twice or left out', async () => {
  const shop = await openWholeShop();
  for (let count = 0; count < 5; count += 1) await sell(shop, ['a']);
  const found: number[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof shop.call<typeof findSold.procedure>>> = await shop.call(findSold, {
      ...any,
      cursor,
      limit: 2,
    });
    found.push(...page.sales.map(({ number }) => number));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(found).toEqual([5, 4, 3, 2, 1]);
});

test('every way of looking goes along an index', async () => {
  const shop = await openWholeShop();
  const ways: [Partial<Filter>, string][] = [
    [{}, 'SCAN sale USING INDEX sale_by_business_day_sold_at'],
    [{ number: 7 }, 'SEARCH sale USING INDEX'],
    [
      { from: businessDay('2026-11-01'), productId: shop.newId() },
      'SEARCH sale USING INDEX sale_by_business_day',
    ],
    [{ customerId: shop.newId() }, 'SEARCH own USING'],
  ];
  for (const [filter, step] of ways) {
    const query = soldSales(shop.db, { ...any, ...filter } as never, null, 51).compile();
    const plan = await shop.db.executeQuery<{ detail: string }>({
      ...query,
      sql: `explain query plan ${query.sql}`,
    });
    const steps = plan.rows.map((row) => row.detail);
    expect(steps.join('\n')).toContain(step);
    expect(steps.filter((each) => /^SCAN (sale|own|given|sale_line|sale_return)$/.test(each))).toEqual([]);
  }
});

test('of a receipt: what is left of each line, how it was paid, and what came back before', async () => {
  const shop = await openWholeShop({ settings: { returnDays: 10 } });
  const coupon = await shop.newCoupon(await shop.makeSeries());
  await shop.cashier.put('a', 'a', 'b', 'c');
  await shop.cashier.scan(coupon);
  const sold = await shop.cashier.pay({
    tenders: [humoTender(50_000), cashTender(24_780)],
    receivedCashSom: 24_780,
  });
  await shop.takeBack(sold.saleId, { 1: 1, 2: 1 }, { reason: 'expired' });
  // The lines count for 24 352, 42 648 and 7 780.
  expect(await shop.call(returnable, { saleId: sold.saleId })).toMatchObject({
    sale: { number: 1, netSom: 74_780, backSom: 12_176 + 42_648 },
    soldOn: '2026-11-22',
    lastOn: '2026-12-02',
    isLate: false,
    isToday: true,
    lines: [
      { lineNumber: 1, quantityThousandths: 2_000, leftThousandths: 1_000, netSom: 24_352, leftSom: 12_176 },
      { lineNumber: 2, leftThousandths: 0, netSom: 42_648, leftSom: 0 },
      { lineNumber: 3, leftThousandths: 1_000, netSom: 7_780, leftSom: 7_780 },
    ],
    paidWith: [
      { kind: 'card', provider: 'humo', amountSom: 50_000 },
      { kind: 'cash', amountSom: 24_780 },
    ],
    returns: [{ number: 1, reason: 'expired', netSom: 12_176 + 42_648 }],
  });
  expect((await shop.refusal(shop.call(returnable, { saleId: shop.newId() }))).code).toBe('ReceiptUnknown');
});
