/** A payment that a terminal took is never taken twice, and one whose end nobody knows holds the sale. */
import { expect, test } from 'vitest';
import { parkBasket } from '../../../electron/sale/parking.ts';
import { notePayment } from '../../../electron/sale/payments.ts';
import { cashTender, humoTender, openCounter, reopenCounter } from './counter.ts';

const byCard = (amountSom: number) => ({ tenders: [humoTender(amountSom)], receivedCashSom: 0 });

test('a payment is noted before the terminal is touched, and counts as taken with the sale', async () => {
  const shop = await openCounter();
  const attempt = shop.newId();
  await shop.cashier.put('b');
  await shop.cashier.note(attempt, 45_500, 'asked');
  expect(shop.cashier.seen().attempts).toEqual([
    { id: attempt, kind: 'card', provider: 'humo', amountSom: 45_500, state: 'asked' },
  ]);
  await shop.cashier.pay(byCard(45_500));
  const noted = await shop.db.selectFrom('payment_attempt').select(['id', 'state']).execute();
  expect(noted).toEqual([{ id: attempt, state: 'taken' }]);
});

test('a payment whose answer was lost holds the sale until somebody has looked', async () => {
  const shop = await openCounter();
  const attempt = shop.newId();
  await shop.cashier.put('b');
  await shop.cashier.note(attempt, 45_500, 'asked');
  await shop.cashier.note(attempt, 45_500, 'uncertain');
  const uncertain = { code: 'PaymentUncertain', data: { amountSom: 45_500 } };
  expect(await shop.refusal(shop.cashier.pay())).toEqual(uncertain);
  expect(await shop.refusal(shop.cashier.pay(byCard(45_500)))).toEqual(uncertain);
  const { saleId, revision } = shop.cashier.seen();
  const park = shop.call(parkBasket, { intentionId: shop.newId(), saleId, revision });
  expect(await shop.refusal(park)).toEqual(uncertain);
  await shop.cashier.note(attempt, 45_500, 'notTaken');
  expect((await shop.cashier.pay()).netSom).toBe(45_500);
});

test('a payment that was taken must be part of the sale: the customer does not pay it again in cash', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b');
  await shop.cashier.note(shop.newId(), 30_000, 'taken');
  const refused = { code: 'PaymentUncertain', data: { amountSom: 30_000 } };
  expect(await shop.refusal(shop.cashier.pay())).toEqual(refused);
  expect(await shop.refusal(shop.cashier.pay(byCard(45_500)))).toEqual(refused);
  const mixed = { tenders: [humoTender(30_000), cashTender(15_500)], receivedCashSom: 20_000 };
  expect((await shop.cashier.pay(mixed)).changeSom).toBe(4_500);
});

test('two payments of the same sum are two payments', async () => {
  const shop = await openCounter();
  await shop.cashier.put('c', 'c');
  await shop.cashier.note(shop.newId(), 8_300, 'taken');
  await shop.cashier.note(shop.newId(), 8_300, 'taken');
  const once = { tenders: [humoTender(8_300), cashTender(8_300)], receivedCashSom: 8_300 };
  expect((await shop.refusal(shop.cashier.pay(once))).code).toBe('PaymentUncertain');
  const twice = { tenders: [humoTender(8_300), humoTender(8_300)], receivedCashSom: 0 };
  expect((await shop.cashier.pay(twice)).netSom).toBe(16_600);
});

test('a payment that was not taken stays so', async () => {
  const shop = await openCounter();
  const attempt = shop.newId();
  await shop.cashier.put('b');
  await shop.cashier.note(attempt, 45_500, 'asked');
  await shop.cashier.note(attempt, 45_500, 'notTaken');
  const settled = shop.cashier.note(attempt, 45_500, 'taken');
  expect((await shop.refusal(settled)).code).toBe('PaymentSettled');
});

test('a note that was sent twice is one payment', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b');
  const { saleId, revision } = shop.cashier.seen();
  const note = {
    intentionId: shop.newId(),
    saleId,
    revision,
    attemptId: shop.newId(),
    kind: 'qr' as const,
    provider: 'click' as const,
    amountSom: 45_500,
    state: 'asked' as const,
  };
  const first = await shop.call(notePayment, note);
  expect(await shop.call(notePayment, note)).toEqual(first);
  expect(first.attempts).toHaveLength(1);
});

test('a payment that was asked for is still there after the till was ended in the middle of it', async () => {
  const before = await openCounter();
  const attempt = before.newId();
  await before.cashier.put('b');
  await before.cashier.note(attempt, 45_500, 'asked');
  const shop = await reopenCounter(before);
  shop.workAs(shop.cashierId);
  const found = await shop.cashier.open();
  expect(found.attempts).toMatchObject([{ id: attempt, amountSom: 45_500, state: 'asked' }]);
  expect((await shop.refusal(shop.cashier.pay())).code).toBe('PaymentUncertain');
  expect((await shop.cashier.pay(byCard(45_500))).netSom).toBe(45_500);
});
