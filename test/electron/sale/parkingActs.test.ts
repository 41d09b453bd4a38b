/** Baskets that wait are joined, parted, named and printed as a quote. */
import { expect, test } from 'vitest';
import { mergeBasket, splitOpenBasket } from '../../../electron/sale/parkedBaskets.ts';
import { listParked, parkBasket, renameBasket, resumeBasket } from '../../../electron/sale/parking.ts';
import { printQuote } from '../../../electron/sale/quotePaper.ts';
import type { VerbAnswer } from '../../../electron/verb.ts';
import { basisPoints, thousandths } from '../../../shared/money.ts';
import type { Block } from '../../../shared/receipt/blocks.ts';
import type { saleContract } from '../../../shared/sale/contract.ts';
import { type Counter, openCounter } from './counter.ts';

type Seen = VerbAnswer<typeof saleContract.mergeBasket>;

/** Parks what is open; answers its id, with a new basket open. */
async function park(shop: Counter): Promise<string> {
  const { saleId, revision } = shop.cashier.seen();
  await shop.call(parkBasket, { intentionId: shop.newId(), saleId, revision });
  await shop.cashier.open();
  return saleId;
}

const parkedIds = async (shop: Counter) =>
  (await shop.call(listParked, {})).baskets.map((basket) => basket.saleId);

function mergeInput(shop: Counter, parkedSaleId: string) {
  const { saleId, revision } = shop.cashier.seen();
  return { intentionId: shop.newId(), saleId, revision, parkedSaleId };
}

function splitInput(shop: Counter, parts: readonly (readonly [number, number])[], label = '') {
  const { saleId, revision, lines } = shop.cashier.seen();
  const wanted = parts.map(([place, pieces]) => ({
    lineId: lines[place]?.lineId ?? shop.newId(),
    quantityThousandths: thousandths(pieces * 1000),
  }));
  return { intentionId: shop.newId(), saleId, revision, lines: wanted, label };
}

const shown = (basket: Pick<Seen, 'lines'>) =>
  basket.lines.map((line) => [
    line.kind === 'product' ? line.name.uz : line.code,
    line.quantityThousandths / 1000,
  ]);

async function journal(shop: Counter, kind: string): Promise<readonly unknown[]> {
  const rows = await shop.db
    .selectFrom('journal')
    .select('content_json')
    .where('document_kind', '=', kind)
    .execute();
  return rows.map((row) => (JSON.parse(row.content_json) as { content: unknown }).content);
}

test('a parked basket joins the open one: its goods add up, it is no more, and the journal has both', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a', 'b');
  const parkedSaleId = await park(shop);
  await shop.cashier.put('a');
  const { saleId } = shop.cashier.seen();
  const joined = await shop.call(mergeBasket, mergeInput(shop, parkedSaleId));
  expect(shown(joined)).toEqual([
    ['Choy', 2],
    ['Guruch', 1],
  ]);
  expect(joined.totalSom).toBe(2 * 12_990 + 45_500);
  expect(await parkedIds(shop)).toEqual([]);
  expect(await journal(shop, 'basketsMerged')).toEqual([
    {
      saleId,
      parkedSaleId,
      lines: [
        [shop.productIds.a, 1_000],
        [shop.productIds.b, 1_000],
      ],
    },
  ]);
  const again = shop.call(resumeBasket, { intentionId: shop.newId(), saleId: parkedSaleId });
  expect((await shop.refusal(again)).code).toBe('BasketGone');
});

test('joining that was asked for twice is done once', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  const parkedSaleId = await park(shop);
  await shop.cashier.put('b');
  const asked = mergeInput(shop, parkedSaleId);
  const first = await shop.call(mergeBasket, asked);
  const before = await shop.everyRow();
  expect(await shop.call(mergeBasket, asked)).toEqual(first);
  expect(await shop.everyRow()).toBe(before);
});

test('a parked basket joins one of two windows: the other comes too late and keeps what it has', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  const parkedSaleId = await park(shop);
  await shop.cashier.put('b');
  shop.cashier.listen();
  const other = shop.desk('another window');
  other.listen();
  await other.put('c');
  await shop.call(mergeBasket, mergeInput(shop, parkedSaleId));
  const { saleId, revision } = other.seen();
  const late = { intentionId: shop.newId(), saleId, revision, parkedSaleId };
  expect((await shop.refusal(shop.call(mergeBasket, late, 'another window'))).code).toBe('ParkedGone');
  expect((await other.open()).totalSom).toBe(8_300);
});

