/** Promotions at the till, from the owner's rule to the customer's receipt, on a real file. */
import { expect, test } from 'vitest';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { showReceipt } from '../../../electron/sale/receipts.ts';
import { formatCode } from '../../../shared/code.ts';
import { cashTender, humoTender } from './counter.ts';
import { openPromoShop, type PromoShop } from './promoShop.ts';

const percentOff = (rate: number) => ({ kind: 'percent', rateBasisPoints: rate * 100 }) as const;
const basketPercent = (rate: number) => ({ ...percentOff(rate), atMostSom: null });
const fromSum = (minimumSom: number) => ({ kind: 'minimumSum', minimumSom }) as const;
const named = (uz: string) => ({ name: { uz } });

const paperOf = async (shop: PromoShop, saleId: string) => {
  const { preview } = await shop.call(showReceipt, { saleId });
  return JSON.stringify(preview);
};

test('10 % off tea is on the receipt, in the count of the promotion and in the journal', async () => {
  const shop = await openPromoShop();
  const { cashier, productIds } = shop;
  const promotionId = await shop.live({
    ...named('Choy −10 %'),
    level: 'product',
    benefit: percentOff(10),
    scope: { kind: 'products', productIds: [productIds.a] },
  });
  const seen = await cashier.put('a', 'a', 'c');
  expect(seen).toMatchObject({
    totalSom: 31_682,
    savedSom: 2_598,
    discounts: [{ step: 'product', reason: { uz: 'Choy −10 %' }, amountSom: 2_598 }],
  });
  const { saleId, savedSom } = await cashier.pay();
  expect(savedSom).toBe(2_598);
  expect(await shop.db.selectFrom('promotion_use').selectAll().execute()).toEqual([
    {
      promotion_id: promotionId,
      document_id: saleId,
      document_kind: 'sale',
      business_day: '2026-11-22',
      customer_id: null,
      amount_som: 2_598,
    },
  ]);
  expect(await shop.db.selectFrom('promotion_count').selectAll().execute()).toEqual([
    {
      promotion_id: promotionId,
      subject: '',
      times: 1,
      spent_som: 2_598,
      last_day: '2026-11-22',
      times_last_day: 1,
    },
  ]);
  expect(await shop.lastSale()).toMatchObject({
    netSom: 31_682,
    lines: [{ adjustments: [{ step: 'product', sourceId: promotionId, amountSom: 2_598 }] }, {}],
  });
  const paper = await paperOf(shop, saleId);
  expect(paper).toMatch(/Choy -10 % +-2 598/);
  expect(paper).toMatch(/Siz tejadingiz +2 598 so'm/);
});

test('a happy hour that ended before the payment is over: the price is asked for again', async () => {
  const shop = await openPromoShop();
  const elevenToFivePast = { kind: 'hours', fromMinute: 11 * 60, toMinute: 11 * 60 + 5 } as const;
  await shop.live({ level: 'basket', benefit: basketPercent(10), conditions: [elevenToFivePast] });
  expect((await shop.cashier.put('b')).totalSom).toBe(40_950);
  shop.clock.pass(4 * 60 + 59);
  expect((await shop.cashier.open()).totalSom).toBe(40_950);
  shop.clock.pass(1);
  const before = await shop.everyRow();
  expect(await shop.refusal(shop.cashier.pay())).toMatchObject({
    code: 'PriceChanged',
    data: { basket: { totalSom: 45_500, discounts: [] } },
  });
  expect(await shop.everyRow()).toBe(before);
  await shop.cashier.open();
  expect((await shop.cashier.pay()).netSom).toBe(45_500);
});

test('once per customer means once: the second receipt is at the shelf price, for others it still works', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  const promotionId = await shop.live({
    level: 'basket',
    benefit: basketPercent(10),
    limits: { timesPerCustomer: 1 },
  });
  const first = await shop.newCustomer('+998901112233');
  const second = await shop.newCustomer('+998901112244');
  const buy = async (customerId: string) => {
    await cashier.put('b');
    await cashier.change({ kind: 'attachCustomer', customerId });
    const outcome = (await shop.outcomes())[promotionId];
    return { outcome, netSom: (await cashier.pay()).netSom };
  };
  expect(await buy(first)).toEqual({ outcome: 'applied', netSom: 40_950 });
  expect(await buy(first)).toEqual({ outcome: 'limitReached', netSom: 45_500 });
  expect(await buy(second)).toEqual({ outcome: 'applied', netSom: 40_950 });
  await cashier.put('b');
  expect(cashier.seen().totalSom).toBe(45_500);
});

