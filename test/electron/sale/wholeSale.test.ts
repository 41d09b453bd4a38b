/** The sale that uses everything (docs/rules.md §3), through the verbs: what it posts, and what its return undoes. */
import { expect, test } from 'vitest';
import { som } from '../../../shared/money.ts';
import { accountsAndSums, cashTender } from './counter.ts';
import { chosenTenders, openWholeShop, type WholeShop } from './wholeShop.ts';

const click = { kind: 'qr', provider: 'click', amountSom: som(10_000), reference: null } as const;

/** Goods of 120 040 with every kind of discount on them, and a customer with bonus, a gift card, a debt limit and a fund. */
async function everything() {
  const shop = await openWholeShop({ settings: { vatBasisPoints: 1200 as never, cashRoundingSom: 100 } });
  await shop.price('b', 120_040);
  await shop.live({ level: 'product', benefit: { kind: 'amountPerLine', amountSom: 12_000 } });
  await shop.live({ level: 'basket', benefit: { kind: 'amount', amountSom: 8_000 } });
  const seriesId = await shop.makeSeries({ benefit: { kind: 'amount', amountSom: 10_000 } });
  const coupon = await shop.newCoupon(seriesId);
  const { card, customerId } = await shop.cardHolder();
  await shop.giveBonus(customerId, 20_000);
  await shop.mayOwe(customerId, 100_000);
  const giftCard = await shop.newGiftCard(15_000);
  const fundId = await shop.newFund();
  return { shop, card, coupon, customerId, giftCard, fundId, seriesId };
}

type Everything = Awaited<ReturnType<typeof everything>>;

/** Chooses everything; rounding up by 30 540 gives the 500 of the example. */
async function choose({ shop, card, coupon, giftCard, fundId }: Everything) {
  const { cashier } = shop;
  await cashier.put('b');
  await cashier.scan(card);
  await cashier.scan(coupon);
  await cashier.change({ kind: 'spendBonus', amountSom: som(20_000) });
  await cashier.scan(giftCard);
  await cashier.change({ kind: 'sellOnCredit', amountSom: som(25_000), dueOn: null });
  return cashier.change({ kind: 'roundUp', donation: { fundId, stepSom: 30_540 } });
}

async function sell(all: Everything) {
  await choose(all);
  return all.shop.payAll(21_000, { tenders: [click] });
}

async function balances({ db }: WholeShop) {
  const { accounts, sums } = await accountsAndSums(db);
  expect(accounts).toEqual(sums);
  return accounts.filter((account) => account.balance_som !== 0);
}

test('the basket says what each way of paying covers, in the fixed order', async () => {
  const all = await everything();
  expect(await choose(all)).toMatchObject({
    grossSom: 120_040,
    totalSom: 90_040,
    vatSom: 9_647,
    bonusToSpendSom: 20_000,
    giftCard: { number: all.giftCard, balanceSom: 15_000, paysSom: 15_000 },
    storeCreditPaysSom: 0,
    debt: { amountSom: 25_000, dueOn: '2026-12-22' },
    donation: { fundId: all.fundId, amountSom: 500 },
    dueSom: 30_540,
    bonusToEarnSom: 900,
  });
});

test('every account moves as the worked example says', async () => {
  const all = await everything();
  const sold = await sell(all);
  expect(sold).toMatchObject({
    netSom: 90_040,
    changeSom: 500,
    donationSom: 500,
    bonusEarnedSom: 900,
    bonusSpentSom: 20_000,
    bonusBalanceSom: 900,
  });
  const { customerId, giftCard, fundId, shop } = all;
  expect(await shop.entriesOf(sold.saleId)).toEqual([
    ['bonusCost', 'shop', 900],
    ['bonusLiability', customerId, 20_000],
    ['bonusLiability', customerId, -900],
    ['cashDrawer', shop.till.host().tillId, 20_500],
    ['customerDebt', customerId, 25_000],
    ['discounts', 'product', 12_000],
    ['discounts', 'coupon', 10_000],
    ['discounts', 'basket', 8_000],
    ['donations', fundId, -500],
    ['giftCard', giftCard, 15_000],
    ['qr', 'click', 10_000],
    ['rounding', 'shop', 40],
    ['sales', 'shop', -110_393],
    ['vat', 'shop', -9_647],
  ]);
  await balances(shop);
  expect(await shop.credit(customerId)).toMatchObject({ openSom: 25_000 });
  const paid = await shop.db.selectFrom('customer_paid_day').selectAll().execute();
  // Gift card and money; bonus never, the debt when it is repaid.
  expect(paid).toEqual([{ customer_id: customerId, business_day: '2026-11-22', paid_som: 45_040 }]);
});

