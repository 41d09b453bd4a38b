/** Stamp cards at the counter: collected, made into rewards, used up, lapsed, taken back and brought along. */
import { expect, test } from 'vitest';
import { freePiecePromotions } from '../../../electron/loyalty/inTransaction.ts';
import { listStampCards, saveStampCard } from '../../../electron/loyalty/stampsVerbs.ts';
import { bonusAccount } from '../../../electron/loyalty/verbs.ts';
import { freePieceId } from '../../../shared/loyalty/freePiece.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';
import { openGameShop } from './collectWorld.ts';

test('three teas fill a card, and on the next visit the cheapest covered piece costs nothing, once a receipt', async () => {
  const shop = await openGameShop();
  const id = await shop.makeStampCard({
    scope: { kind: 'products', productIds: [shop.productIds.a, shop.productIds.b] },
  });
  const { card, customerId } = await shop.cardHolder();
  await shop.buy(card, 'a', 'a', 'c');
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 2, pieces: 0 }]);
  await shop.buy(card, 'a', 'a', 'a', 'a');
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 0, pieces: 2 }]);

  await shop.cashier.put('b', 'a', 'a', 'c');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer?.stamps).toMatchObject([{ stampCardId: id, fullCards: 2, needed: 3 }]);
  // 45 500 + 12 990 × 2 + 8 300 less one tea.
  expect(shop.cashier.seen().totalSom).toBe(45_500 + 12_990 + 8_300);
  expect(await shop.outcomes()).toEqual({ [freePieceId(id)]: 'applied' });
  const completed = await shop.cashier.pay();
  // The rice and one of two teas are stamped.
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 2, pieces: 1 }]);
  expect(completed.netSom).toBe(66_790);
  expect(await shop.db.selectFrom('promotion_use').selectAll().execute()).toEqual([]);
  await shop.expectBalanced();
});

test('the free piece may be all of a receipt, and a receipt without covered goods leaves it waiting', async () => {
  const shop = await openGameShop();
  const id = await shop.makeStampCard({ needed: 1 });
  const { card, customerId } = await shop.cardHolder();
  await shop.buy(card, 'a');
  await shop.cashier.put('c');
  await shop.cashier.scan(card);
  expect(await shop.outcomes()).toEqual({ [freePieceId(id)]: 'nothingCovered' });
  await shop.cashier.pay();
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 0, pieces: 1 }]);
  await shop.cashier.put('a');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().totalSom).toBe(0);
  await shop.cashier.pay({ tenders: [] });
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 0, pieces: 0 }]);
});

test('the free piece works beside promotions on other goods and on the basket', async () => {
  const shop = await openGameShop();
  const id = await shop.makeStampCard({ needed: 1 });
  const { card } = await shop.cardHolder();
  await shop.buy(card, 'a');
  const tenth = await shop.live({
    level: 'product',
    scope: { kind: 'products', productIds: [shop.productIds.b] },
    benefit: { kind: 'percent', rateBasisPoints: 1_000 },
  });
  const basket = await shop.live({ level: 'basket', benefit: { kind: 'amount', amountSom: 1_000 } });
  await shop.cashier.put('a', 'b');
  await shop.cashier.scan(card);
  expect(await shop.outcomes()).toEqual({
    [tenth]: 'applied',
    [basket]: 'applied',
    [freePieceId(id)]: 'applied',
  });
  // The tea is free, the rice costs 45 500 − 4 550 − 1 000.
  expect(shop.cashier.seen().totalSom).toBe(39_950);
});

test('two windows cannot take the same free piece', async () => {
  const shop = await openGameShop();
  await shop.makeStampCard({ needed: 1 });
  const { card, customerId } = await shop.cardHolder();
  await shop.buy(card, 'a');
  shop.cashier.listen();
  const other = shop.desk('second window', shop.cashierId);
  await shop.cashier.put('a');
  await shop.cashier.scan(card);
  await other.put('a');
  await other.scan(card);
  const late = other.payment({ tenders: [] });
  expect(late.expectedTotalSom).toBe(0);
  await shop.cashier.pay({ tenders: [] });
  expect((await shop.refusal(other.pay(late))).code).toBe('PriceChanged');
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 0, pieces: 0 }]);
});

