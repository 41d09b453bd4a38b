/** Rules 20 and 24 at the till: gift cards, the account and goods on credit, and what is refused with which words. */
import { expect, test } from 'vitest';
import { blockGiftCard } from '../../../electron/credit/giftCards.ts';
import { saveFund } from '../../../electron/loyalty/charityVerbs.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';
import { ownerPassword } from '../../till.ts';
import { openWholeShop } from './wholeShop.ts';

const oneDay = 24 * 3600;
const onCredit = (amountSom: number | null, dueOn: string | null = null) =>
  ({
    kind: 'sellOnCredit',
    amountSom: amountSom === null ? null : som(amountSom),
    dueOn: dueOn === null ? null : businessDay(dueOn),
  }) as const;
const fromAccount = (amountSom: number) => ({ kind: 'spendStoreCredit', amountSom: som(amountSom) }) as const;
const byCard = (code: string, amountSom: number | null = null) =>
  ({ kind: 'payByGiftCard', code, amountSom: amountSom === null ? null : som(amountSom) }) as const;

test('a scanned gift card pays as much as it can, and can be taken off again', async () => {
  const shop = await openWholeShop();
  const number = await shop.newGiftCard(15_000);
  await shop.cashier.put('b');
  expect(await shop.cashier.scan(number)).toEqual({ kind: 'giftCard', number, balanceSom: 15_000 });
  expect(shop.cashier.seen()).toMatchObject({ giftCard: { paysSom: 15_000 }, dueSom: 30_500 });
  expect(await shop.cashier.change(byCard(number, 5_000))).toMatchObject({ dueSom: 40_500 });
  expect(await shop.cashier.change({ kind: 'removeGiftCard' })).toMatchObject({
    giftCard: null,
    dueSom: 45_500,
  });
});

test('a gift card that nobody sold, that is blocked, empty or has run out pays nothing and says why', async () => {
  const shop = await openWholeShop();
  const [blocked, empty, old] = [
    await shop.newGiftCard(8_300),
    await shop.newGiftCard(8_300),
    await shop.newGiftCard(8_300),
  ];
  await shop.asOwner(blockGiftCard, { number: blocked, isBlocked: true, reason: 'Yoʻqolgan' });
  await shop.cashier.put('c');
  await shop.cashier.scan(empty);
  await shop.payAll();
  await shop.cashier.put('c');
  const refused = async (code: string) => shop.refusal(shop.cashier.scan(code));
  expect((await refused(blocked)).code).toBe('GiftCardBlocked');
  expect((await refused(empty)).code).toBe('GiftCardEmpty');
  expect((await refused('GG7FQ2M4X9')).code).toBe('CodeNotReadable');
  const unknown = shop.refusal(shop.cashier.change(byCard('K7FQ2M4X9T')));
  expect((await unknown).code).toBe('GiftCardUnknown');
  const tooMuch = shop.refusal(shop.cashier.change(byCard(old, 9_000)));
  expect(await tooMuch).toEqual({ code: 'GiftCardNotEnough', data: { balanceSom: 8_300 } });
  shop.clock.pass(366 * oneDay);
  expect(await refused(old)).toEqual({ code: 'GiftCardExpired', data: { expiredOn: '2027-11-22' } });
});

test('goods on credit need a registered customer, an allowed limit, and nothing that is late', async () => {
  const shop = await openWholeShop();
  const [card = ''] = await shop.newCards();
  await shop.cashier.put('b');
  const refused = async (amountSom: number | null = null, dueOn: string | null = null) =>
    shop.refusal(shop.cashier.change(onCredit(amountSom, dueOn)));
  expect((await refused()).code).toBe('DebtNeedsCustomer');
  await shop.cashier.scan(card);
  expect((await refused()).code).toBe('DebtNeedsCustomer');
  const { card: own, customerId } = await shop.cardHolder();
  await shop.cashier.scan(own);
  expect((await refused()).code).toBe('DebtNotAllowed');
  await shop.mayOwe(customerId, 40_000);
  expect(await refused()).toEqual({ code: 'DebtAboveLimit', data: { limitSom: 40_000, leftSom: 40_000 } });
  expect((await refused(1, '2026-11-21')).code).toBe('DaysWrong');
  expect((await refused(1, '2027-11-24')).code).toBe('DaysWrong');
  const basket = await shop.cashier.change(onCredit(40_000));
  expect(basket).toMatchObject({ debt: { amountSom: 40_000, dueOn: '2026-12-22' }, dueSom: 5_500 });
  await shop.payAll();
  shop.clock.pass(31 * oneDay);
  await shop.cashier.put('c');
  await shop.cashier.scan(own);
  expect(shop.cashier.seen().customer).toMatchObject({ debtSom: 40_000, overdueSom: 40_000 });
  expect(await refused()).toEqual({
    code: 'DebtOverdue',
    data: { overdueSom: 40_000, dueOn: '2026-12-22' },
  });
});

test('above the limit somebody who may approves in place; the approved sum does not grow with the basket', async () => {
  const shop = await openWholeShop();
  const { card, customerId } = await shop.cardHolder();
  await shop.mayOwe(customerId, 10_000);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  const approval = { personId: shop.ownerId, secret: ownerPassword };
  await shop.cashier.change(onCredit(null), approval);
  const basket = await shop.cashier.put('c');
  expect(basket).toMatchObject({ totalSom: 53_800, debt: { amountSom: 45_500 }, dueSom: 8_300 });
  const sold = await shop.payAll();
  const document = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_id', '=', sold.saleId)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(document.content_json)).toMatchObject({ approver: shop.ownerId });
  expect(await shop.credit(customerId)).toMatchObject({ openSom: 45_500, limitSom: 10_000 });
});