const paidBack = (kind: string, amountSom: number, provider: string | null = null) => ({
  kind,
  provider,
  amountSom,
  reference: null,
});

test('everything returned on the same day leaves no account, lot, coupon or promotion changed', async () => {
  const all = await everything();
  const { shop, customerId } = all;
  const before = await balances(shop);
  const sold = await sell(all);
  const back = await shop.takeBack(sold.saleId, { 1: 1 });
  expect(back).toEqual({
    returnId: back.returnId,
    number: 1,
    netSom: 90_040,
    // With the donation and what rounding had let go.
    moneyBackSom: 30_500,
    bonusBackSom: 20_000,
    giftCardBackSom: 15_000,
    storeCreditBackSom: 0,
    debtLoweredSom: 25_000,
    bonusTakenBackSom: 900,
    withheldSom: 0,
    bonusBalanceSom: 20_000,
    isWhole: true,
    isCancel: true,
    couponUsed: { code: all.coupon, isReopened: true },
    couponsVoided: back.couponsVoided,
    tenders: [
      paidBack('bonus', 20_000),
      paidBack('giftCard', 15_000),
      paidBack('debt', 25_000),
      paidBack('cash', 20_500),
      paidBack('qr', 10_000, 'click'),
    ],
  });
  expect(back.couponsVoided).toHaveLength(1);
  expect(await balances(shop)).toEqual(before);
  const lots = await shop.db.selectFrom('bonus_lot').select(['holder_id', 'remaining_som']).execute();
  expect(lots.filter((lot) => lot.remaining_som > 0)).toEqual([
    { holder_id: customerId, remaining_som: 20_000 },
  ]);
  const coupon = await shop.db
    .selectFrom('coupon')
    .select(['state', 'uses_count', 'redeemed_sale_id'])
    .where('code', '=', all.coupon)
    .executeTakeFirstOrThrow();
  expect(coupon).toEqual({ state: 'issued', uses_count: 0, redeemed_sale_id: null });
  const counts = await shop.db.selectFrom('promotion_count').select(['times', 'spent_som']).execute();
  expect(counts.every((count) => count.times === 0 && count.spent_som === 0)).toBe(true);
  const given = await shop.db
    .selectFrom('coupon')
    .select('state')
    .where('issued_sale_id', '=', sold.saleId)
    .execute();
  expect(given.map(({ state }) => state)).toEqual(given.map(() => 'voided'));
  expect(await shop.db.selectFrom('customer_figure').select('paid_som').execute()).toEqual([{ paid_som: 0 }]);
  // The coupon works again.
  await all.shop.cashier.put('b');
  await all.shop.cashier.scan(all.coupon);
  expect(all.shop.cashier.seen().coupon).toMatchObject({ amountSom: 10_000 });
});

