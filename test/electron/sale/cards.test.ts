/** Cards at the till: issued ones find their customer, the first use of an instant card makes one. */
import { expect, test } from 'vitest';
import { joinCard } from '../../../electron/customer/cards.ts';
import { getCustomer } from '../../../electron/customer/get.ts';
import { cardDigits, newCardNumber } from '../../../shared/customer/cardNumber.ts';
import { accountsAndSums, openCounter } from './counter.ts';

const phone = '+998901112233';

test('a card number that fits all its check digits but was never issued is refused', async () => {
  const shop = await openCounter();
  const invented = newCardNumber(cardDigits(Uint8Array.from([9, 8, 7, 6, 5, 4])));
  await shop.cashier.put('a');
  expect((await shop.refusal(shop.cashier.scan(invented))).code).toBe('CardNotIssued');
  expect(shop.cashier.seen().customer).toBeNull();
});

test('the first use of an instant card makes a customer without a name, the second finds the same', async () => {
  const shop = await openCounter();
  const [card = ''] = await shop.newCards();
  const first = await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer).toMatchObject({
    name: '',
    phone: null,
    isRegistered: false,
    identification: 'instantCard',
  });
  await shop.cashier.put('b', 'b');
  const sold = await shop.cashier.pay();
  expect(sold).toMatchObject({ bonusEarnedSom: 1_820, bonusBalanceSom: 1_820, claimCode: null });
  expect(await shop.cashier.scan(card)).toEqual(first);
  expect(shop.cashier.seen().customer).toMatchObject({ visits: 1, spendableSom: 1_820 });
  expect(await shop.db.selectFrom('customer').select('id').execute()).toHaveLength(1);
});

test('a phone that registers an instant card keeps what the card earned', async () => {
  const shop = await openCounter();
  const [card = ''] = await shop.newCards();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  const customerId = await shop.newCustomer(phone, card);
  expect(await shop.cashier.scan(card)).toEqual({ kind: 'customer', customerId, receipt: null });
  expect(shop.cashier.seen().customer).toMatchObject({
    // A cashier sees the end of it.
    phone: '+998 •• ••• 22 33',
    isRegistered: true,
    identification: 'card',
    spendableSom: 1_820,
  });
});

test('an instant card joins a customer whose phone is known, and brings its bonus and its coupons along', async () => {
  const shop = await openCounter();
  const customerId = await shop.newCustomer(phone);
  const [card = ''] = await shop.newCards();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  const { couponCodes } = await shop.cashier.pay();
  shop.workAs(shop.ownerId, 'office');
  await shop.call(joinCard, { intentionId: shop.newId(), customerId, cardNumber: card }, 'office');
  await shop.cashier.put('b', 'b');
  expect(await shop.cashier.scan(card)).toEqual({ kind: 'customer', customerId, receipt: null });
  expect(shop.cashier.seen().customer).toMatchObject({ bonusSom: 1_820, spendableSom: 1_820, visits: 1 });
  await shop.cashier.scan(couponCodes[0] ?? '');
  expect(shop.cashier.seen()).toMatchObject({ totalSom: 86_000, coupon: { amountSom: 5_000 } });
  const { customer } = await shop.call(getCustomer, { customerId });
  expect(customer).toMatchObject({ bonusSom: 1_820, paidSom: 91_000 });
  const { accounts, sums } = await accountsAndSums(shop.db);
  expect(accounts).toEqual(sums);
});

test('a phone nobody has offers a new customer, a known one finds its owner', async () => {
  const shop = await openCounter();
  expect(await shop.cashier.scan('90 111 22 33')).toEqual({ kind: 'newPhone', phone });
  expect(shop.cashier.seen().customer).toBeNull();
  const customerId = await shop.newCustomer(phone);
  expect(await shop.cashier.scan('90 111 22 33')).toEqual({ kind: 'customer', customerId, receipt: null });
  expect(shop.cashier.seen().customer?.identification).toBe('phone');
});

test('several receipts of one day are one visit', async () => {
  const shop = await openCounter();
  const { card, customerId } = await shop.cardHolder(phone);
  for (const hours of [0, 2, 24]) {
    shop.clock.pass(hours * 3_600);
    await shop.cashier.put('b');
    await shop.cashier.scan(card);
    await shop.cashier.pay();
  }
  const { customer } = await shop.call(getCustomer, { customerId });
  expect(customer).toMatchObject({ visits: 2, paidSom: 136_500, averageSom: 68_250 });
});

test('a code of ours that was misread is said to be so and makes no red line', async () => {
  const shop = await openCounter();
  const [card = ''] = await shop.newCards();
  await shop.cashier.open();
  const misread = `${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`;
  expect((await shop.refusal(shop.cashier.scan(misread))).code).toBe('CodeNotReadable');
  expect((await shop.refusal(shop.cashier.scan('R7FQ2M4X92'))).code).toMatch(
    /CodeNotReadable|ReceiptUnknown/,
  );
  expect(shop.cashier.seen().lines).toEqual([]);
});
