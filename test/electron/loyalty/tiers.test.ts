/** Tiers on a real file: the tier of a day comes from the days before it, the ladder is saved whole, rungs are counted. */
import { expect, test } from 'vitest';
import { notePaid, tierStandingOf } from '../../../electron/loyalty/inTransaction.ts';
import { tierOf } from '../../../electron/loyalty/tiers.ts';
import { listTiers, saveTiers } from '../../../electron/loyalty/tiersVerbs.ts';
import { standing } from '../../../electron/loyalty/verbs.ts';
import { listPromotions } from '../../../electron/promotion/list.ts';
import { savePromotionVerb, setPromotionStateVerb } from '../../../electron/promotion/verbs.ts';
import type { TierRule } from '../../../shared/loyalty/programmeContract.ts';
import type { TierWindow } from '../../../shared/loyalty/tier.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';
import { type BonusShop, openBonusShop } from './bonusShop.ts';

const silver: TierRule = {
  tierId: '0192f000-0000-7000-8000-00000000000a',
  name: { uz: 'Kumush' },
  fromSom: som(1_000),
  discountBasisPoints: basisPoints(0),
  bonusBasisPoints: basisPoints(300),
  privilege: {},
};
const gold: TierRule = {
  tierId: '0192f000-0000-7000-8000-00000000000b',
  name: { uz: 'Oltin' },
  fromSom: som(5_000),
  discountBasisPoints: basisPoints(500),
  bonusBasisPoints: basisPoints(500),
  privilege: { uz: 'Navbatsiz' },
};

const save = (shop: BonusShop, tiers: TierRule[], window: TierWindow = 'lastTwelveMonths') =>
  shop.asOwner(saveTiers, { window, tiers });

async function tierShop(tiers: TierRule[] = [silver, gold]) {
  const shop = await openBonusShop();
  await save(shop, tiers);
  shop.on('2026-11-22');
  const pay = (customerId: string, amount: number) =>
    shop.within((scope) => notePaid(scope, { customerId, amountSom: som(amount) }));
  const nameOn = async (customerId: string, day: string, tierWindow: TierWindow = 'lastTwelveMonths') =>
    (await tierOf(shop.db, customerId, businessDay(day), { tierWindow }))?.name.uz ?? null;
  return { shop, pay, nameOn, aziza: await shop.register('Aziza') };
}

test('the purchase that crosses the bound still has the old tier, the next day has the new one', async () => {
  const { pay, nameOn, aziza } = await tierShop();
  await pay(aziza, 900);
  await pay(aziza, 4_500);
  expect(await nameOn(aziza, '2026-11-22')).toBe(null);
  expect(await nameOn(aziza, '2026-11-23')).toBe('Oltin');
});

test('goods that come back lower the tier from the next day on, not on the day itself', async () => {
  const { shop, pay, nameOn, aziza } = await tierShop();
  await pay(aziza, 5_000);
  shop.on('2026-11-25');
  await pay(aziza, -1);
  expect(await nameOn(aziza, '2026-11-25')).toBe('Oltin');
  expect(await nameOn(aziza, '2026-11-26')).toBe('Kumush');
});

test('money of a year ago counts to the same date, and for ever where all time counts', async () => {
  const { shop, pay, nameOn, aziza } = await tierShop();
  await pay(aziza, 5_000);
  expect(await nameOn(aziza, '2027-11-22')).toBe('Oltin');
  expect(await nameOn(aziza, '2027-11-23')).toBe(null);
  expect(await nameOn(aziza, '2030-01-01', 'allTime')).toBe('Oltin');
  await save(shop, [silver, gold], 'allTime');
  expect((await shop.asCashier(listTiers(shop.till.parts), {})).window).toBe('allTime');
});

