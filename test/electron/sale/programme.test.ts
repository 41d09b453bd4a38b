/** The programme at the till: rates and tiers, what never earns, stamps that give a piece, and what waits a while. */
import { expect, test } from 'vitest';
import { saveChallenge } from '../../../electron/loyalty/challengesVerbs.ts';
import { beginDraw } from '../../../electron/loyalty/drawsVerbs.ts';
import { saveProgramme } from '../../../electron/loyalty/programmeVerbs.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { type EarningRule, programmeSettingsSchema } from '../../../shared/loyalty/programmeContract.ts';
import { som } from '../../../shared/money.ts';
import { defaultSettings, type ShopSettings } from '../../../shared/shop/settings.ts';
import { businessDay } from '../../../shared/time.ts';
import { openWholeShop, type WholeShop } from './wholeShop.ts';

const oneDay = 24 * 3600;

async function withRules(
  settings: Partial<ShopSettings>,
  rules: (shop: WholeShop) => EarningRule[] = () => [],
) {
  const shop = await openWholeShop({ settings });
  await shop.asOwner(saveProgramme, {
    settings: programmeSettingsSchema.parse({ ...defaultSettings, ...settings }),
    rules: rules(shop),
    expiryFor: { kind: 'newOnly' },
  });
  return shop;
}

const only = (productId: string) => ({ kind: 'products', productIds: [productId] }) as const;
const rates = (shop: WholeShop) =>
  shop.db.selectFrom('sale_line').select('bonus_basis_points').orderBy('line_no').execute();

test('goods earn their multiple, and those that never earn nothing', async () => {
  const shop = await withRules({}, ({ productIds }) => [
    { kind: 'times', scope: only(productIds.a), timesBasisPoints: 20_000 },
    { kind: 'neverEarns', scope: only(productIds.c) },
  ]);
  await shop.cashier.put('a', 'b', 'c');
  // 4 % of 12 990, 2 % of 45 500, nothing of 8 300: floor(519.6 + 910).
  expect(shop.cashier.seen().bonusToEarnSom).toBe(1_429);
  expect((await shop.payAll()).bonusEarnedSom).toBe(1_429);
  expect(await rates(shop)).toMatchObject([
    { bonus_basis_points: 400 },
    { bonus_basis_points: 200 },
    { bonus_basis_points: 0 },
  ]);
});

test('goods that bonus may not pay count for no ceiling, and bonus pays nothing of them', async () => {
  const shop = await withRules({ bonusCeilingBasisPoints: 10_000 as never }, ({ productIds }) => [
    { kind: 'neverPaid', scope: only(productIds.b) },
  ]);
  const { card, customerId } = await shop.cardHolder();
  await shop.giveBonus(customerId, 50_000);
  await shop.cashier.put('b', 'c');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().bonusAtMostSom).toBe(8_300);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(8_300) });
  await shop.payAll();
  const shares = await shop.db.selectFrom('sale_line').select('bonus_share_som').orderBy('line_no').execute();
  expect(shares).toEqual([{ bonus_share_som: 0 }, { bonus_share_som: 8_300 }]);
});

test('a receipt below the minimum, above the receipts of the day, or with a discount earns nothing', async () => {
  const small = await withRules({ minimumReceiptSom: som(10_000) });
  await small.cashier.put('c');
  expect((await small.payAll()).bonusEarnedSom).toBe(0);
  expect(await rates(small)).toEqual([{ bonus_basis_points: 0 }]);

  const often = await withRules({ mostReceiptsPerDay: 1 });
  const { card } = await often.cardHolder();
  for (const earned of [910, 0]) {
    await often.cashier.put('b');
    await often.cashier.scan(card);
    expect((await often.payAll()).bonusEarnedSom).toBe(earned);
  }

  const cut = await withRules({ discountedEarnNothing: true });
  await cut.live({
    level: 'product',
    scope: only(cut.productIds.b),
    benefit: { kind: 'amountPerLine', amountSom: 500 },
  });
  await cut.cashier.put('b', 'c');
  expect((await cut.payAll()).bonusEarnedSom).toBe(166);
});

test('the tier of the day gives its discount and its percent; the purchase that reaches it does not', async () => {
  const shop = await openWholeShop();
  await shop.newTiers({
    name: { uz: 'Oltin' },
    fromSom: som(1_000_000),
    discountBasisPoints: 500 as never,
    bonusBasisPoints: 500 as never,
    privilege: { uz: 'Navbatsiz' },
  });
  const { card } = await shop.cardHolder();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen()).toMatchObject({
    totalSom: 1_000_000,
    customer: { tier: { current: null, next: { missingSom: 1_000_000 } } },
  });
  expect((await shop.payAll()).bonusEarnedSom).toBe(20_000);
  shop.clock.pass(oneDay);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen()).toMatchObject({
    totalSom: 43_225,
    bonusToEarnSom: 2_161,
    customer: { tier: { current: { name: { uz: 'Oltin' }, privilege: { uz: 'Navbatsiz' } }, next: null } },
  });
});

