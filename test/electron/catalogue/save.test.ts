import { expect, test } from 'vitest';
import { listProducts, quickGoods } from '../../../electron/catalogue/list.ts';
import { productByBarcode, productById, productsByIds } from '../../../electron/catalogue/queries.ts';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { newCode } from '../../../shared/code.ts';
import { newCardNumber } from '../../../shared/customer/cardNumber.ts';
import { basisPoints } from '../../../shared/money.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

const tea = {
  productId: null,
  name: { uz: 'Choy Alokozay', ru: 'Чай Алокозай' },
  unit: 'piece' as const,
  priceSom: 18_500,
  vat: { kind: 'shop' as const },
  barcodes: ['4780012345677'],
  isQuickGood: false,
};

const pricesOf = (world: RoomWorld, id: string) =>
  world.db
    .selectFrom('product_price')
    .select(['from_at', 'price_som', 'person_id'])
    .where('product_id', '=', id)
    .orderBy('from_at')
    .execute();

test('a new product is found by its barcode with everything a basket needs', async () => {
  const world = await roomWorld({ vatBasisPoints: basisPoints(1200) });
  const { product } = await world.ask(saveProduct, tea);
  expect(await productByBarcode(world.db, '4780012345677', { vatBasisPoints: basisPoints(1200) })).toEqual({
    costSom: null,
    advice: null,
    id: product.id,
    name: tea.name,
    unit: 'piece',
    priceSom: 18_500,
    vatBasisPoints: 1200,
    categoryId: null,
    brandId: null,
    tags: [],
    expiresOn: null,
    isDiscountable: true,
    isActive: true,
  });
  expect(await productByBarcode(world.db, '4780012345678', { vatBasisPoints: null })).toBeNull();
});

test('a product has the VAT of the shop unless it has its own or none', async () => {
  const world = await roomWorld();
  const shop = { vatBasisPoints: basisPoints(1200) };
  const rate = { kind: 'rate', rateBasisPoints: 600 } as const;
  const own = await world.ask(saveProduct, { ...tea, barcodes: [], vat: rate });
  const none = await world.ask(saveProduct, { ...tea, barcodes: [], vat: { kind: 'none' } });
  const usual = await world.ask(saveProduct, { ...tea, barcodes: [] });
  const ids = [own, none, usual].map(({ product }) => product.id);
  const found = await productsByIds(world.db, [...ids, world.newId()], shop);
  expect(ids.map((id) => found.get(id)?.vatBasisPoints)).toEqual([600, null, 1200]);
  expect(found.size).toBe(3);
  expect((await productById(world.db, ids[2] ?? '', { vatBasisPoints: null }))?.vatBasisPoints).toBeNull();
});

test('a UPC-A and the EAN-13 with a zero before it are one code', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, { ...tea, barcodes: ['012345678905'] });
  const found = await productByBarcode(world.db, '0012345678905', { vatBasisPoints: null });
  expect(found?.id).toBe(product.id);
  const other = { ...tea, name: { uz: 'Boshqa' }, barcodes: ['0012345678905'] };
  expect(await world.refusal(saveProduct, other)).toEqual({
    code: 'BarcodeTaken',
    data: { barcode: '012345678905', productName: 'Choy Alokozay' },
  });
});

test('a barcode belongs to one product', async () => {
  const world = await roomWorld({ language: 'ru' });
  await world.ask(saveProduct, tea);
  const copy = { ...tea, name: { uz: 'Boshqa choy' }, barcodes: ['111', '4780012345677'] };
  expect(await world.refusal(saveProduct, copy)).toEqual({
    code: 'BarcodeTaken',
    data: { barcode: '4780012345677', productName: 'Чай Алокозай' },
  });
});

