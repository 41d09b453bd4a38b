/** Who is reminded first: the list of those who owe, and what is owed by how late it is. */
import { expect, test } from 'vitest';
import { changeDueDay, setCreditLimit } from '../../../electron/credit/account.ts';
import { listDebtors } from '../../../electron/credit/debtors.ts';
import { withdrawConsent } from '../../../electron/customer/consentVerbs.ts';
import { createCustomer } from '../../../electron/customer/create.ts';
import { consentVersion } from '../../../shared/customer/consent.ts';
import { som } from '../../../shared/money.ts';
import { testWindow } from '../../till.ts';
import { type CreditShop, day, office, openCreditShop } from './creditShop.ts';

const debtors = (shop: CreditShop, asked: Partial<Parameters<typeof list>[1]> = {}) => list(shop, asked);
const list = (
  shop: CreditShop,
  asked: { show?: 'all' | 'overdue' | 'dueSoon'; search?: string; cursor?: string | null; limit?: number },
) => shop.call(listDebtors, asked);
const setLimit = (shop: CreditShop, customerId: string, limitSom: number | null, key = office) =>
  shop.call(
    setCreditLimit,
    { intentionId: shop.newId(), customerId, limitSom: limitSom === null ? null : som(limitSom) },
    key,
  );

/** Today is 22 November. */
async function openStreet() {
  const shop = await openCreditShop();
  const line = async (name: string, phone: string, amountSom: number, dueOn: string) =>
    (await shop.note({ name, phone, amountSom, since: '2026-06-01', dueOn })).customerId;
  return {
    shop,
    later: await line('Kamola', '90 111 11 11', 40_000, '2026-12-30'),
    soon: await line('Qodir', '90 222 22 22', 20_000, '2026-11-25'),
    today: await line('Sherzod', '90 333 33 33', 7_000, '2026-11-22'),
    yesterday: await line('Oʻktam', '90 444 44 44', 10_000, '2026-11-21'),
    longAgo: await line('Gʻulom', '90 555 55 55', 5_000, '2026-07-01'),
  };
}

test('the most urgent come first: those who are late longest, then those who must pay next', async () => {
  const { shop, later, soon, today, yesterday, longAgo } = await openStreet();
  const all = await debtors(shop);
  expect(all.debtors.map(({ customerId }) => customerId)).toEqual([longAgo, yesterday, today, soon, later]);
  expect([all.openSom, all.customers]).toEqual([82_000, 5]);
  const ids = async (show: 'overdue' | 'dueSoon') =>
    (await debtors(shop, { show })).debtors.map(({ customerId }) => customerId);
  expect(await ids('overdue')).toEqual([longAgo, yesterday]);
  expect(await ids('dueSoon')).toEqual([today, soon]);
});

test('the ageing report adds up to everything that is owed', async () => {
  const { shop } = await openStreet();
  const { ageing, openSom } = await debtors(shop);
  expect(ageing).toEqual([
    { age: 'notDue', openSom: 67_000, debts: 3 },
    { age: 'upTo7', openSom: 10_000, debts: 1 },
    { age: 'upTo30', openSom: 0, debts: 0 },
    { age: 'upTo90', openSom: 0, debts: 0 },
    { age: 'over90', openSom: 5_000, debts: 1 },
  ]);
  expect(ageing.reduce((sum, each) => sum + each.openSom, 0)).toBe(openSom);
});

test('a debtor’s line adds their debts and tells their earliest day', async () => {
  const { shop, soon } = await openStreet();
  await shop.note({ phone: '902222222', amountSom: 3_000, since: '2026-05-05', dueOn: '2026-11-20' });
  const { debtors: found } = await debtors(shop, { search: 'Qodir' });
  expect(found).toEqual([
    {
      customerId: soon,
      name: 'Qodir',
      // A cashier asks: the end of the phone is enough to know whose it is.
      phone: '+998 •• ••• 22 22',
      language: null,
      openSom: 23_000,
      overdueSom: 3_000,
      dueOn: '2026-11-20',
      oldestOn: '2026-05-05',
      limitSom: null,
      mayMessage: false,
    },
  ]);
});

