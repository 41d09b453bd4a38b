/** The programme as the owner writes it: settings and rules for goods, and another life of bonus only as it was seen. */
import { expect, test } from 'vitest';
import { correctBonus } from '../../../electron/loyalty/correctBonus.ts';
import { earningFacts } from '../../../electron/loyalty/inTransaction.ts';
import { burnPreview, programme, saveProgramme } from '../../../electron/loyalty/programmeVerbs.ts';
import type { EarningRule } from '../../../shared/loyalty/programmeContract.ts';
import { programmeSettingsSchema } from '../../../shared/loyalty/programmeContract.ts';
import { basisPoints } from '../../../shared/money.ts';
import { defaultSettings, type ShopSettings } from '../../../shared/shop/settings.ts';
import { businessDay } from '../../../shared/time.ts';
import { type BonusShop, bonusIsRight, openBonusShop } from './bonusShop.ts';

const tea = { kind: 'categories', categoryIds: ['0192f000-0000-7000-8000-000000000001'] } as const;
const beer = { kind: 'categories', categoryIds: ['0192f000-0000-7000-8000-000000000002'] } as const;
const rules: EarningRule[] = [
  { kind: 'times', scope: tea, timesBasisPoints: 20_000 },
  { kind: 'neverEarns', scope: beer },
  { kind: 'neverPaid', scope: beer },
];

const factsOf = async (shop: BonusShop, customerId: string | null = null) =>
  earningFacts(shop.db, {
    customerId,
    day: businessDay('2026-11-22'),
    settings: JSON.parse(
      (await shop.db.selectFrom('shop_setting').select('settings_json').executeTakeFirstOrThrow())
        .settings_json,
    ) as ShopSettings,
  });

test('what the owner wrote is what a basket hears', async () => {
  const shop = await openBonusShop();
  await shop.programme({ cashbackBasisPoints: basisPoints(300), activationDelayDays: 7 }, rules);
  const told = await shop.asCashier(programme, {});
  expect(told.settings).toMatchObject({ cashbackBasisPoints: 300, activationDelayDays: 7 });
  expect(told.rules).toEqual(rules);
  const facts = await factsOf(shop);
  expect(facts.rules).toMatchObject({
    baseBasisPoints: 300,
    multipliers: [{ scope: tea, timesBasisPoints: 20_000 }],
    excluded: beer,
  });
  expect(facts.neverPaid).toEqual([beer]);
});

test('several rules for goods that never earn are one', async () => {
  const shop = await openBonusShop();
  await shop.programme({}, [
    { kind: 'neverEarns', scope: beer },
    { kind: 'neverEarns', scope: tea },
  ]);
  expect((await factsOf(shop)).rules.excluded).toEqual({ kind: 'anyOf', scopes: [beer, tea] });
});

test('rules that are left out are gone; other settings of the shop stay', async () => {
  const shop = await openBonusShop({ settings: { receiptFooter: 'Rahmat' } });
  await shop.programme({}, rules);
  await shop.programme({}, []);
  expect((await shop.asCashier(programme, {})).rules).toEqual([]);
  const { settings_json } = await shop.db
    .selectFrom('shop_setting')
    .select('settings_json')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(settings_json).receiptFooter).toBe('Rahmat');
});

test('the cashier reads the programme and does not write it', async () => {
  const shop = await openBonusShop();
  const settings = programmeSettingsSchema.parse(defaultSettings);
  const wish = { settings, rules: [], expiryFor: { kind: 'newOnly' as const } };
  expect((await shop.refusal(shop.asCashier(saveProgramme, wish))).code).toBe('NotAllowed');
});

/** Lots of 1 October (700), 23 October (40) and 21 November (9) that live a year; it is 22 November. */
async function shopWithLots() {
  const shop = await openBonusShop({ settings: { bonusExpiryDays: 365 } });
  const aziza = await shop.register('Aziza');
  const bobur = await shop.register('Bobur');
  shop.on('2026-11-22');
  await shop.give(aziza, 700);
  await shop.give(bobur, 40);
  await shop.give(bobur, 9);
  const dates = { 700: '2026-10-01', 40: '2026-10-23', 9: '2026-11-21' };
  for (const [sum, day] of Object.entries(dates)) {
    await shop.db
      .updateTable('bonus_lot')
      .set({ active_from: day, expires_on: `2027${day.slice(4)}` })
      .where('earned_som', '=', Number(sum))
      .execute();
  }
  return { shop, aziza, bobur };
}