test('a receipt that would cost more than is left of the budget goes without, whole and not in part', async () => {
  const shop = await openPromoShop();
  const limits = { budgetSom: 5_000 };
  const promotionId = await shop.live({ level: 'basket', benefit: basketPercent(10), limits });
  await shop.cashier.put('b');
  expect((await shop.cashier.pay()).netSom).toBe(40_950);
  await shop.cashier.put('b');
  expect(await shop.outcomes()).toEqual({ [promotionId]: 'overBudget' });
  expect((await shop.cashier.pay()).netSom).toBe(45_500);
  await shop.cashier.put('c', 'c', 'c');
  await shop.cashier.pay();
  await shop.cashier.put('a');
  expect(await shop.outcomes()).toEqual({ [promotionId]: 'overBudget' });
});

test('5 % for paying without cash is lost when the customer pays cash after all, and never silently', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  const withoutCash = { kind: 'paidWithoutCash', providers: [] } as const;
  await shop.live({ level: 'basket', benefit: basketPercent(5), conditions: [withoutCash] });
  await cashier.put('b');
  expect(cashier.seen().totalSom).toBe(45_500);
  await cashier.change({ kind: 'planPayment', payment: [{ kind: 'card', provider: 'humo' }] });
  expect(cashier.seen()).toMatchObject({ totalSom: 43_225, payment: [{ kind: 'card', provider: 'humo' }] });
  const before = await shop.everyRow();
  expect(await shop.refusal(cashier.pay())).toMatchObject({
    code: 'PriceChanged',
    data: { basket: { totalSom: 45_500, payment: [{ kind: 'cash', provider: null }] } },
  });
  expect(await shop.everyRow()).toBe(before);
  const { netSom } = await cashier.pay({ tenders: [humoTender(43_225)], receivedCashSom: 0 });
  expect(netSom).toBe(43_225);
});

test('5 % for paying without cash is not withheld from who takes out the card at the last moment', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  const withoutCash = { kind: 'paidWithoutCash', providers: ['humo'] } as const;
  await shop.live({ level: 'basket', benefit: basketPercent(5), conditions: [withoutCash] });
  await cashier.put('b');
  const byCard = cashier.payment({ tenders: [humoTender(45_500)], receivedCashSom: 0 });
  const refused = await shop.refusal(cashier.pay(byCard));
  expect(refused).toMatchObject({ code: 'PriceChanged', data: { basket: { totalSom: 43_225 } } });
  const { quoteHash } = refused.data.basket as { quoteHash: string };
  const asShown = { tenders: [humoTender(43_225)], expectedTotalSom: 43_225, quoteHash };
  expect((await cashier.pay({ ...byCard, ...asShown })).netSom).toBe(43_225);
  await cashier.put('b');
  const halfInCash = { tenders: [humoTender(20_000), cashTender(25_500)], receivedCashSom: 25_500 };
  expect((await cashier.pay(halfInCash)).netSom).toBe(45_500);
});

