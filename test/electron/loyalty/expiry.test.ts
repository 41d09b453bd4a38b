/** Rule 11: bonus lots live to the end of their last business day, and what ran out is posted once. */
import { afterEach, expect, test, vi } from 'vitest';
import { bonusAccount } from '../../../electron/loyalty/verbs.ts';
import { changeSettings } from '../../../electron/shop/settings.ts';
import { startTimers } from '../../../electron/timers.ts';
import { defaultSettings } from '../../../shared/shop/settings.ts';
import type { Instant } from '../../../shared/time.ts';
import { accountsAndSums, type Counter, openCounter } from '../sale/counter.ts';

const som = (amount: number) => amount as never;
const day = 24 * 3_600;

afterEach(() => void vi.useRealTimers());

/** Somebody who bought a television on 22 November at 11 in the morning: 20 000 of bonus. */
async function earner(shop: Counter) {
  const known = await shop.cardHolder();
  await shop.cashier.put('tv');
  await shop.cashier.scan(known.card);
  await shop.cashier.pay();
  return known;
}

async function spendableAt(shop: Counter, card: string, instant: string): Promise<number> {
  shop.clock.now = instant as Instant;
  await shop.cashier.scan(card);
  return shop.cashier.seen().customer?.spendableSom ?? -1;
}

const lotsOf = (shop: Counter) =>
  shop.db
    .selectFrom('bonus_lot')
    .select(['earned_som', 'remaining_som', 'expires_on'])
    .orderBy('created_at')
    .execute();

test.each([
  ['at half past midnight of their last day', 20_000, 0, '2026-12-21T19:30:00.000Z'],
  ['in the last minute of their last day', 20_000, 0, '2026-12-22T18:59:00.000Z'],
  ['at one in the night after, though London still has that day', 0, 0, '2026-12-22T20:00:00.000Z'],
  ['at 04:59 of the night after, where the day starts at five', 20_000, 5, '2026-12-22T23:59:00.000Z'],
  ['at five in the morning after, where the day starts at five', 0, 5, '2026-12-23T00:00:00.000Z'],
])(
  'of 20 000 that live for 30 days, %s, %i may be spent',
  async (_when, spendable, dayStartsAtHour, instant) => {
    const shop = await openCounter({ settings: { bonusExpiryDays: 30, dayStartsAtHour } });
    const { card } = await earner(shop);
    expect(await lotsOf(shop)).toMatchObject([{ expires_on: '2026-12-22' }]);
    expect(await spendableAt(shop, card, instant)).toBe(spendable);
  },
);

test('bonus that ran out is posted as expired when the customer comes, and only once', async () => {
  const shop = await openCounter({ settings: { bonusExpiryDays: 30 } });
  const { card, customerId } = await earner(shop);
  expect(await spendableAt(shop, card, '2026-12-23T06:00:00.000Z')).toBe(0);
  await shop.cashier.scan(card);
  await shop.cashier.put('a');
  expect(await lotsOf(shop)).toEqual([{ earned_som: 20_000, remaining_som: 0, expires_on: '2026-12-22' }]);
  const { accounts, sums } = await accountsAndSums(shop.db);
  expect(accounts).toEqual(sums);
  expect(accounts).toContainEqual({ kind: 'bonusExpired', subject_id: 'shop', balance_som: -20_000 });
  expect(accounts).toContainEqual({ kind: 'bonusLiability', subject_id: customerId, balance_som: 0 });
  const documents = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'bonusExpired')
    .execute();
  expect(documents.map((each) => JSON.parse(each.content_json).content)).toEqual([
    { holder: customerId, amountSom: 20_000 },
  ]);
});

test('the till posts what ran out by itself at the start of a day, also what waited for a claim', async () => {
  const shop = await openCounter({ settings: { bonusExpiryDays: 30, claimDays: 10 } });
  const { customerId } = await earner(shop);
  await shop.cashier.put('b');
  const { claimCode } = await shop.cashier.pay();
  shop.clock.pass(31 * day);
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
  const problems: unknown[] = [];
  const stop = startTimers({
    host: shop.till.host,
    database: shop.till.parts.database,
    clock: () => shop.clock.now,
    note: (text, error) => void problems.push([text, error]),
  });
  vi.advanceTimersByTime(2_000);
  vi.useRealTimers();
  await vi.waitFor(async () => {
    expect((await lotsOf(shop)).map((lot) => lot.remaining_som)).toEqual([0, 0]);
  });
  stop();
  expect(problems).toEqual([]);
  const { accounts, sums } = await accountsAndSums(shop.db);
  expect(accounts).toEqual(sums);
  expect(accounts).toContainEqual({ kind: 'bonusLiability', subject_id: claimCode, balance_som: 0 });
  expect(accounts).toContainEqual({ kind: 'bonusLiability', subject_id: customerId, balance_som: 0 });
  expect(accounts).toContainEqual({ kind: 'bonusExpired', subject_id: 'shop', balance_som: -20_910 });
});

async function settle(shop: Counter, bonusExpiryDays: 0 | 30 | 365): Promise<void> {
  shop.workAs(shop.ownerId, 'office');
  const settings = { ...defaultSettings, name: 'Sinov', bonusExpiryDays };
  await shop.call(changeSettings, { intentionId: shop.newId(), settings }, 'office');
}

test('a change of the setting leaves the days of bonus that was earned before', async () => {
  const shop = await openCounter({ settings: { bonusExpiryDays: 365 } });
  const { card } = await earner(shop);
  await settle(shop, 30);
  shop.clock.pass(60);
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  await settle(shop, 0);
  shop.clock.pass(60);
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  expect((await lotsOf(shop)).map((lot) => lot.expires_on)).toEqual(['2027-11-22', '2026-12-22', null]);
});

test('what burns first is spent first, however it was earned', async () => {
  const shop = await openCounter({ settings: { bonusExpiryDays: 365 } });
  const { card } = await earner(shop);
  await settle(shop, 30);
  shop.clock.pass(60);
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(25_000) });
  await shop.cashier.pay();
  expect((await lotsOf(shop)).map((lot) => [lot.expires_on, lot.remaining_som])).toEqual([
    ['2027-11-22', 15_000],
    ['2026-12-22', 0],
    ['2026-12-22', 19_500],
  ]);
});

test('a customer is warned of what burns within 30 days', async () => {
  const shop = await openCounter({ settings: { bonusExpiryDays: 40 } });
  const { card, customerId } = await earner(shop);
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer?.expiringSoonSom).toBe(0);
  shop.clock.pass(10 * day);
  expect((await shop.cashier.open()).customer?.expiringSoonSom).toBe(20_000);
  expect(await shop.call(bonusAccount, { customerId })).toMatchObject({
    expiringSoonSom: 20_000,
    nextExpiryOn: '2027-01-01',
  });
});