test('the open basket keeps its own customer; without one, that of the parked basket comes along', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  const second = await shop.cardHolder('+998907654321');
  await shop.cashier.put('a');
  await shop.cashier.scan(card);
  const first = await park(shop);
  await shop.cashier.put('b');
  const taken = await shop.call(mergeBasket, mergeInput(shop, first));
  expect(taken.customer?.phone).toBe('+998 •• ••• 22 33');
  await shop.cashier.open();
  const waiting = await park(shop);
  await shop.cashier.put('c');
  await shop.cashier.scan(second.card);
  const kept = await shop.call(mergeBasket, mergeInput(shop, waiting));
  expect(kept.customer?.phone).toBe('+998 •• ••• 43 21');
});

test('a discount by hand stays on its goods and within the limit of its giver', async () => {
  const shop = await openCounter();
  const five = { kind: 'percent', rateBasisPoints: basisPoints(500) } as const;
  await shop.cashier.put('b');
  const [line] = shop.cashier.seen().lines;
  const lineId = line?.lineId ?? '';
  await shop.cashier.change({ kind: 'discountLine', lineId, discount: five, reason: 'shikastlangan' });
  const parkedSaleId = await park(shop);
  await shop.cashier.put('b');
  const joined = await shop.call(mergeBasket, mergeInput(shop, parkedSaleId));
  expect(shown(joined)).toEqual([
    ['Guruch', 1],
    ['Guruch', 1],
  ]);
  // 5 % of the one rice that it was given for: 2 275, and nothing of the other.
  expect(joined.totalSom).toBe(45_500 + 43_225);
});

test('more than a till takes is refused, and both baskets stay as they are', async () => {
  const shop = await openCounter();
  const wanted = { kind: 'addProduct', productId: shop.productIds.tv } as const;
  const crowd = thousandths(600_000_000);
  await shop.cashier.change({ ...wanted, quantityThousandths: crowd });
  const parkedSaleId = await park(shop);
  await shop.cashier.change({ ...wanted, quantityThousandths: crowd });
  const before = await shop.everyRow();
  const joining = shop.call(mergeBasket, mergeInput(shop, parkedSaleId));
  expect((await shop.refusal(joining)).code).toBe('BasketFull');
  expect(await shop.everyRow()).toBe(before);
});

test('a part of the basket is put aside under a name, with its customer, and is sold by itself', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('a', 'a', 'a', 'b');
  await shop.cashier.scan(card);
  const { saleId } = shop.cashier.seen();
  const parts = [
    [0, 1],
    [1, 1],
  ] as const;
  const stays = await shop.call(splitOpenBasket, splitInput(shop, parts, 'opasi'));
  expect(stays).toMatchObject({ saleId, totalSom: 2 * 12_990 });
  const { baskets } = await shop.call(listParked, {});
  expect(baskets).toMatchObject([
    { label: 'opasi', totalSom: 12_990 + 45_500, lines: 2, customerName: '+998901112233' },
  ]);
  const asideSaleId = baskets[0]?.saleId;
  expect(await journal(shop, 'basketSplit')).toMatchObject([{ saleId, asideSaleId }]);
  await shop.cashier.open();
  expect((await shop.cashier.pay()).netSom).toBe(2 * 12_990);
  await shop.cashier.open();
  await shop.call(resumeBasket, { intentionId: shop.newId(), saleId: asideSaleId ?? '' });
  await shop.cashier.open();
  expect((await shop.cashier.pay()).netSom).toBe(12_990 + 45_500);
});

test('a split that was asked for twice puts one part aside', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a', 'b');
  const asked = splitInput(shop, [[1, 1]]);
  const first = await shop.call(splitOpenBasket, asked);
  const before = await shop.everyRow();
  expect(await shop.call(splitOpenBasket, asked)).toEqual(first);
  expect(await shop.everyRow()).toBe(before);
  expect(await parkedIds(shop)).toHaveLength(1);
});

