/** A basket waits while another customer is served. */
import { expect, test } from 'vitest';
import { listParked, parkBasket, resumeBasket } from '../../../electron/sale/parking.ts';
import { type Counter, openCounter } from './counter.ts';

async function park(shop: Counter) {
  const { saleId, revision } = shop.cashier.seen();
  const asked = { intentionId: shop.newId(), saleId, revision };
  const fresh = await shop.call(parkBasket, asked);
  await shop.cashier.open();
  return { asked, fresh };
}

const resume = (shop: Counter, saleId: string, key?: string) =>
  shop.call(resumeBasket, { intentionId: shop.newId(), saleId }, key);

test('a parked basket waits with its goods, and the window has an empty one', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('a', 'b');
  await shop.cashier.scan(card);
  const { saleId } = shop.cashier.seen();
  const { fresh } = await park(shop);
  expect(fresh).toMatchObject({ lines: [], customer: null, totalSom: 0 });
  expect(await shop.call(listParked, {})).toMatchObject({
    baskets: [{ saleId, totalSom: 58_490, lines: 2, customerName: '+998901112233' }],
  });
  expect(await resume(shop, saleId)).toMatchObject({ saleId, totalSom: 58_490 });
  await shop.cashier.open();
  expect((await shop.cashier.pay()).netSom).toBe(58_490);
  expect(await shop.call(listParked, {})).toEqual({ baskets: [] });
});

test('a bonus that was asked for is spent at completion only: parking spends nothing', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: 5_000 as never });
  const { saleId } = shop.cashier.seen();
  await park(shop);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer?.spendableSom).toBe(20_000);
  await shop.cashier.pay();
  expect(await resume(shop, saleId)).toMatchObject({ bonusToSpendSom: 5_000 });
});

test('an empty basket is not parked', async () => {
  const shop = await openCounter();
  const { saleId, revision } = await shop.cashier.open();
  const empty = shop.call(parkBasket, { intentionId: shop.newId(), saleId, revision });
  expect((await shop.refusal(empty)).code).toBe('BasketEmpty');
});

test('parking that was asked for twice is done once', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  const { asked, fresh } = await park(shop);
  const before = await shop.everyRow();
  expect(await shop.call(parkBasket, asked)).toEqual(fresh);
  expect(await shop.everyRow()).toBe(before);
});

test('taking up a basket parks the one that is open, unless it is empty', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  const first = shop.cashier.seen().saleId;
  await park(shop);
  await shop.cashier.put('b');
  const second = shop.cashier.seen().saleId;
  await resume(shop, first);
  const { baskets } = await shop.call(listParked, {});
  expect(baskets.map((basket) => basket.saleId)).toEqual([second]);
  await shop.cashier.open();
  await shop.cashier.pay();
  await shop.cashier.open();
  await resume(shop, second);
  expect(await shop.call(listParked, {})).toEqual({ baskets: [] });
});

test('a basket is taken up by one window: a second comes too late', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  const { saleId } = shop.cashier.seen();
  await park(shop);
  const other = shop.desk('another window');
  other.listen();
  await resume(shop, saleId);
  expect(await resume(shop, saleId)).toMatchObject({ saleId, totalSom: 12_990 });
  expect((await shop.refusal(resume(shop, saleId, 'another window'))).code).toBe('BasketGone');
});

test('a basket that was sold, or dropped because it was empty, is not taken up again', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  const { saleId } = await shop.cashier.pay();
  expect((await shop.refusal(resume(shop, saleId))).code).toBe('BasketGone');
  await shop.cashier.put('b');
  const waiting = shop.cashier.seen().saleId;
  const { fresh } = await park(shop);
  await resume(shop, waiting);
  expect((await shop.refusal(resume(shop, fresh.saleId))).code).toBe('BasketGone');
});

test('parked baskets wait for the next day with its prices', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  const { saleId } = shop.cashier.seen();
  await park(shop);
  await shop.price('a', 15_000);
  shop.clock.pass(24 * 3_600);
  expect(await shop.call(listParked, {})).toMatchObject({ baskets: [{ saleId, totalSom: 15_000 }] });
});

test('a basket that is taken up again asks anew how it is paid', async () => {
  const shop = await openCounter();
  const { cashier } = shop;
  await cashier.put('b');
  const { saleId, revision } = await cashier.change({
    kind: 'planPayment',
    payment: [{ kind: 'card', provider: 'humo' }],
  });
  await shop.call(parkBasket, { intentionId: shop.newId(), saleId, revision });
  expect((await shop.call(resumeBasket, { intentionId: shop.newId(), saleId })).payment).toBeNull();
});
