/** Two customers who were joined by mistake, in a shop that uses everything: taken back, every table is as it was. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { mergeCustomers } from '../../../electron/customer/merge.ts';
import { undoMerge } from '../../../electron/customer/unmerge.ts';
import { Refusal } from '../../../shared/errors.ts';
import { som } from '../../../shared/money.ts';
import { cancel, cash, deposit, move, order } from '../service/wantedShop.ts';
import type { GoodsName } from './counter.ts';
import { openWholeShop, provesItself, type WholeShop } from './wholeShop.ts';

/** What is written once and for ever, and the record of the merge itself; balances are compared by their accounts. */
const records = new Set([
  'journal',
  'posting',
  'posting_entry',
  'intention',
  'customer_change',
  'merge',
  'merge_row',
  // What a merge wrote there is answered by other rows; the balances are compared.
  'stamp_move',
  'bonus_lot_use',
  'attention',
  // Running numbers of entries, of which the merge and its undoing have two.
  'sqlite_sequence',
  'redo_position',
]);

async function everyTable({ db }: WholeShop): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const { name } of await db.introspection.getTables()) {
    if (records.has(name) || /_(search|trigrams)/.test(name)) continue;
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    const told = name === 'account' ? rows.filter((row) => row.balance_som !== 0) : rows;
    found[name] = told.map((row) => JSON.stringify(row)).sort();
  }
  return found;
}

type Step =
  | {
      readonly does: 'buys';
      readonly goods: readonly GoodsName[];
      readonly bonus: number;
      readonly debt: number;
    }
  | { readonly does: 'getsBonus'; readonly som: number }
  | { readonly does: 'getsCredit'; readonly som: number }
  | { readonly does: 'getsCoupon' }
  | { readonly does: 'returns' }
  | { readonly does: 'repays' }
  | { readonly does: 'waits' };

