/** A customer's balance: what lots hold, what a return left owing, and the movements that made it. */
import { expect, test } from 'vitest';
import { transact } from '../../../electron/database/transact.ts';
import { post } from '../../../electron/ledger/inTransaction.ts';
import { bonusAccount } from '../../../electron/loyalty/verbs.ts';
import { attachLater } from '../../../electron/sale/attachLater.ts';
import { bonusCorrectionPosting } from '../../../shared/ledger/otherPostings.ts';
import { businessDay } from '../../../shared/time.ts';
import { accountsAndSums, type Counter, openCounter } from '../sale/counter.ts';

const som = (amount: number) => amount as never;

/** What a return does when the bonus is spent already: the balance goes below zero. */
async function owes(shop: Counter, customerId: string, amountSom: number): Promise<void> {
  await transact(shop.db, (trx) =>
    post(trx, bonusCorrectionPosting(customerId, som(-amountSom)), {
      id: shop.newId(),
      documentKind: 'return',
      documentId: shop.newId(),
      businessDay: businessDay('2026-11-22'),
      at: shop.clock.now,
      reason: 'takenBack',
    }),
  );
}

test('the next earning repays a balance below zero, and only the rest can be spent', async () => {
  const shop = await openCounter();
  const { card, customerId } = await shop.cardHolder();
  await owes(shop, customerId, 300);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer).toMatchObject({ bonusSom: -300, spendableSom: 0 });
  const sold = await shop.cashier.pay();
  expect(sold).toMatchObject({ bonusEarnedSom: 910, bonusBalanceSom: 610 });
  await shop.cashier.scan(card);
  expect(shop.cashier.seen().customer).toMatchObject({ bonusSom: 610, spendableSom: 610 });
  const { accounts, sums } = await accountsAndSums(shop.db);
  expect(accounts).toEqual(sums);
});

test('a small earning repays a part and makes no lot', async () => {
  const shop = await openCounter();
  const { card, customerId } = await shop.cardHolder();
  await owes(shop, customerId, 1_000);
  await shop.cashier.put('c');
  await shop.cashier.scan(card);
  expect(await shop.cashier.pay()).toMatchObject({ bonusEarnedSom: 166, bonusBalanceSom: -834 });
  expect(await shop.db.selectFrom('bonus_lot').selectAll().execute()).toEqual([]);
});

test('bonus that was claimed repays a balance below zero too', async () => {
  const shop = await openCounter();
  const { customerId } = await shop.cardHolder();
  await owes(shop, customerId, 300);
  await shop.cashier.put('b');
  const { claimCode } = await shop.cashier.pay();
  const give = { intentionId: shop.newId(), code: claimCode ?? '', customerId };
  expect(await shop.call(attachLater, give)).toEqual({ bonusSom: 910, bonusBalanceSom: 610 });
  const account = await shop.call(bonusAccount, { customerId });
  expect(account).toMatchObject({ balanceSom: 610, spendableSom: 610 });
});

test('a customer’s account tells every movement with its receipt', async () => {
  const shop = await openCounter();
  const { card, customerId } = await shop.cardHolder();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  shop.clock.pass(60);
  await shop.cashier.put('b');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: som(10_000) });
  await shop.cashier.pay();
  const account = await shop.call(bonusAccount, { customerId });
  expect(account).toMatchObject({ balanceSom: 10_710, spendableSom: 10_710, nextExpiryOn: null });
  const movements = account.movements.map(({ kind, amountSom, receiptNumber }) => [
    kind,
    amountSom,
    receiptNumber,
  ]);
  expect(movements.slice(0, 2).sort()).toEqual([
    ['earned', 710, 2],
    ['spent', -10_000, 2],
  ]);
  expect(movements.slice(2)).toEqual([['earned', 20_000, 1]]);
});

test('two windows cannot spend the same bonus', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('tv');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  const first = shop.desk('first');
  const second = shop.desk('second');
  first.listen();
  for (const window of [first, second]) {
    await window.put('tv');
    await window.scan(card);
    await window.change({ kind: 'spendBonus', amountSom: som(20_000) });
  }
  expect(first.seen().saleId).not.toBe(second.seen().saleId);
  expect((await first.pay()).bonusSpentSom).toBe(20_000);
  const before = await shop.everyRow();
  const refused = await shop.refusal(second.pay());
  expect(refused.code).toBe('PriceChanged');
  // What is left is the 19 600 that the first sale earned.
  expect(refused.data).toMatchObject({ basket: { bonusToSpendSom: 19_600, bonusAtMostSom: 19_600 } });
  expect(await shop.everyRow()).toBe(before);
});
