/** Who may be erased and who not yet, what becomes of money and coupons, and who may be forgotten because they came no more. */
import { expect, test } from 'vitest';
import { noteDebt } from '../../../electron/credit/notebook.ts';
import { erase, erasePreview } from '../../../electron/customer/erase.ts';
import { findCustomer } from '../../../electron/customer/find.ts';
import { forgettable } from '../../../electron/customer/forgettable.ts';
import { getCustomer } from '../../../electron/customer/get.ts';
import { eraseRooms } from '../../../electron/eraseCleaners.ts';
import { beginDraw, holdDraw } from '../../../electron/loyalty/drawsVerbs.ts';
import { verifyShop } from '../../../electron/report/verify.ts';
import { showReceipt } from '../../../electron/sale/receipts.ts';
import { noteContact } from '../../../electron/service/contacts.ts';
import { changeSettings } from '../../../electron/shop/settings.ts';
import { beginDay } from '../../../electron/timers.ts';
import { som } from '../../../shared/money.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { saveSome } from '../coupon/someSeries.ts';
import { openWholeShop, type WholeShop } from '../sale/wholeShop.ts';
import * as complaints from '../service/complaintShop.ts';
import { deposit, order } from '../service/wantedShop.ts';

const office = 'office';

const eraseThem = (shop: WholeShop, customerIds: readonly string[], cause: 'wish' | 'absence' = 'wish') =>
  shop.call(
    erase(eraseRooms, shop.till.parts.erasing),
    { customerIds: [...customerIds], cause, replaceBackups: false },
    office,
  );

async function openShop(): Promise<WholeShop> {
  const shop = await openWholeShop();
  shop.workAs(shop.ownerId, office);
  return shop;
}

const wrongIn = async (shop: WholeShop) =>
  (await verifyShop(shop.db)).filter((check) => check.wrong > 0).map(({ proves }) => proves);

test('money comes first: debt, store credit, an open complaint and a card in a basket stand against it', async () => {
  const shop = await openShop();
  const { customerId, card } = await shop.cardHolder();
  await shop.putOnAccount(customerId, 7_000);
  await shop.mayOwe(customerId, 100_000);
  await shop.asOwner(noteDebt, {
    name: 'X',
    phone: '+998901112233',
    amountSom: 4_000,
    since: '2026-11-20',
    dueOn: null,
    note: '',
  } as never);
  await complaints.open(shop, { customerId });
  await shop.cashier.put('a');
  await shop.cashier.scan(card);
  const refused = await shop.refusal(eraseThem(shop, [customerId]));
  expect(refused).toEqual({
    code: 'EraseBlocked',
    data: {
      blocks: [
        { kind: 'debt', count: 1, amountSom: 4_000 },
        { kind: 'storeCredit', count: 1, amountSom: 7_000 },
        { kind: 'basket', count: 1, amountSom: null },
        { kind: 'complaint', count: 1, amountSom: null },
      ],
    },
  });
  const { customer } = await shop.call(getCustomer, { customerId }, office);
  expect(customer.phone).toBe('+998901112233');
});

test('bonus burns with a document, coupons are void, cards stand for nobody, and the books hold', async () => {
  const shop = await openShop();
  const { customerId, card } = await shop.cardHolder();
  await shop.giveBonus(customerId, 5_000);
  const seriesId = await saveSome(shop, { holding: 'bound' });
  await shop.newCoupon(seriesId, customerId);
  const preview = await shop.call(erasePreview(eraseRooms, shop.till.parts.erasing), { customerId }, office);
  expect(preview).toMatchObject({ bonusSom: 5_000, coupons: 1, cards: 1, receipts: 0, blocks: [] });
  expect(await eraseThem(shop, [customerId])).toMatchObject({ erased: 1, isCleaned: true });
  expect(await shop.balance('bonusLiability', customerId)).toBe(0);
  const coupons = await shop.db.selectFrom('coupon').select(['state', 'void_reason']).execute();
  expect(coupons).toEqual([{ state: 'voided', void_reason: '' }]);
  expect(await shop.refusal(shop.cashier.scan(card))).toMatchObject({ code: 'CardBlocked' });
  expect(await wrongIn(shop)).toEqual([]);
});

