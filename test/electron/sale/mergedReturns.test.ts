/** Goods that come back after two customers became one, or before a receipt found its customer. */
import { expect, test } from 'vitest';
import { getCustomer } from '../../../electron/customer/get.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { makeReferralCode } from '../../../electron/loyalty/referralVerbs.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { som } from '../../../shared/money.ts';
import { bonusIsRight } from '../loyalty/bonusShop.ts';
import { openWholeShop, type WholeShop } from './wholeShop.ts';

async function twoWhoBought(shop: WholeShop) {
  const one = await shop.cardHolder('+998901112233');
  const other = await shop.cardHolder('+998905556677');
  const buy = async (card: string) => {
    await shop.cashier.put('b');
    await shop.cashier.scan(card);
    return (await shop.payAll()).saleId;
  };
  const sales = [await buy(one.card), await buy(other.card)] as const;
  return { one: one.customerId, other: other.customerId, card: one.card, sales };
}

test('a first purchase of the one who is gone takes its bonus back from the one who is left', async () => {
  const shop = await openWholeShop();
  await shop.rewardFirst(7_000);
  const { one, other, sales } = await twoWhoBought(shop);
  await shop.asOwner(mergeCustomers, { intoId: one, fromId: other });
  // 910 of each purchase, 7 000 for each first one.
  expect(await shop.balance('bonusLiability', one)).toBe(-15_820);
  await shop.takeBack(sales[1], { 1: 1 });
  expect(await shop.balance('bonusLiability', one)).toBe(-7_910);
  expect(await shop.balance('bonusLiability', other)).toBe(0);
  const lots = await shop.db.selectFrom('bonus_lot').select('remaining_som').execute();
  expect(lots.reduce((sum, lot) => sum + lot.remaining_som, 0)).toBe(7_910);
  await bonusIsRight(shop.db);
});

test('two who are one have used a promotion as often as both together, and a return counts one use back', async () => {
  const shop = await openWholeShop();
  await shop.live({
    level: 'product',
    benefit: { kind: 'percent', rateBasisPoints: 1_000 },
    limits: { timesPerCustomer: 2 },
  } as never);
  const { one, other, card, sales } = await twoWhoBought(shop);
  await shop.asOwner(mergeCustomers, { intoId: one, fromId: other });
  const price = async () => {
    await shop.cashier.open();
    await shop.cashier.put('b');
    await shop.cashier.scan(card);
    const { totalSom } = shop.cashier.seen();
    await shop.cashier.change({ kind: 'clear' });
    return totalSom;
  };
  expect(await price()).toBe(45_500);
  await shop.takeBack(sales[1], { 1: 1 });
  expect(await price()).toBe(40_950);
  const counts = await shop.db
    .selectFrom('promotion_count')
    .select(['subject', 'times'])
    .orderBy('subject')
    .execute();
  expect(counts).toEqual([
    { subject: '', times: 1 },
    { subject: one, times: 1 },
  ]);
});

test('a receipt whose goods all came back is nobody’s first purchase, and a part that came back was not paid', async () => {
  const shop = await openWholeShop();
  await shop.rewardFirst(7_000);
  const sell = async () => {
    await shop.cashier.put('b', 'c');
    return shop.payAll();
  };
  const give = async (claimCode: string | null, phone: string) => {
    const customerId = await shop.newCustomer(phone);
    await shop.call(attachLater, { intentionId: shop.newId(), code: claimCode ?? '', customerId });
    return (await shop.call(getCustomer, { customerId })).customer;
  };
  const whole = await sell();
  await shop.takeBack(whole.saleId, { 1: 1, 2: 1 });
  expect(await give(whole.claimCode, '+998901112233')).toMatchObject({ bonusSom: som(0), paidSom: som(0) });
  const part = await sell();
  await shop.takeBack(part.saleId, { 1: 1 });
  expect(await give(part.claimCode, '+998905556677')).toMatchObject({
    bonusSom: som(7_166),
    paidSom: som(8_300),
  });
});

test('who turned out to have sent themselves gives both bonuses back from the one account that is left', async () => {
  const shop = await openWholeShop({ settings: { isReferralOn: true } });
  const regular = await shop.cardHolder('+998901112233');
  await shop.cashier.put('b');
  await shop.cashier.scan(regular.card);
  await shop.payAll();
  const { code } = await shop.asOwner(makeReferralCode, { customerId: regular.customerId });
  shop.clock.pass(24 * 3600);
  const friend = await shop.cardHolder('+998905556677');
  await shop.cashier.put('tv');
  await shop.cashier.scan(friend.card);
  await shop.cashier.scan(code);
  const { saleId } = await shop.payAll();
  await shop.asOwner(mergeCustomers, { intoId: regular.customerId, fromId: friend.customerId });
  // 910 and 20 000 of the goods, and 10 000 for each of the two.
  expect(await shop.balance('bonusLiability', regular.customerId)).toBe(-40_910);
  await shop.takeBack(saleId, { 1: 1 });
  expect(await shop.balance('bonusLiability', regular.customerId)).toBe(-910);
  expect(await shop.balance('bonusLiability', friend.customerId)).toBe(0);
  await bonusIsRight(shop.db);
});
