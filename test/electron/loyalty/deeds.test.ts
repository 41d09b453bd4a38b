/** Deeds: what the till gives by itself and once, what the cashier gives by hand and within limits, and what goes back. */
import { expect, test } from 'vitest';
import { issueCards } from '../../../electron/customer/cards.ts';
import { changeCustomer } from '../../../electron/customer/change.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { deedsGiven, giveDeed, listDeeds, saveDeed } from '../../../electron/loyalty/deedsVerbs.ts';
import { rewardFirstPurchase, takeBackDeedOf } from '../../../electron/loyalty/inTransaction.ts';
import { bonusAccount } from '../../../electron/loyalty/verbs.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import type { Deed, DeedKind, HandDeed } from '../../../shared/loyalty/deedContract.ts';
import { defaultDeed } from '../../../shared/loyalty/deeds.ts';
import { type BusinessDay, businessDay } from '../../../shared/time.ts';
import { type BonusShop, bonusIsRight, openBonusShop } from './bonusShop.ts';

/** A shop in which some deeds are on, as they are suggested but for what is told. */
async function deedShop(...deeds: readonly ({ readonly kind: DeedKind } & Partial<Deed>)[]) {
  const shop = await openBonusShop();
  for (const deed of deeds) {
    await shop.asOwner(saveDeed, { ...defaultDeed(deed.kind), isOn: true, ...deed });
  }
  return shop;
}

const giving = (
  shop: BonusShop,
  customerId: string,
  kind: HandDeed,
  different: Partial<{ note: string; permissionOn: BusinessDay }> = {},
) =>
  shop.asCashier(giveDeed, { customerId, kind, note: 'instagram.com/p/1', permissionOn: null, ...different });

const codeOf = async (shop: BonusShop, call: Promise<unknown>) => (await shop.refusal(call)).code;

test('all deeds are told, and all are off until the owner switches them on', async () => {
  const shop = await openBonusShop();
  const { deeds } = await shop.asCashier(listDeeds, {});
  expect(deeds).toHaveLength(11);
  expect(deeds.some(({ isOn }) => isOn)).toBe(false);
  const customerId = await shop.register('Aziza');
  expect(await codeOf(shop, giving(shop, customerId, 'review'))).toBe('DeedOff');
  expect(await shop.balance(customerId)).toBe(0);
});

test('who gives a phone is welcome once, with a lot of its own life', async () => {
  const shop = await deedShop({ kind: 'welcome', expiryDays: 30 });
  const customerId = await shop.register('Aziza');
  expect(await shop.lots(customerId)).toEqual([
    {
      earned_som: 5_000,
      remaining_som: 5_000,
      active_from: '2026-11-22',
      expires_on: '2026-12-22',
      reason: 'welcome',
    },
  ]);
  await shop.asOwner(changeCustomer, {
    customerId,
    name: 'Aziza opa',
    phone: '+998907654321',
    language: null,
    birthDate: null,
    tags: [],
  });
  expect(await shop.balance(customerId)).toBe(5_000);
  await bonusIsRight(shop.db);
});

test('an instant card is welcome when a phone is registered to it, not before', async () => {
  const shop = await deedShop({ kind: 'welcome' });
  const { cardNumbers } = await shop.asOwner(issueCards, { count: 1 });
  const { customer } = await shop.asCashier(createCustomer, {
    phone: '+998901112233',
    name: '',
    language: null,
    consentProfile: true,
    consentMessages: false,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber: cardNumbers[0] ?? null,
  });
  expect(await shop.balance(customer.id)).toBe(5_000);
});

test('the first purchase is rewarded once, and only that of somebody who gave a phone', async () => {
  const shop = await deedShop({ kind: 'firstPurchase' });
  const customerId = await shop.register('Aziza');
  const buy = (saleId: string) => shop.within((scope) => rewardFirstPurchase(scope, { saleId, customerId }));
  expect(await buy(shop.newId())).toBe(5_000);
  expect(await buy(shop.newId())).toBe(0);
  const other = await shop.register('Bobur');
  await shop.db.updateTable('customer').set({ is_registered: 0 }).where('id', '=', other).execute();
  const nobody = await shop.within((scope) =>
    rewardFirstPurchase(scope, { saleId: shop.newId(), customerId: other }),
  );
  expect(nobody).toBe(0);
});

test('who has bought before has no first purchase, although the deed was switched on later', async () => {
  const shop = await deedShop({ kind: 'firstPurchase' });
  const customerId = await shop.register('Aziza');
  await shop.db
    .insertInto('customer_figure')
    .values({
      customer_id: customerId,
      visits: 1,
      receipts: 1,
      paid_som: 10_000,
      first_visit_on: '2026-11-01',
      last_visit_on: '2026-11-01',
    })
    .execute();
  const saleId = shop.newId();
  expect(await shop.within((scope) => rewardFirstPurchase(scope, { saleId, customerId }))).toBe(0);
});