test('salt for nothing from 40 000 is on the receipt with its price, costs nothing and says so', async () => {
  const shop = await openPromoShop();
  const { cashier, productIds } = shop;
  await shop.live({
    ...named('Tuz sovgʻa'),
    level: 'product',
    benefit: { kind: 'gift', of: { kind: 'products', productIds: [productIds.c] }, pieces: 1 },
    conditions: [fromSum(40_000)],
  });
  const seen = await cashier.put('b', 'c');
  expect(seen.lines.map((line) => line.kind === 'product' && line.netSom)).toEqual([45_500, 0]);
  const { saleId, netSom } = await cashier.pay();
  expect(netSom).toBe(45_500);
  const paper = await paperOf(shop, saleId);
  expect(paper).toMatch(/Tuz sovg'a +-8 300/);
  expect(paper).toMatch(/Bepul +0/);
  const sold = await shop.db
    .selectFrom('sale_line')
    .select(['gross_som', 'net_som', 'settled_som'])
    .execute();
  expect(sold[1]).toMatchObject({ gross_som: 8_300, net_som: 0 });
  expect(sold.map((line) => line.settled_som)).toEqual([45_500, 0]);
});

test('a coupon for the next visit comes with the receipt of a promotion that gives it', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  const seriesId = await shop.makeSeries({ benefit: { kind: 'amount', amountSom: 3_000 } });
  await shop.live({
    level: 'reward',
    benefit: { kind: 'nextCoupon', seriesId, partnerId: null },
    conditions: [fromSum(40_000)],
  });
  expect((await cashier.put('b')).rewards).toMatchObject([{ kind: 'nextCoupon', count: 1 }]);
  const { couponCodes, saleId } = await cashier.pay();
  expect(couponCodes).toHaveLength(1);
  const [code = ''] = couponCodes;
  expect(await paperOf(shop, saleId)).toContain(formatCode(code));
  const rewards = await shop.db.selectFrom('sale_reward').select(['kind', 'reward_count']).execute();
  expect(rewards).toEqual([{ kind: 'nextCoupon', reward_count: 1 }]);
  await cashier.put('a');
  await cashier.scan(code);
  expect((await cashier.pay()).netSom).toBe(9_990);
  expect(
    await shop.db.selectFrom('coupon_use').select(['code', 'amount_som', 'sale_net_som']).execute(),
  ).toEqual([{ code, amount_som: 3_000, sale_net_som: 9_990 }]);
});

test('a promised coupon of a series that has ended is not given and not told of', async () => {
  const shop = await openPromoShop();
  const seriesId = await shop.makeSeries();
  await shop.live({ level: 'reward', benefit: { kind: 'nextCoupon', seriesId, partnerId: null } });
  await shop.db.updateTable('coupon_series').set({ is_given: 0 }).where('id', '=', seriesId).execute();
  await shop.cashier.put('b');
  expect((await shop.cashier.pay()).couponCodes).toEqual([]);
  expect(await shop.db.selectFrom('sale_reward').selectAll().execute()).toEqual([]);
  expect(await shop.lastSale()).toMatchObject({ rewards: [], couponsGiven: [] });
});

test('5 000 bonus on top come to the customer in a lot of their own, in the same posting', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  const promotionId = await shop.live({
    ...named('Bonus oyi'),
    level: 'reward',
    benefit: { kind: 'bonus', bonusSom: 5_000, per: { kind: 'receipt' } },
  });
  const customerId = await shop.newCustomer('+998901112233');
  await cashier.put('b');
  await cashier.change({ kind: 'attachCustomer', customerId });
  expect(cashier.seen().bonusToEarnSom).toBe(5_910);
  const { saleId, bonusEarnedSom, bonusBalanceSom } = await cashier.pay();
  expect([bonusEarnedSom, bonusBalanceSom]).toEqual([5_910, 5_910]);
  const lots = await shop.db
    .selectFrom('bonus_lot')
    .select(['sale_id', 'earned_som'])
    .orderBy('earned_som')
    .execute();
  expect(lots).toEqual([
    { sale_id: saleId, earned_som: 910 },
    { sale_id: null, earned_som: 5_000 },
  ]);
  expect(await shop.entriesOf(saleId)).toContainEqual(['bonusCost', 'shop', 5_910]);
  const sale = await shop.db.selectFrom('sale').select(['bonus_earned_som', 'bonus_balance_som']).execute();
  expect(sale).toEqual([{ bonus_earned_som: 910, bonus_balance_som: 5_910 }]);
  const uses = await shop.db.selectFrom('promotion_use').select(['promotion_id', 'amount_som']).execute();
  expect(uses).toEqual([{ promotion_id: promotionId, amount_som: 5_000 }]);
  expect(await paperOf(shop, saleId)).toContain('Bonus oyi');
});