test('a split leaves something behind, asks for no more than there is, and parts no piece', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a', 'a');
  const before = await shop.everyRow();
  const code = async (parts: readonly (readonly [number, number])[]) =>
    (await shop.refusal(shop.call(splitOpenBasket, splitInput(shop, parts)))).code;
  expect(await code([[0, 2]])).toBe('SplitWrong');
  expect(await code([[0, 3]])).toBe('SplitWrong');
  expect(await code([[5, 1]])).toBe('SplitWrong');
  expect(await code([[0, 0.5]])).toBe('WholePiecesOnly');
  expect(await shop.everyRow()).toBe(before);
});

test('money that a terminal took keeps its basket whole', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a', 'b');
  await shop.cashier.note(shop.newId(), 10_000, 'taken');
  const split = shop.call(splitOpenBasket, splitInput(shop, [[0, 1]]));
  expect((await shop.refusal(split)).code).toBe('PaymentUncertain');
});

test('a basket has a name, open or parked, and whoever works on it goes on', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  const { saleId } = shop.cashier.seen();
  await shop.call(renameBasket, { intentionId: shop.newId(), saleId, label: 'qizil sumka' });
  expect((await shop.cashier.scan('4780000000026')).kind).toBe('product');
  expect(shop.cashier.seen().label).toBe('qizil sumka');
  await park(shop);
  await shop.call(renameBasket, { intentionId: shop.newId(), saleId, label: 'Aziz aka' });
  expect(await shop.call(listParked, {})).toMatchObject({ baskets: [{ label: 'Aziz aka' }] });
  const gone = shop.call(renameBasket, { intentionId: shop.newId(), saleId: shop.newId(), label: 'x' });
  expect((await shop.refusal(gone)).code).toBe('ParkedGone');
});

async function lastPaper(shop: Counter): Promise<readonly Block[]> {
  const row = await shop.db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_kind', '=', 'quotePrinted')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return JSON.parse(row.blocks_json) as readonly Block[];
}

const quoteOf = (shop: Counter, saleId: string, intentionId = shop.newId()) =>
  shop.call(printQuote(shop.till.parts), { intentionId, saleId });

test('a quote says what it costs and that it is no receipt; a scan of its code takes the basket up', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  await shop.cashier.put('a', 'b');
  const { saleId } = shop.cashier.seen();
  const { code } = await quoteOf(shop, saleId);
  const paper = await lastPaper(shop);
  expect(paper).toContainEqual(expect.objectContaining({ kind: 'code', data: code }));
  const texts = paper.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  expect(texts.filter((text) => text.startsWith('BU CHEK EMAS'))).toHaveLength(2);
  expect(paper.some((block) => block.kind === 'row' && /58\s490/.test(block.right))).toBe(true);
  expect(await journal(shop, 'quotePrinted')).toEqual([{ saleId, totalSom: 58_490 }]);
  await park(shop);
  expect(await shop.cashier.scan(code)).toEqual({ kind: 'parked', saleId });
  expect(await parkedIds(shop)).toEqual([saleId]);
});

test('a quote that is printed again keeps its code, and one intention prints once', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  await shop.cashier.put('a');
  const saleId = await park(shop);
  const intentionId = shop.newId();
  const { code } = await quoteOf(shop, saleId, intentionId);
  expect(await quoteOf(shop, saleId, intentionId)).toEqual({ code });
  expect(await quoteOf(shop, saleId)).toEqual({ code });
  expect(await journal(shop, 'quotePrinted')).toHaveLength(2);
});

test('the quote of a basket that was sold opens nothing', async () => {
  const shop = await openCounter();
  await shop.addPrinter();
  await shop.cashier.put('a');
  const { code } = await quoteOf(shop, shop.cashier.seen().saleId);
  await shop.cashier.pay();
  expect((await shop.refusal(shop.cashier.scan(code))).code).toBe('QuoteGone');
});

test('no quote is printed of an empty basket, nor without a printer', async () => {
  const shop = await openCounter();
  const { saleId } = await shop.cashier.open();
  expect((await shop.refusal(quoteOf(shop, saleId))).code).toBe('BasketEmpty');
  await shop.cashier.put('a');
  expect((await shop.refusal(quoteOf(shop, saleId))).code).toBe('NoPrinter');
});
