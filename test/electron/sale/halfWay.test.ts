import { expect, test } from 'vitest';
import { joinCard } from '../../../electron/customer/cards.ts';
import { expireLots } from '../../../electron/loyalty/inTransaction.ts';
import { makeReferralCode } from '../../../electron/loyalty/referralVerbs.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { openBasket } from '../../../electron/sale/basketVerbs.ts';
import { parkBasket, resumeBasket } from '../../../electron/sale/parking.ts';
import { reprintReceipt } from '../../../electron/sale/receipts.ts';
import { inTransaction, systemActor } from '../../../electron/verb.ts';
import { saveSome } from '../coupon/someSeries.ts';
import { openCounter } from './counter.ts';
import { failAtEachWrite } from './eachWrite.ts';
import { openPromoShop } from './promoShop.ts';

const som = (amount: number) => amount as never;
const days = 24 * 3_600;

test('a sale with card, coupon, bonus, a noted payment and paper is there whole or not at all', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  const { cashier } = shop;
  const { customerId } = await shop.cardHolder();
  await cashier.put('b', 'b');
  await cashier.change({ kind: 'attachCustomer', customerId });
  const { couponCodes } = await cashier.pay();
  await cashier.put('b', 'a');
  await cashier.change({ kind: 'attachCustomer', customerId });
  await cashier.scan(couponCodes[0] ?? '');
  await cashier.change({ kind: 'spendBonus', amountSom: som(1_500) });
  const noted = { kind: 'card', provider: 'humo', amountSom: som(30_000), reference: null } as const;
  await cashier.note(shop.newId(), 30_000, 'asked');
  const payment = cashier.payment();
  const [bonus] = payment.tenders;
  if (bonus === undefined) throw new Error('the bonus pays first');
  const cash = { kind: 'cash', provider: null, amountSom: som(21_990), reference: null } as const;
  const tenders = [bonus, noted, cash];
  // The sale, its 2 lines, 2 adjustments and 3 payments, a lot spent and one earned, the posting and its accounts,
  // both coupons, the basket, the journal, the figures, paper and drawer, and the intention itself.
  const writes = await failAtEachWrite(shop, () =>
    cashier.pay({ ...payment, tenders, receivedCashSom: 21_990 }),
  );
  expect(writes).toBeGreaterThan(30);
  expect(await shop.db.selectFrom('sale').select('number').orderBy('number').execute()).toEqual([
    { number: 1 },
    { number: 2 },
  ]);
});

test('a sale to nobody is there whole or not at all', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b', 'b');
  expect(await failAtEachWrite(shop, () => shop.cashier.pay())).toBeGreaterThan(15);
});

test('a receipt is given to its customer with bonus, coupon and figures or not at all', async () => {
  const shop = await openCounter();
  const customerId = await shop.newCustomer('+998901112233');
  await shop.cashier.put('b', 'b');
  const { claimCode } = await shop.cashier.pay();
  const give = { code: claimCode ?? '', customerId };
  const writes = await failAtEachWrite(shop, () =>
    shop.call(attachLater, { intentionId: shop.newId(), ...give }),
  );
  expect(writes).toBeGreaterThan(8);
});

test('an instant card that joins a customer brings bonus, coupons and figures or stays as it was', async () => {
  const shop = await openCounter();
  const customerId = await shop.newCustomer('+998901112233');
  const [card = ''] = await shop.newCards();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  shop.workAs(shop.ownerId);
  const writes = await failAtEachWrite(shop, () =>
    shop.call(joinCard, { intentionId: shop.newId(), customerId, cardNumber: card }),
  );
  expect(writes).toBeGreaterThan(8);
});

test('a basket is opened, filled, emptied, parked and taken up again whole or not at all', async () => {
  const shop = await openCounter();
  const { cashier } = shop;
  const [card = ''] = await shop.newCards();
  expect(await failAtEachWrite(shop, () => cashier.open())).toBeGreaterThanOrEqual(1);
  expect(await failAtEachWrite(shop, () => cashier.put('a'))).toBeGreaterThanOrEqual(1);
  // The first scan of an instant card makes its customer.
  expect(await failAtEachWrite(shop, () => cashier.scan(card))).toBeGreaterThanOrEqual(3);
  await cashier.put('b');
  const [line] = cashier.seen().lines;
  const removal = { kind: 'removeLine', lineId: line?.lineId ?? '' } as const;
  expect(await failAtEachWrite(shop, () => cashier.change(removal))).toBeGreaterThanOrEqual(2);
  const { saleId, revision } = cashier.seen();
  const park = () => shop.call(parkBasket, { intentionId: shop.newId(), saleId, revision });
  expect(await failAtEachWrite(shop, park)).toBeGreaterThanOrEqual(2);
  const resume = () => shop.call(resumeBasket, { intentionId: shop.newId(), saleId });
  expect(await failAtEachWrite(shop, resume)).toBeGreaterThanOrEqual(2);
  await cashier.open();
  expect(
    await failAtEachWrite(shop, () => cashier.note(shop.newId(), 45_500, 'asked')),
  ).toBeGreaterThanOrEqual(2);
});

