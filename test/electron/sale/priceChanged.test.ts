/** What the screen promised is what is sold, or nothing is: prices and days that change before the payment (rule 21). */
import { expect, test } from 'vitest';
import { quoteOpenBasket } from '../../../electron/sale/basketVerbs.ts';
import type { Instant } from '../../../shared/time.ts';
import { type Counter, openCounter } from './counter.ts';

async function refusedWithoutTrace(shop: Counter): Promise<Record<string, unknown>> {
  const before = await shop.everyRow();
  const refused = await shop.refusal(shop.cashier.pay());
  expect(refused.code).toBe('PriceChanged');
  expect(await shop.everyRow()).toBe(before);
  return refused.data;
}

test('a price that changed before the payment is asked for again, and nothing is written', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b');
  await shop.price('b', 47_000);
  expect(await refusedWithoutTrace(shop)).toMatchObject({ basket: { totalSom: 47_000 } });
  await shop.cashier.open();
  expect((await shop.cashier.pay()).netSom).toBe(47_000);
});

test('the same total from other prices is still another quote', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a', 'b');
  await shop.price('a', 12_000);
  await shop.price('b', 46_490);
  expect(await refusedWithoutTrace(shop)).toMatchObject({ basket: { totalSom: 58_490 } });
});

test('a total or a bonus that the page made up is refused', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b');
  const cheap = shop.cashier.pay({ expectedTotalSom: 40_000 });
  expect((await shop.refusal(cheap)).code).toBe('PriceChanged');
  const bonus = shop.cashier.pay({ expectedBonusSpentSom: 5_000 });
  expect((await shop.refusal(bonus)).code).toBe('PriceChanged');
});

test('a basket of five to midnight is priced anew after midnight, and sold on the new day', async () => {
  const shop = await openCounter({ now: '2026-11-22T18:58:00.000Z' });
  await shop.cashier.put('b');
  shop.clock.pass(5 * 60);
  await refusedWithoutTrace(shop);
  await shop.cashier.open();
  await shop.cashier.pay();
  expect(await shop.db.selectFrom('sale').select(['business_day', 'sold_at']).execute()).toEqual([
    { business_day: '2026-11-23', sold_at: '2026-11-22T19:03:00.000Z' },
  ]);
});

test('a coupon whose last day ends between scan and payment takes nothing off any more', async () => {
  const shop = await openCounter({ now: '2026-11-22T18:58:00.000Z' });
  const { card } = await shop.cardHolder();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  const { couponCodes } = await shop.cashier.pay();
  shop.clock.pass(14 * 24 * 3_600);
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  await shop.cashier.scan(couponCodes[0] ?? '');
  shop.clock.pass(5 * 60);
  expect(await refusedWithoutTrace(shop)).toMatchObject({
    basket: { totalSom: 91_000, coupon: { amountSom: 0, problem: 'CouponExpired' } },
  });
});

test('where the day starts at three, a sale at two in the night belongs to the day before', async () => {
  const shop = await openCounter({ now: '2026-11-22T20:58:00.000Z', settings: { dayStartsAtHour: 3 } });
  await shop.cashier.put('b');
  shop.clock.pass(5 * 60);
  await shop.cashier.pay();
  await shop.cashier.put('b');
  shop.clock.pass(3_600);
  await refusedWithoutTrace(shop);
  await shop.cashier.open();
  await shop.cashier.pay();
  const days = await shop.db.selectFrom('sale').select('business_day').orderBy('number').execute();
  expect(days.map((sale) => sale.business_day)).toEqual(['2026-11-22', '2026-11-23']);
});

test('a clock that was set back cannot reopen yesterday: the sale stays on the last day of the till', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b');
  shop.clock.now = '2026-11-19T06:00:00.000Z' as Instant;
  const { saleId } = shop.cashier.seen();
  const asked = await shop.call(quoteOpenBasket, { saleId });
  expect(asked.quoteHash).toBe(shop.cashier.seen().quoteHash);
  await shop.cashier.pay({ quoteHash: asked.quoteHash });
  expect(await shop.db.selectFrom('sale').select(['business_day', 'sold_at']).execute()).toEqual([
    { business_day: '2026-11-22', sold_at: '2026-11-19T06:00:00.000Z' },
  ]);
});
