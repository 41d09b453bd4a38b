/** Goods that come back: the worked example of docs/rules.md §2 through the verbs, and what a return never does. */
import { expect, test } from 'vitest';
import { forgiveDebt } from '../../../electron/credit/corrections.ts';
import { blockGiftCard } from '../../../electron/credit/giftCards.ts';
import { todayReport } from '../../../electron/report/today.ts';
import { salesOfShift } from '../../../electron/sale/shiftCheck.ts';
import { takeBack } from '../../../electron/sale/takeBack.ts';
import { currentShiftVerb } from '../../../electron/shift/current.ts';
import { som } from '../../../shared/money.ts';
import { accountsAndSums, humoTender } from './counter.ts';
import { openWholeShop, type WholeShop } from './wholeShop.ts';

const oneDay = 24 * 3600;

/** 12 990 × 2, 45 500, 8 300 with a coupon of 5 000; 20 000 bonus, 54 780 in cash, which earn 1 095. */
async function workedSale() {
  const shop = await openWholeShop({ settings: { vatBasisPoints: 1200 as never } });
  const { card, customerId } = await shop.cardHolder();
  await shop.giveBonus(customerId, 60_000);
  const coupon = await shop.newCoupon(await shop.makeSeries());
  await shop.cashier.put('a', 'a', 'b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(coupon);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(20_000) });
  const sold = await shop.payAll();
  return { shop, customerId, sold, card };
}

async function proveBalances({ db }: WholeShop) {
  const { accounts, sums } = await accountsAndSums(db);
  expect(accounts).toEqual(sums);
}

test('B returned, then the rest: 20 000 bonus and 54 780 money came back and nothing stays earned', async () => {
  const { shop, customerId, sold } = await workedSale();
  expect(sold).toMatchObject({ netSom: 74_780, bonusEarnedSom: 1_095, bonusBalanceSom: 41_095 });
  const first = await shop.takeBack(sold.saleId, { 2: 1 });
  expect(first).toMatchObject({
    number: 1,
    netSom: 42_648,
    moneyBackSom: 31_242,
    bonusBackSom: 11_406,
    bonusTakenBackSom: 625,
    bonusBalanceSom: 41_095 + 11_406 - 625,
    isWhole: false,
  });
  const entries = await shop.entriesOf(first.returnId);
  expect(entries).toEqual([
    ['bonusCost', 'shop', -625],
    ['bonusLiability', customerId, 625],
    ['bonusLiability', customerId, -11_406],
    ['cashDrawer', shop.till.host().tillId, -31_242],
    ['discounts', 'coupon', -2_852],
    ['sales', 'shop', 40_931],
    ['vat', 'shop', 4_569],
  ]);
  const rest = await shop.takeBack(sold.saleId, { 1: 2, 3: 1 });
  expect(rest).toMatchObject({
    number: 2,
    moneyBackSom: 23_538,
    bonusBackSom: 8_594,
    bonusTakenBackSom: 470,
    bonusBalanceSom: 60_000,
    isWhole: true,
  });
  for (const kind of ['sales', 'vat', 'discounts', 'bonusCost'] as const) {
    const subject = kind === 'discounts' ? 'coupon' : 'shop';
    // What the correction cost the shop stays; it was no sale.
    expect(await shop.balance(kind, subject)).toBe(kind === 'bonusCost' ? 60_000 : 0);
  }
  const paid = await shop.db.selectFrom('customer_paid_day').select('paid_som').execute();
  expect(paid).toEqual([{ paid_som: 0 }]);
  await proveBalances(shop);
});

test('the day and the shift are less what came back, also of an earlier day; the average receipt is not', async () => {
  const { shop, sold } = await workedSale();
  const day = todayReport({ database: () => shop.till.parts.database() });
  const shift = async () => (await shop.asOwner(currentShiftVerb(salesOfShift), {})).shift;
  await shop.takeBack(sold.saleId, { 2: 1 });
  expect(await shift()).toMatchObject({ receipts: 1, netSom: 74_780 - 42_648 });
  expect((await shop.asOwner(day, { day: null })).figures).toMatchObject({
    netSom: 74_780 - 42_648,
    returnedSom: 42_648,
    averageSom: 74_780,
  });
  shop.clock.pass(oneDay);
  await shop.takeBack(sold.saleId, { 1: 2, 3: 1 });
  expect((await shop.asOwner(day, { day: null })).figures).toMatchObject({
    netSom: 42_648 - 74_780,
    returnedSom: 74_780 - 42_648,
    receipts: 0,
  });
  expect(await shift()).toMatchObject({ receipts: 1, netSom: 0 });
});

test('no line comes back twice, nor more of it than was sold, nor half a piece', async () => {
  const { shop, sold } = await workedSale();
  const refused = async (pieces: Record<number, number>) => shop.refusal(shop.takeBack(sold.saleId, pieces));
  expect(await refused({ 1: 3 })).toEqual({
    code: 'ReturnTooMuch',
    data: { lineNumber: 1, leftThousandths: 2_000 },
  });
  expect((await refused({ 9: 1 })).code).toBe('ReturnTooMuch');
  expect((await refused({ 1: 0.5 })).code).toBe('WholePiecesOnly');
  await shop.takeBack(sold.saleId, { 1: 1 });
  const before = await shop.everyRow();
  expect(await refused({ 1: 2 })).toEqual({
    code: 'ReturnTooMuch',
    data: { lineNumber: 1, leftThousandths: 1_000 },
  });
  expect(await shop.everyRow()).toBe(before);
  await shop.takeBack(sold.saleId, { 1: 1 });
  expect((await refused({ 1: 1 })).data).toEqual({ lineNumber: 1, leftThousandths: 0 });
});

test('a return that is asked for twice is done once', async () => {
  const { shop, sold } = await workedSale();
  const intentionId = shop.newId();
  const first = await shop.takeBack(sold.saleId, { 2: 1 }, { intentionId });
  expect(await shop.takeBack(sold.saleId, { 2: 1 }, { intentionId })).toEqual(first);
  const rows = await shop.db.selectFrom('sale_return').select('id').execute();
  expect(rows).toHaveLength(1);
});

test('after the days of return only the owner takes goods back', async () => {
  const { shop, sold } = await workedSale();
  const senior = shop.newId();
  await shop.db
    .insertInto('person')
    .values({
      id: senior,
      name: 'Katta sotuvchi',
      role: 'senior',
      secret_kind: 'pin',
      secret_hash: 'never asked',
      is_active: 1,
      created_at: shop.clock.now,
    })
    .execute();
  shop.workAs(senior, 'senior');
  const bySenior = (lineNumber: number) =>
    shop.call(
      takeBack(shop.till.parts),
      {
        intentionId: shop.newId(),
        saleId: sold.saleId,
        lines: [{ lineNumber, quantityThousandths: 1_000 }],
        reason: 'quality',
      },
      'senior',
    );
  shop.clock.pass(10 * oneDay);
  expect(await bySenior(1)).toMatchObject({ number: 1 });
  shop.clock.pass(oneDay);
  expect(await shop.refusal(bySenior(1))).toEqual({
    code: 'ReturnTooLate',
    data: { lastOn: '2026-12-02' },
  });
  expect(await shop.takeBack(sold.saleId, { 1: 1 })).toMatchObject({ number: 2 });
});

test('a cashier takes nothing back alone', async () => {
  const { shop, sold } = await workedSale();
  const lines = [{ lineNumber: 1, quantityThousandths: 1_000 }];
  const input = { saleId: sold.saleId, lines, reason: 'wrong' } as const;
  const alone = shop.call(takeBack(shop.till.parts), { intentionId: shop.newId(), ...input });
  expect((await shop.refusal(alone)).code).toBe('NotAllowed');
});

test('bonus that was spent meanwhile is taken from other lots and then left owing; the next earning repays it', async () => {
  const shop = await openWholeShop();
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  const first = await shop.payAll();
  expect(first.bonusBalanceSom).toBe(20_000);
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(20_000) });
  const second = await shop.payAll();
  expect(second.bonusBalanceSom).toBe(19_600);
  // 20 000 are taken back: 19 600 from what the second purchase earned, 400 are left owing.
  expect(await shop.takeBack(first.saleId, { 1: 1 })).toMatchObject({
    bonusTakenBackSom: 20_000,
    bonusBalanceSom: -400,
  });
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  const third = await shop.payAll();
  expect(third).toMatchObject({ bonusEarnedSom: 910, bonusBalanceSom: 510 });
  const lots = await shop.db
    .selectFrom('bonus_lot')
    .select('remaining_som')
    .where('holder_id', '=', customerId)
    .where('remaining_som', '>', 0)
    .execute();
  expect(lots).toEqual([{ remaining_som: 510 }]);
  await proveBalances(shop);
});