test('a full card brings bonus at once, with its own life, in lots, ledger and month', async () => {
  const shop = await openGameShop();
  await shop.makeStampCard({ reward: { kind: 'bonus', bonusSom: 3_000, expiryDays: 10 } });
  const { card, customerId } = await shop.cardHolder();
  const completed = await shop.buy(card, 'a', 'a', 'a', 'a', 'a', 'a', 'a');
  // Seven teas: two full cards bring 6 000, the goods 2 % of 90 930.
  expect(completed.bonusBalanceSom).toBe(6_000 + 1_818);
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 1, pieces: 0 }]);
  const lots = await shop.db.selectFrom('bonus_lot').selectAll().where('reason', '=', 'stamps').execute();
  expect(lots).toMatchObject([{ earned_som: 6_000, expires_on: '2026-12-02', sale_id: null }]);
  const game = await shop.db.selectFrom('bonus_month').selectAll().where('kind', '=', 'game').execute();
  expect(game).toEqual([{ month: '2026-11', kind: 'game', amount_som: 6_000 }]);
  expect((await shop.call(bonusAccount, { customerId })).balanceSom).toBe(7_818);
  await shop.expectBalanced();
});

test('a full card brings a coupon of its series, bound to the customer', async () => {
  const shop = await openGameShop();
  const seriesId = await shop.makeSeries({ holding: 'bound' });
  await shop.makeStampCard({ reward: { kind: 'coupon', seriesId } });
  const { card, customerId } = await shop.cardHolder();
  const completed = await shop.buy(card, 'a', 'a', 'a');
  expect(completed.couponCodes).toHaveLength(1);
  const coupons = await shop.db.selectFrom('coupon').selectAll().where('series_id', '=', seriesId).execute();
  expect(coupons).toMatchObject([{ code: completed.couponCodes[0], customer_id: customerId }]);
});

test('promotions give stamps beside the goods, and none on a card that was closed', async () => {
  const shop = await openGameShop();
  const id = await shop.makeStampCard({ needed: 9 });
  await shop.live({
    level: 'reward',
    scope: { kind: 'products', productIds: [shop.productIds.b] },
    benefit: { kind: 'stamps', stampCardId: id, stamps: 2, per: { kind: 'piece' } },
  });
  const { card, customerId } = await shop.cardHolder();
  await shop.buy(card, 'a', 'b', 'b');
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 5, pieces: 0 }]);
  const reasons = await shop.db.selectFrom('stamp_move').select(['reason', 'stamps']).execute();
  expect(reasons).toEqual([
    { reason: 'sale', stamps: 1 },
    { reason: 'promotion', stamps: 4 },
  ]);
});

test('after a pause longer than the card’s days a customer begins anew, and the lost stamps are written off', async () => {
  const shop = await openGameShop();
  await shop.makeStampCard({ needed: 9, validDays: 3 });
  const { card, customerId } = await shop.cardHolder();
  await shop.buy(card, 'a', 'a');
  shop.goTo('25');
  await shop.cashier.put('a');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer?.stamps).toMatchObject([{ stamps: 2 }]);
  await shop.cashier.pay();
  shop.goTo('29');
  await shop.cashier.put('a');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer?.stamps).toEqual([]);
  await shop.cashier.pay();
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 1, pieces: 0 }]);
  const lapsed = await shop.db.selectFrom('stamp_move').selectAll().where('reason', '=', 'lapsed').execute();
  expect(lapsed).toMatchObject([{ stamps: -3, business_day: '2026-11-29' }]);
});

test('a closed card stamps nothing more and still gives the piece that waits on it', async () => {
  const shop = await openGameShop();
  const stampCardId = await shop.makeStampCard({ needed: 2 });
  const { card, customerId } = await shop.cardHolder();
  await shop.buy(card, 'a', 'a', 'a');
  await shop.makeStampCard({ stampCardId, needed: 2 }, false);
  const day = businessDay('2026-11-22');
  expect(await freePiecePromotions(shop.db, customerId, day)).toHaveLength(1);
  const completed = await shop.buy(card, 'a', 'a');
  expect(completed.netSom).toBe(12_990);
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 1, pieces: 0 }]);
  const { stampCards } = await shop.own(listStampCards, {});
  expect(stampCards).toMatchObject([{ stampCardId, isActive: false, customers: 1, fullCards: 0 }]);
});

test('a piece that waits is kept when its card brings bonus from now on', async () => {
  const shop = await openGameShop();
  const stampCardId = await shop.makeStampCard({ needed: 1 });
  const { card, customerId } = await shop.cardHolder();
  await shop.buy(card, 'a');
  await shop.makeStampCard({ stampCardId, reward: { kind: 'bonus', bonusSom: 1_000, expiryDays: 0 } });
  const sale = await shop.buy(card, 'a');
  expect(sale.netSom).toBe(0);
  await shop.giveBack(sale.saleId);
  expect(await shop.stampsKept()).toEqual([{ customerId, stamps: 0, pieces: 1 }]);
});