test('numbers of cards and codes of the shop are no barcodes', async () => {
  const world = await roomWorld();
  const card = newCardNumber('123456789');
  const coupon = newCode('K', new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]));
  for (const barcode of [card, '2900000000001', coupon, coupon.toLowerCase()]) {
    expect(await world.refusal(saveProduct, { ...tea, barcodes: [barcode] })).toEqual({
      code: 'BarcodeReserved',
      data: { barcode },
    });
  }
  await world.ask(saveProduct, { ...tea, barcodes: ['KOLA-1', '2812345678900'] });
});

test('a changed price is kept beside the old one, an unchanged one is not', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, tea);
  world.setClock('2026-11-23T08:00:00.000Z');
  await world.ask(saveProduct, { ...tea, productId: product.id, name: { uz: 'Choy' } });
  await world.ask(saveProduct, { ...tea, productId: product.id, priceSom: 19_000 });
  expect(await pricesOf(world, product.id)).toEqual([
    { from_at: '2026-11-22T08:00:00.000Z', price_som: 18_500, person_id: world.people.owner },
    { from_at: '2026-11-23T08:00:00.000Z', price_som: 19_000, person_id: world.people.owner },
  ]);
});

test('a price set while the clock is wrong still comes after the one before it', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, tea);
  world.setClock('2026-11-21T08:00:00.000Z');
  await world.ask(saveProduct, { ...tea, productId: product.id, priceSom: 19_000 });
  const prices = await pricesOf(world, product.id);
  expect(prices.map((price) => price.price_som)).toEqual([18_500, 19_000]);
});

test('a code that was taken from a product is free for another', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, tea);
  await world.ask(saveProduct, { ...tea, productId: product.id, barcodes: ['222'] });
  const other = await world.ask(saveProduct, { ...tea, name: { uz: 'Boshqa' } });
  const found = await productByBarcode(world.db, '4780012345677', { vatBasisPoints: null });
  expect(found?.id).toBe(other.product.id);
});

test('a product that is no longer sold keeps its code and leaves the quick goods', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, { ...tea, isQuickGood: true });
  expect((await world.ask(quickGoods, {})).products).toEqual([product]);
  await world.ask(saveProduct, { ...tea, productId: product.id, isQuickGood: true, isActive: false });
  expect((await world.ask(quickGoods, {})).products).toEqual([]);
  expect(await productByBarcode(world.db, '4780012345677', { vatBasisPoints: null })).toMatchObject({
    isActive: false,
  });
});

test('changing a product nobody has is refused', async () => {
  const world = await roomWorld();
  expect(await world.refusal(saveProduct, { ...tea, productId: world.newId() })).toEqual({
    code: 'NotFound',
    data: { what: 'product' },
  });
});

test('a cashier may not change goods alone', async () => {
  const world = await roomWorld();
  expect(await world.refusal(saveProduct, tea, 'cashier')).toMatchObject({ code: 'NotAllowed' });
});

test('the same intention makes one product', async () => {
  const world = await roomWorld();
  const intentionId = world.newId();
  const first = await world.ask(saveProduct, { ...tea, intentionId });
  const second = await world.ask(saveProduct, { ...tea, intentionId });
  expect(second).toEqual(first);
  expect((await world.ask(listProducts, {})).count).toBe(1);
});

test('saving writes one document and tells the screens', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, tea);
  expect(world.documents).toMatchObject([
    {
      kind: 'productSaved',
      personId: world.people.owner,
      content: { isNew: true, productId: product.id, priceSom: 18_500, barcodes: ['4780012345677'] },
    },
  ]);
  expect(world.announced).toContain('catalogue');
});

test('nothing is left behind when saving fails half way', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, tea);
  const before = await world.everyRow();
  world.breakAtTheEnd();
  await expect(world.ask(saveProduct, { ...tea, barcodes: ['333'] })).rejects.toThrow('the power went');
  const changed = { ...tea, productId: product.id, priceSom: 1, barcodes: ['444'] };
  await expect(world.ask(saveProduct, changed)).rejects.toThrow('the power went');
  expect(await world.everyRow()).toBe(before);
});
