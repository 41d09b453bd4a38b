/** Rule 20: the receipt itself is the card of whoever had none, and a forgotten card is made good the same day. */
import { expect, test } from 'vitest';
import { getCustomer } from '../../../electron/customer/get.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { som } from '../../../shared/money.ts';
import { accountsAndSums, type Counter, openCounter } from './counter.ts';

const day = 24 * 3_600;
const phone = '+998901112233';

async function soldToNobody(shop: Counter) {
  await shop.cashier.put('b', 'b');
  const sold = await shop.cashier.pay();
  const { receipt_code } = await shop.db
    .selectFrom('sale')
    .select('receipt_code')
    .where('id', '=', sold.saleId)
    .executeTakeFirstOrThrow();
  return { ...sold, claimCode: sold.claimCode ?? '', receiptCode: receipt_code };
}

const give = (shop: Counter, code: string, customerId: string) =>
  shop.call(attachLater, { intentionId: shop.newId(), code, customerId });

test('a sale without a customer earns for whoever brings its claim code', async () => {
  const shop = await openCounter();
  const sold = await soldToNobody(shop);
  expect(sold).toMatchObject({ bonusEarnedSom: 1_820, bonusBalanceSom: null });
  expect(sold.claimCode).toMatch(/^C[2-9A-HJ-NP-Z]{9}$/);
  expect(await shop.cashier.scan(sold.claimCode)).toEqual({
    kind: 'claim',
    code: sold.claimCode,
    bonusSom: 1_820,
  });
  expect(await shop.db.selectFrom('bonus_lot').selectAll().execute()).toMatchObject([
    { holder_kind: 'claim', holder_id: sold.claimCode, earned_som: 1_820, expires_on: '2026-12-22' },
  ]);
});

test('a claim code and a phone bring the bonus, the coupon and the visit to the customer', async () => {
  const shop = await openCounter();
  const sold = await soldToNobody(shop);
  const customerId = await shop.newCustomer(phone);
  shop.clock.pass(3 * day);
  const given = await give(shop, sold.claimCode, customerId);
  expect(given).toEqual({ bonusSom: 1_820, bonusBalanceSom: 1_820 });
  const { customer } = await shop.call(getCustomer, { customerId });
  expect(customer).toMatchObject({ visits: 1, paidSom: 91_000, bonusSom: 1_820, lastVisitOn: '2026-11-25' });
  await shop.cashier.scan(phone);
  expect(shop.cashier.seen().customer).toMatchObject({
    spendableSom: 1_820,
    coupons: [{ code: sold.couponCodes[0] }],
  });
  const { accounts, sums } = await accountsAndSums(shop.db);
  expect(accounts).toEqual(sums);
  expect(accounts).toContainEqual({ kind: 'bonusLiability', subject_id: sold.claimCode, balance_som: 0 });
});

test('claimed bonus lives as long as bonus usually does, from the day it was claimed', async () => {
  const shop = await openCounter({ settings: { bonusExpiryDays: 100 } });
  const sold = await soldToNobody(shop);
  const customerId = await shop.newCustomer(phone);
  shop.clock.pass(3 * day);
  await give(shop, sold.claimCode, customerId);
  const lot = shop.db.selectFrom('bonus_lot').selectAll().where('holder_kind', '=', 'customer');
  expect(await lot.execute()).toMatchObject([{ remaining_som: 1_820, expires_on: '2027-03-05' }]);
});

test('a claim code serves once', async () => {
  const shop = await openCounter();
  const sold = await soldToNobody(shop);
  const first = await shop.newCustomer(phone);
  const second = await shop.newCustomer('+998907654321');
  await give(shop, sold.claimCode, first);
  const before = await shop.everyRow();
  expect((await shop.refusal(give(shop, sold.claimCode, second))).code).toBe('ClaimTaken');
  expect((await shop.refusal(give(shop, sold.receiptCode, second))).code).toBe('ReceiptHasCustomer');
  expect(await shop.everyRow()).toBe(before);
  await shop.cashier.open();
  expect((await shop.refusal(shop.cashier.scan(sold.claimCode))).code).toBe('ClaimTaken');
});

test('a claim that was asked for twice is given once and answered the same', async () => {
  const shop = await openCounter();
  const sold = await soldToNobody(shop);
  const customerId = await shop.newCustomer(phone);
  const asked = { intentionId: shop.newId(), code: sold.claimCode, customerId };
  const first = await shop.call(attachLater, asked);
  const before = await shop.everyRow();
  expect(await shop.call(attachLater, asked)).toEqual(first);
  expect(await shop.everyRow()).toBe(before);
});

test('a claim code serves to the end of its last day', async () => {
  const shop = await openCounter({ settings: { claimDays: 10 } });
  const kept = await soldToNobody(shop);
  const late = await soldToNobody(shop);
  const customerId = await shop.newCustomer(phone);
  // 2 December, 23:00 on the shop's wall.
  shop.clock.pass(10 * day + 12 * 3_600);
  expect((await give(shop, kept.claimCode, customerId)).bonusSom).toBe(1_820);
  shop.clock.pass(2 * 3_600);
  expect(await shop.refusal(give(shop, late.claimCode, customerId))).toEqual({
    code: 'ClaimExpired',
    data: { expiredOn: '2026-12-02' },
  });
  expect(await shop.cashier.scan(late.claimCode)).toMatchObject({ kind: 'claim', bonusSom: 0 });
});

