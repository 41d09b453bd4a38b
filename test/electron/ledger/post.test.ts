/** Postings balance, move the accounts they name, and are written once for each document and reason. */
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { balanceOf, post } from '../../../electron/ledger/inTransaction.ts';
import { cashInPosting, cashOutPosting } from '../../../shared/ledger/otherPostings.ts';
import { balanced, credit, debit, type Posting } from '../../../shared/ledger/posting.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';
import { openTestTill, type TestTill } from '../../till.ts';
import { accountsAndSums } from '../sale/counter.ts';

async function openShop(): Promise<TestTill> {
  const shop = await openTestTill();
  onTestFinished(shop.close);
  return shop;
}

function write(shop: TestTill, posting: Posting, documentId = shop.newId(), reason = 'float') {
  const cause = { id: shop.newId(), documentKind: 'shiftOpened', documentId, reason, at: shop.clock.now };
  return transact(shop.db, (trx) => post(trx, posting, { ...cause, businessDay: businessDay('2026-11-22') }));
}

test('cash that comes in and goes out moves the drawer and the world outside', async () => {
  const shop = await openShop();
  await write(shop, cashInPosting('till', som(100_000)));
  await write(shop, cashOutPosting('till', som(30_000), 'expense'));
  expect(await balanceOf(shop.db, 'cashDrawer', 'till')).toBe(70_000);
  expect(await balanceOf(shop.db, 'cashOutsideTill')).toBe(-100_000);
  expect(await balanceOf(shop.db, 'expense')).toBe(30_000);
  expect(await balanceOf(shop.db, 'cashDrawer', 'another till')).toBe(0);
});

test('what does not balance is never written', async () => {
  const shop = await openShop();
  const before = await shop.everyRow();
  const crooked = [debit('cashDrawer', som(100), 'till'), credit('sales', som(99))];
  await expect(write(shop, crooked)).rejects.toThrow('balance');
  expect(await shop.everyRow()).toBe(before);
});

test('nothing moved is nothing written', async () => {
  const shop = await openShop();
  const before = await shop.everyRow();
  await write(shop, cashInPosting('till', som(0)));
  expect(await shop.everyRow()).toBe(before);
});

test('a document posts for one reason once', async () => {
  const shop = await openShop();
  await write(shop, cashInPosting('till', som(100)), 'shift 1', 'float');
  await write(shop, cashInPosting('till', som(100)), 'shift 1', 'count');
  await expect(write(shop, cashInPosting('till', som(100)), 'shift 1', 'float')).rejects.toThrow();
  expect(await balanceOf(shop.db, 'cashDrawer', 'till')).toBe(200);
});

test('an account that stands in a posting twice moves by both, in one step', async () => {
  const shop = await openShop();
  const spentAndEarned = balanced([
    debit('bonusLiability', som(20_000), 'customer'),
    debit('bonusCost', som(1_095)),
    credit('sales', som(20_000)),
    credit('bonusLiability', som(1_095), 'customer'),
  ]);
  await write(shop, spentAndEarned);
  expect(await balanceOf(shop.db, 'bonusLiability', 'customer')).toBe(18_905);
});

test('whatever is posted, every account is the sum of its entries and all accounts together are nothing', async () => {
  const shop = await openShop();
  const kinds = ['cashDrawer', 'sales', 'bonusLiability', 'discounts'] as const;
  const entry = fc.record({
    account: fc.constantFrom(...kinds),
    subjectId: fc.constantFrom('one', 'two'),
    amountSom: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(som),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), async (entries) => {
      const sum = entries.reduce((total, each) => total + each.amountSom, 0);
      await write(shop, balanced([...entries, credit('rounding', som(sum))]));
      const { accounts, sums } = await accountsAndSums(shop.db);
      expect(accounts).toEqual(sums);
      expect(accounts.reduce((total, account) => total + account.balance_som, 0)).toBe(0);
    }),
    { numRuns: 40 },
  );
});
