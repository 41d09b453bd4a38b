/** A customer's page against a shop that sold, lent, took back and noted through its own verbs. */
import { beforeEach, describe, expect, test } from 'vitest';
import { addFact, removeFact } from '../../../electron/customer/facts.ts';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { profileReportVerbs } from '../../../electron/report/profileVerbs.ts';
import { som } from '../../../shared/money.ts';
import type { Instant } from '../../../shared/time.ts';
import { openWholeShop, type WholeShop } from '../sale/wholeShop.ts';

let shop: WholeShop;
let aziza: { readonly customerId: string; readonly card: string };

const verbs = () => profileReportVerbs(shop.till.parts);

async function buy(goods: readonly ('a' | 'b')[], at: string, onCreditSom = 0) {
  shop.clock.now = at as Instant;
  await shop.cashier.put(...goods);
  await shop.cashier.scan(aziza.card);
  if (onCreditSom > 0) {
    await shop.cashier.change({ kind: 'sellOnCredit', amountSom: som(onCreditSom), dueOn: null });
  }
  return shop.payAll();
}

async function profile(customerId = aziza.customerId) {
  return (await shop.asOwner(verbs().customerProfile, { customerId, isRecounted: true })).profile;
}

/** The whole list in pages of so many. */
async function timeline(limit: number, customerId = aziza.customerId) {
  const entries = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof ask>> = await ask(cursor);
    entries.push(...page.entries);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return entries;

  function ask(from: string | null) {
    return shop.asOwner(verbs().customerTimeline, { customerId, group: null, cursor: from, limit });
  }
}

beforeEach(async () => {
  shop = await openWholeShop({ now: '2026-11-01T04:00:00.000Z' });
  aziza = await shop.cardHolder('901110001');
});

describe('the profile', () => {
  test('of somebody who never came has no habits', async () => {
    expect(await profile()).toMatchObject({
      receipts: 0,
      firstVisitOn: null,
      averageReceiptSom: null,
      rhythm: null,
      favourites: [],
      usual: null,
      tier: null,
      credit: { storeCreditSom: 0, debtSom: 0, overdueSom: 0 },
    });
  });

  test('tells rhythm, favourite goods, usual day and hour of five visits, a week apart, on Mondays', async () => {
    // 09:00 in Tashkent; the third Monday has a second receipt, which is no visit of its own.
    await buy(['b'], '2026-11-02T04:00:00.000Z');
    await buy(['b'], '2026-11-09T04:00:00.000Z');
    await buy(['a'], '2026-11-16T04:00:00.000Z');
    await buy(['a'], '2026-11-16T13:00:00.000Z');
    await buy(['b'], '2026-11-23T04:00:00.000Z');
    expect((await profile()).usual).toBeNull();
    await buy(['a', 'b'], '2026-11-30T13:00:00.000Z');
    shop.clock.now = '2026-12-10T04:00:00.000Z' as Instant;
    const shown = await profile();
    expect(shown).toMatchObject({
      firstVisitOn: '2026-11-02',
      receipts: 6,
      // Every gap is seven days, so the median is, and nobody is waited for longer: ten days are unusual.
      rhythm: { state: 'lapsed', typicalGapTenths: 70, daysSince: 10, dueOn: '2026-12-07' },
      usual: {
        weekday: { value: 1, shareBasisPoints: 10_000 },
        hour: { value: 9, shareBasisPoints: 8_000 },
      },
    });
    expect(
      shown.favourites.map(({ productId, daysBought, lastOn }) => [productId, daysBought, lastOn]),
    ).toEqual([
      [shop.productIds.b, 4, '2026-11-30'],
      [shop.productIds.a, 2, '2026-11-30'],
    ]);
    expect(shown.averageReceiptSom).toBe(Math.floor(shown.customer.paidSom / 6));
  });

  test('tells what is owed, what stands on the account and what was noted', async () => {
    await shop.mayOwe(aziza.customerId, 100_000);
    await shop.putOnAccount(aziza.customerId, 7_000);
    await buy(['b'], '2026-11-02T04:00:00.000Z', 20_000);
    await shop.asOwner(addFact, { customerId: aziza.customerId, kind: 'allergy', words: 'yongʻoq' });
    expect(await profile()).toMatchObject({
      credit: { storeCreditSom: 7_000, debtSom: 20_000, overdueSom: 0, limitSom: 100_000 },
      facts: [{ kind: 'allergy', words: 'yongʻoq' }],
    });
  });
});

describe('the timeline', () => {
  test('tells everything once, newest first, however long its pages are', async () => {
    const { customerId } = aziza;
    await shop.mayOwe(customerId, 100_000);
    const { saleId } = await buy(['a', 'b'], '2026-11-02T04:00:00.000Z', 20_000);
    shop.clock.now = '2026-11-03T04:00:00.000Z' as Instant;
    await shop.repay(customerId, 20_000);
    await shop.giveBonus(customerId, 3_000);
    const { factId } = await shop.asOwner(addFact, { customerId, kind: 'size', words: '42' });
    shop.clock.now = '2026-11-04T04:00:00.000Z' as Instant;
    await shop.asOwner(removeFact, { customerId, factId });
    shop.clock.now = '2026-11-05T04:00:00.000Z' as Instant;
    await shop.takeBack(saleId, { 1: 1 });
    const all = await timeline(200);
    const kinds = all.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['goodsBack', 'factRemoved']);
    expect([...new Set(kinds)].sort()).toEqual(
      [
        'change',
        'consentGiven',
        'corrected',
        'couponGiven',
        'debtPaid',
        'debtTaken',
        'factNoted',
        'factRemoved',
        'goodsBack',
        'purchase',
      ].sort(),
    );
    expect(all.find(({ kind }) => kind === 'purchase')?.link).toEqual({ to: 'sale', id: saleId });
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    for (const limit of [1, 2, 3]) expect(await timeline(limit)).toEqual(all);
  });

  test('of two who became one is one, with the day on which they did', async () => {
    await buy(['b'], '2026-11-02T04:00:00.000Z');
    const other = await shop.cardHolder('901110002');
    shop.clock.now = '2026-11-03T04:00:00.000Z' as Instant;
    await shop.asOwner(mergeCustomers, { intoId: other.customerId, fromId: aziza.customerId });
    const all = await timeline(200, other.customerId);
    expect(all[0]?.kind).toBe('merged');
    expect(all.filter(({ kind }) => kind === 'purchase')).toHaveLength(1);
    expect(
      all.filter(({ kind, details }) => kind === 'change' && details[0] === 'customerCreated'),
    ).toHaveLength(2);
  });
});
