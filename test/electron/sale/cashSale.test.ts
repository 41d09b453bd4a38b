import { expect, test } from 'vitest';
import { completeSale } from '../../../electron/sale/complete.ts';
import { listRecentSales, showReceipt } from '../../../electron/sale/receipts.ts';
import { basisPoints } from '../../../shared/money.ts';
import { accountsAndSums, cashTender, humoTender, openCounter } from './counter.ts';

const withVat = { settings: { vatBasisPoints: basisPoints(1200) } };

test('a cash sale is kept with its lines, its payment and the change that was given', async () => {
  const shop = await openCounter(withVat);
  await shop.cashier.put('a', 'a', 'b', 'c');
  const sold = await shop.cashier.pay({ receivedCashSom: 100_000 });
  expect(sold).toMatchObject({ number: 1, netSom: 79_780, receivedCashSom: 100_000, changeSom: 20_220 });
  expect(await shop.db.selectFrom('sale').selectAll().execute()).toMatchObject([
    {
      id: sold.saleId,
      number: 1,
      business_day: '2026-11-22',
      person_id: shop.cashierId,
      gross_som: 79_780,
      net_som: 79_780,
      vat_som: 8_548,
      received_cash_som: 100_000,
      change_som: 20_220,
      line_count: 3,
    },
  ]);
  const lines = await shop.db.selectFrom('sale_line').selectAll().orderBy('line_no').execute();
  expect(
    lines.map((line) => [line.quantity_thousandths, line.net_som, line.vat_som, line.money_share_som]),
  ).toEqual([
    [2_000, 25_980, 2_784, 25_980],
    [1_000, 45_500, 4_875, 45_500],
    [1_000, 8_300, 889, 8_300],
  ]);
  expect(await shop.db.selectFrom('sale_tender').selectAll().execute()).toMatchObject([
    { tender_no: 1, kind: 'cash', provider: null, amount_som: 79_780 },
  ]);
});

test('a sale is posted once, the posting balances and moves what it says', async () => {
  const shop = await openCounter(withVat);
  await shop.cashier.put('a', 'a', 'b', 'c');
  const sold = await shop.cashier.pay();
  const posting = await shop.db
    .selectFrom('posting')
    .selectAll()
    .where('document_kind', '=', 'sale')
    .execute();
  expect(posting).toMatchObject([{ document_id: sold.saleId, reason: 'sale', business_day: '2026-11-22' }]);
  const entries = await shop.db
    .selectFrom('posting_entry')
    .select(['account_kind', 'amount_som'])
    .where('posting_id', '=', posting[0]?.id ?? '')
    .orderBy('entry_no')
    .execute();
  expect(entries.map((entry) => [entry.account_kind, entry.amount_som])).toEqual([
    ['cashDrawer', 79_780],
    ['sales', -71_232],
    ['vat', -8_548],
    ['bonusCost', 1_595],
    ['bonusLiability', -1_595],
  ]);
});

test('every account always holds the sum of its entries', async () => {
  const shop = await openCounter(withVat);
  const { card } = await shop.cardHolder();
  await shop.cashier.put('b', 'b');
  await shop.cashier.scan(card);
  await shop.cashier.pay();
  await shop.cashier.put('a', 'b');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'spendBonus', amountSom: 1_000 as never });
  await shop.cashier.pay();
  await shop.cashier.put('tv');
  await shop.cashier.pay({ tenders: [humoTender(900_000), cashTender(100_000)], receivedCashSom: 100_000 });
  const { accounts, sums } = await accountsAndSums(shop.db);
  expect(accounts).toEqual(sums);
  expect(accounts.reduce((sum, account) => sum + account.balance_som, 0)).toBe(0);
  expect(accounts).toContainEqual({ kind: 'terminal', subject_id: 'humo', balance_som: 900_000 });
});

test('receipts are numbered 1, 2, 3: a sale that was refused takes no number', async () => {
  const shop = await openCounter();
  const { cashier } = shop;
  await cashier.put('a');
  expect((await cashier.pay()).number).toBe(1);
  await cashier.put('b');
  expect(await shop.refusal(cashier.pay({ receivedCashSom: 45_000 }))).toEqual({
    code: 'CashTooLittle',
    data: { missingSom: 500 },
  });
  expect((await cashier.pay()).number).toBe(2);
  await cashier.put('c');
  expect((await cashier.pay()).number).toBe(3);
});

test('a sale that was asked for twice is done once and answered the same', async () => {
  const shop = await openCounter();
  const { cashier } = shop;
  await cashier.put('b');
  const payment = cashier.payment();
  const first = await cashier.pay(payment);
  const before = await shop.everyRow();
  shop.clock.pass(60);
  expect(await shop.call(completeSale(shop.till.parts), payment)).toEqual(first);
  expect(await shop.everyRow()).toBe(before);
});

test('the id of an intention that was done stands for nothing else', async () => {
  const shop = await openCounter();
  const { cashier } = shop;
  await cashier.put('b');
  const payment = cashier.payment();
  await cashier.pay(payment);
  const before = await shop.everyRow();
  const complete = completeSale(shop.till.parts);
  const other = shop.call(complete, { ...payment, receivedCashSom: 50_000 });
  expect((await shop.refusal(other)).code).toBe('IntentionConflict');
  const again = shop.call(complete, { ...payment, intentionId: shop.newId() });
  expect((await shop.refusal(again)).code).toBe('BasketGone');
  expect(await shop.everyRow()).toBe(before);
});

