/** The open basket: saved at every change, one per window, and never lost with its window. */
import { expect, test } from 'vitest';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { changeBasket, quoteOpenBasket } from '../../../electron/sale/basketVerbs.ts';
import { scanCode } from '../../../electron/sale/scan.ts';
import { type Counter, goods, openCounter, reopenCounter } from './counter.ts';

const quantity = (pieces: number) => (pieces * 1000) as never;

test('a basket survives the end of the till: the window that comes back finds it as it was', async () => {
  const before = await openCounter();
  const { card } = await before.cardHolder();
  await before.cashier.put('a', 'a', 'b');
  await before.cashier.scan(card);
  const left = before.cashier.seen();
  const shop = await reopenCounter(before);
  expect(await shop.refusal(shop.cashier.open())).toEqual({ code: 'LogInNeeded', data: {} });
  shop.workAs(shop.cashierId);
  expect(await shop.cashier.open()).toEqual(left);
  expect((await shop.cashier.pay()).netSom).toBe(71_480);
});

test('a new window takes over the basket of one that is gone', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a', 'b');
  const fresh = shop.desk('another window');
  expect(await fresh.open()).toMatchObject({ saleId: shop.cashier.seen().saleId, totalSom: 58_490 });
  expect((await fresh.pay()).netSom).toBe(58_490);
});

test('a window that is still there keeps its basket; another gets one of its own', async () => {
  const shop = await openCounter();
  shop.cashier.listen();
  await shop.cashier.put('a');
  const other = shop.desk('another window');
  await other.put('b');
  expect(other.seen().saleId).not.toBe(shop.cashier.seen().saleId);
  expect((await other.pay()).netSom).toBe(45_500);
  expect((await shop.cashier.pay()).netSom).toBe(12_990);
});

test('of two windows with one basket the slower is told what the basket is now', async () => {
  const shop = await openCounter();
  await shop.cashier.put('a');
  const other = shop.desk('another window');
  await other.open();
  await other.put('b');
  const refused = await shop.refusal(shop.cashier.put('c'));
  expect(refused.code).toBe('BasketChanged');
  expect(refused.data).toMatchObject({ basket: { revision: other.seen().revision, totalSom: 58_490 } });
  const late = shop.refusal(shop.cashier.pay());
  expect((await late).code).toBe('BasketChanged');
});

test('a change whose answer was lost is done once', async () => {
  const shop = await openCounter();
  const { saleId, revision } = await shop.cashier.open();
  const scan = { intentionId: shop.newId(), saleId, revision, code: goods.a.barcode };
  const once = await shop.call(scanCode, { ...scan, quantityThousandths: 1000 });
  expect(await shop.call(scanCode, { ...scan, quantityThousandths: 1000 })).toEqual(once);
  const line = once.basket.lines[0]?.lineId ?? '';
  const change = { kind: 'setQuantity', lineId: line, quantityThousandths: quantity(3) } as const;
  const draft = { intentionId: shop.newId(), saleId, revision: once.basket.revision, change };
  const changed = await shop.call(changeBasket, draft);
  expect(changed.totalSom).toBe(38_970);
  expect(await shop.call(changeBasket, draft)).toEqual(changed);
});

test('the same goods grow on one line, and a quantity can be typed', async () => {
  const shop = await openCounter();
  const { cashier } = shop;
  await cashier.put('a', 'b', 'a');
  await cashier.scan(goods.a.barcode, 3);
  expect(cashier.seen().lines.map((line) => line.quantityThousandths)).toEqual([5_000, 1_000]);
  const [first] = cashier.seen().lines;
  const two = {
    kind: 'setQuantity',
    lineId: first?.lineId ?? '',
    quantityThousandths: 2_000 as never,
  } as const;
  await cashier.change(two);
  expect(cashier.seen()).toMatchObject({ totalSom: 25_980 + 45_500 });
});

test('goods taken out of a basket leave a line in the journal, as does a basket that is cleared', async () => {
  const shop = await openCounter();
  const { cashier } = shop;
  await cashier.put('a', 'b', 'c');
  const removed = cashier.seen().lines[1]?.lineId ?? '';
  await cashier.change({ kind: 'removeLine', lineId: removed });
  await cashier.change({ kind: 'removeLine', lineId: removed });
  await cashier.change({ kind: 'clear' });
  await cashier.change({ kind: 'clear' });
  const links = await shop.db
    .selectFrom('journal')
    .select(['document_kind', 'content_json'])
    .where('document_kind', 'in', ['lineRemoved', 'basketCleared'])
    .orderBy('sequence')
    .execute();
  const { productIds } = shop;
  expect(links.map((link) => [link.document_kind, JSON.parse(link.content_json).content.lines])).toEqual([
    ['lineRemoved', [[productIds.b, 1_000]]],
    [
      'basketCleared',
      [
        [productIds.a, 1_000],
        [productIds.c, 1_000],
      ],
    ],
  ]);
});

test('an unknown code is a red line that blocks payment until it is removed', async () => {
  const shop = await openCounter();
  const { cashier } = shop;
  await cashier.put('a');
  expect(await cashier.scan('4780099999999')).toMatchObject({ kind: 'unknown' });
  await cashier.scan('4780099999999');
  expect(cashier.seen().lines[1]).toMatchObject({ kind: 'unknown', quantityThousandths: 2_000 });
  expect(await shop.refusal(cashier.pay())).toEqual({
    code: 'UnknownCodeInBasket',
    data: { code: '4780099999999' },
  });
  await cashier.change({ kind: 'removeLine', lineId: cashier.seen().lines[1]?.lineId ?? '' });
  expect((await cashier.pay()).netSom).toBe(12_990);
});

