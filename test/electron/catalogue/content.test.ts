/** What a pack holds, a line of advice, and barcodes of the shop's own. */
import { expect, test } from 'vitest';
import { saveCategory } from '../../../electron/catalogue/groups.ts';
import { listProducts } from '../../../electron/catalogue/list.ts';
import { freeBarcode, giveBarcodes } from '../../../electron/catalogue/ownBarcodes.ts';
import { productById } from '../../../electron/catalogue/queries.ts';
import { saveProduct } from '../../../electron/catalogue/save.ts';
import { isBarcode } from '../../../shared/catalogue/barcode.ts';
import { thousandths } from '../../../shared/money.ts';
import { type RoomWorld, roomWorld } from '../roomWorld.ts';

const tea = {
  productId: null,
  name: { uz: 'Choy Alokozay' },
  unit: 'piece' as const,
  priceSom: 18_500,
  vat: { kind: 'shop' as const },
  barcodes: [] as string[],
  isQuickGood: false,
};
const content = { thousandths: thousandths(250), unit: 'kilogram' as const };
const advice = { uz: '95 °C suvda 5 daqiqa damlang', ru: 'Заваривать 5 минут' };

const listed = async (world: RoomWorld, id: string) =>
  (await world.ask(listProducts, {})).products.find((product) => product.id === id);

const noVat = { vatBasisPoints: null };

test('a product keeps what a pack holds and its advice, and the journal keeps them too', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, { ...tea, content, advice: { ...advice, en: '' } });
  expect(product).toMatchObject({ content, advice });
  expect(await listed(world, product.id)).toMatchObject({ content, advice });
  expect(world.documents.at(-1)).toMatchObject({ kind: 'productSaved', content: { content, advice } });
  expect(await productById(world.db, product.id, noVat)).toMatchObject({ advice });
});

test('whoever does not speak of them leaves them as they are', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, { ...tea, content, advice });
  await world.ask(saveProduct, { ...tea, productId: product.id, priceSom: 19_000 });
  expect(await listed(world, product.id)).toMatchObject({ priceSom: 19_000, content, advice });
});

test('they are taken away by saying so; words of nothing are none', async () => {
  const world = await roomWorld();
  const { product } = await world.ask(saveProduct, { ...tea, content, advice });
  await world.ask(saveProduct, { ...tea, productId: product.id, content: null, advice: { uz: '' } });
  expect(await listed(world, product.id)).toMatchObject({ content: null, advice: null });
  expect(await productById(world.db, product.id, noVat)).toMatchObject({ advice: null });
});

test('goods are listed by their category, searched or not', async () => {
  const world = await roomWorld();
  const { categoryId } = await world.ask(saveCategory, { categoryId: null, name: { uz: 'Choylar' } });
  await world.ask(saveProduct, { ...tea, categoryId });
  await world.ask(saveProduct, { ...tea, name: { uz: 'Choynak' } });
  const names = async (search: string) => {
    const page = await world.ask(listProducts, { search, categoryId });
    return [page.count, page.products.map(({ name }) => name.uz)];
  };
  expect(await names('')).toEqual([1, ['Choy Alokozay']]);
  expect(await names('choy')).toEqual([1, ['Choy Alokozay']]);
  expect((await world.ask(listProducts, { search: 'choy' })).count).toBe(2);
});

test('a free barcode is the shop’s own, and is taken once it was saved', async () => {
  const world = await roomWorld();
  const { barcode } = await world.ask(freeBarcode, {});
  expect(barcode).toMatch(/^20\d{11}$/);
  expect(isBarcode(barcode)).toBe(true);
  await world.ask(saveProduct, { ...tea, barcodes: [barcode] });
  expect((await world.ask(freeBarcode, {})).barcode).not.toBe(barcode);
});

test('goods without a code get one each, goods with one keep it, and the journal has each change', async () => {
  const world = await roomWorld();
  const first = (await world.ask(saveProduct, tea)).product;
  const second = (await world.ask(saveProduct, { ...tea, name: { uz: 'Non' } })).product;
  const coded = (await world.ask(saveProduct, { ...tea, name: { uz: 'Kola' }, barcodes: ['KOLA-1'] }))
    .product;
  const before = world.documents.length;
  const productIds = [first.id, second.id, coded.id, first.id];
  expect(await world.ask(giveBarcodes, { productIds })).toEqual({ given: 2 });
  const codes = (await world.ask(listProducts, {})).products.map(({ barcodes }) => barcodes);
  expect(codes.every((all) => all.length === 1)).toBe(true);
  expect(new Set(codes.flat()).size).toBe(3);
  expect((await listed(world, coded.id))?.barcodes).toEqual(['KOLA-1']);
  const written = world.documents.slice(before);
  expect(written.map(({ kind, content: said }) => [kind, (said as { productId: string }).productId])).toEqual(
    [
      ['productSaved', first.id],
      ['productSaved', second.id],
    ],
  );
  expect(await world.ask(giveBarcodes, { productIds })).toEqual({ given: 0 });
  const unknown = { productIds: [world.newId()] };
  expect(await world.refusal(giveBarcodes, unknown)).toEqual({ code: 'NotFound', data: { what: 'product' } });
});