const who = fc.constantFrom<'one' | 'other'>('one', 'other');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('buys' as const),
      goods: fc.array(fc.constantFrom<GoodsName>('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
      bonus: fc.constantFrom(0, 0, 500, 3_000),
      debt: fc.constantFrom(0, 0, 2_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('getsBonus' as const),
      som: fc.integer({ min: 1, max: 5_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('getsCredit' as const),
      som: fc.integer({ min: 1, max: 5_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'getsCoupon' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'returns' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'repays' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'waits' as const }) },
);
const history = fc.array(fc.tuple(who, step), { minLength: 1, maxLength: 7 });

interface Pair {
  readonly shop: WholeShop;
  readonly cards: Readonly<Record<'one' | 'other', { readonly customerId: string; readonly card: string }>>;
  readonly seriesId: string;
  /** Receipts of each, the last one last. */
  readonly sold: Record<'one' | 'other', string[]>;
}

async function openPair(): Promise<Pair> {
  const shop = await openWholeShop({ settings: { debtEarns: 'atOnce' } });
  await shop.newStampCard({ needed: 3 });
  await shop.newTiers({ fromSom: 50_000, bonusBasisPoints: 300 } as never);
  await shop.rewardFirst(1_000);
  await shop.live({ level: 'product', benefit: { kind: 'percent', rateBasisPoints: 500 } } as never);
  const one = await shop.cardHolder('+998901112233');
  const other = await shop.cardHolder('+998905556677');
  await shop.mayOwe(one.customerId, 1_000_000);
  await shop.mayOwe(other.customerId, 500_000);
  return { shop, cards: { one, other }, seriesId: await shop.makeSeries(), sold: { one: [], other: [] } };
}

/** Does one thing; what the rules refuse is simply not done. */
async function happen(pair: Pair, [name, what]: readonly ['one' | 'other', Step]): Promise<void> {
  const { shop, cards, seriesId, sold } = pair;
  const { customerId, card } = cards[name];
  shop.clock.pass(what.does === 'waits' ? 86_400 : 60);
  switch (what.does) {
    case 'buys': {
      await shop.cashier.open();
      await shop.cashier.put(...what.goods);
      await shop.cashier.scan(card);
      const { cashier } = shop;
      const bonus = Math.min(what.bonus, cashier.seen().bonusAtMostSom);
      if (bonus > 0) await cashier.change({ kind: 'spendBonus', amountSom: som(bonus) });
      if (what.debt > 0) {
        await cashier.change({ kind: 'sellOnCredit', amountSom: som(what.debt), dueOn: null });
      }
      const { saleId } = await shop.payAll();
      sold[name].push(saleId);
      return;
    }
    case 'getsBonus':
      return shop.giveBonus(customerId, what.som);
    case 'getsCredit':
      return shop.putOnAccount(customerId, what.som);
    case 'getsCoupon':
      await shop.newCoupon(seriesId, customerId);
      return;
    case 'returns': {
      const saleId = sold[name].pop();
      if (saleId !== undefined) await shop.takeBack(saleId, { 1: 1 });
      return;
    }
    case 'repays':
      if ((await shop.credit(customerId)).openSom > 0) await shop.repay(customerId, 1_000);
      return;
    default:
      return;
  }
}

test('whatever both did before, a merge that is taken back leaves every table as it was', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const pair = await openPair();
      for (const each of steps) await happen(pair, each);
      const { shop, cards } = pair;
      const ids = { intoId: cards.one.customerId, fromId: cards.other.customerId };
      shop.clock.pass(60);
      const before = await everyTable(shop);
      await shop.asOwner(mergeCustomers, ids);
      await provesItself(shop);
      shop.clock.pass(60);
      await shop.asOwner(undoMerge, ids);
      const after = await everyTable(shop);
      for (const table of Object.keys(before)) expect([table, after[table]]).toEqual([table, before[table]]);
      await provesItself(shop);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('whatever was done since, the merge is taken back with books that agree, or stands and nothing moved', async () => {
  await fc.assert(
    fc.asyncProperty(history, history, async (steps, since) => {
      const pair = await openPair();
      for (const each of steps) await happen(pair, each);
      const { shop, cards } = pair;
      const ids = { intoId: cards.one.customerId, fromId: cards.other.customerId };
      shop.clock.pass(60);
      await shop.asOwner(mergeCustomers, ids);
      // Both cards are the kept customer's now.
      for (const [, what] of since.filter(([, each]) => each.does !== 'waits'))
        await happen(pair, ['one', what]);
      shop.clock.pass(60);
      const stands = await shop.everyRow();
      try {
        await shop.asOwner(undoMerge, ids);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'MergeUsed') throw error;
        expect(await shop.everyRow()).toBe(stands);
      }
      await provesItself(shop);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test.each([
  ['was given back', (shop: WholeShop, orderId: string) => cancel(shop, orderId, 'back')],
  ['grew', (shop: WholeShop, orderId: string) => deposit(shop, orderId, 50_000)],
  ['was collected with', (shop: WholeShop, orderId: string) => collect(shop, orderId)],
])(
  'stands when the deposit of an order that came over %s since: the money moved on one account',
  async (_, act) => {
    const { shop, ids, orderId } = await orderThatCameOver();
    await act(shop, orderId);
    shop.clock.pass(60);
    const stands = await shop.everyRow();
    await expect(shop.asOwner(undoMerge, ids)).rejects.toMatchObject({
      code: 'MergeUsed',
      data: { obstacle: 'creditSpent' },
    });
    expect(await shop.everyRow()).toBe(stands);
  },
);

test('an order that only moved on goes back with its deposit', async () => {
  const { shop, ids, orderId } = await orderThatCameOver();
  await move(shop, orderId, 'arrived');
  shop.clock.pass(60);
  await shop.asOwner(undoMerge, ids);
  expect(await shop.balance('storeCredit', ids.fromId)).toBe(-200_000);
  expect(await shop.balance('storeCredit', ids.intoId)).toBe(-300_000);
  await provesItself(shop);
});

async function collect(shop: WholeShop, orderId: string): Promise<void> {
  await move(shop, orderId, 'arrived');
  await move(shop, orderId, 'collected');
}

/** The one who is kept has money of their own on the account; the other came with an order and its deposit. */
async function orderThatCameOver() {
  const shop = await openWholeShop();
  const intoId = await shop.newCustomer('+998901112233');
  const fromId = await shop.newCustomer('+998905556677');
  await shop.putOnAccount(intoId, 300_000);
  const { orderId } = await order(shop, fromId, { deposit: cash(200_000) });
  shop.clock.pass(60);
  const ids = { intoId, fromId };
  await shop.asOwner(mergeCustomers, ids);
  shop.clock.pass(60);
  return { shop, ids, orderId };
}
