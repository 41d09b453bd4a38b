/** Challenges at the counter: reached once, rewarded once, and reached no more when the receipt comes back. */
import { expect, test } from 'vitest';
import {
  challengeReached,
  endChallenge,
  listChallenges,
  saveChallenge,
} from '../../../electron/loyalty/challengesVerbs.ts';
import { badgesOf } from '../../../electron/loyalty/inTransaction.ts';
import { bonusAccount } from '../../../electron/loyalty/verbs.ts';
import { basisPoints, som } from '../../../shared/money.ts';
import { openGameShop } from './collectWorld.ts';

test('three visits on three days bring bonus and a badge, once and for ever', async () => {
  const shop = await openGameShop();
  const challengeId = await shop.makeChallenge();
  const { card, customerId } = await shop.cardHolder();
  // 2 % of 12 990 is 259.
  expect((await shop.buy(card, 'a')).bonusBalanceSom).toBe(259);
  await shop.buy(card, 'a');
  shop.goTo('23');
  await shop.buy(card, 'a');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer?.challenges).toMatchObject([
    { challengeId, goal: 'visits', done: 2, needed: 3, daysLeft: 7 },
  ]);
  shop.goTo('24');
  await shop.cashier.put('a');
  expect((await shop.cashier.pay()).bonusBalanceSom).toBe(4 * 259 + 5_000);
  expect(await badgesOf(shop.db, customerId)).toEqual([
    { name: { uz: 'Sodiq mehmon' }, reachedOn: '2026-11-24' },
  ]);
  shop.goTo('25');
  expect((await shop.buy(card, 'a')).bonusBalanceSom).toBe(5 * 259 + 5_000);
  const lots = await shop.db.selectFrom('bonus_lot').selectAll().where('reason', '=', 'challenge').execute();
  expect(lots).toMatchObject([{ earned_som: 5_000, expires_on: '2026-12-24' }]);
  expect(await shop.own(challengeReached, { challengeId, cursor: null, limit: 50 })).toMatchObject({
    reached: [{ customerId, name: '+998 90 *** ** 33' }],
    nextCursor: null,
  });
  await shop.expectBalanced();
});

test('money counts where the goal is money, and a coupon of its series is given for it', async () => {
  const shop = await openGameShop();
  const seriesId = await shop.makeSeries({ holding: 'bound' });
  await shop.makeChallenge({
    goal: { kind: 'spend', sumSom: 100_000 },
    reward: { kind: 'coupon', seriesId },
    badge: null,
  });
  const { card, customerId } = await shop.cardHolder();
  const given = () =>
    shop.db.selectFrom('coupon').select('customer_id').where('series_id', '=', seriesId).execute();
  await shop.buy(card, 'b', 'b');
  expect(await given()).toEqual([]);
  await shop.buy(card, 'a');
  expect(await given()).toEqual([{ customer_id: customerId }]);
  await shop.buy(card, 'b', 'b');
  expect(await given()).toHaveLength(1);
  expect(await badgesOf(shop.db, customerId)).toEqual([]);
});

test('a purchase paid with bonus alone is no visit', async () => {
  const shop = await openGameShop({ settings: { bonusCeilingBasisPoints: basisPoints(10_000) } });
  await shop.makeChallenge({ goal: { kind: 'visits', visits: 1 }, from: '2026-11-23' });
  const { card } = await shop.cardHolder();
  await shop.buy(card, 'tv');
  shop.goTo('23');
  await shop.cashier.put('a');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(12_990) });
  const { dueCashSom } = shop.cashier.seen();
  expect(dueCashSom).toBe(0);
  await shop.cashier.pay();
  expect(await shop.db.selectFrom('challenge_reached').selectAll().execute()).toEqual([]);
});

test('the receipt that reached it comes back: no badge, no bonus, and it may be reached again but not paid twice', async () => {
  const shop = await openGameShop();
  await shop.makeChallenge({ goal: { kind: 'visits', visits: 1 } });
  const { card, customerId } = await shop.cardHolder();
  const sale = await shop.buy(card, 'a');
  expect(await shop.giveBack(sale.saleId)).toBe(5_000);
  expect(await badgesOf(shop.db, customerId)).toEqual([]);
  expect((await shop.call(bonusAccount, { customerId })).balanceSom).toBe(259);
  await shop.buy(card, 'a');
  expect((await shop.call(bonusAccount, { customerId })).balanceSom).toBe(2 * 259 + 5_000);
  await shop.expectBalanced();
});

test('another receipt that comes back leaves a reached challenge alone', async () => {
  const shop = await openGameShop();
  await shop.makeChallenge({ goal: { kind: 'visits', visits: 2 } });
  const { card, customerId } = await shop.cardHolder();
  const first = await shop.buy(card, 'a');
  shop.goTo('23');
  await shop.buy(card, 'a');
  expect(await shop.giveBack(first.saleId)).toBe(0);
  expect(await badgesOf(shop.db, customerId)).toHaveLength(1);
});

test('what customers were told stays, and one that was ended is reached no more', async () => {
  const shop = await openGameShop();
  const challengeId = await shop.makeChallenge();
  const easier = shop.makeChallenge({ challengeId, goal: { kind: 'visits', visits: 1 } });
  expect((await shop.refusal(easier)).code).toBe('ChallengeBegun');
  await shop.makeChallenge({ challengeId, name: { uz: 'Uch marta' } });
  expect((await shop.refusal(shop.makeChallenge({ to: '2026-11-21', from: '2026-11-20' }))).code).toBe(
    'DaysWrong',
  );
  expect((await shop.refusal(shop.makeChallenge({ to: '2026-11-22', from: '2026-11-23' }))).code).toBe(
    'DaysWrong',
  );
  await shop.own(endChallenge, { challengeId });
  const { challenges } = await shop.own(listChallenges, {});
  expect(challenges).toMatchObject([{ challengeId, name: { uz: 'Uch marta' }, isEnded: true, reached: 0 }]);
  const { card } = await shop.cardHolder();
  await shop.buy(card, 'a');
  expect(await shop.db.selectFrom('challenge_reached').selectAll().execute()).toEqual([]);
});

test('the cashier may not make a challenge', async () => {
  const shop = await openGameShop();
  const challenge = {
    challengeId: shop.newId(),
    name: { uz: 'Uch tashrif' },
    goal: { kind: 'visits', visits: 3 },
    withinDays: 14,
    from: '2026-11-22',
    to: '2026-11-30',
    reward: { kind: 'bonus', bonusSom: 5_000, expiryDays: 30 },
    badge: null,
  } as const;
  const call = shop.call(saveChallenge, { intentionId: shop.newId(), challenge });
  expect((await shop.refusal(call)).code).toBe('NotAllowed');
});

test('two customers who are one have reached a challenge once, at the first time', async () => {
  const shop = await openGameShop();
  await shop.makeChallenge({ goal: { kind: 'visits', visits: 1 } });
  const first = await shop.cardHolder('+998901112233');
  const second = await shop.cardHolder('+998905556677');
  await shop.buy(second.card, 'a');
  shop.goTo('23');
  await shop.buy(first.card, 'a');
  await shop.merge(first.customerId, second.customerId);
  expect(await badgesOf(shop.db, first.customerId)).toMatchObject([{ reachedOn: '2026-11-22' }]);
  await shop.expectBalanced();
});
