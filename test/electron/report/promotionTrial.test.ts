/** What a rule would give before it lives: on a sample basket and on yesterday's real receipts. */
import { expect, it } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { notePromotionUses } from '../../../electron/promotion/inTransaction.ts';
import { savePromotionVerb } from '../../../electron/promotion/verbs.ts';
import { promotionEffect } from '../../../electron/report/promotionEffect.ts';
import { tryPromotionVerb } from '../../../electron/report/promotionTrial.ts';
import { som, thousandths } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';
import { promotionOf, promotionShop } from '../promotion/promotionShop.ts';
import { promotionDay } from './promotionDay.ts';

async function trialShop() {
  const shop = await promotionShop();
  const day = await promotionDay(shop);
  const verb = tryPromotionVerb({ database: () => shop.database });
  const pieces = (productId: string, count: number) => ({
    productId,
    quantityThousandths: thousandths(count * 1_000),
  });
  return {
    ...shop,
    ...day,
    tries: (rule: object, more: { sample?: ReturnType<typeof pieces>[]; day?: string } = {}) =>
      shop.ask(verb, { promotion: promotionOf(shop, rule), ...more }),
    pieces,
  };
}

/** Figures and their words are joined by spaces that never break. */
const plain = (words: string | undefined) => words?.replaceAll('\u00A0', ' ');
const yesterday = (time: string) => `2026-11-21T${time}:00.000Z`;

it('prices the sample with the rule alone, as it would be sold now', async () => {
  const shop = await trialShop();
  const sample = [shop.pieces(shop.greenTea, 2), shop.pieces(shop.cup, 1)];
  const teaOnly = { scope: { kind: 'categories', categoryIds: [shop.tea] } };
  const answer = await shop.tries(teaOnly, { sample });
  expect(answer.sentence.en).toBe('Tea −10%, with others');
  expect(answer.faults).toEqual([]);
  expect(answer.sample).toMatchObject({ grossSom: 52_000, netSom: 48_000, givenSom: 4_000 });
  expect(answer.sample?.lines.map((line) => line.netSom)).toEqual([36_000, 12_000]);
  expect(plain(answer.sample?.outcome.en)).toBe('It worked: −4,000 soʻm');
});

it('says why the sample gets nothing: the hour, the sum that is missing, nobody at the counter', async () => {
  const shop = await trialShop();
  const sample = [shop.pieces(shop.cup, 1)];
  const outcome = async (rule: object) => plain((await shop.tries(rule, { sample })).sample?.outcome.en);
  expect(await outcome({ conditions: [{ kind: 'hours', fromMinute: 1_080, toMinute: 1_200 }] })).toBe(
    'Its condition does not hold: 18:00–20:00',
  );
  expect(await outcome({ conditions: [{ kind: 'minimumSum', minimumSom: 50_000 }] })).toBe(
    'Its condition does not hold: from 50,000 soʻm. 38,000 soʻm more: −10%',
  );
  expect(await outcome({ conditions: [{ kind: 'hasCard' }] })).toBe(
    'Its condition does not hold: with a customer card',
  );
  expect(await outcome({ from: '2026-12-01', to: '2026-12-07' })).toBe(
    'Its condition does not hold: 1–7 December',
  );
});

it('adds up what yesterday’s receipts would have had, the largest first, whatever its days and hours', async () => {
  const shop = await trialShop();
  const small = await shop.sell({ at: yesterday('06:00'), goods: [[shop.greenTea, 1, 20_000]] });
  await shop.sell({ at: yesterday('07:00'), goods: [[shop.cup, 3, 12_000]] });
  const large = await shop.sell({
    at: yesterday('08:00'),
    goods: [
      [shop.blackTea, 5, 18_000],
      [shop.cup, 1, 12_000],
    ],
  });
  await shop.sell({ at: '2026-11-22T07:00:00.000Z', goods: [[shop.greenTea, 9, 20_000]] });
  const { receipts } = await shop.tries({
    scope: { kind: 'categories', categoryIds: [shop.tea] },
    from: '2026-12-01',
    conditions: [
      { kind: 'weekdays', days: [2] },
      { kind: 'hours', fromMinute: 0, toMinute: 60 },
    ],
  });
  expect(receipts).toEqual({
    day: '2026-11-21',
    all: 3,
    reached: 2,
    givenSom: 9_000 + 2_000,
    largest: [
      { saleId: large, number: 3, netSom: 102_000, givenSom: 9_000 },
      { saleId: small, number: 1, netSom: 20_000, givenSom: 2_000 },
    ],
    dearest: [shop.pieces(shop.blackTea, 5), shop.pieces(shop.cup, 1)],
  });
});

it('can be asked of any day', async () => {
  const shop = await trialShop();
  await shop.sell({ at: '2026-11-20T07:00:00.000Z', goods: [[shop.cup, 1, 12_000]] });
  expect((await shop.tries({}, { day: '2026-11-20' })).receipts).toMatchObject({
    day: '2026-11-20',
    reached: 1,
    givenSom: 1_200,
  });
  expect((await shop.tries({})).receipts).toMatchObject({ day: '2026-11-21', all: 0, givenSom: 0 });
});

