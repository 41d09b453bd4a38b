/** Gift cards, accounts and debts at the counter: paid with once, taken within the limit, repaid, and coming back. */
import { expect, test } from 'vitest';
import { setCreditLimit } from '../../../electron/credit/account.ts';
import { blockGiftCard, extendGiftCard, showGiftCard } from '../../../electron/credit/giftCards.ts';
import { takeBack } from '../../../electron/sale/takeBack.ts';
import type { Tender } from '../../../shared/basket.ts';
import { ONE, som } from '../../../shared/money.ts';
import { cashTender, type Desk } from '../sale/counter.ts';
import { type CreditShop, cash, day, humo, office, onAccount, openCreditShop } from './creditShop.ts';

/** What a window would hand in: everything as the basket shows it, and the rest in cash. */
function tendersOf(desk: Desk): Tender[] {
  const { giftCard, storeCreditPaysSom, debt, dueCashSom } = desk.seen();
  const tender = (kind: Tender['kind'], amountSom: number, reference: string | null = null): Tender => ({
    kind,
    provider: null,
    amountSom: som(amountSom),
    reference,
  });
  return [
    ...(giftCard === null ? [] : [tender('giftCard', giftCard.paysSom, giftCard.number)]),
    tender('storeCredit', storeCreditPaysSom),
    tender('debt', debt?.amountSom ?? 0),
    cashTender(dueCashSom),
  ].filter(({ amountSom }) => amountSom > 0);
}
const pay = (desk: Desk, different: Parameters<Desk['pay']>[0] = {}) =>
  desk.pay({ tenders: tendersOf(desk), ...different });

const allow = (shop: CreditShop, customerId: string, limitSom: number) =>
  shop.call(setCreditLimit, { intentionId: shop.newId(), customerId, limitSom: som(limitSom) }, office);

/** A customer with a card in their hand who may owe 100 000. */
async function trusted(shop: CreditShop) {
  const { customerId, card } = await shop.cardHolder('+998901112233');
  await allow(shop, customerId, 100_000);
  return { customerId, card };
}
const onCredit = { kind: 'sellOnCredit', amountSom: null, dueOn: null } as const;

test('what is on a gift card pays once: of two windows with one card the second is told the new price', async () => {
  const shop = await openCreditShop();
  const { giftCard } = await shop.sell(50_000, humo);
  const [first, second] = [shop.desk('first'), shop.desk('second')];
  for (const desk of [first, second]) {
    desk.listen();
    await desk.put('b');
    await desk.change({ kind: 'payByGiftCard', code: giftCard.number, amountSom: null });
    expect(desk.seen().giftCard).toEqual({ number: giftCard.number, balanceSom: 50_000, paysSom: 45_500 });
  }
  shop.clock.pass(1);
  await pay(first);
  expect((await shop.refusal(pay(second))).code).toBe('PriceChanged');
  expect(await shop.balance('giftCard', giftCard.number)).toBe(-4_500);
  const { movements } = await shop.call(showGiftCard, { number: giftCard.number });
  expect(movements.map(({ kind, amountSom, receiptNumber }) => [kind, amountSom, receiptNumber])).toEqual([
    ['paid', -45_500, 1],
    ['sold', 50_000, null],
  ]);
  await shop.proveBalance();
});

test('a blocked card pays nothing, nor one whose last day is over', async () => {
  const shop = await openCreditShop();
  const { giftCard } = await shop.sell(50_000, humo);
  const { number } = giftCard;
  await shop.cashier.put('b');
  const payBy = () => shop.cashier.change({ kind: 'payByGiftCard', code: number, amountSom: null });
  const blocking = { intentionId: shop.newId(), number, reason: 'Yoʻqolgan' };
  await shop.call(blockGiftCard, { ...blocking, isBlocked: true }, office);
  expect((await shop.refusal(payBy())).code).toBe('GiftCardBlocked');
  await shop.call(blockGiftCard, { ...blocking, intentionId: shop.newId(), isBlocked: false }, office);
  const extending = { intentionId: shop.newId(), number, expiresOn: day('2026-11-22') };
  await shop.call(extendGiftCard, extending, office);
  expect((await payBy()).giftCard?.paysSom).toBe(45_500);
  shop.clock.pass(86_400);
  expect(await shop.refusal(payBy())).toEqual({
    code: 'GiftCardExpired',
    data: { expiredOn: '2026-11-22' },
  });
});

test('what lies on an account pays once at two windows', async () => {
  const shop = await openCreditShop();
  const { customerId, card } = await shop.cardHolder();
  await shop.putOnAccount(customerId, 45_500);
  const desks = [shop.desk('first'), shop.desk('second')];
  for (const desk of desks) {
    desk.listen();
    await desk.put('b');
    await desk.scan(card);
    await desk.change({ kind: 'spendStoreCredit', amountSom: som(45_500) });
  }
  const [first, second] = desks.map((desk) => pay(desk)) as [Promise<unknown>, Promise<unknown>];
  await first;
  expect((await shop.refusal(second)).code).toBe('PriceChanged');
  expect(await shop.balance('storeCredit', customerId)).toBe(0);
  await shop.proveBalance();
});