test('bonus comes back to the lot it came from; one that would soon burn lives fourteen days more', async () => {
  const shop = await openWholeShop({ settings: { bonusExpiryDays: 30 } });
  const { card, customerId } = await shop.cardHolder();
  await shop.giveBonus(customerId, 5_000);
  shop.clock.pass(20 * oneDay);
  await shop.giveBonus(customerId, 5_000);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(8_000) });
  const sold = await shop.payAll();
  await shop.takeBack(sold.saleId, { 1: 1 });
  const lots = await shop.db
    .selectFrom('bonus_lot')
    .select(['remaining_som', 'expires_on'])
    .where('holder_id', '=', customerId)
    .where('remaining_som', '>', 0)
    .orderBy('expires_on')
    .execute();
  expect(lots).toEqual([
    // 5 000 of the first lot, which would have burnt on 22 December.
    { remaining_som: 5_000, expires_on: '2026-12-26' },
    { remaining_som: 5_000, expires_on: '2027-01-11' },
  ]);
  await proveBalances(shop);
});

test('the share of a blocked gift card becomes store credit; without a customer it waits on the card', async () => {
  const shop = await openWholeShop();
  const { card, customerId } = await shop.cardHolder();
  const number = await shop.newGiftCard(8_300);
  await shop.cashier.put('c');
  await shop.cashier.scan(card);
  await shop.cashier.scan(number);
  const known = await shop.payAll();
  const other = await shop.newGiftCard(8_300);
  await shop.cashier.put('c');
  await shop.cashier.scan(other);
  const unknown = await shop.payAll();
  for (const each of [number, other]) {
    await shop.asOwner(blockGiftCard, { number: each, isBlocked: true, reason: 'Yoʻqolgan' });
  }
  expect(await shop.takeBack(known.saleId, { 1: 1 })).toMatchObject({
    giftCardBackSom: 0,
    storeCreditBackSom: 8_300,
  });
  expect(await shop.balance('storeCredit', customerId)).toBe(-8_300);
  expect(await shop.takeBack(unknown.saleId, { 1: 1 })).toMatchObject({
    giftCardBackSom: 8_300,
    storeCreditBackSom: 0,
  });
  expect(await shop.balance('giftCard', other)).toBe(-8_300);
});

