/** "Bring a friend" at the counter: the code is scanned, the purchase paid, both have their bonus. */
import { expect, test } from 'vitest';
import { bonusBalanceOf } from '../../../electron/loyalty/inTransaction.ts';
import { listReferrals, makeReferralCode } from '../../../electron/loyalty/referralVerbs.ts';
import { accountsAndSums, openCounter } from '../sale/counter.ts';

/** Aziza came yesterday, bought rice and got her code; today Bobur is new. */
async function friendsAtTheCounter() {
  const shop = await openCounter({ settings: { isReferralOn: true }, now: '2026-11-21T06:00:00.000Z' });
  const aziza = await shop.cardHolder('+998901112233');
  await shop.cashier.put('b');
  await shop.cashier.scan(aziza.card);
  await shop.cashier.pay();
  const { code } = await shop.call(makeReferralCode, {
    intentionId: shop.newId(),
    customerId: aziza.customerId,
  });
  shop.clock.now = '2026-11-22T06:00:00.000Z' as typeof shop.clock.now;
  return { shop, aziza, code, bobur: await shop.cardHolder('+998935556677') };
}

test('a friend who brings the code pays, and both have 10 000 more', async () => {
  const { shop, aziza, code, bobur } = await friendsAtTheCounter();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(bobur.card);
  expect(await shop.cashier.scan(code)).toMatchObject({ kind: 'referral' });
  expect(shop.cashier.seen().referral).toMatchObject({ code });
  const azizaHad = await bonusBalanceOf(shop.db, aziza.customerId);
  // 2 % of 91 000, and what being sent brings.
  expect(await shop.cashier.pay()).toMatchObject({ bonusEarnedSom: 11_820, bonusBalanceSom: 11_820 });
  expect(await bonusBalanceOf(shop.db, aziza.customerId)).toBe(azizaHad + 10_000);
  expect(await bonusBalanceOf(shop.db, bobur.customerId)).toBe(11_820);
  const { accounts, sums } = await accountsAndSums(shop.db);
  expect(accounts).toEqual(sums);
  const { friends } = await shop.call(listReferrals, { customerId: aziza.customerId });
  expect(friends).toMatchObject([{ customerId: bobur.customerId, state: 'rewarded', bonusSom: 10_000 }]);
});

test('a first purchase below the sum brings neither anything, and the second one does not either', async () => {
  const { shop, aziza, code, bobur } = await friendsAtTheCounter();
  const azizaHad = await bonusBalanceOf(shop.db, aziza.customerId);
  await shop.cashier.put('c');
  await shop.cashier.scan(bobur.card);
  await shop.cashier.scan(code);
  await shop.cashier.pay();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(bobur.card);
  expect(await shop.refusal(shop.cashier.scan(code))).toMatchObject({ code: 'ReferralAlready' });
  await shop.cashier.pay();
  expect(await bonusBalanceOf(shop.db, aziza.customerId)).toBe(azizaHad);
});

test('one’s own code is refused at the counter', async () => {
  const { shop, aziza, code } = await friendsAtTheCounter();
  await shop.cashier.put('b');
  await shop.cashier.scan(aziza.card);
  expect(await shop.refusal(shop.cashier.scan(code))).toMatchObject({ code: 'ReferralOwnCode' });
});
