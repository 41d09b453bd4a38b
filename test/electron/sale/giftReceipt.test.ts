/** The receipt of a gift through its verb: goods without prices, without the buyer, and only what is still out. */
import { expect, test } from 'vitest';
import { printGiftReceipt } from '../../../electron/sale/giftReceipt.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import { linesOf } from '../credit/creditShop.ts';
import { openWholeShop, type WholeShop } from './wholeShop.ts';

const squeezed = (line: string) => line.replace(/\s+/g, ' ');

async function giftPapers({ db }: WholeShop): Promise<readonly (readonly string[])[]> {
  const rows = await db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_kind', '=', 'giftReceipt')
    .orderBy('copy_number')
    .execute();
  return rows.map((row) => linesOf(JSON.parse(row.blocks_json) as Block[]).map(squeezed));
}

async function printGift(shop: WholeShop, saleId: string): Promise<number> {
  const input = { intentionId: shop.newId(), saleId };
  return (await shop.call(printGiftReceipt(shop.till.parts), input)).copyNumber;
}

/** Two teas, rice and salt for a customer with a card. */
async function sold() {
  const shop = await openWholeShop();
  await shop.addPrinter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('a', 'a', 'b', 'c');
  await shop.cashier.scan(card);
  const sale = await shop.payAll();
  await shop.db.updateTable('print_job').set({ state: 'printed' }).execute();
  return { shop, sale };
}

test('whoever gets the goods reads what they are and until when they may be exchanged, and no price', async () => {
  const { shop, sale } = await sold();
  expect(await printGift(shop, sale.saleId)).toBe(0);
  const row = await shop.db
    .selectFrom('sale')
    .select(['receipt_code', 'number'])
    .where('id', '=', sale.saleId)
    .executeTakeFirstOrThrow();
  const code = row.receipt_code;
  expect(await giftPapers(shop)).toEqual([
    [
      'Sinov',
      '-'.repeat(48),
      "SOVG'A CHEKI",
      `Chek №${row.number} 22.11.2026`,
      '-'.repeat(48),
      'Choy 2 dona',
      'Guruch 1 dona',
      'Tuz 1 dona',
      '-'.repeat(48),
      `[code128 ${code}]`,
      `${code.slice(0, 5)} ${code.slice(5)}`,
      'Narxsiz chek. Tovarni almashtirish uchun shu',
      "kodni kassada ko'rsating.",
      // Ten days are the shop's term.
      'Almashtirish va qaytarish: 02.12.2026 gacha.',
      'FISKAL CHEK EMAS',
      '[cut]',
    ],
  ]);
});

test('a second one is a copy and says so; what came back in between is no longer on it', async () => {
  const { shop, sale } = await sold();
  await printGift(shop, sale.saleId);
  await shop.db.updateTable('print_job').set({ state: 'printed' }).execute();
  await shop.takeBack(sale.saleId, { 1: 1, 2: 1 });
  expect(await printGift(shop, sale.saleId)).toBe(1);
  const [, copy = []] = await giftPapers(shop);
  expect(copy[0]).toBe('NUSXA №1');
  expect(copy).toContain('Choy 1 dona');
  expect(copy).toContain('Tuz 1 dona');
  expect(copy.join('\n')).not.toContain('Guruch');
});

test('when everything has come back there is nothing to give', async () => {
  const { shop, sale } = await sold();
  await shop.takeBack(sale.saleId, { 1: 2, 2: 1, 3: 1 });
  expect((await shop.refusal(printGift(shop, sale.saleId))).code).toBe('NothingToGive');
});

test('while the first one has not come out of the printer no copy is made of it', async () => {
  const { shop, sale } = await sold();
  await printGift(shop, sale.saleId);
  await shop.db
    .updateTable('print_job')
    .set({ state: 'blocked' })
    .where('document_kind', '=', 'giftReceipt')
    .execute();
  expect((await shop.refusal(printGift(shop, sale.saleId))).code).toBe('PaperWaits');
});

test('the journal knows that a gift receipt was printed, of which sale, and nothing else', async () => {
  const { shop, sale } = await sold();
  await printGift(shop, sale.saleId);
  const line = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', 'giftReceipt')
    .executeTakeFirstOrThrow();
  const { content } = JSON.parse(line.content_json) as { readonly content: unknown };
  expect(content).toEqual({ sale: sale.saleId, copyNumber: 0 });
});