test('without a customer the bonus on top waits on the claim code like the rest', async () => {
  const shop = await openPromoShop();
  const benefit = { kind: 'bonus', bonusSom: 5_000, per: { kind: 'receipt' } } as const;
  await shop.live({ level: 'reward', benefit });
  await shop.cashier.put('b');
  const { claimCode, saleId } = await shop.cashier.pay();
  expect(await paperOf(shop, saleId)).toMatch(/5.910/u);
  const customerId = await shop.newCustomer('+998901112233');
  const input = { intentionId: shop.newId(), code: claimCode ?? '', customerId };
  expect(await shop.call(attachLater, input)).toEqual({ bonusSom: 5_910, bonusBalanceSom: 5_910 });
});

test('double bonus doubles the rate of its lines, and the rate is kept with them', async () => {
  const shop = await openPromoShop();
  await shop.live({ level: 'reward', benefit: { kind: 'bonusMultiplier', timesBasisPoints: 20_000 } });
  await shop.cashier.put('b');
  expect((await shop.cashier.pay()).bonusEarnedSom).toBe(1_820);
  const rates = await shop.db.selectFrom('sale_line').select('bonus_basis_points').execute();
  expect(rates).toEqual([{ bonus_basis_points: 400 }]);
});

test('a birthday promotion works once a year, also on the very same day', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  const birthday = { kind: 'birthday', daysBefore: 3, daysAfter: 3 } as const;
  await shop.live({ level: 'basket', benefit: basketPercent(20), conditions: [birthday] });
  const customerId = await shop.newCustomer('+998901112233');
  await shop.db
    .updateTable('customer')
    .set({ birth_date: '1990-11-24', birth_date_known_since: '2026-01-10' })
    .where('id', '=', customerId)
    .execute();
  const buy = async () => {
    await cashier.put('b');
    await cashier.change({ kind: 'attachCustomer', customerId });
    return (await cashier.pay()).netSom;
  };
  expect(await buy()).toBe(36_400);
  expect(await buy()).toBe(45_500);
  const [{ birthday_used_on: usedOn } = {}] = await shop.db
    .selectFrom('customer')
    .select('birthday_used_on')
    .where('id', '=', customerId)
    .execute();
  expect(usedOn).toBe('2026-11-22');
});

test('what was bought before counts, also on a receipt that found its customer later', async () => {
  const shop = await openPromoShop();
  const { cashier, productIds } = shop;
  const rice = { kind: 'products', productIds: [productIds.b] } as const;
  const bought = { kind: 'boughtBefore', of: rice, withinDays: 30, atLeastSom: 90_000 } as const;
  await shop.live({
    level: 'basket',
    benefit: basketPercent(10),
    conditions: [{ kind: 'all', conditions: [bought] }],
  });
  const customerId = await shop.newCustomer('+998901112233');
  await cashier.put('b');
  const { claimCode } = await cashier.pay();
  await shop.call(attachLater, { intentionId: shop.newId(), code: claimCode ?? '', customerId });
  const buy = async () => {
    await cashier.put('b');
    await cashier.change({ kind: 'attachCustomer', customerId });
    return (await cashier.pay()).netSom;
  };
  expect(await buy()).toBe(45_500);
  expect(await buy()).toBe(40_950);
  shop.clock.pass(31 * 24 * 3_600);
  expect(await buy()).toBe(45_500);
});

