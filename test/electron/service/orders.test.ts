/** Special orders on a real file: a deposit is the customer's money until the goods are handed over, never revenue. */
import { expect, test } from 'vitest';
import { creditAccount } from '../../../electron/credit/account.ts';
import { shiftFigures } from '../../../electron/report/shiftFigures.ts';
import { customerWaiting, forgetWishWords } from '../../../electron/service/inTransaction.ts';
import { listOrders } from '../../../electron/service/orderReads.ts';
import { promiseOrder } from '../../../electron/service/orders.ts';
import { currentShift } from '../../../electron/shift/queries.ts';
import { som, thousandths } from '../../../shared/money.ts';
import { type Counter, cashTender } from '../sale/counter.ts';
import { journal, openShop, within } from './complaintShop.ts';
import { balance, cancel, cash, day, deposit, faults, move, order, shown } from './wantedShop.ts';

async function figures(shop: Counter) {
  const shift = await currentShift(shop.db, shop.till.host().tillId);
  if (shift === null) throw new Error('no shift');
  return shiftFigures(shop.db, shift.id);
}

const aziza = (shop: Counter) => shop.newCustomer('+998901112233', null, 'Aziza');

test('a deposit is cash in the drawer and a liability on the account: no sale, no VAT, no revenue', async () => {
  const shop = await openShop();
  const customerId = await aziza(shop);
  const { orderId, number, changeSom } = await order(shop, customerId, { deposit: cash(200_000, 250_000) });
  expect([number, changeSom]).toEqual([1, 50_000]);
  const { tillId } = shop.till.host();
  expect(await balance(shop, 'cashDrawer', tillId)).toBe(300_000);
  expect(await balance(shop, 'storeCredit', customerId)).toBe(-200_000);
  expect(await balance(shop, 'sales', 'shop')).toBe(0);
  expect(await balance(shop, 'vat', 'shop')).toBe(0);
  expect(await shown(shop, orderId)).toMatchObject({ depositSom: 200_000, storeCreditSom: 200_000 });
  const account = await shop.call(creditAccount, { customerId });
  expect(account.movements).toMatchObject([{ kind: 'deposit', amountSom: 200_000 }]);
  expect(await faults(shop)).toEqual([]);
});

test('the shift counts the deposit in its drawer and in nothing that was sold', async () => {
  const shop = await openShop();
  const { orderId } = await order(shop, await aziza(shop), { deposit: cash(200_000) });
  await deposit(shop, orderId, 50_000);
  const { orderId: second } = await order(shop, await shop.newCustomer('+998935554433'), {
    deposit: cash(30_000),
  });
  await cancel(shop, second, 'back');
  const now = await figures(shop);
  expect(now.drawer).toEqual([
    { cause: 'float', sumSom: 100_000 },
    { cause: 'deposits', sumSom: 280_000 },
    { cause: 'depositsBack', sumSom: -30_000 },
  ]);
  expect([now.soldSom, now.netSom, now.receipts]).toEqual([0, 0, 0]);
  await shop.closeShift(350_000);
  expect(await faults(shop)).toEqual([]);
});

test('the goods are sold in an ordinary basket and the deposit pays', async () => {
  const shop = await openShop();
  const customerId = await aziza(shop);
  const { orderId } = await order(shop, customerId, {
    productId: shop.productIds.b,
    words: '',
    agreedSom: som(45_500),
    deposit: cash(20_000),
  });
  await move(shop, orderId, 'arrived');
  expect(await customerWaiting(shop.db, [customerId])).toMatchObject([
    { kind: 'order', id: orderId, number: 1, depositSom: 20_000, productId: shop.productIds.b },
  ]);
  await shop.cashier.put('b');
  await shop.cashier.change({ kind: 'attachCustomer', customerId });
  await shop.cashier.change({ kind: 'spendStoreCredit', amountSom: som(20_000) });
  const credit = { ...cashTender(20_000), kind: 'storeCredit' } as const;
  await shop.cashier.pay({ tenders: [credit, cashTender(25_500)], receivedCashSom: som(25_500) });
  await move(shop, orderId, 'collected');
  expect(await balance(shop, 'storeCredit', customerId)).toBe(0);
  expect(await customerWaiting(shop.db, [customerId])).toEqual([]);
  expect(await shown(shop, orderId)).toMatchObject({ state: 'collected', storeCreditSom: 0 });
  expect((await figures(shop)).soldSom).toBe(45_500);
  expect((await shop.refusal(cancel(shop, orderId, 'back'))).code).toBe('OrderOver');
  expect(await faults(shop)).toEqual([]);
});

