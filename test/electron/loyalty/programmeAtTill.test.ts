/** The programme where it meets the counter: days of waiting, limits of a day, and the months after a whole story. */
import { expect, test } from 'vitest';
import { earningFacts, expireLots } from '../../../electron/loyalty/inTransaction.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { inTransaction, systemActor } from '../../../electron/verb.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import { businessDay } from '../../../shared/time.ts';
import { type Counter, openCounter } from '../sale/counter.ts';
import { bonusIsRight } from './bonusShop.ts';

const day = 86_400;

const lotsOf = (shop: Counter, holder: string) =>
  shop.db
    .selectFrom('bonus_lot')
    .select(['earned_som', 'active_from', 'expires_on'])
    .where('holder_id', '=', holder)
    .orderBy('id')
    .execute();

const claim = (shop: Counter, code: string | null, customerId: string) =>
  shop.call(attachLater, { intentionId: shop.newId(), code: code ?? '', customerId });

test('bonus of a purchase waits as many days as the shop says, and its life begins then', async () => {
  const shop = await openCounter({ settings: { activationDelayDays: 7, bonusExpiryDays: 30 } });
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  expect(await lotsOf(shop, customerId)).toEqual([
    { earned_som: 20_000, active_from: '2026-11-29', expires_on: '2026-12-29' },
  ]);
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer).toMatchObject({ spendableSom: 0 });
  shop.clock.pass(7 * day);
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer).toMatchObject({ spendableSom: 20_000 });
});

test('the days of waiting of a claimed receipt began with its sale', async () => {
  const shop = await openCounter({ settings: { activationDelayDays: 7, bonusExpiryDays: 30 } });
  const { customerId } = await shop.cardHolder();
  await shop.cashier.put('b');
  const { claimCode } = await shop.cashier.pay();
  shop.clock.pass(3 * day);
  await claim(shop, claimCode, customerId);
  expect(await lotsOf(shop, customerId)).toEqual([
    { earned_som: 910, active_from: '2026-11-29', expires_on: '2026-12-29' },
  ]);
});

test('a customer’s receipts of today are known with what they earned, also those claimed today', async () => {
  const shop = await openCounter();
  const { card, customerId } = await shop.cardHolder();
  for (const isClaimed of [false, false, true]) {
    await shop.cashier.put('b');
    if (!isClaimed) await shop.cashier.scan(card);
    const { claimCode } = await shop.cashier.pay();
    if (isClaimed) await claim(shop, claimCode, customerId);
  }
  const today = async (on: string, limits: object) =>
    (
      await earningFacts(shop.db, {
        customerId,
        day: businessDay(on),
        settings: { ...defaultSettings, ...limits },
      })
    ).today;
  expect(await today('2026-11-22', { mostReceiptsPerDay: 5 })).toEqual({ receipts: 3, earnedSom: 2_730 });
  expect(await today('2026-11-23', { mostReceiptsPerDay: 5 })).toEqual({ receipts: 0, earnedSom: 0 });
  // Nobody looks where the shop has no limits.
  expect(await today('2026-11-22', {})).toEqual({ receipts: 0, earnedSom: 0 });
});

test('after earning, spending, claiming and burning the months say what the shop owes', async () => {
  const shop = await openCounter({ settings: { bonusExpiryDays: 30 } });
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  await shop.cashier.put('b');
  const { claimCode } = await shop.cashier.pay();
  await claim(shop, claimCode, customerId);
  await bonusIsRight(shop.db);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: 5_000 as never });
  await shop.cashier.pay();
  await bonusIsRight(shop.db);
  shop.clock.pass(31 * day);
  const host = shop.till.host();
  await inTransaction(host, { key: 'timer' }, systemActor(host.tillId), (scope) => expireLots(scope, 100));
  await bonusIsRight(shop.db);
  const months = await shop.db
    .selectFrom('bonus_month')
    .selectAll()
    .orderBy('month')
    .orderBy('kind')
    .execute();
  // 20 000, 910, and 2 % of 40 500 in money; what was not spent burns a month later.
  expect(months).toEqual([
    { month: '2026-11', kind: 'earned', amount_som: 21_720 },
    { month: '2026-11', kind: 'spent', amount_som: 5_000 },
    { month: '2026-12', kind: 'expired', amount_som: 16_720 },
  ]);
});
