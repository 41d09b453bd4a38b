/** The shop's rhythm is learnt once a day in short turns, and nobody waits for a new day's. */
import { expect, test } from 'vitest';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { shopRhythmOn, warmRhythm } from '../../../electron/report/profileRhythm.ts';
import { readSegmentFacts } from '../../../electron/report/segmentFacts.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { addDays, businessDay, type Instant } from '../../../shared/time.ts';
import { openWholeShop, type WholeShop } from '../sale/wholeShop.ts';

async function buy(shop: WholeShop, card: string | null, at: string) {
  shop.clock.now = at as Instant;
  await shop.cashier.put('b');
  if (card !== null) await shop.cashier.scan(card);
  return shop.payAll();
}

/** Three customers of 2, 7 and 10 days between visits, one of them merged from two and one with a receipt given later. */
async function rhythmicShop() {
  const shop = await openWholeShop({ now: '2026-11-01T04:00:00.000Z' });
  const [one, two, former, third] = [
    await shop.cardHolder('901110001'),
    await shop.cardHolder('901110002'),
    await shop.cardHolder('901110003'),
    await shop.cardHolder('901110004'),
  ];
  await buy(shop, one.card, '2026-11-02T04:00:00.000Z');
  await buy(shop, former.card, '2026-11-03T04:00:00.000Z');
  await buy(shop, one.card, '2026-11-04T04:00:00.000Z');
  const { claimCode } = await buy(shop, null, '2026-11-05T04:00:00.000Z');
  await shop.call(attachLater, {
    intentionId: shop.newId(),
    code: claimCode ?? '',
    customerId: third.customerId,
  });
  await buy(shop, two.card, '2026-11-10T04:00:00.000Z');
  await buy(shop, third.card, '2026-11-15T04:00:00.000Z');
  await shop.asOwner(mergeCustomers, { intoId: two.customerId, fromId: former.customerId });
  return { shop, card: one.card };
}

const day = businessDay('2026-11-15');

test('learnt in turns, it is what the groups of customers are judged by', async () => {
  const { shop } = await rhythmicShop();
  const database = shop.till.parts.database();
  const learnt = await shopRhythmOn(database, day, true);
  // The gaps are 2, 7 and 10 days: the middle one is 7.
  expect(learnt).toEqual({ medianGapDays: 7, k90: 2, longestGapDays: 10 });
  expect(learnt).toEqual((await readSegmentFacts(database, day)).shop);
});

test('a new day is served with the last one until it was learnt beside the selling', async () => {
  const { shop, card } = await rhythmicShop();
  const database = shop.till.parts.database();
  await warmRhythm(database, day);
  await buy(shop, card, '2026-11-16T04:00:00.000Z');
  const next = addDays(day, 1);
  expect(await shopRhythmOn(database, next, false)).toMatchObject({ medianGapDays: 7 });
  await warmRhythm(database, next);
  // The gaps are 2, 7, 10 and 12 days now.
  expect(await shopRhythmOn(database, next, false)).toMatchObject({ medianGapDays: 8.5 });
});

test('a shop where nobody has come twice asks again the next day', async () => {
  const shop = await openWholeShop({ now: '2026-11-01T04:00:00.000Z' });
  const { card } = await shop.cardHolder('901110001');
  const database = shop.till.parts.database();
  await buy(shop, card, '2026-11-02T04:00:00.000Z');
  expect(await shopRhythmOn(database, businessDay('2026-11-02'), false)).toBeNull();
  await buy(shop, card, '2026-11-06T04:00:00.000Z');
  expect(await shopRhythmOn(database, businessDay('2026-11-06'), false)).toMatchObject({ medianGapDays: 4 });
});