test('the receipt and the opening of the drawer are queued with the sale', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  await shop.cashier.put('b');
  const { saleId } = await shop.cashier.pay();
  const jobs = await shop.db.selectFrom('print_job').selectAll().orderBy('kind').execute();
  expect(jobs.map((job) => [job.kind, job.document_kind, job.document_id, job.purpose])).toEqual([
    ['drawer', 'sale', saleId, 'original'],
    ['paper', 'sale', saleId, 'original'],
  ]);
  expect(jobs[1]?.blocks_json).toMatch(/45\s500/);
});

test('a sale by card leaves the drawer shut; a shop without a printer queues no paper', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b');
  await shop.cashier.pay();
  expect(await shop.db.selectFrom('print_job').selectAll().execute()).toEqual([]);
  await shop.addPrinter();
  await shop.cashier.put('b');
  await shop.cashier.pay({ tenders: [humoTender(45_500)], receivedCashSom: 0 });
  const jobs = await shop.db.selectFrom('print_job').select('kind').execute();
  expect(jobs).toEqual([{ kind: 'paper' }]);
});

test('payments must cover the sum exactly, and only what the shop takes is taken', async () => {
  const shop = await openCounter();
  const { cashier } = shop;
  await cashier.put('b');
  const pays = (tenders: ReturnType<typeof cashTender>[], receivedCashSom = 0) =>
    shop.refusal(cashier.pay({ tenders, receivedCashSom }));
  expect(await pays([humoTender(45_000)])).toEqual({ code: 'TendersDoNotCover', data: { missingSom: 500 } });
  expect(await pays([humoTender(46_000)])).toEqual({ code: 'TendersDoNotCover', data: { missingSom: -500 } });
  expect(await pays([])).toEqual({ code: 'TendersDoNotCover', data: { missingSom: 45_500 } });
  expect(await pays([{ ...cashTender(45_500), kind: 'debt' }])).toEqual({
    code: 'TenderNotAccepted',
    data: { kind: 'debt' },
  });
  const twice = [cashTender(45_000), cashTender(500)];
  expect((await pays(twice, 45_500)).code).toBe('TenderNotAccepted');
  expect(await shop.db.selectFrom('sale').selectAll().execute()).toEqual([]);
});

test('cash is rounded down to the step of the shop, and the rounding is posted', async () => {
  const shop = await openCounter({ settings: { cashRoundingSom: 500 } });
  await shop.cashier.put('a');
  expect(shop.cashier.seen()).toMatchObject({ totalSom: 12_990, dueCashSom: 12_500 });
  const sold = await shop.cashier.pay({ receivedCashSom: 20_000 });
  expect(sold).toMatchObject({ netSom: 12_990, changeSom: 7_500 });
  const { accounts, sums } = await accountsAndSums(shop.db);
  expect(accounts).toEqual(sums);
  expect(accounts).toContainEqual({ kind: 'rounding', subject_id: 'shop', balance_som: 490 });
});

test('nothing is sold without an open shift, without goods, or without the card that the shop requires', async () => {
  const shop = await openCounter({ settings: { cardPolicy: 'required' } });
  const { cashier } = shop;
  await cashier.open();
  expect((await shop.refusal(cashier.pay())).code).toBe('BasketEmpty');
  await cashier.put('b');
  expect((await shop.refusal(cashier.pay())).code).toBe('CardNeeded');
  await cashier.change({ kind: 'clear' });
  await shop.closeShift(100_000);
  const { card } = await shop.cardHolder();
  await cashier.put('b');
  await cashier.scan(card);
  expect((await shop.refusal(cashier.pay())).code).toBe('ShiftNotOpen');
});

test('the shift cannot be closed over a basket with goods in it', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b');
  expect((await shop.refusal(shop.closeShift(100_000))).code).toBe('BasketNotEmpty');
});

test('the list of receipts loses none, also of sales made in the same moment', async () => {
  const shop = await openCounter();
  for (let sale = 0; sale < 5; sale += 1) {
    await shop.cashier.put('c');
    await shop.cashier.pay();
  }
  const numbers: number[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof nextPage>> = await nextPage(cursor);
    numbers.push(...page.sales.map((sale) => sale.number));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(numbers.sort()).toEqual([1, 2, 3, 4, 5]);

  function nextPage(after: string | null) {
    return shop.call(listRecentSales, { cursor: after, limit: 2 });
  }
});

test('a receipt is shown as it was printed, also in a shop without a printer', async () => {
  const shop = await openCounter();
  await shop.cashier.put('b');
  const { saleId } = await shop.cashier.pay();
  const { summary, preview } = await shop.call(showReceipt, { saleId });
  expect(summary).toMatchObject({ number: 1, netSom: 45_500, personName: 'Kassir', lines: 1 });
  expect(JSON.stringify(preview)).toContain('Guruch');
  const unknown = shop.call(showReceipt, { saleId: shop.newId() });
  expect(await shop.refusal(unknown)).toEqual({ code: 'NotFound', data: { what: 'sale' } });
});