test('a forgotten card is made good the same day by scanning the receipt', async () => {
  const shop = await openCounter();
  const { customerId } = await shop.cardHolder(phone);
  const sold = await soldToNobody(shop);
  expect(await shop.cashier.scan(sold.receiptCode)).toEqual({
    kind: 'receipt',
    saleId: sold.saleId,
    number: 1,
    mayAttach: true,
  });
  const given = await give(shop, sold.receiptCode.toLowerCase(), customerId);
  expect(given).toEqual({ bonusSom: 1_820, bonusBalanceSom: 1_820 });
  expect(await shop.db.selectFrom('sale_attachment').selectAll().execute()).toMatchObject([
    { sale_id: sold.saleId, customer_id: customerId, how: 'forgottenCard', person_id: shop.cashierId },
  ]);
  const line = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'saleAttached')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(line.content_json)).toMatchObject({
    customer: customerId,
    paidSom: 91_000,
    content: { sale: sold.saleId, how: 'forgottenCard', bonusSom: 1_820 },
  });
});

test('the day after, a receipt is given to nobody any more by its number; its claim code still serves', async () => {
  const shop = await openCounter();
  const sold = await soldToNobody(shop);
  const customerId = await shop.newCustomer(phone);
  shop.clock.pass(day);
  expect((await shop.refusal(give(shop, sold.receiptCode, customerId))).code).toBe('ReceiptTooOld');
  expect(await shop.cashier.scan(sold.receiptCode)).toMatchObject({ kind: 'receipt', mayAttach: false });
  expect((await give(shop, sold.claimCode, customerId)).bonusSom).toBe(1_820);
});

test('a receipt that was made for a customer is given to nobody else', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder(phone);
  const other = await shop.newCustomer('+998907654321');
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  const { receipt_code } = await shop.db.selectFrom('sale').select('receipt_code').executeTakeFirstOrThrow();
  expect((await shop.refusal(give(shop, receipt_code, other))).code).toBe('ReceiptHasCustomer');
});

test('codes that nobody printed are unknown', async () => {
  const shop = await openCounter();
  const sold = await soldToNobody(shop);
  const customerId = await shop.newCustomer(phone);
  const mistyped = `${sold.claimCode.slice(0, -1)}${sold.claimCode.endsWith('2') ? '3' : '2'}`;
  expect((await shop.refusal(give(shop, mistyped, customerId))).code).toBe('ClaimUnknown');
  expect((await shop.refusal(give(shop, 'anything', customerId))).code).toBe('ClaimUnknown');
  expect((await shop.refusal(give(shop, 'R222222222', customerId))).code).toMatch(/Unknown$/);
  expect(await shop.refusal(give(shop, sold.claimCode, shop.newId()))).toEqual({
    code: 'NotFound',
    data: { what: 'customer' },
  });
});

test('a receipt that was given to its customer is from then on their last receipt, and serves as their card', async () => {
  const shop = await openCounter();
  const customerId = await shop.newCustomer(phone);
  const sold = await soldToNobody(shop);
  await give(shop, sold.receiptCode, customerId);
  expect(await shop.cashier.scan(sold.receiptCode)).toEqual({
    kind: 'customer',
    customerId,
    receipt: { saleId: sold.saleId, number: sold.number },
  });
  expect(shop.cashier.seen().customer?.identification).toBe('receipt');
});

test('a receipt that was given later is newer than one that was made before it: the older serves no longer', async () => {
  const shop = await openCounter();
  const { card, customerId } = await shop.cardHolder(phone);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  const own = await shop.db.selectFrom('sale').select('receipt_code').executeTakeFirstOrThrow();
  shop.clock.pass(60);
  const sold = await soldToNobody(shop);
  await give(shop, sold.receiptCode, customerId);
  expect(await shop.cashier.scan(own.receipt_code)).toMatchObject({ kind: 'receipt', mayAttach: false });
  expect(await shop.cashier.scan(sold.receiptCode)).toEqual({
    kind: 'customer',
    customerId,
    receipt: { saleId: sold.saleId, number: sold.number },
  });
});

test('the bonus of a sale that was given later may be spent at once', async () => {
  const shop = await openCounter();
  const { card, customerId } = await shop.cardHolder(phone);
  const sold = await soldToNobody(shop);
  await give(shop, sold.receiptCode, customerId);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: 1_820 as never });
  expect((await shop.cashier.pay()).bonusSpentSom).toBe(1_820);
});

test('receipts that others left lying are not collected on one card: the bounds of the day hold for them too', async () => {
  const bounds = [
    { mostReceiptsPerDay: 2 },
    // 1 820 each: a second one would be more than a customer earns in a day.
    { mostEarnedPerDaySom: som(3_640) },
  ];
  for (const settings of bounds) {
    const shop = await openCounter({ settings });
    const customerId = await shop.newCustomer(phone);
    const [first, second, third] = [
      await soldToNobody(shop),
      await soldToNobody(shop),
      await soldToNobody(shop),
    ];
    await give(shop, first.receiptCode, customerId);
    await give(shop, second.claimCode, customerId);
    const before = await shop.everyRow();
    expect((await shop.refusal(give(shop, third.receiptCode, customerId))).code).toBe('EarnedEnoughToday');
    expect(await shop.everyRow()).toBe(before);
    // Nothing is lost: it waits on the code for its own customer, or for another day.
    shop.clock.pass(day);
    expect((await give(shop, third.claimCode, customerId)).bonusSom).toBe(1_820);
  }
});
