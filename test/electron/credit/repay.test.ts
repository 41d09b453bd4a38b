/** Rule 24: a payment settles the oldest debts first, never more than is owed, and its slip says what is left. */
import { expect, test } from 'vitest';
import { type CreditShop, cash, click, onAccount, openCreditShop } from './creditShop.ts';

/** Somebody who owes 30 000 since 1 May and 20 000 since 9 May. */
async function debtor(shop: CreditShop): Promise<string> {
  const phone = '90 123 45 67';
  await shop.note({ name: 'Oʻktam', phone, amountSom: 20_000, since: '2026-05-09', dueOn: '2026-12-09' });
  const { customerId } = await shop.note({
    phone,
    amountSom: 30_000,
    since: '2026-05-01',
    dueOn: '2026-12-30',
    note: 'un',
  });
  return customerId;
}
const open = async (shop: CreditShop, customerId: string) =>
  (await shop.account(customerId)).debts.map((debt) => [debt.takenOn, debt.openSom]);

test('40 000 settles the 30 000 of 1 May and 10 000 of 9 May', async () => {
  const shop = await openCreditShop();
  const customerId = await debtor(shop);
  expect(await shop.repay(customerId, 40_000, cash(50_000))).toEqual({
    number: 1,
    changeSom: 10_000,
    openSom: 10_000,
    bonusEarnedSom: 0,
  });
  expect(await open(shop, customerId)).toEqual([
    ['2026-05-09', 10_000],
    ['2026-05-01', 0],
  ]);
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(140_000);
  expect(await shop.balance('customerDebt', customerId)).toBe(10_000);
  await shop.proveBalance();
});

test('parts add up to the whole, each with the next number', async () => {
  const shop = await openCreditShop();
  const customerId = await debtor(shop);
  expect((await shop.repay(customerId, 1)).openSom).toBe(49_999);
  expect((await shop.repay(customerId, 29_999, click)).openSom).toBe(20_000);
  expect(await shop.repay(customerId, 20_000)).toMatchObject({ number: 3, openSom: 0 });
  expect(await shop.balance('customerDebt', customerId)).toBe(0);
  expect(await shop.balance('qr', 'click')).toBe(29_999);
  const parts = await shop.db.selectFrom('debt_payment_part').select('amount_som').execute();
  expect(parts.map((part) => part.amount_som).sort((a, b) => a - b)).toEqual([1, 20_000, 29_999]);
  await shop.proveBalance();
});

test('one soʻm more than is owed is refused with what is owed, and nothing is written', async () => {
  const shop = await openCreditShop();
  const customerId = await debtor(shop);
  const before = await shop.everyRow();
  expect(await shop.refusal(shop.repay(customerId, 50_001))).toEqual({
    code: 'RepaymentTooMuch',
    data: { openSom: 50_000 },
  });
  expect(await shop.refusal(shop.repay(customerId, 50_000, cash(49_000)))).toEqual({
    code: 'CashTooLittle',
    data: { missingSom: 1_000 },
  });
  expect(await shop.everyRow()).toBe(before);
});

test('what lies on the customer’s account pays a debt without any money, and not one soʻm further', async () => {
  const shop = await openCreditShop();
  const customerId = await debtor(shop);
  await shop.putOnAccount(customerId, 15_000);
  expect(await shop.refusal(shop.repay(customerId, 15_001, onAccount))).toEqual({
    code: 'StoreCreditNotEnough',
    data: { balanceSom: 15_000 },
  });
  expect(await shop.repay(customerId, 15_000, onAccount)).toMatchObject({ changeSom: 0, openSom: 35_000 });
  const { storeCreditSom, openSom, movements } = await shop.account(customerId);
  expect([storeCreditSom, openSom]).toEqual([0, 35_000]);
  expect(movements.map(({ account, kind, amountSom }) => [account, kind, amountSom])).toEqual(
    expect.arrayContaining([
      ['debt', 'repaid', -15_000],
      ['storeCredit', 'paid', -15_000],
      ['storeCredit', 'corrected', 15_000],
      ['debt', 'noted', 30_000],
      ['debt', 'noted', 20_000],
    ]),
  );
  expect(await shop.balance('cashDrawer', shop.till.host().tillId)).toBe(100_000);
  await shop.proveBalance();
});

test('money needs an open shift, the customer’s own account does not', async () => {
  const shop = await openCreditShop();
  const customerId = await debtor(shop);
  await shop.putOnAccount(customerId, 1_000);
  await shop.closeShift(100_000);
  expect((await shop.refusal(shop.repay(customerId, 1_000))).code).toBe('ShiftNotOpen');
  expect((await shop.repay(customerId, 1_000, onAccount)).openSom).toBe(49_000);
});

test('of two payments at two windows at once only as much gets through as is owed', async () => {
  const shop = await openCreditShop();
  const customerId = await debtor(shop);
  await shop.putOnAccount(customerId, 30_000);
  const outcomes = await Promise.allSettled([
    shop.repay(customerId, 30_000, onAccount),
    shop.repay(customerId, 30_000, onAccount),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await shop.balance('storeCredit', customerId)).toBe(0);
  await shop.proveBalance();
});

test('the slip names the debts it settled, the change and what is left until when', async () => {
  const shop = await openCreditShop();
  await shop.addPrinter();
  const customerId = await debtor(shop);
  await shop.repay(customerId, 40_000, cash(50_000));
  const lines = (await shop.paper('debtRepaid')).map((line) => line.replace(/ {2,}/, ' | '));
  expect(lines).toEqual([
    'Sinov',
    '-'.repeat(48),
    "Qarz to'lovi",
    '№1 | 22.11.2026 11:00',
    'Kassir | Kassir',
    "O'ktam",
    '-'.repeat(48),
    '01.05.2026, daftardan: un | 30 000',
    '09.05.2026, daftardan | 10 000',
    '-'.repeat(48),
    "TO'LANDI | 40 000",
    'Naqd | 40 000',
    'Olindi | 50 000',
    'Qaytim | 10 000',
    '-'.repeat(48),
    "Qolgan qarz | 10 000 so'm",
    "Keyingi to'lov kuni | 09.12.2026",
    '-'.repeat(48),
    'Rahmat!',
    'FISKAL CHEK EMAS',
    '[cut]',
  ]);
});

test('the last slip says that nothing is owed any more', async () => {
  const shop = await openCreditShop();
  await shop.addPrinter();
  const customerId = await debtor(shop);
  await shop.repay(customerId, 50_000);
  const lines = await shop.paper('debtRepaid');
  expect(lines).toContain('Qarz qolmadi');
  expect(lines.join('\n')).not.toContain('Qolgan qarz');
});