test('a name is found in any script and with any apostrophe, a phone by its digits', async () => {
  const { shop, yesterday, longAgo, soon } = await openStreet();
  const found = async (search: string) =>
    (await debtors(shop, { search })).debtors.map(({ customerId }) => customerId);
  expect(await found('Ўктам')).toEqual([yesterday]);
  expect(await found("o'kt")).toEqual([yesterday]);
  expect(await found('Ғулом')).toEqual([longAgo]);
  expect(await found('222-22-22')).toEqual([soon]);
  expect(await found('Anvar')).toEqual([]);
});

test('pages neither lose nor repeat a debtor, also where many must pay on one day', async () => {
  const shop = await openCreditShop();
  const noted: string[] = [];
  for (let count = 10; count < 17; count += 1) {
    const dueOn = count % 2 === 0 ? '2026-12-01' : '2026-12-02';
    const line = { name: 'Ali', phone: `9012345${count}`, amountSom: 1_000, dueOn };
    noted.push((await shop.note(line)).customerId);
  }
  const read: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await debtors(shop, { cursor, limit: 3 });
    read.push(...page.debtors.map(({ customerId }) => customerId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(read).toHaveLength(7);
  expect(read.toSorted()).toEqual(noted.toSorted());
});

test('whoever allowed messages is told apart from whoever must be called', async () => {
  const shop = await openCreditShop();
  const { customer } = await shop.call(createCustomer, {
    intentionId: shop.newId(),
    phone: '901234567',
    name: 'Nodira',
    language: 'uz',
    consentProfile: true,
    consentMessages: true,
    consentVersion,
    consentLanguage: 'uz',
    cardNumber: null,
  });
  await shop.note({ phone: '901234567', amountSom: 1_000 });
  await shop.note({ name: 'Ali', phone: '907654321', amountSom: 1_000 });
  const mayMessage = async () =>
    (await debtors(shop)).debtors.filter((each) => each.mayMessage).map(({ name }) => name);
  expect(await mayMessage()).toEqual(['Nodira']);
  const taken = { intentionId: shop.newId(), customerId: customer.id };
  await shop.call(withdrawConsent, { ...taken, subjects: ['sms', 'telegram', 'phone'] });
  expect(await mayMessage()).toEqual([]);
});

test('whoever has paid everything leaves the list', async () => {
  const { shop, yesterday } = await openStreet();
  await shop.repay(yesterday, 10_000);
  const { debtors: left, openSom, customers } = await debtors(shop, { show: 'overdue' });
  expect(left).toHaveLength(1);
  expect([openSom, customers]).toEqual([72_000, 4]);
});

test('a limit is the customer’s own, else the shop’s for everybody, and only who has a phone may have one', async () => {
  const shop = await openCreditShop({ settings: { debtLimitSom: som(100_000) } });
  const customerId = await shop.newCustomer('+998901112233');
  const stranger = (await shop.note({ name: 'Telefonsiz', amountSom: 1_000 })).customerId;
  const limit = async () => (await shop.account(customerId)).limitSom;
  expect(await limit()).toBe(100_000);
  await setLimit(shop, customerId, 500_000);
  expect(await limit()).toBe(500_000);
  await setLimit(shop, customerId, 0);
  expect(await limit()).toBeNull();
  await setLimit(shop, customerId, null);
  expect(await limit()).toBe(100_000);
  expect((await shop.refusal(setLimit(shop, stranger, 1_000))).code).toBe('DebtNeedsCustomer');
  expect((await shop.refusal(setLimit(shop, customerId, 1_000, testWindow))).code).toBe('NotAllowed');
  const lines = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'creditLimitSet')
    .orderBy('sequence')
    .execute();
  expect(lines.map((line) => JSON.parse(line.content_json).content)).toEqual([
    { limitSom: 500_000 },
    { limitSom: 0 },
    { limitSom: null },
  ]);
});

test('a debt gets another day, never one before it was taken, and the journal keeps both', async () => {
  const { shop, yesterday } = await openStreet();
  const [debt] = (await shop.account(yesterday)).debts;
  const change = (dueOn: string) =>
    shop.call(
      changeDueDay,
      { intentionId: shop.newId(), debtId: debt?.debtId ?? '', dueOn: day(dueOn) },
      office,
    );
  await change('2026-12-21');
  expect((await shop.account(yesterday)).overdueSom).toBe(0);
  expect((await shop.refusal(change('2026-05-31'))).code).toBe('DaysWrong');
  const line = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'debtDueChanged')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(line.content_json).content).toEqual({
    debtId: debt?.debtId,
    dueOn: '2026-12-21',
    before: '2026-11-21',
  });
});