test('whoever is erased is found by nobody, and their phone may come back as somebody new', async () => {
  const shop = await openShop();
  const customerId = await shop.newCustomer('+998901112233', null, 'Malika');
  await eraseThem(shop, [customerId]);
  expect(await shop.call(findCustomer, { text: 'Malika' })).toMatchObject({ customers: [] });
  expect(await shop.refusal(shop.call(getCustomer, { customerId }))).toMatchObject({ code: 'NotFound' });
  const again = await shop.newCustomer('+998901112233', null, 'Malika');
  expect(again).not.toBe(customerId);
  expect(await eraseThem(shop, [customerId])).toMatchObject({ erased: 0, kept: [] });
});

test('the receipt stays with its goods and sums, and names nobody', async () => {
  const shop = await openShop();
  const [card = ''] = await shop.newCards();
  const customerId = await shop.newCustomer('+998901112233', card, 'Malika Karimova');
  await shop.cashier.put('a');
  await shop.cashier.scan(card);
  const { totalSom } = shop.cashier.seen();
  const { saleId } = await shop.cashier.pay();
  await eraseThem(shop, [customerId]);
  const shown = await shop.call(showReceipt, { saleId });
  expect(JSON.stringify(shown)).not.toContain('Malika');
  const sale = await shop.db
    .selectFrom('sale')
    .selectAll()
    .where('id', '=', saleId)
    .executeTakeFirstOrThrow();
  expect(sale).toMatchObject({ customer_id: customerId, net_som: totalSom });
  expect(await wrongIn(shop)).toEqual([]);
});

test('only the owner may erase', async () => {
  const shop = await openShop();
  const customerId = await shop.newCustomer('+998901112233');
  const asCashier = shop.call(erase(eraseRooms, shop.till.parts.erasing), {
    customerIds: [customerId],
    cause: 'wish',
    replaceBackups: false,
  });
  expect(await shop.refusal(asCashier)).toMatchObject({ code: 'NotAllowed' });
});

test('of several, those with nothing against them go, and the others are told', async () => {
  const shop = await openShop();
  const free = await shop.newCustomer('+998901112233');
  const owing = await shop.newCustomer('+998901112244');
  await shop.putOnAccount(owing, 1_000);
  const answer = await eraseThem(shop, [owing, free], 'absence');
  expect(answer).toMatchObject({
    erased: 1,
    kept: [{ customerId: owing, blocks: [{ kind: 'storeCredit', count: 1, amountSom: 1_000 }] }],
  });
  const rows = await shop.db.selectFrom('erasure').select(['customer_id', 'cause', 'person_id']).execute();
  expect(rows).toEqual([{ customer_id: free, cause: 'absence', person_id: shop.ownerId }]);
});

test('who came no more for a year, and who was not asked within a month, may be forgotten', async () => {
  const shop = await openShop();
  const old = await shop.newCustomer('+998901112233', null, 'Eski');
  await shop.asOwner(noteDebt, {
    name: 'Daftardagi',
    phone: '',
    amountSom: 9_000,
    since: '2026-11-20',
    dueOn: null,
    note: '',
  } as never);
  const listed = async (months: number) => {
    const { customers, count } = await shop.call(forgettable, { months }, office);
    expect(count).toBe(customers.length);
    return customers.map(({ name, reason, debtSom }) => [name, reason, debtSom]);
  };
  expect(await listed(12)).toEqual([]);
  shop.clock.pass(31 * 86_400);
  expect(await listed(12)).toEqual([['Daftardagi', 'noConsent', 9_000]]);
  expect(await listed(1)).toEqual([
    ['Eski', 'absent', 0],
    ['Daftardagi', 'absent', 9_000],
  ]);
  await eraseThem(shop, [old], 'absence');
  expect(await listed(12)).toEqual([['Daftardagi', 'noConsent', 9_000]]);
});

