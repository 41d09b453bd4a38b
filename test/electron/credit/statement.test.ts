/** The statement that a customer signs: every open debt, their sum, and the lines to sign on. */
import { expect, test } from 'vitest';
import { printStatement } from '../../../electron/credit/statement.ts';
import { type CreditShop, openCreditShop } from './creditShop.ts';

const print = (shop: CreditShop, customerId: string) =>
  shop.call(printStatement(shop.till.parts), { intentionId: shop.newId(), customerId });
const lines = async (shop: CreditShop) =>
  (await shop.paper('debtStatement')).map((line) => line.replace(/ {2,}/, ' | '));

test('names each debt with what is left of it, and their sum', async () => {
  const shop = await openCreditShop();
  await shop.addPrinter();
  const customerId = await shop.newCustomer('+998901234567', null, 'Oʻktam');
  const phone = '901234567';
  await shop.note({ phone, amountSom: 30_000, since: '2026-05-01', dueOn: '2026-11-21', note: 'un' });
  await shop.note({ phone, amountSom: 20_000, since: '2026-05-09', dueOn: '2026-11-22' });
  await shop.repay(customerId, 12_000);
  await print(shop, customerId);
  expect(await lines(shop)).toEqual([
    'Sinov',
    '-'.repeat(48),
    'QARZ VARAQASI',
    'Sana | 22.11.2026',
    "O'ktam",
    '+998 ** *** 45 67',
    '-'.repeat(48),
    '01.05.2026, daftardan: un | 18 000',
    'Olingan | 30 000',
    'Uzilgan | -12 000',
    "Muddati: 21.11.2026, muddati o'tgan",
    '09.05.2026, daftardan | 20 000',
    'Muddati: 22.11.2026',
    '-'.repeat(48),
    'JAMI | 38 000',
    "shundan muddati o'tgani | 18 000 so'm",
    '[feed]',
    'Yuqoridagi qarzni tan olaman va muddatida',
    "to'layman.",
    '[feed]',
    'Imzo: ________________',
    '[feed]',
    "Do'kon vakili: ________________",
    '[cut]',
  ]);
});

test('whoever gave no consent yet is asked for it on the same paper, in their own language', async () => {
  const shop = await openCreditShop();
  await shop.addPrinter();
  const { customerId } = await shop.note({ name: 'Ольга', phone: '901234567', amountSom: 30_000 });
  await shop.speak(customerId, 'ru');
  await print(shop, customerId);
  const text = (await lines(shop)).join('\n');
  expect(text).toContain('ВЫПИСКА О ДОЛГЕ');
  expect(text).toMatch(/Согласны ли вы, чтобы наш магазин/);
  expect(text).toMatch(/Согласен \(согласна\), подпись: _+\n\[cut\]$/);
});

test('a shop without a printer says so, and nothing is written', async () => {
  const shop = await openCreditShop();
  const { customerId } = await shop.note({ name: 'Ali', amountSom: 30_000 });
  const before = await shop.everyRow();
  expect((await shop.refusal(print(shop, customerId))).code).toBe('NoPrinter');
  expect(await shop.everyRow()).toBe(before);
});
