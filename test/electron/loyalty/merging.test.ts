/** One customer who becomes another loses nothing of the programme, and gains nothing twice. */
import { expect, test } from 'vitest';
import { documentOf } from '../../../electron/document.ts';
import { corrections } from '../../../electron/ledger/verbs.ts';
import { saveDeed } from '../../../electron/loyalty/deedsVerbs.ts';
import { bringBonusAlong } from '../../../electron/loyalty/follower.ts';
import { judgeReferral, notePaid, tierStandingOf } from '../../../electron/loyalty/inTransaction.ts';
import { listReferrals, makeReferralCode } from '../../../electron/loyalty/referralVerbs.ts';
import { defaultDeed } from '../../../shared/loyalty/deeds.ts';
import { som } from '../../../shared/money.ts';
import { defaultSettings, type ShopSettings } from '../../../shared/shop/settings.ts';
import { businessDay } from '../../../shared/time.ts';
import { type BonusShop, bonusIsRight, openBonusShop } from './bonusShop.ts';

async function twoPeople(settings: Partial<ShopSettings> = {}) {
  const shop = await openBonusShop({ settings });
  return { shop, aziza: await shop.register('Aziza'), second: await shop.register('Aziza 2') };
}

/** What the customer's room does when two are one: this room follows its document. */
const merge = (shop: BonusShop, intoId: string, fromId: string) =>
  shop.within(async (scope) => {
    const document = {
      ...documentOf(scope, 'customerMerged', { customerId: intoId, fromCustomerId: fromId }),
      customerId: intoId,
    };
    await bringBonusAlong(scope.trx, document, scope);
    await scope.trx
      .updateTable('customer')
      .set({ merged_into_id: intoId })
      .where('id', '=', fromId)
      .execute();
  });

test('lots with their last days and the balance go over; the sums of the month stay', async () => {
  const { shop, aziza, second } = await twoPeople({ bonusExpiryDays: 30 } as never);
  await shop.give(aziza, 1_000);
  shop.passDays(3);
  await shop.give(second, 250);
  const months = await shop.month();
  await merge(shop, aziza, second);
  expect(await shop.balance(aziza)).toBe(1_250);
  expect(await shop.balance(second)).toBe(0);
  expect((await shop.lots(aziza)).map((lot) => [lot.remaining_som, lot.expires_on])).toEqual([
    [1_000, '2026-12-22'],
    [250, '2026-12-25'],
  ]);
  expect(await shop.month()).toEqual(months);
  await bonusIsRight(shop.db);
});

test('what one owed after a return is repaid from the other’s lots, so that nobody spends what is owed', async () => {
  const { shop, aziza, second } = await twoPeople();
  await shop.give(aziza, 1_000);
  await shop.give(second, 300);
  await shop.db.updateTable('bonus_lot').set({ remaining_som: 0 }).where('holder_id', '=', second).execute();
  await shop.db.updateTable('account').set({ balance_som: 400 }).where('subject_id', '=', second).execute();
  await merge(shop, aziza, second);
  expect(await shop.balance(aziza)).toBe(600);
  expect((await shop.lots(aziza)).map((lot) => lot.remaining_som)).toEqual([600, 0]);
});

test('days on which both paid are added, and the tier follows', async () => {
  const { shop, aziza, second } = await twoPeople();
  shop.on('2026-11-23');
  for (const customerId of [aziza, second]) {
    await shop.within((scope) => notePaid(scope, { customerId, amountSom: som(700) }));
  }
  shop.on('2026-11-24');
  await shop.within((scope) => notePaid(scope, { customerId: second, amountSom: som(50) }));
  await merge(shop, aziza, second);
  const paid = await shop.db.selectFrom('customer_paid_day').selectAll().orderBy('business_day').execute();
  expect(paid).toEqual([
    { customer_id: aziza, business_day: '2026-11-23', paid_som: 1_400 },
    { customer_id: aziza, business_day: '2026-11-24', paid_som: 50 },
  ]);
  const standing = await tierStandingOf(shop.db, aziza, businessDay('2026-11-25'), {
    tierWindow: 'lastTwelveMonths',
  });
  expect(standing.paidSom).toBe(1_450);
});

test('deeds go over; of an occasion that both had, each keeps its own', async () => {
  const shop = await openBonusShop();
  await shop.asOwner(saveDeed, { ...defaultDeed('welcome'), isOn: true });
  const [aziza, second] = [await shop.register('Aziza'), await shop.register('Aziza 2')];
  await merge(shop, aziza, second);
  const given = await shop.db
    .selectFrom('deed_given')
    .select(['customer_id', 'kind'])
    .orderBy('id')
    .execute();
  expect(given.map((row) => row.customer_id).sort()).toEqual([aziza, second].sort());
  expect(await shop.balance(aziza)).toBe(10_000);
  await bonusIsRight(shop.db);
});

test('corrections are told of the customer who is left', async () => {
  const { shop, aziza, second } = await twoPeople();
  await shop.give(second, 300);
  await merge(shop, aziza, second);
  expect((await shop.asOwner(corrections, {})).corrections).toMatchObject([
    { customerId: aziza, subject: 'Aziza' },
  ]);
});

test('both codes for friends lead to the customer who is left', async () => {
  const { shop, aziza, second } = await twoPeople({ isReferralOn: true });
  const { code: first } = await shop.asCashier(makeReferralCode, { customerId: aziza });
  const { code: other } = await shop.asCashier(makeReferralCode, { customerId: second });
  await merge(shop, aziza, second);
  const friendId = await shop.register('Vali');
  for (const code of [first, other]) {
    const judged = await judgeReferral(shop.db, {
      code,
      friendId,
      day: businessDay('2026-11-22'),
      settings: { ...defaultSettings, isReferralOn: true },
    });
    // Aziza never bought anything, which is only known of somebody who was found.
    expect(judged).toMatchObject({ refused: expect.stringMatching(/SameDay|ReferrerNew/) });
  }
  const { code: third } = await shop.asCashier(makeReferralCode, { customerId: friendId });
  await merge(shop, aziza, friendId);
  expect((await shop.asCashier(listReferrals, { customerId: aziza })).code).toBe(first);
  expect(third).not.toBe(first);
});