/** A basket of 45 500 on credit, with a limit that allows it. */
async function soldOnCredit(settings = {}) {
  const shop = await openWholeShop({ settings });
  const { card, customerId } = await shop.cardHolder();
  await shop.mayOwe(customerId, 100_000);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'sellOnCredit', amountSom: null, dueOn: null });
  return { shop, customerId, sold: await shop.payAll() };
}

test('goods on credit earn when they are repaid, part by part and together the whole', async () => {
  const { shop, customerId, sold } = await soldOnCredit();
  expect(sold).toMatchObject({ bonusEarnedSom: 0, bonusBalanceSom: 0 });
  // 2 % of 45 500 are 910: for 10 001 of it floor(910 × 10 001 ÷ 45 500) = 200.
  expect(await shop.repay(customerId, 10_001)).toBe(200);
  expect(await shop.repay(customerId, 35_499)).toBe(710);
  const paid = await shop.db.selectFrom('customer_paid_day').select('paid_som').execute();
  expect(paid).toEqual([{ paid_som: 45_500 }]);
  await proveBalances(shop);
});

test('where goods on credit earn at once, repaying them earns nothing more', async () => {
  const { shop, customerId, sold } = await soldOnCredit({ debtEarns: 'atOnce' });
  expect(sold.bonusEarnedSom).toBe(910);
  expect(await shop.repay(customerId, 45_500)).toBe(0);
});