test('the screen says what a little more would bring, and why each promotion works or does not', async () => {
  const shop = await openPromoShop();
  const { cashier } = shop;
  const near = await shop.live({
    ...named('Katta savat'),
    level: 'basket',
    benefit: basketPercent(10),
    conditions: [fromSum(50_000)],
  });
  const far = await shop.live({ level: 'basket', benefit: basketPercent(20), conditions: [fromSum(90_000)] });
  await shop.live({ level: 'basket', benefit: basketPercent(30), conditions: [fromSum(900_000)] });
  const tuesday = await shop.live({
    level: 'basket',
    benefit: basketPercent(5),
    conditions: [{ kind: 'weekdays', days: [2] }],
  });
  const { hints } = await cashier.put('b');
  expect(hints).toMatchObject([
    { promotionId: near, missingSom: 4_500, missingThousandths: 0, name: { uz: 'Katta savat' } },
    { promotionId: far, missingSom: 44_500, missingThousandths: 0 },
  ]);
  expect(hints[0]?.gives.uz).toContain('10');
  expect(await shop.outcomes()).toMatchObject({ [near]: 'conditionUnmet', [tuesday]: 'conditionUnmet' });
  await cashier.put('c');
  expect(await shop.outcomes()).toMatchObject({ [near]: 'applied', [far]: 'conditionUnmet' });
});

test('goods that are never discounted keep their price in every promotion', async () => {
  const shop = await openPromoShop();
  await shop.live({ level: 'basket', benefit: basketPercent(10) });
  await shop.db
    .updateTable('product')
    .set({ is_discountable: 0 })
    .where('id', '=', shop.productIds.b)
    .execute();
  expect((await shop.cashier.put('b', 'a')).totalSom).toBe(45_500 + 11_691);
});

test('a bonus coupon brings its bonus once, and a gift coupon its salt', async () => {
  const shop = await openPromoShop();
  const { cashier, productIds } = shop;
  const bonus = await shop.makeSeries({ benefit: { kind: 'bonus', bonusSom: 3_000 } });
  const salt = { kind: 'products', productIds: [productIds.c] } as const;
  const gift = await shop.makeSeries({ benefit: { kind: 'gift', of: salt, pieces: 1 }, minimumSom: 40_000 });
  await shop.live({ level: 'reward', benefit: { kind: 'nextCoupon', seriesId: bonus, partnerId: null } });
  await shop.live({ level: 'reward', benefit: { kind: 'nextCoupon', seriesId: gift, partnerId: null } });
  await cashier.put('a');
  const { couponCodes } = await cashier.pay();
  const seriesOf = new Map(
    (await shop.db.selectFrom('coupon').select(['code', 'series_id']).execute()).map((row) => [
      row.series_id,
      row.code,
    ]),
  );
  expect(couponCodes).toHaveLength(2);
  const customerId = await shop.newCustomer('+998901112233');
  await cashier.put('a');
  await cashier.change({ kind: 'attachCustomer', customerId });
  await cashier.scan(seriesOf.get(bonus) ?? '');
  expect((await cashier.pay()).bonusEarnedSom).toBe(3_259);
  await cashier.put('b', 'c');
  await cashier.scan(seriesOf.get(gift) ?? '');
  expect(cashier.seen()).toMatchObject({ totalSom: 45_500, coupon: { amountSom: 8_300, problem: null } });
  await cashier.pay();
  const uses = await shop.db
    .selectFrom('coupon_use')
    .select(['series_id', 'amount_som'])
    .orderBy('amount_som')
    .execute();
  expect(uses).toEqual([
    { series_id: bonus, amount_som: 3_000 },
    { series_id: gift, amount_som: 8_300 },
  ]);
});