const layLife = (
  shop: BonusShop,
  days: number,
  seen: { atOnceSom: number; customersAtOnce: number; withinMonthSom: number },
) =>
  shop.asOwner(saveProgramme, {
    settings: {
      ...programmeSettingsSchema.parse(defaultSettings),
      bonusExpiryDays: days,
    },
    rules: [],
    expiryFor: { kind: 'all', seen },
  });

test('the preview says what a shorter life burns, at once and within a month', async () => {
  const { shop } = await shopWithLots();
  expect(await shop.asOwner(burnPreview, { days: 30 })).toEqual({
    atOnceSom: 700,
    customersAtOnce: 1,
    withinMonthSom: 49,
  });
  expect(await shop.asOwner(burnPreview, { days: 0 })).toEqual({
    atOnceSom: 0,
    customersAtOnce: 0,
    withinMonthSom: 0,
  });
});

test('what was seen is what then burns: 700 this night, 49 within the month, nothing twice', async () => {
  const { shop, aziza, bobur } = await shopWithLots();
  const seen = await shop.asOwner(burnPreview, { days: 30 });
  await layLife(shop, 30, seen);
  await shop.beginDay();
  expect(await shop.balance(aziza)).toBe(0);
  expect(await shop.balance(bobur)).toBe(49);
  shop.passDays(30);
  await shop.beginDay();
  await shop.beginDay();
  expect(await shop.balance(bobur)).toBe(0);
  expect(await shop.month()).toMatchObject({ '2026-11 expired': 700, '2026-12 expired': 49 });
  await bonusIsRight(shop.db);
});

test('bonus that was spent since the preview was seen makes the owner look again', async () => {
  const { shop, bobur } = await shopWithLots();
  const seen = await shop.asOwner(burnPreview, { days: 30 });
  await shop.asOwner(correctBonus, { customerId: bobur, amountSom: -40, reason: 'xato' });
  const before = await shop.everyRow();
  expect(await shop.refusal(layLife(shop, 30, seen))).toEqual({
    code: 'BurnChanged',
    data: { atOnceSom: 700, customersAtOnce: 1, withinMonthSom: 9 },
  });
  expect(await shop.everyRow()).toBe(before);
});

test('another life for new bonus alone touches nothing that is out', async () => {
  const { shop, aziza } = await shopWithLots();
  const before = await shop.lots(aziza);
  await shop.programme({ bonusExpiryDays: 30 });
  expect(await shop.lots(aziza)).toEqual(before);
  await shop.give(aziza, 5);
  expect((await shop.lots(aziza)).at(-1)).toMatchObject({ expires_on: '2026-12-22' });
});

test('a longer life saves what was about to burn, but never what is over', async () => {
  const { shop, aziza, bobur } = await shopWithLots();
  await shop.db
    .updateTable('bonus_lot')
    .set({ expires_on: '2026-11-21' })
    .where('earned_som', '=', 700)
    .execute();
  await layLife(shop, 0, { atOnceSom: 0, customersAtOnce: 0, withinMonthSom: 0 });
  await shop.beginDay();
  expect(await shop.balance(aziza)).toBe(0);
  expect((await shop.lots(bobur)).map((lot) => lot.expires_on)).toEqual([null, null]);
});

test('deeds, full cards and challenges keep the life they were given with', async () => {
  const { shop, bobur } = await shopWithLots();
  await shop.db.updateTable('bonus_lot').set({ reason: 'birthday' }).where('earned_som', '=', 40).execute();
  expect((await shop.asOwner(burnPreview, { days: 30 })).withinMonthSom).toBe(9);
  await layLife(shop, 0, { atOnceSom: 0, customersAtOnce: 0, withinMonthSom: 0 });
  expect((await shop.lots(bobur)).map((lot) => lot.expires_on)).toEqual(['2027-10-23', null]);
});
