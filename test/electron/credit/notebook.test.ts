/** The paper notebook: every line becomes a debt of one customer, and the sums stand in the ledger. */
import { expect, test } from 'vitest';
import { listNotebook } from '../../../electron/credit/notebook.ts';
import { consents } from '../../../electron/customer/consentVerbs.ts';
import { type CreditShop, openCreditShop } from './creditShop.ts';

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** One phone in the spellings of a notebook that many hands wrote. */
const spellings = [
  (line: number) => `90 123 45 ${twoDigits(line)}`,
  (line: number) => `+998 (90) 123-45-${twoDigits(line)}`,
  (line: number) => `8 90 1234 5 ${twoDigits(line)}`,
];

test('sixty lines in many spellings are fifty customers, and not one soʻm is lost', async () => {
  const shop = await openCreditShop();
  // Lines 50 to 59 name the phones of lines 0 to 9 once more, spelt another way.
  const answers = [];
  for (let line = 0; line < 60; line += 1) {
    const spelling = spellings[line % spellings.length] ?? String;
    answers.push(
      await shop.note({
        name: `Qarzdor ${line}`,
        phone: spelling(line < 50 ? line : line - 50),
        amountSom: 10_000 + line,
        since: '2026-10-01',
      }),
    );
  }
  expect(answers.filter(({ isNewCustomer }) => isNewCustomer)).toHaveLength(50);
  expect(new Set(answers.map(({ customerId }) => customerId)).size).toBe(50);
  expect(answers[53]).toMatchObject({
    customerId: answers[3]?.customerId,
    name: 'Qarzdor 3',
    openSom: 10_003 + 10_053,
  });
  // 60 × 10 000 and 0 + 1 + … + 59.
  expect(await shop.balance('openingBalance')).toBe(-601_770);
  await shop.proveBalance();
  const page = await shop.call(listNotebook, { limit: 200 });
  expect(page.rows.reduce((sum, row) => sum + row.openSom, 0)).toBe(601_770);
});

test('the phone finds its living owner, whoever the notebook says it is', async () => {
  const shop = await openCreditShop();
  const customerId = await shop.newCustomer('+998901234567', null, 'Dilorom');
  const noted = await shop.note({ name: 'Dilya opa', phone: '901234567', amountSom: 25_000 });
  expect(noted).toMatchObject({ customerId, name: 'Dilorom', isNewCustomer: false, openSom: 25_000 });
});

test('whoever is made from the notebook has given no consent, no phone is no registration', async () => {
  const shop = await openCreditShop();
  const known = await shop.note({ name: "G'ulom aka", phone: '90 123 45 67', amountSom: 1_000 });
  const unknown = await shop.note({ name: 'Hovlidagi usta', amountSom: 2_000 });
  expect([known.name, known.phone, unknown.phone]).toEqual(['Gʻulom aka', '+998901234567', null]);
  const { acts } = await shop.call(consents, { customerId: known.customerId });
  expect(acts).toEqual([]);
  const rows = await shop.db
    .selectFrom('customer')
    .select(['id', 'is_registered', 'name'])
    .where('id', 'in', [known.customerId, unknown.customerId])
    .orderBy('is_registered')
    .execute();
  expect(rows.map((row) => [row.name, row.is_registered])).toEqual([
    ['Hovlidagi usta', 0],
    ['Gʻulom aka', 1],
  ]);
  const documents = await shop.db
    .selectFrom('journal')
    .select('document_kind')
    .where('document_kind', '=', 'customerCreated')
    .execute();
  expect(documents).toEqual([]);
});

test('two lines without a phone are two people, even of one name', async () => {
  const shop = await openCreditShop();
  const first = await shop.note({ name: 'Ali', amountSom: 1_000 });
  const second = await shop.note({ name: 'Ali', amountSom: 2_000 });
  expect(second.isNewCustomer).toBe(true);
  expect(second.customerId).not.toBe(first.customerId);
});

test('a day that is not given is the shop’s days from today, because nobody promised one before', async () => {
  const shop = await openCreditShop({ settings: { debtDays: 20 } });
  const { customerId } = await shop.note({ name: 'Ali', amountSom: 1_000, since: '2026-03-01' });
  await shop.note({ name: 'Vali', phone: '901112233', amountSom: 1_000, dueOn: '2026-11-05' });
  const { debts } = await shop.account(customerId);
  expect(debts).toMatchObject([{ origin: 'notebook', takenOn: '2026-03-01', dueOn: '2026-12-12' }]);
});

test('a line must name somebody, a phone that can be one, and days in their order', async () => {
  const shop = await openCreditShop();
  const before = await shop.everyRow();
  const refused = async (line: Parameters<CreditShop['note']>[0]) =>
    (await shop.refusal(shop.note(line))).code;
  expect(await refused({ amountSom: 1_000 })).toBe('NameOrPhoneNeeded');
  expect(await refused({ name: 'Ali', phone: '12', amountSom: 1_000 })).toBe('PhoneNotUnderstood');
  expect(await refused({ name: 'Ali', amountSom: 1_000, since: '2026-11-23' })).toBe('DaysWrong');
  expect(await refused({ name: 'Ali', amountSom: 1_000, since: '2026-11-02', dueOn: '2026-11-01' })).toBe(
    'DaysWrong',
  );
  expect(await shop.everyRow()).toBe(before);
});

test('pages of the notebook come newest first, each line once', async () => {
  const shop = await openCreditShop();
  for (let line = 1; line <= 5; line += 1) {
    shop.clock.pass(1);
    await shop.note({ name: `Qarzdor ${line}`, amountSom: line, note: `${line}-bet` });
  }
  const first = await shop.call(listNotebook, { limit: 3 });
  const second = await shop.call(listNotebook, { limit: 3, cursor: first.nextCursor });
  expect([...first.rows, ...second.rows].map((row) => row.note)).toEqual([
    '5-bet',
    '4-bet',
    '3-bet',
    '2-bet',
    '1-bet',
  ]);
  expect(second.nextCursor).toBeNull();
});
