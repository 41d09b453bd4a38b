/** Two-choice questions at the counter: who may answer how often, what is counted, and who gave which answer. */
import { expect, test } from 'vitest';
import { answerPoll, pollCustomers, polls, pollsNow, savePoll } from '../../../electron/service/polls.ts';
import type { VerbInput } from '../../../electron/verb.ts';
import type { serviceContract } from '../../../shared/service/contract.ts';
import { businessDay } from '../../../shared/time.ts';
import type { Counter } from '../sale/counter.ts';
import { journal, office, openShop, soldTo } from './complaintShop.ts';

type Saved = VerbInput<typeof serviceContract.savePoll>;

const save = async (shop: Counter, different: Partial<Saved> = {}) =>
  (
    await shop.call(
      savePoll,
      {
        intentionId: shop.newId(),
        pollId: null,
        question: { uz: 'Non yettida kerakmi?', ru: 'Хлеб к семи?' },
        answerA: { uz: 'Ha' },
        answerB: { uz: 'Yoʻq', ru: '' },
        from: businessDay('2026-11-22'),
        to: businessDay('2026-11-23'),
        ...different,
      },
      office,
    )
  ).pollId;

const say = (
  shop: Counter,
  pollId: string,
  choice: 'a' | 'b',
  who: { saleId?: string | null; customerId?: string | null } = {},
) =>
  shop.call(answerPoll, {
    intentionId: shop.newId(),
    pollId,
    choice,
    saleId: null,
    customerId: null,
    ...who,
  });

const now = async (shop: Counter, who: { saleId?: string | null; customerId?: string | null } = {}) =>
  (await shop.call(pollsNow, { saleId: null, customerId: null, ...who })).polls.map(({ pollId }) => pollId);

const one = async (shop: Counter) => (await shop.call(polls, {}, office)).polls[0];

test('a receipt answers once, its customer once a day, and whoever is not known as often as they are asked', async () => {
  const shop = await openShop();
  const { customerId, saleId } = await soldTo(shop);
  const pollId = await save(shop);
  expect(await now(shop, { saleId })).toEqual([pollId]);
  await say(shop, pollId, 'a', { saleId });
  expect(await now(shop, { saleId })).toEqual([]);
  expect(await now(shop, { customerId })).toEqual([]);
  expect((await shop.refusal(say(shop, pollId, 'b', { saleId }))).code).toBe('PollAnswered');
  expect((await shop.refusal(say(shop, pollId, 'b', { customerId }))).code).toBe('PollAnswered');
  await say(shop, pollId, 'b');
  await say(shop, pollId, 'b');
  expect(await one(shop)).toMatchObject({ a: 1, b: 2, answers: 3, state: 'open', leads: null });
  expect((await journal(shop, 'pollAnswered')).map(({ content }) => content)).toEqual([
    { pollId, choice: 'a', saleId, customerId },
    { pollId, choice: 'b', saleId: null, customerId: null },
    { pollId, choice: 'b', saleId: null, customerId: null },
  ]);
});

test('of a customer who answers on two days the last answer counts, and only there they are listed', async () => {
  const shop = await openShop();
  const { customerId } = await shop.cardHolder();
  const pollId = await save(shop);
  await say(shop, pollId, 'a', { customerId });
  const listed = async (choice: 'a' | 'b') =>
    (await shop.call(pollCustomers, { pollId, choice, limit: 50, cursor: null }, office)).customers.map(
      (each) => each.customerId,
    );
  expect([await listed('a'), await listed('b')]).toEqual([[customerId], []]);
  shop.clock.pass(24 * 3600);
  expect(await now(shop, { customerId })).toEqual([pollId]);
  await say(shop, pollId, 'b', { customerId });
  expect(await one(shop)).toMatchObject({ a: 0, b: 1, answers: 2 });
  expect([await listed('a'), await listed('b')]).toEqual([[], [customerId]]);
});

test('it is asked from its first day to its last, and never outside', async () => {
  const shop = await openShop();
  const ahead = await save(shop, { from: businessDay('2026-11-23') });
  expect(await now(shop)).toEqual([]);
  expect((await shop.refusal(say(shop, ahead, 'a'))).code).toBe('PollNotOpen');
  shop.clock.pass(24 * 3600);
  expect(await now(shop)).toEqual([ahead]);
  shop.clock.pass(24 * 3600);
  expect((await shop.refusal(say(shop, ahead, 'a'))).code).toBe('PollNotOpen');
  expect(await one(shop)).toMatchObject({ state: 'over', share: null });
});

test('words that somebody answered are fixed; the days may still be changed, but not turned round', async () => {
  const shop = await openShop();
  const pollId = await save(shop);
  await save(shop, { pollId, answerA: { uz: 'Ha, albatta' } });
  await say(shop, pollId, 'a');
  const before = await shop.everyRow();
  expect((await shop.refusal(save(shop, { pollId }))).code).toBe('PollHasAnswers');
  const turned = { pollId, answerA: { uz: 'Ha, albatta' }, to: businessDay('2026-11-21') };
  expect((await shop.refusal(save(shop, turned))).code).toBe('PollDaysWrong');
  expect(await shop.everyRow()).toBe(before);
  await save(shop, { ...turned, to: businessDay('2026-11-30') });
  expect(await one(shop)).toMatchObject({ to: '2026-11-30', a: 1, answerA: { uz: 'Ha, albatta' } });
});

test('twenty answers of which sixteen agree are proof; a cashier sees neither that nor the names', async () => {
  const shop = await openShop();
  const pollId = await save(shop);
  for (let asked = 0; asked < 20; asked += 1) await say(shop, pollId, asked < 16 ? 'a' : 'b');
  const counted = await one(shop);
  expect(counted).toMatchObject({ a: 16, b: 4, leads: 'a', share: { share: 0.8 } });
  expect(counted?.share?.low).toBeCloseTo(0.584, 3);
  expect((await shop.refusal(shop.call(polls, {}))).code).toBe('NotAllowed');
});