test('returned goods first lower what is owed for them; what was repaid comes back as money, and its bonus goes', async () => {
  const { shop, customerId, sold } = await soldOnCredit();
  await shop.repay(customerId, 10_001);
  expect(await shop.takeBack(sold.saleId, { 1: 1 })).toMatchObject({
    debtLoweredSom: 35_499,
    moneyBackSom: 10_001,
    bonusTakenBackSom: 200,
    bonusBalanceSom: 0,
  });
  expect(await shop.credit(customerId)).toMatchObject({ openSom: 0 });
  const paid = await shop.db.selectFrom('customer_paid_day').select('paid_som').execute();
  expect(paid).toEqual([{ paid_som: 0 }]);
  await proveBalances(shop);
});

test('what the shop has forgiven comes back to nobody', async () => {
  const { shop, customerId, sold } = await soldOnCredit();
  await shop.repay(customerId, 5_500);
  await shop.asOwner(forgiveDebt, { customerId, amountSom: 40_000, reason: 'Kasal boʻldi' });
  expect(await shop.takeBack(sold.saleId, { 1: 1 })).toMatchObject({
    debtLoweredSom: 0,
    moneyBackSom: 5_500,
  });
  expect(await shop.balance('expense')).toBe(0);
  expect(await shop.balance('sales')).toBe(0);
  await proveBalances(shop);
});

test('a card payment goes back to the card', async () => {
  const shop = await openWholeShop();
  await shop.cashier.put('b');
  const sold = await shop.payAll(0, { tenders: [humoTender(45_500)] });
  await shop.takeBack(sold.saleId, { 1: 1 });
  expect(await shop.balance('terminal', 'humo')).toBe(0);
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(100_000);
});

test('a sale that nobody claimed takes its bonus back from the claim code', async () => {
  const shop = await openWholeShop();
  await shop.cashier.put('b');
  const sold = await shop.payAll();
  expect(await shop.balance('bonusLiability', sold.claimCode ?? '')).toBe(-910);
  expect(await shop.takeBack(sold.saleId, { 1: 1 })).toMatchObject({
    bonusTakenBackSom: 910,
    bonusBalanceSom: null,
  });
  expect(await shop.balance('bonusLiability', sold.claimCode ?? '')).toBe(0);
  await proveBalances(shop);
});

test('a whole return takes back stamps, the bonus of promotions and of the first purchase', async () => {
  const shop = await openWholeShop();
  await shop.rewardFirst(3_000);
  const stampCardId = await shop.newStampCard({ needed: 5, reward: { kind: 'freePiece' } });
  await shop.live({
    level: 'reward',
    benefit: { kind: 'bonus', bonusSom: 5_000, per: { kind: 'receipt' } },
  });
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('a', 'a');
  await shop.cashier.scan(card);
  const sold = await shop.payAll();
  // 2 % of 25 980 are 519, with 5 000 and 3 000 beside.
  expect(sold).toMatchObject({ bonusEarnedSom: 8_519, bonusBalanceSom: 8_519 });
  const stamps = () =>
    shop.db
      .selectFrom('stamp_balance')
      .select('stamps')
      .where('stamp_card_id', '=', stampCardId)
      .where('customer_id', '=', customerId)
      .executeTakeFirst();
  expect(await stamps()).toEqual({ stamps: 2 });
  // floor(2 % of 12 990) = 259 stay, 260 are taken back.
  expect(await shop.takeBack(sold.saleId, { 1: 1 })).toMatchObject({ bonusBalanceSom: 8_259 });
  expect(await stamps()).toEqual({ stamps: 2 });
  expect(await shop.takeBack(sold.saleId, { 1: 1 })).toMatchObject({ bonusBalanceSom: 0 });
  expect(await stamps()).toEqual({ stamps: 0 });
  await proveBalances(shop);
});
