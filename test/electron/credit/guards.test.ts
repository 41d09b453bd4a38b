/** The last word before money on a card or an account is spent, in the transaction that spends it. */
import { expect, test } from 'vitest';
import { blockGiftCard, extendGiftCard } from '../../../electron/credit/giftCards.ts';
import {
  requireGiftCardMoney,
  requireStoreCredit,
  takeDebt,
} from '../../../electron/credit/inTransaction.ts';
import { inTransaction, type WriteScope } from '../../../electron/verb.ts';
import { som } from '../../../shared/money.ts';
import { permissions } from '../../../shared/staff/permissions.ts';
import { type CreditShop, day, humo, office, openCreditShop } from './creditShop.ts';

/** What a room above does inside a transaction of its own. */
function within(shop: CreditShop, work: (scope: WriteScope) => Promise<void>): Promise<void> {
  const host = shop.till.host();
  const actor = {
    personId: shop.cashierId,
    role: 'cashier',
    tillId: host.tillId,
    approver: null,
    permissions,
  } as const;
  return inTransaction(host, { key: office }, actor, work);
}
const spend = (shop: CreditShop, number: string, amountSom: number) =>
  shop.refusal(within(shop, (scope) => requireGiftCardMoney(scope, number, som(amountSom))));

test('a gift card pays all that is on it, and not one soʻm more', async () => {
  const shop = await openCreditShop();
  const { giftCard } = await shop.sell(50_000, humo);
  await within(shop, (scope) => requireGiftCardMoney(scope, giftCard.number, som(50_000)));
  expect(await spend(shop, giftCard.number, 50_001)).toEqual({
    code: 'GiftCardNotEnough',
    data: { balanceSom: 50_000 },
  });
});

test('a card that nobody sold, that ran out or is blocked pays nothing', async () => {
  const shop = await openCreditShop();
  const { number } = (await shop.sell(50_000, humo)).giftCard;
  expect((await spend(shop, 'G234567892', 1)).code).toBe('GiftCardUnknown');
  const change = { intentionId: shop.newId(), number };
  await shop.call(extendGiftCard, { ...change, expiresOn: day('2026-11-22') }, office);
  shop.clock.pass(86_400);
  expect((await spend(shop, number, 1)).code).toBe('GiftCardExpired');
  const blocking = { intentionId: shop.newId(), number, isBlocked: true, reason: 'Yoʻqolgan' };
  await shop.call(blockGiftCard, blocking, office);
  expect((await spend(shop, number, 1)).code).toBe('GiftCardBlocked');
});

test('an account pays all that lies on it, and not one soʻm more', async () => {
  const shop = await openCreditShop();
  const customerId = await shop.newCustomer('+998901112233');
  await shop.putOnAccount(customerId, 5_000);
  const spendSom = (amountSom: number) =>
    within(shop, (scope) => requireStoreCredit(scope, customerId, som(amountSom)));
  await spendSom(5_000);
  expect(await shop.refusal(spendSom(5_001))).toEqual({
    code: 'StoreCreditNotEnough',
    data: { balanceSom: 5_000 },
  });
});

test('nothing is owed by a day that is over', async () => {
  const shop = await openCreditShop();
  const customerId = await shop.newCustomer('+998901112233');
  const debt = { saleId: shop.newId(), customerId, amountSom: som(1_000), dueOn: day('2026-11-21') };
  expect((await shop.refusal(within(shop, (scope) => takeDebt(scope, debt)))).code).toBe('DaysWrong');
  expect(await shop.db.selectFrom('debt').select('id').execute()).toEqual([]);
});