test('the standing counts today for what is missing, and says 0 when the next tier holds from tomorrow', async () => {
  const { shop, pay, aziza } = await tierShop();
  const day = businessDay('2026-11-22');
  const stand = () => tierStandingOf(shop.db, aziza, day, { tierWindow: 'lastTwelveMonths' });
  await pay(aziza, 400);
  expect(await stand()).toEqual({
    current: null,
    paidSom: 400,
    next: { name: silver.name, missingSom: 600 },
  });
  await pay(aziza, 700);
  expect(await stand()).toEqual({
    current: null,
    paidSom: 1_100,
    next: { name: silver.name, missingSom: 0 },
  });
  shop.on('2026-11-23');
  expect((await shop.asCashier(standing, { customerId: aziza })).tier).toEqual({
    current: { tierId: silver.tierId, name: silver.name, privilege: null },
    paidSom: 1_100,
    next: { name: gold.name, missingSom: 3_900 },
  });
  await pay(aziza, 3_900);
  shop.on('2026-11-24');
  expect((await shop.asCashier(standing, { customerId: aziza })).tier).toEqual({
    current: { tierId: gold.tierId, name: gold.name, privilege: { uz: 'Navbatsiz' } },
    paidSom: 5_000,
    next: null,
  });
});

test('each rung counts who stands on it today; the lowest from 0 has everybody else', async () => {
  const first: TierRule = { ...silver, tierId: '0192f000-0000-7000-8000-00000000000c', fromSom: som(0) };
  const { shop, pay, aziza } = await tierShop([gold, first, silver]);
  const bobur = await shop.register('Bobur');
  await shop.register('Vali');
  await pay(aziza, 5_000);
  await pay(bobur, 1_000);
  const count = async () =>
    (await shop.asOwner(listTiers(shop.till.parts), {})).tiers.map(({ fromSom, customers }) => [
      fromSom,
      customers,
    ]);
  expect(await count()).toEqual([
    [0, 3],
    [1_000, 0],
    [5_000, 0],
  ]);
  shop.on('2026-11-23');
  expect(await count()).toEqual([
    [0, 1],
    [1_000, 1],
    [5_000, 1],
  ]);
});

test('a ladder with two tiers from one sum is refused whole', async () => {
  const { shop } = await tierShop();
  const before = await shop.everyRow();
  expect(await shop.refusal(save(shop, [silver, { ...gold, fromSom: som(1_000) }]))).toEqual({
    code: 'TierBoundsEqual',
    data: { fromSom: 1_000 },
  });
  expect(await shop.everyRow()).toBe(before);
});

/** A live promotion that only the customers of gold get. */
async function promotionForGold(shop: BonusShop): Promise<string> {
  const promotion = {
    promotionId: shop.newId(),
    name: { uz: 'Oltinlarga' },
    level: 'product' as const,
    scope: { kind: 'all' as const },
    conditions: [{ kind: 'tier' as const, tierIds: [gold.tierId] }],
    benefit: { kind: 'percent' as const, rateBasisPoints: basisPoints(1_000) },
  };
  return (await shop.asOwner(savePromotionVerb, { promotion, state: 'live' })).promotionId;
}

test('a tier goes only when no promotion asks for it any more', async () => {
  const { shop } = await tierShop();
  const promotionId = await promotionForGold(shop);
  expect(await shop.refusal(save(shop, [silver]))).toEqual({
    code: 'TierInUse',
    data: { name: gold.name },
  });
  await shop.asOwner(setPromotionStateVerb, { promotionId, state: 'ended' });
  await save(shop, [silver]);
  expect((await shop.asOwner(listTiers(shop.till.parts), {})).tiers.map(({ tierId }) => tierId)).toEqual([
    silver.tierId,
  ]);
});

test('a promotion for a tier that the shop does not have is refused', async () => {
  const { shop } = await tierShop([silver]);
  expect(await shop.refusal(promotionForGold(shop))).toEqual({
    code: 'PromotionFaulty',
    data: { faults: [{ fault: 'Unknown', what: 'tierIds', id: gold.tierId }] },
  });
});

test('the sentence of a promotion names the tier', async () => {
  const { shop } = await tierShop();
  await promotionForGold(shop);
  const { promotions } = await shop.asCashier(listPromotions, {});
  expect(JSON.stringify(promotions)).toContain('Oltin');
});

test('a tier that was taken away keeps its name for the receipts of the past', async () => {
  const { shop } = await tierShop();
  await save(shop, [silver]);
  const rows = await shop.db
    .selectFrom('tier')
    .select(['name_json', 'is_active'])
    .orderBy('from_som')
    .execute();
  expect(rows).toEqual([
    { name_json: '{"uz":"Kumush"}', is_active: 1 },
    { name_json: '{"uz":"Oltin"}', is_active: 0 },
  ]);
});