test('small change stays on the account with the number of its receipt', async () => {
  const shop = await openCreditShop();
  const { customerId, card } = await shop.cardHolder();
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await pay(shop.cashier, { receivedCashSom: som(46_000), changeToAccountSom: som(500) });
  const { storeCreditSom, movements } = await shop.account(customerId);
  expect(storeCreditSom).toBe(500);
  expect(movements).toMatchObject([{ kind: 'change', amountSom: 500, receiptNumber: 1 }]);
  await shop.proveBalance();
});

test('goods on credit are owed until the shop’s day and earn their bonus when they are repaid, so’m by so’m', async () => {
  const shop = await openCreditShop();
  await shop.addPrinter();
  const { customerId, card } = await trusted(shop);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change(onCredit);
  const sold = await pay(shop.cashier);
  expect(sold.bonusEarnedSom).toBe(0);
  const { debts, openSom } = await shop.account(customerId);
  expect(openSom).toBe(45_500);
  expect(debts).toMatchObject([{ origin: 'sale', receiptNumber: 1, dueOn: '2026-12-22', amountSom: 45_500 }]);

  // 2 % of 45 500 is 910: not one for the first 40, 400 up to 20 000, 510 for the rest.
  await shop.putOnAccount(customerId, 40);
  expect(await shop.repay(customerId, 40, onAccount)).toMatchObject({ bonusEarnedSom: 0 });
  shop.clock.pass(1);
  expect(await shop.repay(customerId, 19_960, cash(19_960))).toMatchObject({ bonusEarnedSom: 400 });
  expect((await shop.paper('debtRepaid')).join('\n')).toMatch(/22\.11\.2026, chek №1 +19 960/);
  expect(await shop.repay(customerId, 25_500, cash(25_500))).toMatchObject({ bonusEarnedSom: 510 });
  expect(await shop.balance('bonusLiability', customerId)).toBe(-910);
  const payments = await shop.db.selectFrom('debt_payment').select('bonus_earned_som').execute();
  expect(payments.map((payment) => payment.bonus_earned_som).sort()).toEqual([0, 400, 510]);
  await shop.proveBalance();
});

test('goods that come back lower the debt of their own receipt, and are no payment', async () => {
  const shop = await openCreditShop();
  const { customerId, card } = await trusted(shop);
  await shop.cashier.put('a', 'b');
  await shop.cashier.scan(card);
  await shop.cashier.change(onCredit);
  const { saleId } = await pay(shop.cashier);
  const back = await shop.call(
    takeBack(shop.till.parts),
    {
      intentionId: shop.newId(),
      saleId,
      lines: [{ lineNumber: 2, quantityThousandths: ONE }],
      reason: 'quality',
    },
    office,
  );
  expect(back).toMatchObject({ debtLoweredSom: 45_500, moneyBackSom: 0 });
  const { openSom, movements } = await shop.account(customerId);
  expect(openSom).toBe(12_990);
  expect(movements.map(({ kind, amountSom }) => [kind, amountSom])).toContainEqual(['givenBack', -45_500]);
  expect(await shop.db.selectFrom('debt_payment').select(['kind', 'id', 'amount_som']).execute()).toEqual([
    { kind: 'returned', id: back.returnId, amount_som: 45_500 },
  ]);

  // 2 % of the 12 990 that are left are 259.8, of the first 50 of them less than one.
  expect(await shop.repay(customerId, 50)).toMatchObject({ openSom: 12_940, bonusEarnedSom: 0 });
  expect(await shop.repay(customerId, 12_940)).toMatchObject({ openSom: 0, bonusEarnedSom: 259 });
  await shop.proveBalance();
});

test('of goods that come back, what was repaid already comes back as money and the rest lowers the debt', async () => {
  const shop = await openCreditShop();
  const { customerId, card } = await trusted(shop);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change(onCredit);
  const { saleId } = await pay(shop.cashier);
  await shop.repay(customerId, 40_000);
  const lines = [{ lineNumber: 1, quantityThousandths: ONE }];
  const input = { intentionId: shop.newId(), saleId, lines, reason: 'quality' } as const;
  const back = await shop.call(takeBack(shop.till.parts), input, office);
  // 2 % of the 40 000 that were repaid had been earned.
  expect(back).toMatchObject({ debtLoweredSom: 5_500, moneyBackSom: 40_000, bonusTakenBackSom: 800 });
  expect((await shop.account(customerId)).openSom).toBe(0);
  await shop.proveBalance();
});

test('the limit counts what stands in the notebook as well', async () => {
  const shop = await openCreditShop();
  const { customerId, card } = await trusted(shop);
  await shop.note({ phone: '901112233', amountSom: 60_000, dueOn: '2026-12-30' });
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  expect(await shop.refusal(shop.cashier.change(onCredit))).toEqual({
    code: 'DebtAboveLimit',
    data: { limitSom: 100_000, leftSom: 40_000 },
  });
  await allow(shop, customerId, 105_500);
  expect((await shop.cashier.change(onCredit)).debt?.amountSom).toBe(45_500);
});