test('a card that a promotion gives stamps on is not closed, and a coupon of no series is not promised', async () => {
  const shop = await openGameShop();
  const stampCardId = await shop.makeStampCard();
  const { stampCards } = await shop.own(listStampCards, {});
  const [{ isActive: _, customers: _c, fullCards: _f, ...stampCard }] = stampCards as [
    (typeof stampCards)[0],
  ];
  await shop.live({
    level: 'reward',
    name: { uz: 'Ikki muhr' },
    benefit: { kind: 'stamps', stampCardId, stamps: 1, per: { kind: 'receipt' } },
  });
  expect(await shop.refusal(shop.own(saveStampCard, { stampCard, isActive: false }))).toMatchObject({
    code: 'StampCardInUse',
    data: { name: { uz: 'Ikki muhr' } },
  });
  const reward = { kind: 'coupon', seriesId: shop.newId() } as const;
  const promised = shop.own(saveStampCard, { stampCard: { ...stampCard, reward }, isActive: true });
  expect(await shop.refusal(promised)).toMatchObject({ code: 'SeriesUnknown' });
});

test('when all goods come back the stamps go, bonus with them, and a piece that was taken waits again', async () => {
  const shop = await openGameShop();
  await shop.makeStampCard({ reward: { kind: 'bonus', bonusSom: 3_000, expiryDays: 0 } });
  await shop.makeStampCard({ scope: { kind: 'products', productIds: [shop.productIds.b] }, needed: 1 });
  const { card, customerId } = await shop.cardHolder();
  await shop.buy(card, 'a', 'a', 'b');
  const before = await shop.stampsKept();
  // Fills the tea card and uses the free rice.
  const sale = await shop.buy(card, 'a', 'b');
  expect(sale.netSom).toBe(12_990);
  expect(await shop.giveBack(sale.saleId)).toBe(3_000);
  expect(await shop.stampsKept()).toEqual(before);
  const { movements } = await shop.call(bonusAccount, { customerId });
  expect(movements.filter(({ kind }) => kind === 'takenBack')).toMatchObject([{ amountSom: -3_000 }]);
  await shop.expectBalanced();
});

test('bonus of a full card that was spent meanwhile is left owing', async () => {
  const shop = await openGameShop({ settings: { bonusCeilingBasisPoints: basisPoints(10_000) } });
  await shop.makeStampCard({ needed: 1, reward: { kind: 'bonus', bonusSom: 3_000, expiryDays: 0 } });
  const { card, customerId } = await shop.cardHolder();
  const sale = await shop.buy(card, 'a');
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(3_200) });
  await shop.cashier.pay();
  const before = (await shop.call(bonusAccount, { customerId })).balanceSom;
  await shop.giveBack(sale.saleId);
  expect((await shop.call(bonusAccount, { customerId })).balanceSom).toBe(before - 3_000);
  await shop.expectBalanced();
});

test('two customers who are one bring their stamps together: two half cards are a full one', async () => {
  const shop = await openGameShop();
  const needed = 5;
  await shop.makeStampCard({ needed });
  const first = await shop.cardHolder('+998901112233');
  const second = await shop.cardHolder('+998905556677');
  await shop.buy(first.card, 'a', 'a', 'a');
  await shop.buy(second.card, 'a', 'a', 'a', 'a');
  await shop.merge(first.customerId, second.customerId);
  expect(await shop.stampsKept()).toEqual([{ customerId: first.customerId, stamps: 2, pieces: 1 }]);
  // The card of the second one now buys for the first.
  expect((await shop.buy(second.card, 'a')).netSom).toBe(0);
});

test('a promotion may give stamps only on a card that is in use, and tickets only of a draw that is open', async () => {
  const shop = await openGameShop();
  const closed = await shop.makeStampCard({}, false);
  const perReceipt = { kind: 'receipt' } as const;
  const stamps = shop.live({
    level: 'reward',
    benefit: { kind: 'stamps', stampCardId: closed, stamps: 1, per: perReceipt },
  });
  expect(await shop.refusal(stamps)).toMatchObject({
    code: 'PromotionFaulty',
    data: { faults: [{ fault: 'Unknown', what: 'stampCardIds', id: closed }] },
  });
  const nowhere = shop.newId();
  const tickets = shop.live({
    level: 'reward',
    benefit: { kind: 'tickets', drawId: nowhere, tickets: 1, per: perReceipt },
  });
  expect(await shop.refusal(tickets)).toMatchObject({
    code: 'PromotionFaulty',
    data: { faults: [{ fault: 'Unknown', what: 'drawIds', id: nowhere }] },
  });
});
