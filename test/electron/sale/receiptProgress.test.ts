/** What a receipt tells its customer of cards, debts, tier and stamps; a copy much later says the same. */
import { expect, test } from 'vitest';
import { showReceipt } from '../../../electron/sale/receipts.ts';
import { som } from '../../../shared/money.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { linesOf } from '../credit/creditShop.ts';
import { openWholeShop, type WholeShop } from './wholeShop.ts';

async function printed({ db }: WholeShop, documentKind: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_kind', '=', documentKind)
    .where('kind', '=', 'paper')
    .orderBy('created_at', 'desc')
    .execute();
  return linesOf(JSON.parse(rows[0]?.blocks_json ?? '[]') as Block[]).map(squeezed);
}

/** A row with one space where the paper has many. */
const squeezed = (line: string) => line.replace(/\s+/g, ' ');

/** A sale with a gift card, a debt, small change on the account, a round-up, a tier to reach and a stamp card. */
async function sell(shop: WholeShop) {
  const { card, customerId } = await shop.cardHolder();
  await shop.mayOwe(customerId, 100_000);
  await shop.newTiers({ name: { uz: 'Oltin' }, fromSom: som(1_000_000) });
  await shop.newStampCard({ needed: 9 });
  const fundId = await shop.newFund();
  const giftCard = await shop.newGiftCard(15_000);
  await shop.cashier.put('a', 'b', 'c');
  await shop.cashier.scan(card);
  await shop.cashier.change({ kind: 'payByGiftCard', code: giftCard, amountSom: som(10_000) });
  await shop.cashier.change({ kind: 'sellOnCredit', amountSom: som(20_000), dueOn: null });
  await shop.cashier.change({ kind: 'roundUp', donation: { fundId, stepSom: 1_000 } });
  // 66 790 less 30 000 are 36 790, rounded up to 37 000; 40 000 handed over, all the change stays.
  const sold = await shop.payAll(40_000, { changeToAccountSom: 3_000 });
  return { sold, giftCard };
}

test('the receipt shows what is left on the card, the debt with its last day and a line to sign, and how far one is', async () => {
  const shop = await openWholeShop();
  await shop.addPrinter();
  const { giftCard } = await sell(shop);
  const paper = await printed(shop, 'sale');
  const expected = [
    'Mehr uchun 210',
    `Sovg'a kartasi ··${giftCard.slice(-4)} 10 000`,
    'Kartada qoldi 5 000',
    'Nasiya 20 000',
    'Qaytim hisobingizga 3 000',
    "To'lov muddati 22.12.2026",
    "Jami qarzingiz 20 000 so'm",
    'Imzo ________________',
    "Hisobingizda 3 000 so'm",
    // Gift card 10 000 and money 36 790 count for the tier, the debt only when it is repaid.
    "Oltin darajasigacha: 953 210 so'm",
    'Choy kartasi 3/9',
  ];
  expect(paper.filter((line) => expected.includes(line))).toEqual(expected);
  expect(paper.join(' ')).not.toContain(giftCard);
});

test('a shop without a printer shows the same receipt later, however much has changed since', async () => {
  const [withPrinter, without] = [await openWholeShop(), await openWholeShop()];
  await withPrinter.addPrinter();
  const shown = async (shop: WholeShop) => {
    const { sold } = await sell(shop);
    shop.clock.pass(24 * 3600);
    await shop.takeBack(sold.saleId, { 2: 1 });
    const { preview } = await shop.call(showReceipt, { saleId: sold.saleId });
    return JSON.stringify(preview).replaceAll(/··\w{4}|[RK][2-9A-Z]{4} ?[2-9A-Z]{5}/g, '');
  };
  expect(await shown(without)).toBe(await shown(withPrinter));
});

test('the slip of a return says where everything went, and the drawer opens for the cash', async () => {
  const shop = await openWholeShop();
  await shop.addPrinter();
  const { sold } = await sell(shop);
  await shop.takeBack(sold.saleId, { 1: 1, 2: 1, 3: 1 });
  const slip = await printed(shop, 'goodsTakenBack');
  const expected = [
    'QAYTDI 66 790',
    'Xayriya qaytdi 210',
    "Sovg'a kartasiga qaytdi 10 000",
    'Qarzingiz kamaydi 20 000',
    'Naqd qaytarildi 37 000',
    'Xaridor imzosi ____________',
  ];
  expect(slip.filter((line) => expected.includes(line))).toEqual(expected);
  const drawers = await shop.db
    .selectFrom('print_job')
    .select('document_kind')
    .where('kind', '=', 'drawer')
    .where('document_kind', '=', 'goodsTakenBack')
    .execute();
  expect(drawers).toHaveLength(1);
});