test('a window takes over the basket of one that is gone whole or not at all', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  shop.workAs(shop.cashierId, 'new window');
  const adopt = () =>
    shop.call(openBasket(shop.till.parts.changes), { intentionId: shop.newId() }, 'new window');
  expect(await failAtEachWrite(shop, adopt)).toBeGreaterThanOrEqual(1);
});

test('a copy of a receipt is queued and told to the journal or not at all', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  await shop.cashier.put('a');
  const { saleId } = await shop.cashier.pay();
  await shop.till.parts.printQueue.settle();
  const copy = () => shop.call(reprintReceipt(shop.till.parts), { intentionId: shop.newId(), saleId });
  expect(await failAtEachWrite(shop, copy)).toBeGreaterThanOrEqual(3);
});

test('a sale with promotions, rewards, a friend, a partner’s coupon and discounts by hand is whole or not at all', async () => {
  const shop = await openPromoShop({ settings: { isReferralOn: true, referralFromSom: som(10_000) } });
  await shop.addPrinter();
  const { cashier } = shop;
  const partnerId = await shop.makePartner();
  const codes = { kind: 'range', prefix: 'NON', digits: 4, first: 1, last: 9 } as const;
  await shop.makeSeries({ codes, partnerBearsBasisPoints: 5_000 }, partnerId);
  const seriesId = await shop.makeSeries();
  const birthday = { kind: 'birthday', daysBefore: 3, daysAfter: 3 } as const;
  const percent = { kind: 'percent', rateBasisPoints: 1_000, atMostSom: null } as const;
  await shop.live({ level: 'basket', benefit: percent, conditions: [birthday] });
  await shop.live({ level: 'reward', benefit: { kind: 'nextCoupon', seriesId, partnerId: null } });
  const bonus = { kind: 'bonus', bonusSom: 500, per: { kind: 'receipt' } } as const;
  await shop.live({ level: 'reward', benefit: bonus });
  const referrerId = await shop.newCustomer('+998901112233');
  await cashier.put('b');
  await cashier.change({ kind: 'attachCustomer', customerId: referrerId });
  await cashier.pay();
  const { code } = await shop.call(makeReferralCode, { intentionId: shop.newId(), customerId: referrerId });
  shop.clock.pass(days);
  const customerId = await shop.newCustomer('+998901112244');
  await shop.db
    .updateTable('customer')
    .set({ birth_date: '1990-11-24', birth_date_known_since: '2026-01-10' })
    .where('id', '=', customerId)
    .execute();
  await cashier.put('b', 'a');
  await cashier.change({ kind: 'attachCustomer', customerId });
  await cashier.scan(code);
  await cashier.scan('NON0001');
  const discount = { kind: 'percent', rateBasisPoints: 300 as never } as const;
  await cashier.change({ kind: 'discountBasket', discount, reason: 'mijoz uchun' });
  expect(cashier.seen()).toMatchObject({ totalSom: 46_063, rewards: [{}, {}] });
  const payment = cashier.payment();
  expect(await failAtEachWrite(shop, () => cashier.pay(payment))).toBeGreaterThanOrEqual(45);
});

test('a coupon series is saved and told to the journal or not at all', async () => {
  const shop = await openCounter();
  const save = () => saveSome(shop);
  expect(await failAtEachWrite(shop, save)).toBeGreaterThanOrEqual(3);
});

test('bonus runs out at the start of a day, or at a look at the customer, whole or not at all', async () => {
  const shop = await openCounter({ settings: { bonusExpiryDays: 30, claimDays: 30 } });
  const { customerId } = await shop.cardHolder();
  for (const isKnown of [true, true, false]) {
    await shop.cashier.put('b');
    if (isKnown) await shop.cashier.change({ kind: 'attachCustomer', customerId });
    await shop.cashier.pay();
  }
  shop.clock.pass(31 * days);
  await shop.cashier.put('a');
  const look = () => shop.cashier.change({ kind: 'attachCustomer', customerId });
  // Two lots: taken, noted, posted with two entries and accounts, told to the journal; and the basket.
  expect(await failAtEachWrite(shop, look)).toBeGreaterThanOrEqual(2 * 8 + 1);
  const host = shop.till.host();
  const { tillId } = await host.readScope({ key: 'timer' });
  const job = () =>
    inTransaction(host, { key: 'timer' }, systemActor(tillId), (scope) => expireLots(scope, 100));
  expect(await failAtEachWrite(shop, job)).toBeGreaterThanOrEqual(8);
  const left = await shop.db.selectFrom('bonus_lot').select('id').where('remaining_som', '>', 0).execute();
  expect(left).toEqual([]);
});
