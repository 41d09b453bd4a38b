/** Two customers who are one person: debts, limit, account and cards go over, and not one soʻm is lost. */
import { expect, test } from 'vitest';
import { setCreditLimit } from '../../../electron/credit/account.ts';
import { showGiftCard } from '../../../electron/credit/giftCards.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { som } from '../../../shared/money.ts';
import { type CreditShop, humo, office, openCreditShop } from './creditShop.ts';

const merge = (shop: CreditShop, fromId: string, intoId: string) =>
  shop.call(mergeCustomers, { intentionId: shop.newId(), fromId, intoId }, office);
const limit = (shop: CreditShop, customerId: string, limitSom: number) =>
  shop.call(setCreditLimit, { intentionId: shop.newId(), customerId, limitSom: som(limitSom) }, office);

test('what both had and owed stands under the one who stays', async () => {
  const shop = await openCreditShop();
  const stays = (await shop.note({ name: 'Aziz', phone: '901111111', amountSom: 30_000 })).customerId;
  const goes = (await shop.note({ name: 'Azizbek', phone: '902222222', amountSom: 20_000 })).customerId;
  await shop.putOnAccount(stays, 1_000);
  await shop.putOnAccount(goes, 4_000);
  await shop.repay(goes, 5_000);
  const { giftCard } = await shop.sell(10_000, humo, goes);
  await limit(shop, stays, 100_000);
  await limit(shop, goes, 300_000);

  await merge(shop, goes, stays);

  const account = await shop.account(stays);
  expect(account).toMatchObject({ storeCreditSom: 5_000, openSom: 45_000, limitSom: 300_000 });
  expect(account.debts.map((debt) => debt.openSom).sort()).toEqual([15_000, 30_000]);
  expect([await shop.balance('customerDebt', goes), await shop.balance('storeCredit', goes)]).toEqual([0, 0]);
  const payments = await shop.db.selectFrom('debt_payment').select('customer_id').execute();
  expect(payments).toEqual([{ customer_id: stays }]);
  expect((await shop.call(showGiftCard, { number: giftCard.number })).giftCard.customerId).toBe(stays);
  expect(
    account.movements
      .filter(({ kind }) => kind === 'joined')
      .map(({ amountSom }) => amountSom)
      .sort(),
  ).toEqual([15_000, 4_000]);
  await shop.proveBalance();
});

test('of two limits the larger stays, and whoever asks for the one who went finds the one who stayed', async () => {
  const shop = await openCreditShop();
  const stays = await shop.newCustomer('+998901111111');
  const goes = await shop.newCustomer('+998902222222');
  await limit(shop, stays, 500_000);
  await limit(shop, goes, 300_000);
  await merge(shop, goes, stays);
  expect((await shop.account(stays)).limitSom).toBe(500_000);
  expect((await shop.account(goes)).limitSom).toBe(500_000);
});

test('a debt that went over is repaid by the one who stays, also under the old id', async () => {
  const shop = await openCreditShop();
  const stays = await shop.newCustomer('+998901111111');
  const goes = (await shop.note({ name: 'Azizbek', phone: '902222222', amountSom: 20_000 })).customerId;
  await merge(shop, goes, stays);
  expect(await shop.repay(goes, 20_000)).toMatchObject({ openSom: 0 });
  expect(await shop.balance('customerDebt', stays)).toBe(0);
  await shop.proveBalance();
});