test('words of talks go by themselves after the months the owner set, and never before', async () => {
  const shop = await openShop();
  const customerId = await shop.newCustomer('+998901112233');
  await shop.asOwner(noteContact, {
    customerId,
    channel: 'phone',
    direction: 'in',
    words: 'Tortga buyurtma',
    isQuestion: false,
  } as never);
  const { complaintId } = await complaints.open(shop, { customerId });
  const wordsNow = async () => [
    (await shop.db.selectFrom('contact').select('words').execute()).map(({ words }) => words),
    (await shop.db.selectFrom('complaint').select('words').execute()).map(({ words }) => words),
  ];
  const before = await wordsNow();
  shop.clock.pass(100 * 86_400);
  await beginDay(shop.till.host());
  expect(await wordsNow()).toEqual(before);
  await shop.asOwner(changeSettings, {
    settings: { ...defaultSettings, name: 'Sinov', forgetWordsAfterMonths: 3 },
  } as never);
  await beginDay(shop.till.host());
  // The complaint is still open: what was said is still needed.
  expect(await wordsNow()).toEqual([[''], ['Choy nam ekan']]);
  await complaints.answer(shop, complaintId, office);
  await complaints.close(shop, complaintId);
  await beginDay(shop.till.host());
  expect(await wordsNow()).toEqual([[''], ['Choy nam ekan']]);
  shop.clock.pass(95 * 86_400);
  await beginDay(shop.till.host());
  expect(await wordsNow()).toEqual([[''], ['']]);
  expect(await wrongIn(shop)).toEqual([]);
});

test('goods that come back from whoever was erased are paid out: nothing waits on an account of nobody', async () => {
  const { shop, customerId, saleId } = await erasedBuyer();
  expect(await shop.refusal(shop.takeBack(saleId, { 1: 1 }, { moneyBack: 'storeCredit' }))).toMatchObject({
    code: 'StoreCreditNeedsCustomer',
  });
  const { tenders } = await shop.takeBack(saleId, { 1: 1, 2: 1, 3: 1 });
  // 66 790 for all three; 3 000 had been bonus, 5 000 had come from the account.
  expect(tenders.map(({ kind, amountSom }) => [kind, amountSom])).toEqual([
    ['bonus', 3_000],
    ['cash', 63_790],
  ]);
  expect(await shop.balance('storeCredit', customerId)).toBe(0);
  expect(await wrongIn(shop)).toEqual([]);
});

test('bonus that came back to nobody burns after its two weeks, and the shop begins its days as ever', async () => {
  const { shop, customerId, saleId } = await erasedBuyer();
  await shop.takeBack(saleId, { 1: 1, 2: 1, 3: 1 });
  expect(await shop.balance('bonusLiability', customerId)).toBe(-3_000);
  shop.clock.pass(15 * 86_400);
  await beginDay(shop.till.host());
  expect(await shop.balance('bonusLiability', customerId)).toBe(0);
  shop.clock.pass(400 * 86_400);
  await beginDay(shop.till.host());
  expect(await wrongIn(shop)).toEqual([]);
});

test('whoever was erased wins no prize that could not be handed over, and no deposit is taken for them', async () => {
  const shop = await openShop();
  const drawId = shop.newId();
  const name = { uz: 'Bahor sovgʻasi' };
  await shop.asOwner(beginDraw, {
    draw: {
      drawId,
      name,
      from: '2026-11-22',
      to: '2026-11-25',
      eachSom: 20_000,
      scope: { kind: 'all' },
      prizes: ['Velosiped'],
      isOncePerCustomer: true,
    },
  } as never);
  const { customerId, card } = await shop.cardHolder();
  const { orderId } = await order(shop, customerId);
  await shop.cashier.open();
  await shop.cashier.put('a', 'b', 'c');
  await shop.cashier.scan(card);
  await shop.payAll();
  shop.workAs(shop.ownerId, office);
  await eraseThem(shop, [customerId]);
  shop.clock.pass(4 * 86_400);
  await expect(shop.asOwner(holdDraw, { drawId })).rejects.toMatchObject({ code: 'DrawEmpty' });
  expect(await shop.refusal(deposit(shop, orderId, 10_000))).toMatchObject({ code: 'NotFound' });
  expect(await wrongIn(shop)).toEqual([]);
});

/** Bought for bonus, from the account and in cash, and was erased on the same day. */
async function erasedBuyer() {
  const shop = await openShop();
  const { customerId, card } = await shop.cardHolder();
  await shop.giveBonus(customerId, 10_000);
  await shop.putOnAccount(customerId, 5_000);
  await shop.cashier.open();
  await shop.cashier.put('a', 'b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(3_000) });
  await shop.cashier.change({ kind: 'spendStoreCredit', amountSom: som(5_000) });
  const { saleId } = await shop.payAll();
  shop.clock.pass(60);
  shop.workAs(shop.ownerId, office);
  await eraseThem(shop, [customerId]);
  return { shop, customerId, saleId };
}