test('a cancelled order gives its deposit back with a second person, or leaves it on the account', async () => {
  const shop = await openShop();
  const customerId = await aziza(shop);
  const { orderId } = await order(shop, customerId, { deposit: cash(200_000) });
  expect((await shop.refusal(cancel(shop, orderId, 'back', false))).code).toBe('SecondPersonNeeded');
  expect(await cancel(shop, orderId, 'back')).toEqual({ givenBackSom: 200_000 });
  expect(await balance(shop, 'storeCredit', customerId)).toBe(0);
  const { orderId: kept } = await order(shop, customerId, { deposit: cash(70_000) });
  expect(await cancel(shop, kept, 'stays')).toEqual({ givenBackSom: 0 });
  expect(await balance(shop, 'storeCredit', customerId)).toBe(-70_000);
  expect((await shown(shop, orderId)).steps.map(({ kind }) => kind)).toEqual([
    'taken',
    'deposit',
    'depositBack',
    'cancelled',
  ]);
  expect(await faults(shop)).toEqual([]);
});

test('a deposit that the customer has spent elsewhere cannot go back, and nothing is left behind', async () => {
  const shop = await openShop();
  const customerId = await aziza(shop);
  const { orderId } = await order(shop, customerId, { deposit: cash(20_000) });
  await shop.cashier.put('b');
  await shop.cashier.change({ kind: 'attachCustomer', customerId });
  await shop.cashier.change({ kind: 'spendStoreCredit', amountSom: som(15_000) });
  const credit = { ...cashTender(15_000), kind: 'storeCredit' } as const;
  await shop.cashier.pay({ tenders: [credit, cashTender(30_500)], receivedCashSom: som(30_500) });
  const refused = await shop.refusal(cancel(shop, orderId, 'back'));
  expect([refused.code, refused.data]).toEqual(['StoreCreditNotEnough', { balanceSom: 5_000 }]);
  expect(await balance(shop, 'storeCredit', customerId)).toBe(-5_000);
  expect(await shown(shop, orderId)).toMatchObject({ state: 'asked', depositSom: 20_000 });
});

test('deposits are at most the agreed price, need a shift, and cash that is too little is refused', async () => {
  const shop = await openShop();
  const customerId = await aziza(shop);
  const { orderId } = await order(shop, customerId, { agreedSom: som(100_000), deposit: cash(60_000) });
  expect((await shop.refusal(deposit(shop, orderId, 40_001))).code).toBe('DepositTooLarge');
  const little = await shop.refusal(order(shop, customerId, { deposit: cash(50_000, 40_000) }));
  expect([little.code, little.data]).toEqual(['CashTooLittle', { missingSom: 10_000 }]);
  await shop.closeShift(160_000);
  expect((await shop.refusal(deposit(shop, orderId, 1_000))).code).toBe('ShiftNotOpen');
});

test('whose promise is over stands in the late list until the goods are there', async () => {
  const shop = await openShop();
  const customerId = await aziza(shop);
  expect((await shop.refusal(order(shop, customerId, { promisedOn: day('2026-11-21') }))).code).toBe(
    'PromiseInPast',
  );
  const { orderId } = await order(shop, customerId, { promisedOn: day('2026-11-22') });
  await order(shop, customerId, { words: 'Choynak' });
  shop.clock.pass(24 * 60 * 60);
  const late = await shop.call(listOrders, { list: 'late' });
  expect(late.orders.map(({ number, isLate }) => [number, isLate])).toEqual([[1, true]]);
  expect(late.late).toBe(1);
  // Whoever is promised another day is late no more.
  await shop.call(promiseOrder, {
    intentionId: shop.newId(),
    orderId,
    promisedOn: day('2026-11-25'),
    words: 'Kechikdi',
  });
  expect((await shop.call(listOrders, { list: 'late' })).orders).toEqual([]);
  const { orders } = await shop.call(listOrders, { list: 'living' });
  expect(orders.map(({ number, state }) => [number, state])).toEqual([
    [1, 'promised'],
    [2, 'asked'],
  ]);
});

test('the slip names number, goods, day and deposit; papers and documents are journalled without words', async () => {
  const shop = await openShop();
  await shop.addPrinter();
  const { orderId } = await order(shop, await aziza(shop), {
    promisedOn: day('2026-11-25'),
    deposit: cash(200_000),
    quantityThousandths: thousandths(2000),
    isPrinted: true,
  });
  const [slip] = await shop.db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_kind', '=', 'orderSlip')
    .execute();
  const text = slip?.blocks_json ?? '';
  for (const part of ['BUYURTMA №1', 'Katta samovar', '25.11.2026', 'Aziza']) expect(text).toContain(part);
  expect(text.replaceAll(/\s/g, '')).toContain('200000');
  expect(JSON.stringify(await journal(shop, 'orderTaken'))).not.toContain('samovar');
  const { customer } = await shown(shop, orderId);
  await within(shop, ({ trx }) => forgetWishWords(trx, [customer.customerId]));
  expect(await shown(shop, orderId)).toMatchObject({ words: '', note: '', depositSom: 200_000 });
});