test('an account pays only for who shows the card, up to the day’s limit that bonus shares, or with approval', async () => {
  const shop = await openWholeShop();
  const { customerId } = await shop.cardHolder();
  await shop.putOnAccount(customerId, 40_000);
  await shop.giveBonus(customerId, 15_000);
  await shop.cashier.put('tv');
  await shop.cashier.change({ kind: 'attachCustomer', customerId });
  expect(shop.cashier.seen().customer).toMatchObject({ storeCreditSom: 40_000 });
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(15_000) });
  const refused = async (sum: number) => shop.refusal(shop.cashier.change(fromAccount(sum)));
  expect(await refused(40_001)).toEqual({ code: 'StoreCreditNotEnough', data: { balanceSom: 40_000 } });
  expect(await refused(5_001)).toEqual({ code: 'BonusNeedsCard', data: { atMostSom: 5_000 } });
  await shop.cashier.change(fromAccount(5_000));
  await shop.payAll();
  await shop.cashier.put('b');
  await shop.cashier.change({ kind: 'attachCustomer', customerId });
  expect(await refused(1)).toEqual({ code: 'BonusNeedsCard', data: { atMostSom: 0 } });
  const approval = { personId: shop.ownerId, secret: ownerPassword };
  expect(await shop.cashier.change(fromAccount(35_000), approval)).toMatchObject({
    storeCreditPaysSom: 35_000,
    dueSom: 10_500,
  });
});

test('what was allowed above the day’s limit is allowed once: more of bonus or account needs somebody again', async () => {
  const shop = await openWholeShop();
  const { customerId } = await shop.cardHolder();
  await shop.putOnAccount(customerId, 300_000);
  await shop.giveBonus(customerId, 60_000);
  await shop.cashier.put('tv');
  await shop.cashier.change({ kind: 'attachCustomer', customerId });
  const approval = { personId: shop.ownerId, secret: ownerPassword };
  const bonus = (sum: number) => ({ kind: 'spendBonus', amountSom: som(sum) }) as const;
  const refused = async (change: Parameters<typeof shop.cashier.change>[0]) =>
    shop.refusal(shop.cashier.change(change));
  await shop.cashier.change(bonus(40_000), approval);
  expect((await refused(bonus(40_001))).code).toBe('BonusNeedsCard');
  expect(await refused(fromAccount(1_000))).toEqual({ code: 'BonusNeedsCard', data: { atMostSom: 0 } });
  await shop.cashier.change(fromAccount(100_000), approval);
  // The same and less stay allowed; nothing that was chosen is cut without a word.
  await shop.cashier.change(fromAccount(90_000));
  await shop.cashier.change(bonus(30_000));
  expect(await refused(bonus(30_001))).toEqual({ code: 'BonusNeedsCard', data: { atMostSom: 20_000 } });
  await shop.cashier.change(bonus(0));
  expect(await refused(bonus(1_000))).toEqual({ code: 'BonusNeedsCard', data: { atMostSom: 0 } });
  expect(shop.cashier.seen()).toMatchObject({ bonusToSpendSom: 0, storeCreditPaysSom: 90_000 });
});

test('another customer brings no account, no debt and no bonus of the one before', async () => {
  const shop = await openWholeShop();
  const { card, customerId } = await shop.cardHolder();
  await shop.mayOwe(customerId, 100_000);
  await shop.putOnAccount(customerId, 5_000);
  const other = await shop.newCustomer('+998901112244');
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change(fromAccount(5_000));
  await shop.cashier.change(onCredit(10_000));
  const basket = await shop.cashier.change({ kind: 'attachCustomer', customerId: other });
  expect(basket).toMatchObject({ storeCreditPaysSom: 0, debt: null, dueSom: 45_500 });
});

test('small change stays on the customer’s account with one key, never more than the change', async () => {
  const shop = await openWholeShop();
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('c');
  await shop.cashier.scan(card);
  const tooMuch = shop.payAll(9_000, { changeToAccountSom: 701 });
  expect((await shop.refusal(tooMuch)).code).toBe('ChangeNotForAccount');
  const sold = await shop.payAll(9_000, { changeToAccountSom: 700 });
  expect(sold).toMatchObject({ changeSom: 0, changeToAccountSom: 700 });
  expect(await shop.balance('storeCredit', customerId)).toBe(-700);
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(109_000);
  await shop.cashier.put('c');
  const nobody = shop.payAll(9_000, { changeToAccountSom: 700 });
  expect((await shop.refusal(nobody)).code).toBe('ChangeNotForAccount');
});

test('the total is rounded up only for a fund that is open', async () => {
  const shop = await openWholeShop();
  const fundId = await shop.newFund();
  await shop.cashier.put('a');
  expect(shop.cashier.seen().funds).toEqual([
    {
      fundId,
      name: { uz: 'Mehr' },
      steps: [
        { stepSom: 500, amountSom: 10 },
        { stepSom: 1_000, amountSom: 10 },
        { stepSom: 5_000, amountSom: 2_010 },
      ],
    },
  ]);
  const basket = await shop.cashier.change({ kind: 'roundUp', donation: { fundId, stepSom: 5_000 } });
  expect(basket).toMatchObject({ dueSom: 15_000, dueCashSom: 15_000 });
  const sold = await shop.payAll();
  expect(sold.donationSom).toBe(2_010);
  expect(await shop.balance('donations', fundId)).toBe(-2_010);
  await shop.asOwner(saveFund, { fundId, name: { uz: 'Mehr' }, isActive: false });
  await shop.cashier.put('a');
  const closed = shop.cashier.change({ kind: 'roundUp', donation: { fundId, stepSom: 500 } });
  expect((await shop.refusal(closed)).code).toBe('FundClosed');
});