test('a full card makes the cheapest piece of the next basket free, and is used up by it', async () => {
  const shop = await openWholeShop();
  await shop.newStampCard({ needed: 3, scope: only(shop.productIds.a) });
  const { card } = await shop.cardHolder();
  await shop.cashier.put('a', 'a', 'a');
  await shop.cashier.scan(card);
  await shop.payAll();
  await shop.cashier.put('a', 'b');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen()).toMatchObject({
    totalSom: 45_500,
    discounts: [{ step: 'free', amountSom: 12_990 }],
    customer: { stamps: [{ stamps: 0, needed: 3, fullCards: 1 }] },
  });
  expect(Object.values(await shop.outcomes())).toEqual(['applied']);
  await shop.payAll();
  const uses = await shop.db.selectFrom('promotion_use').selectAll().execute();
  expect(uses).toEqual([]);
  await shop.cashier.put('a');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().totalSom).toBe(12_990);
});

test('tickets and a reached challenge come with the sale, a coupon of a full card too', async () => {
  const shop = await openWholeShop();
  const seriesId = await shop.makeSeries({ holding: 'bound' as never });
  await shop.newStampCard({ needed: 2, reward: { kind: 'coupon', seriesId } });
  const days = { from: businessDay('2026-11-22'), to: businessDay('2026-12-31') };
  await shop.asOwner(beginDraw, {
    draw: {
      drawId: shop.newId(),
      name: { uz: 'Yangi yil' },
      ...days,
      eachSom: som(10_000),
      scope: { kind: 'all' },
      prizes: ['Televizor'],
      isOncePerCustomer: true,
    },
  });
  await shop.asOwner(saveChallenge, {
    challenge: {
      challengeId: shop.newId(),
      name: { uz: 'Birinchi qadam' },
      goal: { kind: 'spend', sumSom: som(40_000) },
      withinDays: 14,
      ...days,
      reward: { kind: 'bonus', bonusSom: som(2_000), expiryDays: 30 },
      badge: null,
    },
  });
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  const first = await shop.payAll();
  expect(first).toMatchObject({ ticketNumbers: [1, 2, 3, 4], bonusEarnedSom: 2_910, bonusBalanceSom: 2_910 });
  await shop.cashier.put('c');
  await shop.cashier.scan(card);
  const second = await shop.payAll();
  const given = await shop.db
    .selectFrom('coupon')
    .select(['series_id', 'customer_id'])
    .where('issued_sale_id', '=', second.saleId)
    .where('series_id', '=', seriesId)
    .execute();
  expect(given).toEqual([{ series_id: seriesId, customer_id: customerId }]);
  // All of the second receipt comes back: its coupon is worth nothing any more.
  await shop.takeBack(second.saleId, { 1: 1 });
  const state = await shop.db
    .selectFrom('coupon')
    .select('state')
    .where('issued_sale_id', '=', second.saleId)
    .where('series_id', '=', seriesId)
    .execute();
  expect(state).toEqual([{ state: 'voided' }]);
});

test('bonus that starts later is on the balance and not to be spent yet', async () => {
  const shop = await withRules({ activationDelayDays: 3 });
  const { card } = await shop.cardHolder();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  expect((await shop.payAll()).bonusBalanceSom).toBe(20_000);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen()).toMatchObject({
    bonusAtMostSom: 0,
    customer: { bonusSom: 20_000, spendableSom: 0 },
  });
  shop.clock.pass(3 * oneDay);
  await shop.cashier.change({ kind: 'detachCustomer' });
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().bonusAtMostSom).toBe(13_650);
});

test('a receipt that is given to its customer later counts as their purchase: money, first purchase and stamps', async () => {
  const shop = await openWholeShop();
  await shop.rewardFirst(3_000);
  const stampCardId = await shop.newStampCard({ needed: 5 });
  await shop.cashier.put('a', 'a', 'c');
  const sold = await shop.payAll();
  await shop.takeBack(sold.saleId, { 1: 1 });
  const customerId = await shop.newCustomer('+998901112255');
  const attached = await shop.call(attachLater, {
    intentionId: shop.newId(),
    code: sold.claimCode ?? '',
    customerId,
  });
  // 2 % of 12 990 + 8 300 stay of the receipt's bonus.
  expect(attached).toEqual({ bonusSom: 425, bonusBalanceSom: 3_425 });
  const paid = await shop.db.selectFrom('customer_paid_day').select('paid_som').execute();
  expect(paid).toEqual([{ paid_som: 21_290 }]);
  const stamps = await shop.db
    .selectFrom('stamp_balance')
    .select('stamps')
    .where('stamp_card_id', '=', stampCardId)
    .execute();
  expect(stamps).toEqual([{ stamps: 2 }]);
  // What is still there comes back: nothing of it all stays.
  expect(await shop.takeBack(sold.saleId, { 1: 1, 2: 1 })).toMatchObject({
    bonusBalanceSom: 0,
    isWhole: true,
  });
});