test('an unknown code becomes a product on its own line, with the pieces that were scanned', async () => {
  const shop = await openCounter();
  const { cashier } = shop;
  await cashier.scan('4780099999999', 2);
  shop.workAs(shop.ownerId, 'office');
  const sugar = { name: { uz: 'Shakar' }, unit: 'piece', priceSom: 11_000, isQuickGood: false } as const;
  const { product } = await shop.call(
    saveProduct,
    {
      intentionId: shop.newId(),
      productId: null,
      ...sugar,
      vat: { kind: 'shop' },
      barcodes: ['4780099999999'],
    },
    'office',
  );
  const lineId = cashier.seen().lines[0]?.lineId ?? '';
  await cashier.change({ kind: 'resolveUnknown', lineId, productId: product.id });
  expect(cashier.seen().lines).toMatchObject([{ kind: 'product', lineId, netSom: 22_000 }]);
  expect((await cashier.pay()).netSom).toBe(22_000);
});

test('goods that are not sold any more are refused by name', async () => {
  const shop = await openCounter();
  shop.workAs(shop.ownerId, 'office');
  await shop.call(
    saveProduct,
    {
      intentionId: shop.newId(),
      productId: shop.productIds.c,
      name: { uz: 'Tuz' },
      unit: 'piece',
      priceSom: 8_300,
      vat: { kind: 'shop' },
      barcodes: [goods.c.barcode],
      isQuickGood: false,
      isActive: false,
    },
    'office',
  );
  await shop.cashier.open();
  expect(await shop.refusal(shop.cashier.scan(goods.c.barcode))).toEqual({
    code: 'ProductNotSold',
    data: { name: { uz: 'Tuz' } },
  });
});

async function fill(shop: Counter, lineCount: number): Promise<void> {
  const { saleId } = await shop.cashier.open();
  const lines = Array.from({ length: lineCount }, (_, index) => ({
    kind: 'unknown',
    lineId: shop.newId(),
    code: `9${index}`,
    quantityThousandths: 1_000,
  }));
  const row = await shop.db.selectFrom('basket').select('content_json').where('sale_id', '=', saleId);
  const { content_json } = await row.executeTakeFirstOrThrow();
  const content = { ...JSON.parse(content_json), lines };
  await shop.db
    .updateTable('basket')
    .set({ content_json: JSON.stringify(content) })
    .where('sale_id', '=', saleId)
    .execute();
}

test('a basket holds 500 lines; one more is refused and never left out in silence', async () => {
  const shop = await openCounter();
  await fill(shop, 499);
  await shop.cashier.put('a');
  expect(shop.cashier.seen().lines).toHaveLength(500);
  expect((await shop.refusal(shop.cashier.put('b'))).code).toBe('BasketFull');
  expect((await shop.refusal(shop.cashier.scan('4780099999999'))).code).toBe('BasketFull');
  await shop.cashier.put('a');
  expect(shop.cashier.seen().lines.at(-1)).toMatchObject({ quantityThousandths: 2_000 });
});

test('a sum that no receipt holds is refused, and the basket stays as it was', async () => {
  const shop = await openCounter();
  await shop.cashier.put('tv', 'a');
  const lineId = shop.cashier.seen().lines[0]?.lineId ?? '';
  const most = { kind: 'setQuantity', lineId, quantityThousandths: 999_999_000 as never } as const;
  expect((await shop.cashier.change(most)).grossSom).toBe(999_999_012_990);
  await shop.price('tv', 1_000_002);
  const more = { ...most, quantityThousandths: 999_999_999 as never };
  expect((await shop.refusal(shop.cashier.change(more))).code).toBe('BasketFull');
});

test('a page asks for the basket again and gets the same quote', async () => {
  const shop = await openCounter();
  const { card } = await shop.cardHolder();
  await shop.cashier.put('a', 'b');
  await shop.cashier.scan(card);
  const { saleId } = shop.cashier.seen();
  expect(await shop.call(quoteOpenBasket, { saleId })).toEqual(shop.cashier.seen());
  await shop.cashier.pay();
  expect((await shop.refusal(shop.call(quoteOpenBasket, { saleId }))).code).toBe('BasketGone');
});

test('half a piece is refused by scan and by quantity, half a kilogram is sold', async () => {
  const shop = await openCounter();
  const tea = { code: 'WholePiecesOnly', data: { name: { uz: goods.a.name } } };
  await shop.cashier.open();
  expect(await shop.refusal(shop.cashier.scan(goods.a.barcode, 1.5))).toEqual(tea);
  await shop.cashier.put('a');
  const [line] = shop.cashier.seen().lines;
  const half = {
    kind: 'setQuantity' as const,
    lineId: line?.lineId ?? '',
    quantityThousandths: quantity(0.5),
  };
  expect(await shop.refusal(shop.cashier.change(half))).toEqual(tea);
  expect(shop.cashier.seen().totalSom).toBe(12_990);

  shop.workAs(shop.ownerId);
  await shop.call(saveProduct, {
    intentionId: shop.newId(),
    productId: null,
    name: { uz: 'Pomidor' },
    unit: 'kilogram',
    priceSom: 18_000,
    vat: { kind: 'none' },
    barcodes: ['2100000000050'],
    isQuickGood: false,
  });
  shop.workAs(shop.cashierId);
  await shop.cashier.scan('2100000000050', 0.5);
  expect(shop.cashier.seen().totalSom).toBe(21_990);
});