test('the reward of a first purchase goes back with all its goods, once, and is not given again', async () => {
  const shop = await deedShop({ kind: 'firstPurchase' });
  const customerId = await shop.register('Aziza');
  const saleId = shop.newId();
  await shop.within((scope) => rewardFirstPurchase(scope, { saleId, customerId }));
  const back = () => shop.within((scope) => takeBackDeedOf(scope, { saleId }));
  expect(await back()).toBe(5_000);
  expect(await back()).toBe(0);
  expect(await shop.balance(customerId)).toBe(0);
  expect(await shop.month()).toEqual({ '2026-11 deed': 5_000, '2026-11 takenBack': 5_000 });
  const again = shop.newId();
  expect(await shop.within((scope) => rewardFirstPurchase(scope, { saleId: again, customerId }))).toBe(0);
  expect((await shop.asOwner(deedsGiven, {})).given).toMatchObject([
    { kind: 'firstPurchase', isTakenBack: true, personName: null },
  ]);
  await bonusIsRight(shop.db);
});

test('a reward that was spent already is left owing, and one that burnt is gone anyway', async () => {
  const shop = await deedShop({ kind: 'firstPurchase', expiryDays: 30 });
  const [aziza, bobur] = [await shop.register('Aziza'), await shop.register('Bobur')];
  const sales = { aziza: shop.newId(), bobur: shop.newId() };
  await shop.within((scope) => rewardFirstPurchase(scope, { saleId: sales.aziza, customerId: aziza }));
  await shop.within((scope) => rewardFirstPurchase(scope, { saleId: sales.bobur, customerId: bobur }));
  // Aziza bought for all of it; nobody waited for Bobur's.
  await shop.db.updateTable('bonus_lot').set({ remaining_som: 0 }).where('holder_id', '=', aziza).execute();
  await shop.db.updateTable('account').set({ balance_som: 0 }).where('subject_id', '=', aziza).execute();
  expect(await shop.within((scope) => takeBackDeedOf(scope, { saleId: sales.aziza }))).toBe(5_000);
  expect(await shop.balance(aziza)).toBe(-5_000);
  shop.passDays(31);
  expect(await shop.within((scope) => takeBackDeedOf(scope, { saleId: sales.bobur }))).toBe(0);
  expect(await shop.balance(bobur)).toBe(0);
});

test('a deed by hand brings its bonus under the name of who gave it', async () => {
  const shop = await deedShop({ kind: 'packaging', timesADay: 3 });
  const customerId = await shop.register('Aziza');
  expect(await giving(shop, customerId, 'packaging', { note: '3 ta shisha' })).toEqual({
    bonusSom: 500,
    bonusBalanceSom: 500,
  });
  expect((await shop.asOwner(deedsGiven, { customerId })).given).toMatchObject([
    { kind: 'packaging', customerName: 'Aziza', bonusSom: 500, note: '3 ta shisha', personName: 'Kassir' },
  ]);
  const { movements } = await shop.asCashier(bonusAccount, { customerId });
  expect(movements).toMatchObject([{ kind: 'earned', amountSom: 500, reason: 'packaging' }]);
});

test('so often in a day and so often in a life, each for its own customer', async () => {
  const shop = await deedShop({ kind: 'ownBag', timesADay: 2, timesInAll: 3 });
  const [aziza, bobur] = [await shop.register('Aziza'), await shop.register('Bobur')];
  await giving(shop, aziza, 'ownBag', { note: '' });
  await giving(shop, aziza, 'ownBag', { note: '' });
  expect(await shop.refusal(giving(shop, aziza, 'ownBag', { note: '' }))).toEqual({
    code: 'DeedTooOften',
    data: { atMost: 2, per: 'day' },
  });
  await giving(shop, bobur, 'ownBag', { note: '' });
  shop.passDays(1);
  await giving(shop, aziza, 'ownBag', { note: '' });
  shop.passDays(1);
  expect(await shop.refusal(giving(shop, aziza, 'ownBag', { note: '' }))).toEqual({
    code: 'DeedTooOften',
    data: { atMost: 3, per: 'life' },
  });
});

test('a photo needs a word on where it is and a permission that is not of tomorrow', async () => {
  const shop = await deedShop({ kind: 'photo', timesADay: 9, timesInAll: null });
  const customerId = await shop.register('Aziza');
  const on = (day: string) => ({ permissionOn: businessDay(day) });
  expect(await codeOf(shop, giving(shop, customerId, 'photo', { note: '', ...on('2026-11-22') }))).toBe(
    'DeedNoteNeeded',
  );
  expect(await codeOf(shop, giving(shop, customerId, 'photo'))).toBe('PermissionNeeded');
  expect(await codeOf(shop, giving(shop, customerId, 'photo', on('2026-11-23')))).toBe('PermissionNeeded');
  await giving(shop, customerId, 'photo', on('2026-11-22'));
  expect((await shop.asOwner(deedsGiven, {})).given).toMatchObject([{ permissionOn: '2026-11-22' }]);
});

test('a card that no phone is registered to does no deeds', async () => {
  const shop = await deedShop({ kind: 'ownBag' });
  const customerId = await shop.register('Aziza');
  await shop.db.updateTable('customer').set({ is_registered: 0 }).execute();
  expect(await codeOf(shop, giving(shop, customerId, 'ownBag'))).toBe('NeedsPhone');
});