it('takes customers as they were: first purchases, visits, what they had bought, how they paid', async () => {
  const shop = await trialShop();
  const aziza = await shop.customer();
  const cup = [[shop.cup, 1, 12_000]] as const;
  await shop.sell({ at: '2026-11-10T07:00:00.000Z', goods: [[shop.greenTea, 3, 20_000]], customerId: aziza });
  await shop.sell({ at: yesterday('07:00'), goods: cup, customerId: aziza });
  await shop.sell({ at: yesterday('08:00'), goods: cup, customerId: aziza, paidBy: 'card' });
  await shop.sell({ at: yesterday('09:00'), goods: cup, customerId: await shop.customer() });
  await shop.sell({ at: yesterday('10:00'), goods: cup });
  const reached = async (...conditions: object[]) => (await shop.tries({ conditions })).receipts.reached;
  expect(await reached()).toBe(4);
  expect(await reached({ kind: 'firstPurchase' })).toBe(1);
  expect(await reached({ kind: 'visitNumber', number: 3, repeats: false })).toBe(1);
  expect(await reached({ kind: 'daysSinceLastVisit', atLeastDays: 11 })).toBe(1);
  expect(await reached({ kind: 'paidWithoutCash', providers: [] })).toBe(1);
  const tea = { kind: 'categories', categoryIds: [shop.tea] };
  expect(await reached({ kind: 'boughtBefore', of: tea, withinDays: 12, atLeastSom: 60_000 })).toBe(2);
  expect(await reached({ kind: 'boughtBefore', of: tea, withinDays: 11, atLeastSom: 60_000 })).toBe(0);
});

it('stops at the limits and the budget of the rule, as it would have on the day', async () => {
  const shop = await trialShop();
  const aziza = await shop.customer();
  const cup = [[shop.cup, 1, 12_000]] as const;
  await shop.sell({ at: yesterday('07:00'), goods: cup, customerId: aziza });
  await shop.sell({ at: yesterday('08:00'), goods: cup, customerId: aziza });
  await shop.sell({ at: yesterday('09:00'), goods: cup });
  const given = async (limits: object) => (await shop.tries({ limits })).receipts.givenSom;
  expect(await given({ timesPerCustomer: 1 })).toBe(1_200);
  expect(await given({ timesPerDay: 2 })).toBe(2_400);
  expect(await given({ budgetSom: 1_300 })).toBe(1_200);
});

it('counts bonus as money given: extra bonus and a multiplied rate', async () => {
  const shop = await trialShop();
  await shop.sell({ at: yesterday('07:00'), goods: [[shop.greenTea, 5, 20_000]] });
  const given = async (benefit: object) => (await shop.tries({ level: 'reward', benefit })).receipts.givenSom;
  expect(await given({ kind: 'bonus', bonusSom: 500, per: { kind: 'piece' } })).toBe(2_500);
  // Two per cent of 100 000, twice.
  expect(await given({ kind: 'bonusMultiplier', timesBasisPoints: 20_000 })).toBe(2_000);
});

it('prices a rule with faults all the same, and names them', async () => {
  const shop = await trialShop();
  const gone = shop.newId();
  const answer = await shop.tries({ scope: { kind: 'products', productIds: [gone] } });
  expect(answer.faults).toEqual([{ fault: 'Unknown', what: 'productIds', id: gone }]);
  expect(answer.sample).toBeNull();
});

it('a finished promotion tells its receipts, its customers and its days', async () => {
  const shop = await trialShop();
  const promotion = promotionOf(shop);
  const { promotionId } = promotion;
  await shop.ask(savePromotionVerb, { promotion, state: 'live' });
  const aziza = await shop.customer();
  const note = (documentId: string, day: string, customerId: string | null, amountSom: number) =>
    transact(shop.db, (trx) =>
      notePromotionUses(
        { trx },
        {
          documentId,
          documentKind: 'sale',
          day: businessDay(day),
          customerId,
          uses: [{ promotionId, amountSom: som(amountSom) }],
        },
      ),
    );
  const cup = [[shop.cup, 2, 12_000]] as const;
  const first = await shop.sell({ at: yesterday('07:00'), goods: cup, customerId: aziza });
  const second = await shop.sell({ at: '2026-11-22T07:00:00.000Z', goods: cup });
  await note(first, '2026-11-21', aziza, 2_400);
  await note(second, '2026-11-22', null, 2_400);
  await shop.db
    .insertInto('customer_figure')
    .values({
      customer_id: aziza,
      visits: 1,
      paid_som: 24_000,
      first_visit_on: '2026-11-21',
      last_visit_on: '2026-11-21',
    })
    .execute();
  const effect = promotionEffect({ database: () => shop.database });
  expect(await shop.ask(effect, { promotionId })).toEqual({
    receipts: 2,
    givenSom: 4_800,
    broughtSom: 48_000,
    customers: 1,
    newCustomers: 1,
    days: [
      { day: '2026-11-21', receipts: 1, givenSom: 2_400 },
      { day: '2026-11-22', receipts: 1, givenSom: 2_400 },
    ],
  });
  expect(await shop.refusal(effect, { promotionId: shop.newId() })).toMatchObject({ code: 'NotFound' });
});
