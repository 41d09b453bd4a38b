/** What a coupon series brought and cost, batch by batch, and what the owner may look at. Worked by hand. */
import { expect, test } from 'vitest';
import { giveByHand, voidCoupon } from '../../../electron/coupon/verbs.ts';
import { batchCodes, makeBatch } from '../../../electron/coupon/verbsOfBatches.ts';
import { couponSeriesReport } from '../../../electron/report/couponSeries.ts';
import { addPerson } from '../../../electron/staff/people.ts';
import { saveSome } from '../coupon/someSeries.ts';
import { type Counter, type Desk, openCounter } from '../sale/counter.ts';

const office = 'office';
const day = 24 * 3_600;

async function report(shop: Counter, seriesId: string) {
  shop.workAs(shop.ownerId, office);
  return shop.call(couponSeriesReport(shop.till.parts), { seriesId }, office);
}

async function given(shop: Counter, seriesId: string, key = office): Promise<string> {
  const input = { intentionId: shop.newId(), seriesId, customerId: null, reason: 'x', isPrinted: false };
  return (await shop.call(giveByHand(shop.till.parts), input, key)).code;
}

async function handouts(shop: Counter, seriesId: string, label: string, count: number) {
  const batch = { seriesId, kind: 'flags' as const, label, languages: ['uz' as const], count };
  const { batchId } = await shop.call(makeBatch, { intentionId: shop.newId(), ...batch }, office);
  for (;;) {
    const { coupons } = await shop.call(batchCodes, { batchId, from: 0, limit: 500 }, office);
    if (coupons.length === count) return { batchId, codes: coupons.map((coupon) => coupon.code) };
    await new Promise((go) => setTimeout(go, 2));
  }
}

/** Rice and salt for 53 800 with a coupon of 5 000, at a window. */
async function useAt(desk: Desk, code: string, card: string | null = null) {
  await desk.put('b', 'c');
  if (card !== null) await desk.scan(card);
  await desk.scan(code);
  return desk.pay();
}

test('given, used, expired, void and open make up the whole; net and cost are those of the receipts', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  const seriesId = await saveSome(shop);
  const old = [await given(shop, seriesId), await given(shop, seriesId)];
  await useAt(shop.cashier, old[0] ?? '');
  shop.clock.pass(15 * day);
  const [used = '', lost = ''] = [
    await given(shop, seriesId),
    await given(shop, seriesId),
    await given(shop, seriesId),
  ];
  await useAt(shop.cashier, used, card);
  await shop.call(voidCoupon, { intentionId: shop.newId(), code: lost, reason: 'x' }, office);
  expect(await report(shop, seriesId)).toEqual({
    issued: 5,
    redeemed: 2,
    expired: 1,
    voided: 1,
    open: 1,
    broughtSom: 2 * 48_800,
    costSom: 2 * 5_000,
    newCustomers: 1,
    batches: [],
    signs: [],
  });
});

test('each batch says what it brought, so that one way of handing out can be told from another', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const bazaar = await handouts(shop, seriesId, 'Bozor', 3);
  shop.clock.pass(60);
  const school = await handouts(shop, seriesId, 'Maktab', 2);
  await useAt(shop.cashier, bazaar.codes[0] ?? '');
  await useAt(shop.cashier, bazaar.codes[2] ?? '');
  await useAt(shop.cashier, school.codes[1] ?? '');
  const { issued, redeemed, open, batches } = await report(shop, seriesId);
  expect({ issued, redeemed, open }).toEqual({ issued: 5, redeemed: 3, open: 2 });
  const kind = 'flags';
  expect(batches).toEqual([
    {
      batchId: school.batchId,
      label: 'Maktab',
      kind,
      count: 2,
      redeemed: 1,
      broughtSom: 48_800,
      costSom: 5_000,
    },
    {
      batchId: bazaar.batchId,
      label: 'Bozor',
      kind,
      count: 3,
      redeemed: 2,
      broughtSom: 97_600,
      costSom: 10_000,
    },
  ]);
});

test('who takes a coupon that they gave by hand is shown with the receipt', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const desk = shop.desk('counter', shop.ownerId);
  const sold = await useAt(desk, await given(shop, seriesId));
  await useAt(shop.cashier, await given(shop, seriesId));
  const { signs } = await report(shop, seriesId);
  expect(signs).toMatchObject([
    {
      kind: 'redeemedByGiver',
      count: 1,
      receipts: [{ saleId: sold.saleId, number: sold.number, usedAt: '2026-11-22T06:00:00.000Z' }],
    },
  ]);
});

test('a coupon of a batch is no sign against the owner who made the batch', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const { codes } = await handouts(shop, seriesId, '', 1);
  await useAt(shop.desk('counter', shop.ownerId), codes[0] ?? '');
  expect((await report(shop, seriesId)).signs).toEqual([]);
});

test('goodwill and a coupon added after the payment key are counted by person', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const [late, short] = [await given(shop, seriesId), await given(shop, seriesId)];
  const desk = shop.desk('counter', shop.ownerId);
  await desk.put('c');
  await desk.change({ kind: 'goodwillCoupon', code: short, reason: 'Doimiy mijoz' });
  await desk.pay();
  await shop.cashier.put('b', 'c');
  await shop.cashier.change({ kind: 'planPayment', payment: [{ kind: 'cash', provider: null }] });
  await shop.cashier.scan(late);
  await shop.cashier.pay();
  const { signs } = await report(shop, seriesId);
  expect(signs.map(({ kind, count }) => [kind, count])).toEqual([
    ['redeemedByGiver', 1],
    ['afterPaymentKey', 1],
    ['goodwill', 1],
  ]);
  const names = new Map(signs.map((sign) => [sign.kind, sign.personName]));
  expect(names.get('afterPaymentKey')).not.toBe(names.get('goodwill'));
});

test('one person far above the others is shown in a shop where three sell, not in one of two', async () => {
  const shop = await openCounter();
  const seriesId = await saveSome(shop);
  const { codes } = await handouts(shop, seriesId, '', 7);
  for (const code of codes.slice(0, 5)) await useAt(shop.cashier, code);
  expect((await report(shop, seriesId)).signs).toEqual([]);
  const third = { intentionId: shop.newId(), name: 'Dilnoza', role: 'cashier', pin: '4826' } as const;
  await shop.call(addPerson, third, office);
  const { signs } = await report(shop, seriesId);
  expect(signs).toMatchObject([{ kind: 'manyByOnePerson', count: 5 }]);
  expect(signs[0]?.receipts).toHaveLength(5);
});

test('a customer who uses three coupons of a series on one day is shown, two are nothing', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  const seriesId = await saveSome(shop);
  const { codes } = await handouts(shop, seriesId, '', 5);
  for (const code of codes.slice(0, 2)) await useAt(shop.cashier, code, card);
  shop.clock.pass(day);
  expect((await report(shop, seriesId)).signs).toEqual([]);
  for (const code of codes.slice(2)) await useAt(shop.cashier, code, card);
  expect((await report(shop, seriesId)).signs).toMatchObject([{ kind: 'sameCustomerOften', count: 3 }]);
});

test('a series nobody made is not found, and a cashier may not see the figures', async () => {
  const shop = await openCounter();
  expect((await shop.refusal(report(shop, shop.newId()))).code).toBe('NotFound');
  const seriesId = await saveSome(shop);
  const asked = shop.call(couponSeriesReport(shop.till.parts), { seriesId });
  expect((await shop.refusal(asked)).code).toBe('NotAllowed');
});