test('deeds come in pages, of one customer or of all', async () => {
  const shop = await deedShop({ kind: 'packaging', timesADay: 100 });
  const [aziza, bobur] = [await shop.register('Aziza'), await shop.register('Bobur')];
  for (const customerId of [aziza, bobur, aziza]) {
    await giving(shop, customerId, 'packaging', { note: '' });
    shop.clock.pass(1);
  }
  const first = await shop.asOwner(deedsGiven, { limit: 2 });
  expect(first.given.map(({ customerName }) => customerName)).toEqual(['Aziza', 'Bobur']);
  const second = await shop.asOwner(deedsGiven, { limit: 2, cursor: first.nextCursor });
  expect(second.given.map(({ customerName }) => customerName)).toEqual(['Aziza']);
  expect(second.nextCursor).toBe(null);
  expect((await shop.asOwner(deedsGiven, { customerId: bobur })).given).toHaveLength(1);
});

/** Somebody born on a day of the year whose date the shop has known for long. */
async function bornOn(shop: BonusShop, birthDate: string, knownSince = '2026-01-01') {
  const customerId = await shop.register('Aziza');
  await shop.db
    .updateTable('customer')
    .set({ birth_date: birthDate, birth_date_known_since: knownSince })
    .where('id', '=', customerId)
    .execute();
  return customerId;
}

test('a birthday brings bonus at the start of the day three days before, once a year, with its own life', async () => {
  const shop = await deedShop({ kind: 'birthday', bonusSom: 20_000 as never, expiryDays: 14 });
  const customerId = await bornOn(shop, '1990-12-01');
  const balanceOn = async (day: string) => {
    shop.on(day);
    await shop.beginDay();
    return shop.balance(customerId);
  };
  expect(await balanceOn('2026-11-27')).toBe(0);
  expect(await balanceOn('2026-11-28')).toBe(20_000);
  expect(await shop.lots(customerId)).toMatchObject([{ expires_on: '2026-12-12', reason: 'birthday' }]);
  expect(await balanceOn('2026-11-29')).toBe(20_000);
  expect(await balanceOn('2026-12-04')).toBe(20_000);
  expect(await balanceOn('2026-12-13')).toBe(0);
  expect(await balanceOn('2027-11-28')).toBe(20_000);
  await bonusIsRight(shop.db);
});

test('a window over New Year is one birthday', async () => {
  const shop = await deedShop({ kind: 'birthday', expiryDays: 365 });
  const customerId = await bornOn(shop, '1990-01-01');
  for (const day of ['2026-12-29', '2026-12-31', '2027-01-01', '2027-01-04']) {
    shop.on(day);
    await shop.beginDay();
    expect(await shop.balance(customerId)).toBe(20_000);
  }
});

test('once a calendar year: who had a late birthday’s bonus in January gets the next in the January after', async () => {
  const shop = await deedShop({ kind: 'birthday', expiryDays: 3650 });
  const customerId = await bornOn(shop, '1990-01-01');
  const balanceOn = async (day: string) => {
    shop.on(day);
    await shop.beginDay();
    return shop.balance(customerId);
  };
  expect(await balanceOn('2027-01-02')).toBe(20_000);
  expect(await balanceOn('2027-12-30')).toBe(20_000);
  expect(await balanceOn('2028-01-01')).toBe(40_000);
});

test('another birth date brings no second bonus for the same year, and stops nobody else’s', async () => {
  const shop = await deedShop({ kind: 'birthday', expiryDays: 3650 });
  const customerId = await bornOn(shop, '1990-01-01');
  const other = await bornOn(shop, '1991-09-15');
  shop.on('2026-12-29');
  await shop.beginDay();
  await shop.db
    .updateTable('customer')
    .set({ birth_date: '1990-09-15' })
    .where('id', '=', customerId)
    .execute();
  shop.on('2027-09-15');
  await shop.beginDay();
  expect(await shop.balance(customerId)).toBe(20_000);
  expect(await shop.balance(other)).toBe(20_000);
});

test('a till that was off on the birthday gives the bonus up to three days later', async () => {
  const shop = await deedShop({ kind: 'birthday' });
  const customerId = await bornOn(shop, '1990-11-20');
  shop.on('2026-11-23');
  await shop.beginDay();
  expect(await shop.balance(customerId)).toBe(20_000);
});

test('a date named thirty days ago or less brings nothing', async () => {
  const shop = await deedShop({ kind: 'birthday' });
  const customerId = await bornOn(shop, '1990-11-22', '2026-10-23');
  await shop.beginDay();
  expect(await shop.balance(customerId)).toBe(0);
  shop.passDays(1);
  await shop.beginDay();
  expect(await shop.balance(customerId)).toBe(20_000);
});

test('many birthdays on one day are all given', async () => {
  const shop = await deedShop({ kind: 'birthday' });
  for (let index = 0; index < 45; index++) await bornOn(shop, `19${50 + index}-11-22`);
  await shop.beginDay();
  const given = await shop.db.selectFrom('deed_given').select('customer_id').execute();
  expect(new Set(given.map((row) => row.customer_id)).size).toBe(45);
});