test('the same a day later keeps rounding, donation and coupon; money goes back as it came', async () => {
  const all = await everything();
  const { shop } = all;
  const sold = await sell(all);
  shop.clock.pass(24 * 3600);
  const back = await shop.takeBack(sold.saleId, { 1: 1 });
  expect(back).toMatchObject({ moneyBackSom: 30_040, bonusBackSom: 20_000, debtLoweredSom: 25_000 });
  const tenders = await shop.db
    .selectFrom('sale_return_tender')
    .select(['kind', 'provider', 'amount_som'])
    .where('return_id', '=', back.returnId)
    .orderBy('tender_no')
    .execute();
  expect(tenders.map((row) => [row.kind, row.provider, row.amount_som])).toEqual([
    ['bonus', null, 20_000],
    ['giftCard', null, 15_000],
    ['debt', null, 25_000],
    ['cash', null, 20_500],
    ['qr', 'click', 9_540],
  ]);
  expect(await shop.balance('donations', all.fundId)).toBe(-500);
  expect(await shop.balance('rounding')).toBe(40);
  expect(await shop.balance('sales')).toBe(0);
  expect(await shop.balance('vat')).toBe(0);
  await balances(shop);
  await all.shop.cashier.put('b');
  const used = all.shop.cashier.scan(all.coupon);
  expect((await shop.refusal(used)).code).toBe('CouponUsed');
});

test('two windows cannot spend the same gift card: the second sees the new price and nothing is written', async () => {
  const shop = await openWholeShop();
  const giftCard = await shop.newGiftCard(15_000);
  const other = shop.desk('other window', shop.cashierId);
  other.listen();
  shop.cashier.listen();
  await other.put('c');
  await other.scan(giftCard);
  await shop.cashier.put('c');
  await shop.cashier.scan(giftCard);
  await shop.payAll();
  const before = await shop.everyRow();
  const refused = await shop.refusal(other.pay({ tenders: chosenTenders(other.seen()) }));
  expect(refused.code).toBe('PriceChanged');
  expect(refused.data).toMatchObject({ basket: { giftCard: { balanceSom: 6_700, paysSom: 6_700 } } });
  expect(await shop.everyRow()).toBe(before);
});

test('the basket keeps what was chosen over a crash', async () => {
  const all = await everything();
  const chosen = await choose(all);
  const again = await all.shop.reopen();
  again.workAs(again.cashierId, 'after the crash');
  const { openBasket } = await import('../../../electron/sale/basketVerbs.ts');
  const basket = await again.call(
    openBasket(again.till.parts.changes),
    { intentionId: again.newId() },
    'after the crash',
  );
  expect(basket).toEqual({ ...chosen, revision: basket.revision });
  await again.close();
});

test('bonus, account and cash pay one after the other, and each line keeps who paid how much of it', async () => {
  const shop = await openWholeShop();
  const { card, customerId } = await shop.cardHolder();
  await shop.giveBonus(customerId, 90);
  await shop.putOnAccount(customerId, 1_000);
  await shop.cashier.put('c');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(90) });
  await shop.cashier.change({ kind: 'spendStoreCredit', amountSom: som(1_000) });
  const total = shop.cashier.seen().totalSom;
  const sold = await shop.payAll();
  const line = await shop.db
    .selectFrom('sale_line')
    .select(['bonus_share_som', 'store_credit_share_som', 'money_share_som'])
    .where('sale_id', '=', sold.saleId)
    .executeTakeFirstOrThrow();
  expect(line).toEqual({
    bonus_share_som: 90,
    store_credit_share_som: 1_000,
    money_share_som: total - 1_090,
  });
  expect(await shop.balance('storeCredit', customerId)).toBe(0);
});

test('a payment that says another sum than the basket is refused and writes nothing', async () => {
  const all = await everything();
  const basket = await choose(all);
  const { shop } = all;
  const before = await shop.everyRow();
  const pays = (tenders: ReturnType<typeof chosenTenders>) =>
    shop.refusal(shop.cashier.pay({ tenders: [...tenders, cashTender(30_500)], receivedCashSom: 30_500 }));
  const chosen = chosenTenders(basket);
  expect((await pays(chosen.filter(({ kind }) => kind !== 'giftCard'))).code).toBe('TendersDoNotCover');
  const another = chosen.map((tender) =>
    tender.kind === 'giftCard' ? { ...tender, reference: 'G2222222222' } : tender,
  );
  expect(await pays(another)).toEqual({ code: 'TenderNotAccepted', data: { kind: 'giftCard' } });
  expect(await shop.everyRow()).toBe(before);
});
